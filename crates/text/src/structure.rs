//! What a text is made of above the token: blocks, sections, sentences.

use crate::{BlockIx, SectionIx, Span, TokenRange};

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum BlockKind {
    /// Running text.
    Paragraph,
    /// A title or the heading of a section.
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

/// What the markup of a source says of its text from a byte on, up to the next mark: that it is one heading or list item, or paragraphs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct BlockMark {
    /// The first byte.
    pub start: u32,
    /// What it is.
    pub kind: BlockKind,
    /// Level of a heading, 1 for the highest; 0 for everything else.
    pub level: u8,
}

impl BlockMark {
    /// A mark at a byte of the source.
    #[must_use]
    pub const fn new(start: u32, kind: BlockKind, level: u8) -> Self {
        Self { start, kind, level }
    }
}

/// A paragraph, heading or list item. Blocks tile the tokens of a document in order.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Block {
    /// Bytes of the source, from the first token to the last.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
    /// Its tokens.
    pub token_range: TokenRange,
    /// The marker of a list item or numbered heading as it stands in the source ("12.", "(a)", "IV.", "–").
    pub marker: Option<Span>,
    /// The section it belongs to. A heading belongs to the section it opens.
    pub section: SectionIx,
}

impl Block {
    /// A block without a marker.
    #[must_use]
    pub const fn new(span: Span, kind: BlockKind, token_range: TokenRange, section: SectionIx) -> Self {
        Self { span, kind, token_range, marker: None, section }
    }
}

/// A stretch of text under one heading. The first section of a document has no heading and may be empty.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Section {
    /// Bytes of the source, heading included.
    pub span: Span,
    /// The heading's bytes.
    pub heading: Option<Span>,
    /// Depth: 0 for the part before any heading, 1 for the highest headings.
    pub level: u8,
    /// The section this one lies in.
    pub parent: Option<SectionIx>,
}

impl Section {
    /// A section without heading and parent.
    #[must_use]
    pub const fn new(span: Span, level: u8) -> Self {
        Self { span, heading: None, level, parent: None }
    }
}

/// A sentence; a heading is a sentence of its own. Sentences tile the tokens of a document in order.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Sentence {
    /// Bytes of the source, from the first token to the last.
    pub span: Span,
    /// Its tokens.
    pub token_range: TokenRange,
    /// The block it lies in.
    pub block: BlockIx,
}

impl Sentence {
    /// A sentence.
    #[must_use]
    pub const fn new(span: Span, token_range: TokenRange, block: BlockIx) -> Self {
        Self { span, token_range, block }
    }
}
