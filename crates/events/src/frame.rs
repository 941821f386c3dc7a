//! Frames, as they are passed to the builder. The crate documentation explains the terms that are used here, such as head and governed clause.

use std::fmt;
use std::str::FromStr;

/// A part of a clause in which a frame looks for a side of an event, that is, for its source or its target.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Side {
    /// The logical subject: the subject of an active clause, or the phrase after "by" in a passive clause.
    Subject,
    /// The logical object: the object of an active clause, the subject of a passive clause, or the phrase after a fixed preposition of the verb ("call on").
    Object,
    /// The indirect object ("Kenya" in "gave Kenya a loan").
    Indirect,
    /// The phrase after this preposition in the clause ("Iraq" in "met with Iraq", for `with`).
    Preposition(String),
    /// The owner of the object: a possessor ("X's"), or a state that is named by an adjective ("Kenyan").
    ObjectOwner,
    /// The phrase after a preposition within the object ("Iraq" in "condemned the invasion by Iraq").
    ObjectPreposition(String),
    /// The phrase after a preposition within the subject ("Iraq" in "the invasion by Iraq shocked the Council").
    SubjectPreposition(String),
    /// The owner of the subject ("X's").
    SubjectOwner,
    /// The phrase after a preposition in the governed clause ("the envoy" in "refused to meet with the envoy").
    ComplementPreposition(String),
    /// The subject of the governed clause ("Iran" in "urged Iran to sign the treaty").
    ComplementSubject,
    /// The object of the governed clause ("the treaty" in "urged Iran to sign the treaty").
    ComplementObject,
}

/// The error returned if a string is not a [`Side`] in the notation of data files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownSide(String);

impl fmt::Display for UnknownSide {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "\"{}\" is not a part of a clause; expected subject, object, indirect, PREPOSITION, subject.PREPOSITION, subject.poss, object.PREPOSITION, object.poss, complement.PREPOSITION, complement.subject or complement.object",
            self.0
        )
    }
}

impl std::error::Error for UnknownSide {}

impl FromStr for Side {
    type Err = UnknownSide;

    /// Parses a side in the notation of data files, such as `subject`, `with` or `object.poss`. `poss` is short for `object.poss`. Question marks at the end of
    /// the string are ignored.
    ///
    /// # Errors
    /// Returns an error if the string is not a side in this notation.
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

/// The conditions under which a frame applies. By default, every list is empty, and an empty list sets no condition.
///
/// A head is given as a lemma in lower case, as `*` for any word, or as `@` followed by the name of a word class. These names are built in:
///
/// - `@actor`: participants that can act
/// - `@place`: places
/// - `@thing`: anything that is neither an actor nor a place
/// - `@government`: the speaker, states, groups of states, organisations, and people who act for a government
/// - `@official`: persons and holders of offices that the gazetteer lists
/// - `@people`: civilian groups ("farmers"), and people named after their state ("Chileans")
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Conditions {
    /// Allowed heads of the object.
    pub object: Vec<String>,
    /// Forbidden heads of the object.
    pub not_object: Vec<String>,
    /// Allowed heads of the subject.
    pub subject: Vec<String>,
    /// Forbidden heads of the subject.
    pub not_subject: Vec<String>,
    /// Required prepositions, each with the allowed heads of the phrase after it. The clause must contain all of them.
    pub prepositions: Vec<(String, Vec<String>)>,
    /// Forbidden prepositions, each with the heads with which it is forbidden.
    pub not_prepositions: Vec<(String, Vec<String>)>,
    /// Allowed kinds of governed clauses: `to` for infinitives, `that` for content clauses, and `ing` for -ing clauses. Other strings are ignored.
    pub clause: Vec<String>,
    /// Allowed lemmas of the verb of the governed clause.
    pub complement: Vec<String>,
    /// Whether the clause must be passive (`true`) or must not be passive (`false`). Default: either.
    pub passive: Option<bool>,
    /// Lemmas of which the clause must contain at least one. If the frame is tried at a noun, its whole sentence is searched. In both cases, the search is
    /// limited to 150 tokens on each side.
    pub words: Vec<String>,
    /// Lemmas that the clause must not contain. The same text is searched as for `words`.
    pub unless: Vec<String>,
    /// Whether the clause must be negated (`true`) or must not be negated (`false`). Default: either. A frame that requires a negation describes the act of not
    /// doing something, such as a refusal. The voice of its events is therefore not `negated`.
    pub negated: Option<bool>,
}

/// A rule that states which event a verb or noun expresses.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Frame {
    /// Unique id of the frame.
    pub id: String,
    /// Lemmas of verbs. If an entry has several words, the words after the first must follow the verb in the text ("call on").
    pub verbs: Vec<String>,
    /// Lemmas of nouns that name the same act. If an entry has several words, the last word is the noun, and the others must come directly before it.
    pub nouns: Vec<String>,
    /// The act, or `NONE` if the frame describes a sense of the words that is not an event.
    pub act: String,
    /// The PLOVER class, if it differs from the class of the act.
    pub class: Option<String>,
    /// The PLOVER mode, which is more specific than the class ("disapprove"); empty if there is none.
    pub mode: String,
    /// The CAMEO code ("111"); empty if there is none.
    pub cameo: String,
    /// The parts of the clause in which the source is looked for, in order. Default: the subject.
    pub source: Vec<Side>,
    /// The parts of the clause in which the target is looked for, in order. Default: the object.
    pub target: Vec<Side>,
    /// The parts in which the source is looked for if a noun names the event. If empty, the parts set with
    /// [`noun_sides`](crate::EventCoderBuilder::noun_sides) are used.
    pub noun_source: Vec<Side>,
    /// The parts in which the target is looked for if a noun names the event. If empty, the prepositions in `target` are used, followed by the parts set with
    /// [`noun_sides`](crate::EventCoderBuilder::noun_sides).
    pub noun_target: Vec<Side>,
    /// Whether the participants in the source are also the target ("France and Spain met"), if several participants are in the source and none in the target
    /// can act.
    pub reciprocal: bool,
    /// Whether the frame is a fallback. It is used only if no other frame fits the verb, and only if both sides are known and different.
    pub fallback: bool,
    /// The conditions under which the frame applies.
    pub conditions: Conditions,
}

impl Frame {
    /// Creates a frame with this id and act, and without verbs and nouns. [`EventCoderBuilder::build`](crate::EventCoderBuilder::build) requires at least one of
    /// them.
    #[must_use]
    pub fn new(id: impl Into<String>, act: impl Into<String>) -> Self {
        Self { id: id.into(), act: act.into(), ..Self::default() }
    }
}
