//! Reads newsmap dictionaries, which list the names of each state and of its cities under the ISO
//! code of the state. Names in data files have no wildcards, so patterns with `*` are left out.

use super::entry::{NameEntry, Names, NamesOptions, Target, is_plain};
use crate::{Error, Format, Options};

pub(super) fn read(text: &str, options: &NamesOptions) -> Result<Names, Error> {
    let dictionary = Format::Quanteda.read(text, &Options::default())?;
    let mut names = Names::default();
    let lines: Vec<&str> = text.lines().collect();
    let line_of = |what: &str| lines.iter().position(|line| line.contains(what)).map_or(0, |at| at + 1);
    for category in dictionary.categories.iter().filter(|category| !category.terms.is_empty()) {
        let code = category.path.last().map(String::as_str).unwrap_or_default();
        let is_code = code.len() == 2 && code.bytes().all(|b| b.is_ascii_uppercase());
        let quoted = [format!("'{code}':"), format!("\"{code}\":"), format!("{code}:")];
        let line = quoted.iter().map(|text| line_of(text)).find(|line| *line > 0).unwrap_or(0);
        if !is_code {
            names.note(line, format!("{} was left out: \"{code}\" is not the code of a state", category.path.join(".")));
            continue;
        }
        let mut entry = NameEntry::new(line, "state");
        entry.target = Target::State(code.to_owned());
        for term in &category.terms {
            if term.text.contains('*') {
                names.note(line, format!("{code}: \"{}\" was left out: names cannot contain wildcards; write out the words", term.text));
            } else if is_plain(&term.text) {
                entry.form("alias", &options.language, &term.text, false);
            }
        }
        if !entry.forms.is_empty() {
            names.entries.push(entry);
        }
    }
    for note in dictionary.notes {
        names.notes.push(note);
    }
    Ok(names)
}

#[cfg(test)]
mod tests {
    use crate::{NamesFormat, NamesOptions, Target};

    #[test]
    fn wildcards_are_told_with_their_line() {
        let text = "ASIA:\n  CENTER:\n    'KZ': [Kazakhstan, Kazakh*, Astana]\n  OTHER: [x]\n";
        let names = NamesFormat::Newsmap.read(text, &NamesOptions::default()).expect("names");
        assert_eq!(names.entries.len(), 1);
        assert_eq!(names.entries[0].target, Target::State("KZ".to_owned()));
        assert_eq!(names.entries[0].forms.iter().map(|form| form.text.as_str()).collect::<Vec<_>>(), ["Kazakhstan", "Astana"]);
        assert!(names.notes.iter().any(|note| note.line == 3 && note.text.contains("Kazakh*")), "{:?}", names.notes);
    }
}
