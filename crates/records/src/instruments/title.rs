//! Finds the titles of instruments around a head noun ("the Treaty on the Non-Proliferation of Nuclear Weapons", "an agreement between Kenya
//! and Uganda on trade").

use super::found::Found;
use super::from_events;
use super::label;
use crate::class::Class;
use crate::compound;
use crate::lexicon::Meaning;
use crate::view::View;
use crate::{near, parties, phrase};
use chancery_text::{ClauseKind, DateRole, EntityClass, EntityIx, PhraseKind, TokenKind};
use std::ops::Range;

/// The maximum number of tokens in a quoted title.
const QUOTED: usize = 40;
/// The maximum number of phrases in a title after the head noun.
const CONTINUED: usize = 10;
/// The maximum number of tokens in a title before the head noun.
const LEFT: usize = 12;

/// Returns the mention of an instrument whose name is in the gazetteer. The name is the token range `start..end`.
pub(super) fn listed(view: &View<'_>, start: usize, end: usize, entity: EntityIx) -> Found {
    let head = heads(view, start, end).next_back();
    // The head noun comes before the subject matter. In "Treaty on the Principles Governing …", the head noun is "Treaty", not "Principles".
    let subject = (start + 1..end).find(|at| view.is(*at, Class::Subject) && !view.is_capital(*at));
    let before = subject.and_then(|subject| view.is_capital(start).then(|| heads(view, start, subject).next_back()).flatten());
    let (head, kind) = before.or(head).unwrap_or((start, u16::MAX));
    // In "the purposes and principles of the Charter", only the part after "of" names the instrument.
    let begins = view.is_capital(start) && view.meanings(start).any(|(_, meaning)| matches!(meaning, Meaning::Instrument { .. }));
    let of = (start..head).rev().find(|at| view.is(*at, Class::Of)).filter(|_| !begins && view.is_capital(head));
    let start = of.map_or(start, |of| {
        if of + 1 == head {
            head
        } else if view.is_capital(of + 1) {
            start
        } else {
            of + 2
        }
    });
    // The title in the text may be longer than the name in the gazetteer: "the Ottawa Convention on the Prohibition of …".
    let subject = view.word(end, Class::Subject).filter(|_| head + 1 == end && view.is_capital(head));
    let titled = subject.is_some_and(|next| (next..next + 2).any(|at| view.is_capital(at) && !view.is_possessive(at)));
    let end = if titled { right(view, end, true).0 } else { end };
    let near = near::after(view, end, DateRole::Dated);
    Found { start, end, head, kind, entity: Some(entity), dates: near.dates, place: near.place, ..Found::default() }
}

/// Returns the head nouns of instruments in the token range `start..end`, each with its kind.
fn heads(view: &View<'_>, start: usize, end: usize) -> impl DoubleEndedIterator<Item = (usize, u16)> {
    let kind = |at: usize| {
        view.meanings(at).find_map(|(_, meaning)| match meaning {
            Meaning::Instrument { kind, .. } => Some((at, kind)),
            _ => None,
        })
    };
    (start..end).filter_map(kind)
}

