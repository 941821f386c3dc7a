//! Reads GeoNames dumps. They are tab-separated tables without a header: the table of places
//! (`allCountries.txt`, `cities500.txt`: 19 columns) and the table of their alternate names
//! (`alternateNamesV2.txt`: 10 columns).

use super::entry::{NameEntry, Names, NamesOptions, Target, is_plain};
use super::feature_class::{OTHER, kind_of_class};
use crate::error::{Error, ErrorKind};

/// The number of columns in the table of places.
const PLACES: usize = 19;
const NAMES: usize = 10;

/// The entity types for the feature codes of GeoNames. A code of three letters applies to all longer codes that begin with it. Source: the table of feature
/// codes of GeoNames.
const CODES: [(&str, &str); 9] = [
    ("PCL", "state"),
    ("PCLI", "state"),
    ("ADM1", "admin"),
    ("ADM2", "admin"),
    ("TERR", "territory"),
    ("RGN", "region"),
    ("CONT", "region"),
    ("ADM", "admin"),
    ("PPL", "city"),
];

/// Values in the language column that do not denote a language, but mark a row as a link, a postcode or a code of another system, for example. Rows with these
/// values are skipped.
const NO_LANGUAGES: [&str; 10] = ["link", "post", "iata", "icao", "faac", "tcid", "unlc", "phon", "piny", "fr_1793"];
const ABBREVIATION: &str = "abbr";
const WIKIDATA: &str = "wkdt";

pub(super) fn read(text: &str, options: &NamesOptions) -> Result<Names, Error> {
    let mut names = Names::default();
    let columns = text.lines().next().map_or(0, |line| line.split('\t').count());
    let row = match columns {
        PLACES => place,
        NAMES | 8 => other_name,
        _ => {
            let message = format!(
                "the first line has {columns} columns, but a table of places has {PLACES} and a table of alternate names has {NAMES}"
            );
            return Err(Error::new(ErrorKind::Structure, 1, message));
        }
    };
    let mut untagged = 0;
    for (number, line) in (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty()) {
        let cells: Vec<&str> = line.split('\t').map(str::trim).collect();
        if cells.len() < columns.min(NAMES - 2) {
            names.note(number, format!("the line was left out: it has {} columns, but the first line has {columns}", cells.len()));
            continue;
        }
        untagged += row(&mut names, number, &cells, options);
    }
    if untagged > 0 {
        names.note(
            0,
            format!("{untagged} alternate names without a language were left out; alternateNamesV2.txt contains these names with their languages"),
        );
    }
    Ok(names)
}

/// Reads a row of the table of places. Returns the number of alternate names in the row. They are left out, because the row does not
/// state their languages.
fn place(names: &mut Names, number: usize, cells: &[&str], options: &NamesOptions) -> usize {
    let cell = |at: usize| cells.get(at).copied().unwrap_or_default();
    let (id, name, class, code, country) = (cell(0), cell(1), cell(6), cell(7), cell(8));
    let population: u64 = cell(14).parse().unwrap_or(0);
    if population < options.population || !(options.countries.is_empty() || options.countries.iter().any(|kept| kept == country)) {
        return 0;
    }
    let given = [code, class].into_iter().find_map(|label| options.labels.get(label));
    // If the options contain labels, only places whose feature class or feature code is one of these labels are read.
    if given.is_none() && !options.labels.is_empty() {
        return 0;
    }
    let known = CODES
        .iter()
        .find(|(known, _)| *known == code)
        .or_else(|| CODES.iter().find(|(known, _)| known.len() == 3 && code.starts_with(known)));
    let kind = known.map(|(_, kind)| *kind).or_else(|| kind_of_class(class)).unwrap_or(OTHER);
    let kind = given.map_or(kind, String::as_str);
    if !is_plain(name) || !name.contains(char::is_alphabetic) {
        names.note(
            number,
            format!("\"{name}\" was left out: it has no letters, or contains a bracket, | or \\, which names in data files cannot contain"),
        );
        return 0;
    }
    let mut entry = NameEntry::new(number, kind);
    entry.form("name", &options.language, name, false);
    // Add the spelling without accents. If this spelling is shorter than the name, letters are missing from it, and it is not added.
    if cell(2).chars().count() >= name.chars().count() && is_plain(cell(2)) {
        entry.form("alias", &options.language, cell(2), false);
    }
    if kind == "state" {
        entry.target = Target::State(country.to_owned());
    } else {
        entry.target = Target::Known { system: "geonames".to_owned(), id: id.to_owned() };
        if country.len() == 2 {
            entry.relations.push(("country".to_owned(), country.to_owned()));
        }
    }
    entry.ids.push(("geonames".to_owned(), id.to_owned()));
    names.entries.push(entry);
    cell(3).split(',').filter(|other| !other.trim().is_empty()).count()
}

