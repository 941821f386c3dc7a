//! Collects the paragraphs of a format whose text cannot be read where it stands in the file, such as an office document.

use super::mask::Marks;
use chancery_text::{BlockKind, BlockMark};

/// What a paragraph is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Paragraph,
    /// A heading of a level, 1 for the highest.
    Heading(u8),
    Item,
}

/// The text of a document, paragraph by paragraph, with a blank line between two paragraphs.
#[derive(Default)]
pub(super) struct Flow {
    text: String,
    marks: Marks,
    /// The open paragraphs, outermost first: a note or a text box is within a paragraph.
    open: Vec<(String, Kind)>,
    /// Paragraphs within the open one, which follow it.
    inner: Vec<(String, Kind)>,
}

impl Flow {
    /// Begins a paragraph, which may be within another.
    pub(super) fn begin(&mut self, kind: Kind) {
        self.open.push((String::new(), kind));
    }

    /// Adds text to the open paragraph. Text outside paragraphs is left out.
    pub(super) fn write(&mut self, text: &str) {
        if let Some((paragraph, _)) = self.open.last_mut() {
            paragraph.push_str(text);
        }
    }

    /// Sets what the open paragraph is. A heading that is also a list item is a heading.
    pub(super) fn set(&mut self, kind: Kind) {
        if let Some((_, old)) = self.open.last_mut()
            && (*old == Kind::Paragraph || kind != Kind::Item)
        {
            *old = kind;
        }
    }

    /// Ends the open paragraph. Paragraphs within it follow it.
    pub(super) fn end(&mut self) {
        let Some((paragraph, kind)) = self.open.pop() else { return };
        if !self.open.is_empty() {
            self.inner.push((paragraph, kind));
            return;
        }
        self.push(&paragraph, kind);
        for (paragraph, kind) in std::mem::take(&mut self.inner) {
            self.push(&paragraph, kind);
        }
    }

    /// Adds a paragraph. One without visible characters is left out.
    fn push(&mut self, paragraph: &str, kind: Kind) {
        let paragraph = paragraph.trim();
        if paragraph.is_empty() {
            return;
        }
        if !self.text.is_empty() {
            self.text.push_str("\n\n");
        }
        let (kind, level) = match kind {
            Kind::Paragraph => (BlockKind::Paragraph, 0),
            Kind::Heading(level) => (BlockKind::Heading, level),
            Kind::Item => (BlockKind::ListItem, 0),
        };
        self.marks.push(self.text.len(), kind, level);
        self.text.push_str(paragraph);
    }

    /// Returns the text and the marks of its blocks.
    pub(super) fn finish(self) -> (String, Vec<BlockMark>) {
        (self.text, self.marks.finish(&[]))
    }
}
