//! Loads `language/CODE/*.toml`: the words and rules of each language are merged by layer ([`layers`]) and converted for each engine.

mod actors;
mod amounts;
mod clauses;
mod entry;
mod inflection;
mod layers;
mod lists;
mod name_signs;
mod name_words;
mod outline;
mod records;
mod tags;
mod time;
mod variant_words;
mod verbs;

pub(crate) use actors::ActorWords;
pub(crate) use amounts::AmountWords;
pub(crate) use clauses::ClauseWords;
pub(crate) use inflection::{Inflection, WordClass};
pub use name_signs::NameSigns;
pub(crate) use name_words::NameWords;
pub(crate) use outline::OutlineWords;
pub(crate) use records::RecordWords;
pub(crate) use tags::LanguageCodes;
pub(crate) use variant_words::VariantWords;
pub(crate) use verbs::Verbs;

use crate::diagnostic::{Diagnostics, Position};
use crate::files::File;
use crate::placement::{Place, Sheet, place};
use crate::times::Times;
use crate::types::Types;
use crate::value::{self, Node};
use crate::words::{ABBREVIATIONS, Words};
use layers::Layered;
use std::collections::BTreeMap;

/// The merged content of the language files of all layers.
#[derive(Clone, Debug, Default)]
pub(crate) struct Languages {
    pub(crate) codes: LanguageCodes,
    pub(crate) words: Words,
    pub(crate) times: Times,
    pub(crate) names: NameWords,
    pub(crate) verbs: Verbs,
    pub(crate) actors: ActorWords,
    pub(crate) clauses: ClauseWords,
    pub(crate) records: RecordWords,
    pub(crate) outline: OutlineWords,
    pub(crate) amounts: AmountWords,
    /// For each language, the words by which tools recognise names that are not in the data.
    pub(crate) signs: Vec<NameSigns>,
    /// For each language, the words from which variants of names are made.
    variants: BTreeMap<String, VariantWords>,
    /// For each language, its case endings.
    inflections: BTreeMap<String, Inflection>,
    /// For each language, the words that often begin a sentence, in lower case.
    starters: BTreeMap<String, Vec<String>>,
    /// Number of entries in each layer.
    pub(crate) counts: BTreeMap<u32, usize>,
}

/// Reads the files under `language/`.
pub(crate) fn load(files: &[File], types: &Types, diagnostics: &mut Diagnostics) -> Languages {
    let mut all = Languages { codes: LanguageCodes::load(files, diagnostics), ..Languages::default() };
    let mut sheets: BTreeMap<(&str, Sheet), Vec<(u32, Node)>> = BTreeMap::new();
    for (number, file) in files.iter().enumerate() {
        if let Place::Language { code, sheet } = place(file) {
            all.codes.check(code, Position::start_of(number), diagnostics);
            let nodes = value::parse(files, number, diagnostics);
            sheets.entry((code, sheet)).or_default().extend(nodes.into_iter().map(|node| (file.layer, node)));
        }
    }
    all.clauses = ClauseWords::load(files, diagnostics);
    let mut times = Vec::new();
    for ((code, sheet), nodes) in sheets {
        for (layer, node) in &nodes {
            *all.counts.entry(*layer).or_default() += entry::read(node, sheet, *layer, &mut Diagnostics::default()).len();
        }
        let layered = Layered::combine(sheet, nodes, diagnostics);
        match sheet {
            Sheet::General => all.general(code, &layered, diagnostics),
            Sheet::Actors => all.actors.add(code, &layered, types, diagnostics),
            Sheet::Time => times.push(layered),
            Sheet::Records => all.records.add(&layered, diagnostics),
            Sheet::Outline => all.outline.add(&layered, diagnostics),
            Sheet::Amounts => all.amounts.add(&layered, diagnostics),
            Sheet::Suggest => all.signs.push(NameSigns::new(code, &layered)),
            Sheet::Verbs => all.verbs.add(&layered, diagnostics),
            Sheet::Inflection => {
                all.inflections.insert(code.to_owned(), Inflection::new(&layered, diagnostics));
            }
        }
    }
    // If the tokenizer cannot be built, the reason has already been reported.
    if let Ok(tokenizer) = all.words.tokenizer() {
        all.times = time::load(&times, &all.names.clitics, &tokenizer, diagnostics);
    }
    all
}

/// Reads the words by which tools recognise names that are not in the data. Returns one item for
/// each language that has such words.
#[must_use]
pub fn name_signs(files: &[File]) -> Vec<NameSigns> {
    let types = crate::types::load(files, &mut Diagnostics::default());
    let Languages { mut signs, names, .. } = load(files, &types, &mut Diagnostics::default());
    for signs in &mut signs {
        signs.given_names.extend(names.given_names().map(str::to_owned));
    }
    signs
}

