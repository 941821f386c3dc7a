//! Finds names of meetings around a head noun ("the third International Conference on Financing for Development", "the SCO summit").

use super::found::Found;
use super::held;
use crate::class::Class;
use crate::compound;
use crate::lexicon::Meaning;
use crate::view::View;
use crate::{parties, phrase};
use chancery_text::{Date, EntityClass, EntityIx, Gap, Mention, PhraseKind};

/// The maximum number of tokens by which a name may extend to the left of its head noun.
const LEFT: usize = 12;
/// The maximum number of tokens of the purpose in a name ("to Review Progress Made in the Implementation of …").
const PURPOSE: usize = 40;
/// The number of tokens before a second round that are searched for the election to which it belongs.
const ELECTION: usize = 40;
/// The maximum number of phrases by which a name may extend to the right of its head noun.
const CONTINUED: usize = 4;

/// Returns the mention of a meeting whose name is in the gazetteer.
pub(super) fn listed(view: &View<'_>, mention: &Mention) -> Found {
    let range = view.doc.tokens_of(mention);
    let (start, end) = (range.start, range.end.max(range.start + 1));
    let kind = (start..end).rev().find_map(|at| {
        view.meanings(at).find_map(|(_, meaning)| match meaning {
            Meaning::Meeting { kind, .. } => Some(kind),
            _ => None,
        })
    });
    let (ordinal, start) = ordinal_before(view, start).map_or((None, start), |(ordinal, start)| (Some(ordinal), start));
    let held = held::around(view, start, end);
    let entity = Some(mention.entity).filter(|_| !is_different_meeting(view, mention, ordinal, &held));
    Found { start, end, kind: kind.unwrap_or(u16::MAX), entity, ordinal, held, ..Found::default() }
}

/// Returns `true` if a name does not refer to the meeting of its gazetteer entry, but to another meeting with the same name. For example, "the third International
/// Conference on Financing for Development, to be held in July 2015" is not the conference of 2002. This is the case in two situations:
///
/// - The name has an ordinal number, and the date in the text is outside the period of the entry.
/// - The text presents the meeting as planned, but the meeting of the entry was over when the document was written.
fn is_different_meeting(view: &View<'_>, mention: &Mention, ordinal: Option<u32>, held: &held::Held) -> bool {
    let info = view.catalog.entity(mention.entity);
    let Some(valid) = info.valid.filter(|_| info.class == EntityClass::Meeting) else { return false };
    let inside = |date: Option<Date>| date.is_none_or(|date| valid.contains(date) != Some(false));
    let over = valid.end().zip(view.doc.metadata.date).is_some_and(|(end, date)| end.last_day() < date.first_day());
    ordinal.is_some() && !inside(held.begin) || held.planned == Some(true) && over
}

