//! Reads results of Wikidata queries: a table with one row for each combination of an item and a
//! name. All rows of an item become one entry.

use super::entry::{NameEntry, Names, NamesOptions, Target, is_plain};
use super::table::rows;
use crate::error::{Error, ErrorKind};
use std::collections::HashMap;

/// The possible names, in lower case, of the column that contains the item. The constants below list the possible names of the other columns.
const ITEM: [&str; 3] = ["item", "entity", "qid"];
const LABEL: [&str; 3] = ["itemlabel", "label", "name"];
const LANGUAGE: [&str; 2] = ["lang", "language"];
const ALIAS: [&str; 4] = ["alias", "itemaltlabel", "altlabel", "aliases"];
const SHORT: [&str; 2] = ["short", "shortname"];
const DEMONYM: [&str; 1] = ["demonym"];
const ISO: [&str; 4] = ["iso2", "iso3", "iso", "iso3166"];
const START: [&str; 2] = ["start", "inception"];
const END: [&str; 3] = ["end", "dissolved", "abolished"];
const INSTANCE: [&str; 4] = ["instance", "instancelabel", "type", "typelabel"];

pub(super) fn read(text: &str, options: &NamesOptions) -> Result<Names, Error> {
    let first = text.lines().next().unwrap_or_default();
    let separator = options.separator.unwrap_or(if first.contains('\t') { '\t' } else { ',' });
    let mut rows = rows(text, separator).into_iter();
    let Some((_, head)) = rows.next() else { return Err(Error::new(ErrorKind::Empty, 1, "the file is empty")) };
    let head: Vec<String> = head.iter().map(|name| name.trim().trim_start_matches('?').to_lowercase()).collect();
    let column = |names: &[&str]| head.iter().position(|known| names.contains(&known.as_str()));
    let (Some(item), Some(label)) = (column(&ITEM), column(&LABEL)) else {
        return Err(Error::new(ErrorKind::Structure, 1, "the first line does not have the columns \"item\" and \"itemLabel\""));
    };
    let mut names = Names::default();
    let mut known: HashMap<String, usize> = HashMap::new();
    for (line, cells) in rows {
        let cell = |at: Option<usize>| at.and_then(|at| cells.get(at)).map(|cell| cell.trim()).unwrap_or_default();
        let id = cell(Some(item)).rsplit('/').next().unwrap_or_default().to_owned();
        if id.is_empty() && cells.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        if !is_item(&id) {
            names.note(line, format!("the row was left out: \"{id}\" is not the id of a Wikidata item"));
            continue;
        }
        let at = *known.entry(id.clone()).or_insert_with(|| {
            names.entries.push(new_entry(line, &id, cell(column(&INSTANCE)), options));
            names.entries.len() - 1
        });
        let entry = &mut names.entries[at];
        let tag = cell(column(&LANGUAGE));
        let language = if tag.is_empty() { options.language.clone() } else { tag.to_owned() };
        let mut left = Vec::new();
        for (kind, texts) in [("name", LABEL.as_slice()), ("alias", &ALIAS), ("abbr", &SHORT), ("demonym", &DEMONYM)] {
            let text = if kind == "name" { cell(Some(label)) } else { cell(column(texts)) };
            // The Wikidata label service joins aliases with commas.
            let list = if kind == "name" { vec![text] } else { text.split(", ").collect() };
            for text in list.into_iter().filter(|text| !text.is_empty()) {
                // If an item has no label, the column contains its id instead.
                if is_item(text) {
                    continue;
                }
                if is_plain(text) { entry.form(kind, &language, text, false) } else { left.push(text.to_owned()) }
            }
        }
        let iso = cell(column(&ISO));
        if matches!(iso.len(), 2 | 3) {
            entry.target = Target::State(iso.to_owned());
        }
        let day = |text: &str| text.trim_start_matches('+').split('T').next().unwrap_or_default().trim_end_matches("-00").to_owned();
        let (start, end) = (day(cell(column(&START))), day(cell(column(&END))));
        if entry.valid.is_none() && !(start.is_empty() && end.is_empty()) {
            let open = |text: String| if text.is_empty() { "..".to_owned() } else { text };
            entry.valid = Some(format!("{}/{}", open(start), open(end)));
        }
        for text in left {
            names.note(line, format!("\"{text}\" was left out: names in data files cannot contain brackets, | or \\"));
        }
    }
    names.entries.retain(|entry| !entry.forms.is_empty());
    Ok(names)
}

fn is_item(text: &str) -> bool {
    text.strip_prefix('Q').is_some_and(|digits| !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit()))
}

fn new_entry(line: usize, id: &str, instance: &str, options: &NamesOptions) -> NameEntry {
    let kind = options.labels.get(instance).unwrap_or(&options.kind);
    let mut entry = NameEntry::new(line, kind);
    entry.target = Target::Known { system: "wikidata".to_owned(), id: id.to_owned() };
    entry.ids.push(("wikidata".to_owned(), id.to_owned()));
    entry
}

#[cfg(test)]
mod tests {
    use crate::{NamesFormat, NamesOptions, Target};

    #[test]
    fn rows_of_an_item_are_one_entry() {
        let text = "item,itemLabel,lang,alias,iso2,start,end,instance\n\
            http://www.wikidata.org/entity/Q813,Kyrgyzstan,en,Kyrgyz Republic,KG,,,sovereign state\n\
            http://www.wikidata.org/entity/Q813,Киргизия,ru,Кыргызстан,KG,,,\n\
            http://www.wikidata.org/entity/Q485207,Shanghai Cooperation Organisation,en,\"SCO, Shanghai Pact\",,2001-06-15T00:00:00Z,,bloc\n\
            x,Nothing,en,,,,,\nhttp://www.wikidata.org/entity/Q5,Q5,en,,,,,\n";
        let mut options = NamesOptions::default();
        options.labels.insert("bloc".to_owned(), "grouping".to_owned());
        let names = NamesFormat::Wikidata.read(text, &options).expect("names");
        assert_eq!(names.entries.len(), 2);
        assert_eq!((&names.entries[0].target, names.entries[0].forms.len()), (&Target::State("KG".to_owned()), 4));
        let bloc = &names.entries[1];
        assert_eq!((bloc.kind.as_str(), bloc.valid.as_deref()), ("grouping", Some("2001-06-15/..")));
        assert_eq!(
            bloc.forms.iter().map(|form| form.text.as_str()).collect::<Vec<_>>(),
            ["Shanghai Cooperation Organisation", "SCO", "Shanghai Pact"]
        );
        assert_eq!(names.notes.iter().map(|note| note.line).collect::<Vec<_>>(), [5]);
        assert!(NamesFormat::Wikidata.read("a,b\n", &options).is_err());
    }
}