/// Adds the instruments whose titles contain the head noun in the token range `head..after`. A title in lower case counts only if the text gives more facts, such
/// as the parties or a date.
pub(super) fn find(view: &View<'_>, head: usize, after: usize, kind: u16, plural: bool, all: &mut Vec<Found>) {
    let capital = view.is_capital(head)
        && !(view.opens(head) && !view.is_capital(after) && !view.is(after, Class::Between) && !is_quote(view, after));
    let general = if view.tables.adopted.contains(&kind) { DateRole::Adopted } else { DateRole::Dated };
    if plural && !capital {
        return several(view, head, after, kind, general, all);
    }
    let start = left(view, head, capital);
    let (end, parties) = right(view, after, capital);
    // A participle may precede the subject or the parties: "the agreement reached on the withdrawal of troops".
    let participle = concluded(view, after).filter(|_| end == after);
    let behind = participle.map(|subject| (subject, right(view, subject, capital))).filter(|(subject, (end, _))| end > subject);
    let (subject, (end, parties)) = behind.unwrap_or((after, (end, parties)));
    let (end, with) = partner(view, end, participle.filter(|_| end == after).unwrap_or(after));
    let named = start < head || end > after;
    let near = near::after(view, end, general);
    let pair = pair_before(view, start, head);
    let parties = if parties.is_empty() { pair } else { parties };
    // "this agreement" refers to the document itself, even in lower case.
    let this = head > 0 && start == head && view.is(head - 1, Class::This);
    let dated = !near.dates.is_empty() && near.end <= end + LEFT;
    // The name of a party may precede the title as a label: "Kyrgyzstan: agreement of 4 July 1996".
    let labelled = || dated && label::of(view, head).is_some();
    // The sentence may say who signed the instrument: "signed in Baku an agreement on transit".
    let signed = || {
        let event = from_events::event(view, head).and_then(|event| view.doc.events.get(event as usize));
        end > after && event.is_some_and(|event| from_events::role(view, event) == Some(DateRole::Signed) && !event.source.is_empty())
    };
    // The title may name the organisation to which the instrument belongs ("the charter of the OAU", "an IAEA safeguards agreement"), the city in which it was
    // concluded ("the Lusaka protocol"), or the other party ("a trade agreement with the European Union").
    let of_body = || {
        if !view.tables.of_bodies.contains(&kind) {
            return false;
        }
        let behind = view.word(after, Class::Of).is_some_and(|next| end > next && (next..end.min(next + 2)).any(|at| is_body(view, at)));
        behind || start < head && (with || is_body(view, start)) || is_city(view, start, head)
    };
    // A definite article shows that one particular instrument is meant: "The agreement of 15 August 1966".
    let definite = start > 0 && view.is(start - 1, Class::Definite);
    let of_day = || definite && end == after && view.is(after, Class::Of) && near.dates.iter().any(|(_, date)| date.day().is_some());
    let fits = if capital {
        named || !plural
    } else if of_day() && view.tables.of_bodies.contains(&kind) {
        true
    } else {
        parties.len() > 1 || named && dated || this || labelled() || signed() || of_body() || about(view, kind, start, subject, end)
    };
    if fits {
        let short = this || !named && near.dates.is_empty();
        let start = if short { start } else { compound::start(view, start, head) };
        let end = if !named && of_day() { near.end } else { end };
        // "The Optional Protocol to the Convention on the Rights of the Child" names two instruments.
        if let Some((to, convention)) = amended(view, end).filter(|_| capital && end == after) {
            all.push(Found { start, end: to.end, head, kind, parties, dates: near.dates, place: near.place, ..Found::default() });
            return all.push(listed(view, to.start, to.end, convention));
        }
        all.push(Found { start, end, head, kind, parties, dates: near.dates, place: near.place, short, ..Found::default() });
    }
}

/// Adds several instruments that share a head noun and differ in their dates: "supplementary agreements of 24 September 1997 and 4 July
/// 1998".
fn several(view: &View<'_>, head: usize, after: usize, kind: u16, general: DateRole, all: &mut Vec<Found>) {
    let start = left(view, head, false);
    let Some(of) = view.word(after, Class::Of) else {
        // If no "of" follows the head noun, the text must give exactly one date ("the peace agreements signed in December 1988"), or an organisation or city
        // ("the WTO agreements").
        let near = near::after(view, after, general);
        let definite = start > 0 && view.is(start - 1, Class::Definite);
        let of_body = || definite && view.tables.of_bodies.contains(&kind) && (is_body(view, start) || is_city(view, start, head));
        // The text may name the other party: "the agreements signed with China on the border".
        let next = concluded(view, after).unwrap_or(after);
        if let (end, true) = partner(view, next, next)
            && (definite || start < head)
        {
            let (_, others) = parties::list(view, next, next + LEFT, false);
            let end = end.max(others);
            let (end, _) = if view.is(end, Class::Subject) { right(view, end, false) } else { (end, Vec::new()) };
            let near = near::after(view, end, general);
            return all.push(Found { start, end, head, kind, dates: near.dates, place: near.place, ..Found::default() });
        }
        if start < head && (near.dates.len() == 1 && near.end <= after + LEFT || near.dates.is_empty() && of_body()) {
            all.push(Found { start, end: after, head, kind, dates: near.dates, place: near.place, ..Found::default() });
        }
        return;
    };
    let mut at = of;
    while let Some((_, end, time)) = view.times(at, at + 1).next() {
        let Some(date) = near::date(time) else { break };
        let from = if at == of { start } else { at };
        all.push(Found {
            start: from,
            end,
            head: if at == of { head } else { from },
            kind,
            dates: vec![(general, date)],
            ..Found::default()
        });
        at = end;
        while at < end + 2 && (view.text(at) == "," || view.is(at, Class::Connector)) {
            at += 1;
        }
        if at == end {
            break;
        }
    }
}

