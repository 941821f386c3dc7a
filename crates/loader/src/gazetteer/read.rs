//! Reads the entries of gazetteer files. Unknown keys and wrong values are reported as diagnostics.

use super::date::interval;
use super::form::forms;
use super::raw::{RELATIONS, RawEntry, RawRelation, RawSource};
use crate::codes::Code;
use crate::diagnostic::{Cure, Diagnostics};
use crate::fields::{self, Fields, text};
use crate::files::File;
use crate::language::LanguageCodes;
use crate::suggest::{nearest, suggestion};
use crate::types::Types;
use crate::value::{self, Node, Row, Value};
use chancery_text::{Date, Reference};

/// The keys of an entry that contain forms.
pub(super) const FORMS: [&str; 6] = ["name", "official", "alias", "abbr", "adj", "demonym"];
const OTHER_KEYS: [&str; 13] =
    ["id", "type", "extend", "off", "valid", "rename", "drop", "refers", "loose", "partial", "ids", "status", "src"];
const IDS: [&str; 10] = ["iso2", "iso3", "m49", "cow", "gw", "wikidata", "geonames", "cameo", "plover", "eurovoc"];
const REFERENCES: [(&str, Reference); 3] = [("two", Reference::Two), ("parties", Reference::Parties), ("members", Reference::Members)];
const STATUS: [&str; 3] = ["un-member", "un-observer", "disputed"];

fn keys() -> Vec<&'static str> {
    OTHER_KEYS.into_iter().chain(FORMS).chain(RELATIONS).chain(["note"]).collect()
}

/// Reads the entries of a file and adds them to `entries`.
pub(super) fn read(
    files: &[File],
    number: usize,
    types: &Types,
    codes: &LanguageCodes,
    diagnostics: &mut Diagnostics,
    entries: &mut Vec<RawEntry>,
) {
    let in_lines = files[number].path.ends_with(".jsonl");
    let mut defaults: Option<Node> = None;
    let keys = keys();
    value::parse_each(files, number, diagnostics, |node, diagnostics| {
        let mut reader = Reader { types, codes, keys: &keys, layer: files[number].layer, diagnostics };
        if in_lines {
            entries.extend(reader.entry(&node, None));
            return;
        }
        if let Some(node) = node.get("defaults") {
            defaults = Some(node.clone());
        }
        let rows = node.as_table().unwrap_or_default();
        // The keys of an entry at the top level: the line [[entity]] is missing. This is reported only once.
        let bare =
            if rows.iter().any(|(key, ..)| key == "entity") { None } else { rows.iter().find(|(key, ..)| keys.contains(&key.as_str())) };
        if let Some((key, at, _)) = bare {
            let message = format!("the key \"{key}\" belongs to an entry, but there is no [[entity]] above it");
            reader.diagnostics.add(Code::UnknownKey, *at, message, "write [[entity]] on a line of its own before each entry");
        }
        for (key, at, value) in rows.iter().filter(|(key, ..)| bare.is_none() || !keys.contains(&key.as_str())) {
            match (key.as_str(), &value.value) {
                ("entity", Value::List(items)) => entries.extend(items.iter().filter_map(|item| reader.entry(item, defaults.as_ref()))),
                ("entity", _) => {
                    let help = "write [[entity]], with two brackets, before each entry";
                    fields::wrong(value, "entity must be a list of tables", help, reader.diagnostics);
                }
                ("defaults", Value::Table(_)) => {}
                ("defaults", _) => fields::wrong(value, "defaults must be a table", "write [defaults]", reader.diagnostics),
                (other, _) => {
                    let message = format!("a gazetteer file has no key \"{other}\" at the top level");
                    reader.diagnostics.add(Code::UnknownKey, *at, message, elsewhere(other));
                    if let Some(known) = nearest(other, &["entity", "defaults"]) {
                        reader.diagnostics.cure(Cure::Replace(known.to_owned()));
                    }
                }
            }
        }
    });
}

