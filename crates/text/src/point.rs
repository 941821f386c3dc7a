//! Points, that is, items of enumerations: "First, … Second, …", "1. … (a) … (i) …", "Article 3".

use crate::{SentenceIx, Span};

/// The kind of the marker of a point.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[non_exhaustive]
pub enum PointKind {
    /// An ordinal or a similar word: "First,", "The fifth is", "Finally,".
    Word,
    /// A number: "3.", "(3)", "三、".
    Number,
    /// A letter: "(a)", "B.".
    Letter,
    /// A roman numeral: "(iv)", "IV.".
    Roman,
    /// A path of numbers: "3.2.1".
    Path,
    /// A word that begins headings, followed by a number: "Article 3", "CHAPTER II".
    Heading,
}

impl PointKind {
    /// The name used in tables: `word`, `number`, `letter`, `roman`, `path`, `heading`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Word => "word",
            Self::Number => "number",
            Self::Letter => "letter",
            Self::Roman => "roman",
            Self::Path => "path",
            Self::Heading => "heading",
        }
    }
}

/// An item of an enumeration. A point may consist of several paragraphs.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Point {
    /// The half-open byte range in the source, from the marker to the next point of the same or an outer level. The last point of a list has no next point, so
    /// its end is estimated: if every earlier point consists of one sentence (or one paragraph), the last point does too.
    pub span: Span,
    /// The sentence that contains the marker.
    pub sentence: SentenceIx,
    /// Index of the enclosing point in [`Document::points`](crate::Document::points).
    pub parent: Option<u32>,
    /// Depth of nesting; 1 for the outermost points.
    pub depth: u32,
    /// The half-open byte range of the marker in the source.
    pub label: Span,
    /// The number that the marker states: 5 for "fifth". If the marker states no number ("next", "finally"), the value is one more than the value of
    /// the preceding point.
    pub value: u32,
    /// The kind of the marker.
    pub kind: PointKind,
    /// The half-open byte range, in the source, of the first sentence of the point, without the marker.
    pub heading: Span,
}

impl Point {
    /// Creates a point at the outermost level that consists only of its marker, `label`.
    #[must_use]
    pub const fn new(label: Span, sentence: SentenceIx, kind: PointKind, value: u32) -> Self {
        Self { span: label, sentence, parent: None, depth: 1, label, value, kind, heading: Span::new(label.end(), label.end()) }
    }
}
