//! A rule, and whether it fits at a word.
//!
//! The idea is that of Constraint Grammar (F. Karlsson, Constraint Grammar as a framework for parsing running text, 1990): every word begins with all its classes, and
//! each rule takes some away where the words around allow it. The last class is never taken.

use super::set::Set;
use crate::cell::Cell;
use crate::class::Classes;

/// How many words a search looks at, so that the work on a long sentence stays in proportion.
const REACH: usize = 150;

/// A condition on the words around.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) enum Condition {
    /// The word at an offset, adverbs not counted if `skip`.
    At { offset: i32, skip: bool, set: Set },
    /// Whether a search finds a word. Boxed, since most rules fail before they search.
    Scan(Box<Scan>),
    /// The likeliest class of the word itself.
    Likely(Classes),
    /// The likeliest class of the word itself is none of these.
    Unlikely(Classes),
}

/// A search for a word of a set, to the left or to the right, until a word of the barrier.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Scan {
    pub(crate) left: bool,
    /// Whether the word must be found, or must not.
    pub(crate) found: bool,
    pub(crate) set: Set,
    pub(crate) barrier: Set,
    /// What the word at an offset from it must be too.
    pub(crate) then: Option<(i32, Set)>,
}

/// A rule.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Rule {
    /// Whether the target is selected rather than removed.
    pub(crate) select: bool,
    pub(crate) target: Classes,
    /// The words that the rule is for; all if there are none.
    pub(crate) words: Vec<u32>,
    pub(crate) conditions: Vec<Condition>,
}

impl Rule {
    /// Whether the rule could ever change a word that begins with these readings.
    pub(crate) const fn concerns_part(&self, readings: Classes) -> bool {
        readings.any(self.target) && !readings.without(self.target).is_empty()
    }

    /// Classes of which the word before (-1) or after (+1) must have one, or the rule does not apply.
    pub(crate) fn needs(&self, offset: i32) -> Classes {
        let needs = self.conditions.iter().filter_map(|condition| match condition {
            Condition::At { offset: place, skip, set } if *place == offset => {
                set.needs().map(|classes| if *skip { classes.or(Classes::ADVERB) } else { classes })
            }
            _ => None,
        });
        needs.fold(Classes::ALL, Classes::and)
    }

    /// Classes of which the word before (-1) or after (+1) must have none, or the rule does not apply.
    pub(crate) fn forbids(&self, offset: i32) -> Classes {
        let forbids = self.conditions.iter().filter_map(|condition| match condition {
            // A word with other classes than these is not skipped.
            Condition::At { offset: place, skip: true, set } if *place == offset => {
                Some(set.forbids().0.without(Classes::ADVERB.or(Classes::NEGATION)))
            }
            Condition::At { offset: place, skip: false, set } if *place == offset => Some(set.forbids().0),
            _ => None,
        });
        forbids.fold(Classes::default(), Classes::or)
    }

    /// The class of which the likeliest of the word itself must be one, and of which it must not.
    pub(crate) fn likely(&self) -> (Classes, Classes) {
        self.conditions.iter().fold((Classes::ALL, Classes::default()), |(needs, forbids), condition| match condition {
            Condition::Likely(classes) => (needs.and(*classes), forbids),
            Condition::Unlikely(classes) => (needs, forbids.or(*classes)),
            _ => (needs, forbids),
        })
    }

    /// Whether there are conditions that these do not decide.
    pub(crate) fn is_open(&self) -> bool {
        let mut rest = self.clone();
        rest.drop_decided();
        !rest.conditions.is_empty()
    }

    /// Drops the conditions that [`needs`](Self::needs), [`forbids`](Self::forbids) and [`likely`](Self::likely) decide.
    pub(crate) fn drop_decided(&mut self) {
        let likely = self.conditions.iter().filter(|condition| matches!(condition, Condition::Likely(_))).count();
        self.conditions.retain(|condition| match condition {
            Condition::At { offset: -1 | 1, skip: false, set } => !set.forbids().1,
            Condition::Likely(_) => likely > 1,
            Condition::Unlikely(_) => false,
            _ => true,
        });
    }

    /// The words that conditions name.
    pub(crate) fn named(&self) -> impl Iterator<Item = u32> + '_ {
        self.conditions.iter().flat_map(|condition| -> Vec<u32> {
            match condition {
                Condition::At { set, .. } => set.words.clone(),
                Condition::Scan(scan) => {
                    let then = scan.then.iter().flat_map(|(_, set)| &set.words);
                    scan.set.words.iter().chain(&scan.barrier.words).chain(then).copied().collect()
                }
                Condition::Likely(_) | Condition::Unlikely(_) => Vec::new(),
            }
        })
    }

    /// Whether the conditions hold at a word.
    #[inline]
    pub(crate) fn holds(&self, cells: &[Cell], at: usize) -> bool {
        self.conditions.iter().all(|condition| condition.holds(cells, at))
    }
}

impl Condition {
    fn holds(&self, cells: &[Cell], at: usize) -> bool {
        match self {
            Self::Likely(classes) => cells[at].likely.any(*classes),
            Self::Unlikely(classes) => !cells[at].likely.any(*classes),
            Self::At { offset, skip, set } => set.at(cells, at, *offset, *skip),
            Self::Scan(scan) => scan.holds(cells, at),
        }
    }
}

impl Scan {
    fn holds(&self, cells: &[Cell], at: usize) -> bool {
        let mut here = at;
        for _ in 0..REACH {
            let next = if self.left { here.checked_sub(1) } else { Some(here + 1) };
            let Some((next, cell)) = next.and_then(|next| cells.get(next).map(|cell| (next, cell))) else {
                return self.set.classes.any(Classes::EDGE) == self.found;
            };
            if self.set.holds(cell) {
                return self.then.as_ref().is_none_or(|(offset, set)| set.at(cells, next, *offset, false)) == self.found;
            }
            if self.barrier.holds(cell) {
                return !self.found;
            }
            here = next;
        }
        !self.found
    }
}
