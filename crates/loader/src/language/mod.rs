//! `language/<code>/*.toml`: abbreviations, first words, heading words, possessive endings, letters to fold, case endings.

mod actors;
mod inflection;
mod time;
mod verbs;

pub(crate) use actors::ActorWords;
pub(crate) use inflection::{Inflection, WordClass};
pub(crate) use time::Times;
pub(crate) use verbs::Verbs;

use crate::diagnostic::{Diagnostics, Position};
use crate::files::File;
use crate::value::{self, Node, Value};
use chancery_gazetteer::NameContext;
use serde::{Deserialize, Serialize};

/// What is known of all languages together, as plain lists.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Languages {
    /// Form and class.
    abbreviations: Vec<(String, String)>,
    small_letters_only: Vec<String>,
    starters: Vec<String>,
    /// Words that may begin a sentence in lower case.
    lower_case_openers: Vec<String>,
    /// Word and level.
    headings: Vec<(String, u8)>,
    clitics: Vec<String>,
    /// Words that count list items, and their numbers.
    counts: Vec<(String, u8)>,
    count_leads: Vec<String>,
    definition_cues: Vec<String>,
    collectives: Vec<String>,
    articles: Vec<String>,
    joins: Vec<String>,
    year_leads: Vec<String>,
    /// Heads of names, as they are written, braces and all.
    heads: Vec<String>,
    /// Those of organs that may be named nowhere.
    organ_heads: Vec<String>,
    head_ends: Vec<String>,
    language_nouns: Vec<String>,
    deictics: Vec<String>,
    /// What stands beside names of places in other names; needed for compiling only.
    #[serde(skip)]
    beside: Vec<(NameContext, String)>,
    times: Times,
    /// Letter and what it folds to.
    letters: Vec<(char, String)>,
    /// Language and its case endings; needed for compiling only.
    #[serde(skip)]
    inflections: Vec<(String, Inflection)>,
    /// How English verbs change; needed for compiling only.
    #[serde(skip)]
    verbs: Verbs,
    /// Words beside names; needed for compiling only.
    #[serde(skip)]
    actors: ActorWords,
}

/// Keys of what stands beside names of places.
const BESIDE: [(&str, NameContext); 7] = [
    ("given_names", NameContext::Given),
    ("honorifics", NameContext::Honorific),
    ("surnames", NameContext::Surname),
    ("surname_prefixes", NameContext::SurnamePrefix),
    ("names_before", NameContext::Before),
    ("names_behind", NameContext::Behind),
    ("names_behind_town", NameContext::BehindTown),
];

/// Keys that stand in files of a set name.
const FILES: [(&str, &str); 11] = [
    ("body", "actors.toml"),
    ("words", "actors.toml"),
    ("numbers", "actors.toml"),
    ("direct", "actors.toml"),
    ("sectors", "actors.toml"),
    ("classes", "time.toml"),
    ("rule", "time.toml"),
    ("ordinals", "time.toml"),
    ("verb", "verbs.toml"),
    ("irregular", "verbs.toml"),
    ("noun", "inflection.toml or verbs.toml"),
];

const CLASSES: [&str; 5] = ["title", "before_number", "after_number", "never", "anywhere"];

/// Reads the files under `language/`.
pub(crate) fn load(files: &[File], faults: &mut Diagnostics) -> Languages {
    let mut all = Languages::default();
    for (number, file) in files.iter().enumerate() {
        let Some(rest) = file.inner.strip_prefix("language/") else { continue };
        let Some((code, name)) = rest.split_once('/') else { continue };
        if name == "inflection.toml" {
            let nodes = value::parse(files, number, faults);
            let rules = inflection::load(files, &nodes, faults);
            all.inflections.push((code.to_owned(), rules));
            continue;
        }
        if name == "verbs.toml" {
            let nodes = value::parse(files, number, faults);
            all.verbs = verbs::load(files, &nodes, faults);
            continue;
        }
        if name == "actors.toml" {
            let nodes = value::parse(files, number, faults);
            actors::load(files, code, &nodes, &mut all.actors, faults);
            continue;
        }
        if name == "time.toml" {
            let nodes = value::parse(files, number, faults);
            all.times.read(files, &nodes, faults);
            continue;
        }
        for node in value::parse(files, number, faults) {
            for (key, at, value) in node.as_table().unwrap_or_default() {
                match key.as_str() {
                    "small_letters_only" => all.small_letters_only.extend(texts(files, value, faults)),
                    "lower_case_openers" => all.lower_case_openers.extend(texts(files, value, faults)),
                    "starters" => all.starters.extend(texts(files, value, faults)),
                    "clitics" => all.clitics.extend(texts(files, value, faults)),
                    "definition_cues" => all.definition_cues.extend(texts(files, value, faults)),
                    "collectives" => all.collectives.extend(texts(files, value, faults)),
                    "heads" => all.heads.extend(texts(files, value, faults)),
                    "organ_heads" => all.organ_heads.extend(texts(files, value, faults)),
                    "head_ends" => all.head_ends.extend(texts(files, value, faults)),
                    "deictics" => all.deictics.extend(texts(files, value, faults)),
                    "language_nouns" => all.language_nouns.extend(texts(files, value, faults)),
                    "joins" => all.joins.extend(texts(files, value, faults)),
                    "year_leads" => all.year_leads.extend(texts(files, value, faults)),
                    key if BESIDE.iter().any(|(known, _)| *known == key) => {
                        let beside = BESIDE.iter().find(|(known, _)| *known == key).map_or(NameContext::Given, |(_, beside)| *beside);
                        all.beside.extend(texts(files, value, faults).map(|text| (beside, text)));
                    }
                    "articles" => all.articles.extend(texts(files, value, faults)),
                    "count_leads" => all.count_leads.extend(texts(files, value, faults)),
                    "counts" => {
                        all.counts.extend(pairs(files, value, faults).filter_map(|(word, number)| Some((word, number.parse().ok()?))))
                    }
                    "headings" => {
                        all.headings.extend(pairs(files, value, faults).filter_map(|(word, level)| Some((word, level.parse().ok()?))))
                    }
                    "letters" => all
                        .letters
                        .extend(pairs(files, value, faults).filter_map(|(letter, folded)| Some((letter.chars().next()?, folded)))),
                    class if CLASSES.contains(&class) => {
                        all.abbreviations.extend(texts(files, value, faults).map(|form| (form, class.to_owned())));
                    }
                    other if FILES.iter().any(|(key, _)| *key == other) => {
                        let file = FILES.iter().find(|(key, _)| *key == other).map_or("", |(_, file)| file);
                        faults.error(
                            files,
                            *at,
                            "CH-D002",
                            format!("\"{other}\" does not belong in this file"),
                            format!("move it to a file named {file} in the same folder"),
                        );
                    }
                    other => faults.error(
                        files,
                        *at,
                        "CH-D002",
                        format!("a language file knows no key \"{other}\""),
                        format!(
                            "known are {}, small_letters_only, starters, lower_case_openers, headings, definition_cues, collectives, articles, joins, year_leads, heads, organ_heads, head_ends, language_nouns, deictics, counts, count_leads, clitics, letters, {}",
                            CLASSES.join(", "),
                            BESIDE.map(|(key, _)| key).join(", ")
                        ),
                    ),
                }
            }
        }
    }
    match all.tokenizer() {
        Ok(tokenizer) => all.times.check(files, &all.clitics, &tokenizer, faults),
        Err(error) => faults.error(files, Position::default(), "CH-D003", error.to_string(), "write \"Mr.\", not \"Mr\""),
    }
    all
}

