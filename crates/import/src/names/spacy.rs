//! Reads patterns of spaCy's entity ruler, one JSON object per line.

use super::entry::{NameEntry, Names, NamesOptions, is_id, is_plain};
use serde_json::Value;
use std::collections::BTreeMap;

/// The labels of spaCy's models, with the type of the entity.
const LABELS: [(&str, &str); 9] = [
    ("ORG", "igo"),
    ("GPE", "city"),
    ("LOC", "geo"),
    ("PERSON", "person"),
    ("PER", "person"),
    ("LAW", "treaty"),
    ("FAC", "site"),
    ("EVENT", "meeting"),
    ("NORP", "people"),
];

pub(super) fn read(text: &str, options: &NamesOptions) -> Names {
    let mut names = Names::default();
    // Patterns with the same id are names of one entity.
    let mut by_id: BTreeMap<String, usize> = BTreeMap::new();
    for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let number = number + 1;
        let value: Value = match serde_json::from_str(line) {
            Ok(value) => value,
            Err(error) => {
                names.note(number, format!("the line was left out: it is not JSON: {error}"));
                continue;
            }
        };
        let label = value["label"].as_str().unwrap_or_default();
        let known = LABELS.iter().find(|(known, _)| *known == label).map(|(_, kind)| *kind);
        let Some(kind) = options.labels.get(label).map(String::as_str).or(known) else {
            names.note(
                number,
                format!("the pattern was left out: the label \"{label}\" is not known; give its type with --label {label}=TYPE"),
            );
            continue;
        };
        let form = match form(&value["pattern"]) {
            Ok(form) => form,
            Err(reason) => {
                names.note(number, format!("the pattern was left out: {reason}"));
                continue;
            }
        };
        let id = value["id"].as_str().unwrap_or_default();
        let key = format!("{kind} {id}");
        let at = by_id.get(&key).copied().filter(|_| !id.is_empty()).unwrap_or_else(|| {
            let mut entry = NameEntry::new(number, kind);
            entry.id = Some(id.to_owned()).filter(|id| is_id(id));
            names.entries.push(entry);
            names.entries.len() - 1
        });
        if !id.is_empty() {
            by_id.insert(key, at);
            if !is_id(id) && names.entries[at].line == number {
                names
                    .note(number, format!("\"{id}\" is not a valid id (an example of a valid id is igo.water-council), so an id is made from the type and name"));
            }
        }
        let kind = if names.entries[at].forms.is_empty() { "name" } else { "alias" };
        names.entries[at].form(kind, &options.language, &form.0, form.1);
    }
    names
}

/// Returns the text of a pattern, with braces for alternatives, and whether the pattern ignores
/// case.
fn form(pattern: &Value) -> Result<(String, bool), String> {
    if let Some(text) = pattern.as_str() {
        return if is_plain(text) {
            Ok((text.to_owned(), false))
        } else {
            Err(format!("\"{text}\" contains a bracket, | or \\, which names in data files cannot contain"))
        };
    }
    let tokens = pattern.as_array().ok_or("the pattern is neither a string nor a list of tokens")?;
    let (mut text, mut any_case) = (String::new(), false);
    for token in tokens {
        let token = token.as_object().ok_or("a token of the pattern is not an object")?;
        let mut words: Vec<String> = Vec::new();
        for (key, value) in token {
            match key.as_str() {
                "ORTH" | "TEXT" | "LOWER" => {
                    any_case |= key == "LOWER";
                    words = alternatives(value).ok_or_else(|| format!("the condition {value} of {key} cannot be converted to a name"))?;
                }
                "OP" if value == "?" || value == "1" => {}
                "OP" => return Err(format!("OP {value} cannot be converted to a name; only OP \"?\" and OP \"1\" are supported")),
                _ => return Err(format!("the attribute {key} is not supported; only ORTH, TEXT, LOWER, IN and OP \"?\" are supported")),
            }
        }
        if words.is_empty() {
            return Err("a token of the pattern has no word".to_owned());
        }
        if let Some(word) = words.iter().find(|word| !is_plain(word) || word.contains(',')) {
            return Err(format!("\"{word}\" contains a bracket, a comma, | or \\, which the words of a pattern cannot contain"));
        }
        let optional = token.get("OP").is_some_and(|value| value == "?");
        let space = if text.is_empty() { "" } else { " " };
        match (optional, words.as_slice()) {
            (false, [word]) => text.push_str(&format!("{space}{word}")),
            (false, _) => text.push_str(&format!("{space}{{{}}}", words.join(","))),
            (true, _) => {
                // A word that may be missing is put into braces together with the space next to it.
                let all: Vec<String> =
                    words.iter().map(|word| if text.is_empty() { format!("{word} ") } else { format!(" {word}") }).collect();
                text.push_str(&format!("{{,{}}}", all.join(",")));
            }
        }
    }
    Ok((text, any_case))
}

fn alternatives(value: &Value) -> Option<Vec<String>> {
    if let Some(text) = value.as_str() {
        return Some(vec![text.to_owned()]);
    }
    let table = value.as_object().filter(|table| table.len() == 1)?;
    table.get("IN")?.as_array()?.iter().map(|text| text.as_str().map(str::to_owned)).collect()
}

#[cfg(test)]
mod tests {
    use crate::{NamesFormat, NamesOptions};

    const PATTERNS: &str = r#"{"label": "ORG", "pattern": "Shanghai Cooperation Organization", "id": "igo.sco"}
{"label": "ORG", "pattern": [{"ORTH": "SCO"}], "id": "igo.sco"}
{"label": "LAW", "pattern": [{"LOWER": "charter"}, {"LOWER": "of", "OP": "?"}, {"LOWER": {"IN": ["un", "osce"]}}]}
{"label": "NORP", "pattern": [{"LEMMA": "kazakh"}]}
{"label": "X", "pattern": "y"}
"#;

    #[test]
    fn patterns_become_forms_with_braces() {
        let names = NamesFormat::Spacy.read(PATTERNS, &NamesOptions::default()).expect("names");
        assert_eq!(names.entries.len(), 2);
        assert_eq!(names.entries[0].id.as_deref(), Some("igo.sco"));
        assert_eq!(
            names.entries[0].forms.iter().map(|form| form.text.as_str()).collect::<Vec<_>>(),
            ["Shanghai Cooperation Organization", "SCO"]
        );
        let form = &names.entries[1].forms[0];
        assert_eq!((form.text.as_str(), form.any_case), ("charter{, of} {un,osce}", true));
        assert_eq!(names.notes.iter().map(|note| note.line).collect::<Vec<_>>(), [4, 5]);
    }
}
