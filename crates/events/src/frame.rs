//! Frames as they are passed to the builder. Events are classified by PLOVER and CAMEO, two classifications of political events.

use std::fmt;
use std::str::FromStr;

/// A part of a clause that may be a side of an event.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Side {
    /// The logical subject: the subject of an active clause, or "by X" in a passive clause.
    Subject,
    /// The logical object: the object of an active clause, or the subject of a passive one. After a verb with a preposition ("call on"), it is the phrase of the
    /// preposition.
    Object,
    /// The indirect object ("gave Kenya a loan").
    Indirect,
    /// The phrase of a preposition ("with", "against").
    Preposition(String),
    /// The owner of the object: "X's", or a state in the form of an adjective.
    ObjectOwner,
    /// The phrase of a preposition inside the object ("the invasion by Iraq").
    ObjectPreposition(String),
    /// The phrase of a preposition inside the subject.
    SubjectPreposition(String),
    /// The owner of the subject.
    SubjectOwner,
    /// The phrase of a preposition in the governed clause ("refused to meet with the envoy").
    ComplementPreposition(String),
    /// The subject of the governed clause.
    ComplementSubject,
    /// The object of the governed clause.
    ComplementObject,
}

/// The error for a side that cannot be parsed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownSide(String);

impl fmt::Display for UnknownSide {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "\"{}\" is not a part of a clause; expected subject, object, indirect, a preposition, object.PREPOSITION, object.poss, complement.subject or complement.object",
            self.0
        )
    }
}

impl std::error::Error for UnknownSide {}

impl FromStr for Side {
    type Err = UnknownSide;

    /// Parses a side as it is written in data files.
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let text = text.trim_end_matches('?');
        Ok(match text {
            "subject" => Self::Subject,
            "object" => Self::Object,
            "indirect" => Self::Indirect,
            "object.poss" | "poss" => Self::ObjectOwner,
            "subject.poss" => Self::SubjectOwner,
            "complement.subject" => Self::ComplementSubject,
            "complement.object" => Self::ComplementObject,
            _ => match text.split_once('.') {
                Some(("subject", preposition)) if !preposition.is_empty() => Self::SubjectPreposition(preposition.to_owned()),
                Some(("complement", preposition)) if !preposition.is_empty() && !preposition.contains('.') => {
                    Self::ComplementPreposition(preposition.to_owned())
                }
                Some(("object", preposition)) if !preposition.is_empty() => Self::ObjectPreposition(preposition.to_owned()),
                None if !text.is_empty() && text.chars().all(char::is_alphabetic) => Self::Preposition(text.to_owned()),
                _ => return Err(UnknownSide(text.to_owned())),
            },
        })
    }
}

/// The conditions under which a frame applies. Every list is empty by default; an empty list sets no condition.
///
/// Lists contain lemmas in lower case, `@name` for a class of words, `@actor`, `@place`, `@thing`, or `*` for anything.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Conditions {
    /// The head of the object.
    pub object: Vec<String>,
    /// Forbidden heads of the object.
    pub not_object: Vec<String>,
    /// The head of the subject.
    pub subject: Vec<String>,
    /// Forbidden heads of the subject.
    pub not_subject: Vec<String>,
    /// Required prepositions, with the heads of their phrases.
    pub prepositions: Vec<(String, Vec<String>)>,
    /// Forbidden prepositions, with the heads of their phrases.
    pub not_prepositions: Vec<(String, Vec<String>)>,
    /// Kinds of governed clauses: `to`, `that`, `ing`.
    pub clause: Vec<String>,
    /// The lemma of the governed verb.
    pub complement: Vec<String>,
    /// Whether the clause is passive.
    pub passive: Option<bool>,
    /// Words of which the clause must contain at least one.
    pub words: Vec<String>,
    /// Words that the clause must not contain.
    pub unless: Vec<String>,
    /// Whether the clause must be negated. If so, the event itself does not count as negated.
    pub negated: Option<bool>,
}

/// A rule by which verbs and nouns become an event.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Frame {
    /// Unique id of the frame.
    pub id: String,
    /// Lemmas of verbs; words after the first are a fixed continuation ("call on").
    pub verbs: Vec<String>,
    /// Lemmas of nouns.
    pub nouns: Vec<String>,
    /// The act, or `NONE` for a sense that is not an event.
    pub act: String,
    /// The PLOVER class, if it differs from the class of the act.
    pub class: Option<String>,
    /// PLOVER mode.
    pub mode: String,
    /// CAMEO code.
    pub cameo: String,
    /// Where the source is looked for, in order. Default: the subject.
    pub source: Vec<Side>,
    /// Where the target is looked for, in order. Default: the object.
    pub target: Vec<Side>,
    /// Where the source is looked for if a noun names the event. If empty, the default for nouns is used.
    pub noun_source: Vec<Side>,
    /// Where the target is looked for if a noun names the event. If empty, the default for nouns is used.
    pub noun_target: Vec<Side>,
    /// Whether a plural subject without a target fills both sides.
    pub reciprocal: bool,
    /// The conditions under which the frame applies.
    pub conditions: Conditions,
}

impl Frame {
    /// A frame without verbs and nouns.
    #[must_use]
    pub fn new(id: impl Into<String>, act: impl Into<String>) -> Self {
        Self { id: id.into(), act: act.into(), ..Self::default() }
    }
}
