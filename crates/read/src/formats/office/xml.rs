//! Reads XML and passes its elements and text to a visitor.

use crate::{ReadError, ReadErrorKind};
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

/// Receives the elements and the text of an XML document, in order. Names of elements are passed
/// without their namespace prefix.
pub(super) trait Visitor {
    /// Returns whether an element and everything inside it are left out.
    fn hides(&self, _name: &str, _node: &Node<'_>) -> bool {
        false
    }

    fn open(&mut self, name: &str, node: &Node<'_>);
    fn text(&mut self, text: &str);
    fn close(&mut self, name: &str);
}

/// The start tag of an element.
pub(super) struct Node<'a>(&'a BytesStart<'a>);

impl Node<'_> {
    /// Returns the value of the first attribute with this name, ignoring namespace prefixes.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        let found = self.0.attributes().with_checks(false).flatten().find(|attribute| attribute.key.local_name().as_ref() == name)?;
        let value = quick_xml::escape::unescape(&found.value).map_or_else(|_| found.value.to_string(), std::borrow::Cow::into_owned);
        Some(value)
    }
}

/// Passes the elements and the text of an XML document to a visitor. For an empty element, both
/// `open` and `close` are called. Entities that XML does not predefine are left out.
pub(super) fn walk(xml: &str, visitor: &mut impl Visitor) -> Result<(), ReadError> {
    let mut reader = Reader::from_str(xml.trim_start_matches('\u{FEFF}'));
    // Number of open elements that are left out: an element for which `hides` returned `true`, and
    // the elements inside it.
    let mut hidden = 0_u32;
    loop {
        let event = reader.read_event().map_err(|error| {
            ReadError::new(ReadErrorKind::Malformed, format!("the XML is invalid at byte {}", reader.error_position())).with_source(error)
        })?;
        match event {
            Event::Start(node) if hidden > 0 || visitor.hides(node.local_name().as_ref(), &Node(&node)) => hidden += 1,
            Event::End(_) if hidden > 0 => hidden -= 1,
            Event::Eof => return Ok(()),
            _ if hidden > 0 => {}
            Event::Start(node) => visitor.open(node.local_name().as_ref(), &Node(&node)),
            Event::Empty(node) if !visitor.hides(node.local_name().as_ref(), &Node(&node)) => {
                visitor.open(node.local_name().as_ref(), &Node(&node));
                visitor.close(node.local_name().as_ref());
            }
            Event::End(node) => visitor.close(node.local_name().as_ref()),
            Event::Text(text) => visitor.text(&text.xml10_content()),
            Event::CData(text) => visitor.text(&text.xml10_content()),
            Event::GeneralRef(entity) => match entity.resolve_char_ref() {
                Ok(Some(character)) => visitor.text(character.encode_utf8(&mut [0; 4])),
                _ => visitor.text(quick_xml::escape::resolve_predefined_entity(&entity.xml10_content()).unwrap_or_default()),
            },
            _ => {}
        }
    }
}

/// Returns the text of the first element with this name. Returns `None` if there is no such
/// element, if the element is empty, or if `xml` is not valid XML.
pub(super) fn text_of(xml: &str, name: &str) -> Option<String> {
    let mut property = Property { name, open: false, done: false, text: String::new() };
    walk(xml, &mut property).ok()?;
    let text = property.text.split_whitespace().collect::<Vec<_>>().join(" ");
    Some(text).filter(|text| !text.is_empty())
}

struct Property<'n> {
    name: &'n str,
    open: bool,
    done: bool,
    text: String,
}

impl Visitor for Property<'_> {
    fn open(&mut self, name: &str, _: &Node<'_>) {
        self.open |= name == self.name && !self.done;
    }

    fn text(&mut self, text: &str) {
        if self.open {
            self.text.push_str(text);
        }
    }

    fn close(&mut self, name: &str) {
        if name == self.name {
            self.done |= self.open;
            self.open = false;
        }
    }
}
