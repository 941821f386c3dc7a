//! Reads `suggest.toml`: the words by which tools recognise names that are not in the data.

use super::layers::Layered;
use crate::value::{Node, Value};

/// The words of one language that show that a phrase is a name.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct NameSigns {
    /// The code of the language (BCP 47).
    pub language: String,
    /// Head nouns, that is, the main nouns of names ("Council"). Each is paired with the type of entity
    /// that it indicates. They are in the order of the files.
    pub kinds: Vec<(String, String)>,
    /// Whether the head noun is the first word of a name.
    pub heads_first: bool,
    /// Whether the language is written without spaces. In such a language, every name ends with its head noun.
    pub unspaced: bool,
    /// Small words that may occur inside a name ("of").
    pub inside: Vec<String>,
    /// Words of `inside` that may also join two separate names ("and").
    pub joins: Vec<String>,
    /// Words of `inside` that may also follow a name without being part of the name ("in").
    pub weak: Vec<String>,
    /// Words of `inside` that are articles ("the").
    pub articles: Vec<String>,
    /// Words that are often written with a capital but do not form a name on their own.
    pub generic: Vec<String>,
    /// Words such as "National" at the beginning of names that bodies of many countries share ("National Assembly"). If only generic words follow such a word,
    /// the name does not say which body is meant.
    pub each_country: Vec<String>,
    /// Words with a capital that cannot begin a name.
    pub not_first: Vec<String>,
    /// Words with a capital that cannot end a name.
    pub not_last: Vec<String>,
    /// Titles before the name of a person.
    pub titles: Vec<String>,
    /// For a language without spaces: words that are never part of a name. A name may begin directly after one
    /// of these words.
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
            articles: words("inside_articles"),
            generic: words("generic"),
            each_country: words("each_country"),
            not_first: words("not_first"),
            not_last: words("not_last"),
            titles: words("titles"),
            stops: words("stops"),
            given_names: Vec::new(),
        }
    }
}
