//! Patterns over tokens.
//!
//! | in a pattern | stands for |
//! |---|---|
//! | `word` | that word, in any case |
//! | `$class` | a word of the class; it fills the slot of that name |
//! | `$class:slot` | the same, filling another slot |
//! | `$int`, `$year`, `$day`, `$count`, `$decade`, `$clock` | whole numbers in digits or words; years of four digits or in words; days of the month; numbers in order; decades; times of day |
//! | `a\|b` | one or the other |
//! | `x?` | x or nothing |
//! | `~x` | x without a blank before it |
//! | `^x` | x is what the pattern is looked for by; without one the rarest part is |
//! | `<x>` | x must stand there and is no part of the expression; `<!x>` must not |

use crate::slot::{Bag, Slot};
use crate::word_class_index::WordClassCache;
use crate::words::{self, Class, Mask, Word, Words};
use chancery_text::key::word_key;
use chancery_text::{Gap, Token, TokenKind};

/// What may stand between the words of a number.
const HYPHEN: &str = "-";

/// One way an item can be filled.
#[derive(Clone, Debug, PartialEq)]
enum Atom {
    Word(String),
    Class(Class, Option<Slot>),
    Int(Slot),
    Year(Slot),
    Day(Slot),
    Count,
    Decade,
    Clock,
}

#[derive(Clone, Debug)]
struct Item {
    /// Each behind the bits of which a token that fits it has one at least.
    atoms: Vec<(Mask, Atom)>,
    optional: bool,
    tight: bool,
    context: bool,
    negated: bool,
    anchor: bool,
    /// The bits of all atoms.
    mask: Mask,
}

/// A pattern, compiled.
#[derive(Clone, Debug)]
pub(crate) struct Pattern {
    items: Vec<Item>,
}

/// What tells that a pattern may match: a token of the rarest item that must be there.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Anchor {
    Word(String),
    /// A token that begins with a digit.
    Digit,
}

/// Where a pattern is looked for.
#[derive(Clone, Debug)]
pub(crate) struct Anchoring {
    pub(crate) anchors: Vec<Anchor>,
    /// How many tokens may stand before the anchored one.
    pub(crate) lead: usize,
    pub(crate) need: Need,
    /// The same where the anchored token begins with a digit.
    pub(crate) need_at_digit: Need,
    /// What the first token must have a bit of; all bits where anything will do.
    pub(crate) first: Mask,
}

/// What the anchored token and its neighbours must have a bit of; all bits where anything will do.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Need {
    before: Mask,
    own: Mask,
    after: Mask,
}

impl Need {
    /// Whether the pattern may match there.
    #[inline]
    pub(crate) const fn met(&self, around: [Mask; 3]) -> bool {
        let [before, own, after] = around;
        (self.before == Mask::MAX || self.before & before != 0)
            && self.own & own != 0
            && (self.after == Mask::MAX || self.after & after != 0)
    }
}

/// Where a pattern matched.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Match {
    /// First token.
    pub(crate) first: usize,
    /// The token behind the last.
    pub(crate) end: usize,
    pub(crate) bag: Bag,
}

/// The tokens of a text as patterns see them: folded words without possessive endings.
pub(crate) struct View<'a> {
    pub(crate) text: &'a str,
    pub(crate) tokens: &'a [Token],
    pub(crate) words: &'a Words,
    pub(crate) memo: &'a WordClassCache<'a>,
}

impl View<'_> {
    /// What a token can be at a glance; nothing behind the last.
    #[inline]
    pub(crate) fn mask(&self, at: usize) -> Mask {
        self.tokens.get(at).map_or(0, |token| self.memo.of(token, self.text).mask)
    }

    #[inline]
    fn word(&self, at: usize) -> Word<'_> {
        self.words.word(&self.tokens[at], self.text)
    }
}