/// Returns the mention of a meeting around a head noun, or `None` if the noun does not refer to one particular meeting. `head` is the index of the first token
/// of the head noun, and `after` is the index of the token after it.
pub(super) fn find(view: &View<'_>, head: usize, after: usize, kind: u16, plural: bool) -> Option<Found> {
    // The gazetteer may contain the name of the series of meetings: "the third SCO summit".
    if let Some(series) = view.name_at(head).filter(|mention| view.catalog.class(mention.entity) == EntityClass::Mechanism) {
        return Some(listed(view, series));
    }
    // Some organs have the same name as their meetings ("the 45th ASEAN Ministerial Meeting"), and some organisations began as conferences ("the Conference on
    // Security and Co-operation in Europe, held in Helsinki in 1975").
    if let Some(organ) = view.name_at(head).filter(|mention| match view.catalog.class(mention.entity) {
        EntityClass::Organ => view.doc.tokens_of(mention).end == after,
        EntityClass::Organisation => view.doc.tokens_of(mention).start == head && view.is_capital(head),
        _ => false,
    }) {
        let session = listed(view, organ);
        let told = session.ordinal.is_some() || session.held.place.is_some() && session.held.begin.is_some();
        return told.then_some(Found { body: Some(organ.entity), ..session });
    }
    let free = |class: EntityClass| matches!(class, EntityClass::Meeting | EntityClass::Other);
    if view.class_at(head).is_some_and(|class| !free(class)) {
        return None;
    }
    // The head noun does not refer to a meeting if it is part of the name of a party ("Pan Africanist Congress") or if it is a verb ("the states, meeting in Beirut,
    // agreed").
    let acts = view.mention_at(head).is_some_and(|mention| view.catalog.entity(mention.entity).sector.is_some());
    let clauses = &view.doc.clauses.clauses;
    let verb =
        clauses.get(clauses.partition_point(|clause| (clause.head as usize) < head)).is_some_and(|clause| clause.head as usize == head);
    let other = head > 0 && (view.is(head - 1, Class::NoMeeting) || view.is(head - 1, Class::Generic));
    // In "The Conference on Disarmament, meeting at Geneva", the word "meeting" is a participle.
    let participle = head > 0 && view.text(head - 1) == "," && view.is(after, Class::Where) && !plural;
    if acts || other || participle && !view.is_capital(head) || verb && !view.is_capital(head) {
        return None;
    }
    let capital = view.is_capital(head) && (!view.opens(head) || view.is_capital(after));
    let (first, limit) = view.bounds(view.sentence(head));
    let mut found = Found { start: head, end: after, kind, ..Found::default() };
    left(view, head, first.max(head.saturating_sub(LEFT)), capital, &mut found);
    let named = capital && found.start < head;
    let definite = found.start > first && view.is(found.start - 1, Class::Definite);
    let about = right(view, limit, (capital, definite), &mut found);
    if is_parliament(view, head, after, &found) || view.is(head, Class::Round) && elects(view, head) {
        return None;
    }
    let level_at =
        |at: usize| view.meanings(at).find_map(|(_, meaning)| if let Meaning::Level(level) = meaning { Some(level) } else { None });
    found.level = (found.start..head).chain(after..found.end).find_map(level_at);
    let named = named || capital && found.end > after;
    let told = found.ordinal.is_some()
        || found.body.is_some()
        || found.level.is_some()
        || found.participants.len() > 1
        || !found.participants.is_empty() && (view.is(after, Class::Between) || view.is(after, Class::Partner)) && found.end > after
        || about && (definite || found.start < head) && view.tables.meetings_by_subject.contains(&kind);
    // A plural is recorded only if it names a series of meetings, as in "the Meetings of Heads of Government of the SCO". The plural in "recent United Nations
    // Conferences" does not.
    let series = found.level.is_some() && (found.body.is_some() || named) || found.ordinal.is_some();
    if plural && !series {
        return None;
    }
    // The place in the name is used if no other place follows: "the Prague summit of 7 May 2009".
    let place = found.held.place;
    found.held = held::around(view, found.start, found.end);
    found.held.place = found.held.place.or(place);
    // A forum is often a standing body: it is recorded only with a number, a date or a place.
    let told_when_or_where = found.ordinal.is_some() || found.held.begin.is_some() || found.held.place.is_some();
    if view.tables.standing.contains(&kind) && !told_when_or_where {
        return None;
    }
    // "The summit" alone refers to a meeting that was named earlier, unless a date or place follows.
    found.short = !named && !told && found.held.begin.is_none() && found.held.place.is_none();
    found.start = compound::start(view, found.start, head);
    // The head noun itself may determine the level ("summit").
    found.level = found.level.or_else(|| level_at(head));
    Some(found)
}

/// Returns `true` if a head noun and the state before it form the name of a parliament ("the United States Congress").
fn is_parliament(view: &View<'_>, head: usize, after: usize, found: &Found) -> bool {
    let state =
        head.checked_sub(1).and_then(|before| view.mention_at(before)).is_some_and(|name| view.catalog.class(name.entity).is_country());
    state && view.is(head, Class::Parliament) && found.ordinal.is_none() && found.end == after && found.participants.len() == 1
}

/// Returns `true` if the head noun at the token `head` denotes a round of an election, not a round of talks ("the first election round", "the second round of
/// the presidential election").
fn elects(view: &View<'_>, head: usize) -> bool {
    const NEAR: usize = 6;
    let (first, limit) = view.bounds(view.sentence(head));
    let near = head.saturating_sub(1).max(first)..limit.min(head + NEAR);
    let meets = |at: usize| view.meanings(at).any(|(_, meaning)| matches!(meaning, Meaning::Meeting { .. }));
    if let Some(vote) = near.clone().find(|at| view.is(*at, Class::Vote)) {
        return !(head + 1..vote).any(meets);
    }
    // An election may be named earlier in the sentence: "the first round of the elections on 24 November and the second round on 15 December".
    (head.saturating_sub(ELECTION).max(first)..head).any(|at| view.is(at, Class::Vote)) && !(head + 1..limit.min(head + NEAR)).any(meets)
}

