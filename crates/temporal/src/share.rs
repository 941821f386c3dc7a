//! Completes the parts of a range or list of dates. A part without a year or month takes it from another part: in "from 4 March to 9 June 1998", the first date
//! takes the year of the second.

use crate::rule::Normalizer;
use crate::slot::{Bag, Slot};
use crate::tables::Tables;
use chancery_text::{Document, Gap};

/// The maximum number of tokens between two successive parts.
const BETWEEN: usize = 4;
/// The value, in the class `joint`, of a word that joins the parts of a list ("or"). See [`Words::joints`](crate::words::Words::joints).
const LIST: i32 = 1;
/// The value, in the class `joint`, of a word that joins the parts of a range ("to").
const RANGE: i32 = 2;
/// The value, in the class `joint`, of a word that begins a range after a year ("from").
const OPENING: i32 = 3;

/// A time expression that may be a part of a range or list of dates, with its tokens and slots.
pub(crate) trait Part {
    fn tokens(&self) -> (usize, usize);
    fn normalizer(&self) -> Normalizer;
    fn bag(&mut self) -> &mut Bag;
    fn slots(&self) -> Bag;
    /// Returns the year of the part's value; `None` if it is not known.
    fn year(&self) -> Option<i32>;
}

/// Fills in the missing years and months of `parts`, which must be in the order of the text. Returns `true` if any year or month was filled in.
pub(crate) fn share<P: Part>(tables: &Tables, doc: &Document, parts: &mut [P]) -> bool {
    let mut shared = false;
    for at in (1..parts.len()).rev() {
        shared |= take_from_right(tables, doc, parts, at - 1);
    }
    for at in 1..parts.len() {
        shared |= take_from_left(tables, doc, parts, at);
    }
    shared
}

/// Takes the missing month and year of part `at` from the part after it. Returns `true` if the part was changed.
fn take_from_right<P: Part>(tables: &Tables, doc: &Document, parts: &mut [P], at: usize) -> bool {
    let (mut own, other) = (parts[at].slots(), parts[at + 1].slots());
    if !takes(parts[at].normalizer(), &own)
        || !matches!(parts[at + 1].normalizer(), Normalizer::Date | Normalizer::Range | Normalizer::Part)
    {
        return false;
    }
    let Some(month) = other.get(Slot::Month) else { return false };
    let year = other.get(Slot::Year);
    let lacks_month = own.get(Slot::Month).is_none();
    if !(lacks_month && other.get(Slot::Day).is_some() || year.is_some())
        || !matches!(between(tables, doc, parts[at].tokens().1, parts[at + 1].tokens().0), Some(LIST | RANGE))
    {
        return false;
    }
    if lacks_month {
        own.set(Slot::Month, month);
    }
    if let Some(year) = year {
        own.set(Slot::Year, year - i32::from(order(&own) > order(&other)));
    }
    *parts[at].bag() = own;
    true
}

/// Takes the missing year of part `at` from the part before it. The part before it must be a year ("in 2011 from March to October") or the beginning of a
/// range ("from 4 March 1998 to 9 June"). Returns `true` if a year was taken.
fn take_from_left<P: Part>(tables: &Tables, doc: &Document, parts: &mut [P], at: usize) -> bool {
    let (other, mut own) = (parts[at - 1].slots(), parts[at].slots());
    // If the text does not state the year, the end of a range is assumed to follow the beginning.
    let assumed = || other.get(Slot::Month).and(parts[at - 1].year());
    let Some(year) = other.get(Slot::Year).or_else(assumed) else { return false };
    if own.get(Slot::Month).is_none() || !takes(parts[at].normalizer(), &own) || parts[at - 1].normalizer() != Normalizer::Date {
        return false;
    }
    let wanted = if other.get(Slot::Month).is_some() { RANGE } else { OPENING };
    if between(tables, doc, parts[at - 1].tokens().1, parts[at].tokens().0) != Some(wanted) {
        return false;
    }
    own.set(Slot::Year, year + i32::from(wanted == RANGE && order(&own) < order(&other)));
    *parts[at].bag() = own;
    true
}

/// Returns `true` if a part lacks a year or month that it may take from another part.
fn takes(normalizer: Normalizer, bag: &Bag) -> bool {
    let lacks = [Slot::Year, Slot::Years, Slot::Shift, Slot::Unit].iter().all(|slot| bag.get(*slot).is_none());
    lacks && matches!(normalizer, Normalizer::Date | Normalizer::Range) && (bag.get(Slot::Month).is_some() || is_day_alone(normalizer, bag))
}

/// Returns `true` if a part is a day of the month without its month.
pub(crate) fn is_day_alone(normalizer: Normalizer, bag: &Bag) -> bool {
    let without = [Slot::Month, Slot::Unit, Slot::Year].iter().all(|slot| bag.get(*slot).is_none());
    normalizer == Normalizer::Date && without && bag.get(Slot::Day).is_some()
}

/// Returns the month and day of a part, for comparison.
fn order(bag: &Bag) -> (i32, i32) {
    (bag.get(Slot::Month).unwrap_or(0), bag.get(Slot::Day).unwrap_or(0))
}

/// Returns the largest value that the words of the tokens `from..to` have in the class `joint`. Returns `None` if one of the words is not in the class, or if
/// the number of tokens is 0 or above [`BETWEEN`].
fn between(tables: &Tables, doc: &Document, from: usize, to: usize) -> Option<i32> {
    let class = tables.words.joints()?;
    let tokens = doc.tokens.get(from..to).filter(|tokens| (1..=BETWEEN).contains(&tokens.len()))?;
    let joined = doc.tokens.get(to)?.gap != Gap::Break;
    let value =
        |token| (tables.words.sense(&tables.words.word(token, doc.text()), token.capital, class)).filter(|_| token.gap != Gap::Break);
    tokens.iter().try_fold(0, |most, token| Some(value(token)?.max(most))).filter(|_| joined)
}
