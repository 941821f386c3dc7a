//! Groups the events of a document that report the same act.

use chancery_text::{Date, EntityIx, Event, Modality};
use std::collections::HashMap;

/// The properties that all events of a group share: class, voice, sources, targets, first day and last day.
type Same<'e> = (&'e str, Modality, &'e [EntityIx], &'e [EntityIx], Option<Date>, Option<Date>);

/// Sets the group of each event to the index of the first event with the same class, voice, sources, targets and dates. An event whose sources or targets are
/// unknown has a group of its own.
pub(crate) fn set(events: &mut [Event]) {
    let mut first: HashMap<Same<'_>, u32> = HashMap::new();
    let mut groups = Vec::with_capacity(events.len());
    for (number, event) in (0..).zip(&*events) {
        let known = !event.source.is_empty() && !event.target.is_empty();
        let same = (event.class.as_str(), event.voice, event.source.as_slice(), event.target.as_slice(), event.begin, event.end);
        groups.push(if known { *first.entry(same).or_insert(number) } else { number });
    }
    for (event, group) in events.iter_mut().zip(groups) {
        event.group = group;
    }
}
