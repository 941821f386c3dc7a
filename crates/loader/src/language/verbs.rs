//! `language/<code>/verbs.toml`: the forms of verbs and plurals of nouns, by rule and by list.

use crate::diagnostic::{Diagnostics, Position};
use crate::files::File;
use crate::value::{Node, Value};

/// Names of the forms of a verb behind its base form, in the order in which data lists them.
pub(crate) const FORMS: [&str; 4] = ["s", "ing", "past", "part"];

/// How words of a language change.
#[derive(Clone, Debug, Default)]
pub(crate) struct Verbs {
    verbs: Vec<Rule>,
    nouns: Vec<Rule>,
    irregular: Vec<(String, Vec<String>)>,
}

#[derive(Clone, Debug, Default)]
struct Rule {
    endings: Vec<String>,
    drop: usize,
    forms: Vec<String>,
    words: Vec<String>,
}

impl Rule {
    fn fits(&self, word: &str) -> bool {
        (self.words.is_empty() || self.words.iter().any(|known| known == word))
            && self.endings.iter().any(|ending| word.ends_with(ending.as_str()))
    }

    fn apply(&self, word: &str) -> Vec<String> {
        let stem: String = word.chars().take(word.chars().count().saturating_sub(self.drop)).collect();
        self.forms.iter().map(|ending| format!("{stem}{ending}")).collect()
    }
}

impl Verbs {
    /// All forms of a verb with their names, the base form first.
    pub(crate) fn verb(&self, base: &str) -> Vec<(&'static str, String)> {
        let listed = self.irregular.iter().find(|(known, _)| known == base).map(|(_, forms)| forms.clone());
        let forms = listed.or_else(|| self.verbs.iter().find(|rule| rule.fits(base)).map(|rule| rule.apply(base))).unwrap_or_default();
        std::iter::once(("base", base.to_owned())).chain(FORMS.into_iter().zip(forms)).collect()
    }

    /// A noun and its plural.
    pub(crate) fn noun(&self, base: &str) -> Vec<String> {
        let plural = self.nouns.iter().find(|rule| rule.fits(base)).map(|rule| rule.apply(base)).unwrap_or_default();
        std::iter::once(base.to_owned()).chain(plural).collect()
    }
}

/// Reads a file and tries its examples.
pub(super) fn load(files: &[File], nodes: &[Node], faults: &mut Diagnostics) -> Verbs {
    let mut all = Verbs::default();
    let mut examples: Vec<(Position, bool, String, Vec<String>)> = Vec::new();
    for (key, at, value) in nodes.iter().filter_map(Node::as_table).flatten() {
        match (key.as_str(), &value.value) {
            ("verb" | "noun", Value::List(rules)) => {
                for rule in rules {
                    let (read, example) = read(files, rule, faults);
                    if let Some((word, forms)) = example {
                        examples.push((rule.at, key == "verb", word, forms));
                    }
                    if key == "verb" { all.verbs.push(read) } else { all.nouns.push(read) }
                }
            }
            ("irregular", Value::Table(rows)) => {
                for (word, at, forms) in rows {
                    let forms = texts(forms);
                    if forms.len() == FORMS.len() {
                        all.irregular.push((word.clone(), forms));
                    } else {
                        faults.error(
                            files,
                            *at,
                            "CH-D003",
                            format!("{word} needs four forms: {}", FORMS.join(", ")),
                            "meet = [\"meets\", \"meeting\", \"met\", \"met\"]",
                        );
                    }
                }
            }
            (other, _) => faults.error(
                files,
                *at,
                "CH-D002",
                format!("a verb file knows no \"{other}\""),
                "known are [[verb]], [[noun]] and [irregular]",
            ),
        }
    }
    for (at, verb, word, forms) in examples {
        let made: Vec<String> = if verb {
            all.verb(&word).into_iter().skip(1).map(|(_, form)| form).collect()
        } else {
            all.noun(&word).into_iter().skip(1).collect()
        };
        if made != forms {
            faults.error(
                files,
                at,
                "CH-D018",
                format!("the forms of {word} come out as {}", made.join(", ")),
                "mend the rule, or the example; the first rule that fits holds",
            );
        }
    }
    all
}

fn read(files: &[File], node: &Node, faults: &mut Diagnostics) -> (Rule, Option<(String, Vec<String>)>) {
    let mut rule = Rule::default();
    let mut example = (String::new(), Vec::new());
    for (key, at, value) in node.as_table().unwrap_or_default() {
        match (key.as_str(), &value.value) {
            ("endings", _) => rule.endings = texts(value),
            ("drop", Value::Number(number)) => rule.drop = *number as usize,
            ("forms", _) => rule.forms = texts(value),
            ("words", _) => rule.words = texts(value),
            ("example", Value::Text(word)) => example.0.clone_from(word),
            ("example_forms", _) => example.1 = texts(value),
            (other, _) => faults.error(
                files,
                *at,
                "CH-D002",
                format!("such a rule knows no \"{other}\""),
                "known are endings, drop, forms, words, example, example_forms",
            ),
        }
    }
    (rule, Some(example).filter(|(word, _)| !word.is_empty()))
}

fn texts(node: &Node) -> Vec<String> {
    let items: &[Node] = if let Value::List(items) = &node.value { items } else { std::slice::from_ref(node) };
    items.iter().filter_map(Node::as_text).map(str::to_owned).collect()
}