/// Extends the name in `found` to the left of the head noun, and reads the ordinal number, the body, the participants and the place from the added words.
/// `first` is the first token that the name may contain. `capital` is `true` if the head noun counts as capitalised.
fn left(view: &View<'_>, head: usize, first: usize, capital: bool, found: &mut Found) {
    while found.start > first && !view.breaks(found.start) {
        let before = found.start - 1;
        if found.ordinal.is_none()
            && let Some((ordinal, start)) = ordinal_before(view, found.start).filter(|(_, start)| *start >= first)
            && !(start > first && view.is(start - 1, Class::Personal))
        {
            (found.ordinal, found.start) = (Some(ordinal), start);
            continue;
        }
        if let Some(start) = compound(view, before).filter(|start| *start >= first)
            && (capital && view.is_capital(start) || view.meanings(start).any(|(_, meaning)| matches!(meaning, Meaning::Level(_))))
        {
            found.start = start;
            continue;
        }
        if let Some(mention) = view.mention_at(before) {
            let range = view.doc.tokens_of(mention);
            let class = view.catalog.class(mention.entity);
            if range.start < first
                || view.is_possessive(before) && !is_body(class)
                || matches!(class, EntityClass::Person | EntityClass::Office)
            {
                break;
            }
            match class {
                EntityClass::City if (found.start..head).all(|at| view.is(at, Class::Modifier)) => found.held.place = Some(mention.entity),
                class if is_body(class) => found.body = found.body.or(Some(mention.entity)),
                class if class.is_country() => found.participants.insert(0, mention.entity),
                _ => {}
            }
            found.start = range.start.min(before);
        } else if view.is(before, Class::Modifier)
            || capital && view.is_capital(before) && !view.is(before, Class::Opener)
            || matches!(view.text(before), "-" | "–")
            || view.meanings(before).any(|(_, meaning)| matches!(meaning, Meaning::Level(_)))
        {
            found.start = before;
        } else {
            break;
        }
    }
    while found.start < head && (view.is_mark(found.start) || !view.is_capital(found.start) && view.is(found.start, Class::Connector)) {
        found.start += 1;
    }
}

/// Returns the index of the first token of the hyphenated word whose last part is at the token `at` ("High-level").
fn compound(view: &View<'_>, at: usize) -> Option<usize> {
    let joined = |at: usize| view.token(at).is_some_and(|token| token.gap == Gap::None);
    let hyphen = at.checked_sub(1).filter(|hyphen| matches!(view.text(*hyphen), "-" | "‐" | "‑"))?;
    let start = hyphen.checked_sub(1)?;
    (joined(at) && joined(hyphen) && !view.is_mark(start)).then_some(start)
}

/// Returns `true` if a token is part of the name of a city, a site or a country.
fn is_place_at(view: &View<'_>, at: usize) -> bool {
    let class = view.name_at(at).map(|mention| view.catalog.class(mention.entity));
    class.is_some_and(|class| matches!(class, EntityClass::City | EntityClass::Site) || class.is_country())
}

const fn is_body(class: EntityClass) -> bool {
    matches!(class, EntityClass::Organisation | EntityClass::Organ | EntityClass::Mechanism | EntityClass::Grouping)
}

/// Returns the value of the ordinal number that ends directly before the token `end` ("seventy-second", "72nd"), and the index of its first token.
fn ordinal_before(view: &View<'_>, end: usize) -> Option<(u32, usize)> {
    for start in end.saturating_sub(4)..end {
        let whole = view.meanings(start).find_map(|(after, meaning)| match meaning {
            Meaning::Number(number) if after == end => Some(number),
            _ => None,
        });
        if let Some(number) = whole {
            return Some((number, start));
        }
    }
    let text = view.text(end.checked_sub(1)?);
    let digits = text.trim_end_matches(|letter: char| letter.is_ascii_alphabetic());
    let ending = text.len() - digits.len();
    if ending == 2 && !digits.is_empty() && digits.len() < 5 { digits.parse().ok().map(|number| (number, end - 1)) } else { None }
}

