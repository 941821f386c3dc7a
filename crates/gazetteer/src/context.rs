//! The document as the steps of a run see it.

use crate::dated;
use crate::entry::Activation;
use crate::hits::ScanHits;
use crate::tables::{Role, Tables};
use chancery_phrases::Hit;
use chancery_text::key::word_key;
use chancery_text::{
    Document, EntityIx, Form, Mention, NameIx, Rejection, RejectionReason, SentenceIx, Span, Token, TokenKind, TokenRange,
};

/// The tables, a document, and the hits of the scan in it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Context<'a> {
    pub(crate) tables: &'a Tables,
    pub(crate) doc: &'a Document,
    pub(crate) hits: &'a ScanHits,
}

impl<'a> Context<'a> {
    /// The text of a token.
    pub(crate) fn text(&self, token: &Token) -> &'a str {
        token.text(self.doc.text())
    }

    /// The bytes that a hit covers.
    pub(crate) fn span(&self, hit: &Hit) -> Span {
        Span::new(self.doc.tokens[hit.first as usize].span.start(), hit.end_byte)
    }

    /// The numbers of the names that a hit matches and that have this activation.
    pub(crate) fn names(&self, hit: &Hit, activation: Activation) -> impl Iterator<Item = u32> + use<'a> {
        self.tables.phrases.values(*hit).iter().filter_map(move |&code| match Role::of(code) {
            Role::Name(name, when) if when == activation => Some(name),
            _ => None,
        })
    }

    /// The index of the sentence that contains a token.
    pub(crate) fn sentence(&self, token: u32) -> u32 {
        self.doc.sentences.partition_point(|sentence| sentence.token_range.end <= token) as u32
    }

    /// Returns true if the token is one of these folded words.
    pub(crate) fn any_word(&self, words: &[String], token: usize) -> bool {
        words.iter().any(|word| self.stands(std::slice::from_ref(word), token))
    }

    /// Returns true if the tokens from `from` on are these folded words. Never true for an empty phrase.
    #[inline]
    pub(crate) fn stands(&self, phrase: &[String], from: usize) -> bool {
        // The length of the first word rules out most tokens.
        match (self.doc.tokens.get(from), phrase.first()) {
            (Some(token), Some(word)) if token.key != 0 && token.span.len() as usize != word.len() => false,
            _ => self.all_stand(phrase, from),
        }
    }

    fn all_stand(&self, phrase: &[String], from: usize) -> bool {
        let tokens = self.doc.tokens.get(from..from + phrase.len()).unwrap_or_default();
        !phrase.is_empty()
            && tokens.len() == phrase.len()
            && tokens.iter().zip(phrase).all(|(token, word)| {
                if token.key != 0 {
                    // A token with a key is ASCII and needs no folding.
                    token.span.len() as usize == word.len() && self.text(token).eq_ignore_ascii_case(word)
                } else {
                    // Most tokens without a key are quotation marks, which are not words.
                    let mark = token.kind == TokenKind::Punctuation && word.starts_with(char::is_alphanumeric);
                    !mark && self.tables.phrases.folder().word(self.text(token)) == *word
                }
            })
    }

    /// The key of the folded word of a token.
    pub(crate) fn key(&self, token: usize) -> u32 {
        let token = &self.doc.tokens[token];
        if token.key == 0 { word_key(self.tables.phrases.folder().word(self.text(token)).as_bytes()) } else { token.key }
    }

    /// The span and the tokens of a mention by this name at a hit: the hit without the tokens outside the name's square brackets.
    pub(crate) fn seen(&self, hit: &Hit, name: u32) -> (Span, TokenRange) {
        seen(self.tables, self.doc, hit, name)
    }

    /// Whether the document's date lies in the validity of a name. `None` if either is unknown, or if the date is not precise enough.
    ///
    /// The validity of an instrument begins with its entry into force, but documents name it from its adoption on. The years of [`Dated::before`](crate::Dated)
    /// therefore count as well.
    pub(crate) fn in_date(&self, name: u32) -> Option<bool> {
        let row = self.tables.name(name);
        let (date, valid) = self.doc.metadata.date.zip(row.valid)?;
        let inside = valid.contains(date);
        if inside != Some(true) && dated::adopted(self.tables.entity(row.entity), valid, date) { Some(true) } else { inside }
    }

    /// Makes the mention of a short name. `introduced` is the span of the longer name that introduces it.
    pub(crate) fn short_mention(&self, (span, token_range): (Span, TokenRange), reading: Reading, introduced: Span) -> Mention {
        let mut mention = Mention::new(span, reading.entity, reading.name, reading.form);
        mention.token_range = token_range;
        mention.sentence = SentenceIx(self.sentence(token_range.start));
        mention.in_date = self.in_date(reading.name.0);
        mention.introduced = Some(introduced);
        mention
    }

    /// The rejection of a name at a hit.
    pub(crate) fn rejection(&self, hit: &Hit, name: u32, reason: RejectionReason) -> Rejection {
        rejection(self.tables, self.doc, hit, name, reason)
    }
}

/// The span and the tokens of a mention by a name at a hit: the hit without the tokens outside the name's square brackets.
fn seen(tables: &Tables, doc: &Document, hit: &Hit, name: u32) -> (Span, TokenRange) {
    let all = Span::new(doc.tokens[hit.first as usize].span.start(), hit.end_byte);
    let (lead, trail) = tables.name(name).unseen;
    let tokens = TokenRange::new(hit.first + u32::from(lead), hit.end.saturating_sub(u32::from(trail)));
    let seen = match doc.tokens.get(tokens.range()) {
        Some([first, .., last]) if trail > 0 => Span::new(first.span.start(), last.span.end()),
        Some([only]) if trail > 0 => only.span,
        Some([first, ..]) => Span::new(first.span.start(), all.end()),
        _ => return (all, TokenRange::new(hit.first, hit.end)),
    };
    (seen, tokens)
}

/// The rejection of a name at a hit, with the span that its mention would have had.
pub(crate) fn rejection(tables: &Tables, doc: &Document, hit: &Hit, name: u32, reason: RejectionReason) -> Rejection {
    Rejection::new(seen(tables, doc, hit, name).0, EntityIx(tables.name(name).entity), NameIx(name), reason)
}

/// The entity that a short name refers to, with the name and form that its mention gets.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reading {
    pub(crate) entity: EntityIx,
    pub(crate) name: NameIx,
    pub(crate) form: Form,
}

/// The first of sorted, disjoint mentions that ends after the start of a span. No other mention can overlap the start of the span.
pub(crate) fn first_from(mentions: &[Mention], span: Span) -> Option<&Mention> {
    mentions.get(mentions.partition_point(|mention| mention.span.end() <= span.start()))
}

/// Returns true if any of sorted, disjoint mentions overlaps a span.
pub(crate) fn covered(span: Span, mentions: &[Mention]) -> bool {
    first_from(mentions, span).is_some_and(|mention| mention.span.start() < span.end())
}
