//! quanteda's and newsmap's YAML: maps inside one another, at the leaves lists of patterns; `__` holds the patterns of a node that has children too.

use crate::{Dictionary, Error};
use saphyr::{LoadableYamlNode, MarkedYaml, Scalar, YamlData};

/// Deeper trees are refused: no dictionary has them, and a hostile file might.
const DEEPEST: usize = 32;

pub(crate) fn read(text: &str) -> Result<Dictionary, Error> {
    let text = without_tabs(text);
    let documents = MarkedYaml::load_from_str(&text)
        .map_err(|error| Error { line: error.marker().line(), reason: format!("not YAML: {}", error.info()) })?;
    let mut dictionary = Dictionary::default();
    for document in &documents {
        if !matches!(document.data, YamlData::Mapping(_)) {
            return Err(Error { line: document.span.start.line(), reason: "a dictionary is a map of categories".to_owned() });
        }
        node(document, &mut Vec::new(), &mut dictionary)?;
    }
    Ok(dictionary)
}

/// Strict YAML allows no tab as a blank; files of some tools have them.
fn without_tabs(text: &str) -> String {
    let mut quote = None;
    text.chars()
        .map(|c| match (c, quote) {
            ('\t', None) => ' ',
            ('\n', _) => {
                quote = None;
                c
            }
            ('\'' | '"', None) => {
                quote = Some(c);
                c
            }
            (_, Some(open)) if c == open => {
                quote = None;
                c
            }
            _ => c,
        })
        .collect()
}

fn node(at: &MarkedYaml<'_>, path: &mut Vec<String>, dictionary: &mut Dictionary) -> Result<(), Error> {
    let line = at.span.start.line();
    if path.len() > DEEPEST {
        return Err(Error { line, reason: format!("the tree is deeper than {DEEPEST}") });
    }
    match &at.data {
        YamlData::Mapping(children) => {
            for (key, child) in children {
                let name = word(key).unwrap_or_default();
                if name == "__" {
                    node(child, path, dictionary)?;
                    continue;
                }
                path.push(name);
                dictionary.category(path);
                node(child, path, dictionary)?;
                path.pop();
            }
        }
        YamlData::Sequence(items) => {
            for item in items {
                match &item.data {
                    YamlData::Mapping(_) | YamlData::Sequence(_) => node(item, path, dictionary)?,
                    _ => term(item, path, dictionary),
                }
            }
        }
        _ => term(at, path, dictionary),
    }
    Ok(())
}

fn term(at: &MarkedYaml<'_>, path: &[String], dictionary: &mut Dictionary) {
    let line = at.span.start.line();
    match word(at) {
        Some(text) if !path.is_empty() => {
            let category = dictionary.category(path);
            dictionary.add(category, &text, 1.0, line);
        }
        Some(text) => dictionary.note(line, format!("\"{text}\" is left out: it stands in no category")),
        None => dictionary.note(line, "an empty value is left out"),
    }
}

/// A scalar as it is written.
fn word(at: &MarkedYaml<'_>) -> Option<String> {
    match &at.data {
        YamlData::Value(Scalar::String(text)) => Some(text.to_string()),
        YamlData::Value(Scalar::Integer(number)) => Some(number.to_string()),
        YamlData::Value(Scalar::FloatingPoint(number)) => Some(number.to_string()),
        YamlData::Value(Scalar::Boolean(value)) => Some(value.to_string()),
        YamlData::Representation(text, ..) => Some(text.to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tree_with_bare_words_that_are_none_elsewhere() {
        let sample = "ASIA:\n  CENTER:\n    'KZ': [Kazakhstan, Kazakh*,\tAstana]\n    KG: Kyrgyz*\n  EAST: { 'KP': [North Korea, 'N Korean*', \"DP\tRK\"] }\nEUROPE:\n  __: [Europe*]\n  NO: [Norw*y, Norway]\n";
        let dictionary = read(sample).expect("a dictionary");
        let told: Vec<String> = dictionary
            .categories
            .iter()
            .filter(|category| !category.terms.is_empty())
            .map(|category| {
                let terms: Vec<&str> = category.terms.iter().map(|term| term.text.as_str()).collect();
                format!("{}: {}", category.path.join("/"), terms.join(","))
            })
            .collect();
        let expected = [
            "ASIA/CENTER/KZ: Kazakhstan,Kazakh*,Astana",
            "ASIA/CENTER/KG: Kyrgyz*",
            "ASIA/EAST/KP: North Korea,N Korean*,DP RK",
            "EUROPE: Europe*",
            "EUROPE/NO: Norway",
        ];
        assert_eq!(told, expected);
        assert_eq!(dictionary.notes.iter().map(|note| note.line).collect::<Vec<_>>(), [8]);
    }

    #[test]
    fn what_is_no_map_is_told() {
        assert!(read("- a\n- b\n").is_err());
        assert!(read("a: [b\nc: d").is_err());
    }
}
