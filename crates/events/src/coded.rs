//! Coded events, and the code that writes them into the document.

use crate::resolved::Resolved;
use crate::sayer::Sayer;
use crate::tables::{CompiledFrame, Tables};
use chancery_text::{Catalog, Document, Event, Modality, Participant, ParticipantKind, Role, SentenceIx, Span};

/// An event with its two sides (source and target), before it is written into the document.
pub(crate) struct Coded<'a> {
    /// The PLOVER class of the event, if it differs from the class of the frame.
    pub(crate) class: Option<&'a str>,
    pub(crate) frame: &'a CompiledFrame,
    pub(crate) trigger: Span,
    pub(crate) sentence: u32,
    pub(crate) voice: Modality,
    pub(crate) source: Vec<Resolved>,
    pub(crate) target: Vec<Resolved>,
    pub(crate) nominal: bool,
    /// The person or body that makes the statement; `None` if the document itself makes it.
    pub(crate) sayer: Option<Sayer>,
    /// How firm an act of speech is, from 1 (recall) to 6 (condemn); 0 if the act is not an act of speech.
    pub(crate) firmness: u8,
    /// The act that did not happen, if the frame matches only negated verbs: for "did not sign", the act of "sign" (SUPPORT). The record of the event then
    /// contains this act with the voice `negated`, but has the class of the frame.
    pub(crate) not_done: Option<&'a str>,
}

/// Returns the event if a participant can act; otherwise returns `None`.
///
/// The participant that can act must usually be in the source. It must be in the target if there is no source, or if the frame requires a particular subject
/// and this subject cannot act ("a car bomb killed a minister").
///
/// The function also completes events of reciprocal frames. If several participants are in the source, and none in the target can act, the source also becomes the
/// target ("France and Spain met").
pub(crate) fn fitting(mut event: Coded<'_>) -> Option<Coded<'_>> {
    // One of several participants may be unknown: "the French and the Algerian Governments met". The known one must not become the target of its own act.
    let first = event.source.first().and_then(|who| who.of);
    let alone = first.is_some() && event.source.iter().all(|who| who.of == first && who.members.len() < 2);
    let reciprocal = event.frame.reciprocal
        && !alone
        && !event.target.iter().any(Resolved::is_actor)
        && (event.source.len() > 1 || event.source.iter().any(|who| who.members.len() > 1));
    if reciprocal {
        event.target.clone_from(&event.source);
    }
    let actor = |all: &[Resolved]| all.iter().any(Resolved::is_actor);
    // In "a car bomb killed a minister", the frame requires a particular subject, but this subject cannot act.
    let means = event.frame.asks.subject.is_some() && !event.nominal && !actor(&event.source);
    let acts = if event.source.is_empty() || means { actor(&event.target) } else { actor(&event.source) };
    acts.then_some(event)
}

/// Adds an event and its participants to a document.
pub(crate) fn write(doc: &mut Document, event: Coded<'_>, tables: &Tables) {
    let number = doc.events.len() as u32;
    let spans = || event.source.iter().chain(&event.target).map(|who| who.span);
    let start = spans().map(Span::start).fold(event.trigger.start(), u32::min);
    let end = spans().map(Span::end).fold(event.trigger.end(), u32::max);
    let sentence = SentenceIx(event.sentence);
    let mut record = Event::new(
        Span::new(start, end),
        event.trigger,
        sentence,
        event.not_done.unwrap_or(&event.frame.act),
        event.voice,
        &event.frame.id,
    );
    tables.class(event.class.unwrap_or(&event.frame.class), event.voice).clone_into(&mut record.class);
    if event.not_done.is_some() {
        record.voice = Modality::Negated;
    }
    record.mode.clone_from(&event.frame.mode);
    record.cameo.clone_from(&event.frame.cameo);
    record.nominal = event.nominal;
    record.firmness = event.firmness;
    record.sayer = event.sayer.map(|sayer| sayer.span);
    record.sayer_entity = event.sayer.and_then(|sayer| sayer.entity);
    for (role, side) in [(Role::Source, event.source), (Role::Target, event.target)] {
        for who in side {
            let mut participant = Participant::new(who.span, sentence, number, role, who.kind);
            participant.entity = who.entity;
            participant.of = who.of;
            participant.sector = who.sector;
            participant.members = who.members;
            let list = if role == Role::Source { &mut record.source } else { &mut record.target };
            if participant.members.is_empty() {
                list.extend(participant.of.or(participant.entity));
            } else {
                list.extend(&participant.members);
            }
            doc.participants.push(participant);
        }
    }
    record.source.dedup();
    record.target.dedup();
    doc.events.push(record);
}

/// Sets the participants of the document to those of the events that the rules of the classifier found. `doc.events` must contain only these events.
pub(crate) fn ruled(doc: &mut Document, catalog: &dyn Catalog) {
    let mut all = Vec::new();
    for (event, number) in doc.events.iter().zip(0..) {
        for (role, side) in [(Role::Source, &event.source), (Role::Target, &event.target)] {
            for entity in side {
                let first = doc.mentions.partition_point(|mention| mention.sentence < event.sentence);
                let here = doc.mentions[first..].iter().take_while(|mention| mention.sentence == event.sentence);
                let mention = here.into_iter().find(|mention| mention.entity == *entity);
                let span = mention.map_or(event.span, |mention| mention.span);
                let mut participant = Participant::new(span, event.sentence, number, role, ParticipantKind::Name);
                participant.entity = Some(*entity);
                participant.of = Some(*entity);
                catalog.entity(*entity).sector.unwrap_or_default().clone_into(&mut participant.sector);
                all.push(participant);
            }
        }
    }
    doc.participants = all;
}
