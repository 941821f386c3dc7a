//! What tokens can be at a glance, remembered by their words: a text has few different ones, and looking one up is dear.

use crate::calendar::Calendar;
use crate::words::Mask;
use chancery_text::{Token, TokenKind, word_check, word_key};
use std::cell::Cell;

/// What is known of a word.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Known<'c> {
    /// The hash of the word, and whether it has a capital; 0 where nothing is remembered.
    id: u64,
    pub(crate) mask: Mask,
    /// The rules anchored at it.
    pub(crate) rules: &'c [u32],
}

/// The last word of each place.
pub(crate) struct Memo<'c> {
    calendar: &'c Calendar,
    places: Vec<Cell<Known<'c>>>,
}

/// A power of two.
const PLACES: usize = 512;

impl<'c> Memo<'c> {
    pub(crate) fn new(calendar: &'c Calendar) -> Self {
        Self { calendar, places: vec![Cell::new(Known { id: 0, mask: 0, rules: &[] }); PLACES] }
    }

    /// What is known of a token's word.
    #[inline]
    pub(crate) fn of(&self, token: &Token, text: &str) -> Known<'c> {
        let (low, high) = match token.key {
            // What must be folded is known by the 64 bits of its hash, all else by its key and its kind.
            0 => (word_key(token.text(text).as_bytes()), word_check(token.text(text).as_bytes()) | 1),
            key => (key, if token.kind == TokenKind::Number { 4 } else { 8 }),
        };
        let id = (u64::from(high) << 32 | u64::from(low)) ^ u64::from(token.capital) << 63;
        let place = &self.places[low as usize & (PLACES - 1)];
        let known = place.get();
        if known.id == id {
            return known;
        }
        let word = self.calendar.words.word(token, text);
        let known = Known { id, mask: self.calendar.words.mask_of(&word, token.capital), rules: self.calendar.anchored(&word) };
        place.set(known);
        known
    }
}
