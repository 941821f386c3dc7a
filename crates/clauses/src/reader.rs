//! Reads the clauses of a document.

use crate::assemble::Assembly;
use crate::cell::Cell;
use crate::chunk::{self, Item};
use crate::class::Classes;
use crate::common::Common;
use crate::error::BuildError;
use crate::lexicon::Lexicon;
use crate::lists::{Marks, WordList};
use crate::rules;
use crate::table::Slot;
use crate::tables::Tables;
use crate::tag::{self, NameClass, Source};
use crate::verb_group::Group;
use chancery_text::{Clauses, Document, Form, Gap, SentenceIx, Span, Tense, TimexType, Token, TokenKind, token_from};

/// Finds the clauses of documents. A clause reader is immutable and can be shared between threads.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct ClauseReader {
    tables: Tables,
}

/// Buffers that [`ClauseReader::run`] reuses between runs, to save allocations. Keep one `Scratch` per thread.
#[derive(Debug, Default)]
pub struct Scratch {
    cells: Vec<Cell>,
    /// The indexes of the words in the sentence that still have more than one reading, that is, possible class.
    open: Vec<u32>,
    /// The lexicon slots of the words of a sentence.
    found: Vec<Slot>,
    items: Vec<Item>,
    groups: Vec<Group>,
    names: Vec<u32>,
    times: Vec<bool>,
    common: Common,
}

/// Collects a lexicon, rules and word lists, and builds a [`ClauseReader`].
#[derive(Clone, Debug, Default)]
pub struct ClauseReaderBuilder {
    lexicon: Lexicon,
    rules: Vec<String>,
    lists: Vec<(WordList, String)>,
}

/// If a document has more tokens than this, the memory for its clauses is reserved in advance, and unused memory is released at the end.
const LARGE: usize = 1 << 20;

impl ClauseReader {
    /// Returns a builder without words and rules.
    #[must_use]
    pub fn builder() -> ClauseReaderBuilder {
        ClauseReaderBuilder::default()
    }

    /// Returns the index of the lemma of a verb, or `None` if the lexicon does not contain the lemma. [`Clause::lemma`](chancery_text::Clause::lemma) contains such
    /// an index.
    #[must_use]
    pub fn lemma_number(&self, lemma: &str) -> Option<u32> {
        self.tables.lexicon.lemma_number(lemma)
    }

    /// Returns the lemma with the index `number` (see [`lemma_number`](Self::lemma_number)), or an empty string if there is no such lemma.
    #[must_use]
    pub fn lemma(&self, number: u32) -> &str {
        self.tables.lexicon.lemma_text(number)
    }

    /// Finds the clauses of a document and stores them in `doc.clauses`, replacing any clauses that the document already contains.
    ///
    /// The document must have tokens and sentences; without sentences, the result is empty. The reader also uses its time expressions and mentions, if there
    /// are any.
    pub fn run(&self, doc: &mut Document, scratch: &mut Scratch) {
        let mut clauses = std::mem::take(&mut doc.clauses);
        clauses.clauses.clear();
        clauses.phrases.clear();
        clauses.prepositions.clear();
        if doc.tokens.len() > LARGE {
            // A list that grows step by step temporarily needs up to three times its final size. English text has about 26 phrases, 10 clauses and 11
            // prepositional phrases per 100 tokens, so slightly more is reserved.
            clauses.phrases.reserve(doc.tokens.len() / 7 * 2);
            clauses.clauses.reserve(doc.tokens.len() / 9);
            clauses.prepositions.reserve(doc.tokens.len() / 8);
        }
        clauses.lemmas = self.tables.lexicon.lemmas();
        mark(doc, scratch);
        scratch.common.find(doc, &self.tables.lexicon);
        for (number, sentence) in doc.sentences.iter().enumerate() {
            let range = sentence.token_range.range();
            self.cells(doc, range.clone(), scratch);
            chunk::items(&scratch.cells, range.start, &mut clauses.phrases, &mut scratch.items, &mut scratch.groups);
            let (first, first_preposition) = (clauses.clauses.len(), clauses.prepositions.len());
            Assembly::new(&scratch.cells, (&scratch.items, &scratch.groups), range.start, SentenceIx(number as u32), &mut clauses).run();
            spans(&doc.tokens, &mut clauses, first, first_preposition);
        }
        if doc.tokens.len() > LARGE {
            clauses.shrink_to_fit();
        }
        doc.clauses = clauses;
    }

