//! Finds when and where an event happened, using the time expressions and places in its clause.

use crate::cue::Cue;
use crate::view::View;
use chancery_text::{
    Clause, ClauseKind, Date, DatedBy, EntityClass, EntityIx, Form, Modality, SentenceIx, Span, Tense, TimeExpression, TimexType,
    token_from,
};

/// The date and place of an event.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Circumstances {
    pub(crate) begin: Option<Date>,
    pub(crate) end: Option<Date>,
    pub(crate) dated_by: Option<DatedBy>,
    pub(crate) place: Option<EntityIx>,
    /// Whether the verb of the clause is in the past tense.
    pub(crate) past: bool,
}

/// The maximum number of time expressions that are considered in each part of a sentence before the verb of the event.
const CONSIDERED: usize = 4;

/// The number of tokens at the start of a sentence that are searched for a place ("And in Geneva, …").
const OPENING: u32 = 3;

/// Returns the date and place of the event with the trigger `trigger`. `nominal` is `true` if the trigger is a noun.
///
/// The following rules determine to which event a time expression or place belongs:
///
/// - A time expression or place belongs to the last verb before it, unless that verb is in the present tense. In "welcomes the agreement reached in May", "May"
///   belongs to "reached".
/// - If it is between the subject and the verb, or before the first verb of a sentence, it belongs to the verb that follows.
/// - A time expression dates no event if it is part of a noun phrase ("the 1994 treaty", "the treaty of 1994") or follows a word that marks a limit ("since
///   1994").
///
/// If no time expression dates the event and `voice` is [`Modality::Asserted`], the event has the date of the document.
pub(crate) fn of(view: &View<'_>, trigger: Span, sentence: u32, nominal: bool, voice: Modality) -> Circumstances {
    let mut found = Circumstances::default();
    let Some(bounds) = view.doc.sentences.get(sentence as usize).map(|sentence| sentence.token_range) else { return found };
    let here = token_from(&view.doc.tokens, bounds.start as usize, trigger.start()) as u32;
    let clauses = &view.doc.clauses.clauses;
    let after = clauses.partition_point(|clause| clause.head <= here);
    let begins = |next: &Clause| next.marker.filter(|marker| *marker > here).unwrap_or(next.verb.start).min(next.verb.start);
    let end = clauses.get(after).map_or(bounds.end, begins).clamp(here, bounds.end);
    let own = after.checked_sub(1).map(|number| &clauses[number]).filter(|clause| clause.sentence == SentenceIx(sentence));
    let present = own.is_some_and(|clause| clause.tense == Tense::Present && !clause.passive && !clause.perfect);
    found.past = own.is_some_and(|clause| clause.tense == Tense::Past && (nominal || clause.head == here));
    let own = own.filter(|_| !nominal);
    let subject = own.and_then(|clause| {
        let subject = view.phrase(clause.subject?).tokens.end;
        (subject <= clause.verb.start).then_some((subject, clause.verb.start))
    });
    let first = clauses.partition_point(|clause| clause.sentence.0 < sentence);
    let opening = (bounds.start, clauses.get(first).map_or(bounds.start, |clause| clause.verb.start).min(bounds.end));
    let mut dated = |window: (u32, u32), most: usize, by: DatedBy| {
        if found.dated_by.is_none()
            && let Some(time) = times(view, window.0, window.1).take(most).find(|time| dates(view, time))
        {
            (found.begin, found.end, found.dated_by) = (time.begin, time.end, Some(by));
        }
    };
    // A time expression at the start of a sentence dates the first verb of the sentence, even if a second time expression follows this verb: "In April 1996
    // Kenya signed …, and in April 1997 …". A more precise date after the verb takes precedence.
    if let Some(clause) = own.filter(|clause| clauses.get(first).is_some_and(|first| first.head == clause.head && leads(clauses, clause)))
        && let Some(before) = times(view, opening.0, opening.1.min(clause.verb.start)).take(CONSIDERED).find(|time| dates(view, time))
        && let Some(after) = times(view, here, end).find(|time| dates(view, time))
        && !(before.begin <= after.begin && after.end <= before.end)
    {
        dated(opening, CONSIDERED, DatedBy::Clause);
    }
    if !present {
        dated((here, end), usize::MAX, DatedBy::Clause);
    }
    if let Some(window) = subject {
        dated(window, CONSIDERED, DatedBy::Clause);
    }
    // In "although in September 2001 China concluded", the time expression is between the conjunction and the subject.
    if let Some(clause) = own
        && let Some(marker) = clause.marker.filter(|marker| *marker < clause.verb.start)
    {
        let before = clause.subject.map_or(clause.verb.start, |subject| view.phrase(subject).tokens.start);
        dated((marker, before.min(clause.verb.start)), CONSIDERED, DatedBy::Clause);
    }
    if let Some(clause) = own {
        let by = if leads(clauses, clause) { DatedBy::Clause } else { DatedBy::Sentence };
        dated(opening, CONSIDERED, by);
    }
    if found.dated_by.is_none()
        && voice == Modality::Asserted
        && let Some(date) = view.doc.metadata.date
    {
        (found.begin, found.end, found.dated_by) = (Some(date.first_day()), Some(date.last_day()), Some(DatedBy::Document));
    }
    if !present {
        found.place = place(view, here, end, usize::MAX, own.and_then(|clause| clause.object));
    }
    if found.place.is_none() && own.is_some_and(|clause| leads(clauses, clause)) {
        found.place = place(view, opening.0, opening.1.min(opening.0 + OPENING), 1, None);
    }
    found
}

