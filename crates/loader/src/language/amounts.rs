//! Reads `amounts.toml`, which contains the words that occur in sums of money, shares and quantities.

use super::layers::Layered;
use crate::codes::Code;
use crate::diagnostic::Diagnostics;
use chancery_amounts::{AmountFinder, Meaning};
use chancery_text::Bound;
use chancery_tokenizer::Tokenizer;

/// The words of all languages, in the order of the files.
#[derive(Clone, Debug, Default)]
pub(crate) struct AmountWords {
    words: Vec<Word>,
}

#[derive(Clone, Debug)]
enum Word {
    Currency { code: String, text: String },
    Mark { code: String, text: String },
    Unit { name: String, text: String },
    Counted { name: String, text: String },
    Suffix(String, f64),
    Plain(String, Meaning),
}

/// The lists of the table `amount_words`, each with the meaning of its words.
const PLAIN: [(&str, Meaning); 10] = [
    ("one", Meaning::One),
    ("half", Meaning::Half),
    ("joint", Meaning::Joint),
    ("share", Meaning::Share),
    ("share_before", Meaning::ShareBefore),
    ("over", Meaning::Over),
    ("of", Meaning::FractionOf),
    ("to", Meaning::To),
    ("and", Meaning::And),
    ("between", Meaning::Between),
];

const BOUNDS: [(&str, Bound); 3] = [("about", Bound::About), ("at-least", Bound::AtLeast), ("at-most", Bound::AtMost)];

impl AmountWords {
    /// Adds the words of one language.
    pub(super) fn add(&mut self, layered: &Layered, diagnostics: &mut Diagnostics) {
        type Make = fn(String, String) -> Word;
        let groups: [(&str, Make); 4] = [
            ("currency", |code, text| Word::Currency { code, text }),
            ("currency_mark", |code, text| Word::Mark { code, text }),
            ("unit", |name, text| Word::Unit { name, text }),
            ("counted", |name, text| Word::Counted { name, text }),
        ];
        for (group, make) in groups {
            for (name, entry) in layered.group(group) {
                self.words.extend(entry.keys.iter().map(|text| make(name.to_owned(), text.clone())));
            }
        }
        for list in ["scale", "suffix"] {
            for entry in layered.list(list) {
                let factor: Option<f64> = entry.node.as_text().and_then(|text| text.parse().ok()).filter(|factor| *factor > 0.0);
                for key in &entry.keys {
                    match factor {
                        Some(factor) if list == "suffix" => self.words.push(Word::Suffix(key.clone(), factor)),
                        Some(factor) => self.words.push(Word::Plain(key.clone(), Meaning::Scale(factor))),
                        None => diagnostics.add(
                            Code::WrongValue,
                            entry.at,
                            format!("the factor of \"{key}\" is not a number"),
                            "write it in digits: \"1000000\"",
                        ),
                    }
                }
            }
        }
        for (word, number) in super::numbers(layered, "numbers") {
            self.words.push(Word::Plain(word, Meaning::Number(u32::from(number))));
        }
        for (word, number) in super::numbers(layered, "fractions") {
            self.words.push(Word::Plain(word, Meaning::Fraction(u32::from(number).max(1))));
        }
        self.named(layered, "before", &BOUNDS.map(|(name, bound)| (name, Meaning::Before(bound))), diagnostics);
        self.named(layered, "behind", &BOUNDS.map(|(name, bound)| (name, Meaning::Behind(bound))), diagnostics);
        self.named(layered, "amount_words", &PLAIN, diagnostics);
    }

    /// Adds the words of the table `group`. `known` contains the names that lists in this table
    /// may have, each with the meaning of the words in the list. A list with any other name is
    /// reported as an error.
    fn named(&mut self, layered: &Layered, group: &str, known: &[(&str, Meaning)], diagnostics: &mut Diagnostics) {
        for (name, entry) in layered.group(group) {
            match known.iter().find(|(known, _)| *known == name) {
                Some((_, meaning)) => self.words.extend(entry.keys.iter().map(|text| Word::Plain(text.clone(), *meaning))),
                None => {
                    let names: Vec<&str> = known.iter().map(|(name, _)| *name).collect();
                    crate::fields::unknown_key(&format!("[{group}]"), name, entry.at, &names, diagnostics);
                }
            }
        }
    }

    /// Builds the finder from these words.
    pub(crate) fn finder(&self, tokenizer: &Tokenizer) -> AmountFinder {
        let mut builder = AmountFinder::builder(tokenizer);
        for word in &self.words {
            match word {
                Word::Currency { code, text } => builder.currency(code, text),
                Word::Mark { code, text } => builder.mark(code, text),
                Word::Unit { name, text } => builder.unit(name, text),
                Word::Counted { name, text } => builder.counted(name, text),
                Word::Suffix(letters, factor) => builder.suffix(letters, *factor),
                Word::Plain(text, meaning) => builder.word(text, *meaning),
            };
        }
        builder.build()
    }
}
