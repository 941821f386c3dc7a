//! Reads a table with named columns, separated by commas, semicolons or tabs. Several values in a cell are separated by `;` or `|`.

use super::entry::{NameEntry, Names, NamesOptions, is_id, is_plain};
use crate::error::{Error, ErrorKind};

/// The columns, with descriptions of their contents. The name of a column that contains forms may
/// end with a language: `alias.ru`.
pub const COLUMNS: [(&str, &str); 17] = [
    ("id", "id of the entry; if it is empty, an id is made from the type and name"),
    ("type", "type of the entity"),
    ("name", "preferred name"),
    ("official", "formal names"),
    ("alias", "other names"),
    ("abbr", "abbreviations"),
    ("adj", "adjectives"),
    ("demonym", "words for the people of a state or place"),
    ("language", "language of the names in the row"),
    ("valid", "when the entity existed, as START/END"),
    ("member", "ids of members"),
    ("of", "id of the organisation that an organ belongs to"),
    ("country", "id of the state in which the entity lies"),
    ("part_of", "ids of the entities that the entity is a part of"),
    ("seat", "id of the city in which the entity has its seat"),
    ("source", "where the facts come from"),
    ("wikidata", "Wikidata item"),
];

const FORMS: [&str; 6] = ["name", "official", "alias", "abbr", "adj", "demonym"];
const RELATIONS: [&str; 5] = ["member", "of", "country", "part_of", "seat"];

pub(super) fn read(text: &str, options: &NamesOptions) -> Result<Names, Error> {
    let first = text.lines().next().unwrap_or_default();
    let separator =
        options.separator.unwrap_or_else(|| *[',', '\t', ';'].iter().max_by_key(|c| first.matches(**c).count()).unwrap_or(&','));
    let (rows, closed) = scan(text, separator);
    if let Some((line, _)) = rows.last().filter(|_| !closed) {
        return Err(Error::new(ErrorKind::Structure, *line, "this row contains a quotation mark that is not closed"));
    }
    let mut rows = rows.into_iter();
    let Some((_, head)) = rows.next() else { return Err(Error::new(ErrorKind::Empty, 1, "the file is empty")) };
    let head: Vec<String> = head.iter().map(|name| name.trim().to_lowercase()).collect();
    let mut names = Names::default();
    let base = |name: &str| name.split('.').next().unwrap_or_default().to_owned();
    if !head.iter().any(|name| base(name) == "name" || base(name) == "alias") {
        let known: Vec<&str> = COLUMNS.iter().map(|(name, _)| *name).collect();
        let message = format!("the first line has no column \"name\"; known columns: {}", known.join(", "));
        return Err(Error::new(ErrorKind::Structure, 1, message));
    }
    for name in &head {
        if !COLUMNS.iter().any(|(known, _)| *known == base(name)) {
            names.note(1, format!("the column \"{name}\" is not used"));
        }
    }
    for (line, cells) in rows {
        row(&mut names, line, &head, &cells, options);
    }
    Ok(names)
}

