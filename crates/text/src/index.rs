//! Typed indexes into the layers of a document and into a catalog.

/// Defines index types. Each type wraps a `u32`, which is the position of an item in a list.
macro_rules! index {
    ($(#[$doc:meta] $name:ident),+ $(,)?) => {$(
        #[$doc]
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
        #[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
        pub struct $name(pub u32);

        impl $name {
            /// Returns the index as a `usize`, for indexing a slice.
            #[inline]
            #[must_use]
            pub const fn get(self) -> usize {
                self.0 as usize
            }
        }
    )+};
}

index!(
    /// Index of an entity in a [`Catalog`](crate::Catalog).
    EntityIx,
    /// Index of a name in a [`Catalog`](crate::Catalog). An entity may have several names.
    NameIx,
    /// Index into [`Document::sentences`](crate::Document::sentences).
    SentenceIx,
    /// Index into [`Document::blocks`](crate::Document::blocks).
    BlockIx,
    /// Index into [`Document::sections`](crate::Document::sections).
    SectionIx,
    /// Index into [`Document::mentions`](crate::Document::mentions).
    MentionIx,
);

/// A half-open range of indexes into [`Document::tokens`](crate::Document::tokens).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct TokenRange {
    /// Index of the first token.
    pub start: u32,
    /// Index of the token after the last token.
    pub end: u32,
}

impl TokenRange {
    /// Creates the range from `start` up to but not including `end`. A range with `start >= end` is empty.
    #[inline]
    #[must_use]
    pub const fn new(start: u32, end: u32) -> Self {
        Self { start, end }
    }

    /// Returns the range as a `usize` range, for slicing.
    #[inline]
    #[must_use]
    pub const fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Returns the number of tokens in the range.
    #[inline]
    #[must_use]
    pub const fn len(self) -> usize {
        self.end.saturating_sub(self.start) as usize
    }

    /// Returns `true` if the range contains no tokens.
    #[inline]
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.start >= self.end
    }

    /// Returns `true` if the range contains the token with the index `token`.
    #[inline]
    #[must_use]
    pub const fn contains(self, token: u32) -> bool {
        self.start <= token && token < self.end
    }
}
