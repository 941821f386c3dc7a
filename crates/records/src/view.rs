//! A view of a document, with functions that look up its tokens in the word lists. Tokens are identified by their indexes in the document.

use crate::class::Class;
use crate::lexicon::Meaning;
use crate::tables::Tables;
use chancery_text::key::without_possessive;
use chancery_text::{Catalog, Document, EntityClass, Form, Gap, Mention, SentenceIx, Span, TimeExpression, Token, TokenKind, token_from};

/// A document, with the word lists and the catalog that are used to read it.
pub(crate) struct View<'a> {
    pub(crate) tables: &'a Tables,
    pub(crate) doc: &'a Document,
    pub(crate) catalog: &'a dyn Catalog,
}

impl<'a> View<'a> {
    pub(crate) fn new(tables: &'a Tables, doc: &'a Document, catalog: &'a dyn Catalog) -> Self {
        Self { tables, doc, catalog }
    }

    /// Returns the indexes of the tokens at which the search for records begins: head nouns, document symbols, and names of instruments and
    /// meetings in the gazetteer. The indexes are in ascending order, without duplicates.
    pub(crate) fn starts(&self) -> Vec<usize> {
        let lexicon = &self.tables.lexicon;
        let may_begin = |token: &Token| {
            let key = if token.key == 0 { (token.full_key(self.doc.text()) >> 32) as u32 } else { token.key };
            lexicon.may_begin(key)
        };
        let heads = self.doc.tokens.iter().enumerate().filter(|(_, token)| token.kind == TokenKind::Word && may_begin(token));
        let mut starts: Vec<usize> = heads.map(|(at, _)| at).collect();
        let named = |mention: &&Mention| matches!(self.catalog.class(mention.entity), EntityClass::Instrument | EntityClass::Meeting);
        starts.extend(self.doc.mentions.iter().filter(named).map(|mention| self.doc.tokens_of(mention).start));
        starts.sort_unstable();
        starts.dedup();
        starts
    }

    /// Returns the hash key of a token, or 0 if `token` is after the last token.
    pub(crate) fn key(&self, token: usize) -> u64 {
        self.token(token).map_or(0, |token| token.full_key(self.doc.text()))
    }