/// The strings of a list.
fn texts<'a>(files: &'a [File], node: &'a Node, faults: &'a mut Diagnostics) -> impl Iterator<Item = String> + 'a {
    let items: &[Node] = if let Value::List(items) = &node.value { items } else { std::slice::from_ref(node) };
    items.iter().filter_map(move |item| {
        let text = item.as_text();
        if text.is_none() {
            faults.error(files, item.at, "CH-D003", format!("a string is wanted here, not {}", item.kind()), "put it in quotes");
        }
        text.map(str::to_owned)
    })
}

/// The rows of a table, values as text.
fn pairs<'a>(files: &'a [File], node: &'a Node, faults: &'a mut Diagnostics) -> impl Iterator<Item = (String, String)> + 'a {
    node.as_table().unwrap_or_default().iter().filter_map(move |(key, _, value)| match &value.value {
        Value::Text(text) => Some((key.clone(), text.clone())),
        Value::Number(number) => Some((key.clone(), number.to_string())),
        _ => {
            faults.error(files, value.at, "CH-D003", format!("a string or number is wanted here, not {}", value.kind()), "");
            None
        }
    })
}

impl Languages {
    /// Case endings of a language.
    pub(crate) fn inflection(&self, code: &str) -> Option<&Inflection> {
        self.inflections.iter().find(|(known, _)| known == code).map(|(_, rules)| rules)
    }

    pub(crate) fn abbreviations(&self) -> &[(String, String)] {
        &self.abbreviations
    }

    pub(crate) fn small_letters_only(&self) -> &[String] {
        &self.small_letters_only
    }

    pub(crate) fn starters(&self) -> &[String] {
        &self.starters
    }

    pub(crate) fn lower_case_openers(&self) -> &[String] {
        &self.lower_case_openers
    }

    pub(crate) fn headings(&self) -> &[(String, u8)] {
        &self.headings
    }

    pub(crate) fn definition_cues(&self) -> &[String] {
        &self.definition_cues
    }

    pub(crate) fn collectives(&self) -> &[String] {
        &self.collectives
    }

    pub(crate) fn articles(&self) -> &[String] {
        &self.articles
    }

    /// Heads of names, each in all its spellings, and whether organs that are named nowhere may have it.
    pub(crate) fn heads(&self) -> impl Iterator<Item = (Vec<String>, bool)> {
        let spelled = |head: &String| crate::gazetteer::braces::expand(head).unwrap_or_else(|_| vec![head.clone()]);
        self.heads.iter().map(move |head| (spelled(head), self.organ_heads.contains(head)))
    }

    pub(crate) fn head_ends(&self) -> &[String] {
        &self.head_ends
    }

    pub(crate) fn deictics(&self) -> &[String] {
        &self.deictics
    }

    pub(crate) fn language_nouns(&self) -> &[String] {
        &self.language_nouns
    }

    pub(crate) fn joins(&self) -> &[String] {
        &self.joins
    }

    pub(crate) fn year_leads(&self) -> &[String] {
        &self.year_leads
    }

    pub(crate) fn beside(&self) -> &[(NameContext, String)] {
        &self.beside
    }

    pub(crate) fn counts(&self) -> &[(String, u8)] {
        &self.counts
    }

    pub(crate) fn count_leads(&self) -> &[String] {
        &self.count_leads
    }

    pub(crate) fn verbs(&self) -> &Verbs {
        &self.verbs
    }

    pub(crate) fn actors(&self) -> &ActorWords {
        &self.actors
    }

    pub(crate) fn times(&self) -> &Times {
        &self.times
    }

    pub(crate) fn clitics(&self) -> &[String] {
        &self.clitics
    }

    /// Folds texts as these languages want it.
    #[must_use]
    pub fn folder(&self) -> chancery_text::fold::Folder {
        chancery_text::fold::Folder::with_table(self.letters.iter().map(|(letter, folded)| (*letter, folded.as_str())))
    }
}
