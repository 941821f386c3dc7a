//! Resolves noun phrases to participants. In this module, the parameter `number` is the index of a phrase, and `depth` is the number of phrases through which this
//! phrase was reached.

use crate::country::{adjective, after, is_group, origin, whereabouts};
use crate::cue::Cue;
use crate::people::{is_matter, people, title};
use crate::quotation;
use crate::refer;
use crate::resolved::Resolved;
use crate::view::View;
use chancery_text::{ActorKind, Clause, ClauseKind, EntityClass, EntityIx, Form, ParticipantKind, PhraseKind, Span, TokenKind};

/// The maximum number of coordinated phrases that are considered.
const CONJUNCTS: usize = 20;

/// The maximum number of steps from one phrase to the next. Each step leads to the phrase that names the owner of a phrase or describes it: from "minister" to
/// "government" to "king" in "the minister of the government of the king of …".
const DEPTH: u8 = 3;

/// Resolves a phrase to a participant.
///
/// This always succeeds. A name that is not in the gazetteer becomes [`ParticipantKind::Unknown`]. A phrase that does not denote somebody who can act becomes
/// [`ParticipantKind::Thing`].
pub(crate) fn resolve(view: &View<'_>, number: u32) -> Resolved {
    resolve_from(view, number, 0)
}

/// Like [`resolve`], for a phrase that was reached through `depth` other phrases.
fn resolve_from(view: &View<'_>, number: u32, depth: u8) -> Resolved {
    let phrase = view.phrase(number);
    let mut found = Resolved::new(ParticipantKind::Thing, view.span(phrase.tokens));
    found.members = refer::pair(view, number);
    if !found.members.is_empty() {
        found.kind = ParticipantKind::Noun;
        return found;
    }
    if actor(view, number, &mut found) || name(view, phrase.head, &mut found) || pronoun(view, number, &mut found) {
        // An office whose state is not known gets the state of its owner: "the President of the Spanish Government".
        let office = found.of.is_none() && found.entity.is_some_and(|entity| view.catalog.class(entity) == EntityClass::Office);
        if office && let Some(of) = owner_from(view, number, depth).filter(|of| view.catalog.class(*of).is_country()) {
            found.of = Some(of);
            found.kind = ParticipantKind::Actor;
        }
        return if found.place && governs(view, number) { acting(view, number, found) } else { found };
    }
    if let Some(noun) = people(view, number) {
        found.kind = ParticipantKind::Noun;
        found.sector = view.tables.sectors[noun.sector as usize].clone();
        found.local = noun.belongs.local;
        if let Some(named) = named_after(view, number, depth) {
            return named;
        }
        let of = owner_from(view, number, depth).or_else(|| origin(view, number).filter(|_| noun.belongs.origin));
        found.of = of.or_else(|| whereabouts(view, number).filter(|_| noun.belongs.local)).or_else(|| shared_owner(view, number, depth));
        // Bodies of an organisation are not part of a government: "the agencies of the United Nations".
        if found.sector == view.tables.government && found.of.is_some_and(|of| is_body(view, of)) {
            found.sector.clone_from(&view.tables.organisation);
        }
        return found;
    }
    if phrase.kind == PhraseKind::Name && found.entity.is_none() && !is_matter(view, phrase) {
        found.kind = ParticipantKind::Unknown;
        // "of" may introduce the body to which an unknown name belongs: "the Executive Board of the Fund".
        found.of = adjective(view, number).or_else(|| parent_body(view, number, depth));
        // The title gives the sector of the person: "the attorney Smith".
        if let Some(title) = title(view, number) {
            found.sector = view.tables.sectors[title as usize].clone();
        }
        // A person may be described by an apposition: "Smith, the Kenyan minister,".
        if found.of.is_none()
            && let Some(apposition) = phrase.apposition.filter(|_| depth < DEPTH)
        {
            let other = resolve_from(view, apposition, depth + 1);
            if other.of.is_some() || !other.sector.is_empty() {
                found.of = other.of;
                found.sector = other.sector;
            }
        }
    }
    if found.kind == ParticipantKind::Thing && found.entity.is_none() {
        found.of = holder(view, number, depth);
        // A noun for land with the name of a state denotes a place: "Lebanese territory".
        found.place = found.of.is_some() && view.is(phrase.head, Cue::Land);
    }
    found
}

