//! Case endings of single words, by rule.

use crate::diagnostic::{Diagnostics, Position};
use crate::files::File;
use crate::value::{Node, Value};

/// What a word is; each has its table of endings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum WordClass {
    Noun,
    Demonym,
    Adjective,
}

/// The endings of one language.
#[derive(Clone, Debug, Default)]
pub(crate) struct Inflection {
    rules: Vec<(WordClass, Rule)>,
}

#[derive(Clone, Debug)]
struct Rule {
    ending: String,
    drop: usize,
    forms: Vec<String>,
    words: Vec<String>,
}

impl Inflection {
    /// All forms of a word, the given one first. Only the last part of a word with hyphens is changed; a word of several parts with blanks never is.
    pub(crate) fn forms(&self, word: &str, class: WordClass) -> Vec<String> {
        if word.contains(char::is_whitespace) {
            return vec![word.to_owned()];
        }
        let (head, tail) = word.rsplit_once('-').map_or(("", word), |(head, tail)| (&word[..=head.len()], tail));
        let order: &[WordClass] = match class {
            WordClass::Noun => &[WordClass::Noun],
            WordClass::Adjective => &[WordClass::Adjective],
            WordClass::Demonym => &[WordClass::Demonym, WordClass::Adjective, WordClass::Noun],
        };
        let folded = plain(tail);
        let rule =
            order.iter().find_map(|class| self.rules.iter().find(|(of, rule)| of == class && rule.fits(&folded)).map(|(_, rule)| rule));
        let mut forms = vec![word.to_owned()];
        if let Some(rule) = rule {
            let stem: String = tail.chars().take(tail.chars().count().saturating_sub(rule.drop)).collect();
            let shout = tail.chars().count() > 1 && tail.chars().all(|c| !c.is_lowercase());
            for ending in &rule.forms {
                let ending = if shout { ending.to_uppercase() } else { ending.clone() };
                let form = format!("{head}{stem}{ending}");
                if !forms.contains(&form) {
                    forms.push(form);
                }
            }
        }
        forms
    }
}

impl Rule {
    fn fits(&self, word: &str) -> bool {
        word.ends_with(&self.ending)
            && word.len() > self.ending.len()
            && (self.words.is_empty() || self.words.iter().any(|known| known == word))
    }
}

/// Small letters, ё as е.
fn plain(word: &str) -> String {
    word.to_lowercase().replace('ё', "е")
}

/// Reads an `inflection.toml` and tries its examples.
pub(super) fn load(files: &[File], nodes: &[Node], faults: &mut Diagnostics) -> Inflection {
    let mut rules = Inflection::default();
    let mut examples: Vec<(Position, WordClass, String, Vec<String>)> = Vec::new();
    for (key, at, list) in nodes.iter().flat_map(|node| node.as_table().unwrap_or_default()) {
        let class = match key.as_str() {
            "noun" => WordClass::Noun,
            "demonym" => WordClass::Demonym,
            "adjective" => WordClass::Adjective,
            other => {
                faults.error(
                    files,
                    *at,
                    "CH-D002",
                    format!("an inflection file knows no key \"{other}\""),
                    "known are [[noun]], [[demonym]], [[adjective]]",
                );
                continue;
            }
        };
        let Value::List(items) = &list.value else { continue };
        for item in items {
            let text = |key: &str| item.get(key).and_then(Node::as_text).map(str::to_owned);
            let list = |key: &str| -> Vec<String> {
                match item.get(key).map(|node| &node.value) {
                    Some(Value::List(items)) => items.iter().filter_map(Node::as_text).map(str::to_owned).collect(),
                    _ => Vec::new(),
                }
            };
            let drop = if let Some(Value::Number(number)) = item.get("stem_drop").map(|node| &node.value) { *number as usize } else { 0 };
            let Some(ending) = text("ending") else {
                faults.error(files, item.at, "CH-D004", "a rule has no ending", "write ending = \"…\"");
                continue;
            };
            rules.rules.push((
                class,
                Rule { ending: plain(&ending), drop, forms: list("forms"), words: list("words").iter().map(|w| plain(w)).collect() },
            ));
            match text("example") {
                Some(example) => examples.push((item.at, class, example, list("example_forms"))),
                None => {
                    faults.error(files, item.at, "CH-D014", "a rule has no example", "write example = \"…\" and example_forms = [\"…\"]")
                }
            }
        }
    }
    for (at, class, example, expected) in examples {
        let found = rules.forms(&example, class);
        if found != expected {
            faults.error(
                files,
                at,
                "CH-D018",
                format!("the example {example} gives {}", found.join(", ")),
                format!("expected were {}; is a rule with a longer ending above it?", expected.join(", ")),
            );
        }
    }
    rules
}
