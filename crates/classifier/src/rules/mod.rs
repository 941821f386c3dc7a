//! Event rules. Rules come from data ([`rule`]). The pattern text of a rule can refer to word classes and entity types by name ([`vocabulary`]); [`parse`]
//! compiles the text into a [`pattern`]. Other modules match the patterns ([`matcher`]) in a document ([`sentence_view`]), find the modality of an event
//! ([`modality`]), and report why a rule does not fit ([`failure`]).

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
