//! Rules: what data says ([`rule`]), patterns compiled ([`pattern`]) from their text ([`parse`]) with the names that it may use ([`vocabulary`]), how they match
//! ([`matcher`]) in a document ([`sentence_view`]), in which modality ([`modality`]), and why they fail ([`failure`]).

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
