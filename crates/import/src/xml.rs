//! Lexicoder 2 (`.lcd`) and Yoshikoder (`.ykd`): categories (`cnode`) inside one another, with patterns (`pnode`).

use crate::lexicoder::open_ended;
use crate::{Dictionary, Error, Options};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

pub(crate) fn read(text: &str, options: &Options) -> Result<Dictionary, Error> {
    let mut dictionary = Dictionary::default();
    let mut reader = Reader::from_str(text);
    let mut above: Vec<String> = Vec::new();
    let mut substring = false;
    let mut seen = false;
    loop {
        let line = |reader: &Reader<&[u8]>| {
            text.as_bytes()[..(reader.buffer_position() as usize).min(text.len())].iter().filter(|b| **b == b'\n').count() + 1
        };
        let event = reader.read_event().map_err(|error| Error { line: line(&reader), reason: format!("not well-formed XML: {error}") })?;
        let (node, empty) = match &event {
            Event::Start(node) => (node, false),
            Event::Empty(node) => (node, true),
            Event::End(node) if node.name().as_ref() == "cnode" => {
                above.pop();
                continue;
            }
            Event::Eof => break,
            _ => continue,
        };
        let at = line(&reader);
        match node.name().as_ref() {
            "dictionary" => {
                seen = true;
                substring = attribute(node, "patternengine", at)?.is_some_and(|engine| engine == "substring");
            }
            "cnode" => {
                seen = true;
                let name = attribute(node, "name", at)?.unwrap_or_default();
                above.push(name);
                dictionary.category(&above);
                if empty {
                    above.pop();
                }
            }
            "pnode" => {
                let name = attribute(node, "name", at)?.unwrap_or_default();
                if above.is_empty() {
                    dictionary.note(at, format!("\"{name}\" is left out: it stands in no category"));
                    continue;
                }
                let category = dictionary.category(&above);
                let pattern = if substring { open_ended(&name, options) } else { name };
                dictionary.add(category, &pattern, 1.0, at);
            }
            _ => {}
        }
    }
    if !seen {
        return Err(Error { line: 1, reason: "this XML has no dictionary and no cnode".to_owned() });
    }
    if substring && !options.whole_words {
        dictionary.note(0, "patternengine is substring: patterns are looked for from the beginning of a word on, never inside one");
    }
    Ok(dictionary)
}

fn attribute(node: &BytesStart<'_>, name: &str, line: usize) -> Result<Option<String>, Error> {
    let fail = |reason: String| Error { line, reason };
    let found = node.try_get_attribute(name).map_err(|error| fail(format!("not well-formed XML: {error}")))?;
    let Some(found) = found else { return Ok(None) };
    let value = quick_xml::escape::unescape(&found.value).map_err(|error| fail(format!("the attribute {name}: {error}")))?;
    Ok(Some(value.into_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nested_categories() {
        let sample = "<?xml version=\"1.0\"?>\n<dictionary style=\"050805\" patternengine=\"substring\">\n <cnode name=\"policy\"><cnode name=\"trade &amp; aid\">\n\
            <pnode name=\"tariff*\"/><pnode name=\"free trade\"/></cnode></cnode>\n<cnode name=\"war\"><pnode name=\"arm \"></pnode></cnode></dictionary>";
        let told = |options: &Options| -> Vec<String> {
            let dictionary = read(sample, options).expect("a dictionary");
            let terms = |category: &crate::Category| category.terms.iter().map(|term| term.text.clone()).collect::<Vec<_>>().join(",");
            dictionary.categories.iter().map(|category| format!("{}: {}", category.path.join("/"), terms(category))).collect()
        };
        assert_eq!(told(&Options::default()), ["policy: ", "policy/trade & aid: tariff*,free trade*", "war: arm"]);
        assert_eq!(told(&Options::default().with_whole_words(true))[1], "policy/trade & aid: tariff*,free trade");
        assert_eq!(read("<a>\n<b></a>", &Options::default()).map_err(|error| error.line), Err(2));
        assert!(read("<a/>", &Options::default()).is_err());
    }
}
