//! Determines the members of groups of states at the dates of events.

use chancery_text::{Catalog, Date, DatedBy, Document, EntityIx, Role};

/// Sets the members of each group that takes part in a dated event to the states that were members at the date of the event.
///
/// At first, every group has the members at the date of the document. In "in July 2005, the member states signed", they are replaced with the members in July
/// 2005. An event whose date comes only from the document is not changed. Groups whose members are named in the text ("the two sides") are not changed either.
pub(crate) fn at_dates(doc: &mut Document, catalog: &dyn Catalog) {
    let today = doc.metadata.date;
    let mut changed = Vec::new();
    for participant in doc.participants.iter_mut().filter(|participant| participant.members.len() > 1) {
        let Some(event) = doc.events.get(participant.event as usize) else { continue };
        let dated = matches!(event.dated_by, Some(DatedBy::Clause | DatedBy::Sentence));
        let Some(date) = event.begin.filter(|_| dated).and_then(|begin| shared(begin, event.end)) else { continue };
        let group = [participant.entity, participant.of].into_iter().flatten();
        let Some(members) = group.map(|group| then(catalog, group, &participant.members, today, date)).find_map(|members| members) else {
            continue;
        };
        if members != participant.members {
            participant.members = members;
            changed.push(participant.event);
        }
    }
    changed.dedup();
    for number in changed {
        sides(doc, number);
    }
}

/// Returns the shortest calendar period (day, month or year) that contains both `begin` and `end`, the first and the last day of an event. If `end` is `None`,
/// returns `begin`. Returns `None` if the two days are in different years.
fn shared(begin: Date, end: Option<Date>) -> Option<Date> {
    let end = end.unwrap_or(begin);
    if begin == end {
        return Some(begin);
    }
    if begin.year() != end.year() {
        return None;
    }
    let month = begin.month().filter(|month| end.month() == Some(*month));
    Date::new(begin.year(), month, None)
}

/// Returns the members of `group` at `date`, or `None` if the group had fewer than two members then. Also returns `None` if `members` are not the members of the
/// group at `today`, the date of the document; the text then names these members itself.
fn then(catalog: &dyn Catalog, group: EntityIx, members: &[EntityIx], today: Option<Date>, date: Date) -> Option<Vec<EntityIx>> {
    let now = catalog.members(group, today);
    if now.is_empty() || now != members {
        return None;
    }
    Some(catalog.members(group, Some(date))).filter(|members| members.len() > 1)
}

/// Sets the lists `source` and `target` of an event from its participants.
fn sides(doc: &mut Document, number: u32) {
    let event = &mut doc.events[number as usize];
    event.source.clear();
    event.target.clear();
    let first = doc.participants.partition_point(|participant| participant.event < number);
    for participant in doc.participants[first..].iter().take_while(|participant| participant.event == number) {
        let list = if participant.role == Role::Source { &mut event.source } else { &mut event.target };
        if participant.members.is_empty() {
            list.extend(participant.of.or(participant.entity));
        } else {
            list.extend(&participant.members);
        }
    }
    event.source.dedup();
    event.target.dedup();
}
