//! Turns names from other tools into a data file. Names that the data already contain are left out,
//! and conflicts with known names are reported.

use super::codes::Codes;
use super::facts::{Facts, facts};
use crate::book::Book;
use crate::written::{quoted, slug, unused};
use chancery_data::Entry;
use chancery_import::{NameEntry, NameForm, Names, Note, Target};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// Options for writing a data file.
#[derive(Clone, Debug)]
pub struct ImportOptions {
    /// The source that is written into entries that do not state a source.
    pub source: String,
    /// The day of the import, which is written into the entries as the date of review.
    pub today: String,
    /// The types that new entries may have. New entries of other types are left out. If the list is empty, every type is allowed.
    pub types: Vec<String>,
}

/// A data file made from names of another tool.
#[derive(Clone, Debug, Default)]
pub struct Imported {
    /// The content of the file.
    pub toml: String,
    /// The number of new entries.
    pub new: usize,
    /// The number of known entries to which forms are added.
    pub extended: usize,
    /// The number of forms in the file.
    pub forms: usize,
    /// The number of forms that were left out because the entry already has them.
    pub known: usize,
    /// Notes on everything that was left out, with the reason.
    pub notes: Vec<Note>,
}

/// An entry that will be written.
struct Draft<'n> {
    entry: &'n NameEntry,
    extend: bool,
    forms: Vec<&'n NameForm>,
}

/// Returns the content of a data file with the imported `names`. Names that `book` already contains
/// are left out.
#[must_use]
pub fn import(book: &Book, names: &Names, options: &ImportOptions) -> Imported {
    let mut result = Imported { notes: names.notes.clone(), ..Imported::default() };
    let codes = Codes::new(book);
    let mut unknown: BTreeMap<&str, usize> = BTreeMap::new();
    let mut drafts: BTreeMap<String, Draft<'_>> = BTreeMap::new();
    let mut order: Vec<String> = Vec::new();
    let mut taken: HashMap<String, String> = HashMap::new();
    for entry in &names.entries {
        if !options.types.is_empty() && matches!(entry.target, Target::New) && !options.types.contains(&entry.kind) {
            let near = similar(&entry.kind, &options.types);
            note(
                &mut result,
                entry,
                format!(
                    "the entry was left out, because there is no type \"{0}\"{near}; to use another type for it, give --label {0}=TYPE",
                    entry.kind
                ),
            );
            continue;
        }
        if let Target::Known { system, id } = &entry.target
            && entry.ids.is_empty()
            && codes.entity(system, id).is_none()
        {
            *unknown.entry(system).or_default() += 1;
            continue;
        }
        let Some((id, extend)) = id_of(book, entry, &codes, &drafts, &mut result) else { continue };
        let mut forms = Vec::new();
        for form in &entry.forms {
            let key = book.key(&form.text);
            let others: Vec<&Entry> = book.named(&form.text).map(|(entry, _)| entry).filter(|entry| !entry.hides).collect();
            if others.iter().any(|other| other.id == id) {
                result.known += 1;
            } else if let Some(other) = others.first() {
                note(
                    &mut result,
                    entry,
                    format!(
                        "\"{}\" was left out: it is a form of {} ({}), and entries can share a form only if they list each other under `rival`",
                        form.text, other.id, other.label
                    ),
                );
            } else if let Some(other) = taken.get(&key).filter(|other| **other != id) {
                note(&mut result, entry, format!("\"{}\" was left out: it is also a form of {other} in this file", form.text));
            } else if taken.insert(key, id.clone()).is_none() {
                forms.push(form);
            }
        }
        match drafts.get_mut(&id) {
            Some(draft) => draft.forms.extend(forms),
            None if forms.is_empty() && !extend => {}
            None => {
                order.push(id.clone());
                drafts.insert(id, Draft { entry, extend, forms });
            }
        }
    }
    for (system, count) in unknown {
        result.notes.push(Note::new(
            0,
            format!("the names of {count} entities were left out: no entry has their {system} id; import the entities first"),
        ));
    }
    result.toml.push_str(
        "# Names imported by `chancery gazetteer import`. You can edit this file; data/gazetteer/README.md describes its format.\n",
    );
    if !options.source.is_empty() {
        result.toml.push_str(&format!("# Source: {}. Its licence also applies to this file.\n", options.source.replace('\n', " ")));
    }
    let sectors: BTreeSet<&str> = book.entries().iter().filter_map(|entry| entry.ids.get("plover")).map(String::as_str).collect();
    let imported: BTreeSet<&str> = order.iter().map(String::as_str).collect();
    for id in &order {
        let draft = &drafts[id];
        // If an entry was found by an identifier, only forms are added to it. The other facts of the entry stay as they are.
        let forms_only = draft.extend && !matches!(draft.entry.target, Target::New);
        let facts = if forms_only {
            Facts::default()
        } else {
            let known = book.entry(id).filter(|_| draft.extend);
            let (facts, reasons) = facts((book, &codes, &sectors), draft.entry, known, &imported);
            reasons.into_iter().for_each(|reason| note(&mut result, draft.entry, reason));
            facts
        };
        if draft.forms.is_empty() && facts.is_empty() {
            continue;
        }
        if draft.extend {
            result.extended += 1;
        } else {
            result.new += 1;
        }
        result.forms += draft.forms.len();
        result.toml.push_str(&written(id, draft, &facts, options));
    }
    result.notes.sort_by_key(|note| note.line);
    result
}

