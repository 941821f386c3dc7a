//! Reads gazetteer lists of GATE (General Architecture for Text Engineering). Each line contains a
//! name, followed by its features (`Kyrgyz Republic:ISO2=KG`).

use super::entry::{NameEntry, Names, NamesOptions, Target, is_plain};
use std::collections::BTreeSet;

/// Features that contain the ISO code of a state.
const CODES: [&str; 4] = ["ISO2", "iso2", "ISO3", "iso3"];

pub(super) fn read(text: &str, options: &NamesOptions) -> Names {
    let mut names = Names::default();
    let separator = options.separator.unwrap_or(if text.contains('\t') { '\t' } else { ':' });
    let mut told: BTreeSet<String> = BTreeSet::new();
    for (number, line) in text.lines().enumerate() {
        let line_number = number + 1;
        let mut parts = line.split(separator).map(str::trim);
        let Some(name) = parts.next().filter(|name| !name.is_empty()) else { continue };
        if !is_plain(name) || !name.contains(char::is_alphanumeric) {
            names.note(
                line_number,
                format!("\"{name}\" was left out: it has no letter or digit, or contains a bracket, | or \\, which names in data files cannot contain"),
            );
            continue;
        }
        let mut entry = NameEntry::new(line_number, &options.kind);
        entry.form("name", &options.language, name, false);
        for feature in parts.filter(|feature| !feature.is_empty()) {
            let Some((key, value)) = feature.split_once('=') else {
                names.note(line_number, format!("\"{feature}\" is not a feature: it has no ="));
                continue;
            };
            if CODES.contains(&key.trim()) && value.trim().len() <= 3 {
                entry.target = Target::State(value.trim().to_owned());
            } else if told.insert(key.trim().to_owned()) {
                names.note(line_number, format!("the feature \"{}\" is ignored in this line and in all later lines", key.trim()));
            }
        }
        names.entries.push(entry);
    }
    names
}

#[cfg(test)]
mod tests {
    use crate::{NamesFormat, NamesOptions, Target};

    #[test]
    fn features_give_the_state() {
        let text = "Kyrgyz Republic:ISO2=KG:name=Kyrgyzstan\n\nCouncil of X:y\n";
        let names = NamesFormat::Gate.read(text, &NamesOptions::default()).expect("names");
        assert_eq!(names.entries[0].target, Target::State("KG".to_owned()));
        assert_eq!((names.entries[1].line, names.entries[1].forms[0].text.as_str()), (3, "Council of X"));
        let notes: Vec<_> = names.notes.iter().map(|note| (note.line, note.text.as_str())).collect();
        assert_eq!(
            notes,
            [(1, "the feature \"name\" is ignored in this line and in all later lines"), (3, "\"y\" is not a feature: it has no =")]
        );
    }
}
