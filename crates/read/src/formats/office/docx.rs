//! Reads DOCX files (Office Open XML, ECMA-376 part 1, WordprocessingML).

use super::super::flow::{Flow, Kind};
use super::super::parts::Content;
use super::package::Package;
use super::xml::{Node, Visitor, walk};
use crate::{ReadError, ReadOptions};
use std::collections::HashMap;

const FORMAT: &str = "DOCX";

/// Reads a file.
pub(crate) fn read(bytes: Vec<u8>, _: &ReadOptions) -> Result<Content, ReadError> {
    let mut package = Package::open(bytes, FORMAT)?;
    let body = package.main_part("word/document.xml", FORMAT)?;
    let styles = package.part("word/styles.xml")?.map_or_else(|| Ok(Styles::default()), |xml| Styles::read(&xml))?;
    let mut text = Text { styles: &styles, flow: Flow::default(), run: false };
    walk(&body, &mut text)?;
    for notes in ["word/footnotes.xml", "word/endnotes.xml"] {
        if let Some(notes) = package.part(notes)? {
            walk(&notes, &mut text)?;
        }
    }
    let properties = package.part("docProps/core.xml")?.unwrap_or_default();
    Ok(super::content(text.flow, &properties))
}

/// The paragraph styles of a document, by id. A style may have a heading level.
#[derive(Default)]
struct Styles {
    all: HashMap<String, Style>,
    /// The id of the style that is being read.
    open: String,
}

#[derive(Default)]
struct Style {
    level: Option<u8>,
    base: Option<String>,
}

impl Styles {
    fn read(xml: &str) -> Result<Self, ReadError> {
        let mut styles = Self::default();
        walk(xml, &mut styles)?;
        Ok(styles)
    }

    /// Returns the heading level of the style `id`. A style without a level has the level of the
    /// style on which it is based.
    fn level(&self, id: &str) -> Option<u8> {
        let mut id = id;
        for _ in 0..16 {
            let style = self.all.get(id)?;
            if style.level.is_some() {
                return style.level;
            }
            id = style.base.as_deref()?;
        }
        None
    }
}

impl Visitor for Styles {
    fn open(&mut self, name: &str, node: &Node<'_>) {
        let value = || node.attribute("val");
        match name {
            "style" => {
                self.open = node.attribute("styleId").unwrap_or_default();
                self.all.entry(self.open.clone()).or_default();
            }
            "name" | "outlineLvl" | "basedOn" => {
                let Some((style, value)) = self.all.get_mut(&self.open).zip(value()) else { return };
                match name {
                    "basedOn" => style.base = Some(value),
                    "outlineLvl" => style.level = level(&value).or(style.level),
                    // The names of built-in styles do not depend on the language of the program.
                    _ => style.level = style.level.or_else(|| built_in(&value)),
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, _: &str) {}

    fn close(&mut self, _: &str) {}
}

/// Returns the heading level for a value of `outlineLvl`, which counts from 0. The value 9 means
/// body text and gives `None`.
fn level(value: &str) -> Option<u8> {
    value.parse::<u8>().ok().filter(|level| *level < 9).map(|level| level + 1)
}

/// Returns the level of a built-in heading style, or `None` if `name` is not the name of one.
fn built_in(name: &str) -> Option<u8> {
    let name = name.to_ascii_lowercase();
    if name == "title" { Some(1) } else { name.strip_prefix("heading ")?.parse().ok() }
}

/// The text of one part of the document, such as the body or the footnotes.
struct Text<'s> {
    styles: &'s Styles,
    flow: Flow,
    /// Whether the current position is inside a text element (`t`).
    run: bool,
}

impl Visitor for Text<'_> {
    fn hides(&self, name: &str, node: &Node<'_>) -> bool {
        match name {
            // `Fallback` repeats text for older programs. `tabs` lists the positions of tab stops.
            // The other elements belong to tracked changes: they contain deleted or moved text, or
            // properties before a change.
            "del" | "moveFrom" | "Fallback" | "tabs" | "pPrChange" | "rPrChange" => true,
            // Notes with a type are not real notes. They contain the line that separates the text
            // from the notes.
            "footnote" | "endnote" => node.attribute("type").is_some(),
            _ => false,
        }
    }

    fn open(&mut self, name: &str, node: &Node<'_>) {
        let value = || node.attribute("val").unwrap_or_default();
        match name {
            "p" => self.flow.begin(Kind::Paragraph),
            "pStyle" => {
                if let Some(level) = self.styles.level(&value()) {
                    self.flow.set(Kind::Heading(level));
                }
            }
            "outlineLvl" => {
                if let Some(level) = level(&value()) {
                    self.flow.set(Kind::Heading(level));
                }
            }
            "numId" if value() != "0" => self.flow.set(Kind::Item),
            "t" => self.run = true,
            "tab" => self.flow.write("\t"),
            "br" | "cr" => self.flow.write("\n"),
            "noBreakHyphen" => self.flow.write("-"),
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if self.run {
            self.flow.write(text);
        }
    }

    fn close(&mut self, name: &str) {
        match name {
            "t" => self.run = false,
            "p" => self.flow.end(),
            _ => {}
        }
    }
}
