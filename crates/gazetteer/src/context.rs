//! The data that all steps of a run read. A *hit* is a place where the text matches one or more names.

use crate::dated;
use crate::entry::Activation;
use crate::hits::ScanHits;
use crate::tables::{NameRow, Role, Tables};
use chancery_phrases::Hit;
use chancery_text::key::word_key;
use chancery_text::{
    Document, EntityIx, Form, Mention, NameIx, Rejection, RejectionReason, SentenceIx, Span, Token, TokenKind, TokenRange,
};

/// The tables, a document, and the results of the scan of that document.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Context<'a> {
    pub(crate) tables: &'a Tables,
    pub(crate) doc: &'a Document,
    pub(crate) hits: &'a ScanHits,
    /// The language of the document, as an index into [`Tables::languages`]; 0 if it is unknown or no name has this language.
    language: u16,
}

impl<'a> Context<'a> {
    pub(crate) fn new(tables: &'a Tables, doc: &'a Document, hits: &'a ScanHits) -> Self {
        let language = doc.metadata.language.as_ref().and_then(|language| tables.languages.iter().position(|known| known == language));
        Self { tables, doc, hits, language: language.unwrap_or(0) as u16 }
    }

    /// Returns `true` if a name is in the language of the document; `false` if this language is unknown.
    pub(crate) fn in_own_language(&self, row: &NameRow) -> bool {
        self.language != 0 && self.language == row.language
    }

    /// Returns the text of a token.
    pub(crate) fn text(&self, token: &Token) -> &'a str {
        token.text(self.doc.text())
    }

    /// Returns the span that a hit covers.
    pub(crate) fn span(&self, hit: &Hit) -> Span {
        Span::new(self.doc.tokens[hit.first as usize].span.start(), hit.end_byte)
    }

    /// Returns the indexes of the names that match at a hit and have the given activation.
    pub(crate) fn names(&self, hit: &Hit, activation: Activation) -> impl Iterator<Item = u32> + use<'a> {
        self.tables.phrases.values(*hit).iter().filter_map(move |&code| match Role::of(code) {
            Role::Name(name, when) if when == activation => Some(name),
            _ => None,
        })
    }

    /// Returns the index of the sentence that contains a token.
    pub(crate) fn sentence(&self, token: u32) -> u32 {
        self.doc.sentences.partition_point(|sentence| sentence.token_range.end <= token) as u32
    }

    /// Returns `true` if the token with the index `token` is one of the folded words in `words`.
    pub(crate) fn any_word(&self, words: &[String], token: usize) -> bool {
        words.iter().any(|word| self.stands(std::slice::from_ref(word), token))
    }

    /// Returns `true` if the text contains the folded words of `phrase`, beginning at the token `from`. Always false if `phrase`
    /// is empty.
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

    /// Returns the key of the folded word of a token.
    pub(crate) fn key(&self, token: usize) -> u32 {
        let token = &self.doc.tokens[token];
        if token.key == 0 { word_key(self.tables.phrases.folder().word(self.text(token)).as_bytes()) } else { token.key }
    }

    /// Returns the span and the tokens of the mention that a name yields at a hit. If the name has square brackets, the words outside them are not part of the
    /// mention.
    pub(crate) fn seen(&self, hit: &Hit, name: u32) -> (Span, TokenRange) {
        seen(self.tables, self.doc, hit, name)
    }

    /// Returns `true` if the document's date is within the period of validity of a name, and `None` if this is unknown; see [`dated::in_date`].
    pub(crate) fn in_date(&self, name: u32) -> Option<bool> {
        dated::in_date(self.tables, name, self.doc.metadata.date?)
    }

    /// Creates the mention of a short name. `introduced` is the span of the longer name that introduces the short name.
    pub(crate) fn short_mention(&self, (span, token_range): (Span, TokenRange), reading: Reading, introduced: Span) -> Mention {
        let mut mention = Mention::new(span, reading.entity, reading.name, reading.form);
        mention.token_range = token_range;
        mention.sentence = SentenceIx(self.sentence(token_range.start));
        mention.in_date = self.in_date(reading.name.0);
        mention.introduced = Some(introduced);
        mention
    }

    /// Creates the rejection of a name at a hit.
    pub(crate) fn rejection(&self, hit: &Hit, name: u32, reason: RejectionReason) -> Rejection {
        rejection(self.tables, self.doc, hit, name, reason)
    }
}

/// Returns the span and the tokens of the mention that a name yields at a hit. If the name has square brackets, the words outside them are not part of the
/// mention.
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

/// Creates the rejection of a name at a hit. The span of the rejection is the span that the mention would have had.
pub(crate) fn rejection(tables: &Tables, doc: &Document, hit: &Hit, name: u32, reason: RejectionReason) -> Rejection {
    Rejection::new(seen(tables, doc, hit, name).0, EntityIx(tables.name(name).entity), NameIx(name), reason)
}

/// The interpretation of a short name: the entity to which it refers, and the name and form that are recorded in its mention.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reading {
    pub(crate) entity: EntityIx,
    pub(crate) name: NameIx,
    pub(crate) form: Form,
}

/// Returns the first mention that ends after the start of `span`. No other mention can overlap the start of `span`. `mentions` must be sorted and must not
/// overlap.
pub(crate) fn first_from(mentions: &[Mention], span: Span) -> Option<&Mention> {
    mentions.get(mentions.partition_point(|mention| mention.span.end() <= span.start()))
}

/// Returns `true` if a mention overlaps `span`. `mentions` must be sorted and must not overlap.
pub(crate) fn covered(span: Span, mentions: &[Mention]) -> bool {
    first_from(mentions, span).is_some_and(|mention| mention.span.start() < span.end())
}
