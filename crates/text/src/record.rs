//! What is said in a text: topics, events, instruments, meetings. These are the shapes that the later stages fill.

use crate::{Date, EntityIx, Span};
use std::sync::Arc;

/// What a topic is a topic of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Scope {
    /// A sentence.
    Sentence,
    /// A section.
    Section,
    /// The whole text.
    Document,
}

impl Scope {
    /// The name used in tables: `sentence`, `section`, `document`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Sentence => "sentence",
            Self::Section => "section",
            Self::Document => "document",
        }
    }
}

/// A policy area of a stretch of text.
#[derive(Clone, Debug, PartialEq)]
pub struct Topic {
    /// The stretch.
    pub span: Span,
    /// What it is: a sentence, a section or the whole text.
    pub scope: Scope,
    /// Label in its taxonomy ("security.terrorism").
    pub label: Arc<str>,
    /// Sum of the weights of its terms.
    pub score: f32,
    /// Its part of the scores of all topics of the stretch, 0 to 1.
    pub share: f32,
    /// Where the terms stand, in order.
    pub terms: Vec<Span>,
}

/// In what voice something is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Voice {
    /// It is said to be so.
    Asserted,
    /// It is said not to be so.
    Negated,
    /// It is said to come.
    Future,
    /// It ought to be.
    Obliged,
    /// It may be, or would be under a condition.
    Conditional,
    /// It is asked for.
    Requested,
    /// Somebody says that it is not so.
    Denied,
    /// It lies far back.
    Historical,
}

impl Voice {
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

    /// The name used in tables and data: `asserted`, `negated` …
    #[must_use]
    pub fn as_str(self) -> &'static str {
        Self::ALL.iter().find(|(voice, _)| *voice == self).map_or("asserted", |(_, name)| name)
    }

    /// By its name.
    #[must_use]
    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known)| *known == name).map(|(voice, _)| *voice)
    }
}

/// Who did what to whom.
#[derive(Clone, Debug, PartialEq)]
pub struct Event {
    /// Bytes of the source, from the first to the last that the rule used.
    pub span: Span,
    /// The words that triggered the rule.
    pub trigger: Span,
    /// The sentence, as an index into [`Document::sentences`](crate::Document::sentences).
    pub sentence: u32,
    /// What the verb says, as a PLOVER class.
    pub act: String,
    /// PLOVER class after its own conversions.
    pub class: String,
    /// How it is said.
    pub voice: Voice,
    /// Those who act.
    pub source: Vec<EntityIx>,
    /// Those acted upon.
    pub target: Vec<EntityIx>,
    /// Id of the rule that made it.
    pub rule: String,
}

/// A treaty, agreement, declaration or resolution that a text names.
#[derive(Clone, Debug, PartialEq)]
pub struct Instrument {
    /// Bytes of the source.
    pub span: Span,
    /// Its entity, where the gazetteer knows it.
    pub entity: Option<EntityIx>,
    /// Its kind ("treaty", "declaration" …).
    pub kind: String,
    /// When it was signed or adopted.
    pub signed: Option<Date>,
    /// Its parties.
    pub parties: Vec<EntityIx>,
    /// Id of the rule that made it.
    pub rule: String,
}

/// A meeting that a text names.
#[derive(Clone, Debug, PartialEq)]
pub struct Meeting {
    /// Bytes of the source.
    pub span: Span,
    /// The series it belongs to, where the gazetteer knows it.
    pub series: Option<EntityIx>,
    /// Where it was held.
    pub place: Option<EntityIx>,
    /// First day.
    pub begin: Option<Date>,
    /// Who took part.
    pub participants: Vec<EntityIx>,
    /// Id of the rule that made it.
    pub rule: String,
}
