//! Stems. A stem is an element of a phrase, such as "tariff*". It matches every word that begins with the letters
//! before the star.

use crate::table::Word;
use aho_corasick::automaton::OverlappingState;
use aho_corasick::{AhoCorasick, Anchored, Input, MatchKind, StartKind};

/// The character that marks the end of a stem in a phrase.
pub(crate) const STAR: &str = "*";

/// All stems, folded. One pass over the bytes of a word finds all stems that match it, however many stems there are.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize), serde(from = "Vec<String>", into = "Vec<String>"))]
pub(crate) struct Stems {
    list: Vec<String>,
    /// For each stem, the hash of the stem with its star, as used in the trie.
    words: Vec<Word>,
    automaton: Option<AhoCorasick>,
}

impl From<Vec<String>> for Stems {
    fn from(list: Vec<String>) -> Self {
        let mut builder = AhoCorasick::builder();
        builder.start_kind(StartKind::Anchored).match_kind(MatchKind::Standard).ascii_case_insensitive(true);
        // Building the automaton fails only if there are too many stems. In that case, no stem matches.
        let automaton = if list.is_empty() { None } else { builder.build(&list).ok() };
        let words = list.iter().map(|stem| Word::of(format!("{stem}{STAR}").as_bytes())).collect();
        Self { list, words, automaton }
    }
}

impl From<Stems> for Vec<String> {
    fn from(stems: Stems) -> Self {
        stems.list
    }
}

impl Stems {
    /// Returns `true` if there are no stems.
    #[inline]
    pub(crate) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// Finds all stems that match a word, shortest first. The word must be folded, or consist of
    /// ASCII characters in any case.
    pub(crate) fn of<'s>(&'s self, word: &'s str) -> impl Iterator<Item = Word> + 's {
        let mut state = OverlappingState::start();
        let found = std::iter::from_fn(move || {
            let input = Input::new(word).anchored(Anchored::Yes);
            self.automaton.as_ref()?.try_find_overlapping(input, &mut state).ok()?;
            state.get_match()
        });
        // The automaton also finds stems in the middle of the word. Only stems at its beginning match.
        found.filter(|found| found.start() == 0).map(|found| self.words[found.pattern().as_usize()])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_stems_of_a_word_are_found_and_none_inside_it() {
        let stems = Stems::from(["tar", "tariff", "iff", "тариф"].map(str::to_owned).to_vec());
        let of = |word| stems.of(word).collect::<Vec<_>>();
        assert_eq!(of("Tariffs"), [Word::of(b"tar*"), Word::of(b"tariff*")]);
        assert_eq!(of("star"), []);
        assert_eq!(of("тарифы"), [Word::of("тариф*".as_bytes())]);
        assert_eq!(Stems::default().of("tariff").count(), 0);
    }
}
