//! Finds the parts of a document and the type of the document.
//!
//! The [`Outliner`] first finds the parts, and then determines the type. The crate contains no words of any language. The caller passes each cue word to an
//! [`OutlinerBuilder`], together with its [`Cue`] and, for some cues, a class.
//!
//! # Parts
//! A [`Part`](chancery_text::Part) has one of these kinds:
//!
//! | kind | contents |
//! |---|---|
//! | `title` | the first heading, or the first lines of the document |
//! | `date-line` | a line with a place and a date; in a news report, the place, date and dash before the first sentence |
//! | `addressees` | the words at the beginning that address the audience ("Mr. President, Excellencies,") |
//! | `preamble` | the text from the title to the formula that ends the preamble ("have agreed as follows") |
//! | `recital` | one clause of the preamble ("Recalling …") |
//! | `operative` | the operative part, which states what is decided or agreed: the text from the preamble to the signatures or annexes |
//! | `provision` | a paragraph of the operative part that begins with a verb for an act ("Decides …") |
//! | `article` | an article ("Article 3") |
//! | `annex` | an annex |
//! | `signature` | the signatures ("Done at …") |
//! | `turn` | the words of one speaker |
//!
//! # Types
//! The [`DocumentType`](chancery_text::DocumentType) is determined by the first evidence that is found, in this order:
//!
//! 1. the place and date of a news report ("ASTANA, 19 May 2023 –");
//! 2. the title;
//! 3. a formula ("have agreed as follows");
//! 4. the signatures;
//! 5. speakers' turns;
//! 6. words near the start;
//! 7. headings;
//! 8. phrases at the start of sentences.

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
