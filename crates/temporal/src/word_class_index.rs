//! What a token can be at a glance, and the rules that its word anchors.

use crate::temporal_tagger::TemporalTagger;
use crate::words::{ByWord, KeyHasher, Mask, Words, key_mask, shape};
use chancery_text::Token;
use chancery_text::key::{word_check, word_key};
use std::cell::Cell;
use std::collections::HashMap;
use std::hash::BuildHasherDefault;

/// What is known of a word.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Known<'c> {
    pub(crate) mask: Mask,
    /// The rules anchored at it.
    pub(crate) rules: &'c [u32],
}

#[derive(Clone, Debug, Default)]
struct Row {
    /// What it can be with a small letter, and with a capital.
    masks: [Mask; 2],
    rules: Vec<u32>,
}

/// The words of all classes and anchors by their keys. Words that share a key are taken for one here; patterns tell them apart.
#[derive(Clone, Debug, Default)]
pub(crate) struct WordClassIndex(HashMap<u32, Row, BuildHasherDefault<KeyHasher>>);

impl WordClassIndex {
    pub(crate) fn new(words: &Words, anchors: &ByWord<Vec<u32>>) -> Self {
        let mut all = Self::default();
        for (word, senses) in words.senses() {
            let row = all.row(word);
            for (capital, mask) in row.masks.iter_mut().enumerate() {
                *mask |= Words::mask_of_senses(senses, capital == 1);
            }
        }
        for (word, rules) in anchors.iter() {
            all.row(word).rules.extend_from_slice(rules);
        }
        all
    }

    fn row(&mut self, word: &str) -> &mut Row {
        self.0.entry(word_key(word.as_bytes())).or_default()
    }

    /// What is known of a word with this key.
    #[inline]
    fn of(&self, key: u32, capital: bool, word: &str) -> Known<'_> {
        let shape = shape(word) | key_mask(key);
        self.0
            .get(&key)
            .map_or(Known { mask: shape, rules: &[] }, |row| Known { mask: shape | row.masks[usize::from(capital)], rules: &row.rules })
    }
}

/// Words that must be folded, remembered: a text has few different ones, and folding is dear.
pub(crate) struct WordClassCache<'c> {
    temporal_tagger: &'c TemporalTagger,
    /// The last word of each place, by the 64 bits of its hash and whether it has a capital; 0 where nothing is remembered.
    places: [Cell<(u64, Known<'c>)>; PLACES],
}

/// A power of two.
const PLACES: usize = 32;

impl<'c> WordClassCache<'c> {
    pub(crate) fn new(temporal_tagger: &'c TemporalTagger) -> Self {
        Self { temporal_tagger, places: [const { Cell::new((0, Known { mask: 0, rules: &[] })) }; PLACES] }
    }

    /// What is known of a token's word.
    #[inline]
    pub(crate) fn of(&self, token: &Token, text: &str) -> Known<'c> {
        if token.key == 0 { self.folded(token, text) } else { self.temporal_tagger.glances.of(token.key, token.capital, token.text(text)) }
    }

    fn folded(&self, token: &Token, text: &str) -> Known<'c> {
        let bytes = token.text(text).as_bytes();
        let low = word_key(bytes);
        let id = (u64::from(word_check(bytes) | 1) << 32 | u64::from(low)) ^ u64::from(token.capital) << 63;
        let place = &self.places[low as usize % PLACES];
        let (remembered, known) = place.get();
        if remembered == id {
            return known;
        }
        let word = self.temporal_tagger.words.word(token, text);
        let known = self.temporal_tagger.glances.of(word.key, token.capital, &word.text);
        place.set((id, known));
        known
    }
}