    /// Chooses a class for each token in `range`, the tokens of one sentence, and stores the results in `scratch.cells`.
    fn cells(&self, doc: &Document, range: std::ops::Range<usize>, scratch: &mut Scratch) {
        let names = &scratch.names[range.clone()];
        let of = |at: usize| -> Option<(u32, NameClass)> {
            let value = names[at];
            (value != 0).then_some((value >> 1, if value & 1 == 1 { NameClass::Adjective } else { NameClass::Noun }))
        };
        let sentence = Source { text: doc.text(), tokens: &doc.tokens[range.clone()], common: scratch.common.keys() };
        tag::cells(&self.tables, &sentence, of, &mut scratch.cells, &mut scratch.open, &mut scratch.found);
        if !doc.times.is_empty() {
            for (cell, time) in scratch.cells.iter_mut().zip(&scratch.times[range]) {
                cell.time = *time;
            }
        }
        tag::particles(&self.tables, &mut scratch.cells);
    }

    /// Returns the classes that the lexicon gives for a token, or the empty set if the lexicon does not contain the word.
    #[must_use]
    pub fn classes_of(&self, token: &Token, text: &str) -> Classes {
        self.tables.lexicon.of(token, text).map_or(Classes::default(), |entry| entry.classes)
    }

    /// Returns the classes of a word, which must be in lower case. If the word is not in the lexicon, returns the classes that its ending indicates.
    #[must_use]
    pub fn classes_of_word(&self, word: &str) -> Classes {
        self.tables.lexicon.get(word).map_or_else(|| self.tables.lexicon.by_ending(word), |entry| entry.classes)
    }

    /// Returns the class that the reader chooses for each token of a document. Use this method to inspect the decisions of the reader; [`run`](Self::run) does
    /// not need it.
    #[must_use]
    pub fn classes(&self, doc: &Document) -> Vec<Classes> {
        let mut scratch = Scratch::default();
        mark(doc, &mut scratch);
        scratch.common.find(doc, &self.tables.lexicon);
        let mut all = vec![Classes::default(); doc.tokens.len()];
        for sentence in &doc.sentences {
            let range = sentence.token_range.range();
            self.cells(doc, range.clone(), &mut scratch);
            for (class, cell) in all[range].iter_mut().zip(&scratch.cells) {
                *class = cell.readings.or(cell.flags);
            }
        }
        all
    }
}

/// Marks the tokens that are part of names and time expressions, in `scratch.names` and `scratch.times`. The value of a token in a name is twice the number of the
/// name (counted from 1), plus 1 if the name is an adjective. The value of any other token is 0.
fn mark(doc: &Document, scratch: &mut Scratch) {
    scratch.names.clear();
    scratch.names.resize(doc.tokens.len(), 0);
    scratch.times.clear();
    scratch.times.resize(doc.tokens.len(), false);
    for (number, mention) in (1..).zip(&doc.mentions) {
        let value = number << 1 | u32::from(mention.form == Form::Adjective);
        for name in &mut scratch.names[doc.tokens_of(mention)] {
            *name = value;
        }
    }
    let mut at = 0;
    for time in &doc.times {
        at = token_from(&doc.tokens, at, time.span.start());
        let end = token_from(&doc.tokens, at, time.span.end());
        // A duration with a hyphen before a noun is an adjective, not a time expression: "an 18-year occupation".
        let hyphen = |token: usize| doc.tokens[token].kind == TokenKind::Punctuation && doc.tokens[token].gap == Gap::None;
        let word = |next: &Token| next.kind == TokenKind::Word && matches!(next.gap, Gap::Blank | Gap::Line);
        let before_unit = end.checked_sub(2).is_some_and(|token| token >= at && hyphen(token));
        let adjective = time.timex_type == TimexType::Duration && before_unit && doc.tokens.get(end).is_some_and(word);
        scratch.times[at..end].fill(!adjective);
    }
}

