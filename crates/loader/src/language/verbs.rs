//! Reads `verbs.toml`: rules and exceptions for the forms of verbs and the plurals of nouns.

use super::layers::Layered;
use crate::codes::Code;
use crate::diagnostic::{Diagnostics, Position};
use crate::fields::{self, Fields};

/// Names of the verb forms other than the base form, in the order of the data files.
pub(crate) const FORMS: [&str; 4] = ["s", "ing", "past", "part"];

/// The inflection rules of all languages.
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

const KEYS: [&str; 7] = ["endings", "drop", "forms", "words", "example", "example_forms", "note"];

struct Example {
    at: Position,
    layer: u32,
    of_verb: bool,
    word: String,
    forms: Vec<String>,
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
    /// Returns all forms of a verb, each with the name of the form. The base form comes first.
    pub(crate) fn verb(&self, base: &str) -> Vec<(&'static str, String)> {
        let listed = self.irregular.iter().find(|(known, _)| known == base).map(|(_, forms)| forms.clone());
        let forms = listed.or_else(|| self.verbs.iter().find(|rule| rule.fits(base)).map(|rule| rule.apply(base))).unwrap_or_default();
        std::iter::once(("base", base.to_owned())).chain(FORMS.into_iter().zip(forms)).collect()
    }

    /// Returns a noun and, if a rule fits, its plural.
    pub(crate) fn noun(&self, base: &str) -> Vec<String> {
        let plural = self.nouns.iter().find(|rule| rule.fits(base)).map(|rule| rule.apply(base)).unwrap_or_default();
        std::iter::once(base.to_owned()).chain(plural).collect()
    }

    /// Adds the rules of one language and checks their examples.
    pub(super) fn add(&mut self, layered: &Layered, diagnostics: &mut Diagnostics) {
        for entry in layered.list("irregular") {
            let forms = fields::texts(&entry.node, diagnostics);
            self.irregular.extend(entry.keys.iter().map(|verb| (verb.clone(), forms.clone())));
        }
        let mut examples = Vec::new();
        for (list, of_verb) in [("verb", true), ("noun", false)] {
            for entry in layered.list(list) {
                let what = if of_verb { "a verb rule" } else { "a noun rule" };
                let Some(fields) = Fields::new(&entry.node, what, &KEYS, diagnostics) else { continue };
                let rule = Rule {
                    endings: fields.texts("endings", diagnostics),
                    drop: fields.whole("drop", 20, diagnostics).unwrap_or(0) as usize,
                    forms: fields.texts("forms", diagnostics),
                    words: fields.texts("words", diagnostics),
                };
                if rule.endings.is_empty() {
                    diagnostics.add(Code::Missing, entry.at, "a rule has no endings", "write endings = [\"e\"], or [\"\"] for all words");
                }
                if of_verb {
                    self.verbs.push(rule)
                } else {
                    self.nouns.push(rule)
                }
                let word = fields.text("example", diagnostics).unwrap_or_default();
                examples.push(Example {
                    at: entry.at,
                    layer: entry.layer,
                    of_verb,
                    word,
                    forms: fields.texts("example_forms", diagnostics),
                });
            }
        }
        for example in examples {
            self.check(&example, layered.top(), diagnostics);
        }
    }

    fn check(&self, example: &Example, top: u32, diagnostics: &mut Diagnostics) {
        let found: Vec<String> = if example.of_verb {
            self.verb(&example.word).into_iter().skip(1).map(|(_, form)| form).collect()
        } else {
            self.noun(&example.word).into_iter().skip(1).collect()
        };
        if found != example.forms {
            let code = if example.layer < top { Code::LowerExample } else { Code::ExampleFails };
            diagnostics.add(
                code,
                example.at,
                format!("the example {} gives {}", example.word, found.join(", ")),
                format!("expected: {}; the first rule that matches is used", example.forms.join(", ")),
            );
        }
    }
}
