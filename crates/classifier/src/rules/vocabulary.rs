//! The names that patterns may use.

use std::collections::BTreeMap;

/// The classes, groups and types that patterns may use.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Vocabulary {
    /// Classes: names and folded words. The words of a class are sorted by their keys.
    pub(crate) classes: Vec<(String, Vec<(u32, String)>)>,
    /// Groups of types, by name.
    pub(crate) groups: BTreeMap<String, Vec<String>>,
    /// Types of entities that patterns may use. If empty, patterns may use any type.
    pub(crate) types: Vec<String>,
}

impl Vocabulary {
    /// The number of a class.
    pub(crate) fn class(&self, name: &str) -> Option<u32> {
        self.classes.iter().position(|(known, _)| known == name).map(|at| at as u32)
    }

    /// Whether a class contains a word. `key` is the key of the word; the word must be ASCII in any case, or folded.
    pub(crate) fn contains(&self, class: u32, key: u32, word: &str) -> bool {
        let Some((_, words)) = self.classes.get(class as usize) else { return false };
        let from = words.partition_point(|(known, _)| *known < key);
        words[from..].iter().take_while(|(known, _)| *known == key).any(|(_, known)| known.eq_ignore_ascii_case(word))
    }
}
