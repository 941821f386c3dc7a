//! The structure of a text: blocks, sections, pages and sentences.

use crate::{BlockIx, SectionIx, Span, TokenRange};

/// The kind of a block.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BlockKind {
    /// Running text.
    Paragraph,
    /// A title or section heading.
    Heading,
    /// A numbered, lettered or bulleted paragraph.
    ListItem,
}

impl BlockKind {
    /// The name used in tables: `paragraph`, `heading`, `list-item`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Paragraph => "paragraph",
            Self::Heading => "heading",
            Self::ListItem => "list-item",
        }
    }
}

/// A mark: the start of a piece of text whose kind is known from the markup of the source. The piece extends to the next mark.
///
/// A marked heading or list item is a single block. A marked paragraph may consist of several blocks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct BlockMark {
    /// Byte offset in the source at which the piece of text starts.
    pub start: u32,
    /// The kind of the piece of text.
    pub kind: BlockKind,
    /// The level of a heading, where 1 is the highest level; 0 for paragraphs and list items.
    pub level: u8,
}

impl BlockMark {
    /// Creates a mark at a byte offset of the source.
    #[must_use]
    pub const fn new(start: u32, kind: BlockKind, level: u8) -> Self {
        Self { start, kind, level }
    }
}

/// A paragraph, heading or list item. Every token of a document belongs to exactly one block.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Block {
    /// The half-open byte range in the source, from the first token to the last.
    pub span: Span,
    /// The kind of the block.
    pub kind: BlockKind,
    /// The tokens of the block.
    pub token_range: TokenRange,
    /// The half-open byte range, in the source, of the marker of a list item or numbered heading ("12.", "(a)", "IV.", "–"); `None` if the block
    /// has no marker.
    pub marker: Option<Span>,
    /// The section that contains the block. A heading belongs to the section that it introduces.
    pub section: SectionIx,
}

impl Block {
    /// Creates a block without a marker.
    #[must_use]
    pub const fn new(span: Span, kind: BlockKind, token_range: TokenRange, section: SectionIx) -> Self {
        Self { span, kind, token_range, marker: None, section }
    }
}

/// The text under one heading. The first section of a document has no heading and may be empty.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Section {
    /// The half-open byte range of the section in the source, including the heading.
    pub span: Span,
    /// The half-open byte range of the heading in the source; `None` for the first section, which has no heading.
    pub heading: Option<Span>,
    /// The level of the heading, where 1 is the highest level. The section before the first heading has level 0.
    pub level: u8,
    /// The section that contains this section; `None` for a section at the outermost level.
    pub parent: Option<SectionIx>,
}

impl Section {
    /// Creates a section without a heading or parent.
    #[must_use]
    pub const fn new(span: Span, level: u8) -> Self {
        Self { span, heading: None, level, parent: None }
    }
}

/// A page of a document in a paginated format.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Page {
    /// The half-open byte range of the page in the source. Empty for a page without text.
    pub span: Span,
}

impl Page {
    /// Creates a page.
    #[must_use]
    pub const fn new(span: Span) -> Self {
        Self { span }
    }
}

/// A sentence. A heading is always a separate sentence. Every token of a document belongs to exactly one sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Sentence {
    /// The half-open byte range in the source, from the first token to the last.
    pub span: Span,
    /// The tokens of the sentence.
    pub token_range: TokenRange,
    /// The block that contains the sentence.
    pub block: BlockIx,
}

impl Sentence {
    /// Creates a sentence.
    #[must_use]
    pub const fn new(span: Span, token_range: TokenRange, block: BlockIx) -> Self {
        Self { span, token_range, block }
    }
}
