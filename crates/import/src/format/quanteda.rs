//! Reads quanteda and newsmap files (YAML). They contain nested maps of categories, with lists of patterns as leaves. The key `__` contains the patterns of a
//! category that also has subcategories.

use crate::{Dictionary, Error, ErrorKind, Options};
use saphyr::{LoadableYamlNode, MarkedYaml, Scalar, YamlData};

/// Maximum nesting depth of maps and lists. The limit protects the stack from malicious files.
const MAX_DEPTH: usize = 64;

/// Maximum indentation of a line, in characters. In YAML, a nested block is indented further than the block around it, so this maximum also limits the
/// recursion depth of the parser. The parser runs before [`MAX_DEPTH`] is checked.
const MAX_INDENT: usize = 256;

pub(crate) fn read(text: &str, _: &Options) -> Result<Dictionary, Error> {
    let text = replace_tabs(text);
    if let Some(line) = text.lines().position(|line| line.split('\r').any(|part| indent(part) > MAX_INDENT)) {
        return Err(Error::new(ErrorKind::TooDeep, line + 1, format!("the line is indented by more than {MAX_INDENT} characters")));
    }
    let documents = MarkedYaml::load_from_str(&text).map_err(|error| Error::syntax(error.marker().line(), "not valid YAML", error))?;
    let mut dictionary = Dictionary::default();
    for document in &documents {
        if !matches!(document.data, YamlData::Mapping(_)) {
            return Err(Error::new(ErrorKind::Structure, document.span.start.line(), "a quanteda dictionary must be a map of categories"));
        }
        read_node(document, 0, &mut Vec::new(), &mut dictionary)?;
    }
    Ok(dictionary)
}

/// Returns the number of characters before the first word of a line, or 0 for a blank line. The indicators of nested blocks (`- `, `? `, `: `) count as
/// indentation.
fn indent(line: &str) -> usize {
    let mut rest = line.trim_start();
    while let Some(inner) = rest.strip_prefix(['-', '?', ':']).filter(|inner| inner.starts_with(char::is_whitespace)) {
        rest = inner.trim_start();
    }
    if line.trim_start().is_empty() { 0 } else { line.chars().count() - rest.chars().count() }
}

/// Replaces tabs outside quotation marks with spaces. Some tools write such tabs, although YAML forbids tabs in indentation.
fn replace_tabs(text: &str) -> String {
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

/// Reads a YAML node as the content of the category `path`. `depth` is the nesting depth of the node.
fn read_node(node: &MarkedYaml<'_>, depth: usize, path: &mut Vec<String>, dictionary: &mut Dictionary) -> Result<(), Error> {
    let line = node.span.start.line();
    if depth > MAX_DEPTH {
        return Err(Error::new(ErrorKind::TooDeep, line, format!("maps and lists are nested more than {MAX_DEPTH} levels deep")));
    }
    match &node.data {
        YamlData::Mapping(children) => {
            for (key, child) in children {
                let name = scalar(key).unwrap_or_default();
                if name == "__" {
                    read_node(child, depth + 1, path, dictionary)?;
                    continue;
                }
                path.push(name);
                dictionary.category(path);
                read_node(child, depth + 1, path, dictionary)?;
                path.pop();
            }
        }
        YamlData::Sequence(items) => {
            for item in items {
                match &item.data {
                    YamlData::Mapping(_) | YamlData::Sequence(_) => read_node(item, depth + 1, path, dictionary)?,
                    _ => read_term(item, path, dictionary),
                }
            }
        }
        _ => read_term(node, path, dictionary),
    }
    Ok(())
}

fn read_term(node: &MarkedYaml<'_>, path: &[String], dictionary: &mut Dictionary) {
    let line = node.span.start.line();
    match scalar(node) {
        Some(text) if !path.is_empty() => {
            let category = dictionary.category(path);
            dictionary.add(category, &text, 1.0, line);
        }
        Some(text) => dictionary.skip(line, &text, "it is not in a category"),
        None => dictionary.note(line, "an empty value was skipped"),
    }
}

/// Returns the text of a scalar node, or `None` if the node is null or is not a scalar.
fn scalar(node: &MarkedYaml<'_>) -> Option<String> {
    match &node.data {
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
    fn words_that_yaml_reads_as_booleans_stay_words() {
        let sample = "ASIA:\n  CENTER:\n    'KZ': [Kazakhstan, Kazakh*,\tAstana]\n    KG: Kyrgyz*\n  EAST: { 'KP': [North Korea, 'N Korean*', \"DP\tRK\"] }\nEUROPE:\n  __: [Europe*]\n  NO: [Norw*y, Norway]\n";
        let dictionary = read(sample, &Options::default()).expect("a dictionary");
        let terms_of: Vec<String> = dictionary
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
        assert_eq!(terms_of, expected);
        assert_eq!(dictionary.notes.iter().map(|note| note.line).collect::<Vec<_>>(), [8]);
    }

    #[test]
    fn deep_nesting_is_an_error() {
        for (open, close) in [("[", "]"), ("{__: ", "}"), ("{a: ", "}")] {
            let nested = |depth: usize| format!("a: {}x{}\n", open.repeat(depth), close.repeat(depth));
            assert!(read(&nested(MAX_DEPTH - 1), &Options::default()).is_ok());
            let error = read(&nested(MAX_DEPTH + 1), &Options::default()).expect_err("too deep");
            assert_eq!((error.kind(), error.line()), (ErrorKind::TooDeep, 1));
            assert!(read(&nested(50_000), &Options::default()).is_err());
        }
    }

    #[test]
    fn deep_block_nesting_is_an_error_before_the_parser_recurses() {
        let lists = |depth: usize| format!("a:\n  {}x\n", "- ".repeat(depth));
        assert!(read(&lists(MAX_DEPTH - 2), &Options::default()).is_ok());
        for depth in [MAX_DEPTH + 1, 200_000] {
            let error = read(&lists(depth), &Options::default()).expect_err("too deep");
            assert_eq!((error.kind(), error.line()), (ErrorKind::TooDeep, 2), "{depth}");
        }
        for text in ["a:\n  {}\n", "a:\r  {}x\r", "--- {}x\n", "a: &b {}x\n", "a:\n  &b {}x\n", "a:\n  !!seq {}x\n"] {
            assert!(read(&text.replace("{}", &"- ".repeat(200_000)), &Options::default()).is_err(), "{text:?}");
        }
        let maps: String = (0..2000).map(|depth| format!("{}a:\n", " ".repeat(depth))).collect();
        assert_eq!(read(&maps, &Options::default()).map_err(|error| error.kind()), Err(ErrorKind::TooDeep));
    }

    #[test]
    fn a_text_without_a_map_is_an_error() {
        assert!(read("- a\n- b\n", &Options::default()).is_err());
        assert!(read("a: [b\nc: d", &Options::default()).is_err());
    }
}