fn note(result: &mut Imported, entry: &NameEntry, text: String) {
    result.notes.push(Note::new(entry.line, text));
}

/// Returns a question with the most similar type, such as ` (did you mean "igo"?)`, or an empty string if no type is similar.
fn similar(kind: &str, types: &[String]) -> String {
    let near = types.iter().map(|known| (strsim::levenshtein(kind, known), known)).min();
    near.filter(|(distance, _)| *distance <= 2).map_or_else(String::new, |(_, known)| format!(" (did you mean \"{known}\"?)"))
}

/// Returns the id of the data entry to which the imported `entry` belongs, and whether the data
/// already contain that entry. Returns `None` if `entry` must be left out.
fn id_of(
    book: &Book,
    entry: &NameEntry,
    codes: &Codes<'_>,
    drafts: &BTreeMap<String, Draft<'_>>,
    result: &mut Imported,
) -> Option<(String, bool)> {
    if let Target::State(code) = &entry.target {
        let found = codes.state(&code.to_uppercase());
        if found.is_none() {
            note(result, entry, format!("no state has the code {code}"));
        }
        return found.map(|id| (id.to_owned(), true));
    }
    if let Target::Known { system, id } = &entry.target
        && let Some(known) = codes.entity(system, id)
    {
        return Some((known.to_owned(), true));
    }
    if let Some(id) = &entry.id {
        return Some((id.clone(), book.entry(id).is_some()));
    }
    let name = entry.forms.first()?;
    // If exactly one known entry of the same type has this name, the imported entry is assumed to
    // describe the same entity.
    let owners: BTreeSet<&str> =
        book.named(&name.text).map(|(other, _)| other).filter(|other| other.kind == entry.kind).map(|other| other.id.as_str()).collect();
    if let Some(id) = owners.first().filter(|_| owners.len() == 1) {
        return Some(((*id).to_owned(), true));
    }
    let id = unused(&format!("{}.{}", entry.kind, slug(&name.text)), |id| book.entry(id).is_some() || drafts.contains_key(id));
    Some((id, false))
}

fn written(id: &str, draft: &Draft<'_>, facts: &Facts, options: &ImportOptions) -> String {
    let entry = draft.entry;
    let mut out = format!("\n[[entity]]\nid = {}\n", quoted(id));
    if draft.extend {
        out.push_str("extend = true\n");
    } else {
        out.push_str(&format!("type = {}\n", quoted(&entry.kind)));
    }
    if let Some(valid) = &facts.valid {
        out.push_str(&format!("valid = {}\n", quoted(valid)));
    }
    let mut lists: Vec<((&str, &str), Vec<String>)> = Vec::new();
    let mut named: BTreeSet<&str> = BTreeSet::new();
    for form in &draft.forms {
        // An entry has only one preferred name in each language. A second name, and any name for an
        // entry that the data already contain, becomes an alias.
        let kind = match form.kind.as_str() {
            "name" if draft.extend || !named.insert(&form.language) => "alias",
            "alias" if is_abbreviation(&form.text) => "abbr",
            kind => kind,
        };
        let text = if form.any_case { format!("{{ n = {}, case = \"any\" }}", quoted(&form.text)) } else { quoted(&form.text) };
        match lists.iter_mut().find(|(key, _)| *key == (kind, form.language.as_str())) {
            Some((_, list)) => list.push(text),
            None => lists.push(((kind, &form.language), vec![text])),
        }
    }
    for ((kind, language), list) in lists {
        let value = if kind == "name" { list.join("") } else { format!("[{}]", list.join(", ")) };
        out.push_str(&format!("{kind}.{language} = {value}\n"));
    }
    for (kind, list) in &facts.relations {
        let list: Vec<String> = list.iter().map(|id| quoted(id)).collect();
        out.push_str(&format!("{kind} = [{}]\n", list.join(", ")));
    }
    if !facts.ids.is_empty() {
        let ids: Vec<String> = facts.ids.iter().map(|(system, id)| format!("{system} = {}", quoted(id))).collect();
        out.push_str(&format!("ids = {{ {} }}\n", ids.join(", ")));
    }
    let from = entry.source.as_ref().unwrap_or(&options.source);
    out.push_str(&format!("src = {{ by = \"import\", from = {}, reviewed = {} }}\n", quoted(from), quoted(&options.today)));
    out
}

/// Returns whether a form is a single word in capitals.
fn is_abbreviation(text: &str) -> bool {
    !text.contains(' ') && text.chars().filter(|c| c.is_uppercase()).count() >= 2 && !text.chars().any(char::is_lowercase)
}
