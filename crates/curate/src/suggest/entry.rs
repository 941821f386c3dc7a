//! Writes a suggestion as an entry of a data file.

use super::rank::Ranked;
use super::report::{Context, SuggestOptions, Suggestion};
use crate::book::Book;
use crate::written;
use chancery_text::EntityClass;
use std::collections::BTreeSet;

/// The type that is written if nothing indicates the type of the entity.
const UNKNOWN: &str = "igo";

pub(super) fn suggestion(
    ranked: Ranked,
    contexts: Vec<Context>,
    book: &Book,
    options: &SuggestOptions,
    taken: &mut BTreeSet<String>,
) -> Suggestion {
    let Ranked { language, mut candidate, kind, sign, .. } = ranked;
    candidate.variants.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    let abbreviations: Vec<String> = candidate.short.keys().cloned().collect();
    let mut shown = String::new();
    let line = |shown: &mut String, text: &str| {
        shown.push_str("# ");
        shown.push_str(text);
        shown.push('\n');
    };
    line(&mut shown, &format!("in {} documents, {} times; evidence: {sign}", candidate.docs.len(), candidate.count));
    for context in &contexts {
        line(&mut shown, &format!("  {}: {}", context.document, context.text));
    }
    let type_ = kind.as_deref().unwrap_or(UNKNOWN);
    let base = format!("{type_}.{}", written::slug(abbreviations.first().unwrap_or(&candidate.text)));
    let id = written::unused(&base, |id| book.entry(id).is_some() || taken.contains(id));
    taken.insert(id.clone());
    let others = candidate.variants.iter().map(|(text, _)| text).filter(|text| !abbreviations.contains(text));
    let others: Vec<&String> = others.collect();
    let surname = |text: &str| type_ == "person" && !text.contains(' ') && candidate.text.contains(' ');
    let alias: Vec<String> = others
        .iter()
        .map(
            |text| {
                if surname(text) { format!("{{ n = {}, when = \"introduced\" }}", written::quoted(text)) } else { written::quoted(text) }
            },
        )
        .collect();
    shown.push_str("[[entity]]\n");
    shown.push_str(&format!("id = {}\n", written::quoted(&id)));
    let guess = if kind.is_none() { " # the type is unknown: correct it" } else { "" };
    shown.push_str(&format!("type = {}{guess}\n", written::quoted(type_)));
    shown.push_str(&format!("name.{language} = {}\n", written::quoted(&candidate.text)));
    if !alias.is_empty() {
        shown.push_str(&format!("alias.{language} = [{}]\n", alias.join(", ")));
    }
    if !abbreviations.is_empty() {
        let short: Vec<String> = abbreviations.iter().map(|short| written::quoted(short)).collect();
        shown.push_str(&format!("abbr.{language} = [{}]\n", short.join(", ")));
    }
    for (id, text) in states_in(&candidate.text, book) {
        shown.push_str(&format!(
            "# country = [{}] # the name contains \"{text}\": remove the first # if this is right\n",
            written::quoted(&id)
        ));
    }
    let from = written::quoted(&format!("found in {}; to be checked", options.corpus));
    shown.push_str(&format!("src = {{ by = \"suggest\", from = {from}, reviewed = {} }}\n", written::quoted(&options.today)));
    Suggestion {
        name: candidate.text,
        kind,
        sign,
        documents: candidate.docs.len(),
        occurrences: candidate.count,
        variants: candidate.variants,
        abbreviations,
        contexts,
        entry: shown,
    }
}

/// Returns the states whose names or adjectives are part of a name, each with this part.
fn states_in(name: &str, book: &Book) -> Vec<(String, String)> {
    /// The maximum number of words of the name of a state.
    const LONGEST: usize = 5;
    let words: Vec<&str> = name.split(' ').collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let part = |len: usize| words.get(at..at + len).map(|part| part.join(" "));
        let state = |text: &str| {
            let mut states = book.named(text).filter(|(entry, _)| entry.class == EntityClass::State);
            states.next().map(|(entry, _)| entry.id.clone()).filter(|first| states.all(|(entry, _)| entry.id == *first))
        };
        let longest = (1..=LONGEST).rev().filter_map(part).find_map(|text| Some((state(&text)?, text)));
        at += longest.as_ref().map_or(1, |(_, text)| text.split(' ').count());
        found.extend(longest);
    }
    found.sort();
    found.dedup_by(|a, b| a.0 == b.0);
    found
}
