//! The results of one scan: hits (matched names that are not yet checked), head nouns, and cues (context words).

use chancery_phrases::Hit;

/// An occurrence of a cue (context word) in a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct CueHit {
    /// Index of the first token of the cue.
    pub(crate) token: u32,
    /// Index of the cue.
    pub(crate) cue: u32,
}

/// The results of one scan.
#[derive(Debug, Default)]
pub(crate) struct ScanHits {
    /// Hits of names that are recognised in every document, sorted by first token. Among hits with the same first token, the longest comes first.
    pub(crate) always: Vec<Hit>,
    /// Hits of short names, which are recognised only if a full name of the same entity precedes them in the document.
    pub(crate) introduced: Vec<Hit>,
    /// Hits that consist of an article and a head noun, each with the index of the head noun.
    pub(crate) head_nouns: Vec<(Hit, u32)>,
    /// Cues, sorted by first token.
    pub(crate) cues: Vec<CueHit>,
    /// For each cue, the first and the last token at which the cue begins; `None` if the document does not contain the cue. These two tokens make a search for
    /// the other occurrences unnecessary in most cases.
    pub(crate) reach: Vec<Option<(u32, u32)>>,
}

impl ScanHits {
    /// Removes all hits and makes room for `cues` cues.
    pub(crate) fn clear(&mut self, cues: usize) {
        self.always.clear();
        self.introduced.clear();
        self.head_nouns.clear();
        for hit in self.cues.drain(..) {
            self.reach[hit.cue as usize] = None;
        }
        self.reach.resize(cues, None);
    }

    pub(crate) fn add_cue(&mut self, token: u32, cue: u32) {
        let (first, last) = self.reach[cue as usize].get_or_insert((token, token));
        *first = token.min(*first);
        *last = token.max(*last);
        self.cues.push(CueHit { token, cue });
    }
}
