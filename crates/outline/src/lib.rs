//! Finds the parts of a document and the type of the document.
//!
//! The [`Outliner`] first finds the parts ([`Part`](chancery_text::Part)): title, date line, addressees, preamble, operative part, articles, annexes,
//! signatures, and speakers' turns. It then determines the type ([`DocumentType`](chancery_text::DocumentType)) from the first evidence that it finds, in
//! this order: the place and date of a news report ("ASTANA, 19 May 2023 –"), the title, a formula ("have agreed as follows"), the signatures, speakers'
//! turns, words near the start, headings, and phrases at the start of sentences. The crate contains no words of any language. The caller passes each cue
//! word to an [`OutlinerBuilder`], together with its [`Cue`] and, for some cues, a class.

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
