//! The rules that choose among the classes of a word, with the conditions under which they apply.
//!
//! The idea comes from Constraint Grammar (F. Karlsson, Constraint Grammar as a framework for parsing running text, 1990). Every word starts with all its possible
//! classes, called its readings. Each rule removes some of the readings if its conditions on the surrounding words hold. A rule never removes the last reading.

use super::set::Set;
use crate::cell::Cell;
use crate::class::Classes;

/// The maximum number of words that a [`Scan`] tests. Without this limit, the running time could grow with the square of the length of the sentence.
const REACH: usize = 150;

/// A condition that must hold before a rule is applied to a word. "The word itself" is the word to which the rule is applied.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) enum Condition {
    /// The word at this offset from the word itself must match the set. If `skip` is `true`, adverbs are not counted in the offset.
    At { offset: i32, skip: bool, set: Set },
    /// A search for another word must succeed or, if [`Scan::found`] is `false`, must fail. The search is boxed to keep conditions small. The extra memory
    /// access costs little, because most rules fail before they search.
    Scan(Box<Scan>),
    /// The likeliest class of the word itself must be one of these classes.
    Likely(Classes),
    /// The likeliest class of the word itself must not be one of these classes.
    Unlikely(Classes),
}

/// A search to the left or to the right for a word that matches `set`. The search stops at the first word that matches `barrier`.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Scan {
    pub(crate) left: bool,
    /// Whether the search must find a word (`true`) or must not find one (`false`).
    pub(crate) found: bool,
    pub(crate) set: Set,
    pub(crate) barrier: Set,
    /// A further condition, relative to the word that was found: the word at this offset from it must match this set.
    pub(crate) then: Option<(i32, Set)>,
}

/// A rule that selects or removes readings of a word.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Rule {
    /// Whether the rule selects the target classes, that is, removes all others. If `false`, the rule removes the target classes.
    pub(crate) select: bool,
    pub(crate) target: Classes,
    /// The lexicon ids of the words to which the rule applies. If the list is empty, the rule applies to all words.
    pub(crate) words: Vec<u32>,
    pub(crate) conditions: Vec<Condition>,
}

impl Rule {
    /// Returns `true` if the rule may change a word that initially has the readings `readings`. This is the case if some of these readings, but not all, are
    /// target classes.
    pub(crate) const fn concerns_part(&self, readings: Classes) -> bool {
        readings.any(self.target) && !readings.without(self.target).is_empty()
    }

    /// Returns the classes that the rule requires of a neighbouring word. The rule applies only if at least one of them is a reading of that word. `offset` is
    /// -1 for the word before and 1 for the word after.
    pub(crate) fn needs(&self, offset: i32) -> Classes {
        let needs = self.conditions.iter().filter_map(|condition| match condition {
            Condition::At { offset: place, skip, set } if *place == offset => {
                set.needs().map(|classes| if *skip { classes.or(Classes::ADVERB) } else { classes })
            }
            _ => None,
        });
        needs.fold(Classes::ALL, Classes::and)
    }

    /// Returns the classes that the rule forbids for a neighbouring word. The rule applies only if none of them is a reading of that word. `offset` is -1 for
    /// the word before and 1 for the word after.
    pub(crate) fn forbids(&self, offset: i32) -> Classes {
        let forbids = self.conditions.iter().filter_map(|condition| match condition {
            // A word that has any class other than adverb and negation is not skipped, so the condition tests this word.
            Condition::At { offset: place, skip: true, set } if *place == offset => {
                Some(set.forbids().0.without(Classes::ADVERB.or(Classes::NEGATION)))
            }
            Condition::At { offset: place, skip: false, set } if *place == offset => Some(set.forbids().0),
            _ => None,
        });
        forbids.fold(Classes::default(), Classes::or)
    }

    /// Returns two sets of classes. The rule applies only if the likeliest class of the word is in the first set and not in the second.
    pub(crate) fn likely(&self) -> (Classes, Classes) {
        self.conditions.iter().fold((Classes::ALL, Classes::default()), |(needs, forbids), condition| match condition {
            Condition::Likely(classes) => (needs.and(*classes), forbids),
            Condition::Unlikely(classes) => (needs, forbids.or(*classes)),
            _ => (needs, forbids),
        })
    }

    /// Returns `true` if the rule has conditions that [`needs`](Self::needs), [`forbids`](Self::forbids) and [`likely`](Self::likely) do not fully express.
    pub(crate) fn is_open(&self) -> bool {
        let mut rest = self.clone();
        rest.drop_decided();
        !rest.conditions.is_empty()
    }

    /// Removes the conditions that [`needs`](Self::needs), [`forbids`](Self::forbids) and [`likely`](Self::likely) fully express.
    pub(crate) fn drop_decided(&mut self) {
        let likely = self.conditions.iter().filter(|condition| matches!(condition, Condition::Likely(_))).count();
        self.conditions.retain(|condition| match condition {
            Condition::At { offset: -1 | 1, skip: false, set } => !set.forbids().1,
            Condition::Likely(_) => likely > 1,
            Condition::Unlikely(_) => false,
            _ => true,
        });
    }

    /// Returns the lexicon ids of the words that the conditions mention.
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

    /// Returns `true` if all conditions hold for the word with the index `at`.
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
