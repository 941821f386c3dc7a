//! Reads text documents of office programs: DOCX (Office Open XML) and ODT (OpenDocument). A file
//! is one document.
//!
//! The text consists of the paragraphs and the notes. Footnotes and endnotes are at the end of the
//! text in DOCX, and after their paragraph in ODT. Comments, field codes and computed list numbers
//! are left out. Text that tracked changes mark as deleted or moved away is also left out.

mod docx;
mod odt;
mod package;
mod xml;

pub(super) use docx::read as read_docx;
pub(super) use odt::read as read_odt;

use super::flow::Flow;
use super::parts::Content;
use chancery_text::Metadata;

/// Creates the content of a document from its paragraphs and from `properties`, the XML that
/// contains the title and other properties.
fn content(flow: Flow, properties: &str) -> Content {
    let (text, marks) = flow.finish();
    let (title, language) = (xml::text_of(properties, "title"), xml::text_of(properties, "language"));
    let metadata = Metadata { encoding: Some("UTF-8".to_owned()), title, language, ..Metadata::default() };
    Content { text, source: None, marks, pages: Vec::new(), metadata }
}
