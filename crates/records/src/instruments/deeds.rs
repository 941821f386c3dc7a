//! What is done to instruments, from the events of their sentences ("In May 2010 Kenya and Uganda signed the Agreement in Entebbe").

use crate::class::Class;
use crate::parties::can_be_party;
use crate::view::View;
use chancery_text::{Date, DateRole, DatedBy, EntityClass, Event, Instrument, InstrumentMention, Modality};

/// How many events of a sentence are considered.
const EVENTS: usize = 32;

/// The event that is done to an instrument: its clause has the head noun in its object, or in its subject if it is passive.
pub(super) fn event(view: &View<'_>, head: usize) -> Option<u32> {
    let doc = view.doc;
    let sentence = view.sentence(head);
    let first = doc.events.partition_point(|event| event.sentence < sentence);
    let head = head as u32;
    let done_to = |event: &Event| {
        let token = view.token_of(event.trigger.start()) as u32;
        let at = doc.clauses.clauses.partition_point(|clause| clause.head < token);
        let clause = doc.clauses.clauses.get(at).filter(|clause| clause.head == token)?;
        let phrase = if clause.passive { clause.subject } else { clause.object };
        let within = |phrase: u32| {
            doc.clauses.phrases.get(phrase as usize).is_some_and(|phrase| phrase.tokens.start <= head && head < phrase.tokens.end)
        };
        doc.clauses.conjuncts(phrase?).take(EVENTS).any(within).then_some(())
    };
    let here = doc.events[first..].iter().take(EVENTS).take_while(|event| event.sentence == sentence);
    let found = here.enumerate().find(|(_, event)| done_to(event).is_some());
    found.map(|(at, _)| (first + at) as u32)
}

/// What the verb of an event makes of an instrument: "signed", "adopted". Only what is said to have happened counts.
pub(super) fn role(view: &View<'_>, event: &Event) -> Option<DateRole> {
    if !matches!(event.voice, Modality::Asserted | Modality::Historical) || event.nominal {
        return None;
    }
    let trigger = view.token_of(event.trigger.start());
    [DateRole::Signed, DateRole::Adopted, DateRole::Ratified].into_iter().find(|role| view.is(trigger, Class::Date(*role)))
}

/// Adds parties, dates and places from the events that are done to instruments.
pub(super) fn add(view: &View<'_>, all: &mut [Instrument], mentions: &[InstrumentMention]) {
    for mention in mentions {
        let Some(event) = mention.event.and_then(|number| view.doc.events.get(number as usize)) else { continue };
        let (Some(role), Some(instrument)) = (role(view, event), all.get_mut(mention.instrument as usize)) else { continue };
        // What one state ratifies has another date for each of them.
        let known = instrument.dates.iter().any(|(known, _)| *known == role || *known == DateRole::Signed);
        if role != DateRole::Ratified
            && !known
            && event.dated_by == Some(DatedBy::Clause)
            && let Some(date) = event.begin.zip(event.end).and_then(|(begin, end)| span(begin, end))
        {
            instrument.dates.push((role, date));
        }
        if role == DateRole::Signed && !instrument.own {
            instrument.place = instrument.place.or(event.place.filter(|place| view.catalog.class(*place) == EntityClass::City));
            for party in event.source.iter().chain(&event.target) {
                if can_be_party(view.catalog.class(*party)) && !instrument.parties.contains(party) {
                    instrument.parties.push(*party);
                }
            }
        }
    }
}

/// The day, month or year from one day to another; `None` for any other length of time.
fn span(begin: Date, end: Date) -> Option<Date> {
    if begin == end {
        return Some(begin);
    }
    let month = Date::new(begin.year(), begin.month(), None)?;
    let year = Date::new(begin.year(), None, None)?;
    [month, year].into_iter().find(|whole| whole.first_day() == begin && whole.last_day() == end)
}
