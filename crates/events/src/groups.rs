//! Groups the events of a document that report the same act.

use chancery_text::Event;
use chancery_text::key::KeyMap;
use std::hash::{DefaultHasher, Hash, Hasher};

/// Sets the group of each event: the index of the first event with the same class, voice, source, target and date. An event without a
/// known source or target is the only event in its group.
pub(crate) fn set(events: &mut [Event]) {
    let mut first: KeyMap<u64, u32> = KeyMap::default();
    for number in 0..events.len() {
        let event = &events[number];
        let mut group = number as u32;
        if !event.source.is_empty() && !event.target.is_empty() {
            let mut hasher = DefaultHasher::new();
            (&event.class, event.voice, &event.source, &event.target, event.begin, event.end).hash(&mut hasher);
            let same = *first.entry(hasher.finish()).or_insert(group);
            if alike(event, &events[same as usize]) {
                group = same;
            }
        }
        events[number].group = group;
    }
}

fn alike(a: &Event, b: &Event) -> bool {
    (&a.class, a.voice, &a.source, &a.target, a.begin, a.end) == (&b.class, b.voice, &b.source, &b.target, b.begin, b.end)
}
