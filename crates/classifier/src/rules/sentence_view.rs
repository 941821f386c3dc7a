//! Tests whether the words, names and times of a document match the parts of patterns.

use super::pattern::{Atom, SlotType};
use super::vocabulary::Vocabulary;
use crate::tables::Tables;
use chancery_text::fold::Folder;
use chancery_text::key::word_key;
use chancery_text::{Catalog, Document, Form, Span, Token, TokenKind, token_from};
use std::ops::Range;

/// The kind of a filler, that is, of a name or time that fills a slot of a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FillerKind<'a> {
    /// The name of an entity of this type.
    Name(&'a str),
    /// A time expression.
    Time,
}

/// A name or time that may fill a slot.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Filler<'a> {
    /// Index of the filler's first token.
    pub(crate) first: usize,
    /// Index of the token after the filler.
    pub(crate) end: usize,
    pub(crate) kind: FillerKind<'a>,
    /// Index of a name in [`Document::mentions`], or of a time in [`Document::times`].
    pub(crate) index: u32,
    pub(crate) span: Span,
}

/// The filled slots, each as a pair of the slot's name and its filler. They have the same order as in the pattern.
pub(crate) type Filled<'a> = Vec<(&'a str, Filler<'a>)>;

/// A document, with the names and times that can fill slots.
pub(crate) struct SentenceView<'a> {
    pub(crate) doc: &'a Document,
    pub(crate) folder: &'a Folder,
    pub(crate) vocabulary: &'a Vocabulary,
    /// The names and times of the document, sorted by the index of their first token. Names do not overlap each other.
    pub(crate) fillers: Vec<Filler<'a>>,
    /// The index of the word class `coordinator` ("and"), or `None` if this class was not added.
    pub(crate) coordinators: Option<u32>,
    /// The index of the word class `barrier`, or `None` if this class was not added. A gap never extends across a word
    /// of this class.
    pub(crate) barriers: Option<u32>,
    /// The index of the word class `article` ("the"), or `None` if this class was not added. A word of this class may
    /// come between a coordinator and a name.
    pub(crate) articles: Option<u32>,
}

impl FillerKind<'_> {
    /// Returns `true` if a slot of type `slot` accepts a filler of this kind.
    fn is(self, slot: &SlotType) -> bool {
        match (self, slot) {
            (FillerKind::Name(kind), SlotType::Name(wanted)) => kind == wanted,
            (FillerKind::Time, SlotType::Time) => true,
            _ => false,
        }
    }
}

impl<'a> SentenceView<'a> {
    /// Returns `true` if a name or time begins within `range`, a range of tokens.
    pub(crate) fn has_filler(&self, range: &Range<usize>) -> bool {
        let at = self.fillers.partition_point(|filler| filler.first < range.start);
        self.fillers.get(at).is_some_and(|filler| filler.first < range.end)
    }

    pub(crate) fn new(tables: &'a Tables, doc: &'a Document, catalog: &'a dyn Catalog) -> Self {
        let mut fillers = Vec::with_capacity(doc.mentions.len() + doc.times.len());
        let names = doc.mentions.iter().enumerate().filter(|(_, mention)| mention.form != Form::Demonym);
        fillers.extend(names.map(|(index, mention)| {
            let Range { start: first, end } = doc.tokens_of(mention);
            Filler { first, end, kind: FillerKind::Name(catalog.kind(mention.entity)), index: index as u32, span: mention.span }
        }));
        // Times are sorted, so each search starts where the previous one ended.
        let mut at = 0;
        fillers.extend(doc.times.iter().enumerate().map(|(index, time)| {
            at = token_from(&doc.tokens, at, time.span.start());
            Filler {
                first: at,
                end: token_from(&doc.tokens, at, time.span.end()),
                kind: FillerKind::Time,
                index: index as u32,
                span: time.span,
            }
        }));
        fillers.sort_by_key(|filler| (filler.first, filler.end));
        SentenceView {
            doc,
            folder: tables.phrases.folder(),
            vocabulary: &tables.vocabulary,
            fillers,
            coordinators: tables.coordinators,
            barriers: tables.barriers,
            articles: tables.articles,
        }
    }

    fn starting(&self, at: usize) -> impl Iterator<Item = &Filler<'a>> {
        let from = self.fillers.partition_point(|filler| filler.first < at);
        self.fillers[from..].iter().take_while(move |filler| filler.first == at)
    }

    fn ending(&self, at: usize) -> impl Iterator<Item = &Filler<'a>> {
        let behind = self.fillers.partition_point(|filler| filler.first < at);
        self.fillers[..behind].iter().rev().take(4).filter(move |filler| filler.end == at)
    }

    /// Returns the filler that begins at token `at` and has one of the types `types`.
    pub(crate) fn filler_from(&self, at: usize, types: &[SlotType]) -> Option<Filler<'a>> {
        self.starting(at).find(|filler| types.iter().any(|kind| filler.kind.is(kind))).copied()
    }

    /// Returns the filler that ends directly before token `at` and has one of the types `types`.
    pub(crate) fn filler_to(&self, at: usize, types: &[SlotType]) -> Option<Filler<'a>> {
        self.ending(at).find(|filler| types.iter().any(|kind| filler.kind.is(kind))).copied()
    }

    /// Returns the name that begins at token `at`.
    pub(crate) fn name_from(&self, at: usize) -> Option<&Filler<'a>> {
        self.starting(at).find(|filler| filler.kind != FillerKind::Time)
    }

    /// Returns the name that ends directly before token `at`.
    pub(crate) fn name_to(&self, at: usize) -> Option<&Filler<'a>> {
        self.ending(at).find(|filler| filler.kind != FillerKind::Time)
    }

    /// Returns `true` if a token matches one of the alternatives `atoms`.
    pub(crate) fn is_word(&self, token: &Token, atoms: &[Atom]) -> bool {
        let text = token.text(self.doc.text());
        // The text of a token with a key needs no folding.
        let folded = (token.key == 0).then(|| self.folder.word(text));
        let word = folded.as_deref().unwrap_or(text);
        atoms.iter().any(|atom| match atom {
            Atom::Word(wanted) => wanted.eq_ignore_ascii_case(word),
            Atom::Class(class) => self.in_class(*class, token),
        })
    }

    /// Returns `true` if the word of a token belongs to the class with the index `class`.
    pub(crate) fn in_class(&self, class: u32, token: &Token) -> bool {
        let text = token.text(self.doc.text());
        if token.key != 0 {
            return self.vocabulary.contains(class, token.key, text);
        }
        let word = self.folder.word(text);
        self.vocabulary.contains(class, word_key(word.as_bytes()), &word)
    }

    /// Returns `true` if a token is part of a time expression.
    pub(crate) fn in_time(&self, token: &Token) -> bool {
        let at = self.doc.times.partition_point(|time| time.span.end() <= token.span.start());
        self.doc.times.get(at).is_some_and(|time| time.span.start() <= token.span.start())
    }

    /// Returns `true` if the word of a token, after folding, equals `word`. `word` must already be
    /// folded.
    pub(crate) fn is(&self, token: &Token, word: &str) -> bool {
        // A token with a key has only ASCII characters, so it is enough to ignore case. The lengths are compared first, because they usually differ.
        if token.key != 0 {
            return token.span.len() as usize == word.len() && token.text(self.doc.text()).eq_ignore_ascii_case(word);
        }
        let text = token.text(self.doc.text());
        // Most tokens without a key are quotation marks, which never equal a word.
        let mark = token.kind == TokenKind::Punctuation && word.starts_with(char::is_alphanumeric);
        !mark && self.folder.word(text) == *word
    }
}