/// Reads a row of the table of alternate names and adds the name to a place that the data already
/// contain. Returns 1 if the name was left out because the row states no language, and 0 otherwise.
fn other_name(names: &mut Names, number: usize, cells: &[&str], options: &NamesOptions) -> usize {
    let cell = |at: usize| cells.get(at).copied().unwrap_or_default();
    let (id, language, name) = (cell(1), cell(2), cell(3));
    if language.is_empty() {
        return 1;
    }
    if NO_LANGUAGES.contains(&language) || language == WIKIDATA || !is_plain(name) || cell(6) == "1" {
        return 0;
    }
    let known = Target::Known { system: "geonames".to_owned(), id: id.to_owned() };
    let at = match names.entries.last() {
        Some(last) if last.target == known => names.entries.len() - 1,
        _ => {
            let mut entry = NameEntry::new(number, &options.kind);
            entry.target = known;
            names.entries.push(entry);
            names.entries.len() - 1
        }
    };
    let (kind, language) = if language == ABBREVIATION { ("abbr", options.language.as_str()) } else { ("alias", language) };
    names.entries[at].form(kind, language, name, false);
    0
}

#[cfg(test)]
mod tests {
    use crate::{NamesFormat, NamesOptions, Target};

    const PLACES: &str = "1526273\tAstana\tAstana\tAkmola,Nur-Sultan\t51.18\t71.445\tP\tPPLC\tKZ\t\t05\t\t\t\t1544142\t\t350\tAsia/Almaty\t2026-01-01\n\
        1\tDaryā\tDarya\t\t0\t0\tH\tSTM\tKZ\t\t\t\t\t\t0\t\t\t\t\n2\tSmall\tSmall\t\t0\t0\tP\tPPL\tKG\t\t\t\t\t\t12\t\t\t\t\n";

    #[test]
    fn places_have_types_and_countries() {
        let names = NamesFormat::Geonames.read(PLACES, &NamesOptions::default()).expect("names");
        let rows: Vec<(&str, &str)> = names.entries.iter().map(|entry| (entry.kind.as_str(), entry.forms[0].text.as_str())).collect();
        assert_eq!(rows, [("city", "Astana"), ("geo", "Daryā"), ("city", "Small")]);
        assert_eq!(names.entries[0].target, Target::Known { system: "geonames".to_owned(), id: "1526273".to_owned() });
        assert_eq!(names.entries[0].relations, [("country".to_owned(), "KZ".to_owned())]);
        assert_eq!(names.entries[1].forms[1].text, "Darya");
        assert_eq!(
            names.notes[0].text,
            "2 alternate names without a language were left out; alternateNamesV2.txt contains these names with their languages"
        );
        let mut options = NamesOptions { population: 1000, ..NamesOptions::default() };
        assert_eq!(NamesFormat::Geonames.read(PLACES, &options).expect("names").entries.len(), 1);
        options = NamesOptions { countries: vec!["KG".to_owned()], ..NamesOptions::default() };
        assert_eq!(NamesFormat::Geonames.read(PLACES, &options).expect("names").entries[0].line, 3);
    }

    #[test]
    fn other_names_belong_to_places_with_their_id() {
        let text = "9000001\t1526273\tkk\tАстана\t1\t\t\t\t\t\n9000002\t1526273\tru\tЦелиноград\t\t\t\t1\t1961\t1992\n9000003\t1526273\twkdt\tQ1520\t\t\t\t\t\t\n9000004\t7\t\tNowhere\t\t\t\t\t\t\n";
        let names = NamesFormat::Geonames.read(text, &NamesOptions::default()).expect("names");
        assert_eq!(names.entries.len(), 1);
        let forms: Vec<(&str, &str)> = names.entries[0].forms.iter().map(|form| (form.language.as_str(), form.text.as_str())).collect();
        assert_eq!(forms, [("kk", "Астана"), ("ru", "Целиноград")]);
        let error = NamesFormat::Geonames.read("a\tb\n", &NamesOptions::default()).expect_err("two columns");
        assert!(error.message().starts_with("the first line has 2 columns"), "{error}");
    }
}