/// Returns whether a key is allowed in at least one kind of language file.
pub(crate) fn is_language_key(key: &str) -> bool {
    lists::homes(key).next().is_some()
}

impl Languages {
    /// Returns the inflection rules of a language, if it has any.
    pub(crate) fn inflection(&self, code: &str) -> Option<&Inflection> {
        self.inflections.get(code)
    }

    /// Returns the words from which variants of names in the language `code` are made.
    pub(crate) fn variants(&self, code: &str) -> Option<&VariantWords> {
        self.variants.get(code)
    }

    /// Returns whether a word, in upper or lower case, often begins a sentence in the language
    /// `code`. Such words are treated as common words.
    pub(crate) fn is_starter(&self, code: &str, word: &str) -> bool {
        self.starters.get(code).is_some_and(|starters| starters.contains(&word.to_lowercase()))
    }

    fn general(&mut self, code: &str, layered: &Layered, diagnostics: &mut Diagnostics) {
        for (class, _) in ABBREVIATIONS {
            self.words.abbreviations.extend(abbreviations(layered, class, diagnostics).map(|form| (form, class.to_owned())));
        }
        self.words.small_letters_only.extend(abbreviations(layered, "small_letters_only", diagnostics));
        self.words.starters.extend(layered.words("starters"));
        self.words.lower_case_openers.extend(layered.words("lower_case_openers"));
        self.words.capital_pronouns.extend(layered.words("capital_pronouns"));
        self.words.greetings.extend(layered.words("greetings"));
        self.words.closings.extend(layered.words("closings"));
        self.words.figure_labels.extend(layered.words("figure_labels"));
        self.words.day_halves.extend(layered.words("day_halves"));
        self.words.count_leads.extend(layered.words("count_leads"));
        self.words.counts.extend(numbers(layered, "counts"));
        self.words.count_phrases.extend(numbers(layered, "count_phrases"));
        self.words.count_nouns.extend(layered.words("count_nouns"));
        self.words.count_verbs.extend(layered.words("count_verbs"));
        self.words.count_prefixes.extend(layered.words("count_prefixes"));
        self.words.next_points.extend(layered.words("next_points"));
        self.words.last_points.extend(layered.words("last_points"));
        self.words.point_ends.extend(layered.words("point_ends"));
        self.words.document_ends.extend(layered.words("document_ends"));
        self.words.references.extend(layered.words("references"));
        self.words.joins.extend(layered.words("joins"));
        self.words.headings.extend(numbers(layered, "headings"));
        self.starters.entry(code.to_owned()).or_default().extend(layered.words("starters").map(|word| word.to_lowercase()));
        for entry in layered.list("letters") {
            for key in &entry.keys {
                let mut letters = key.chars();
                match (letters.next(), letters.next(), entry.node.as_text()) {
                    (Some(letter), None, Some(folded)) => self.words.letters.push((letter, folded.to_owned())),
                    _ => diagnostics.add(
                        crate::codes::Code::WrongValue,
                        entry.at,
                        format!("\"{key}\" is not a single letter"),
                        "write the letter and what it matches: \"ł\" = \"l\"",
                    ),
                }
            }
        }
        self.names.add(layered);
        self.variants.insert(code.to_owned(), VariantWords::new(layered));
    }
}

/// Returns the rows of a table that assigns numbers to words, such as `counts`. [`entry`] has
/// already checked that each number fits into a byte.
fn numbers(layered: &Layered, path: &str) -> Vec<(String, u8)> {
    let number = |node: &Node| if let value::Value::Number(number) = node.value { number as u8 } else { 0 };
    layered.list(path).flat_map(|entry| entry.keys.iter().map(|key| (key.clone(), number(&entry.node)))).collect()
}

/// Returns the abbreviations of a list. Those without a period at the end are reported and left out, because the tokenizer looks up abbreviations at periods.
fn abbreviations<'a>(layered: &'a Layered, key: &'a str, diagnostics: &mut Diagnostics) -> impl Iterator<Item = String> + use<'a> {
    for entry in layered.list(key) {
        for form in entry.keys.iter().filter(|form| !is_abbreviation(form)) {
            let message = format!("the abbreviation \"{form}\" does not end in a period");
            diagnostics.add(crate::codes::Code::WrongValue, entry.at, message, "add the period, or remove the word");
        }
    }
    layered.words(key).filter(|form| is_abbreviation(form))
}

fn is_abbreviation(form: &str) -> bool {
    form.strip_suffix('.').is_some_and(|stem| stem.ends_with(|last: char| !last.is_whitespace()))
}
