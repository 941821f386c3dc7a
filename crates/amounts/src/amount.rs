//! Finds the amount around a number.

use crate::meaning::Meaning;
use crate::number::{self, Number, hyphen};
use crate::view::View;
use chancery_text::{AmountKind, Bound};

/// The maximum number of tokens in a phrase that limits an amount ("at least").
const BOUND: usize = 6;
/// The maximum number of tokens in a currency sign.
const MARK: usize = 3;
/// The maximum length, in bytes, of a word between a number and the noun that the number counts ("additional" in "2,000 additional
/// troops").
const BETWEEN: usize = 20;

/// An amount with the half-open range of its tokens.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Found {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) kind: AmountKind,
    pub(crate) value: f64,
    pub(crate) to: Option<f64>,
    pub(crate) unit: Option<u16>,
    pub(crate) bound: Bound,
}

/// The unit of an amount, and the token after the unit.
#[derive(Clone, Copy, Debug)]
struct Unit {
    end: usize,
    kind: AmountKind,
    unit: Option<u16>,
}

/// Returns the amount whose number or fraction begins at the token `at`. A currency sign before the number is part of the amount. `first`
/// is the first token that is not part of the previous amount.
pub(crate) fn at(view: View<'_>, at: usize, first: usize) -> Option<Found> {
    let found = share(view, at).or_else(|| counted(view, at, first))?;
    let (start, bound) = bound(view, found.start, found.end);
    // "half of" is a share only after a word that limits it ("about half of").
    let bare = found.kind == AmountKind::Share && view.meanings(found.start).any(|(_, meaning)| matches!(meaning, Meaning::Fraction(_)));
    (!bare || start < found.start).then_some(Found { bound, ..found })
}

/// Returns the share that begins at the token `at` and is written as a fraction: "two thirds", "a third of", 百分之十二, 三分之二.
fn share(view: View<'_>, at: usize) -> Option<Found> {
    let made = |end: usize, value: f64| Found { start: at, end, kind: AmountKind::Share, value, to: None, unit: None, bound: Bound::Exact };
    if view.is_number(at) {
        let over = |number: Number| view.is(number.end, Meaning::Over);
        if !view.token(at + 1).is_some_and(|next| next.kind == chancery_text::TokenKind::Ideograph) {
            return None;
        }
        let below = number::at(view, at)?;
        let number = number::at(view, over(below)?)?;
        return (number.value < below.value).then(|| made(number.end, number.value / below.value));
    }
    if let Some(next) = view.is(at, Meaning::ShareBefore) {
        let number = number::at(view, next)?;
        return Some(made(number.end, number.value / 100.0));
    }
    let denominator = |at: usize| view.find(at, |meaning| if let Meaning::Fraction(number) = meaning { Some(number) } else { None });
    let of = |end: usize| view.is(end, Meaning::FractionOf).is_some();
    // The fraction has no numerator: "a third of", "half of".
    let one = view.is(at, Meaning::One).unwrap_or(at);
    if let Some((end, number)) = denominator(one) {
        return of(end).then(|| made(end, 1.0 / f64::from(number)));
    }
    let number = number::at(view, at)?;
    if let Some(next) = view.is(number.end, Meaning::Over) {
        let over = number::at(view, next)?;
        return (over.value < number.value && number.value > 0.0).then(|| made(over.end, over.value / number.value));
    }
    let (end, below) = denominator(hyphen(view, number.end)).filter(|_| number.words)?;
    (number.value < f64::from(below)).then(|| made(end, number.value / f64::from(below)))
}

/// Returns the amount whose number is at the token `at`. The amount consists of this number, or a range that begins with it, and a currency, a unit, a noun
/// that the number counts, or a word for "per cent". `first` is the first token that may belong to the amount.
fn counted(view: View<'_>, at: usize, first: usize) -> Option<Found> {
    let low = number::at(view, at)?;
    let from = at.saturating_sub(MARK).max(first);
    let mark = (from..at).filter(|start| !view.breaks(at) && view.is_sign(*start, at)).find_map(|start| {
        let sign = view.meanings(start).filter(|(stop, _)| *stop == at).find_map(|(_, meaning)| mark(meaning));
        Some((start, sign?))
    });
    let start = mark.map_or(at, |(start, _)| start);
    let made = |unit: Unit, value: f64, to: Option<f64>| Found {
        start,
        end: unit.end,
        kind: unit.kind,
        value,
        to,
        unit: unit.unit,
        bound: Bound::Exact,
    };
    if let Some((high, end)) = range(view, start, low)
        && let Some(unit) = unit(view, high, end, mark.map(|(_, unit)| unit))
    {
        let value = if low.scale == 1.0 && low.value < high.value / high.scale { low.value * high.scale } else { low.value };
        if value < high.value {
            return Some(made(unit, value, Some(high.value)).hundredths());
        }
    }
    let unit = unit(view, low, low.end, mark.map(|(_, unit)| unit))?;
    Some(made(unit, low.value, None).hundredths())
}

