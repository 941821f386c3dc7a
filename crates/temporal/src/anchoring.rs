//! Determines the tokens at which each rule is tried. A pattern is tried only at tokens that match its *anchor*: the item that is marked with `^`, or else the
//! item that is probably the rarest of those that the pattern requires.

use crate::mask::{self, Mask};
use crate::pattern::{Atom, Item, Pattern};
use crate::spelled::{HYPHEN, LONGEST};
use crate::words::Words;
use chancery_text::key::word_key;

/// A kind of token at which a pattern is tried: a given word, or any token that begins with a digit.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Anchor {
    Word(String),
    /// A token that begins with a digit.
    Digit,
}

/// The anchors of a pattern, and the conditions under which the pattern is tried at an anchor.
#[derive(Clone, Debug)]
pub(crate) struct Anchoring {
    pub(crate) anchors: Vec<Anchor>,
    /// The maximum number of tokens in a match before the anchor.
    pub(crate) lead: usize,
    pub(crate) need: Need,
    /// The conditions that replace `need` if the anchor is a token that begins with a digit.
    pub(crate) need_at_digit: Need,
    /// The mask of the first token of a match. A match can begin only at a token whose mask has a bit in common with this mask. If any token is possible, all
    /// bits are set.
    pub(crate) first: Mask,
}

/// Conditions on the anchor, on the token before it and on the token after it. Each condition is a mask. A token meets the condition if its own mask has a bit
/// in common with this mask. If any token is possible, all bits of the mask are set.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Need {
    before: Mask,
    own: Mask,
    after: Mask,
}

impl Need {
    /// Returns `true` if the pattern may match. `around` contains the masks of the token before the anchor, the anchor, and the token
    /// after it.
    #[inline]
    pub(crate) const fn met(&self, around: [Mask; 3]) -> bool {
        let [before, own, after] = around;
        (self.before == Mask::MAX || self.before & before != 0)
            && self.own & own != 0
            && (self.after == Mask::MAX || self.after & after != 0)
    }
}

impl Pattern {
    /// Chooses the anchor of the pattern, and computes the conditions on the tokens around the anchor.
    pub(crate) fn anchoring(&self, words: &Words) -> Anchoring {
        let rarity = |item: &Item| match item.atoms.first().map(|(_, atom)| atom) {
            Some(Atom::Class(..)) => 0,
            Some(Atom::Word(word)) if word.len() > 3 => 1,
            Some(Atom::Decade | Atom::Count(_) | Atom::Clock | Atom::Numeric | Atom::Stamp | Atom::Round) => 2,
            Some(Atom::Year(_) | Atom::Day(_) | Atom::Short(_)) => 3,
            Some(Atom::Word(_)) => 4,
            _ => 5,
        };
        let must = self.items.iter().enumerate().filter(|(_, item)| !item.optional && !item.negated && !item.context);
        let Some((at, item)) = must.min_by_key(|(at, item)| (!item.anchor, rarity(item), *at)) else {
            let anything = Need { before: Mask::MAX, own: Mask::MAX, after: Mask::MAX };
            return Anchoring { anchors: Vec::new(), lead: 0, need: anything, need_at_digit: anything, first: Mask::MAX };
        };
        let mut anchors = Vec::new();
        for (_, atom) in &item.atoms {
            match atom {
                Atom::Word(word) => anchors.push(Anchor::Word(word.clone())),
                Atom::Class(class, _) => {
                    anchors.extend(words.of_class(*class, |_| true).into_iter().map(|word| Anchor::Word(word.to_owned())))
                }
                Atom::Int(_) | Atom::Year(_) => {
                    anchors.push(Anchor::Digit);
                    let begins = if matches!(atom, Atom::Int(_)) { words.numbers() } else { words.year_starts() };
                    let begins = [begins, words.ideographs()].into_iter().flatten();
                    anchors.extend(begins.flat_map(|class| words.of_class(class, |_| true)).map(|word| Anchor::Word(word.to_owned())));
                }
                Atom::Count(_) => {
                    anchors.push(Anchor::Digit);
                    let counts = words.ordinals().map(|class| words.of_class(class, |_| true)).unwrap_or_default();
                    let tens = words.numbers().map(|class| words.of_class(class, |value| (20..100).contains(&value))).unwrap_or_default();
                    anchors.extend(counts.into_iter().chain(tens).map(|word| Anchor::Word(word.to_owned())));
                }
                // These alternatives match too many words to be anchors. A pattern that uses one of them has another item as its anchor.
                Atom::Plural | Atom::Lower | Atom::Possessive => {}
                Atom::Day(_) | Atom::Decade | Atom::Clock | Atom::Short(_) | Atom::Numeric | Atom::Stamp | Atom::Round => {
                    anchors.push(Anchor::Digit)
                }
            }
        }
        let wide: usize = self.items[..at].iter().map(|item| if item.is_wide() { LONGEST } else { 1 }).sum();
        let beside =
            Need { before: mask_of_next(self.items[..at].iter().rev()), own: item.mask, after: mask_of_next(self.items[at + 1..].iter()) };
        // A number in digits is one token. In a number that is written as words, any word may be the anchor, so nothing is known about the neighbouring tokens.
        // A year that is written as words is an exception. Its anchor is its first word, and the next token is another number or a hyphen.
        let all = |kind: fn(&Atom) -> bool| item.atoms.iter().all(|(_, atom)| kind(atom));
        let goes_on = [words.numbers(), words.ideographs()].into_iter().flatten().map(mask::class_mask);
        let goes_on = goes_on.fold(mask::key_mask(word_key(HYPHEN.as_bytes())), |all, class| all | class);
        let after = if all(|atom| matches!(atom, Atom::Year(_))) { goes_on } else { Mask::MAX };
        let need = if item.is_wide() { Need { before: Mask::MAX, after, ..beside } } else { beside };
        // A date in digits may consist of several tokens.
        let one_token = !item.atoms.iter().any(|(_, atom)| matches!(atom, Atom::Numeric | Atom::Stamp));
        let need_at_digit = if one_token { beside } else { Need { after: Mask::MAX, ..beside } };
        let lead = self.items.iter().take_while(|item| item.context).count();
        let first = mask_of_next(self.items[lead..].iter());
        Anchoring { anchors, lead: wide, need, need_at_digit, first }
    }
}

/// Returns the mask for the token next to an item of a pattern. `items` contains the items on the same side, either all after or all before that item, nearest
/// first.
fn mask_of_next<'i>(items: impl Iterator<Item = &'i Item>) -> Mask {
    let mut mask = 0;
    for item in items {
        if item.context {
            return if item.negated || item.optional { Mask::MAX } else { mask | item.mask };
        }
        mask |= item.mask;
        if !item.optional {
            return mask;
        }
    }
    Mask::MAX
}
