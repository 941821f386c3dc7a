//! Collects the paragraphs of a document whose text must be extracted from the file, such as an
//! office document.

use super::mask::Marks;
use chancery_text::{BlockKind, BlockMark};

/// The kind of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Paragraph,
    /// A heading of this level; 1 is the highest.
    Heading(u8),
    Item,
}

/// The text of a document, paragraph by paragraph, with a blank line between two paragraphs.
#[derive(Default)]
pub(super) struct Flow {
    text: String,
    marks: Marks,
    /// The open paragraphs, outermost first. There can be several, because a note or a text box is
    /// inside another paragraph.
    open: Vec<(String, Kind)>,
    /// Finished paragraphs that are inside the outermost open paragraph. They are written after
    /// that paragraph.
    inner: Vec<(String, Kind)>,
}

impl Flow {
    /// Begins a paragraph, which may be inside another.
    pub(super) fn begin(&mut self, kind: Kind) {
        self.open.push((String::new(), kind));
    }

    /// Adds text to the innermost open paragraph. Text outside all paragraphs is ignored.
    pub(super) fn write(&mut self, text: &str) {
        if let Some((paragraph, _)) = self.open.last_mut() {
            paragraph.push_str(text);
        }
    }

    /// Sets the kind of the innermost open paragraph. A heading that is also a list item stays a
    /// heading.
    pub(super) fn set(&mut self, kind: Kind) {
        if let Some((_, old)) = self.open.last_mut()
            && (*old == Kind::Paragraph || kind != Kind::Item)
        {
            *old = kind;
        }
    }

    /// Ends the innermost open paragraph. If no other paragraph is open, the paragraph is written
    /// to the text, followed by the paragraphs that were inside it.
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

    /// Adds a paragraph, unless it has no visible characters.
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

    /// Returns the text and the marks that record where its headings, list items and paragraphs
    /// begin.
    pub(super) fn finish(self) -> (String, Vec<BlockMark>) {
        (self.text, self.marks.finish(&[]))
    }
}
