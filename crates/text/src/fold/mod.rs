//! The folded view of a text: what names and terms are compared in, with the exact map back to the source.
//!
//! | what | becomes |
//! |---|---|
//! | capitals | small letters, by Unicode full case folding |
//! | compatibility forms (ﬁ, Ａ, ½) | their plain forms (NFKC) |
//! | marks on Latin letters (ô, ş) | nothing; other scripts keep theirs (й is not и, が is not か) |
//! | letters of the table given to [`Folder::with_table`] (ł, ø, ı, ё …) | what the table says |
//! | curly quotes and apostrophes | `"` and `'` |
//! | dashes and hyphens | `-` |
//! | soft hyphens, zero-width blanks, byte-order marks | nothing |
//! | a run of blanks with at most one line break | one blank |
//! | a run of blanks with more line breaks | two line breaks |
//! | a hyphen at a line end | as [`HyphenReading`] says |

mod cluster;
mod map;
mod view;

pub use map::OffsetMap;
pub use view::FoldedView;

/// How a hyphen at a line end is read. Neither reading is right everywhere: most such hyphens in hard-wrapped documents are real
/// ("Guinea-⏎Bissau"), some divide a word ("coop-⏎eration"), so whoever matches looks at both.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HyphenReading {
    /// The hyphen stays and the line break goes: `guinea-bissau`.
    Kept,
    /// Both go: `cooperation`.
    Joined,
}

/// Folds characters, words and texts.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Folder {
    /// Sorted by character; replacements are themselves folded.
    table: Vec<(char, String)>,
}

impl Folder {
    /// A folder that also replaces the characters of `table` (small letters: the table is looked up after case folding). A replacement is
    /// folded itself; of two lines for one character the last counts.
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

    /// The folded form of a piece of text without blanks.
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

    /// The same appended to `out`.
    pub fn word_into(&self, text: &str, out: &mut String) {
        self.fold_clusters(text, true, out);
    }

    /// The same with case kept: for names that are compared letter for letter.
    #[must_use]
    pub fn cased_word(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        self.fold_clusters(text, false, &mut out);
        out
    }

    fn fold_clusters(&self, text: &str, case: bool, out: &mut String) {
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let len = if first.is_ascii() && cluster::ends_at(rest, 1) { 1 } else { cluster::len(rest) };
            let (head, tail) = rest.split_at(len);
            cluster::fold(head, case, &self.table, out);
            rest = tail;
        }
    }

    /// The folded view of a whole text with its map. Time and memory are linear in the text.
    #[must_use]
    pub fn view(&self, text: &str, hyphens: HyphenReading) -> FoldedView {
        view::build(self, text, hyphens)
    }
}
