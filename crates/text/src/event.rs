//! Events: who did what to whom.

use crate::{EntityIx, SentenceIx, Span};
use std::fmt;
use std::str::FromStr;

/// How a statement presents an event. Written to tables as the column `voice`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum Modality {
    /// The text says that it happened or holds.
    Asserted,
    /// The text says that it did not happen.
    Negated,
    /// It will happen, or is planned.
    Future,
    /// It must or should happen.
    Obliged,
    /// It may happen, or would under a condition.
    Conditional,
    /// Somebody asks for it.
    Requested,
    /// Somebody denies it.
    Denied,
    /// It happened long before the document's time.
    Historical,
}

impl Modality {
    /// Every modality with the name used in tables and data files.
    const ALL: [(Self, &'static str); 8] = [
        (Self::Asserted, "asserted"),
        (Self::Negated, "negated"),
        (Self::Future, "future"),
        (Self::Obliged, "obliged"),
        (Self::Conditional, "conditional"),
        (Self::Requested, "requested"),
        (Self::Denied, "denied"),
        (Self::Historical, "historical"),
    ];

    /// The name used in tables and data files: `asserted`, `negated` …
    #[must_use]
    pub fn as_str(self) -> &'static str {
        Self::ALL.iter().find(|(modality, _)| *modality == self).map_or("asserted", |(_, name)| name)
    }
}

/// A name that no modality has.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownModality(String);

impl fmt::Display for UnknownModality {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names: Vec<&str> = Modality::ALL.iter().map(|(_, name)| *name).collect();
        write!(f, "unknown voice \"{}\"; expected one of {}", self.0, names.join(", "))
    }
}

impl std::error::Error for UnknownModality {}

impl FromStr for Modality {
    type Err = UnknownModality;

    fn from_str(name: &str) -> Result<Self, Self::Err> {
        let known = Self::ALL.iter().find(|(_, known)| *known == name);
        known.map(|(modality, _)| *modality).ok_or_else(|| UnknownModality(name.to_owned()))
    }
}

/// Who did what to whom.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Event {
    /// Bytes of the source, from the first to the last that the rule used.
    pub span: Span,
    /// The words that triggered the rule.
    pub trigger: Span,
    /// The sentence it stands in.
    pub sentence: SentenceIx,
    /// What the verb says, as a PLOVER class.
    pub act: String,
    /// PLOVER class after PLOVER's own conversions ("will sign" is act SUPPORT, class AGREE).
    pub class: String,
    /// How the statement presents the event.
    pub voice: Modality,
    /// The entities that act.
    pub source: Vec<EntityIx>,
    /// The entities acted upon.
    pub target: Vec<EntityIx>,
    /// Id of the rule that made it.
    pub rule: String,
}

impl Event {
    /// An event without source and target.
    #[must_use]
    pub fn new(span: Span, trigger: Span, sentence: SentenceIx, act: impl Into<String>, voice: Modality, rule: impl Into<String>) -> Self {
        let act = act.into();
        Self { span, trigger, sentence, class: act.clone(), act, voice, source: Vec::new(), target: Vec::new(), rule: rule.into() }
    }
}
