//! Reads files in the Linked Places formats of the World Historical Gazetteer: tables (LP-TSV) and GeoJSON
//! (LPF).

use super::entry::{NameEntry, Names, NamesOptions, Target, is_plain};
use super::feature_class::{OTHER, kind_of_class};
use super::table::rows;
use crate::error::{Error, ErrorKind};
use serde_json::Value;

/// Prefixes of links, with the systems that they stand for.
const SYSTEMS: [(&str, &str); 2] = [("gn:", "geonames"), ("wd:", "wikidata")];

pub(super) fn read(text: &str, options: &NamesOptions) -> Result<Names, Error> {
    if text.trim_start().starts_with('{') { json(text, options) } else { table(text, options) }
}

/// The data that both formats provide for a place.
struct Place<'t> {
    line: usize,
    title: &'t str,
    classes: Vec<&'t str>,
    countries: Vec<&'t str>,
    start: String,
    end: String,
    links: Vec<&'t str>,
    source: &'t str,
}

fn entry(names: &mut Names, place: &Place<'_>, options: &NamesOptions) -> Option<NameEntry> {
    if place.title.is_empty() || !is_plain(place.title) {
        names.note(
            place.line,
            format!(
                "\"{}\" was left out: it is empty, or contains a bracket, | or \\, which names in data files cannot contain",
                place.title
            ),
        );
        return None;
    }
    let given = place.classes.iter().find_map(|class| options.labels.get(*class));
    let known = place.classes.iter().find_map(|class| kind_of_class(class)).unwrap_or(OTHER);
    let mut entry = NameEntry::new(place.line, given.map_or(known, String::as_str));
    entry.form("name", &options.language, place.title, false);
    for country in &place.countries {
        entry.relations.push(("country".to_owned(), (*country).to_owned()));
    }
    for link in &place.links {
        match SYSTEMS.iter().find_map(|(prefix, system)| Some((*system, link.strip_prefix(prefix)?))) {
            Some((system, id)) => {
                if entry.target == Target::New {
                    entry.target = Target::Known { system: system.to_owned(), id: id.to_owned() };
                }
                entry.ids.push((system.to_owned(), id.to_owned()));
            }
            None => names.note(place.line, format!("the link {link} is not used")),
        }
    }
    let open = |text: &str| if text.is_empty() { "..".to_owned() } else { text.to_owned() };
    if !(place.start.is_empty() && place.end.is_empty()) {
        entry.valid = Some(format!("{}/{}", open(&place.start), open(&place.end)));
    }
    entry.source = Some(place.source.to_owned()).filter(|source| !source.is_empty());
    Some(entry)
}

fn table(text: &str, options: &NamesOptions) -> Result<Names, Error> {
    let mut rows = rows(text, options.separator.unwrap_or('\t')).into_iter();
    let head: Vec<String> = rows.next().map(|(_, head)| head.iter().map(|name| name.trim().to_lowercase()).collect()).unwrap_or_default();
    if !head.iter().any(|name| name == "title") {
        return Err(Error::new(ErrorKind::Structure, 1, "the first line has no column \"title\""));
    }
    let mut names = Names::default();
    for (line, cells) in rows.filter(|(_, cells)| cells.iter().any(|cell| !cell.trim().is_empty())) {
        let cell = |name: &str| {
            head.iter().position(|known| known == name).and_then(|at| cells.get(at)).map(|cell| cell.trim()).unwrap_or_default()
        };
        let list = |name: &str| cell(name).split(';').map(str::trim).filter(|text| !text.is_empty()).collect::<Vec<_>>();
        let place = Place {
            line,
            title: cell("title"),
            classes: list("fclasses"),
            countries: list("ccodes"),
            start: cell("start").to_owned(),
            end: cell("end").to_owned(),
            links: list("matches"),
            source: cell("title_source"),
        };
        let Some(mut entry) = entry(&mut names, &place, options) else { continue };
        for variant in list("variants") {
            // The language may follow the name: "Пишпек@ru".
            let (text, language) = variant.rsplit_once('@').unwrap_or((variant, &options.language));
            if is_plain(text) {
                entry.form("alias", language, text, false);
            } else {
                names.note(line, format!("\"{text}\" was left out: names in data files cannot contain brackets, | or \\"));
            }
        }
        names.entries.push(entry);
    }
    Ok(names)
}