/// Extends the name in `found` to the right of the head noun, and reads the participants and the body from the added words. The name must end at or before the
/// token `limit`. `capital` is `true` if the head noun counts as capitalised, and `definite` is `true` if "the" precedes the name. Returns `true` if the name
/// contains the subject of the meeting ("the conference on Afghanistan").
fn right(view: &View<'_>, limit: usize, (capital, definite): (bool, bool), found: &mut Found) -> bool {
    let mut about = false;
    let mut subjects = false;
    // The purpose is part of the name: "The United Nations Conference to Review Progress Made in the Implementation of the Programme of Action".
    if let Some(next) = view.word(found.end, Class::To).filter(|next| capital && view.is_capital(*next)) {
        let named = |at: &usize| {
            view.is_capital(*at)
                || view.is(*at, Class::Connector) && view.is_capital(*at + 1)
                || view.is(*at, Class::Connector) && view.is_capital(*at + 2)
        };
        let limit = limit.min(next + PURPOSE);
        found.end = (next..limit).find(|at| !named(at)).unwrap_or(limit);
        return true;
    }
    for _ in 0..CONTINUED {
        let end = found.end;
        if end >= limit || view.breaks(end) {
            break;
        }
        // The place is not part of the name: "the summit of the Group of Seven in Hiroshima".
        if view.is(end, Class::Where) && is_place_at(view, end + 1) {
            break;
        }
        if let Some(next) = view.word(end, Class::Between) {
            let limit = limit.min(next + 40);
            let states = parties::list(view, next, limit, false);
            let (parties, stop) = if states.0.len() > 1 { states } else { longer(parties::represented(view, next, limit), states) };
            // Persons who are not in the gazetteer are part of the name, but not participants: "the meeting between President dos Santos and Mr. Savimbi".
            let stop = if parties.len() > 1 { stop } else { stop.max(named_list_end(view, next).min(limit)) };
            if stop > next {
                found.participants.extend(parties);
                found.end = stop;
                continue;
            }
            // The participants may be described: "the negotiations between the leaders of the two Cypriot communities".
            let Some(stop) = described(view, next, limit).filter(|_| view.tables.meetings_by_subject.contains(&found.kind)) else { break };
            subjects = true;
            found.end = stop;
            continue;
        }
        if let Some(next) = view.word(end, Class::Partner).filter(|_| view.tables.meetings_by_subject.contains(&found.kind)) {
            let (parties, stop) = parties::list(view, next, limit.min(next + 40), false);
            if parties.is_empty() {
                break;
            }
            found.participants.extend(parties);
            found.end = stop;
            continue;
        }
        let of = view.word(end, Class::Of);
        let specific = (definite || found.start < found.end - 1) && !view.is(end, Class::Cause);
        let subject = view.word(end, Class::Subject).filter(|_| capital || specific);
        let next = match (of, subject) {
            (Some(next), _) | (None, Some(next)) => next,
            (None, None) if about => match view.word(end, Class::Connector) {
                Some(next) => next,
                None => break,
            },
            _ => break,
        };
        // A subject matter in lower case may go on with "of" and a lower-case word: "the conference on the law of the sea".
        let subject_goes_on = subjects && of.is_some() && !view.is_capital(end - 1);
        let Some((stop, body)) = phrase_end(view, next, limit, subject.is_some() || subject_goes_on) else { break };
        // The name of another meeting does not belong to this name: "the negotiations related to the Doha Round".
        let other = of.is_none() && (next..stop).any(|at| view.class_at(at) == Some(EntityClass::Meeting));
        if stop <= next || other && !capital {
            break;
        }
        if of.is_some() && !about {
            match body {
                Some(body) if view.catalog.class(body).is_country() => {
                    let (parties, stop) = parties::list(view, next, limit.min(next + 40), false);
                    found.participants.extend(parties);
                    found.end = stop;
                    break;
                }
                Some(body) if is_body(view.catalog.class(body)) => found.body = found.body.or(Some(body)),
                _ => {}
            }
        }
        if let Some(body) = body.filter(|body| of.is_some() && is_body(view.catalog.class(*body))) {
            found.body = found.body.or(Some(body));
        }
        about = true;
        subjects |= of.is_none() && subject.is_some();
        found.end = stop;
    }
    subjects
}

/// Returns the list with more elements, or the second one if both have the same number.
fn longer(first: (Vec<EntityIx>, usize), second: (Vec<EntityIx>, usize)) -> (Vec<EntityIx>, usize) {
    if first.0.len() > second.0.len() { first } else { second }
}

