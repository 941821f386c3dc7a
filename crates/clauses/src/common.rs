//! Finds words that are capitalised only because they begin a sentence, and are therefore not names.

use crate::lexicon::Lexicon;
use chancery_text::{Casing, Document, TokenKind};

/// The common words of a document. A word is common if it begins a sentence ("Terrorism"), is not in the lexicon, and also occurs in lower
/// case in the document.
#[derive(Debug, Default)]
pub(crate) struct Common {
    /// The hash keys of the words that begin sentences and are not in the lexicon, sorted. The flag is `true` if the word also occurs in
    /// lower case.
    seen: Vec<(u32, bool)>,
    /// The hash keys of the common words, sorted.
    keys: Vec<u32>,
}

impl Common {
    pub(crate) fn keys(&self) -> &[u32] {
        &self.keys
    }

    /// Finds the common words of a document. They replace the words of the previous document.
    pub(crate) fn find(&mut self, doc: &Document, lexicon: &Lexicon) {
        self.seen.clear();
        self.keys.clear();
        for sentence in &doc.sentences {
            // A quotation mark may precede the first word.
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
        // A small bitmap quickly rejects most tokens. Each of the words that begin sentences sets one bit.
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
