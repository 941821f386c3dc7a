//! Reads the parties, dates and places of an instrument from events in the sentence that names the instrument ("In May 2010 Kenya and Uganda
//! signed the Agreement in Entebbe").

use crate::class::Class;
use crate::parties::can_be_party;
use crate::view::View;
use chancery_text::{Date, DateRole, DatedBy, EntityClass, EntityIx, Event, Instrument, InstrumentMention, Modality, RelationKind, Role};

/// The maximum number of events and clauses that are considered in a sentence. It also limits the number of coordinated phrases.
const EVENTS: usize = 32;

/// Returns the index of the first event in the sentence that acts on an instrument, such as its signing. `head` is the token index of the instrument's head
/// noun. This noun must be in the target of the event, or in the object of the clause that reports the event. In a passive clause, the subject takes the place
/// of the object.
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
    // In "acceded to the Convention", the head noun "Convention" is in the target of the event.
    let (byte, word) = doc.tokens.get(head as usize).map_or((0, 0), |token| (token.span.start(), token.span.end()));
    let target = |number: u32| {
        let from = doc.participants.partition_point(|side| side.event < number);
        let mut sides = doc.participants[from..].iter().take_while(|side| side.event == number);
        sides.any(|side| side.role == Role::Target && side.span.start() <= byte && word <= side.span.end())
    };
    let here = doc.events[first..].iter().take(EVENTS).take_while(|event| event.sentence == sentence);
    let found = here.enumerate().find(|(at, event)| done_to(event).is_some() || target((first + at) as u32));
    found.map(|(at, _)| (first + at) as u32)
}

/// Returns the role that the verb of an event gives to the date of an instrument ("signed", "adopted"). Returns `None` if the text does not
/// say that the event happened, if a noun names the event, or if the verb gives no role.
pub(crate) fn role(view: &View<'_>, event: &Event) -> Option<DateRole> {
    if !matches!(event.voice, Modality::Asserted | Modality::Historical) || event.nominal {
        return None;
    }
    let trigger = view.token_of(event.trigger.start());
    [DateRole::Signed, DateRole::Adopted, DateRole::Ratified].into_iter().find(|role| view.is(trigger, Class::Date(*role)))
}

/// Adds parties, dates and places to the instruments in `all`. They come from the events that act on the instruments, and from clauses such
/// as "Kenya and Uganda are parties to the Treaty".
pub(super) fn add(view: &View<'_>, all: &mut [Instrument], mentions: &[InstrumentMention]) {
    for mention in mentions {
        for party in parties_by_predicate(view, mention) {
            if let Some(instrument) = all.get_mut(mention.instrument as usize).filter(|instrument| !listed(view, instrument))
                && !instrument.parties.contains(&party)
            {
                instrument.parties.push(party);
            }
        }
        let Some(event) = mention.event.and_then(|number| view.doc.events.get(number as usize)) else { continue };
        let (Some(role), Some(instrument)) = (role(view, event), all.get_mut(mention.instrument as usize)) else { continue };
        // Each state may ratify an instrument on a different date, so the date of a ratification is not a date of the instrument.
        let known = instrument.dates.iter().any(|(known, _)| *known == role || *known == DateRole::Signed);
        if role != DateRole::Ratified
            && !known
            && event.dated_by == Some(DatedBy::Clause)
            && let Some(date) = event.begin.zip(event.end).and_then(|(begin, end)| span(begin, end))
        {
            instrument.dates.push((role, date));
        }
        if listed(view, instrument) {
            continue;
        }
        if matches!(role, DateRole::Signed | DateRole::Ratified) && !instrument.own {
            if role == DateRole::Signed {
                instrument.place = instrument.place.or(event.place.filter(|place| view.catalog.class(*place) == EntityClass::City));
            }
            for party in event.source.iter().chain(&event.target) {
                // Political parties and armed groups, which have a sector, may sign peace agreements.
                let class = view.catalog.class(*party);
                let group = class == EntityClass::Other && view.catalog.entity(*party).sector.is_some();
                if (can_be_party(class) || group) && !instrument.parties.contains(party) {
                    instrument.parties.push(*party);
                }
            }
        }
    }
}

/// Returns `true` if the gazetteer lists the parties to an instrument.
fn listed(view: &View<'_>, instrument: &Instrument) -> bool {
    let relations = instrument.entity.map_or(&[][..], |entity| view.catalog.relations(entity));
    relations.iter().any(|relation| relation.kind == RelationKind::Party)
}

/// The number of tokens before an instrument that are searched for a word such as "parties" ("parties to the Treaty").
const BESIDE: usize = 4;

/// Returns the entities that the text calls parties to an instrument: Armenia and Georgia in "Armenia and Georgia are parties to the Energy
/// Charter Treaty".
fn parties_by_predicate(view: &View<'_>, mention: &InstrumentMention) -> Vec<EntityIx> {
    let doc = view.doc;
    let start = view.token_of(mention.span.start());
    let near = start.saturating_sub(BESIDE)..start;
    if !near.clone().any(|at| view.is(at, Class::Party)) {
        return Vec::new();
    }
    let first = doc.clauses.clauses.partition_point(|clause| clause.sentence < mention.sentence);
    let mut clauses = doc.clauses.clauses[first..].iter().take(EVENTS).take_while(|clause| clause.sentence == mention.sentence);
    let clause =
        clauses.find(|clause| clause.predicate.is_some_and(|head| near.contains(&(head as usize)) && view.is(head as usize, Class::Party)));
    let clause = clause.filter(|clause| !clause.negated && clause.modal.is_none());
    let subject = clause.and_then(|clause| Some((doc.clauses.phrases.get(clause.subject? as usize)?.tokens.start, clause.verb.start)));
    let Some((from, to)) = subject.filter(|(from, to)| from < to) else { return Vec::new() };
    // A name after "of" is not the subject: "ASEAN" in "the members of ASEAN are parties to the Treaty".
    let own = |at: &usize| !at.checked_sub(1).is_some_and(|before| view.is(before, Class::Of));
    let names =
        (from as usize..to as usize).filter(own).filter_map(|at| view.name_at(at).filter(|name| view.doc.tokens_of(name).start == at));
    names.map(|name| name.entity).filter(|entity| can_be_party(view.catalog.class(*entity))).collect()
}

/// Returns the day, month or year that lasts exactly from `begin` to `end`, or `None` for any other period.
pub(crate) fn span(begin: Date, end: Date) -> Option<Date> {
    if begin == end {
        return Some(begin);
    }
    let month = Date::new(begin.year(), begin.month(), None)?;
    let year = Date::new(begin.year(), None, None)?;
    [month, year].into_iter().find(|whole| whole.first_day() == begin && whole.last_day() == end)
}
