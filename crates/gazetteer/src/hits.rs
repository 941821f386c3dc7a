//! What one scan finds: names that may stand where they are, and cues.

use chancery_phrases::Hit;

/// A cue in a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct CueHit {
    /// Index of its first token.
    pub(crate) token: u32,
    /// Its number.
    pub(crate) cue: u32,
}

/// What one scan finds.
#[derive(Debug, Default)]
pub(crate) struct ScanHits {
    /// Stretches with a name that counts everywhere, by first token, then by length.
    pub(crate) always: Vec<Hit>,
    /// Stretches with a name that counts only after a full name.
    pub(crate) introduced: Vec<Hit>,
    /// Head nouns after a determiner, each with its number.
    pub(crate) head_nouns: Vec<(Hit, u32)>,
    /// Cues by token.
    pub(crate) cues: Vec<CueHit>,
    /// First and last token of each cue in this document. For most names with cues this is all that must be known.
    pub(crate) reach: Vec<Option<(u32, u32)>>,
}

impl ScanHits {
    /// Makes room for a document and a gazetteer with this number of cues.
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
