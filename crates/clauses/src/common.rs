//! Words that begin a sentence with a capital and are no names.

use crate::lexicon::Lexicon;
use chancery_text::{Casing, Document, TokenKind};

/// Keys of words that the lexicon does not have, that begin a sentence of a document, and that stand in lower case elsewhere in it ("Terrorism").
#[derive(Debug, Default)]
pub(crate) struct Common {
    /// The words that begin sentences, sorted, and whether each was seen in lower case.
    seen: Vec<(u32, bool)>,
    keys: Vec<u32>,
}

impl Common {
    pub(crate) fn keys(&self) -> &[u32] {
        &self.keys
    }

    pub(crate) fn find(&mut self, doc: &Document, lexicon: &Lexicon) {
        self.seen.clear();
        self.keys.clear();
        for sentence in &doc.sentences {
            // A quotation mark may stand before the word.
            let first = doc.tokens[sentence.token_range.range()].iter().take(2).find(|token| token.kind == TokenKind::Word);
            if let Some(token) = first.filter(|token| token.capital && token.casing != Casing::Upper && token.key != 0)
                && lexicon.of(token, doc.text()).is_none_or(|entry| entry.classes.is_empty())
            {
                self.seen.push((token.key, false));
            }
        }
        if self.seen.is_empty() {
            return;
        }
        self.seen.sort_unstable();
        self.seen.dedup();
        // Most tokens fail on one bit of a small filter.
        let mut filter = [0_u64; 64];
        for (key, _) in &self.seen {
            filter[(key >> 6 & 63) as usize] |= 1 << (key & 63);
        }
        for token in doc.tokens.iter().filter(|token| !token.capital) {
            if filter[(token.key >> 6 & 63) as usize] >> (token.key & 63) & 1 == 1
                && let Ok(at) = self.seen.binary_search_by_key(&token.key, |(key, _)| *key)
            {
                self.seen[at].1 = true;
            }
        }
        self.keys.extend(self.seen.iter().filter(|(_, lower)| *lower).map(|(key, _)| *key));
    }
}
