//! Phrases that mark points of enumerations: "first of all", "next", "finally".

use chancery_text::key::word_key;
use chancery_text::{Token, WordBreaker};
use std::collections::HashMap;

/// The effect of a phrase on an enumeration.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sense {
    /// States the number of a point ("first of all"). If `bare` is false, the phrase is a marker only if a comma or colon follows it.
    Count { number: u8, bare: bool },
    /// Introduces the next point without stating its number.
    Next,
    /// Introduces the last point.
    Last,
    /// Ends enumerations. If `all` is false, enumerations whose items are headings continue.
    End { all: bool },
}

/// The number of bits in the bitmap of first words. It is a power of two.
const BITS: usize = 1 << 11;

const fn bit(key: u32) -> usize {
    key as usize & (BITS - 1)
}

/// Phrases, grouped by their first word. All words are in lower case. In each group, the longest phrase comes first.
#[derive(Clone, Debug, Default)]
pub(crate) struct Phrases {
    by_first: HashMap<String, Vec<(Vec<String>, Sense)>>,
    /// A bitmap of the keys of first words. It excludes most tokens without a lookup.
    firsts: Vec<u64>,
}

impl Phrases {
    /// Adds a phrase. `breaker` splits the phrase into words.
    pub(crate) fn add(&mut self, breaker: &dyn WordBreaker, phrase: &str, sense: Sense) {
        let phrase = phrase.to_lowercase();
        let mut tokens = Vec::new();
        breaker.break_words(&phrase, &mut tokens);
        let mut words = tokens.iter().map(|token| token.text(&phrase).to_owned());
        let Some(first) = words.next() else { return };
        self.note(&first);
        let all = self.by_first.entry(first).or_default();
        all.push((words.collect(), sense));
        all.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
    }

    /// Adds the first word of a marker to the bitmap of first words.
    pub(crate) fn note(&mut self, word: &str) {
        self.firsts.resize(BITS / 64, 0);
        let bit = bit(word_key(word.to_lowercase().as_bytes()));
        self.firsts[bit / 64] |= 1 << (bit % 64);
    }

    /// Quickly checks whether a marker can begin with `token`. If the result is `false`, no marker begins there. If the result is `true`, a search is needed.
    #[inline]
    pub(crate) fn may_begin(&self, token: &Token) -> bool {
        token.key == 0 || self.firsts.get(bit(token.key) / 64).is_some_and(|bits| bits >> (bit(token.key) % 64) & 1 == 1)
    }

    /// Finds the longest phrase at the start of `tokens`. Returns the number of its tokens and its effect, or `None` if no phrase begins there.
    pub(crate) fn at(&self, text: &str, tokens: &[Token]) -> Option<(usize, Sense)> {
        let first = tokens.first()?;
        if first.span.len() > 24 {
            return None;
        }
        let all = self.by_first.get(first.text(text).to_lowercase().as_str())?;
        let fits = |rest: &[String]| {
            rest.len() < tokens.len() && rest.iter().zip(&tokens[1..]).all(|(word, token)| token.text(text).to_lowercase() == *word)
        };
        all.iter().find(|(rest, _)| fits(rest)).map(|(rest, sense)| (rest.len() + 1, *sense))
    }
}
