//! The finished phrase set.

use crate::compiled::{Compiled, Hit};
use crate::fold_cache::FoldCache;
use crate::scan::Scan;
use crate::table::Node;
use chancery_text::Token;
use chancery_text::fold::Folder;

/// A phrase set: phrases compiled for matching. It is immutable and can be shared between threads.
///
/// With the feature `serde`, a phrase set can be serialized and loaded again. Loading is many times faster than building. Load only data that was
/// serialized by the same version of this crate, because a scan may panic on other data.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Phrases {
    pub(crate) compiled: Compiled,
    /// The phrases that consist of one word, in alphabetical order.
    pub(crate) singles: Singles,
}

/// The phrases that consist of one word. All words are stored in one string.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Singles {
    text: String,
    /// For each word, the byte offset at which it ends in `text`, and its node in the trie.
    rows: Vec<(u32, Node)>,
}

impl Singles {
    pub(crate) fn push(&mut self, word: &str, node: Node) {
        self.text.push_str(word);
        self.rows.push((self.text.len() as u32, node));
    }

    fn iter(&self) -> impl Iterator<Item = (&str, Node)> {
        let starts = std::iter::once(0).chain(self.rows.iter().map(|(end, _)| *end));
        starts.zip(&self.rows).map(|(start, (end, node))| (self.text.get(start as usize..*end as usize).unwrap_or_default(), *node))
    }
}

/// Memory that is reused by scans. Keep one `Scratch` for each thread. Scans are fastest if each `Scratch` is used with only one phrase set.
#[derive(Clone, Debug, Default)]
pub struct Scratch {
    pub(crate) buffer: String,
    pub(crate) recent: FoldCache,
}

impl Phrases {
    /// Finds all matches, including overlapping ones, and calls `take` for each. The matches are in the order of their first tokens. `tokens` must be the
    /// tokens of `text`.
    ///
    /// The running time is linear in the number of tokens and nearly independent of the number of phrases.
    pub fn scan(&self, text: &str, tokens: &[Token], scratch: &mut Scratch, take: impl FnMut(Hit)) {
        let Scratch { buffer, recent } = scratch;
        recent.keep_to(self.compiled.manner);
        Scan { phrases: &self.compiled, text, tokens, buffer, recent, take }.run();
    }

    /// Returns the values of the phrase that `hit` matches, in the order in which the values were added.
    #[inline]
    #[must_use]
    pub fn values(&self, hit: Hit) -> &[u32] {
        self.compiled.trie.values(hit.node)
    }

    /// Iterates over all phrases of one word, in alphabetical order. Each item contains the folded word and the values of the phrase.
    pub fn single_words(&self) -> impl Iterator<Item = (&str, &[u32])> {
        self.singles.iter().map(|(word, node)| (word, self.compiled.trie.values(node)))
    }

    /// Returns the folder with which phrases and texts are folded.
    #[must_use]
    pub fn folder(&self) -> &Folder {
        &self.compiled.folder
    }
}

#[cfg(test)]
mod tests {
    use crate::{PhrasesBuilder, Scratch, Start};
    use chancery_text::{PlainBreaker, WordBreaker, fold::Folder};

    #[test]
    fn a_star_stands_for_the_rest_of_a_word() {
        let mut builder = PhrasesBuilder::new(Folder::default());
        builder.clitic("'s");
        let phrases = ["tariff*", "foreign polic*", "counter* measure*", "plain", "Северн* Коре*", "tar"];
        for (value, phrase) in phrases.iter().enumerate() {
            builder.insert_stems(phrase, &PlainBreaker, Start::Any, value as u32);
        }
        builder.insert("star*", &PlainBreaker, Start::Any, 99);
        let phrases = builder.build().expect("few words");
        let found = |text: &str| {
            let (mut tokens, mut found) = (Vec::new(), Vec::new());
            PlainBreaker.break_words(text, &mut tokens);
            phrases.scan(text, &tokens, &mut Scratch::default(), |hit| found.extend_from_slice(phrases.values(hit)));
            found
        };
        assert_eq!(found("Tariffs and the tariff; a tar"), [0, 0, 5]);
        assert_eq!(found("foreign policies, foreign  POLICY's, foreign poll"), [1, 1]);
        assert_eq!(found("countering measured counter measure"), [2, 2]);
        assert_eq!(found("Северной Кореи, Северный"), [4]);
        assert_eq!(found("plainly starlight"), [0; 0]);
        assert_eq!(found("tar-\niffs and tar iffs"), [5, 0, 5]);
    }

    #[test]
    fn what_must_be_folded_or_is_divided_is_found_wherever_it_stands() {
        let mut builder = PhrasesBuilder::new(Folder::default());
        builder.clitic("'s");
        let phrases =
            ["Cote d'Ivoire", "Peoples' Union", "Kenya", "San José", "Guinea-Bissau", "new order", "cooperation council", "Аф стан"];
        for (value, phrase) in phrases.iter().enumerate() {
            let start = if phrase.starts_with(char::is_uppercase) { Start::Capital } else { Start::Any };
            builder.insert(phrase, &PlainBreaker, start, value as u32);
        }
        let phrases = builder.build().expect("few words");
        let text = "Côte d'Ivoire, Cote d\u{2019}Ivoire, the Peoples' Union of Kenya's friends; SAN JOSÉ, San Jose; kenya, New Order, new or-\nder, \
                    coop-\neration council, cooper\u{2010}\nation coun-\ncil, Guinea-\nBissau, Guinea- Bissau, АФ стан. ";
        // The filter reads the tokens in strides. The result must not depend on where the strides begin and end.
        for lead in 0..130 {
            let text = format!("{}{text}", "and ".repeat(lead));
            let (mut tokens, mut found) = (Vec::new(), Vec::new());
            PlainBreaker.break_words(&text, &mut tokens);
            phrases.scan(&text, &tokens, &mut Scratch::default(), |hit| found.extend_from_slice(phrases.values(hit)));
            assert_eq!(found, [0, 0, 1, 2, 3, 3, 5, 5, 6, 6, 4, 4, 7], "{lead}");
        }
    }
}
