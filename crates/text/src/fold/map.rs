//! The map between a folded text and its source.

use crate::Span;

/// A run: a piece of the folded text, with the piece of the source from which it was made. A run ends where the next run starts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Run {
    /// The byte offset at which the run starts in the folded text.
    folded: u32,
    /// The byte offset at which the run starts in the source.
    source: u32,
    /// If `true`, the run corresponds to its source only as a whole, and positions inside the run have no counterparts in the source. If `false`, each byte of
    /// the run corresponds to one byte of the source.
    unit: bool,
}

/// Maps offsets of a folded text to its source and back.
///
/// Offsets keep their order in both directions, and character boundaries map to character boundaries. A piece of text that folding changed (`Ô` to `o`, several
/// spaces to one) is mapped only as a whole. If a span begins or ends inside such a piece, the mapped span includes the whole piece.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OffsetMap {
    runs: Vec<Run>,
    folded_len: u32,
    source_len: u32,
}

impl OffsetMap {
    /// Adds the next piece of the folded text, with its length and the length of its source in bytes. For `unit`, see the field of the same name in [`Run`].
    pub(super) fn push(&mut self, folded_len: u32, source_len: u32, unit: bool) {
        if unit || self.runs.last().is_none_or(|last| last.unit) {
            self.runs.push(Run { folded: self.folded_len, source: self.source_len, unit });
        }
        self.folded_len += folded_len;
        self.source_len += source_len;
    }

    /// The length of the folded text in bytes.
    #[must_use]
    pub const fn folded_len(&self) -> u32 {
        self.folded_len
    }

    /// The length of the source in bytes.
    #[must_use]
    pub const fn source_len(&self) -> u32 {
        self.source_len
    }

    /// Returns the span of the source from which the span `folded` was made. Characters that folding removed, such as soft hyphens, are excluded at both ends.
    #[must_use]
    pub fn to_source(&self, folded: Span) -> Span {
        let start = self.source_at(folded.start(), false);
        if folded.is_empty() {
            return Span::new(start, start);
        }
        Span::new(start, self.source_at(folded.end(), true))
    }

    /// Returns the span of the folded text that was made from the span `source`.
    #[must_use]
    pub fn to_folded(&self, source: Span) -> Span {
        let start = self.folded_at(source.start(), false);
        if source.is_empty() {
            return Span::new(start, start);
        }
        Span::new(start, self.folded_at(source.end(), true))
    }

    /// Maps an offset of the folded text to the source. `end` tells whether the offset is the end of a span.
    fn source_at(&self, folded: u32, end: bool) -> u32 {
        // For the end of a span, take the last run that begins before the offset. For the start of a span, take the last run that begins at or before the
        // offset.
        let after = self.runs.partition_point(|run| if end { run.folded < folded } else { run.folded <= folded });
        let Some(at) = after.checked_sub(1) else { return 0 };
        let run = self.runs[at];
        let next = self.runs.get(at + 1).map_or(self.source_len, |next| next.source);
        match (run.unit, end) {
            (false, _) => (run.source + (folded - run.folded)).min(next),
            (true, false) if folded >= self.folded_len => self.source_len,
            (true, false) => run.source,
            (true, true) => next,
        }
    }

    /// Maps an offset of the source to the folded text. `end` tells whether the offset is the end of a span.
    fn folded_at(&self, source: u32, end: bool) -> u32 {
        let after = self.runs.partition_point(|run| if end { run.source < source } else { run.source <= source });
        let Some(at) = after.checked_sub(1) else { return 0 };
        let run = self.runs[at];
        let next = self.runs.get(at + 1).map_or(self.folded_len, |next| next.folded);
        match (run.unit, end) {
            (false, _) => (run.folded + (source - run.source)).min(next),
            (true, false) if source >= self.source_len => self.folded_len,
            (true, false) => run.folded,
            (true, true) => next,
        }
    }
}