/// Returns the index of the token after the phrase that starts at the token `start`, and the entity that the phrase names, if any. The phrase must be a name
/// or the level of a meeting ("heads of State"), or it must begin with a capital letter. If `subject` is `true`, the phrase is the subject matter of the meeting and
/// may also begin with a lower-case letter.
fn phrase_end(view: &View<'_>, start: usize, limit: usize, subject: bool) -> Option<(usize, Option<EntityIx>)> {
    if subject && view.is(start, Class::Opener) && !view.is(start, Class::Connector) && !view.is_capital(start) {
        return None;
    }
    let word = (start..limit.min(start + 2)).find(|at| view.is_capital(*at) || !view.is(*at, Class::Connector))?;
    // In "the session of a high-level Commission", the level belongs to the Commission.
    let level = view.meanings(word).find_map(|(end, meaning)| {
        let names = view.is_capital(end) && !view.breaks(end) && !view.opens(end);
        if let Meaning::Level(_) = meaning { Some(end).filter(|_| !names) } else { None }
    });
    if let Some(mention) = view.name_at(word) {
        let end = view.doc.tokens_of(mention).end.max(word + 1).max(level.unwrap_or(0));
        // Another noun for meetings may follow the name: "the second round of the Abuja talks".
        let talks = view.meanings(end).find_map(|(after, meaning)| matches!(meaning, Meaning::Meeting { .. }).then_some(after));
        // The name may only be the beginning of the subject matter: "the negotiations on the Cyprus problem".
        let whole =
            phrase::longest(view, start).filter(|phrase| subject && phrase.head as usize >= end && !view.is_capital(phrase.head as usize));
        let end = talks.or(whole.map(|phrase| (phrase.tokens.end as usize).min(limit))).unwrap_or(end);
        // A common noun for states is not a body: "the Parties".
        let common = view.catalog.entity(mention.entity).refers.is_some();
        return Some((end, Some(mention.entity).filter(|_| !common)));
    }
    if let Some(end) = level {
        return Some((end, None));
    }
    if !subject && !view.is_capital(word) {
        return None;
    }
    if view.times(start, start + 1).next().is_some() {
        return None;
    }
    let phrase = phrase::longest(view, start);
    let empty = |head: usize| view.is(head, Class::NotAbout) && !view.is_capital(head);
    if phrase.is_some_and(|phrase| phrase.kind == PhraseKind::Pronoun || empty(phrase.head as usize)) {
        return None;
    }
    let end = phrase.map(|phrase| phrase::joined_end(view, phrase)).or_else(|| (word..limit).find(|at| !view.is_capital(*at)));
    end.map(|end| (end.min(limit), None))
}

/// Returns the index of the token after a noun phrase and the phrases that "of" or "and" joins to it: "the leaders of the two Cypriot communities". Returns
/// `None` if they contain no name of a state, people, organisation or person. The result is at most `limit`.
fn described(view: &View<'_>, start: usize, limit: usize) -> Option<usize> {
    const LONGEST: usize = 6;
    let phrases = &view.doc.clauses.phrases;
    let mut phrase = phrase::longest(view, start)?;
    let mut end = phrase.tokens.end as usize;
    for _ in 0..LONGEST {
        let of = view.word(end, Class::Of).and_then(|next| phrase::longest(view, next));
        let connected = view.is(end, Class::Connector) && !view.is(end, Class::Subject) && !view.is(end, Class::Where);
        let joined =
            phrase.next.and_then(|next| phrases.get(next as usize)).filter(|next| connected && next.tokens.start as usize == end + 1);
        let Some(next) = of.or(joined) else { break };
        phrase = next;
        end = phrase.tokens.end as usize;
    }
    let end = end.min(limit);
    let named = |at: usize| view.mention_at(at).is_some_and(|name| view.catalog.entity(name.entity).refers.is_none());
    (start..end).any(named).then_some(end)
}

/// Returns the index of the token after the list of capitalised noun phrases that begins at the token `start`, or `start` if there is no such list.
fn named_list_end(view: &View<'_>, start: usize) -> usize {
    const LONGEST: usize = 5;
    let phrases = &view.doc.clauses.phrases;
    let (mut end, mut phrase) = (start, phrase::longest(view, start));
    for _ in 0..LONGEST {
        let named = |head: usize| {
            view.is_capital(head) && view.mention_at(head).is_none_or(|name| view.catalog.entity(name.entity).refers.is_none())
        };
        let Some(here) = phrase.filter(|phrase| named(phrase.head as usize)) else { break };
        end = here.tokens.end as usize;
        phrase = here.next.and_then(|next| phrases.get(next as usize));
    }
    end
}
