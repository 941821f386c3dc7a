//! Words by which names are recognised, such as head nouns ("Council"), titles ("President") and small
//! words ("of"). The words are stored in hash tables for fast lookup.

use chancery_data::NameSigns;
use std::collections::{HashMap, HashSet};

/// The words by which names in one language are recognised.
#[derive(Debug, Default)]
pub(super) struct Signs {
    pub(super) language: String,
    inside: HashSet<String>,
    joins: HashSet<String>,
    weak: HashSet<String>,
    articles: HashSet<String>,
    generic: HashSet<String>,
    each_country: HashSet<String>,
    not_first: HashSet<String>,
    not_last: HashSet<String>,
    /// Titles, each as a list of its words.
    titles: HashSet<Vec<String>>,
    /// The entity type that each head noun indicates. If a head noun consists of several words,
    /// they are joined by spaces.
    kinds: HashMap<String, String>,
    /// The maximum number of words in a head noun.
    longest: usize,
    pub(super) heads_first: bool,
    pub(super) unspaced: bool,
    /// Head nouns, each with the entity type that it indicates. The longest head noun comes first.
    pub(super) endings: Vec<(String, String)>,
    pub(super) stops: Vec<String>,
    given_names: HashSet<String>,
}

impl Signs {
    pub(super) fn new(signs: &NameSigns) -> Self {
        let set = |words: &[String]| words.iter().cloned().collect::<HashSet<String>>();
        let split = |text: &String| text.split_whitespace().map(str::to_owned).collect::<Vec<String>>();
        let mut kinds = HashMap::new();
        for (noun, kind) in &signs.kinds {
            kinds.entry(noun.clone()).or_insert_with(|| kind.clone());
        }
        let mut endings: Vec<(String, String)> = signs.kinds.clone();
        endings.sort_by_key(|(noun, _)| std::cmp::Reverse(noun.len()));
        Self {
            language: signs.language.clone(),
            inside: set(&signs.inside),
            joins: set(&signs.joins),
            weak: set(&signs.weak),
            articles: set(&signs.articles),
            generic: set(&signs.generic),
            each_country: set(&signs.each_country),
            not_first: set(&signs.not_first),
            not_last: set(&signs.not_last),
            titles: signs.titles.iter().map(split).collect(),
            longest: kinds.keys().map(|noun: &String| noun.split(' ').count()).max().unwrap_or(0),
            kinds,
            heads_first: signs.heads_first,
            unspaced: signs.unspaced,
            endings,
            stops: signs.stops.clone(),
            given_names: set(&signs.given_names),
        }
    }

    pub(super) fn is_inside(&self, word: &str) -> bool {
        self.inside.contains(word)
    }

    pub(super) fn joins(&self, word: &str) -> bool {
        self.joins.contains(word)
    }

    pub(super) fn is_weak(&self, word: &str) -> bool {
        self.weak.contains(word)
    }

    pub(super) fn is_article(&self, word: &str) -> bool {
        self.articles.contains(word)
    }

    /// Returns `true` if `words` is a head noun without any other words.
    pub(super) fn is_head(&self, words: &str) -> bool {
        self.kinds.contains_key(words)
    }

    pub(super) fn is_generic(&self, word: &str) -> bool {
        self.generic.contains(word) || self.not_first.contains(word)
    }

    /// Returns `true` if bodies of many countries have names that begin with `word` ("National").
    pub(super) fn is_in_each_country(&self, word: &str) -> bool {
        self.each_country.contains(word)
    }

    pub(super) fn is_given_name(&self, word: &str) -> bool {
        self.given_names.contains(word)
    }

    pub(super) fn begins_no_name(&self, word: &str) -> bool {
        self.not_first.contains(word)
    }

    pub(super) fn ends_no_name(&self, word: &str) -> bool {
        self.not_last.contains(word)
    }

    /// Returns the number of words at the end of `words` that form a title, or 0 if there is no title.
    pub(super) fn title_at_end(&self, words: &[&str]) -> usize {
        (1..=words.len().min(3))
            .rev()
            .find(|count| {
                let last: Vec<String> = words[words.len() - count..].iter().map(|word| (*word).to_owned()).collect();
                self.titles.contains(&last)
            })
            .unwrap_or(0)
    }

    /// Finds a head noun in `words`. Returns the entity type that it indicates, and the head noun
    /// itself. The head noun must be at the end of `words` or directly before a small word such as
    /// "of". In languages that put the head noun first, it must be at the beginning. `is_small`
    /// tells whether the word with a given index is one of these small words.
    pub(super) fn kind(&self, words: &[&str], is_small: impl Fn(usize) -> bool) -> Option<(&str, String)> {
        let mut ends: Vec<usize> = (1..words.len()).filter(|at| is_small(*at) && !is_small(at - 1)).collect();
        ends.push(words.len());
        let longest = self.longest.min(words.len());
        if self.heads_first {
            let found =
                (1..=longest).rev().find_map(|count| Some((self.kinds.get(&words[..count].join(" "))?, words[..count].join(" "))))?;
            return Some((found.0, found.1));
        }
        // Small words count as parts of the head noun, as in "Programme of Action".
        for end in ends {
            for count in (1..=longest.min(words.len())).rev() {
                for from in [end.checked_sub(count), end.checked_sub(1)].into_iter().flatten() {
                    let Some(part) = words.get(from..from + count) else { continue };
                    let noun = part.join(" ");
                    if let Some(kind) = self.kinds.get(&noun) {
                        return Some((kind, noun));
                    }
                }
            }
        }
        None
    }
}