/// Returns a help text for an unknown key at the top level of a gazetteer file. The text says where
/// the key belongs, or which key was probably meant.
fn elsewhere(key: &str) -> String {
    let near = suggestion(key, &["entity", "defaults"]);
    match key {
        _ if !near.is_empty() => near.trim_end().to_owned(),
        "topic" | "topics" => {
            "topics go in a folder topics/ inside the data folder; --data takes the folder that contains topics/".to_owned()
        }
        "rule" | "rules" | "classes" | "groups" | "voice" | "convert" => {
            "rules go in a folder rules/ inside the data folder; --data takes the folder that contains rules/".to_owned()
        }
        "type" | "sector" => "types and sectors go in types.toml, directly in the data folder".to_owned(),
        _ if crate::language::is_language_key(key) => {
            "words that belong to one language go in language/CODE/ inside the data folder".to_owned()
        }
        _ => "known keys: [[entity]] and [defaults]; is the line [[entity]] missing above this key?".to_owned(),
    }
}

struct Reader<'a> {
    types: &'a Types,
    codes: &'a LanguageCodes,
    /// All keys of an entry.
    keys: &'a [&'static str],
    layer: u32,
    diagnostics: &'a mut Diagnostics,
}

impl Reader<'_> {
    fn entry(&mut self, node: &Node, defaults: Option<&Node>) -> Option<RawEntry> {
        let mut entry = RawEntry { at: node.at, layer: self.layer, ..RawEntry::default() };
        let rows = Fields::new(node, "an entry", self.keys, self.diagnostics).map(|_| node.as_table().unwrap_or_default())?;
        let defaults = defaults.and_then(|node| Fields::new(node, "[defaults]", self.keys, self.diagnostics).and(node.as_table()));
        for row in defaults.unwrap_or_default().iter().chain(rows) {
            self.key(&mut entry, row);
        }
        if let Some(Value::Bool(flag)) = node.get("off").map(|node| &node.value) {
            entry.off = *flag;
        }
        if entry.id.is_empty() {
            self.diagnostics.add(Code::Missing, node.at, "this entry has no id", "write an id, for example id = \"state.kg\"");
            return None;
        }
        entry.tables.push((entry.at, entry.layer));
        entry.shrink();
        Some(entry)
    }

    fn key(&mut self, entry: &mut RawEntry, (key, _, value): &Row) {
        match key.as_str() {
            "id" => self.id(entry, value),
            "type" => self.entity_type(entry, value),
            "extend" => self.flag(key, value, &mut entry.extend),
            "off" => self.flag(key, value, &mut entry.off),
            "loose" => self.flag(key, value, &mut entry.loose),
            "partial" => self.flag(key, value, &mut entry.partial),
            "valid" => entry.valid = interval(value, self.diagnostics),
            "rename" => entry.renames.extend(forms("name", value, self.layer, self.codes, self.diagnostics)),
            "drop" => {
                for (kind, at, value) in fields::rows(value, "drop", self.diagnostics) {
                    if FORMS.contains(&kind.as_str()) {
                        entry.drops.extend(forms(kind, value, self.layer, self.codes, self.diagnostics));
                    } else if RELATIONS.contains(&kind.as_str()) {
                        self.relations(kind, value, &mut entry.dropped_relations);
                    } else {
                        let known: Vec<&str> = FORMS.into_iter().chain(RELATIONS).collect();
                        fields::unknown_key("drop", kind, *at, &known, self.diagnostics);
                    }
                }
            }
            "ids" => self.ids(entry, value),
            "src" => {
                entry.sourced = value.as_text().is_some() || value.get("from").is_some() || value.get("by").is_some();
                let mut checked = 0;
                if value.as_text().is_none() {
                    let fields = Fields::new(value, "src", &["by", "from", "reviewed", "checked", "url", "note"], self.diagnostics);
                    checked = fields.and_then(|fields| fields.whole("checked", 9, self.diagnostics)).unwrap_or(0);
                }
                if let Some(reviewed) =
                    value.get("reviewed").filter(|node| node.as_text().is_some_and(|text| text.parse::<Date>().is_err()))
                {
                    fields::wrong(reviewed, "reviewed must be a date", "write the date as \"2026-11-29\"", self.diagnostics);
                }
                let text = |key: &str| value.get(key).and_then(Node::as_text).unwrap_or_default().to_owned();
                let from = value.as_text().map_or_else(|| text("from"), str::to_owned);
                entry.sources.push(RawSource {
                    at: value.at,
                    layer: self.layer,
                    by: text("by"),
                    from,
                    reviewed: text("reviewed"),
                    checked,
                });
            }
            "status" => {
                for item in value.items().iter().filter(|item| !item.as_text().is_some_and(|status| STATUS.contains(&status))) {
                    fields::wrong(
                        item,
                        "status must be un-member, un-observer or disputed",
                        "correct the value, or leave the key out",
                        self.diagnostics,
                    );
                }
            }
            "refers" => {
                let known = value.as_text().and_then(|name| REFERENCES.iter().find(|(known, _)| *known == name));
                match known {
                    Some((_, reference)) => entry.refers = Some(*reference),
                    None => fields::wrong(
                        value,
                        "refers must be \"two\", \"parties\" or \"members\"",
                        "remove the key `refers`, unless the entry is for a common noun that refers to states, such as \"the two sides\"",
                        self.diagnostics,
                    ),
                }
            }
            kind if FORMS.contains(&kind) => entry.forms.extend(forms(kind, value, self.layer, self.codes, self.diagnostics)),
            kind if RELATIONS.contains(&kind) => self.relations(kind, value, &mut entry.relations),
            _ => {}
        }
    }

    fn flag(&mut self, key: &str, value: &Node, slot: &mut bool) {
        match value.value {
            Value::Bool(flag) => *slot = flag,
            _ => fields::wrong(
                value,
                &format!("{key} must be true or false"),
                "write true or false, without quotation marks",
                self.diagnostics,
            ),
        }
    }

    fn id(&mut self, entry: &mut RawEntry, value: &Node) {
        let Some(id) = text(value, self.diagnostics) else { return };
        let good = id.contains('.') && id.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'.' || b == b'-');
        if !good {
            let help = "write kind.name, such as igo.water-council, in lower-case ASCII letters, digits and hyphens";
            self.diagnostics.add(Code::MalformedId, value.at, format!("\"{id}\" is not a valid id"), help);
        }
        entry.at = value.at;
        entry.id = id;
    }

    fn entity_type(&mut self, entry: &mut RawEntry, value: &Node) {
        let Some(kind) = text(value, self.diagnostics) else { return };
        if self.types.get(&kind).is_none() {
            let known: Vec<&str> = self.types.names().collect();
            let help = format!("{}known types: {}", suggestion(&kind, &known), known.join(", "));
            self.diagnostics.add(Code::UnknownType, value.at, format!("there is no type \"{kind}\""), help);
        }
        entry.kind = Some(kind);
    }

    fn ids(&mut self, entry: &mut RawEntry, value: &Node) {
        for (name, at, value) in fields::rows(value, "ids", self.diagnostics) {
            if !IDS.contains(&name.as_str()) {
                fields::unknown_key("ids", name, *at, &IDS, self.diagnostics);
            }
            if let Some(id) = text(value, self.diagnostics) {
                if name == "plover" {
                    self.types.check_sector(&id, value.at, self.diagnostics);
                }
                entry.ids.insert(name.clone(), (id, value.at));
            }
        }
    }

    fn relations(&mut self, kind: &str, value: &Node, relations: &mut Vec<RawRelation>) {
        for item in value.items() {
            let mut relation = RawRelation {
                at: item.at,
                layer: self.layer,
                kind: kind.to_owned(),
                of: String::new(),
                held_at: None,
                valid: None,
                role: String::new(),
            };
            if let Some(of) = item.as_text() {
                relation.of = of.to_owned();
            } else if item.as_table().is_none() {
                fields::wrong(
                    item,
                    &format!("{kind} must be an id, or {{ of = \"id\" }}"),
                    "put the id in quotation marks",
                    self.diagnostics,
                );
                continue;
            } else if let Some(fields) = Fields::new(item, "a relation", &["of", "at", "valid", "role", "note"], self.diagnostics) {
                let Some(of) = fields.text("of", self.diagnostics) else {
                    self.diagnostics.add(
                        Code::Missing,
                        item.at,
                        format!("this {kind} does not name the other entry"),
                        "write { of = \"id\" }",
                    );
                    continue;
                };
                relation.of = of;
                relation.held_at = fields.text("at", self.diagnostics);
                relation.valid = fields.get("valid").and_then(|valid| interval(valid, self.diagnostics));
                relation.role = fields.text("role", self.diagnostics).unwrap_or_default();
            }
            relations.push(relation);
        }
    }
}
