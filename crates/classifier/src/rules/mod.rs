//! The rule language: what a rule is ([`rule`]), its patterns ([`pattern`]), how they match ([`matcher`]), and how it is said ([`voice`]).

mod matcher;
mod pattern;
mod rule;
mod voice;

pub(crate) use matcher::{Filled, Filler, SentenceView};
pub(crate) use pattern::{Kinds, Pattern};
pub use rule::{Attempt, Outcome, Rule, Trigger};
pub(crate) use voice::Voices;
