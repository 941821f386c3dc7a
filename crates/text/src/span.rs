//! Byte ranges in a text.

use std::fmt;
use std::ops::Range;

/// A half-open range of UTF-8 bytes in a text: from `start` up to but not including `end`.
///
/// Spans are ordered by start, then by end.
///
/// ```
/// use chancery_text::Span;
/// let span = Span::new(4, 9);
/// assert_eq!(&"the Kyrgyz"[span.range()], "Kyrgy");
/// assert_eq!(span.len(), 5);
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span {
    start: u32,
    end: u32,
}

impl Span {
    /// The largest offset that a span can have, in bytes.
    pub const MAX: u32 = u32::MAX;

    /// Creates a span from byte offsets.
    ///
    /// # Panics
    /// Panics if `end` is less than `start`. Use [`Span::try_new`] for offsets that may be out of order.
    #[must_use]
    pub const fn new(start: u32, end: u32) -> Self {
        assert!(start <= end, "a span ends before it starts");
        Self { start, end }
    }

    /// Creates a span from byte offsets. Returns `None` if `end` is less than `start`.
    #[must_use]
    pub const fn try_new(start: u32, end: u32) -> Option<Self> {
        if start <= end { Some(Self { start, end }) } else { None }
    }

    /// Returns the offset of the first byte.
    #[must_use]
    pub const fn start(self) -> u32 {
        self.start
    }

    /// Returns the offset of the first byte after the span.
    #[must_use]
    pub const fn end(self) -> u32 {
        self.end
    }

    /// Returns the length in bytes.
    #[must_use]
    pub const fn len(self) -> u32 {
        self.end - self.start
    }

    /// Returns `true` if the length of the span is 0.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Returns the span as a `usize` range, which can be used to slice a `str`.
    #[must_use]
    pub const fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Returns `true` if `other` lies within this span. A span contains itself.
    #[must_use]
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Returns `true` if the two spans have at least one byte in common.
    #[must_use]
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}
