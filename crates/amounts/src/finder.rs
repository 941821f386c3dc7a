//! Finds the amounts in a document.

use crate::meaning::Meaning;
use crate::tables::Tables;
use crate::view::View;
use crate::{amount, events};
use chancery_text::{Amount, Casing, Document, SentenceIx, TokenKind};

/// Finds amounts. An amount finder is immutable and can be shared between threads.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct AmountFinder {
    pub(crate) tables: Tables,
}

impl AmountFinder {
    /// Fills the layer `amounts` of a document, replacing its content. The document must have tokens and sentences. Times, clauses and
    /// events are used if the document has any. A number in a time expression does not begin an amount.
    pub fn run(&self, doc: &mut Document) {
        let view = View { tables: &self.tables, doc };
        let mut found = Vec::new();
        let mut free = 0;
        let (mut sentence, mut time) = (0, 0);
        for (at, token) in doc.tokens.iter().enumerate() {
            let may_begin = match token.kind {
                TokenKind::Number => true,
                // "20bn" is a token of the kind "word", although it begins with a digit.
                TokenKind::Word if token.key != 0 && !self.tables.may_begin(token.key) => {
                    token.casing != Casing::Title && doc.text().as_bytes()[token.span.start() as usize].is_ascii_digit()
                }
                TokenKind::Word | TokenKind::Ideograph => true,
                _ => false,
            };
            if !may_begin || at < free {
                continue;
            }
            // In "a million", the word for one ("a") is part of the amount.
            let one = token.kind == TokenKind::Word
                && at > free
                && view.is(at, Meaning::One).is_none()
                && view.is(at - 1, Meaning::One) == Some(at);
            let at = if one { at - 1 } else { at };
            while doc.times.get(time).is_some_and(|time| time.span.end() <= token.span.start()) {
                time += 1;
            }
            if doc.times.get(time).is_some_and(|time| time.span.start() <= token.span.start()) {
                continue;
            }
            let Some(amount) = amount::at(view, at, free) else { continue };
            free = amount.end;
            while doc.sentences.get(sentence).is_some_and(|sentence| sentence.token_range.end as usize <= at) {
                sentence += 1;
            }
            let span = view.span(amount.start, amount.end);
            let mut record = Amount::new(span, SentenceIx(sentence as u32), amount.kind, amount.value);
            (record.value_to, record.bound) = (amount.to, amount.bound);
            if let Some(unit) = amount.unit.and_then(|unit| self.tables.units.get(usize::from(unit))) {
                record.unit.clone_from(unit);
            }
            record.event = events::of(doc, record.sentence, span);
            found.push(record);
        }
        doc.amounts = found;
    }
}