    /// Returns the meanings of the phrases that begin at a token, the longest phrase first. Each meaning is paired with the index of the
    /// token after the phrase.
    pub(crate) fn meanings(&self, token: usize) -> impl Iterator<Item = (usize, Meaning)> + '_ {
        self.tables.lexicon.at(move |at| self.token(at).map(|token| token.full_key(self.doc.text())), token)
    }

    pub(crate) fn token(&self, token: usize) -> Option<&'a Token> {
        self.doc.tokens.get(token)
    }

    /// Returns the text of a token, or an empty string if `token` is after the last token.
    pub(crate) fn text(&self, token: usize) -> &'a str {
        self.token(token).map_or("", |token| token.text(self.doc.text()))
    }

    /// Returns the mention that contains a token, or `None` if there is none.
    pub(crate) fn mention_at(&self, token: usize) -> Option<&'a Mention> {
        let byte = self.token(token)?.span.start();
        let before = self.doc.mentions.partition_point(|mention| mention.span.start() <= byte);
        self.doc.mentions[..before].last().filter(|mention| byte < mention.span.end())
    }

    /// Returns the mention that contains a token, unless the mention is an adjective ("Kazakh") or a noun for people ("Kazakhs").
    pub(crate) fn name_at(&self, token: usize) -> Option<&'a Mention> {
        self.mention_at(token).filter(|mention| !matches!(mention.form, Form::Adjective | Form::Demonym))
    }

    /// Returns the class of the entity that is mentioned at a token, or `None` if no mention contains the token.
    pub(crate) fn class_at(&self, token: usize) -> Option<EntityClass> {
        self.mention_at(token).map(|mention| self.catalog.class(mention.entity))
    }

    /// Returns the index of the token after the longest phrase of the class `class` that begins at the token `token`, or `None` if there is
    /// no such phrase.
    pub(crate) fn word(&self, token: usize, class: Class) -> Option<usize> {
        self.meanings(token).find(|(_, meaning)| *meaning == Meaning::Word(class)).map(|(end, _)| end)
    }

    /// Returns `true` if a word or phrase of the class `class` begins at a token.
    pub(crate) fn is(&self, token: usize, class: Class) -> bool {
        self.word(token, class).is_some()
    }

    /// Returns `true` if a token is a word with a capital first letter.
    pub(crate) fn is_capital(&self, token: usize) -> bool {
        self.token(token).is_some_and(|token| token.kind == TokenKind::Word && token.capital)
    }

    pub(crate) fn is_possessive(&self, token: usize) -> bool {
        self.token(token).is_some_and(|token| token.is_possessive(self.doc.text()))
    }

    /// Returns `true` if a token is the first one in its sentence.
    pub(crate) fn opens(&self, token: usize) -> bool {
        self.doc.sentences.get(self.sentence(token).0 as usize).is_some_and(|sentence| sentence.token_range.start as usize == token)
    }

    /// Returns `true` if a token is a punctuation mark or a symbol, or is after the last token.
    pub(crate) fn is_mark(&self, token: usize) -> bool {
        self.token(token).is_none_or(|token| matches!(token.kind, TokenKind::Punctuation | TokenKind::Symbol))
    }

    /// Returns `true` if an empty line precedes a token, or if `token` is after the last token.
    pub(crate) fn breaks(&self, token: usize) -> bool {
        self.token(token).is_none_or(|token| token.gap == Gap::Break)
    }

    /// Returns the sentence that contains a token.
    pub(crate) fn sentence(&self, token: usize) -> SentenceIx {
        let after = self.doc.sentences.partition_point(|sentence| sentence.token_range.start as usize <= token);
        SentenceIx(after.saturating_sub(1) as u32)
    }

    /// Returns the range of a sentence's tokens, half-open.
    pub(crate) fn bounds(&self, sentence: SentenceIx) -> (usize, usize) {
        self.doc
            .sentences
            .get(sentence.0 as usize)
            .map_or((0, 0), |sentence| (sentence.token_range.start as usize, sentence.token_range.end as usize))
    }

    /// Returns the byte range of the tokens `start..end`, without a possessive ending of the last token ("'s" in "the Millennium Summit's").
    pub(crate) fn span(&self, start: usize, end: usize) -> Span {
        let Some((first, last)) = self.doc.tokens.get(start..end).and_then(|tokens| Some((tokens.first()?, tokens.last()?))) else {
            return Span::new(0, 0);
        };
        let mut end = last.span.end();
        if last.is_possessive(self.doc.text()) {
            let word = last.text(self.doc.text());
            let kept = without_possessive(&word.replace('\u{2019}', "'")).chars().count();
            let ending: usize = word.chars().skip(kept).map(char::len_utf8).sum();
            end -= ending as u32;
        }
        Span::new(first.span.start(), end)
    }

    /// Returns the index of the first token that starts at or after the byte offset `byte`.
    pub(crate) fn token_of(&self, byte: u32) -> usize {
        token_from(&self.doc.tokens, 0, byte)
    }

    /// Returns the time expressions that begin in the token range `start..end`. Each is returned with the indexes of its first token and
    /// of the token after it.
    pub(crate) fn times(&self, start: usize, end: usize) -> impl Iterator<Item = (usize, usize, &'a TimeExpression)> + '_ {
        let byte = |token: usize| self.token(token).map_or(u32::MAX, |token| token.span.start());
        let (from, to) = if start < end { (byte(start), byte(end)) } else { (0, 0) };
        let first = self.doc.times.partition_point(|time| time.span.start() < from);
        self.doc.times[first..].iter().take_while(move |time| time.span.start() < to).map(|time| {
            let first = self.token_of(time.span.start());
            (first, token_from(&self.doc.tokens, first, time.span.end()), time)
        })
    }
}
