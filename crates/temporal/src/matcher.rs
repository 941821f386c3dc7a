//! Matches patterns against tokens, and fills slots with the parts of a time expression, such as the year. The mask of a token is a set of bits that describe
//! the token.

use crate::mask::Mask;
use crate::numerals;
use crate::numeric;
use crate::pattern::{Atom, Item, Pattern};
use crate::slot::{Bag, Slot};
use crate::spelled;
use crate::token_view::TokenView;
use crate::word::Word;
use chancery_text::{Casing, Gap};

/// A match of a pattern.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Match {
    /// Index of the first token.
    pub(crate) first: usize,
    /// Index of the token after the last token.
    pub(crate) end: usize,
    pub(crate) bag: Bag,
}

impl Pattern {
    /// Returns the longest match of the pattern that begins at the token `first`; `None` if there is no match.
    ///
    /// The context before the expression is checked as well. It is not part of the match, but it fills the slots that the rest of the pattern leaves empty.
    pub(crate) fn at(&self, view: &TokenView<'_>, first: usize) -> Option<Match> {
        let mut from = first;
        let mut items = self.items.as_slice();
        let mut context = Bag::default();
        // Check the context before the expression.
        let lead = items.iter().take_while(|item| item.context).count();
        if lead > 0 {
            for item in items[..lead].iter().rev() {
                let mut filled = Bag::default();
                let fits = from.checked_sub(1).is_some_and(|before| {
                    view.tokens[from].gap != Gap::Break && Self::fills(item, view, before, &mut filled) == Some(from)
                });
                if fits == item.negated && !item.optional {
                    return None;
                }
                if fits && !item.negated {
                    context.fill_from(&filled);
                    from -= 1;
                }
            }
            items = &items[lead..];
        }
        let mut best: Option<Match> = None;
        self.step(items, view, first, first, Bag::default(), &mut best);
        let mut found = best.filter(|found| found.end > first)?;
        found.bag.fill_from(&context);
        Some(found)
    }

    fn step(&self, items: &[Item], view: &TokenView<'_>, first: usize, at: usize, bag: Bag, best: &mut Option<Match>) {
        let Some((item, rest)) = items.split_first() else {
            if best.is_none_or(|best| best.end < at) {
                *best = Some(Match { first, end: at, bag });
            }
            return;
        };
        if item.context {
            if best.is_none_or(|best| best.end < at)
                && let Some(bag) = Self::follows(items, view, at, bag)
            {
                *best = Some(Match { first, end: at, bag });
            }
            return;
        }
        if let Some(token) = view.tokens.get(at) {
            let joined = at == first || if item.tight { token.gap == Gap::None } else { token.gap != Gap::Break };
            let own = view.mask(at);
            if joined && item.may_be(own) {
                let mut filled = bag;
                if let Some(end) = item.fill(view, at, own, &mut filled) {
                    self.step(rest, view, first, end, filled, best);
                }
            }
        }
        if item.optional {
            self.step(rest, view, first, at, bag, best);
        }
    }

    /// Checks the context after the expression. Returns `bag` with the slots that the context adds; `None` if the context does not match. The context fills
    /// only slots that the expression leaves empty. `items` contains the context items, and `at` is the index of the token after the expression.
    fn follows(items: &[Item], view: &TokenView<'_>, mut at: usize, mut bag: Bag) -> Option<Bag> {
        for item in items {
            let tight = |gap: Gap| if item.tight { gap == Gap::None } else { gap != Gap::Break };
            let mut filled = Bag::default();
            let own = view.mask(at);
            let joined = view.tokens.get(at).is_some_and(|token| tight(token.gap)) && item.may_be(own);
            match joined.then(|| item.fill(view, at, own, &mut filled)).flatten() {
                Some(_) if item.negated => return None,
                Some(end) => {
                    bag.fill_from(&filled);
                    at = end;
                }
                None if item.negated || item.optional => {}
                None => return None,
            }
        }
        Some(bag)
    }

    /// Matches an item against the tokens from `at` on. Returns the index of the token after the match; `None` if no alternative of the item matches. The first
    /// alternative that matches is used and fills its slots.
    fn fills(item: &Item, view: &TokenView<'_>, at: usize, bag: &mut Bag) -> Option<usize> {
        let own = view.mask(at);
        if item.may_be(own) { item.fill(view, at, own, bag) } else { None }
    }
}

impl Item {
    /// Matches the item against the tokens from `at` on, and fills slots in `bag`. `own` is the mask of token `at`. Returns the index of the token after the
    /// match; `None` if the item does not match.
    fn fill(&self, view: &TokenView<'_>, at: usize, own: Mask, bag: &mut Bag) -> Option<usize> {
        let mut may_be = self.atoms.iter().filter(|(mask, _)| mask & own != 0).peekable();
        may_be.peek()?;
        let word = view.word(at);
        may_be.find_map(|(_, atom)| fill(atom, view, at, &word, bag))
    }
}

/// Matches one alternative of an item against the tokens from `at` on, and fills slots in `bag`. `word` is the word of token `at`. Returns the index of the
/// token after the match; `None` if the alternative does not match.
fn fill(atom: &Atom, view: &TokenView<'_>, at: usize, word: &Word<'_>, bag: &mut Bag) -> Option<usize> {
    let token = view.tokens.get(at)?;
    match atom {
        Atom::Word(wanted) => word.is(wanted).then_some(at + 1),
        Atom::Class(class, slot) => {
            let value = view.words.sense(word, token.capital, *class)?;
            if let Some(slot) = slot {
                bag.set(*slot, value);
            }
            Some(at + 1)
        }
        Atom::Int(slot) => {
            let (value, end) = spelled::number(view, at)?;
            bag.set(*slot, value);
            Some(end)
        }
        Atom::Year(slot) => {
            let (value, end) = match numerals::year(&word.text) {
                Some(year) => (year, at + 1),
                None => spelled::year(view, at)?,
            };
            bag.set(*slot, value);
            Some(end)
        }
        Atom::Day(slot) => {
            bag.set(*slot, numerals::day(&word.text, view.words.ordinal_endings())?);
            Some(at + 1)
        }
        Atom::Count(slot) => {
            let (value, end) = spelled::ordinal(view, at)?;
            bag.set(*slot, value);
            Some(end)
        }
        Atom::Short(slot) => {
            bag.set(*slot, numerals::two_digits(&word.text)?);
            Some(at + 1)
        }
        Atom::Numeric => {
            let (parts, end) = numeric::date(view, at)?;
            bag.set_date(parts);
            Some(end)
        }
        Atom::Stamp => {
            let (parts, end) = numeric::stamp(view, at)?;
            bag.set_date(parts);
            Some(end)
        }
        Atom::Round => numerals::year(&word.text).filter(|year| year % 100 == 0).map(|_| at + 1),
        Atom::Plural => view.words.is_plural(token, word).then_some(at + 1),
        Atom::Possessive => (word.clitic > 0).then_some(at + 1),
        Atom::Lower => (token.casing == Casing::Lower).then_some(at + 1),
        Atom::Decade => {
            bag.set(Slot::Decade, numerals::decade(&word.text)?);
            Some(at + 1)
        }
        Atom::Clock => {
            let (hour, minute) = word.text.split_once(':')?;
            let (hour, minute) = (hour.parse().ok().filter(|h| (0..24).contains(h))?, minute.parse().ok().filter(|m| (0..60).contains(m))?);
            bag.set(Slot::Hour, hour);
            bag.set(Slot::Minute, minute);
            Some(at + 1)
        }
    }
}