/// Returns the name of the listed instrument that follows "to" at a token ("to the Convention on the Rights of the Child").
fn amended(view: &View<'_>, at: usize) -> Option<(Range<usize>, EntityIx)> {
    let next = view.word(at, Class::To)?;
    let next = if view.is(next, Class::Connector) { next + 1 } else { next };
    let name = view.name_at(next)?;
    let named = view.catalog.class(name.entity) == EntityClass::Instrument && view.is_capital(next);
    named.then(|| (view.doc.tokens_of(name), name.entity))
}

/// Returns `true` if a token is in the name of an organisation.
fn is_body(view: &View<'_>, at: usize) -> bool {
    view.name_at(at).is_some_and(|name| view.catalog.class(name.entity) == EntityClass::Organisation)
}

/// Returns `true` if the tokens `start..head` end with the name of a city ("the Lusaka protocol", "the Arusha peace agreement").
fn is_city(view: &View<'_>, start: usize, head: usize) -> bool {
    start < head && view.name_at(start).is_some_and(|name| view.catalog.class(name.entity) == EntityClass::City)
}

/// Returns the index of the token at which the subject or the parties begin, after a participle and the place and date of the conclusion ("agreement reached in
/// Gaborone on 3 May between"). Returns `None` if no participle begins at the token `at`.
fn concluded(view: &View<'_>, at: usize) -> Option<usize> {
    let mut next = view.word(at, Class::Concluded)?;
    for _ in 0..2 {
        let skipped = view.word(next, Class::Where).unwrap_or(next);
        let place = view.name_at(skipped).filter(|name| {
            let class = view.catalog.class(name.entity);
            skipped > next && (matches!(class, EntityClass::City | EntityClass::Site) || class.is_country())
        });
        if let Some(place) = place {
            next = view.doc.tokens_of(place).end.max(skipped + 1);
            continue;
        }
        let dated = view.word(next, Class::Subject).unwrap_or(skipped);
        if let Some((_, end, _)) = view.times(dated, dated + 1).next() {
            next = end.max(dated + 1);
        }
    }
    [Class::Subject, Class::Between, Class::Partner].iter().any(|class| view.is(next, *class)).then_some(next)
}

/// Returns `true` if the title `start..end` has an article and a subject, and belongs to a kind of instrument for which these are enough ("the agreement
/// on the withdrawal of foreign forces", "a treaty banning chemical weapons"). `after` is the index of the first token of the subject.
fn about(view: &View<'_>, kind: u16, start: usize, after: usize, end: usize) -> bool {
    const FEW: usize = 2;
    // Adjectives that are not part of the title may follow the article: "a new treaty on".
    let first = (start.saturating_sub(FEW)..start).rev().take_while(|at| view.is(*at, Class::Epithet)).last().unwrap_or(start);
    let article = |class: Class| first > 0 && view.is(first - 1, class);
    let known = article(Class::Definite) && view.tables.by_subject.contains(&kind);
    let proposed = article(Class::Indefinite) && view.tables.proposed.contains(&kind);
    // The subject must not contain the title of another instrument: "the resolution on the International Convention for …".
    let other = heads(view, after, end).any(|(at, _)| view.is_capital(at));
    (known || proposed) && !other && end > after && view.is(after, Class::Subject)
}

/// Extends the title that ends at the token `end` by the other party to the instrument ("an agreement with the European Union"). Returns the new end, and
/// whether there is such a party. `after` is the index of the token after the head noun.
fn partner(view: &View<'_>, end: usize, after: usize) -> (usize, bool) {
    let with = view.word(end, Class::Partner).filter(|_| end == after);
    let name = with.and_then(|next| (next..next + 2).find_map(|at| view.name_at(at)));
    let party = name.filter(|name| {
        let class = view.catalog.class(name.entity);
        class.is_country() || class == EntityClass::Organisation
    });
    party.map_or((end, false), |name| (view.doc.tokens_of(name).end, true))
}

