//! Reads ODT files (OpenDocument 1.3, part 3).

use super::super::flow::{Flow, Kind};
use super::super::parts::Content;
use super::package::Package;
use super::xml::{Node, Visitor, walk};
use crate::{ReadError, ReadOptions};

const FORMAT: &str = "ODT";

/// Maximum number of spaces that a single element may represent.
const MOST_SPACES: usize = 100;

/// Reads a file.
pub(crate) fn read(bytes: Vec<u8>, _: &ReadOptions) -> Result<Content, ReadError> {
    let mut package = Package::open(bytes, FORMAT)?;
    let body = package.main_part("content.xml", FORMAT)?;
    let mut text = Text::default();
    walk(&body, &mut text)?;
    let properties = package.part("meta.xml")?.unwrap_or_default();
    Ok(super::content(text.flow, &properties))
}

#[derive(Default)]
struct Text {
    flow: Flow,
    /// Number of open list items.
    items: usize,
}

impl Visitor for Text {
    fn hides(&self, name: &str, _: &Node<'_>) -> bool {
        // `title` and `desc` describe a picture.
        matches!(name, "tracked-changes" | "annotation" | "note-citation" | "title" | "desc" | "automatic-styles")
    }

    fn open(&mut self, name: &str, node: &Node<'_>) {
        match name {
            "list-item" => self.items += 1,
            "p" => self.flow.begin(if self.items > 0 { Kind::Item } else { Kind::Paragraph }),
            "h" => {
                let level = node.attribute("outline-level").and_then(|level| level.parse().ok()).unwrap_or(1);
                self.flow.begin(Kind::Heading(level));
            }
            "s" => {
                let count = node.attribute("c").and_then(|count| count.parse().ok()).unwrap_or(1);
                self.flow.write(&" ".repeat(MOST_SPACES.min(count)));
            }
            "tab" => self.flow.write("\t"),
            "line-break" => self.flow.write("\n"),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        self.flow.write(text);
    }

    fn close(&mut self, name: &str) {
        match name {
            "list-item" => self.items = self.items.saturating_sub(1),
            "p" | "h" => self.flow.end(),
            _ => {}
        }
    }
}
