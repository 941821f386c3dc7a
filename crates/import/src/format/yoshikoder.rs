//! Reads Lexicoder 2 (`.lcd`) and Yoshikoder (`.ykd`) files. Both are XML files with nested categories (`cnode`) that contain patterns (`pnode`).

use crate::pattern::open_ended;
use crate::{Dictionary, Error, ErrorKind, Options};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

const NOT_XML: &str = "not well-formed XML";

pub(crate) fn read(text: &str, options: &Options) -> Result<Dictionary, Error> {
    let mut dictionary = Dictionary::default();
    let mut reader = Reader::from_str(text);
    let mut path: Vec<String> = Vec::new();
    let mut substring = false;
    let mut has_dictionary = false;
    let mut lines = LineCounter { text, offset: 0, line: 1 };
    loop {
        let event = reader.read_event();
        let at = lines.line_at(reader.buffer_position() as usize);
        let event = event.map_err(|error| Error::syntax(at, NOT_XML, error))?;
        let (node, empty) = match &event {
            Event::Start(node) => (node, false),
            Event::Empty(node) => (node, true),
            Event::End(node) if node.name().as_ref() == "cnode" => {
                path.pop();
                continue;
            }
            Event::Eof => break,
            _ => continue,
        };
        match node.name().as_ref() {
            "dictionary" => {
                has_dictionary = true;
                substring = attribute(node, "patternengine", at)?.is_some_and(|engine| engine == "substring");
            }
            "cnode" => {
                has_dictionary = true;
                let name = attribute(node, "name", at)?.unwrap_or_default();
                path.push(name);
                dictionary.category(&path);
                if empty {
                    path.pop();
                }
            }
            "pnode" => {
                let name = attribute(node, "name", at)?.unwrap_or_default();
                if path.is_empty() {
                    dictionary.skip(at, &name, "it is not in a category");
                    continue;
                }
                let category = dictionary.category(&path);
                let pattern = if substring { open_ended(&name, options) } else { name };
                dictionary.add(category, &pattern, 1.0, at);
            }
            _ => {}
        }
    }
    if !has_dictionary {
        return Err(Error::new(ErrorKind::Structure, 1, "the XML contains neither a dictionary nor a cnode element"));
    }
    if substring && !options.whole_words() {
        dictionary.note(
            0,
            "the pattern engine is \"substring\", but the patterns in topics files match only at the beginning of a word, not inside it",
        );
    }
    Ok(dictionary)
}

/// Counts lines while the text is read. Each byte of the text is visited only once.
struct LineCounter<'t> {
    text: &'t str,
    offset: usize,
    line: usize,
}

impl LineCounter<'_> {
    /// Returns the number of the line that contains the byte `offset`, counted from 1. `offset`
    /// must not be smaller than in the previous call.
    fn line_at(&mut self, offset: usize) -> usize {
        let passed = self.text.as_bytes().get(self.offset..offset).unwrap_or_default();
        self.line += passed.iter().filter(|byte| **byte == b'\n').count();
        self.offset = self.offset.max(offset);
        self.line
    }
}

/// Returns the value of an attribute with its XML entities resolved, or `None` if the element does not have the attribute.
fn attribute(node: &BytesStart<'_>, name: &str, line: usize) -> Result<Option<String>, Error> {
    let Some(found) = node.try_get_attribute(name).map_err(|error| Error::syntax(line, NOT_XML, error))? else { return Ok(None) };
    let value = quick_xml::escape::unescape(&found.value)
        .map_err(|error| Error::syntax(line, format!("invalid value of the attribute {name}"), error))?;
    Ok(Some(value.into_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_nested_categories() {
        let sample = "<?xml version=\"1.0\"?>\n<dictionary style=\"050805\" patternengine=\"substring\">\n <cnode name=\"policy\"><cnode name=\"trade &amp; aid\">\n\
            <pnode name=\"tariff*\"/><pnode name=\"free trade\"/></cnode></cnode>\n<cnode name=\"war\"><pnode name=\"arm \"></pnode></cnode></dictionary>";
        let categories = |options: &Options| -> Vec<String> {
            let dictionary = read(sample, options).expect("a dictionary");
            let terms = |category: &crate::Category| category.terms.iter().map(|term| term.text.clone()).collect::<Vec<_>>().join(",");
            dictionary.categories.iter().map(|category| format!("{}: {}", category.path.join("/"), terms(category))).collect()
        };
        assert_eq!(categories(&Options::default()), ["policy: ", "policy/trade & aid: tariff*,free trade*", "war: arm"]);
        assert_eq!(categories(&Options::default().with_whole_words(true))[1], "policy/trade & aid: tariff*,free trade");
        assert_eq!(read("<a>\n<b></a>", &Options::default()).map_err(|error| error.line()), Err(2));
        assert!(read("<a/>", &Options::default()).is_err());
    }
}