/// Returns `true` if a time expression or place at the start of the sentence belongs to `clause` itself. This is the case for main clauses, and for clauses that
/// are coordinated with one.
fn leads(clauses: &[Clause], clause: &Clause) -> bool {
    let first = clause.coordinated.and_then(|first| clauses.get(first as usize)).unwrap_or(clause);
    first.kind == ClauseKind::Main
}

/// Returns the time expressions that begin in the token range `from..to`.
fn times<'a>(view: &View<'a>, from: u32, to: u32) -> impl Iterator<Item = &'a TimeExpression> + use<'a> {
    let tokens = &view.doc.tokens;
    let byte = |token: u32| tokens.get(token as usize).map_or(u32::MAX, |token| token.span.start());
    let (start, end) = if from < to { (byte(from), byte(to)) } else { (0, 0) };
    let first = view.doc.times.partition_point(|time| time.span.start() < start);
    view.doc.times[first..].iter().take_while(move |time| time.span.start() < end)
}

/// Returns `true` if a time expression can date an event. It must be a date or time with a known beginning. It must not follow "of" or a word such as "since",
/// and must not modify a noun after it ("the 1994 treaty").
fn dates(view: &View<'_>, time: &TimeExpression) -> bool {
    if !matches!(time.timex_type, TimexType::Date | TimexType::Time) || time.begin.is_none() {
        return false;
    }
    let tokens = &view.doc.tokens;
    let first = token_from(tokens, 0, time.span.start()) as u32;
    let last = (token_from(tokens, first as usize, time.span.end()) as u32).saturating_sub(1);
    if let Some(before) = first.checked_sub(1) {
        let key = view.key(before);
        if key == view.tables.of || view.is(before, Cue::Limit) {
            return false;
        }
    }
    let phrases = &view.doc.clauses.phrases;
    let after = phrases.partition_point(|phrase| phrase.tokens.start <= first);
    // If the time expression precedes the head of its phrase, it only modifies this head: "the 1994 treaty".
    !phrases[..after].last().is_some_and(|phrase| phrase.tokens.end > first && phrase.head > last)
}

/// Returns the first place in the token range `from..to` that follows a preposition of place, or `None` if there is none. Only the first `most` mentions in the
/// range are considered. `object` is the index of the phrase that is the object of the clause.
fn place(view: &View<'_>, from: u32, to: u32, most: usize, object: Option<u32>) -> Option<EntityIx> {
    let links = &view.doc.clauses.prepositions;
    if from >= to {
        return None;
    }
    let tokens = &view.doc.tokens;
    let start = tokens.get(from as usize)?.span.start();
    let end = tokens.get(to as usize).map_or(u32::MAX, |token| token.span.start());
    let first = view.doc.mentions.partition_point(|mention| mention.span.start() < start);
    let phrases = &view.doc.clauses.phrases;
    for mention in view.doc.mentions[first..].iter().take_while(|mention| mention.span.start() < end).take(most) {
        if !is_place(view.catalog.class(mention.entity)) || matches!(mention.form, Form::Adjective | Form::Demonym) {
            continue;
        }
        let range = view.doc.tokens_of(mention);
        let after = phrases.partition_point(|phrase| phrase.tokens.start <= range.start as u32);
        let Some(phrase) = phrases[..after].last().filter(|phrase| range.contains(&(phrase.head as usize))) else { continue };
        let preposition = phrase.tokens.start.checked_sub(1);
        // A place after a noun other than the object belongs to that noun ("concern at the fighting in Africa").
        let at = phrase.tokens.start.wrapping_sub(1);
        let link = links.binary_search_by_key(&at, |link| link.preposition).ok().map(|found| &links[found]);
        let free = link.is_none_or(|link| link.after.is_none() || link.after == object);
        if free && preposition.is_some_and(|before| view.is(before, Cue::Where)) {
            return Some(mention.entity);
        }
    }
    None
}

/// Returns `true` if entities of this class are places.
const fn is_place(class: EntityClass) -> bool {
    matches!(
        class,
        EntityClass::State
            | EntityClass::Territory
            | EntityClass::Region
            | EntityClass::Division
            | EntityClass::City
            | EntityClass::Site
            | EntityClass::Feature
    )
}
