//! Clauses: a shallow syntactic analysis of sentences into phrases, verb groups and the relations between them.

use crate::{SentenceIx, Span, TokenRange};
use std::fmt;
use std::sync::Arc;

/// How a clause is connected to the clause or phrase that governs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum ClauseKind {
    /// A main clause.
    Main,
    /// A that-clause, with or without "that" ("said that Kenya agreed"), or an indirect question.
    Content,
    /// An infinitive ("agreed to sign").
    Infinitive,
    /// An -ing clause after a preposition or a verb ("accused of attacking").
    Gerund,
    /// A participle that modifies a noun ("troops occupying the city", "a treaty signed in Paris"), or is not attached to a noun ("Speaking in Geneva, …").
    Participle,
    /// A relative clause ("which signed the treaty").
    Relative,
    /// A clause with a subordinating conjunction ("if Kenya agrees").
    Adverbial,
}

impl ClauseKind {
    /// The name used in tables: `main`, `content`, `infinitive`, `gerund`, `participle`, `relative`, `adverbial`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Main => "main",
            Self::Content => "content",
            Self::Infinitive => "infinitive",
            Self::Gerund => "gerund",
            Self::Participle => "participle",
            Self::Relative => "relative",
            Self::Adverbial => "adverbial",
        }
    }
}

/// The tense of a finite verb group, determined by its first word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Tense {
    /// Present ("signs", "has signed", "is signing").
    Present,
    /// Past ("signed", "had signed").
    Past,
    /// The group begins with a modal verb ("will sign").
    Modal,
    /// The group is not finite.
    None,
}

impl Tense {
    /// The name used in tables: `present`, `past`, `modal`, or empty.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Present => "present",
            Self::Past => "past",
            Self::Modal => "modal",
            Self::None => "",
        }
    }
}

/// A clause: a verb group with its arguments.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Clause {
    /// Bytes of the source, half-open: from the subject, if it precedes the verb, to the last argument.
    pub span: Span,
    /// The sentence that contains the clause.
    pub sentence: SentenceIx,
    /// The verb group, with auxiliaries and the adverbs between them.
    pub verb: TokenRange,
    /// The token of the main verb.
    pub head: u32,
    /// The lemma (dictionary form) of the main verb, as an index into the list of lemmas; `u32::MAX` if the lexicon does not contain the verb.
    pub lemma: u32,
    /// How the clause is connected to its governor.
    pub kind: ClauseKind,
    /// The tense.
    pub tense: Tense,
    /// Whether the verb group is passive. If so, the subject is the person or thing to which the act is done.
    pub passive: bool,
    /// Whether the verb group is perfect ("has signed").
    pub perfect: bool,
    /// Whether the verb group contains a negation.
    pub negated: bool,
    /// The token of the modal verb ("will", "must").
    pub modal: Option<u32>,
    /// The token that introduces the clause ("that", "if", "to", "which", or a preposition before a gerund).
    pub marker: Option<u32>,
    /// The clause that governs this one, as an index into [`Clauses::clauses`].
    pub parent: Option<u32>,
    /// The noun phrase that governs this clause ("the decision to sign"), as an index into [`Clauses::phrases`].
    pub governor: Option<u32>,
    /// The first clause of the coordination that this clause continues ("signed … and ratified").
    pub coordinated: Option<u32>,
    /// The grammatical subject, which may be shared with another clause. Index into [`Clauses::phrases`].
    pub subject: Option<u32>,
    /// The object.
    pub object: Option<u32>,
    /// The indirect object ("gave Kenya a loan").
    pub indirect: Option<u32>,
    /// The token of the predicate adjective after a form of "be" ("is ready to sign").
    pub predicate: Option<u32>,
    /// Whether the clause stands in quotation marks.
    pub quoted: bool,
}

