//! Groups mentions into instruments.

use super::found::Found;
use super::from_events;
use super::own::{self, Own};
use crate::class::Class;
use crate::parties;
use crate::view::View;
use chancery_text::{Date, DateRole, EntityIx, Instrument, InstrumentMention, RelationKind, Scope, Span};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A key that identifies an instrument within a document. Mentions with the same key refer to the same instrument.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Key {
    Entity(EntityIx),
    /// The kind and the number.
    Number(u16, String),
    /// The hash keys of the words in the title, without connectors and punctuation marks. If the head noun is in lower case, the date of the
    /// instrument is appended.
    Title(Vec<u64>),
    /// The kind and the date, if there is no title.
    Date(u16, Date),
}

/// Groups mentions into instruments. If the document is itself the text of an instrument, that instrument comes first.
pub(super) fn link(view: &View<'_>, found: Vec<Found>, own: Option<Own>) -> (Vec<Instrument>, Vec<InstrumentMention>) {
    let mut all: Vec<Instrument> = Vec::new();
    let mut mentions: Vec<InstrumentMention> = Vec::new();
    let mut known: BTreeMap<Key, u32> = BTreeMap::new();
    // For each kind, the last instrument that was named in full.
    let mut last: BTreeMap<u16, u32> = BTreeMap::new();
    if let Some(own) = &own {
        let whole = own.span.unwrap_or(Span::new(0, 0));
        let span = own.title.map_or(whole, |title| view.span(found[title].start, found[title].end));
        let mut instrument = Instrument::new(span, view.sentence(view.token_of(span.start())), kind(view, own.kind, None));
        instrument.body = own.body;
        (instrument.own, instrument.place) = (true, own.place);
        instrument.parties.clone_from(&own.parties);
        instrument.dates = own::dates(view, own);
        all.push(instrument);
        if let Some(title) = own.title
            && let Some(key) = key(view, &found[title])
        {
            known.insert(key, 0);
        }
    }
    // The index of the instrument that the previous mention names, and the index of the token after that mention.
    let mut before: Option<(u32, usize)> = None;
    for mention in &found {
        let same = before.filter(|(number, end)| is_number_of(view, mention, *end) && all[*number as usize].number.is_empty());
        let number = if let Some((number, _)) = same {
            if let Some(key) = key(view, mention) {
                known.entry(key).or_insert(number);
            }
            Some(number)
        } else if mention.short {
            let of_itself = own.as_ref().is_some_and(|own| own.kind == mention.kind && own::is_self(view, mention));
            if of_itself {
                Some(0)
            } else {
                last.get(&mention.kind).copied().or_else(|| own.as_ref().filter(|own| own.kind == mention.kind).map(|_| 0))
            }
        } else {
            let Some(key) = key(view, mention) else { continue };
            let next = all.len() as u32;
            let number = *known.entry(key).or_insert(next);
            if number == next {
                let span = view.span(mention.start, mention.end);
                all.push(Instrument::new(span, view.sentence(mention.start), kind(view, mention.kind, mention.entity)));
            }
            last.insert(mention.kind, number);
            Some(number)
        };
        let Some(number) = number else { continue };
        let span = view.span(mention.start, mention.end);
        let sentence = view.sentence(mention.start);
        add(view, &mut all[number as usize], mention, span);
        before = Some((number, mention.end));
        let mut record = InstrumentMention::new(span, sentence, number);
        record.event = from_events::event(view, mention.head);
        mentions.push(record);
    }
    from_events::add(view, &mut all, &mentions);
    for instrument in &mut all {
        if let (true, Some(entity)) = (instrument.parties.is_empty(), instrument.entity) {
            let parties = view.catalog.relations(entity).iter().filter(|relation| relation.kind == RelationKind::Party);
            instrument.parties = parties.map(|relation| relation.of).collect();
        }
        instrument.dates.sort_by_key(|(role, _)| *role);
        instrument.subjects = subjects(view, instrument);
    }
    (all, mentions)
}

/// The maximum number of topics in a sentence that are considered.
const TOPICS: usize = 64;

