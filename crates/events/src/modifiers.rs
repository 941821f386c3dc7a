//! Finds participants that an adjective ("French and Chinese tests") or a first-person possessive ("our support") names before the head of a
//! phrase. In this module, the parameter `number` is the index of the phrase.

use crate::country::adjective;
use crate::cue::Cue;
use crate::few::Few;
use crate::resolved::Resolved;
use crate::view::View;
use chancery_text::{EntityClass, EntityIx, Form, ParticipantKind, Span};

/// Returns the states and other bodies that adjectives in a phrase name, as participants ("the Israeli raid", "French and Chinese tests").
pub(crate) fn adjectivals(view: &View<'_>, number: u32) -> Vec<Resolved> {
    let first = adjectival(view, number);
    let others = first.as_ref().map_or_else(Vec::new, |first| joined_adjectives(view, number, first));
    first.into_iter().chain(others).collect()
}

/// Returns the first state or other body that an adjective in a phrase names, as a participant.
fn adjectival(view: &View<'_>, number: u32) -> Option<Resolved> {
    let entity = adjective(view, number)?;
    let phrase = view.phrase(number);
    let token = (phrase.tokens.start..phrase.tokens.end)
        .find(|token| view.mention_at(*token).is_some_and(|mention| view.doc.mentions[mention].entity == entity))?;
    let mention = &view.doc.mentions[view.mention_at(token)?];
    Some(Resolved { entity: Some(entity), of: Some(entity), ..Resolved::new(ParticipantKind::Name, mention.span) })
}

/// Returns the states and regions, other than the state of `who`, that adjectives in a phrase name. For example, if `who` belongs to Israel in
/// "Israeli and Palestinian land", returns Palestine.
pub(crate) fn joined_adjectives(view: &View<'_>, number: u32, who: &Resolved) -> Vec<Resolved> {
    let phrase = view.phrase(number);
    // Two adjectives and "and" take at least three tokens before the noun.
    if phrase.head < phrase.tokens.start + 3 {
        return Vec::new();
    }
    let mut named: Few<(EntityIx, Span, bool)> = Few::default();
    for mention in (phrase.tokens.start..phrase.head).filter_map(|token| view.mention_at(token)) {
        let mention = &view.doc.mentions[mention];
        let region = match view.catalog.class(mention.entity) {
            class if class.is_country() => false,
            EntityClass::Region => true,
            _ => continue,
        };
        if mention.form == Form::Adjective && !named.iter().any(|(entity, ..)| *entity == mention.entity) {
            named.push((mention.entity, mention.span, region));
        }
    }
    if named.len() < 2 {
        return Vec::new();
    }
    let others = named.iter().filter(|(entity, ..)| who.of != Some(*entity));
    let found = others.map(|(entity, span, region)| {
        let (kind, of) = if *region { (ParticipantKind::Thing, None) } else { (who.kind, Some(*entity)) };
        Resolved { kind, span: *span, entity: Some(*entity).filter(|_| *region), of, place: *region, ..who.clone() }
    });
    found.collect()
}

/// Returns the speaker as a participant if a phrase begins with a first-person possessive ("our support"). Returns `None` for phrases such as
/// "our planet", because the speaker shares these things with others.
pub(crate) fn speaking_owner(view: &View<'_>, number: u32) -> Option<Resolved> {
    let phrase = view.phrase(number);
    let ours = view.is(phrase.tokens.start, Cue::SpeakerOwner) && !view.is(phrase.head, Cue::Common);
    let speaker = view.doc.metadata.speaker_entity;
    let span = view.doc.tokens[phrase.tokens.start as usize].span;
    ours.then(|| Resolved { entity: speaker, of: speaker, is_pronoun: true, ..Resolved::new(ParticipantKind::Speaker, span) })
}
