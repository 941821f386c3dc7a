//! The map between a folded text and its source.

use crate::Span;

/// Where the folded text and the source run in step: from these offsets on, byte for byte, until the next run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Run {
    folded: u32,
    source: u32,
    /// Whether the run is one unit that has no inner boundaries (a cluster that changed), or a stretch of equal bytes.
    unit: bool,
}

/// Maps offsets of a folded text to its source and back.
///
/// Both ways are monotone, and boundaries of characters map to boundaries of characters. A unit that folding changed (`Ô` to `o`, a run
/// of blanks to one) has no inside: the start of a span maps to the unit's start and its end to the unit's end.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OffsetMap {
    runs: Vec<Run>,
    folded_len: u32,
    source_len: u32,
}

impl OffsetMap {
    pub(super) fn push(&mut self, folded_len: u32, source_len: u32, unit: bool) {
        if unit || self.runs.last().is_none_or(|last| last.unit) {
            self.runs.push(Run { folded: self.folded_len, source: self.source_len, unit });
        }
        self.folded_len += folded_len;
        self.source_len += source_len;
    }

    /// Bytes of the folded text.
    #[must_use]
    pub const fn folded_len(&self) -> u32 {
        self.folded_len
    }

    /// Bytes of the source.
    #[must_use]
    pub const fn source_len(&self) -> u32 {
        self.source_len
    }

    /// The source bytes that a span of the folded text was made from. Units folded to nothing (soft hyphens) at its ends are left out.
    #[must_use]
    pub fn to_source(&self, folded: Span) -> Span {
        let start = self.source_at(folded.start(), false);
        if folded.is_empty() {
            return Span::new(start, start);
        }
        Span::new(start, self.source_at(folded.end(), true))
    }

    /// The folded bytes that a span of the source became.
    #[must_use]
    pub fn to_folded(&self, source: Span) -> Span {
        let start = self.folded_at(source.start(), false);
        if source.is_empty() {
            return Span::new(start, start);
        }
        Span::new(start, self.folded_at(source.end(), true))
    }

    fn source_at(&self, folded: u32, end: bool) -> u32 {
        // For an end: the last run that begins before the offset; for a start: the last that begins at or before it.
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
