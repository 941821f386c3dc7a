//! The type that folds words and texts, that is, normalises them for comparison.

use super::cluster;
use super::hyphen::HyphenReading;
use super::view::{self, FoldedView};

/// Folds words and texts, that is, normalises them for comparison as described in the module [`fold`](crate::fold).
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Folder {
    /// Characters and their replacements, sorted by character. The replacements are folded.
    table: Vec<(char, String)>,
}

impl Folder {
    /// Creates a folder that also replaces the characters of `table`. These characters must be in lower case, because case is folded first. Their replacements
    /// are folded as well. If a character occurs twice in `table`, the last entry applies.
    #[must_use]
    pub fn with_table<'a>(table: impl IntoIterator<Item = (char, &'a str)>) -> Self {
        let plain = Self::default();
        let mut rows: Vec<(char, String)> = Vec::new();
        for (from, to) in table {
            let to = plain.word(to);
            match rows.binary_search_by_key(&from, |row| row.0) {
                Ok(at) => rows[at].1 = to,
                Err(at) => rows.insert(at, (from, to)),
            }
        }
        Self { table: rows }
    }

    /// Returns the folded form of `text`, which must not contain white space.
    ///
    /// ```
    /// use chancery_text::fold::Folder;
    /// let folder = Folder::with_table([('ё', "е"), ('ł', "l")]);
    /// assert_eq!(folder.word("Côte"), "cote");
    /// assert_eq!(folder.word("ЁЛКИЙ"), "елкий");
    /// assert_eq!(folder.word("Łódź"), "lodz");
    /// ```
    #[must_use]
    pub fn word(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        self.word_into(text, &mut out);
        out
    }

    /// Appends the folded form of `text`, which must not contain white space, to `out`.
    pub fn word_into(&self, text: &str, out: &mut String) {
        self.fold_clusters(text, true, out);
    }

    /// Returns the folded form of `text`, but keeps the case of letters. `text` must not contain white space. This form is used for names whose case must match
    /// exactly.
    #[must_use]
    pub fn cased_word(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        self.fold_clusters(text, false, &mut out);
        out
    }

    /// Appends the folded form of `text` to `out`. If `case` is false, the case of letters is kept.
    fn fold_clusters(&self, text: &str, case: bool, out: &mut String) {
        // Most words are ASCII. Only their case is folded. The last ASCII character before another character is folded below, because a combining mark may follow.
        let ascii = text.bytes().take_while(u8::is_ascii).count();
        let (plain, mut rest) = text.split_at(if ascii == text.len() { ascii } else { ascii.saturating_sub(1) });
        let start = out.len();
        out.push_str(plain);
        if case && let Some(added) = out.get_mut(start..) {
            added.make_ascii_lowercase();
        }
        while let Some(first) = rest.chars().next() {
            let len = if first.is_ascii() && cluster::ends_at(rest, 1) { 1 } else { cluster::len(rest) };
            let (head, tail) = rest.split_at(len);
            cluster::fold(head, case, &self.table, out);
            rest = tail;
        }
    }

    /// Returns the folded form of `text` as a [`FoldedView`], which also maps spans of the folded text back to `text`. `hyphens` determines how hyphens at
    /// line ends are read. Time and memory are linear in the length of the text.
    #[must_use]
    pub fn view(&self, text: &str, hyphens: HyphenReading) -> FoldedView {
        view::build(&self.table, text, hyphens)
    }
}
