//! Reads `suggest.toml`: the words by which names that the data do not list are recognized.

use super::layers::Layered;
use crate::value::{Node, Value};

/// The signs of names in one language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct NameSigns {
    /// Language (BCP 47).
    pub language: String,
    /// Head nouns with the type of entity that they indicate, in the order of the files.
    pub kinds: Vec<(String, String)>,
    /// Whether the head noun is the first word of a name.
    pub heads_first: bool,
    /// Whether the language is written without spaces. Head nouns are then the last characters of a name.
    pub unspaced: bool,
    /// Small words that may stand inside a name.
    pub inside: Vec<String>,
    /// Small words inside a name that may also join two names.
    pub joins: Vec<String>,
    /// Small words inside a name that may also follow a name.
    pub weak: Vec<String>,
    /// Words that are often written with a capital but do not form a name on their own.
    pub generic: Vec<String>,
    /// Words with a capital that cannot begin a name.
    pub not_first: Vec<String>,
    /// Words with a capital that cannot end a name.
    pub not_last: Vec<String>,
    /// Titles before the name of a person.
    pub titles: Vec<String>,
    /// Words after which a name begins, in a language without spaces. No name contains them.
    pub stops: Vec<String>,
    /// Given names of persons in all languages.
    pub given_names: Vec<String>,
}

impl NameSigns {
    pub(super) fn new(code: &str, layered: &Layered) -> Self {
        let flag = |key: &str| layered.list(key).any(|entry| matches!(&entry.node, Node { value: Value::Bool(true), .. }));
        let words = |key: &str| layered.words(key).collect();
        Self {
            language: code.to_owned(),
            kinds: layered.group("kinds").flat_map(|(kind, entry)| entry.keys.iter().map(|noun| (noun.clone(), kind.to_owned()))).collect(),
            heads_first: flag("heads_first"),
            unspaced: flag("unspaced"),
            inside: words("inside"),
            joins: words("inside_joins"),
            weak: words("inside_weak"),
            generic: words("generic"),
            not_first: words("not_first"),
            not_last: words("not_last"),
            titles: words("titles"),
            stops: words("stops"),
            given_names: Vec::new(),
        }
    }
}
