//! Reads entries and tells every key and value that does not belong.

use super::raw::{RELATIONS, RawEntry, RawForm, RawRelation, SECTORS, TYPES};
use crate::diagnostic::{Diagnostics, Position};
use crate::files::File;
use crate::value::{self, Node, Value};
use chancery_gazetteer::{Activation, CasePolicy};
use chancery_text::{Form, Reference};

const ENTRY_KEYS: &str = "id, type, extend, valid, name, official, alias, abbr, adj, demonym, drop, capital, part_of, member, successor, country, organ, seat, of, metonym, refers, loose, partial, ids, status, src, note";
const FORM_KEYS: &str = "n, case, valid, needs, not, before, after, prior, rival, infl, when, note";
const IDS: [&str; 10] = ["iso2", "iso3", "m49", "cow", "gw", "wikidata", "geonames", "cameo", "plover", "eurovoc"];

/// Adds the entries of a file.
pub(super) fn read(files: &[File], number: usize, faults: &mut Diagnostics, entries: &mut Vec<RawEntry>) {
    let mut reader = Reader { files, faults };
    let layer = files[number].layer;
    for node in value::parse(files, number, reader.faults) {
        if files[number].path.ends_with(".jsonl") {
            entries.extend(reader.entry(&node, None, layer));
            continue;
        }
        let defaults = node.get("defaults");
        for (key, at, value) in node.as_table().unwrap_or_default() {
            match (key.as_str(), &value.value) {
                ("entity", Value::List(items)) => entries.extend(items.iter().filter_map(|item| reader.entry(item, defaults, layer))),
                ("entity", _) => {
                    reader.fault(*at, "CH-D003", "[entity] is one table", "write [[entity]], with two brackets, before each entry")
                }
                ("defaults", _) => {}
                (other, _) => reader.fault(
                    *at,
                    "CH-D002",
                    format!("a gazetteer file knows no \"{other}\" at its top"),
                    match other {
                        "topic" => "files of topics lie in a folder topics/ inside the data folder; give the folder above it to --data",
                        "rule" | "classes" | "groups" | "voice" | "convert" => {
                            "files of rules lie in a folder rules/ inside the data folder; give the folder above it to --data"
                        }
                        _ => "known are [[entity]] and [defaults]; does a [[entity]] line lack above it?",
                    },
                ),
            }
        }
    }
}

struct Reader<'a> {
    files: &'a [File],
    faults: &'a mut Diagnostics,
}