/// Returns the known participant that an apposition names: Kofi Annan for "our brother" in "our brother, Mr. Kofi Annan,".
fn named_after(view: &View<'_>, number: u32, depth: u8) -> Option<Resolved> {
    let apposition = view.phrase(number).apposition.filter(|_| depth < DEPTH && view.phrase(number).next.is_none())?;
    let other = Some(apposition).filter(|apposition| view.phrase(*apposition).kind == PhraseKind::Name)?;
    let other = resolve_from(view, other, depth + 1);
    (other.entity.is_some() && other.is_actor()).then_some(other)
}

/// For the name of a body that is not in the gazetteer, returns the organisation or state to which the body belongs: the Fund for "the Executive Board" in "the
/// Executive Board of the Fund".
fn parent_body(view: &View<'_>, number: u32, depth: u8) -> Option<EntityIx> {
    let end = view.phrase(number).tokens.end;
    let of = after(view, number).find(|link| link.preposition == end && view.key(link.preposition) == view.tables.of)?;
    let named = Some(of.phrase).filter(|_| depth < DEPTH).map(|phrase| resolve_from(view, phrase, depth + 1))?;
    named.entity.filter(|_| named.kind == ParticipantKind::Name)
}

/// Returns `true` if an entity is an organisation or an organ of one.
fn is_body(view: &View<'_>, entity: EntityIx) -> bool {
    matches!(view.catalog.class(entity), EntityClass::Organisation | EntityClass::Organ)
}

/// Returns the owner of the phrase `number` that a coordinated phrase shows: Mexico for "the Government" in "the Government and people of Mexico", and Kenya for
/// "its allies" in "Kenya and its allies".
fn shared_owner(view: &View<'_>, number: u32, depth: u8) -> Option<EntityIx> {
    /// The maximum distance between two coordinated phrases, counted in phrases. In "the people of Mexico and their friends", the distance is 2, because the
    /// phrase "Mexico" is in between.
    const APART: u32 = 8;
    if depth >= DEPTH {
        return None;
    }
    let phrase = view.phrase(number);
    if view.is(phrase.tokens.start, Cue::ThirdOwner) {
        let before = (number.saturating_sub(APART)..number).rev().find(|before| view.phrase(*before).next == Some(number))?;
        let other = resolve_from(view, before, depth + 1);
        return other.of.or(other.entity).filter(|_| other.is_actor());
    }
    // The second phrase must be a single word, and only the conjunction may be between the two phrases: "the Government and people of Mexico".
    let next = phrase.next.filter(|next| {
        let next = view.phrase(*next);
        next.tokens.start == phrase.tokens.end + 1 && next.head == next.tokens.start
    })?;
    people(view, next)?;
    after(view, next).find(|link| view.key(link.preposition) == view.tables.of)?;
    owner_from(view, next, depth + 1)
}

/// Returns the state that owns the thing that a phrase denotes. An adjective ("Indian positions") or a possessor ("India's positions") names this owner. If there is
/// none, returns the result of [`displayed_by`].
fn holder(view: &View<'_>, number: u32, depth: u8) -> Option<EntityIx> {
    let possessor = view.phrase(number).possessor.filter(|possessor| depth < DEPTH && view.phrase(*possessor).kind != PhraseKind::Pronoun);
    // An owner that is an organisation is ignored, because it says little about whom the event concerns: "the Security Council's resolution".
    let owner = adjective(view, number).or_else(|| resolve_from(view, possessor?, depth + 1).of).filter(|entity| !is_body(view, *entity));
    owner.or_else(|| displayed_by(view, number, depth))
}

/// Returns the entity to which a relative clause attributes a quality: the Secretary-General in "the skill with which the Secretary-General is managing
/// affairs". The phrase `number` denotes the quality ("skill").
///
/// The relative clause must directly follow the phrase and begin with a preposition, and its subject must be able to act. If the subject belongs to a state or
/// organisation, the result is this state or organisation.
fn displayed_by(view: &View<'_>, number: u32, depth: u8) -> Option<EntityIx> {
    let phrase = view.phrase(number);
    let relative = |clause: &Clause| clause.kind == ClauseKind::Relative && clause.marker == Some(phrase.tokens.end + 1) && !clause.passive;
    // The token before the relative pronoun must be a preposition, not a comma as in "a system, which".
    view.doc.tokens.get(phrase.tokens.end as usize).filter(|token| token.kind == TokenKind::Word)?;
    let (_, clause) = view.clauses_near(view.sentence_of(phrase.head), phrase.head).find(|(_, clause)| relative(clause))?;
    let who = clause.subject.filter(|_| depth < DEPTH).map(|subject| resolve_from(view, subject, depth + 1))?;
    who.of.or(who.entity).filter(|_| who.is_actor())
}