impl ClauseReaderBuilder {
    /// Adds a word form to the lexicon.
    ///
    /// - `form` must be in lower case. If it begins with a hyphen ("-ly"), it is an ending: words that have this ending and are not in the lexicon get its classes.
    /// - `classes` contains the names of the classes that the form may have, separated by spaces, with the likeliest class first.
    /// - `lemma` is the lemma of a verb form, and `None` for other words.
    /// - `function` is `true` for a function word, such as an article or a preposition.
    ///
    /// If a form is added twice, the second entry replaces the first one. However, a content word never replaces a function word.
    ///
    /// # Errors
    /// Returns an error if a class is unknown. Its [line number](BuildError::line) is 0.
    pub fn word(&mut self, form: &str, classes: &str, lemma: Option<&str>, function: bool) -> Result<&mut Self, BuildError> {
        let classes = classes.split_whitespace();
        let classes: Vec<Classes> = classes
            .map(|name| Classes::named(name).ok_or_else(|| BuildError::rule(0, format!("there is no class \"{name}\""))))
            .collect::<Result<_, _>>()?;
        self.lexicon.insert(form, &classes, lemma, function);
        Ok(self)
    }

    /// Adds the rules in `text`, which contains one rule per line. The data file `grammar.txt` describes their syntax. Syntax errors are reported by `build`.
    pub fn rules(&mut self, text: &str) -> &mut Self {
        self.rules.push(text.to_owned());
        self
    }

    /// Adds `word` to `list`. In a list of verbs, `word` must be a lemma. In the list `particle`, it must be a lemma and a particle, joined by an underscore
    /// (`carry_out`). Lemmas that the lexicon does not contain are ignored.
    pub fn listed(&mut self, list: WordList, word: &str) -> &mut Self {
        self.lists.push((list, word.to_owned()));
        self
    }

    /// Builds the reader.
    ///
    /// # Errors
    /// Returns an error if a rule cannot be parsed. `BuildError::line` is the line of the rule.
    pub fn build(mut self) -> Result<ClauseReader, BuildError> {
        let mut particles = Vec::new();
        for (list, word) in &self.lists {
            let marks = Marks::of(*list);
            if let (WordList::Particle, Some((lemma, particle))) = (list, word.split_once('_')) {
                self.lexicon.mark(particle, marks);
                if let Some(lemma) = self.lexicon.lemma_number(lemma) {
                    particles.push((lemma, self.lexicon.word(particle)));
                }
            } else if list.has_lemmas() {
                self.lexicon.mark_lemma(word, marks);
            } else {
                self.lexicon.mark(word, marks);
            }
        }
        let rules = rules::parse(&self.rules, &mut self.lexicon)?;
        Ok(ClauseReader { tables: Tables::new(self.lexicon, rules, particles) })
    }
}

/// Sets the byte spans of the clauses of the last sentence that was read. `first` is the index of its first clause, and `first_preposition` is the index of its
/// first prepositional phrase.
fn spans(tokens: &[Token], clauses: &mut Clauses, first: usize, first_preposition: usize) {
    let Clauses { clauses, phrases, prepositions, .. } = clauses;
    let byte_start = |token: u32| tokens.get(token as usize).map_or(0, |token| token.span.start());
    let byte_end = |token: u32| token.checked_sub(1).and_then(|last| tokens.get(last as usize)).map_or(0, |token| token.span.end());
    for clause in &mut clauses[first..] {
        let (mut start, mut end) = (clause.verb.start, clause.verb.end);
        for phrase in [clause.subject, clause.object, clause.indirect].into_iter().flatten() {
            let tokens = phrases[phrase as usize].tokens;
            if tokens.start < start {
                if clause.coordinated.is_none() && clause.tense != Tense::None {
                    start = tokens.start;
                }
            } else {
                end = end.max(tokens.end);
            }
        }
        clause.span = Span::new(byte_start(start), byte_end(end));
    }
    for link in &prepositions[first_preposition..] {
        let Some(clause) = link.clause.and_then(|clause| clauses.get_mut(clause as usize)) else { continue };
        let end = byte_end(phrases[link.phrase as usize].tokens.end);
        if end > clause.span.end() {
            clause.span = Span::new(clause.span.start(), end);
        }
    }
}
