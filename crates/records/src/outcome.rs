//! Finds the host of a meeting, and the instruments that were signed or adopted there.

use crate::class::Class;
use crate::instruments::from_events;
use crate::parties;
use crate::view::View;
use chancery_text::{DateRole, EntityIx, Instrument, InstrumentMention, Meeting};

/// The number of tokens that are searched for "hosted" before the name of a meeting, for "hosted by" after this name, and for the host before "hosted".
const HOST: usize = 8;
/// The maximum number of tokens between an instrument and the meeting at which it was signed or adopted.
const REACH: usize = 14;
/// The maximum number of tokens that may precede the name of a meeting at the start of a sentence ("At the").
const LEAD: usize = 3;
/// The maximum number of instruments that are considered in one sentence.
const MOST: usize = 32;

/// Sets the host and the outcomes of each meeting. The outcomes are the instruments that were signed or adopted there. Only the sentence that contains the
/// name of the meeting is used. If this sentence begins with the meeting ("At the summit, …"), outcomes without a date get the date of the meeting.
pub(crate) fn add(view: &View<'_>, meetings: &mut [Meeting], instruments: &mut [Instrument], mentions: &[InstrumentMention]) {
    for meeting in meetings {
        let (first, last) = view.bounds(meeting.sentence);
        let start = view.token_of(meeting.span.start()).max(first);
        let end = view.token_of(meeting.span.end()).min(last);
        meeting.host = host(view, first, last, start, end);
        let from = mentions.partition_point(|mention| mention.sentence < meeting.sentence);
        let here = mentions[from..].iter().take(MOST).take_while(|mention| mention.sentence == meeting.sentence);
        for mention in here {
            let (begin, stop) = (view.token_of(mention.span.start()), view.token_of(mention.span.end()));
            let made = |from: usize, to: usize| from < to && to - from <= REACH && (from..to).any(|at| made(view, at));
            // The instrument is an outcome of the meeting in sentences such as "the Declaration adopted at the summit", "the summit adopted the Declaration",
            // and "At the second summit, held in Rome, the presidents signed the Treaty".
            let done = mention.event.and_then(|event| from_events::role(view, view.doc.events.get(event as usize)?));
            let at = start.saturating_sub(LEAD).max(first)..start;
            let opens = end <= begin && start <= first + LEAD && at.into_iter().any(|at| view.is(at, Class::Where));
            let there = made(stop, start) || made(end, begin) || opens && done.is_some();
            if let Some(role) = done.filter(|role| opens && *role != DateRole::Ratified)
                && let Some(instrument) = instruments.get_mut(mention.instrument as usize)
                && instrument.dates.is_empty()
                && let Some(date) = meeting.begin.zip(meeting.end).and_then(|(begin, end)| from_events::span(begin, end))
            {
                instrument.dates.push((role, date));
            }
            if there && !meeting.outcomes.contains(&mention.instrument) {
                meeting.outcomes.push(mention.instrument);
            }
        }
    }
}

/// Returns `true` if a token is a word for signing or adopting.
fn made(view: &View<'_>, at: usize) -> bool {
    view.is(at, Class::Date(DateRole::Adopted)) || view.is(at, Class::Date(DateRole::Signed))
}

/// Returns the host of a meeting: Kazakhstan in "the summit hosted by Kazakhstan" and in "Kazakhstan hosted the summit". The half-open token ranges of the
/// sentence and of the name of the meeting are `first..last` and `start..end`.
fn host(view: &View<'_>, first: usize, last: usize, start: usize, end: usize) -> Option<EntityIx> {
    let party = |at: usize| view.name_at(at).filter(|mention| parties::can_be_party(view.catalog.class(mention.entity)));
    let behind = (end..last.min(end + HOST)).find_map(|at| view.word(at, Class::HostedBy));
    if let Some(after) = behind {
        return (after..last.min(after + 4)).find_map(party).map(|mention| mention.entity);
    }
    let verb = (first.max(start.saturating_sub(HOST))..start).rev().find(|at| view.is(*at, Class::Hosts))?;
    let subject = (first.max(verb.saturating_sub(HOST))..verb).rev().find_map(party)?;
    Some(subject.entity)
}
