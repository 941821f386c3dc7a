//! Events: who did what to whom.

use crate::{Date, EntityIx, SentenceIx, Span};
use std::fmt;
use std::str::FromStr;

/// How a sentence presents an event: as a fact, a plan, a demand and so on. Tables show the modality in the column `voice`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum Modality {
    /// The event happened, or the state of affairs exists.
    Asserted,
    /// The event did not happen.
    Negated,
    /// The event will happen or is planned.
    Future,
    /// The event must or should happen.
    Obliged,
    /// Someone recommends or advises the event.
    Recommended,
    /// The event may happen, or would happen under a condition.
    Conditional,
    /// Someone asks for the event.
    Requested,
    /// Someone denies the event.
    Denied,
    /// The event would have happened under a condition that did not hold.
    Hypothetical,
    /// The event happened long before the document was written.
    Historical,
    /// The event happens repeatedly, and no particular person or state carries it out.
    General,
}

impl Modality {
    /// Every modality with the name used in tables and data files.
    const ALL: [(Self, &'static str); 11] = [
        (Self::Asserted, "asserted"),
        (Self::Negated, "negated"),
        (Self::Future, "future"),
        (Self::Obliged, "obliged"),
        (Self::Recommended, "recommended"),
        (Self::Conditional, "conditional"),
        (Self::Requested, "requested"),
        (Self::Denied, "denied"),
        (Self::Hypothetical, "hypothetical"),
        (Self::Historical, "historical"),
        (Self::General, "general"),
    ];

    /// The name used in tables and data files, in lower case: `asserted`, `negated` and so on.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        Self::ALL.iter().find(|(modality, _)| *modality == self).map_or("asserted", |(_, name)| name)
    }
}

/// The error returned if a string is not the name of a [`Modality`].
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

    /// Parses the [name](Self::as_str) of a modality. Case is significant.
    fn from_str(name: &str) -> Result<Self, Self::Err> {
        let known = Self::ALL.iter().find(|(_, known)| *known == name);
        known.map(|(modality, _)| *modality).ok_or_else(|| UnknownModality(name.to_owned()))
    }
}

/// Where the date of an event comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum DatedBy {
    /// A time expression in the event's clause.
    Clause,
    /// A time expression at the start of the sentence, if the event is not in the main clause of that sentence.
    Sentence,
    /// The date of the document.
    Document,
}

impl DatedBy {
    /// The name used in tables: `clause`, `sentence`, `document`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Clause => "clause",
            Self::Sentence => "sentence",
            Self::Document => "document",
        }
    }
}

/// An event: who did what to whom. The class of an event is taken from PLOVER, a classification of political events. Every event is found by a rule or by a
/// *frame*, an entry of the data files that says which event a verb or noun stands for.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Event {
    /// The half-open byte range in the source, from the first to the last word that the rule or frame matched.
    pub span: Span,
    /// The half-open byte range, in the source, of the words that triggered the rule or frame.
    pub trigger: Span,
    /// The sentence that contains the event.
    pub sentence: SentenceIx,
    /// The meaning of the verb or noun: a PLOVER class, or a diplomatic act for which PLOVER has no class.
    pub act: String,
    /// The PLOVER class of the event, which also depends on the modality: "will sign" has the act SUPPORT, but the class AGREE. Empty for acts without a class.
    pub class: String,
    /// How the sentence presents the event.
    pub voice: Modality,
    /// The entities that act.
    pub source: Vec<EntityIx>,
    /// The entities acted upon.
    pub target: Vec<EntityIx>,
    /// Id of the rule or frame that produced the event.
    pub rule: String,
    /// PLOVER mode, which is more specific than the class ("visit"); empty if there is none.
    pub mode: String,
    /// Code of the event in CAMEO, another classification of political events ("042"); empty if there is none.
    pub cameo: String,
    /// Whether the event is named by a noun rather than a verb.
    pub nominal: bool,
    /// The quad class of [`class`](Self::class): 1 for verbal cooperation, 2 for material cooperation, 3 for verbal conflict and 4 for material conflict; 0
    /// if the class has no quad class.
    pub quad: u8,
    /// The value of the CAMEO code on the Goldstein scale of conflict and cooperation, in tenths, from -100 to 100; `None` if there is no CAMEO code, or if
    /// the code has no value.
    pub goldstein: Option<i16>,
    /// First day on which the event may have happened; `None` if unknown.
    pub begin: Option<Date>,
    /// Last day on which the event may have happened, inclusive; `None` if unknown.
    pub end: Option<Date>,
    /// The source of the date; `None` if there is no date.
    pub dated_by: Option<DatedBy>,
    /// The place where the event happened; `None` if the clause of the event names no place.
    pub place: Option<EntityIx>,
    /// The half-open byte range, in the source, of the words that name the reporter of the event ("the ministry" in "the ministry said that …"). `None` if the
    /// document itself reports the event.
    pub sayer: Option<Span>,
    /// The state, organisation or person that reports the event, if it is known.
    pub sayer_entity: Option<EntityIx>,
    /// The strength of the wording if the event is a speech act, from 1 (recall) to 6 (condemn); 0 for other events.
    pub firmness: u8,
    /// The index of the first event in the document that has the same class, voice, source, target and date. If this index is not the event's own, the event
    /// repeats an earlier one. It is the event's own index if no earlier event has these values, or if the source or target is unknown.
    pub group: u32,
}

impl Event {
    /// Creates an event without source and target. Its act and its class are both `act`.
    #[must_use]
    pub fn new(span: Span, trigger: Span, sentence: SentenceIx, act: impl Into<String>, voice: Modality, rule: impl Into<String>) -> Self {
        let act = act.into();
        Self {
            span,
            trigger,
            sentence,
            class: act.clone(),
            act,
            voice,
            source: Vec::new(),
            target: Vec::new(),
            rule: rule.into(),
            mode: String::new(),
            cameo: String::new(),
            nominal: false,
            quad: 0,
            goldstein: None,
            begin: None,
            end: None,
            dated_by: None,
            place: None,
            sayer: None,
            sayer_entity: None,
            firmness: 0,
            group: 0,
        }
    }
}
