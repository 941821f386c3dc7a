//! Beginnings of words: words of phrases that stand for all words that begin like them ("tariff*").

use aho_corasick::automaton::OverlappingState;
use aho_corasick::{AhoCorasick, Anchored, Input, MatchKind, StartKind};

/// Folded beginnings of words, each with its number in the vocabulary. All that a word begins with are found in one pass over its bytes, however many there are.
#[derive(Clone, Debug, Default)]
#[cfg_attr(
    feature = "serde",
    derive(serde::Serialize, serde::Deserialize),
    serde(from = "Vec<(String, u32)>", into = "Vec<(String, u32)>")
)]
pub(crate) struct Stems {
    list: Vec<(String, u32)>,
    automaton: Option<AhoCorasick>,
}

impl From<Vec<(String, u32)>> for Stems {
    fn from(list: Vec<(String, u32)>) -> Self {
        let mut builder = AhoCorasick::builder();
        builder.start_kind(StartKind::Anchored).match_kind(MatchKind::Standard).ascii_case_insensitive(true);
        // It fails only on more patterns than can be counted; without it no stem is found.
        let automaton = if list.is_empty() { None } else { builder.build(list.iter().map(|(stem, _)| stem)).ok() };
        Self { list, automaton }
    }
}

impl From<Stems> for Vec<(String, u32)> {
    fn from(stems: Stems) -> Self {
        stems.list
    }
}

impl Stems {
    /// Whether there are none.
    #[inline]
    pub(crate) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// The numbers of all stems that a word begins with, shortest first. The word is folded, or ASCII of any case.
    pub(crate) fn of<'s>(&'s self, word: &'s str) -> impl Iterator<Item = u32> + 's {
        let mut state = OverlappingState::start();
        let found = std::iter::from_fn(move || {
            let input = Input::new(word).anchored(Anchored::Yes);
            self.automaton.as_ref()?.try_find_overlapping(input, &mut state).ok()?;
            state.get_match()
        });
        // A stem may also stand inside a longer one that was begun.
        found.filter(|found| found.start() == 0).map(|found| self.list[found.pattern().as_usize()].1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_stems_of_a_word_are_found_and_none_inside_it() {
        let stems = Stems::from(vec![("tar".to_owned(), 3), ("tariff".to_owned(), 7), ("iff".to_owned(), 9), ("тариф".to_owned(), 11)]);
        let of = |word| stems.of(word).collect::<Vec<_>>();
        assert_eq!(of("Tariffs"), [3, 7]);
        assert_eq!(of("star"), []);
        assert_eq!(of("тарифы"), [11]);
        assert_eq!(Stems::default().of("tariff").count(), 0);
    }
}
