//! Regions of states, as they are written after the name of a town: "Vienna, Virginia".

use crate::parts::RegionPhrase;
use chancery_text::key::word_key;

/// The name of a region.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct RegionRow {
    /// Key of the first word of the name.
    key: u32,
    /// The words of the name as they are written.
    pub(crate) words: Vec<String>,
    /// ISO 3166-1 alpha-3 codes of the states that have a region of this name.
    pub(crate) countries: Vec<String>,
    /// Whether this is also the name of a town or state.
    pub(crate) doubtful: bool,
}

/// All names of regions, sorted by the key of their first word. Among names with the same first word, the longest comes first.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Regions(Vec<RegionRow>);

impl Regions {
    /// Creates the table from names of regions, each with its words. Names without words are ignored.
    pub(crate) fn new<'a>(phrases: impl Iterator<Item = (&'a RegionPhrase, Vec<String>)>) -> Self {
        let mut rows: Vec<RegionRow> = Vec::new();
        for (phrase, words) in phrases {
            let Some(first) = words.first() else { continue };
            let key = word_key(first.as_bytes());
            rows.push(RegionRow { key, words, countries: vec![phrase.country.clone()], doubtful: phrase.doubtful });
        }
        rows.sort_by(|a, b| a.key.cmp(&b.key).then_with(|| b.words.len().cmp(&a.words.len())).then_with(|| a.words.cmp(&b.words)));
        rows.dedup_by(|row, kept| {
            let same = row.words == kept.words;
            if same {
                kept.countries.append(&mut row.countries);
                kept.doubtful |= row.doubtful;
            }
            same
        });
        Self(rows)
    }

    /// Iterates over the names whose first word has the key `key`, longest first.
    pub(crate) fn of(&self, key: u32) -> impl Iterator<Item = &RegionRow> {
        let from = self.0.partition_point(|row| row.key < key);
        self.0[from..].iter().take_while(move |row| row.key == key)
    }
}
