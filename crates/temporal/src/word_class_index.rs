//! Looks up words by their hash keys. The result is the mask of a word (see [`Mask`]) and the rules that are tried at this word.

use crate::by_word::ByWord;
use crate::mask::{Mask, class_mask, key_mask, shape};
use crate::words::{Sense, Words};
use chancery_text::key::{KeyMap, word_key};

/// The mask of a word, and the rules that are tried at this word because it is one of their anchors.
#[derive(Clone, Copy, Debug)]
pub(crate) struct WordClasses<'c> {
    pub(crate) mask: Mask,
    /// The indexes of the rules in `Tables::rules`, in ascending order.
    pub(crate) rules: &'c [u32],
}

#[derive(Clone, Debug, Default)]
struct Row {
    /// The bits of the mask that represent the classes of the word. The first value applies to the word without an initial capital, and the second to
    /// the word with one.
    masks: [Mask; 2],
    rules: Vec<u32>,
}

/// All words that belong to a class or are an anchor of a rule, by hash key. Words with equal keys share a row. This causes no wrong matches, because patterns
/// also compare the words themselves.
#[derive(Clone, Debug, Default)]
pub(crate) struct WordClassIndex(KeyMap<u32, Row>);

impl WordClassIndex {
    pub(crate) fn new(words: &Words, anchors: &ByWord<Vec<u32>>) -> Self {
        let mut all = Self::default();
        for (word, senses) in words.senses() {
            let row = all.row(word);
            for (capital, mask) in row.masks.iter_mut().enumerate() {
                *mask |= mask_of_senses(senses, capital == 1);
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

    /// Looks up the word `word` by its hash key `key`. `capital` tells whether the token begins with a capital letter.
    #[inline]
    pub(crate) fn get(&self, key: u32, capital: bool, word: &str) -> WordClasses<'_> {
        let shape = shape(word) | key_mask(key);
        self.0.get(&key).map_or(WordClasses { mask: shape, rules: &[] }, |row| WordClasses {
            mask: shape | row.masks[usize::from(capital)],
            rules: &row.rules,
        })
    }
}

/// Returns the bits of the classes of a word. `capital` tells whether the word begins with a capital in the text.
fn mask_of_senses(senses: &[Sense], capital: bool) -> Mask {
    senses.iter().filter(|sense| capital || !sense.capital).fold(0, |mask, sense| mask | class_mask(sense.class))
}
