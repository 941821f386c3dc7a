//! Finds the parts of a document and the type of the document.
//!
//! The outliner first finds the parts ([`Part`](chancery_text::Part)): title, date line, addressees, preamble, operative part, articles, annexes, signatures,
//! and turns of speakers. It then derives the type ([`DocumentType`](chancery_text::DocumentType)) from the title, from a formula ("have agreed as follows"),
//! from words in the opening, from the form of the document (a dateline, or turns of speakers), or from headings and phrases. The crate contains no words of
//! any language. An [`OutlinerBuilder`] takes the cue words, each with its [`Cue`] and a class.

mod builder;
mod clauses;
mod cue;
mod genre;
mod opening;
mod outliner;
mod tables;
mod turns;
mod view;

pub use builder::OutlinerBuilder;
pub use cue::{Cue, UnknownCue};
pub use outliner::Outliner;