/// Returns the states that the part of a title before the head noun names ("the Sino-Kazakh agreement", "the Iran-Iraq treaty"). Returns an
/// empty list if it names fewer than two.
fn pair_before(view: &View<'_>, start: usize, head: usize) -> Vec<EntityIx> {
    let mut found: Vec<EntityIx> = Vec::new();
    for mention in (start..head).filter_map(|at| view.mention_at(at)) {
        if view.catalog.class(mention.entity).is_country() && found.last() != Some(&mention.entity) {
            found.push(mention.entity);
        }
    }
    if found.len() > 1 { found } else { Vec::new() }
}

/// Returns `true` if a token is a quotation mark.
fn is_quote(view: &View<'_>, at: usize) -> bool {
    view.token(at).is_some_and(|token| token.kind == TokenKind::Punctuation) && view.text(at).chars().all(|mark| "\"“”«»„‘".contains(mark))
}

/// Returns the index of the first token of the title whose head noun begins at the token `head`. `capital` is `true` if the head noun counts as capitalised.
fn left(view: &View<'_>, head: usize, capital: bool) -> usize {
    let (first, _) = view.bounds(view.sentence(head));
    let first = first.max(head.saturating_sub(LEFT));
    let (mut start, mut joined) = (head, false);
    while start > first && !view.breaks(start) {
        let before = start - 1;
        if view.is_possessive(before) {
            break;
        }
        if let Some(mention) = view.mention_at(before).filter(|mention| may_stand_before(view.catalog.class(mention.entity))) {
            let range = view.doc.tokens_of(mention);
            if range.start < first {
                break;
            }
            start = range.start.min(before);
        } else if matches!(view.text(before), "-" | "–" | "/")
            || capital && view.is_capital(before) && !view.is(before, Class::Opener)
            || !capital && view.is(before, Class::Modifier)
        {
            start = before;
        } else if capital
            && view.is(before, Class::Connector)
            && !view.is_capital(before)
            && before > first
            && view.is_capital(before - 1)
            && view.is_capital(start)
            && !view.is(before - 1, Class::Opener)
            && view.mention_at(before - 1).is_none()
            && view.mention_at(start).is_none()
        {
            // A connector joins two capitalised words: "Stabilisation and Association Agreement".
            start = before - 1;
            joined = true;
        } else if joined
            && view.text(before) == ","
            && before > first
            && view.is_capital(before - 1)
            && !view.is(before - 1, Class::Opener)
            && view.mention_at(before - 1).is_none()
        {
            // A comma joins further words before the connector: "Recovery, Reform and Development Plan".
            start = before - 1;
        } else {
            break;
        }
    }
    // A title does not begin with a hyphen or a connector.
    while start < head && (view.is_mark(start) || !view.is_capital(start) && view.is(start, Class::Connector)) {
        start += 1;
    }
    start
}

/// Returns `true` if names of this class can be part of a title before the head noun.
const fn may_stand_before(class: EntityClass) -> bool {
    !matches!(class, EntityClass::Person | EntityClass::Office | EntityClass::Instrument)
}