fn json(text: &str, options: &NamesOptions) -> Result<Names, Error> {
    // A file is either a collection of features, or has one feature on each line.
    let mut features: Vec<(usize, Value)> = Vec::new();
    match serde_json::from_str::<Value>(text) {
        Ok(mut whole) => match whole.get_mut("features").map(Value::take) {
            Some(Value::Array(list)) => features.extend(list.into_iter().map(|feature| (0, feature))),
            _ => features.push((1, whole)),
        },
        Err(error) => {
            for (number, line) in (1..).zip(text.lines()).filter(|(_, line)| !line.trim().is_empty()) {
                match serde_json::from_str(line) {
                    Ok(feature) => features.push((number, feature)),
                    Err(_) => return Err(Error::syntax(error.line(), "this is not JSON", error)),
                }
            }
        }
    }
    let mut names = Names::default();
    for (line, feature) in &features {
        let texts = |value: &'_ Value| -> Vec<String> {
            value.as_array().into_iter().flatten().filter_map(|item| item.as_str().map(str::to_owned)).collect()
        };
        let properties = &feature["properties"];
        let classes = [texts(&properties["fclasses"]), texts(&feature["fclasses"])].concat();
        let countries = texts(&properties["ccodes"]);
        let links: Vec<String> =
            feature["links"].as_array().into_iter().flatten().filter_map(|link| link["identifier"].as_str().map(str::to_owned)).collect();
        let (start, end) = timespan(&feature["when"]);
        let place = Place {
            line: *line,
            title: properties["title"].as_str().unwrap_or_default(),
            classes: classes.iter().map(String::as_str).collect(),
            countries: countries.iter().map(String::as_str).collect(),
            start,
            end,
            links: links.iter().map(String::as_str).collect(),
            source: "",
        };
        let Some(mut entry) = entry(&mut names, &place, options) else { continue };
        for name in feature["names"].as_array().into_iter().flatten() {
            let (text, language) = (name["toponym"].as_str().unwrap_or_default(), name["lang"].as_str().unwrap_or(&options.language));
            if is_plain(text) {
                entry.form("alias", language, text, false);
            } else {
                names.note(*line, format!("\"{text}\" was left out: names in data files cannot contain brackets, | or \\"));
            }
        }
        names.entries.push(entry);
    }
    Ok(names)
}

/// Returns the start and the end of the first time span in `when`, which is the value of the key `when`
/// of a place. If the exact date is not given, the earliest start or the latest end is returned. A date
/// that is missing becomes an empty string.
fn timespan(when: &Value) -> (String, String) {
    let day = |value: &Value, keys: [&str; 2]| keys.iter().find_map(|key| value[*key].as_str()).unwrap_or_default().to_owned();
    let first = &when["timespans"][0];
    (day(&first["start"], ["in", "earliest"]), day(&first["end"], ["in", "latest"]))
}

#[cfg(test)]
mod tests {
    use crate::{NamesFormat, NamesOptions, Target};

    #[test]
    fn tables_and_features_give_the_same() {
        let table = "id\ttitle\ttitle_source\tfclasses\tccodes\tvariants\tstart\tend\tmatches\n\
            12\tBishkek\town list\tP\tKG\tFrunze;Пишпек@ru\t1878\t\tgn:1528675;tgn:7\n14\tFergana Valley\town list\tT\tKG;TJ;UZ\t\t\t\t\n";
        let feature = r#"{"type": "FeatureCollection", "features": [{"properties": {"title": "Bishkek", "ccodes": ["KG"], "fclasses": ["P"]},
            "names": [{"toponym": "Frunze"}, {"toponym": "Пишпек", "lang": "ru"}], "when": {"timespans": [{"start": {"in": "1878"}}]},
            "links": [{"type": "closeMatch", "identifier": "gn:1528675"}]}]}"#;
        let options = NamesOptions::default();
        let from_table = NamesFormat::Places.read(table, &options).expect("names");
        let from_json = NamesFormat::Places.read(feature, &options).expect("names");
        for names in [&from_table, &from_json] {
            let entry = &names.entries[0];
            assert_eq!((entry.kind.as_str(), entry.valid.as_deref()), ("city", Some("1878/..")));
            assert_eq!(entry.target, Target::Known { system: "geonames".to_owned(), id: "1528675".to_owned() });
            let forms: Vec<(&str, &str)> = entry.forms.iter().map(|form| (form.language.as_str(), form.text.as_str())).collect();
            assert_eq!(forms, [("en", "Bishkek"), ("en", "Frunze"), ("ru", "Пишпек")]);
        }
        assert_eq!(from_table.entries[1].relations.len(), 3);
        assert_eq!(from_table.notes[0].text, "the link tgn:7 is not used");
        assert!(NamesFormat::Places.read("{", &options).is_err() && NamesFormat::Places.read("a\tb\n", &options).is_err());
    }
}