impl Clause {
    /// Creates a clause in the active voice without arguments.
    #[must_use]
    pub const fn new(sentence: SentenceIx, verb: TokenRange, head: u32, lemma: u32, kind: ClauseKind) -> Self {
        Self {
            span: Span::new(0, 0),
            sentence,
            verb,
            head,
            lemma,
            kind,
            tense: Tense::None,
            passive: false,
            perfect: false,
            negated: false,
            modal: None,
            marker: None,
            parent: None,
            governor: None,
            coordinated: None,
            subject: None,
            object: None,
            indirect: None,
            predicate: None,
            quoted: false,
        }
    }
}

/// The kind of a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum PhraseKind {
    /// A phrase whose head is a common noun.
    Noun,
    /// A phrase whose head is a name.
    Name,
    /// A pronoun.
    Pronoun,
    /// A time expression, which is neither a subject nor an object.
    Time,
}

/// A noun phrase without the prepositional phrases and clauses that follow it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Phrase {
    /// The tokens, from the determiner to the head.
    pub tokens: TokenRange,
    /// The token of the head.
    pub head: u32,
    /// The kind of the head.
    pub kind: PhraseKind,
    /// The phrase before the possessive ending ("Kenya's" in "Kenya's minister").
    pub possessor: Option<u32>,
    /// The next phrase of a coordination ("France" in "Spain and France").
    pub next: Option<u32>,
    /// The phrase in apposition ("the president of Kenya" in "Ruto, the president of Kenya,").
    pub apposition: Option<u32>,
    /// Whether the phrase begins with a negative determiner ("no state").
    pub negative: bool,
}

impl Phrase {
    /// A phrase without possessor, coordination and apposition.
    #[must_use]
    pub const fn new(tokens: TokenRange, head: u32, kind: PhraseKind) -> Self {
        Self { tokens, head, kind, possessor: None, next: None, apposition: None, negative: false }
    }
}

/// A preposition and the phrase that it governs.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PrepositionalPhrase {
    /// Creates a phrase without a possessor, coordination or apposition.
    pub preposition: u32,
    /// The phrase that the preposition governs, as an index into [`Clauses::phrases`].
    pub phrase: u32,
    /// The noun phrase directly before the preposition, which it may modify.
    pub after: Option<u32>,
    /// The clause whose verb the phrase may modify.
    pub clause: Option<u32>,
}

impl PrepositionalPhrase {
    /// Creates a prepositional phrase that is not yet attached to a noun phrase or a clause.
    #[must_use]
    pub const fn new(preposition: u32, phrase: u32) -> Self {
        Self { preposition, phrase, after: None, clause: None }
    }
}

/// The clauses of a document. Indexes in the records refer to these lists.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Clauses {
    /// Clauses, in the order of their verbs.
    pub clauses: Vec<Clause>,
    /// Phrases, in the order of their first tokens.
    pub phrases: Vec<Phrase>,
    /// Prepositional phrases, in the order of their prepositions.
    pub prepositions: Vec<PrepositionalPhrase>,
    /// The lemmas that clauses refer to.
    pub lemmas: Lemmas,
}

/// The lemmas of a lexicon. Cloning the list is cheap.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Lemmas(Arc<Vec<String>>);

impl Lemmas {
    /// Creates a list of lemmas, which several documents may share.
    #[must_use]
    pub const fn new(lemmas: Arc<Vec<String>>) -> Self {
        Self(lemmas)
    }

    /// The lemma with this index, as stored in [`Clause::lemma`]; `None` if the lexicon does not contain the verb.
    #[must_use]
    pub fn get(&self, number: u32) -> Option<&str> {
        self.0.get(number as usize).map(String::as_str)
    }
}

impl fmt::Debug for Lemmas {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Lemmas({})", self.0.len())
    }
}

impl Clauses {
    /// A phrase and the phrases coordinated with it, in the order of the text.
    pub fn conjuncts(&self, phrase: u32) -> impl Iterator<Item = u32> + '_ {
        let mut next = Some(phrase);
        std::iter::from_fn(move || {
            let here = next?;
            next = self.phrases.get(here as usize)?.next;
            Some(here)
        })
    }
}
