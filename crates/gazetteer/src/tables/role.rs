//! The roles of phrases in the phrase set.

use crate::entry::Activation;

/// The role of a phrase. The phrase set stores the role, encoded as a number, as the value of the phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Role {
    /// A name, with its index and the condition under which it is recognised.
    Name(u32, Activation),
    /// A context word (cue), with its index.
    Cue(u32),
    /// An article followed by a head noun ("the Council"), with the index of the head noun.
    HeadNoun(u32),
}

impl Role {
    pub(crate) const fn code(self) -> u32 {
        match self {
            Self::Name(number, Activation::Always) => number << 3,
            Self::Name(number, Activation::Introduced) => number << 3 | 2,
            Self::Name(number, Activation::Defined) => number << 3 | 4,
            Self::Cue(number) => number << 3 | 1,
            Self::HeadNoun(number) => number << 3 | 3,
        }
    }

    #[inline]
    pub(crate) const fn of(code: u32) -> Self {
        let number = code >> 3;
        match code & 7 {
            1 => Self::Cue(number),
            3 => Self::HeadNoun(number),
            2 => Self::Name(number, Activation::Introduced),
            4 => Self::Name(number, Activation::Defined),
            _ => Self::Name(number, Activation::Always),
        }
    }
}
