//! Writes names in the formats of other tools.

use crate::book::Book;
use chancery_data::FIRST_OWN;
use chancery_data::{Entry, WrittenForm};
use chancery_gazetteer::{Activation, CasePolicy};
use chancery_text::{EntityClass, Form};
use serde_json::json;
use std::collections::BTreeMap;

/// A file format of another tool.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum ExportFormat {
    /// A table with one row for each entry and language. `chancery gazetteer import` can read this
    /// table.
    Csv,
    /// Patterns for spaCy's entity ruler.
    Spacy,
    /// GATE lists, one for each type and language, with `lists.def`.
    Gate,
    /// A quanteda dictionary with three levels: types, entries and names.
    Quanteda,
    /// A SKOS thesaurus in Turtle syntax. Types become concept schemes, and entries become concepts.
    Skos,
}

/// Options that select the names to write.
#[derive(Clone, Debug, Default)]
pub struct ExportOptions {
    /// Whether to write only the names that the user's folders contain.
    pub own: bool,
    /// The types of entries to write. If the list is empty, entries of all types are written.
    pub kinds: Vec<String>,
    /// The languages of the names to write. If the list is empty, names in all languages are
    /// written.
    pub languages: Vec<String>,
}

/// The result of an export.
#[derive(Clone, Debug, Default)]
pub struct Exported {
    /// The files, each with its name and content. If the format consists of a single file, the name
    /// of the file is empty.
    pub files: Vec<(String, String)>,
    /// The number of entries.
    pub entries: usize,
    /// The number of names.
    pub names: usize,
    /// Messages that describe what the format cannot express.
    pub lost: Vec<String>,
}