fn row(names: &mut Names, line: usize, head: &[String], cells: &[String], options: &NamesOptions) {
    let cell =
        |name: &str| head.iter().position(|known| known == name).and_then(|at| cells.get(at)).map(|cell| cell.trim()).unwrap_or_default();
    if cells.iter().all(|cell| cell.trim().is_empty()) {
        return;
    }
    if cells.len() > head.len() {
        names.note(line, format!("the row has {} cells, but there are {} columns; the extra cells are not used", cells.len(), head.len()));
    }
    let label = cell("type");
    let kind = options.labels.get(label).map(String::as_str).unwrap_or(if label.is_empty() { &options.kind } else { label });
    let mut entry = NameEntry::new(line, kind);
    let language = Some(cell("language")).filter(|language| !language.is_empty()).unwrap_or(&options.language);
    for (name, text) in head.iter().zip(cells) {
        let (column, tag) = name.split_once('.').unwrap_or((name, language));
        // Column names have been converted to lower case. The script in a language tag has a capital.
        let tag = if tag == "zh-hant" { "zh-Hant" } else { tag };
        if FORMS.contains(&column) {
            let single = column == "name";
            for text in if single { vec![text.as_str()] } else { text.split([';', '|']).collect() } {
                if is_plain(text) || text.contains('{') && !text.contains('[') {
                    entry.form(column, tag, text, false);
                } else {
                    names.note(line, format!("\"{text}\" was left out: names in data files cannot contain brackets, | or \\"));
                }
            }
        } else if RELATIONS.contains(&column) {
            entry
                .relations
                .extend(text.split([';', '|']).map(str::trim).filter(|id| !id.is_empty()).map(|id| (column.to_owned(), id.to_owned())));
        }
    }
    match cell("id") {
        "" => {}
        id if is_id(id) => entry.id = Some(id.to_owned()),
        id => names.note(
            line,
            format!("\"{id}\" is not a valid id (an example of a valid id is igo.water-council), so an id is made from the type and name"),
        ),
    }
    let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    entry.valid = some(cell("valid"));
    entry.source = some(cell("source"));
    entry.ids.extend(some(cell("wikidata")).map(|id| ("wikidata".to_owned(), id)));
    if !entry.forms.iter().any(|form| matches!(form.kind.as_str(), "name" | "alias")) {
        names.note(line, "the row has no name and was left out");
    } else {
        names.entries.push(entry);
    }
}

/// Returns the rows, each with the number of its first line. A cell in quotation marks may contain
/// separators, line breaks, and doubled quotation marks.
pub(super) fn rows(text: &str, separator: char) -> Vec<(usize, Vec<String>)> {
    scan(text, separator).0
}

/// Returns the same rows as [`rows`], and whether all quotation marks are closed.
fn scan(text: &str, separator: char) -> (Vec<(usize, Vec<String>)>, bool) {
    let mut rows = Vec::new();
    let (mut line, mut begun) = (1, 1);
    let (mut row, mut cell, mut quoted) = (Vec::new(), String::new(), false);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        line += usize::from(c == '\n');
        match c {
            '"' if quoted && chars.peek() == Some(&'"') => {
                cell.push('"');
                chars.next();
            }
            '"' if quoted || cell.trim().is_empty() => quoted = !quoted,
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push((begun, std::mem::take(&mut row)));
                begun = line;
            }
            '\r' if !quoted => {}
            c if c == separator && !quoted => row.push(std::mem::take(&mut cell)),
            c => cell.push(c),
        }
    }
    if !cell.is_empty() || !row.is_empty() {
        row.push(cell);
        rows.push((begun, row));
    }
    (rows, !quoted)
}

#[cfg(test)]
mod tests {
    use crate::{NamesFormat, NamesOptions};

    #[test]
    fn columns_have_names_and_languages() {
        let text = "id,type,name,name.ru,abbr,Notes\nigo.x,igo,\"Council, \"\"Great\"\"\",Совет,GC;G.C.,hm\n,,,,,\n,treaty,Pact of X,,,\n";
        let names = NamesFormat::Csv.read(text, &NamesOptions::default()).expect("names");
        let forms: Vec<_> =
            names.entries[0].forms.iter().map(|form| (form.kind.as_str(), form.language.as_str(), form.text.as_str())).collect();
        assert_eq!(forms, [("name", "en", "Council, \"Great\""), ("name", "ru", "Совет"), ("abbr", "en", "GC"), ("abbr", "en", "G.C.")]);
        assert_eq!((names.entries[1].line, names.entries[1].kind.as_str()), (4, "treaty"));
        assert_eq!(names.notes[0].text, "the column \"notes\" is not used");
        let open = NamesFormat::Csv
            .read("name,type\nA,igo\n\"B Council,igo\nC Council,igo\n", &NamesOptions::default())
            .expect_err("open quotation mark");
        assert!(open.message().contains("not closed") && open.line() == 3, "{open}");
        let unnamed = NamesFormat::Csv.read("name,abbr,type\n,ABC,igo\nD Council,DC,igo\n", &NamesOptions::default()).expect("names");
        assert!(unnamed.entries.len() == 1 && unnamed.notes[0].text.contains("no name"));
        let wrong = NamesFormat::Csv.read("a,b\n1,2\n", &NamesOptions::default()).expect_err("no name");
        assert!(wrong.message().contains("no column \"name\""), "{wrong}");
    }
}