/// Returns `true` if the phrase `number` is the subject of an active infinitive: "Tehran" in "urged Tehran to comply".
fn governs(view: &View<'_>, number: u32) -> bool {
    let head = view.phrase(number).head;
    view.clauses_near(view.sentence_of(head), head)
        .any(|(_, clause)| clause.kind == ClauseKind::Infinitive && clause.subject == Some(number) && !clause.passive)
}

/// Turns `found` into a participant that can act. `found` is the participant to which the phrase `number` was resolved. A thing acts for the state or organisation
/// to which it belongs ("Israeli air strikes"), and a city acts for its country ("Pyongyang"). Returns `found` unchanged if it can already act, or if no such state
/// or organisation is known.
pub(crate) fn acting(view: &View<'_>, number: u32, mut found: Resolved) -> Resolved {
    if found.is_actor() {
        return found;
    }
    let of = match found.entity {
        Some(entity) if view.catalog.class(entity) == EntityClass::City => {
            view.catalog.entity(entity).country.and_then(|country| view.catalog.find(country))
        }
        _ => owner(view, number),
    };
    if of.is_some() {
        found.of = of;
        found.kind = ParticipantKind::Actor;
    }
    found
}

/// Fills `found` from the [`Actor`](chancery_text::Actor) that covers the head of a phrase. Returns `false` if there is none.
fn actor(view: &View<'_>, number: u32, found: &mut Resolved) -> bool {
    let phrase = view.phrase(number);
    let Some(index) = view.actor_at(phrase.head) else { return false };
    let actor = &view.doc.actors[index];
    found.kind = ParticipantKind::Actor;
    found.entity = actor.person.or(actor.entity);
    found.of = actor.of;
    found.sector.clone_from(&actor.sector);
    found.members.clone_from(&actor.members);
    found.span = Span::new(found.span.start().min(actor.span.start()), found.span.end().max(actor.span.end()));
    if actor.kind == ActorKind::Group && actor.members.is_empty() && actor.entity.is_none() {
        found.kind = ParticipantKind::Unknown;
    }
    true
}

/// Fills `found` from the gazetteer entry of the name at the token `head`. Returns `false` if there is no name at this token.
fn name(view: &View<'_>, head: u32, found: &mut Resolved) -> bool {
    let Some(index) = view.mention_at(head) else { return false };
    let mention = &view.doc.mentions[index];
    let class = view.catalog.class(mention.entity);
    let info = view.catalog.entity(mention.entity);
    match class {
        EntityClass::State
        | EntityClass::Territory
        | EntityClass::Grouping
        | EntityClass::Organisation
        | EntityClass::Organ
        | EntityClass::Mechanism => {
            found.kind = ParticipantKind::Name;
            found.entity = Some(mention.entity);
            found.of = Some(mention.entity);
            info.sector.unwrap_or_default().clone_into(&mut found.sector);
            if mention.form == Form::Demonym {
                found.entity = None;
                found.kind = ParticipantKind::Noun;
            }
            true
        }
        EntityClass::Person | EntityClass::Office => {
            found.kind = ParticipantKind::Name;
            found.entity = Some(mention.entity);
            info.sector.unwrap_or_default().clone_into(&mut found.sector);
            true
        }
        _ if class.is_place() => {
            found.entity = Some(mention.entity);
            found.place = true;
            true
        }
        _ if is_group(view, mention.entity) => {
            found.kind = ParticipantKind::Name;
            found.entity = Some(mention.entity);
            info.sector.unwrap_or_default().clone_into(&mut found.sector);
            true
        }
        _ => {
            found.entity = Some(mention.entity);
            true
        }
    }
}

/// Returns `true` if the phrase `number`, a first-person pronoun, follows a quantity and "of": "all of us", "some of us".
fn is_part_of_speakers(view: &View<'_>, number: u32) -> bool {
    let head = view.phrase(number).head;
    let before = view.prepositions_near(view.sentence_of(head), head.saturating_sub(1)).iter().find(|link| link.phrase == number);
    let of = before.filter(|link| view.key(link.preposition) == view.tables.of);
    of.and_then(|of| of.preposition.checked_sub(1)).is_some_and(|quantity| view.is(quantity, Cue::Quantity))
}