/// The spellings of an entry, by language and kind of form. The flag of a spelling is `true` if the
/// spelling matches regardless of upper and lower case.
type Spellings<'b> = BTreeMap<(&'b str, Form), Vec<(&'b str, bool)>>;

/// Writes the names of the entries.
#[must_use]
pub fn export(book: &Book, format: ExportFormat, options: &ExportOptions) -> Exported {
    let mut result = Exported::default();
    let (mut short, mut conditions): (Vec<&str>, usize) = (Vec::new(), 0);
    let mut all: Vec<(&Entry, Spellings<'_>)> = Vec::new();
    for entry in book.entries().iter().filter(|entry| wanted(entry, options)) {
        let mut spellings = Spellings::new();
        let chosen = |form: &&WrittenForm| {
            (options.languages.is_empty() || options.languages.contains(&form.language)) && (!options.own || form.place.layer >= FIRST_OWN)
        };
        for form in entry.forms.iter().filter(chosen) {
            if form.when != Activation::Always || form.text.contains('[') {
                short.push(&form.text);
                continue;
            }
            conditions += usize::from(conditional(form));
            let any = form.case == Some(CasePolicy::Any);
            for text in &form.spelled {
                // An alias may repeat the name with conditions. Each name is written once in each language.
                let naming = |form: Form| !matches!(form, Form::Adjective | Form::Demonym);
                let like = |other: Form| other == form.form || naming(other) && naming(form.form);
                let known = spellings.iter().any(|((language, other), texts)| {
                    *language == form.language && like(*other) && texts.iter().any(|(known, _)| *known == text)
                });
                if !known {
                    spellings.entry((&form.language, form.form)).or_default().push((text, any));
                }
            }
        }
        if !spellings.is_empty() {
            result.entries += 1;
            result.names += spellings.values().map(Vec::len).sum::<usize>();
            all.push((entry, spellings));
        }
    }
    if !short.is_empty() {
        let (first, more) = short.split_at(short.len().min(FEW));
        let more = if more.is_empty() { String::new() } else { format!(" and {} more", more.len()) };
        result.lost.push(format!(
            "short names that are found only in certain documents or next to certain words were left out ({}): {}{more}",
            short.len(),
            first.join(", ")
        ));
    }
    if conditions > 0 {
        result
            .lost
            .push(format!("forms that were written without their conditions (needs, not, before, after, dates, rivals): {conditions}"));
    }
    let dated = |(entry, _): &&(&Entry, Spellings<'_>)| {
        entry.relations.iter().any(|relation| relation.valid.is_some() || !relation.role.is_empty())
    };
    let dated = all.iter().filter(dated).count();
    if dated > 0 && format == ExportFormat::Csv {
        result
            .lost
            .push(format!("entries whose relations were written without their dates, and without relations that have a role: {dated}"));
    }
    if options.own {
        result.lost.push(
            "names that your folders drop or rename, and terms of office, are not part of this format; `chancery gazetteer pack` copies a folder completely"
                .to_owned(),
        );
    }
    match format {
        ExportFormat::Csv => csv(&all, &mut result),
        ExportFormat::Spacy => spacy(&all, &mut result),
        ExportFormat::Gate => gate(&all, &mut result),
        ExportFormat::Quanteda => quanteda(&all, &mut result),
        ExportFormat::Skos => skos(&all, &mut result),
    }
    result
}

/// The maximum number of names that are listed in a message.
const FEW: usize = 8;

fn wanted(entry: &Entry, options: &ExportOptions) -> bool {
    let own = !options.own || entry.places.iter().any(|place| place.layer >= FIRST_OWN);
    !entry.hides && own && (options.kinds.is_empty() || options.kinds.contains(&entry.kind))
}

fn conditional(form: &WrittenForm) -> bool {
    let lists = [&form.needs, &form.not, &form.before, &form.after, &form.rivals];
    form.valid.is_some() || lists.iter().any(|list| !list.is_empty())
}

/// The columns that contain relations. They have the keys of the relations as names, and contain the ids of the other entries.
const RELATIONS: [&str; 5] = ["member", "of", "country", "part_of", "seat"];

/// The columns that contain forms, each with the kind of form that it contains.
const COLUMNS: [(&str, Form); 6] = [
    ("name", Form::Name),
    ("official", Form::Official),
    ("alias", Form::Alias),
    ("abbr", Form::Abbreviation),
    ("adj", Form::Adjective),
    ("demonym", Form::Demonym),
];

fn csv(all: &[(&Entry, Spellings<'_>)], result: &mut Exported) {
    let mut writer = csv::Writer::from_writer(Vec::new());
    let head =
        ["id", "type", "language"].into_iter().chain(COLUMNS.iter().map(|(name, _)| *name)).chain(RELATIONS).chain(["valid", "wikidata"]);
    // Writing to memory cannot fail.
    let _ = writer.write_record(head);
    for (entry, spellings) in all {
        let languages: std::collections::BTreeSet<&str> = spellings.keys().map(|(language, _)| *language).collect();
        for language in languages {
            let mut row = vec![entry.id.clone(), entry.kind.clone(), language.to_owned()];
            let mut more: Vec<&str> = Vec::new();
            for (_, form) in COLUMNS {
                let mut texts: Vec<&str> = spellings.get(&(language, form)).into_iter().flatten().map(|(text, _)| *text).collect();
                // Only the first spelling is written as the preferred name. The others are its case
                // forms and become aliases.
                if form == Form::Name && texts.len() > 1 {
                    more = texts.split_off(1);
                } else if form == Form::Alias {
                    texts.append(&mut more);
                }
                // A row without a name could not be imported again.
                if form == Form::Name && texts.is_empty() {
                    let preferred = entry.forms.iter().find(|written| written.form == Form::Name && written.language == language);
                    texts.push(preferred.and_then(|written| written.spelled.first()).map_or(entry.label.as_str(), String::as_str));
                }
                row.push(texts.join(";"));
            }
            for kind in RELATIONS {
                let others = entry.relations.iter().filter(|relation| relation.kind == kind && relation.role.is_empty());
                let mut ids: Vec<&str> = others.map(|relation| relation.of.as_str()).collect();
                ids.dedup();
                row.push(ids.join(";"));
            }
            row.push(entry.valid.map(|valid| valid.to_string()).unwrap_or_default());
            row.push(entry.ids.get("wikidata").cloned().unwrap_or_default());
            let _ = writer.write_record(row);
        }
    }
    let bytes = writer.into_inner().unwrap_or_default();
    result.files.push((String::new(), String::from_utf8_lossy(&bytes).into_owned()));
}

/// Returns the entity label that spaCy's models use.
fn label(class: EntityClass, form: Form) -> &'static str {
    if matches!(form, Form::Adjective | Form::Demonym) {
        return "NORP";
    }
    match class {
        EntityClass::State | EntityClass::Territory | EntityClass::Division | EntityClass::City => "GPE",
        EntityClass::Region | EntityClass::Feature => "LOC",
        EntityClass::Site => "FAC",
        EntityClass::Meeting => "EVENT",
        EntityClass::Instrument => "LAW",
        EntityClass::Person => "PERSON",
        EntityClass::Office => "TITLE",
        _ => "ORG",
    }
}

fn spacy(all: &[(&Entry, Spellings<'_>)], result: &mut Exported) {
    let mut out = String::new();
    for (entry, spellings) in all {
        for ((_, form), texts) in spellings {
            for (text, any) in texts {
                let pattern = if *any {
                    text.split_whitespace().map(|word| json!({"LOWER": word.to_lowercase()})).collect::<serde_json::Value>()
                } else {
                    json!(text)
                };
                out.push_str(&json!({"label": label(entry.class, *form), "pattern": pattern, "id": entry.id}).to_string());
                out.push('\n');
            }
        }
    }
    result.files.push((String::new(), out));
}

fn gate(all: &[(&Entry, Spellings<'_>)], result: &mut Exported) {
    let mut lists: BTreeMap<(&str, &str), String> = BTreeMap::new();
    let mut left = 0;
    for (entry, spellings) in all {
        for ((language, form), texts) in spellings {
            let list = lists.entry((&entry.kind, language)).or_default();
            for (text, _) in texts {
                if text.contains(':') {
                    left += 1;
                    continue;
                }
                list.push_str(&format!("{text}:id={}:form={}\n", entry.id, form.as_str()));
            }
        }
    }
    if left > 0 {
        result.lost.push(format!("{left} names with a colon were left out, because GATE separates features with colons"));
    }
    let mut index = String::new();
    for ((kind, language), list) in lists {
        let name = format!("{kind}_{language}.lst");
        index.push_str(&format!("{name}:{kind}::{language}\n"));
        result.files.push((name, list));
    }
    result.files.push(("lists.def".to_owned(), index));
}

fn quanteda(all: &[(&Entry, Spellings<'_>)], result: &mut Exported) {
    let mut kinds: BTreeMap<&str, Vec<&(&Entry, Spellings<'_>)>> = BTreeMap::new();
    for item in all {
        kinds.entry(&item.0.kind).or_default().push(item);
    }
    let mut out = String::new();
    for (kind, list) in kinds {
        out.push_str(&format!("{}:\n", json!(kind)));
        for (entry, spellings) in list {
            let texts: Vec<String> = spellings.values().flatten().map(|(text, _)| json!(text).to_string()).collect();
            out.push_str(&format!("  {}: [{}]\n", json!(entry.id), texts.join(", ")));
        }
    }
    result.files.push((String::new(), out));
}

/// The URL prefixes of items in other systems.
const ITEMS: [(&str, &str); 2] = [("wikidata", "http://www.wikidata.org/entity/"), ("geonames", "https://sws.geonames.org/")];

/// The kinds of relations between a part and its whole.
const WHOLES: [&str; 2] = ["part_of", "of"];

fn skos(all: &[(&Entry, Spellings<'_>)], result: &mut Exported) {
    let mut out = String::from("@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n");
    let kinds: std::collections::BTreeSet<&str> = all.iter().map(|(entry, _)| entry.kind.as_str()).collect();
    for kind in kinds {
        out.push_str(&format!("\n<urn:chancery:type:{kind}> a skos:ConceptScheme .\n"));
    }
    let ids: std::collections::BTreeSet<&str> = all.iter().map(|(entry, _)| entry.id.as_str()).collect();
    let mut adjectives = 0;
    for (entry, spellings) in all {
        let mut lines = vec![format!("a skos:Concept ; skos:inScheme <urn:chancery:type:{}>", entry.kind)];
        let mut preferred: Vec<&str> = Vec::new();
        for ((language, form), texts) in spellings {
            // Names of the entity become labels. Adjectives and demonyms do not name the entity, so
            // they are left out.
            if matches!(form, Form::Adjective | Form::Demonym) {
                adjectives += texts.len();
                continue;
            }
            for (text, _) in texts {
                let kind = if *form == Form::Name && !preferred.contains(language) { "prefLabel" } else { "altLabel" };
                if kind == "prefLabel" {
                    preferred.push(language);
                }
                lines.push(format!("skos:{kind} {}@{language}", literal(text)));
            }
        }
        for (system, address) in ITEMS {
            if let Some(id) = entry.ids.get(system) {
                lines.push(format!("skos:exactMatch <{address}{id}>"));
            }
        }
        for whole in
            entry.relations.iter().filter(|relation| WHOLES.contains(&relation.kind.as_str()) && ids.contains(relation.of.as_str()))
        {
            lines.push(format!("skos:broader <urn:chancery:{}>", whole.of));
        }
        out.push_str(&format!("\n<urn:chancery:{}> {} .\n", entry.id, lines.join(" ;\n  ")));
    }
    if adjectives > 0 {
        result.lost.push(format!("{adjectives} adjectives and demonyms were left out, because SKOS has no labels for them"));
    }
    result.files.push((String::new(), out));
}

/// Writes a Turtle string.
fn literal(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}
