//! The vocabulary of patterns: word classes, entity types, and groups of entity types.

use std::collections::BTreeMap;

/// The word classes, entity types, and groups of entity types that patterns can use.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Vocabulary {
    /// Word classes. Each has a name and a list of folded words with their hash keys, sorted by key.
    pub(crate) classes: Vec<(String, Vec<(u32, String)>)>,
    /// Groups of entity types, by the name of the group.
    pub(crate) groups: BTreeMap<String, Vec<String>>,
    /// Entity types that patterns can use. If the list is empty, patterns can use any type.
    pub(crate) types: Vec<String>,
}

impl Vocabulary {
    /// Returns the index of the class with this name.
    pub(crate) fn class(&self, name: &str) -> Option<u32> {
        self.classes.iter().position(|(known, _)| known == name).map(|at| at as u32)
    }

    /// Returns `true` if the class with the index `class` contains `word`. `key` is the hash key of the word. The word must be
    /// folded if it contains characters that are not ASCII. The case of ASCII letters is ignored.
    pub(crate) fn contains(&self, class: u32, key: u32, word: &str) -> bool {
        let Some((_, words)) = self.classes.get(class as usize) else { return false };
        let from = words.partition_point(|(known, _)| *known < key);
        words[from..].iter().take_while(|(known, _)| *known == key).any(|(_, known)| known.eq_ignore_ascii_case(word))
    }
}
