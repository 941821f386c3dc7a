//! Reads `inflection.toml`: rules for the case endings of single words.

use super::layers::Layered;
use crate::codes::Code;
use crate::diagnostic::{Diagnostics, Position};
use crate::fields::Fields;

/// The class of a word. Each class has its own rules for case endings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum WordClass {
    Noun,
    Demonym,
    Adjective,
}

/// The inflection rules of one language.
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

const KEYS: [&str; 7] = ["ending", "stem_drop", "forms", "words", "example", "example_forms", "note"];

struct Example {
    at: Position,
    layer: u32,
    class: WordClass,
    word: String,
    forms: Vec<String>,
}

impl Inflection {
    /// Reads the rules of one language and checks their examples.
    pub(super) fn new(layered: &Layered, diagnostics: &mut Diagnostics) -> Self {
        let mut rules = Self::default();
        let mut examples = Vec::new();
        for (list, class) in [("noun", WordClass::Noun), ("demonym", WordClass::Demonym), ("adjective", WordClass::Adjective)] {
            for entry in layered.list(list) {
                let Some(fields) = Fields::new(&entry.node, "a rule for case endings", &KEYS, diagnostics) else { continue };
                let Some(ending) = fields.text("ending", diagnostics) else {
                    diagnostics.add(Code::Missing, entry.at, "a rule has no ending", "write ending = \"…\"");
                    continue;
                };
                let drop = fields.whole("stem_drop", 20, diagnostics).unwrap_or(0) as usize;
                let forms = fields.texts("forms", diagnostics);
                let words = fields.texts("words", diagnostics).iter().map(|word| plain(word)).collect();
                rules.rules.push((class, Rule { ending: plain(&ending), drop, forms, words }));
                let forms = fields.texts("example_forms", diagnostics);
                let word = fields.text("example", diagnostics).unwrap_or_default();
                examples.push(Example { at: entry.at, layer: entry.layer, class, word, forms });
            }
        }
        for example in examples {
            rules.check(&example, layered.top(), diagnostics);
        }
        rules
    }

    fn check(&self, example: &Example, top: u32, diagnostics: &mut Diagnostics) {
        let found = self.forms(&example.word, example.class);
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

    /// Returns all forms of a word, beginning with the word itself. In a hyphenated word, only the
    /// last part is inflected. A phrase of several words is not inflected.
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
            let capitals = tail.chars().count() > 1 && tail.chars().all(|c| !c.is_lowercase());
            for ending in &rule.forms {
                let ending = if capitals { ending.to_uppercase() } else { ending.clone() };
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

/// Converts a word to lower case and replaces ё with е.
fn plain(word: &str) -> String {
    word.to_lowercase().replace('ё', "е")
}
