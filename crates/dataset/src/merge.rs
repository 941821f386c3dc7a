//! Groups events of several documents that report the same thing.

use crate::date::day_number;
use crate::event::EventRow;
use chancery_text::Date;
use std::collections::{BTreeMap, BTreeSet};

/// The conditions under which events count as the same.
#[derive(Clone, Copy, Debug)]
#[non_exhaustive]
pub struct MergeOptions {
    /// The maximum number of days between the first event of a group and the others. With 0, each group covers one day. Default: 1.
    pub days: u32,
}

impl Default for MergeOptions {
    fn default() -> Self {
        Self { days: 1 }
    }
}

impl MergeOptions {
    /// Options with this window in days.
    #[must_use]
    pub const fn days(days: u32) -> Self {
        Self { days }
    }
}

/// Events that report the same thing.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Group {
    /// The indexes of the events in the list that was merged, in order.
    pub events: Vec<usize>,
    /// First day of all events.
    pub begin: Option<Date>,
    /// Last day of all events.
    pub end: Option<Date>,
    /// Id of the place that one of the events names; empty if none does.
    pub place: String,
    /// The number of documents that report the group.
    pub documents: usize,
}

/// The values that the events of a group share: class, voice, sources, targets.
type Common<'e> = (&'e str, &'e str, &'e [String], &'e [String]);

/// Groups events that have the same class, voice, sources and targets, dates within the window, and no conflicting places. An event without a date or with an unknown
/// side forms a group by itself. Groups are in the order of their first events.
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
            // A group that begins too early for this event is too early for all later ones.
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

fn agree(a: &str, b: &str) -> bool {
    a.is_empty() || b.is_empty() || a == b
}

/// The numbers of an event's first and last day.
fn days(event: &EventRow) -> (i64, i64) {
    let begin = event.begin.map_or(0, day_number);
    (begin, event.end.map_or(begin, |end| day_number(end.last_day())))
}

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