/// Returns the labels of the topics that have a term in the title of the instrument. Only the topics of the sentence with this title are
/// considered.
fn subjects(view: &View<'_>, instrument: &Instrument) -> Vec<Arc<str>> {
    let Some(sentence) = view.doc.sentences.get(instrument.sentence.0 as usize) else { return Vec::new() };
    let from = view.doc.topics.partition_point(|topic| topic.span.start() < sentence.span.start());
    let inside = |term: &Span| instrument.span.start() <= term.start() && term.end() <= instrument.span.end();
    let topics = view.doc.topics[from..].iter().take(TOPICS).take_while(|topic| topic.span.start() == sentence.span.start());
    topics.filter(|topic| topic.scope == Scope::Sentence && topic.terms.iter().any(inside)).map(|topic| topic.label.clone()).collect()
}

/// The maximum number of tokens between a title and its number in parentheses ("(see resolution 70/1)").
const BEFORE_NUMBER: usize = 3;

/// Returns `true` if a mention only gives the number of the instrument just before it: "resolution 70/1" in "the 2030 Agenda for Sustainable Development
/// (resolution 70/1)". `end` is the token after that instrument.
fn is_number_of(view: &View<'_>, mention: &Found, end: usize) -> bool {
    let near = end < mention.start && mention.start <= end + BEFORE_NUMBER;
    !mention.number.is_empty() && near && (end..mention.start).any(|at| view.text(at) == "(")
}

/// Returns the name of the kind with the index `kind`. A name from the gazetteer may have no head noun; `kind` is then not a valid index, and the result is the
/// type of the gazetteer entry `entity`.
fn kind(view: &View<'_>, kind: u16, entity: Option<EntityIx>) -> String {
    let of_type = || entity.map(|entity| view.catalog.kind(entity).to_owned());
    view.tables.kinds.get(usize::from(kind)).cloned().or_else(of_type).unwrap_or_default()
}

/// Returns the key of the instrument that a mention names, or `None` if the mention does not identify an instrument.
fn key(view: &View<'_>, found: &Found) -> Option<Key> {
    if let Some(entity) = found.entity {
        return Some(Key::Entity(entity));
    }
    if !found.number.is_empty() {
        return Some(Key::Number(found.kind, found.number.clone()));
    }
    let named = found.end - found.start > 1;
    let words = (found.start..found.end).filter(|at| !view.is_mark(*at) && !view.is(*at, Class::Connector));
    let words: Vec<u64> = words.map(|at| view.key(at)).collect();
    let date = found.dates.first().map(|(_, date)| *date);
    match (named, date) {
        // A title in lower case is not a name, so the date distinguishes agreements with the same title.
        (true, Some(date)) if !view.is_capital(found.head) => {
            let mut words = words;
            words.extend([u64::from(date.year()), u64::from(date.month().unwrap_or(0)), u64::from(date.day().unwrap_or(0))]);
            Some(Key::Title(words))
        }
        (true, _) => Some(Key::Title(words)),
        (false, Some(date)) => Some(Key::Date(found.kind, date)),
        (false, None) => None,
    }
}

/// Adds the facts that a mention states to its instrument.
fn add(view: &View<'_>, instrument: &mut Instrument, found: &Found, span: Span) {
    instrument.mentions += 1;
    if found.short {
        return;
    }
    if span.len() > instrument.span.len() && (found.number.is_empty() || instrument.mentions == 1) {
        (instrument.span, instrument.sentence) = (span, view.sentence(found.start));
    }
    instrument.entity = instrument.entity.or(found.entity);
    instrument.body = instrument.body.or(found.body);
    instrument.place = instrument.place.or(found.place);
    if instrument.number.is_empty() {
        instrument.number.clone_from(&found.number);
    }
    for (role, date) in &found.dates {
        if !instrument.dates.iter().any(|(known, _)| known == role) {
            instrument.dates.push((*role, *date));
        }
    }
    if instrument.parties.is_empty() {
        let date = instrument.date(DateRole::Signed).or_else(|| instrument.date(DateRole::Dated)).or(view.doc.metadata.date);
        instrument.parties = parties::expanded(view, &found.parties, date);
    }
}
