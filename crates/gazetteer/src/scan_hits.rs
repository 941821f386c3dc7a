//! What one scan finds: names that may stand where they are, and cues.

use crate::entry::Activation;
use crate::gazetteer::Gazetteer;
use chancery_phrases::Hit;
use chancery_text::Token;

/// What a phrase is, in the number that it has in the phrase set.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// A name, by its number, and when it counts.
    Name(u32, Activation),
    /// A cue, by its number.
    Cue(u32),
    /// A determiner and a head word ("the Council"), by its number.
    Head(u32),
}

impl Role {
    pub(crate) const fn code(self) -> u32 {
        match self {
            Self::Name(number, Activation::Always) => number << 3,
            Self::Name(number, Activation::Introduced) => number << 3 | 2,
            Self::Name(number, Activation::Defined) => number << 3 | 4,
            Self::Cue(number) => number << 3 | 1,
            Self::Head(number) => number << 3 | 3,
        }
    }

    pub(crate) const fn of(code: u32) -> Self {
        let number = code >> 3;
        match code & 7 {
            1 => Self::Cue(number),
            3 => Self::Head(number),
            2 => Self::Name(number, Activation::Introduced),
            4 => Self::Name(number, Activation::Defined),
            _ => Self::Name(number, Activation::Always),
        }
    }
}

/// A cue found, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct CueHit {
    pub(crate) token: u32,
    pub(crate) cue: u32,
}

/// What one scan finds.
#[derive(Debug, Default)]
pub(crate) struct ScanHits {
    /// By first token, then in order of length.
    pub(crate) candidates: Vec<Hit>,
    /// Those that are names which count only behind a full name.
    pub(crate) introduced: Vec<Hit>,
    /// Head words behind a determiner, with their numbers.
    pub(crate) heads: Vec<(Hit, u32)>,
    /// By token.
    pub(crate) cues: Vec<CueHit>,
    /// First and last token of each cue in this document: most names with cues need no closer look.
    pub(crate) reach: Vec<Option<(u32, u32)>>,
}

impl ScanHits {
    pub(crate) fn clear(&mut self, cues: usize) {
        self.candidates.clear();
        self.introduced.clear();
        self.heads.clear();
        for hit in self.cues.drain(..) {
            self.reach[hit.cue as usize] = None;
        }
        self.reach.resize(cues, None);
    }

    pub(crate) fn take(&mut self, gazetteer: &Gazetteer, tokens: &[Token], hit: Hit) {
        let (mut named, mut introduced) = (false, false);
        for &code in gazetteer.phrases.values(hit) {
            match Role::of(code) {
                Role::Name(_, Activation::Always) => named = true,
                Role::Name(_, Activation::Introduced) => introduced = true,
                Role::Name(_, Activation::Defined) => {}
                Role::Cue(cue) if gazetteer.cue_capitals[cue as usize] && !tokens[hit.first as usize].capital => {}
                Role::Cue(cue) => self.add_cue(hit.first, cue),
                Role::Head(head) => self.heads.push((hit, head)),
            }
        }
        if named {
            self.candidates.push(hit);
        }
        if introduced {
            self.introduced.push(hit);
        }
    }

    fn add_cue(&mut self, token: u32, cue: u32) {
        let (first, last) = self.reach[cue as usize].get_or_insert((token, token));
        *first = token.min(*first);
        *last = token.max(*last);
        self.cues.push(CueHit { token, cue });
    }
}