/// Returns the index of the token after the title, and the parties that the title names. `after` is the index of the token after the head
/// noun.
fn right(view: &View<'_>, after: usize, capital: bool) -> (usize, Vec<EntityIx>) {
    let mut parties = Vec::new();
    let mut end = after;
    let (_, limit) = view.bounds(view.sentence(after.saturating_sub(1)));
    if is_quote(view, after) {
        let close = (after + 2..limit.min(after + QUOTED)).find(|at| is_quote(view, *at) || view.text(*at) == "’");
        if let Some(close) = close {
            return (close + 1, parties);
        }
    }
    let mut about = false;
    for _ in 0..CONTINUED {
        if end >= limit || view.breaks(end) && capital && !view.token(end).is_some_and(|token| token.capital) {
            break;
        }
        if about && view.is(end, Class::Where) && view.class_at(end + 1) == Some(EntityClass::City) {
            break;
        }
        if let Some(next) = view.word(end, Class::Between) {
            let (found, stop) = parties::list(view, next, limit.min(next + 60), false);
            if found.is_empty() {
                break;
            }
            parties.extend(found);
            end = stop;
            continue;
        }
        let (next, subject) = match (view.word(end, Class::Subject), view.word(end, Class::Of)) {
            (Some(next), _) => (next, true),
            (None, Some(next)) => (next, false),
            (None, None) if about || capital && end > after => match view.word(end, Class::Connector) {
                Some(next) => (next, false),
                None => break,
            },
            _ => break,
        };
        // After a subject matter in lower case, a phrase with "of" need not be capitalised: "the Convention on the banning of chemical weapons".
        // In "The Treaty of eternal friendship between Kazakhstan and Kyrgyzstan", the parties follow the phrase with "of".
        let attribute_end = phrase::longest(view, next).map(|phrase| phrase.tokens.end as usize);
        if let Some(stop) = attribute_end.filter(|stop| end == after && !subject && *stop < limit && view.is(*stop, Class::Between)) {
            end = stop;
            continue;
        }
        let goes_on = view.word(end, Class::Of) == Some(next) || view.word(end, Class::Cause) == Some(next);
        let lower = about && goes_on && !view.is_capital(end - 1);
        let stop = phrase_end(view, next, limit, capital && !lower && (!subject || about));
        let Some(stop) = stop else { break };
        // Another instrument may follow: "a treaty banning chemical weapons and a new convention on terrorism".
        if !capital && !subject && !goes_on && heads(view, next, stop).next().is_some() {
            break;
        }
        about |= subject;
        end = stop;
    }
    // A hyphen or slash joins the last word to the next one: "the Strategy for Preventing Money-Laundering".
    for _ in 0..CONTINUED {
        if end > after && end + 1 < limit && matches!(view.text(end), "-" | "‑" | "/") && view.is_capital(end + 1) {
            end += 2;
        }
    }
    (end, parties)
}

/// Returns the index of the token after the noun phrase that starts at the token `start`, or `None` if this phrase cannot be part of a
/// title. If `capital` is `true`, the phrase must begin with a capital letter, apart from words such as "the". The phrase must begin before
/// the token `limit`.
fn phrase_end(view: &View<'_>, start: usize, limit: usize, capital: bool) -> Option<usize> {
    // Words whose meaning depends on the speaker ("its", "our") are not part of a title.
    if view.times(start, start + 1).next().is_some()
        || view.is(start, Class::Opener) && !view.is(start, Class::Connector) && !view.is_capital(start)
    {
        return None;
    }
    let phrase = phrase::longest(view, start);
    let empty = |head: usize| view.is(head, Class::NotAbout) && !view.is_capital(head);
    if phrase.is_some_and(|phrase| empty(phrase.head as usize)) {
        return None;
    }
    let word = (start..limit).find(|at| view.is_capital(*at) || !view.is(*at, Class::Connector))?;
    // A common noun for states is not the subject matter: "the Charter for Member States".
    let common = view.name_at(word).is_some_and(|name| view.catalog.entity(name.entity).refers.is_some());
    if word > start + 1 || capital && !view.is_capital(word) || common {
        return None;
    }
    match phrase {
        Some(phrase) if phrase.kind != PhraseKind::Pronoun => {
            let end = if capital { phrase.tokens.end as usize } else { phrase::joined_end(view, phrase) };
            Some(end.min(limit))
        }
        Some(_) => None,
        // The object of a gerund belongs to the title: "the agreement on preventing dangerous activities".
        None if !capital && is_gerund(view, start) && !view.is(start - 1, Class::Cause) => {
            phrase::longest(view, start + 1).map(|phrase| (phrase.tokens.end as usize).min(limit))
        }
        None => {
            // If no phrase begins here, the title continues with the capitalised words from here on. A document whose clauses were not found has no phrases.
            let end = (word..limit).find(|at| !view.is_capital(*at))?;
            (end > word).then_some(end)
        }
    }
}

/// Returns `true` if a lower-case token is the verb of an -ing clause.
fn is_gerund(view: &View<'_>, at: usize) -> bool {
    let clauses = &view.doc.clauses.clauses;
    let clause = clauses.get(clauses.partition_point(|clause| (clause.head as usize) < at));
    clause.is_some_and(|clause| clause.head as usize == at && clause.kind == ClauseKind::Gerund) && !view.is_capital(at)
}
