//! Event rules: their patterns, and the search for matches in a document.
//!
//! - [`rule`] defines rules as callers add them. The pattern of a rule is a text.
//! - [`vocabulary`] contains the word classes and entity types to which patterns refer by name.
//! - [`parse`] compiles the text of a pattern into a [`pattern`].
//! - [`matcher`] matches patterns with a document, which [`sentence_view`] makes accessible.
//! - [`modality`] finds the modality of an event.
//! - [`failure`] states why a rule does not fit.

mod failure;
mod matcher;
mod modality;
mod parse;
mod pattern;
mod rule;
mod sentence_view;
mod vocabulary;

pub(crate) use failure::{Failure, Missing};
pub(crate) use pattern::Pattern;
pub use rule::{Rule, Trigger};
pub(crate) use sentence_view::{Filled, FillerKind, SentenceView};
pub(crate) use vocabulary::Vocabulary;
