//! Clauses: a shallow syntactic analysis of sentences into phrases, verb groups and the relations between them.

use crate::{SentenceIx, Span, TokenRange};
use std::fmt;
use std::sync::Arc;

/// How a clause is connected to the clause or noun phrase on which it depends (its governor).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum ClauseKind {
    /// A main clause.
    Main,
    /// A that-clause, with or without "that" ("said that Kenya agreed"), or an indirect question.
    Content,
    /// An infinitive clause ("agreed to sign").
    Infinitive,
    /// An -ing clause after a preposition or a verb ("accused of attacking").
    Gerund,
    /// A participial clause. The participle modifies a noun ("troops occupying the city", "a treaty signed in Paris") or the main clause as a whole
    /// ("Speaking in Geneva, …").
    Participle,
    /// A relative clause ("which signed the treaty").
    Relative,
    /// A clause with a subordinating conjunction ("if Kenya agrees").
    Adverbial,
}

impl ClauseKind {
    /// Returns the name used in tables: `main`, `content`, `infinitive`, `gerund`, `participle`, `relative`, `adverbial`.
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

/// The tense of a verb group. The first word of the group determines the tense.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Tense {
    /// Present ("signs", "has signed", "is signing").
    Present,
    /// Past ("signed", "had signed").
    Past,
    /// The group begins with a modal verb ("will sign").
    Modal,
    /// The group has no tense, because it begins with an infinitive or a participle ("to sign", "signing").
    None,
}

impl Tense {
    /// Returns the name used in tables: `present`, `past` or `modal`. Returns an empty string for a verb group that is not finite.
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

/// A clause: a verb group with its subject, objects and other arguments.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Clause {
    /// The half-open byte range of the clause in the source. It normally extends from the subject to the last object or prepositional phrase. It begins with
    /// the verb if the subject follows the verb, if the verb is not finite, or if the clause is coordinated with an earlier clause.
    pub span: Span,
    /// The sentence that contains the clause.
    pub sentence: SentenceIx,
    /// The verb group: the main verb, its auxiliaries and the adverbs between them.
    pub verb: TokenRange,
    /// Index of the token that is the main verb.
    pub head: u32,
    /// The lemma (dictionary form) of the main verb, as an index into the list of lemmas; `u32::MAX` if the lexicon does not contain the verb.
    pub lemma: u32,
    /// How the clause is connected to its governor.
    pub kind: ClauseKind,
    /// The tense of the verb group.
    pub tense: Tense,
    /// Whether the verb group is in the passive voice. If so, the subject is the person or thing that is acted upon.
    pub passive: bool,
    /// Whether the verb group is perfect ("has signed").
    pub perfect: bool,
    /// Whether the verb group contains a negation.
    pub negated: bool,
    /// Index of the token that is the modal verb ("will", "must").
    pub modal: Option<u32>,
    /// Index of the token that introduces the clause ("that", "if", "to", "which", or a preposition before a gerund).
    pub marker: Option<u32>,
    /// The clause on which this clause depends, as an index into [`Clauses::clauses`].
    pub parent: Option<u32>,
    /// The noun phrase on which this clause depends ("the decision" in "the decision to sign"), as an index into [`Clauses::phrases`].
    pub governor: Option<u32>,
    /// The first of the earlier clauses with which this clause is coordinated ("signed … and ratified"), as an index into [`Clauses::clauses`].
    pub coordinated: Option<u32>,
    /// The grammatical subject, as an index into [`Clauses::phrases`]. Several clauses may share one subject.
    pub subject: Option<u32>,
    /// The direct object, as an index into [`Clauses::phrases`].
    pub object: Option<u32>,
    /// The indirect object ("Kenya" in "gave Kenya a loan"), as an index into [`Clauses::phrases`].
    pub indirect: Option<u32>,
    /// Index of the token that is the predicate: an adjective after the verb ("ready" in "is ready to sign"), or the head of a noun phrase after a form of "be"
    /// or a similar verb ("member" in "became a member"); `None` if there is none.
    pub predicate: Option<u32>,
    /// Whether the clause is inside quotation marks.
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
    /// A time expression. It is never treated as a subject or object.
    Time,
}

