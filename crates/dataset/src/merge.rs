//! Groups events that report the same act, even if they are in different documents.

use crate::date::day_number;
use crate::event::EventRow;
use chancery_text::Date;
use std::collections::{BTreeMap, BTreeSet};

/// Options that determine which events form a group.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct MergeOptions {
    /// The maximum number of days between the first day of an event and the first day of the earliest event of its group. The same limit applies to the last
    /// days. If the limit is 0, all events of a group have the same first and last day. Default: 1.
    pub days: u32,
}

impl Default for MergeOptions {
    fn default() -> Self {
        Self { days: 1 }
    }
}

impl MergeOptions {
    /// Returns options with this maximum number of days.
    #[must_use]
    pub const fn days(days: u32) -> Self {
        Self { days }
    }
}

/// A group of events that report the same act.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Group {
    /// The indexes of the events in the list that was passed to [`merge`], in ascending order.
    pub events: Vec<usize>,
    /// The first day of the earliest event of the group.
    pub begin: Option<Date>,
    /// The last day of the event that ends last, inclusive.
    pub end: Option<Date>,
    /// The id of the place of the first event of the group that has a place; empty if there is none.
    pub place: String,
    /// The number of documents that contain an event of the group.
    pub documents: usize,
}

/// The values that all events of a group have in common: class, voice, sources and targets.
type Common<'e> = (&'e str, &'e str, &'e [String], &'e [String]);

/// Groups events that report the same act. The events of a group meet these conditions:
///
/// - They have the same class, voice, sources and targets.
/// - Their first and last days differ from those of the earliest event of the group by at most `options.days` days.
/// - Their places, if known, are the same.
///
/// An event without a date, a source or a target forms a group of its own. The groups are in the order of their first events in `events`.
#[must_use]
pub fn merge(events: &[EventRow], options: MergeOptions) -> Vec<Group> {
    let mut same: BTreeMap<Common<'_>, Vec<usize>> = BTreeMap::new();
    let mut groups = Vec::new();
    for (number, event) in events.iter().enumerate() {
        if event.begin.is_none() || event.source.is_empty() || event.target.is_empty() {
            groups.push(group(events, vec![number]));
        } else {
            same.entry((&event.class, &event.voice, &event.source, &event.target)).or_default().push(number);
        }
    }
    for mut numbers in same.into_values() {
        numbers.sort_by_key(|number| (days(&events[*number]), *number));
        let mut open: Vec<Vec<usize>> = Vec::new();
        let mut first_open = 0;
        for number in numbers {
            let (begin, end) = days(&events[number]);
            // If the first event of a group is too early for this event, it is also too early for all later events.
            while open.get(first_open).is_some_and(|group| begin - days(&events[group[0]]).0 > i64::from(options.days)) {
                first_open += 1;
            }
            let fitting = open[first_open..].iter_mut().find(|group| {
                let (_, other) = days(&events[group[0]]);
                (end - other).abs() <= i64::from(options.days)
                    && group.iter().all(|member| agree(&events[*member].place, &events[number].place))
            });
            match fitting {
                Some(group) => group.push(number),
                None => open.push(vec![number]),
            }
        }
        groups.extend(open.into_iter().map(|numbers| group(events, numbers)));
    }
    groups.sort_by_key(|group| group.events.first().copied());
    groups
}

/// Returns `true` if two places are the same, or if one of them is unknown.
fn agree(a: &str, b: &str) -> bool {
    a.is_empty() || b.is_empty() || a == b
}

/// Returns the first and the last day of an event, each as a day number (see [`day_number`]).
fn days(event: &EventRow) -> (i64, i64) {
    let begin = event.begin.map_or(0, day_number);
    (begin, event.end.map_or(begin, |end| day_number(end.last_day())))
}

/// Creates a group from the indexes of its events.
fn group(events: &[EventRow], mut numbers: Vec<usize>) -> Group {
    numbers.sort_unstable();
    let members = || numbers.iter().map(|number| &events[*number]);
    let documents: BTreeSet<&str> = members().map(|event| event.doc_id.as_str()).collect();
    Group {
        begin: members().filter_map(|event| event.begin).min(),
        end: members().filter_map(|event| event.end).max(),
        place: members().map(|event| &event.place).find(|place| !place.is_empty()).cloned().unwrap_or_default(),
        documents: documents.len(),
        events: numbers,
    }
}