impl Found {
    /// Converts a share from a percentage to a fraction of 1.
    fn hundredths(mut self) -> Self {
        if self.kind == AmountKind::Share {
            self.value /= 100.0;
            self.to = self.to.map(|to| to / 100.0);
        }
        self
    }
}

const fn mark(meaning: Meaning) -> Option<u16> {
    if let Meaning::Mark(unit) = meaning { Some(unit) } else { None }
}

/// Returns the second number of a range ("7" in "5 to 7" and in "between $5 and $7"), and the token after this number. `low` is the first
/// number. `start` is the first token of the range, including a currency sign. Returns `None` if no range begins there.
fn range(view: View<'_>, start: usize, low: Number) -> Option<(Number, usize)> {
    let announced = start > 0 && view.is(start - 1, Meaning::Between).is_some();
    let to = view.is(low.end, Meaning::To).or_else(|| view.is(low.end, Meaning::And).filter(|_| announced))?;
    // A dash with a space on only one side does not join two numbers into a range.
    if view.text(low.end).chars().all(|letter| !letter.is_alphanumeric()) && view.glued(low.end) != view.glued(to) {
        return None;
    }
    let from = view.find(to, mark).map_or(to, |(end, _)| end);
    let high = number::at(view, from)?;
    Some((high, high.end))
}

/// Returns the unit of a number. `end` is the token after the number or, in a range, after the second number. `marked` is the currency whose sign comes before
/// the number; if it is `None`, the unit must follow the number.
fn unit(view: View<'_>, number: Number, end: usize, marked: Option<u16>) -> Option<Unit> {
    let next = hyphen(view, end);
    let behind = if view.breaks(next) { None } else { view.find(next, |meaning| unit_of(meaning, false)) };
    if let Some(unit) = marked {
        // In "$5 million dollars", the name of the currency after the number is also part of the amount.
        let end = behind.filter(|(_, (kind, _))| *kind == AmountKind::Money).map_or(end, |(end, _)| end);
        return Some(Unit { end, kind: AmountKind::Money, unit: Some(unit) });
    }
    if let Some((end, (kind, unit))) = behind {
        // "One people, two States" does not count people.
        if number.words && number.value < 2.0 && view.meanings(next).any(|(_, meaning)| matches!(meaning, Meaning::Count(_))) {
            return None;
        }
        return Some(Unit { end, kind, unit });
    }
    // One word may come between the number and the noun that the number counts: "2,000 additional troops". However, "one day the people" is not an amount.
    let word = view.token(end)?;
    let between = word.kind == chancery_text::TokenKind::Word
        && word.span.len() as usize <= BETWEEN
        && !view.breaks(end + 1)
        && view.meanings(end).next().is_none();
    if !between || number.words && number.value < 2.0 {
        return None;
    }
    let (stop, (kind, unit)) = view.find(end + 1, |meaning| unit_of(meaning, true))?;
    Some(Unit { end: stop, kind, unit })
}

const fn unit_of(meaning: Meaning, counts_only: bool) -> Option<(AmountKind, Option<u16>)> {
    match meaning {
        Meaning::Count(unit) => Some((AmountKind::Quantity, Some(unit))),
        _ if counts_only => None,
        Meaning::Currency(unit) | Meaning::Mark(unit) => Some((AmountKind::Money, Some(unit))),
        Meaning::Unit(unit) => Some((AmountKind::Quantity, Some(unit))),
        Meaning::Share => Some((AmountKind::Share, None)),
        _ => None,
    }
}

/// Finds the phrase that limits the amount at the tokens `start..end`. The phrase may come before the amount ("at least") or after it ("or more").
///
/// Returns two values. The first is the index of the first token of the amount, including words before it that limit it or introduce a range ("between"). The
/// second is the limit, which is [`Bound::Exact`] if there is no limiting phrase.
fn bound(view: View<'_>, start: usize, end: usize) -> (usize, Bound) {
    let start = if start > 0 && view.is(start - 1, Meaning::Between).is_some() { start - 1 } else { start };
    let before = view.before(start, BOUND, |meaning| if let Meaning::Before(bound) = meaning { Some(bound) } else { None });
    let behind = view.find(end, |meaning| if let Meaning::Behind(bound) = meaning { Some(bound) } else { None });
    match (before, behind) {
        (Some((start, bound)), _) => (start, bound),
        (None, Some((_, bound))) => (start, bound),
        (None, None) => (start, Bound::Exact),
    }
}