/// A noun phrase without the prepositional phrases and clauses that follow it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Phrase {
    /// The tokens of the phrase, from the determiner to the head noun.
    pub tokens: TokenRange,
    /// Index of the token that is the head of the phrase (its main noun or pronoun).
    pub head: u32,
    /// The kind of the phrase.
    pub kind: PhraseKind,
    /// The possessor ("Kenya" in "Kenya's minister"), as an index into [`Clauses::phrases`].
    pub possessor: Option<u32>,
    /// The next phrase of a coordination ("France" after "Spain" in "Spain and France"), as an index into [`Clauses::phrases`].
    pub next: Option<u32>,
    /// The phrase in apposition ("the president" in "Ruto, the president of Kenya,"), as an index into [`Clauses::phrases`].
    pub apposition: Option<u32>,
    /// Whether the phrase begins with a negative determiner ("no state").
    pub negative: bool,
}

impl Phrase {
    /// Creates a phrase without a possessor, coordination or apposition.
    #[must_use]
    pub const fn new(tokens: TokenRange, head: u32, kind: PhraseKind) -> Self {
        Self { tokens, head, kind, possessor: None, next: None, apposition: None, negative: false }
    }
}

/// A preposition and the phrase that it governs.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct PrepositionalPhrase {
    /// Index of the token that is the preposition.
    pub preposition: u32,
    /// The phrase that the preposition governs, as an index into [`Clauses::phrases`].
    pub phrase: u32,
    /// The noun phrase directly before the preposition, as an index into [`Clauses::phrases`]. The prepositional phrase may modify this noun phrase.
    pub after: Option<u32>,
    /// The clause whose verb the prepositional phrase may modify, as an index into [`Clauses::clauses`].
    pub clause: Option<u32>,
}

impl PrepositionalPhrase {
    /// Creates a prepositional phrase that is not yet attached to a noun phrase or a clause.
    #[must_use]
    pub const fn new(preposition: u32, phrase: u32) -> Self {
        Self { preposition, phrase, after: None, clause: None }
    }
}

/// The clauses of a document with their phrases. The indexes in clauses and phrases refer to the lists in this struct.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Clauses {
    /// Clauses, in the order of their verbs.
    pub clauses: Vec<Clause>,
    /// Phrases, in the order of their first tokens.
    pub phrases: Vec<Phrase>,
    /// Prepositional phrases, in the order of their prepositions.
    pub prepositions: Vec<PrepositionalPhrase>,
    /// The lemmas to which [`Clause::lemma`] refers.
    pub lemmas: Lemmas,
}

/// The lemmas (dictionary forms) of the verbs of a lexicon. Cloning the list is cheap.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Lemmas(Arc<Vec<String>>);

impl Lemmas {
    /// Creates a list of lemmas. Several documents may share one list.
    #[must_use]
    pub const fn new(lemmas: Arc<Vec<String>>) -> Self {
        Self(lemmas)
    }

    /// Returns the lemma with the index `number`, as stored in [`Clause::lemma`]; `None` if there is no such lemma.
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
    /// Shrinks the capacity of the lists to their length.
    pub fn shrink_to_fit(&mut self) {
        self.clauses.shrink_to_fit();
        self.phrases.shrink_to_fit();
        self.prepositions.shrink_to_fit();
    }

    /// Iterates over `phrase` and the later phrases that are coordinated with it, in the order of the text. The items are indexes into
    /// [`phrases`](Self::phrases).
    pub fn conjuncts(&self, phrase: u32) -> impl Iterator<Item = u32> + '_ {
        let mut next = Some(phrase);
        std::iter::from_fn(move || {
            let here = next?;
            next = self.phrases.get(here as usize)?.next;
            Some(here)
        })
    }
}
