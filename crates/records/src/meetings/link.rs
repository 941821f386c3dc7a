//! Groups mentions into meetings.

use super::found::Found;
use crate::class::Class;
use crate::view::View;
use chancery_text::{EntityIx, Meeting};
use std::collections::BTreeMap;

/// A key that identifies a meeting within a document. Mentions with the same key refer to the same meeting.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    /// The gazetteer entry, and the number in the series.
    Entity(EntityIx, Option<u32>),
    /// The kind, the number in the series, and the body.
    Session(u16, u32, Option<EntityIx>),
    /// The hash keys of the words in the name, without connectors and punctuation marks, and the year of the meeting.
    Name(Vec<u64>, Option<u16>),
}

/// Groups mentions into meetings, in the order of their first mentions.
pub(super) fn link(view: &View<'_>, found: &[Found]) -> Vec<Meeting> {
    let mut all: Vec<Meeting> = Vec::new();
    let mut known: BTreeMap<Key, usize> = BTreeMap::new();
    let mut last: BTreeMap<u16, usize> = BTreeMap::new();
    for mention in found {
        let number = if mention.short {
            last.get(&mention.kind).copied()
        } else {
            let next = all.len();
            let number = *known.entry(key(view, mention)).or_insert(next);
            if number == next {
                // If a name from the gazetteer has no head noun, the kind of the meeting is the type of the gazetteer entry.
                let of_type = || mention.entity.map(|entity| view.catalog.kind(entity).to_owned());
                let kind = view.tables.meetings.get(usize::from(mention.kind)).cloned().or_else(of_type).unwrap_or_default();
                all.push(Meeting::new(view.span(mention.start, mention.end), view.sentence(mention.start), kind));
            }
            last.insert(mention.kind, number);
            Some(number)
        };
        if let Some(number) = number {
            add(view, &mut all[number], mention);
        }
    }
    all
}

/// Returns the key of the meeting that a mention names.
fn key(view: &View<'_>, found: &Found) -> Key {
    if let Some(entity) = found.entity {
        return Key::Entity(entity, found.ordinal);
    }
    if let Some(ordinal) = found.ordinal {
        return Key::Session(found.kind, ordinal, found.body);
    }
    let words = (found.start..found.end).filter(|at| !view.is_mark(*at) && !view.is(*at, Class::Connector));
    Key::Name(words.map(|at| view.key(at)).collect(), found.held.begin.map(chancery_text::Date::year))
}

/// Adds the facts in a mention to its meeting.
fn add(view: &View<'_>, meeting: &mut Meeting, found: &Found) {
    meeting.mentions += 1;
    if found.short {
        return;
    }
    let span = view.span(found.start, found.end);
    if span.len() > meeting.span.len() {
        (meeting.span, meeting.sentence) = (span, view.sentence(found.start));
    }
    meeting.entity = meeting.entity.or(found.entity);
    meeting.ordinal = meeting.ordinal.or(found.ordinal);
    meeting.body = meeting.body.or(found.body);
    meeting.place = meeting.place.or(found.held.place);
    if meeting.begin.is_none() {
        (meeting.begin, meeting.end) = (found.held.begin, found.held.end);
    }
    meeting.planned = meeting.planned.or(found.held.planned);
    if let Some(level) = found.level.filter(|_| meeting.level.is_empty()).and_then(|level| view.tables.levels.get(usize::from(level))) {
        meeting.level.clone_from(level);
    }
    for participant in &found.participants {
        if !meeting.participants.contains(participant) {
            meeting.participants.push(*participant);
        }
    }
}