impl Pattern {
    /// Compiles a pattern; the error says which part is wrong.
    pub(crate) fn parse(pattern: &str, words: &Words) -> Result<Self, String> {
        let mut items = Vec::new();
        for part in pattern.split_whitespace() {
            let inner = part.strip_prefix('<').and_then(|part| part.strip_suffix('>'));
            let context = inner.is_some();
            let rest = inner.unwrap_or(part);
            let (rest, negated) = rest.strip_prefix('!').filter(|_| context).map_or((rest, false), |rest| (rest, true));
            let (rest, optional) = rest.strip_suffix('?').filter(|rest| !rest.is_empty()).map_or((rest, false), |rest| (rest, true));
            let (rest, tight) = rest.strip_prefix('~').filter(|rest| !rest.is_empty()).map_or((rest, false), |rest| (rest, true));
            let (rest, anchor) = rest.strip_prefix('^').filter(|rest| !rest.is_empty()).map_or((rest, false), |rest| (rest, true));
            let atom = |text: &str| Self::atom(text, words).map(|atom| (atom.mask(words), atom));
            let atoms: Vec<(Mask, Atom)> = rest.split('|').map(atom).collect::<Result<_, _>>()?;
            let mask = atoms.iter().fold(0, |all, (mask, _)| all | mask);
            items.push(Item { atoms, optional, tight, context, negated, anchor, mask });
        }
        if items.iter().all(|item| item.optional || item.context) {
            return Err("nothing in the pattern must be there".to_owned());
        }
        Ok(Self { items })
    }

    fn atom(atom: &str, words: &Words) -> Result<Atom, String> {
        let Some(name) = atom.strip_prefix('$').filter(|name| !name.is_empty()) else {
            return if atom.is_empty() { Err("an empty alternative".to_owned()) } else { Ok(Atom::Word(atom.to_lowercase())) };
        };
        let (name, slot) = match name.split_once(':') {
            Some((name, slot)) => (name, Some(Slot::of(slot).ok_or_else(|| format!("there is no slot \"{slot}\""))?)),
            None => (name, None),
        };
        Ok(match name {
            "int" => Atom::Int(slot.unwrap_or(Slot::Number)),
            "year" => Atom::Year(slot.unwrap_or(Slot::Year)),
            "day" => Atom::Day(slot.unwrap_or(Slot::Day)),
            "count" => Atom::Count,
            "decade" => Atom::Decade,
            "clock" => Atom::Clock,
            _ => {
                let class = words.known_class(name).ok_or_else(|| format!("there is no class \"{name}\""))?;
                Atom::Class(class, slot.or_else(|| words.slot(class)))
            }
        })
    }

