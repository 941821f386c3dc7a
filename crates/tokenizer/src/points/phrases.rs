//! Phrases that count points: "first of all", "next", "finally".

use chancery_text::{Token, WordBreaker};
use std::collections::HashMap;

/// What a phrase does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sense {
    /// Counts a point. `bare`: no comma or colon needs to follow.
    Count { number: u8, bare: bool },
    /// Opens the next point, whatever its number.
    Next,
    /// Opens the last point.
    Last,
    /// Ends all enumerations; `all`: also those whose items are headings.
    End { all: bool },
}

/// Phrases by their first word, in lower case, longest first.
#[derive(Clone, Debug, Default)]
pub(crate) struct Phrases {
    by_first: HashMap<String, Vec<(Vec<String>, Sense)>>,
}

impl Phrases {
    pub(crate) fn add(&mut self, breaker: &dyn WordBreaker, phrase: &str, sense: Sense) {
        let phrase = phrase.to_lowercase();
        let mut tokens = Vec::new();
        breaker.break_words(&phrase, &mut tokens);
        let mut words = tokens.iter().map(|token| token.text(&phrase).to_owned());
        let Some(first) = words.next() else { return };
        let all = self.by_first.entry(first).or_default();
        all.push((words.collect(), sense));
        all.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
    }

    /// The longest phrase at the start of `tokens`: the number of its tokens, and what it does.
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
