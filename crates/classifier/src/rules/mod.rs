//! Event rules. Rules come from data ([`rule`]). Their patterns can use names for word classes and entity types ([`vocabulary`]); [`parse`] compiles them into
//! [`pattern`]s. Other modules match the patterns ([`matcher`]) in a document ([`sentence_view`]), find the modality of an event ([`modality`]), and report why
//! a rule does not fit ([`failure`]).

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