    /// The anchors of the pattern, how many items may stand before the anchored one, and what must stand next to it.
    pub(crate) fn anchoring(&self, words: &Words) -> Anchoring {
        let rarity = |item: &Item| match item.atoms.first().map(|(_, atom)| atom) {
            Some(Atom::Class(..)) => 0,
            Some(Atom::Word(word)) if word.len() > 3 => 1,
            Some(Atom::Decade | Atom::Count | Atom::Clock) => 2,
            Some(Atom::Year(_) | Atom::Day(_)) => 3,
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
                    // Years in words begin with two (thousand) or fifteen to twenty.
                    let begins = |value| matches!(atom, Atom::Int(_)) || value == 2 || (15..=20).contains(&value);
                    let numbers = words.numbers().map(|class| words.of_class(class, begins)).unwrap_or_default();
                    anchors.extend(numbers.into_iter().map(|word| Anchor::Word(word.to_owned())));
                }
                Atom::Count => {
                    anchors.push(Anchor::Digit);
                    let counts = words.ordinals().map(|class| words.of_class(class, |_| true)).unwrap_or_default();
                    anchors.extend(counts.into_iter().map(|word| Anchor::Word(word.to_owned())));
                }
                Atom::Day(_) | Atom::Decade | Atom::Clock => anchors.push(Anchor::Digit),
            }
        }
        let wide: usize = self.items[..at].iter().map(|item| if item.is_wide() { 4 } else { 1 }).sum();
        let beside =
            Need { before: mask_of_next(self.items[..at].iter().rev()), own: item.mask, after: mask_of_next(self.items[at + 1..].iter()) };
        // A number in digits is one token. Of one in words any word may be the anchored one, so nothing is known of its neighbours; but a year has several words, is
        // anchored at its first, and goes on with a number, perhaps behind a hyphen.
        let year = item.atoms.iter().all(|(_, atom)| matches!(atom, Atom::Year(_)));
        let goes_on = words::DIGIT | words.numbers().map_or(0, words::class_mask) | words::key_mask(word_key(HYPHEN.as_bytes()));
        let after = if year { goes_on } else { Mask::MAX };
        let need = if item.is_wide() { Need { before: Mask::MAX, after, ..beside } } else { beside };
        let lead = self.items.iter().take_while(|item| item.context).count();
        let first = mask_of_next(self.items[lead..].iter());
        Anchoring { anchors, lead: wide, need, need_at_digit: beside, first }
    }

    /// The same pattern, looking at nothing before it tries.
    #[cfg(test)]
    pub(crate) fn blind(&self) -> Self {
        let any = |item: &Item| Item {
            atoms: item.atoms.iter().map(|(_, atom)| (Mask::MAX, atom.clone())).collect(),
            mask: Mask::MAX,
            ..item.clone()
        };
        Self { items: self.items.iter().map(any).collect() }
    }

    /// The longest match that begins at token `first`.
    pub(crate) fn at(&self, view: &View<'_>, first: usize) -> Option<Match> {
        let mut from = first;
        let mut items = self.items.as_slice();
        // What must stand before.
        let lead = items.iter().take_while(|item| item.context).count();
        if lead > 0 {
            for item in items[..lead].iter().rev() {
                let fits = from
                    .checked_sub(1)
                    .is_some_and(|before| view.tokens[from].gap != Gap::Break && Self::fills(item, view, before) == Some(from));
                if fits == item.negated {
                    return None;
                }
                if !item.negated {
                    from -= 1;
                }
            }
            items = &items[lead..];
        }
        let mut best: Option<Match> = None;
        self.step(items, view, first, first, Bag::default(), &mut best);
        best.filter(|found| found.end > first)
    }

    fn step(&self, items: &[Item], view: &View<'_>, first: usize, at: usize, bag: Bag, best: &mut Option<Match>) {
        let Some((item, rest)) = items.split_first() else {
            if best.is_none_or(|best| best.end < at) {
                *best = Some(Match { first, end: at, bag });
            }
            return;
        };
        if item.context {
            let joined = at < view.tokens.len() && view.tokens[at].gap != Gap::Break;
            let fits = joined && Self::fills(item, view, at).is_some();
            if fits != item.negated {
                self.step(rest, view, first, at, bag, best);
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

    /// Where an item ends that begins at a token; the first way that fits.
    fn fills(item: &Item, view: &View<'_>, at: usize) -> Option<usize> {
        let own = view.mask(at);
        if item.may_be(own) { item.fill(view, at, own, &mut Bag::default()) } else { None }
    }
}

impl Item {
    /// Whether a token of this mask may fit it.
    #[inline]
    const fn may_be(&self, token: Mask) -> bool {
        token & self.mask != 0
    }

    /// The token behind what fits it from a token on, which has the mask `own`.
    fn fill(&self, view: &View<'_>, at: usize, own: Mask, bag: &mut Bag) -> Option<usize> {
        let mut may_be = self.atoms.iter().filter(|(mask, _)| mask & own != 0).peekable();
        may_be.peek()?;
        let word = view.word(at);
        may_be.find_map(|(_, atom)| fill(atom, view, at, &word, bag))
    }

    /// Whether it may take several tokens.
    fn is_wide(&self) -> bool {
        self.atoms.iter().any(|(_, atom)| matches!(atom, Atom::Int(_) | Atom::Year(_)))
    }
}

impl Atom {
    /// The bits of which a token that fits it has one at least.
    fn mask(&self, words: &Words) -> Mask {
        let class = |class: Option<Class>| class.map_or(0, words::class_mask);
        match self {
            Self::Word(word) => words::key_mask(word_key(word.as_bytes())),
            Self::Class(number, _) => words::class_mask(*number),
            Self::Int(_) => words::DIGIT | class(words.numbers()),
            Self::Year(_) => words::FOUR_DIGITS | class(words.numbers()),
            Self::Day(_) | Self::Clock => words::DIGIT,
            Self::Count => words::DIGIT | class(words.ordinals()),
            Self::Decade => words::DIGIT_AND_LETTER,
        }
    }
}

/// What the token next to an item must have a bit of, given the items from there on.
fn mask_of_next<'i>(items: impl Iterator<Item = &'i Item>) -> Mask {
    let mut mask = 0;
    for item in items {
        if item.context {
            return if item.negated { Mask::MAX } else { mask | item.mask };
        }
        mask |= item.mask;
        if !item.optional {
            return mask;
        }
    }
    Mask::MAX
}

/// Tries one atom at a token; the token behind it.
fn fill(atom: &Atom, view: &View<'_>, at: usize, word: &Word<'_>, bag: &mut Bag) -> Option<usize> {
    let token = view.tokens.get(at)?;
    match atom {
        Atom::Word(wanted) => word.is(wanted).then_some(at + 1),
        Atom::Class(class, slot) => {
            let value = view.words.sense(word, token.capital, *class)?;
            words::fill(bag, *slot, value);
            Some(at + 1)
        }
        Atom::Int(slot) => {
            let (value, end) = number(view, at)?;
            bag.set(*slot, value);
            Some(end)
        }
        Atom::Year(slot) => {
            let (value, end) = match words::year(&word.text) {
                Some(year) => (year, at + 1),
                None => year_in_words(view, at)?,
            };
            bag.set(*slot, value);
            Some(end)
        }
        Atom::Day(slot) => {
            bag.set(*slot, view.words.day(&word.text)?);
            Some(at + 1)
        }
        Atom::Count => {
            let class = view.words.ordinals();
            let value = class.and_then(|class| view.words.sense(word, token.capital, class)).or_else(|| view.words.counted(&word.text))?;
            bag.set(Slot::Ordinal, value);
            Some(at + 1)
        }
        Atom::Decade => {
            bag.set(Slot::Decade, view.words.decade(&word.text)?);
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

/// A whole number in digits or words ("12", "1,540", "twenty-four", "a hundred and ten") and the token behind it.
fn number(view: &View<'_>, at: usize) -> Option<(i32, usize)> {
    let token = view.tokens.get(at)?;
    let word = view.word(at);
    if let Some(value) = words::integer(token, &word.text) {
        return Some((value, at + 1));
    }
    let class = view.words.numbers()?;
    let sense = |at: usize| {
        let token = view.tokens.get(at)?;
        view.words.sense(&view.word(at), token.capital, class)
    };
    let mut total: i32 = 0;
    let mut part = sense(at)?;
    let mut end = at + 1;
    loop {
        // A hyphen or a blank may stand between.
        let hyphen = view.tokens.get(end).is_some_and(|token| token.gap == Gap::None && token.text(view.text) == HYPHEN);
        let next = end + usize::from(hyphen);
        let Some(value) = sense(next).filter(|_| view.tokens[next].gap <= Gap::Line) else { break };
        if value >= 100 && part < value {
            part = part.saturating_mul(value);
            if value >= 1000 {
                total = total.saturating_add(part);
                part = 0;
            }
        } else if value < 10 && part >= 20 && part % 10 == 0 || part == 0 || value < 100 && part >= 100 && part % 100 == 0 {
            part += value;
        } else {
            break;
        }
        end = next + 1;
    }
    Some((total.saturating_add(part), end))
}

/// "nineteen ninety-six", "two thousand".
fn year_in_words(view: &View<'_>, at: usize) -> Option<(i32, usize)> {
    if view.tokens.get(at)?.kind != TokenKind::Word {
        return None;
    }
    let (first, end) = number(view, at)?;
    if (1900..2100).contains(&first) && first % 100 < 20 {
        return Some((first, end));
    }
    if !(15..=20).contains(&first) || view.tokens.get(end)?.gap > Gap::Line {
        return None;
    }
    let (second, end) = number(view, end)?;
    (10..100).contains(&second).then_some((first * 100 + second, end))
}