/// Returns `true` if a phrase denotes the speaker's country, or a body that speaks for it: "my delegation", "our Government".
pub(crate) fn is_own_body(view: &View<'_>, number: u32) -> bool {
    let phrase = view.phrase(number);
    view.is(phrase.tokens.start, Cue::SpeakerOwner) && view.is(phrase.head, Cue::SpeakerNoun)
}

/// Fills `found` from a pronoun, or from a phrase such as "my delegation". Returns `false` for any other phrase.
fn pronoun(view: &View<'_>, number: u32, found: &mut Resolved) -> bool {
    let phrase = view.phrase(number);
    let is = |token: u32, cue: Cue| view.is(token, cue);
    let ours = is_own_body(view, number);
    let speaks = phrase.kind == PhraseKind::Pronoun && is(phrase.head, Cue::Speaker);
    // The pronoun in "all of us" also refers to people other than the speaker.
    if speaks && is_part_of_speakers(view, number) {
        found.kind = ParticipantKind::Unknown;
        found.is_pronoun = true;
        return true;
    }
    if (ours || speaks)
        && let Some(quotation) = quotation::around(view, phrase.head)
    {
        let own = |sayer: u32| is(view.phrase(sayer).head, Cue::Speaker) || is_own_body(view, sayer);
        if !quotation.sayer.is_some_and(own) {
            // The pronoun refers to the quoted person or body, not to the speaker of the document.
            found.kind = ParticipantKind::Unknown;
            found.is_pronoun = true;
            let sayer = quotation.sayer.map(|sayer| resolve(view, sayer)).filter(|sayer| sayer.is_actor() && sayer.of.is_some());
            if let Some(sayer) = sayer {
                *found = Resolved { span: found.span, is_pronoun: true, ..sayer };
            }
            return true;
        }
    }
    if ours || speaks {
        found.kind = ParticipantKind::Speaker;
        found.of = view.doc.metadata.speaker_entity;
        found.entity = view.doc.metadata.speaker_entity;
        return true;
    }
    if phrase.kind == PhraseKind::Pronoun {
        found.kind = ParticipantKind::Unknown;
        found.is_pronoun = true;
        found.reflexive = is(phrase.head, Cue::Reflexive);
        if let Some(antecedent) = refer::antecedent(view, number) {
            let all: Vec<Resolved> = view.clauses().conjuncts(antecedent).take(CONJUNCTS).map(|phrase| resolve(view, phrase)).collect();
            let members: Vec<EntityIx> = all.iter().filter_map(|who| who.of.or(who.entity)).collect();
            let several = all.len() > 1;
            if let Some(first) = all.into_iter().next() {
                *found = Resolved { span: found.span, members: if several { members } else { first.members }, ..first };
            }
        }
        return true;
    }
    false
}

/// Returns the entity to which the people or things in the phrase `number` belong. An adjective ("Indian positions"), a possessor ("Moscow's peacekeepers") or
/// the phrase after "of" ("fighters of the Liberation Front") names this owner.
pub(crate) fn owner(view: &View<'_>, number: u32) -> Option<EntityIx> {
    owner_from(view, number, 0)
}

fn owner_from(view: &View<'_>, number: u32, depth: u8) -> Option<EntityIx> {
    if depth > DEPTH {
        return None;
    }
    let phrase = view.phrase(number);
    if let Some(found) = adjective(view, number) {
        return Some(found);
    }
    let is = |token: u32, cue: Cue| view.is(token, cue);
    // The people or states in "our neighbours" do not include the speaker.
    if is(phrase.head, Cue::Relational) {
        return None;
    }
    if is(phrase.tokens.start, Cue::SpeakerOwner) {
        // The speaker shares some things with others: "our countries", "our planet".
        return view.doc.metadata.speaker_entity.filter(|_| !is(phrase.head, Cue::Common));
    }
    if let Some(possessor) = phrase.possessor {
        // The possessor may be a city that stands for its state: "Moscow's peacekeepers".
        let whose = acting(view, possessor, resolve_from(view, possessor, depth + 1));
        return whose.of.or_else(|| owner_from(view, possessor, depth + 1));
    }
    let of = after(view, number).find(|link| view.key(link.preposition) == view.tables.of)?;
    let whose = resolve_from(view, of.phrase, depth + 1);
    // An armed group or party can also be the owner: "fighters of the Liberation Front".
    let group = whose.entity.filter(|entity| is_group(view, *entity));
    whose.of.or(group).or_else(|| owner_from(view, of.phrase, depth + 1))
}