impl Reader<'_> {
    fn fault(&mut self, at: Position, code: &'static str, message: impl Into<String>, help: impl Into<String>) {
        self.faults.error(self.files, at, code, message, help);
    }

    fn entry(&mut self, node: &Node, defaults: Option<&Node>, layer: u32) -> Option<RawEntry> {
        let mut entry = RawEntry { at: node.at, layer, ..RawEntry::default() };
        if let Some(rows) = defaults.and_then(Node::as_table) {
            for row in rows {
                self.key(&mut entry, row);
            }
        }
        let Some(rows) = node.as_table() else {
            self.fault(node.at, "CH-D003", format!("an entry is a table, not {}", node.kind()), "");
            return None;
        };
        for row in rows {
            self.key(&mut entry, row);
        }
        if entry.id.is_empty() {
            self.fault(node.at, "CH-D004", "this entry has no id", "write id = \"kind.slug\", for example \"state.kg\"");
            return None;
        }
        Some(entry)
    }

    fn key(&mut self, entry: &mut RawEntry, (key, at, value): &(String, Position, Node)) {
        match key.as_str() {
            "id" => {
                if let Some(id) = self.text(value) {
                    let good =
                        id.contains('.') && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'.' || b == b'-');
                    if !good {
                        self.fault(
                            value.at,
                            "CH-D005",
                            format!("\"{id}\" is no id"),
                            "an id is kind.slug in small ASCII letters, digits and hyphens",
                        );
                    }
                    entry.at = value.at;
                    entry.id = id;
                }
            }
            "type" => {
                if let Some(kind) = self.text(value) {
                    if !TYPES.contains(&kind.as_str()) {
                        let near = nearest(&kind, &TYPES);
                        self.fault(
                            value.at,
                            "CH-D006",
                            format!("there is no type \"{kind}\""),
                            format!("{near}known are {}", TYPES.join(", ")),
                        );
                    }
                    entry.kind = Some(kind);
                }
            }
            "extend" => match value.value {
                Value::Bool(flag) => entry.extend = flag,
                _ => self.fault(value.at, "CH-D003", format!("extend is true or false, not {}", value.kind()), "no quotes"),
            },
            "valid" => entry.valid = self.interval(value),
            "name" | "official" | "alias" | "abbr" | "adj" | "demonym" => self.forms(key, value, &mut entry.forms),
            "drop" => {
                for (kind, at, value) in value.as_table().unwrap_or_default() {
                    if form(kind).is_some() {
                        self.forms(kind, value, &mut entry.drops);
                    } else {
                        self.fault(
                            *at,
                            "CH-D002",
                            format!("nothing called \"{kind}\" can be dropped"),
                            "write drop.alias.en = [\"…\"], or official, abbr, adj, demonym, name",
                        );
                    }
                }
            }
            "ids" => {
                for (name, at, value) in value.as_table().unwrap_or_default() {
                    if !IDS.contains(&name.as_str()) {
                        self.fault(
                            *at,
                            "CH-D002",
                            format!("there is no identifier \"{name}\""),
                            format!("{}known are {}", nearest(name, &IDS), IDS.join(", ")),
                        );
                    }
                    if let Some(text) = self.text(value) {
                        if name == "plover" && !SECTORS.contains(&text.as_str()) {
                            self.fault(
                                value.at,
                                "CH-D005",
                                format!("there is no sector \"{text}\""),
                                format!("known are {}", SECTORS.join(", ")),
                            );
                        }
                        entry.ids.insert(name.clone(), (text, value.at));
                    }
                }
            }
            "src" => {
                entry.sourced = value.as_table().is_some_and(|rows| rows.iter().any(|(key, ..)| key == "from" || key == "by"))
                    || value.as_text().is_some()
            }
            "status" | "note" => {}
            "loose" | "partial" => match value.value {
                Value::Bool(flag) if key == "loose" => entry.loose = flag,
                Value::Bool(flag) => entry.partial = flag,
                _ => self.fault(value.at, "CH-D003", format!("{key} is true or false, not {}", value.kind()), "no quotes"),
            },
            "refers" => match value.as_text() {
                Some("two") => entry.refers = Some(Reference::Two),
                Some("parties") => entry.refers = Some(Reference::Parties),
                Some("members") => entry.refers = Some(Reference::Members),
                _ => self.fault(value.at, "CH-D003", "refers is \"two\", \"parties\" or \"members\"", "leave it out for names"),
            },
            relation if RELATIONS.contains(&relation) => self.relation(relation, value, &mut entry.relations),
            other => self.fault(
                *at,
                "CH-D002",
                format!("an entry knows no key \"{other}\""),
                format!("{}known are {ENTRY_KEYS}", nearest(other, &ENTRY_KEYS.split(", ").collect::<Vec<_>>())),
            ),
        }
    }

    fn relation(&mut self, kind: &str, value: &Node, relations: &mut Vec<RawRelation>) {
        let items: &[Node] = if let Value::List(items) = &value.value { items } else { std::slice::from_ref(value) };
        for item in items {
            for (key, at, _) in item.as_table().unwrap_or_default() {
                if !["of", "at", "valid", "role", "note"].contains(&key.as_str()) {
                    let help = "known are of, at, valid, role, note; dates are valid = \"START/END\"";
                    self.fault(*at, "CH-D002", format!("a relation knows no key \"{key}\""), help);
                }
            }
            let of = item.as_text().or_else(|| item.get("of").and_then(Node::as_text));
            match of {
                Some(of) => {
                    let text = |key: &str| item.get(key).and_then(Node::as_text).map(str::to_owned);
                    let valid = item.get("valid").and_then(|valid| self.interval(valid));
                    relations.push(RawRelation {
                        at: item.at,
                        kind: kind.to_owned(),
                        of: of.to_owned(),
                        held_at: text("at"),
                        valid,
                        role: text("role").unwrap_or_default(),
                    });
                }
                None => self.fault(item.at, "CH-D003", format!("{kind} wants an id, or {{ of = \"id\" }}, not {}", item.kind()), ""),
            }
        }
    }

    /// `name.en = …`: forms by language.
    fn forms(&mut self, kind: &str, value: &Node, forms: &mut Vec<RawForm>) {
        let Some(form) = form(kind) else { return };
        let Some(languages) = value.as_table() else {
            self.fault(value.at, "CH-D003", format!("{kind} wants a language"), format!("write {kind}.en = …"));
            return;
        };
        for (language, at, value) in languages {
            let tag = language.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-') && (2..=12).contains(&language.len());
            if !tag {
                self.fault(*at, "CH-D002", format!("\"{language}\" is no language tag"), "en, ru, zh, zh-Hant …");
            }
            let items: &[Node] = if let Value::List(items) = &value.value { items } else { std::slice::from_ref(value) };
            if form == Form::Name && items.len() != 1 {
                self.fault(
                    value.at,
                    "CH-D003",
                    format!("there is one name in a language, not {}", items.len()),
                    "put the others under alias",
                );
            }
            for item in items {
                forms.extend(self.form(form, language, item));
            }
        }
    }

    fn form(&mut self, form: Form, language: &str, node: &Node) -> Option<RawForm> {
        let mut raw = RawForm {
            at: node.at,
            text: String::new(),
            form,
            language: language.to_owned(),
            case: None,
            when: Activation::Always,
            valid: None,
            needs: Vec::new(),
            not: Vec::new(),
            before: Vec::new(),
            after: Vec::new(),
            prior: 1.0,
            rivals: Vec::new(),
            inflect: true,
            spelled: Vec::new(),
        };
        match &node.value {
            Value::Text(text) => raw.text.clone_from(text),
            Value::Table(rows) => {
                for (key, at, value) in rows {
                    self.form_key(&mut raw, key, *at, value);
                }
            }
            _ => self.fault(node.at, "CH-D003", format!("a form is a string or a table with n = \"…\", not {}", node.kind()), ""),
        }
        if raw.text.is_empty() {
            self.fault(node.at, "CH-D004", "a form without text", "write the form in quotes, or { n = \"…\" }");
            return None;
        }
        Some(raw)
    }

    fn form_key(&mut self, raw: &mut RawForm, key: &str, at: Position, value: &Node) {
        match key {
            "n" => raw.text = self.text(value).unwrap_or_default(),
            "case" => match value.as_text() {
                Some("exact") => raw.case = Some(CasePolicy::Exact),
                Some("title") => raw.case = Some(CasePolicy::Title),
                Some("any") => raw.case = Some(CasePolicy::Any),
                _ => self.fault(value.at, "CH-D003", "case is \"exact\", \"title\" or \"any\"", ""),
            },
            "valid" => raw.valid = self.interval(value),
            "needs" => raw.needs = self.list(value),
            "not" => raw.not = self.list(value),
            "before" => raw.before = self.list(value),
            "after" => raw.after = self.list(value),
            "rival" => raw.rivals = self.list(value),
            "prior" => match value.value {
                Value::Number(number) if (0.0..=1.0).contains(&number) => raw.prior = number as f32,
                _ => self.fault(value.at, "CH-D003", "prior is a number from 0 to 1", ""),
            },
            "infl" => match value.value {
                Value::Bool(flag) => raw.inflect = flag,
                _ => self.fault(value.at, "CH-D003", "infl is true or false", "no quotes"),
            },
            "note" => {}
            "when" => match value.as_text() {
                Some("introduced") => raw.when = Activation::Introduced,
                Some("defined") => raw.when = Activation::Defined,
                _ => self.fault(
                    value.at,
                    "CH-D003",
                    "when is \"introduced\" or \"defined\"",
                    "leave it out for a form that counts everywhere",
                ),
            },
            other => self.fault(
                at,
                "CH-D002",
                format!("a form knows no key \"{other}\""),
                format!("{}known are {FORM_KEYS}", nearest(other, &FORM_KEYS.split(", ").collect::<Vec<_>>())),
            ),
        }
    }

    fn text(&mut self, node: &Node) -> Option<String> {
        if node.as_text().is_none() {
            self.fault(node.at, "CH-D003", format!("a string is wanted here, not {}", node.kind()), "put it in quotes");
        }
        node.as_text().map(str::to_owned)
    }

    fn list(&mut self, node: &Node) -> Vec<String> {
        let items: &[Node] = if let Value::List(items) = &node.value { items } else { std::slice::from_ref(node) };
        items.iter().filter_map(|item| self.text(item)).collect()
    }

    fn interval(&mut self, node: &Node) -> Option<chancery_text::Interval> {
        let text = self.text(node)?;
        match text.parse() {
            Ok(interval) => Some(interval),
            Err(error) => {
                self.fault(
                    node.at,
                    "CH-D010",
                    error.to_string(),
                    "write \"1991-08-31/..\" or \"1960/1971-10-26\": both ends inclusive, .. for open",
                );
                None
            }
        }
    }
}

fn form(kind: &str) -> Option<Form> {
    Some(match kind {
        "name" => Form::Name,
        "official" => Form::Official,
        "alias" => Form::Alias,
        "abbr" => Form::Abbreviation,
        "adj" => Form::Adjective,
        "demonym" => Form::Demonym,
        _ => return None,
    })
}

/// "did you mean …?", where a known word is near.
fn nearest(word: &str, known: &[&str]) -> String {
    let best = known.iter().map(|other| (distance(word, other), *other)).min();
    best.filter(|(far, _)| *far <= 2).map_or(String::new(), |(_, other)| format!("did you mean \"{other}\"? "))
}

/// Edits between two words (Levenshtein).
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let change = diagonal + usize::from(x != *y);
            diagonal = row[j + 1];
            row[j + 1] = change.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}
