//! Resolves noun phrases to participants.

use crate::cue::Cue;
use crate::few::Few;
use crate::refer;
use crate::tables::SectorNoun;
use crate::view::View;
use chancery_text::{
    ActorKind, ClauseKind, EntityClass, EntityIx, Form, ParticipantKind, Phrase, PhraseKind, PrepositionalPhrase, Span, TokenKind,
};

/// The maximum number of coordinated phrases that are considered.
const CONJUNCTS: usize = 20;

/// The participant to which a phrase refers.
#[derive(Clone, Debug)]
pub(crate) struct Resolved {
    pub(crate) kind: ParticipantKind,
    pub(crate) span: Span,
    pub(crate) entity: Option<EntityIx>,
    pub(crate) of: Option<EntityIx>,
    pub(crate) sector: String,
    pub(crate) members: Vec<EntityIx>,
    /// Whether the participant is a place.
    pub(crate) place: bool,
    /// Whether the phrase only refers back to the subject ("themselves").
    pub(crate) reflexive: bool,
    /// Whether the participant is a pronoun.
    pub(crate) is_pronoun: bool,
    /// Whether the participant belongs to the country where it is ("residents").
    pub(crate) local: bool,
}

impl Resolved {
    /// Whether the participant can act.
    pub(crate) fn is_actor(&self) -> bool {
        !matches!(self.kind, ParticipantKind::Thing)
    }
}

/// How many phrases are followed from one to the next ("the minister of the government of the king of …").
const DEPTH: u8 = 3;

/// Resolves a phrase. This never fails: a phrase that is not in the gazetteer becomes [`ParticipantKind::Unknown`] or a thing.
pub(crate) fn resolve(view: &View<'_>, number: u32) -> Resolved {
    resolve_from(view, number, 0)
}

/// The properties of a phrase that conditions test.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Nature {
    /// Whether the phrase refers to a participant that can act.
    pub(crate) actor: bool,
    pub(crate) place: bool,
    /// Whether the phrase refers to a state, an organisation, or somebody who acts for a government.
    pub(crate) government: bool,
}

/// Returns the nature of a phrase. Conditions often test the nature, so it is cached.
pub(crate) fn nature(view: &View<'_>, number: u32) -> Nature {
    const KNOWN: u8 = 1;
    const ACTOR: u8 = 2;
    const PLACE: u8 = 4;
    const GOVERNMENT: u8 = 8;
    let nature = view.nature(number);
    if nature.get() == 0 {
        let who = resolve(view, number);
        let bits = [(who.is_actor(), ACTOR), (who.place, PLACE), (governing(view, &who), GOVERNMENT)];
        nature.set(bits.into_iter().filter(|(holds, _)| *holds).fold(KNOWN, |all, (_, bit)| all | bit));
    }
    let has = |bit: u8| nature.get() & bit != 0;
    Nature { actor: has(ACTOR), place: has(PLACE), government: has(GOVERNMENT) }
}

/// Whether a participant is a state, an organisation, or somebody who acts for a government.
fn governing(view: &View<'_>, who: &Resolved) -> bool {
    let class = who.entity.map(|entity| view.catalog.class(entity));
    let body = matches!(
        class,
        Some(EntityClass::State | EntityClass::Territory | EntityClass::Grouping | EntityClass::Organisation | EntityClass::Organ)
    );
    who.kind == ParticipantKind::Speaker || body || who.is_actor() && who.sector == view.tables.government
}

/// Resolves the phrase `number`, which was reached through `depth` other phrases.
fn resolve_from(view: &View<'_>, number: u32, depth: u8) -> Resolved {
    let phrase = view.phrase(number);
    let mut found = Resolved {
        kind: ParticipantKind::Thing,
        span: view.span(phrase.tokens),
        entity: None,
        of: None,
        sector: String::new(),
        members: Vec::new(),
        place: false,
        reflexive: false,
        local: false,
        is_pronoun: false,
    };
    found.members = refer::pair(view, number);
    if !found.members.is_empty() {
        found.kind = ParticipantKind::Noun;
        return found;
    }
    if actor(view, number, &mut found) || name(view, phrase.head, &mut found) || pronoun(view, number, &mut found) {
        return if found.place && governs(view, number) { acting(view, number, found) } else { found };
    }
    if let Some(noun) = people(view, number) {
        found.kind = ParticipantKind::Noun;
        found.sector = view.tables.sectors[noun.sector as usize].clone();
        found.local = noun.belongs.local;
        let of = owner_from(view, number, depth).or_else(|| origin(view, number).filter(|_| noun.belongs.origin));
        found.of = of.or_else(|| whereabouts(view, number).filter(|_| noun.belongs.local));
        return found;
    }
    if phrase.kind == PhraseKind::Name && found.entity.is_none() && !is_matter(view, phrase) {
        found.kind = ParticipantKind::Unknown;
        found.of = adjective(view, number);
        // "the attorney Smith": the title gives the sector of the person.
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
        // "Lebanese territory"
        found.place = found.of.is_some() && view.is(phrase.head, Cue::Land);
    }
    found
}

/// Returns the state that owns a thing, according to an adjective ("Indian positions") or a name ("India's positions") in its phrase.
fn holder(view: &View<'_>, number: u32, depth: u8) -> Option<EntityIx> {
    let possessor = view.phrase(number).possessor.filter(|possessor| depth < DEPTH && view.phrase(*possessor).kind != PhraseKind::Pronoun);
    // "the Security Council's resolution": the owner is ignored if it is an organisation, because it says little about who is concerned.
    let body = |entity: &EntityIx| matches!(view.catalog.class(*entity), EntityClass::Organisation | EntityClass::Organ);
    adjective(view, number).or_else(|| resolve_from(view, possessor?, depth + 1).of).filter(|entity| !body(entity))
}

/// Returns the state from which people come ("refugees from Syria").
fn origin(view: &View<'_>, number: u32) -> Option<EntityIx> {
    let end = view.phrase(number).tokens.end;
    let link = after(view, number).find(|link| link.preposition == end && view.is(link.preposition, Cue::Origin))?;
    let named = view.doc.mentions[view.mention_at(view.phrase(link.phrase).head)?].entity;
    matches!(view.catalog.class(named), EntityClass::State | EntityClass::Territory).then_some(named)
}

/// Returns the country of a place that is named directly after a phrase ("a court in Guyana", "a village near the town of Mopti").
pub(crate) fn whereabouts(view: &View<'_>, number: u32) -> Option<EntityIx> {
    let phrase = view.phrase(number);
    let link = after(view, number).find(|link| link.preposition == phrase.tokens.end && view.is(link.preposition, Cue::Where))?;
    country_of_place(view, link.phrase)
}

/// Returns the country of a place, or of the place after "of" ("the town of Mopti").
pub(crate) fn country_of_place(view: &View<'_>, number: u32) -> Option<EntityIx> {
    let named = |number: u32| {
        let entity = view.doc.mentions[view.mention_at(view.phrase(number).head)?].entity;
        match view.catalog.class(entity) {
            EntityClass::State | EntityClass::Territory => Some(entity),
            EntityClass::City | EntityClass::Division | EntityClass::Site | EntityClass::Feature => {
                view.catalog.entity(entity).country.and_then(|country| view.catalog.find(country))
            }
            _ => None,
        }
    };
    // "the Ethiopian town of Axum"
    let described = || adjective(view, number).filter(|entity| view.catalog.class(*entity) == EntityClass::State);
    let of = after(view, number).find(|link| view.key(link.preposition) == view.tables.of);
    named(number).or_else(|| of.and_then(|of| named(of.phrase))).or_else(described)
}

/// Returns the prepositional phrases that belong to a phrase and follow it.
fn after<'a>(view: &View<'a>, number: u32) -> impl Iterator<Item = &'a PrepositionalPhrase> + use<'a> {
    let phrase = view.phrase(number);
    let near = view.prepositions_near(view.sentence_of(phrase.head), phrase.tokens.end);
    near.iter().filter(move |link| link.after == Some(number))
}

/// Returns true if the place `number` is the object of a verb and the subject of an active infinitive: "Tehran" in "urged Tehran to comply".
fn governs(view: &View<'_>, number: u32) -> bool {
    let head = view.phrase(number).head;
    view.clauses_near(view.sentence_of(head), head)
        .any(|(_, clause)| clause.kind == ClauseKind::Infinitive && clause.subject == Some(number) && !clause.passive)
}

/// Whether a phrase is the name of a text, a plan or another matter that does not act ("the Quito Declaration", "Chapter VII").
pub(crate) fn is_matter(view: &View<'_>, phrase: &Phrase) -> bool {
    let is = |token: u32| view.is(token, Cue::Matter);
    is(phrase.head) || phrase.head.checked_sub(1).is_some_and(|before| before >= phrase.tokens.start && is(before))
}

/// Whether a phrase is a bare number of at most three digits, which may stand for people. This excludes years and large sums.
pub(crate) fn is_count(view: &View<'_>, number: u32) -> bool {
    const DIGITS: u32 = 3;
    let phrase = view.phrase(number);
    let token = &view.doc.tokens[phrase.head as usize];
    phrase.kind == PhraseKind::Noun
        && phrase.tokens.end - phrase.tokens.start == 1
        && token.kind == TokenKind::Number
        && token.span.len() <= DIGITS
}

/// Returns the participant that acts if the subject `found` is a thing: the state or organisation to which the thing belongs ("Israeli air strikes"), or the
/// government of a city ("Pyongyang").
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

/// Returns the further participants that share a noun for people with `who`: Ethiopia and Sudan in "the leaders of Egypt, Ethiopia and Sudan". A conjunct with its own
/// article does not share the noun, and is a participant by itself: "the government of Ethiopia and the Liberation Front".
pub(crate) fn coordinated(view: &View<'_>, sentence: u32, number: u32, who: &Resolved) -> Vec<Resolved> {
    if who.kind == ParticipantKind::Name && !who.is_pronoun {
        return beyond_name(view, sentence, number);
    }
    if who.kind == ParticipantKind::Thing {
        return joined_adjectives(view, number, who);
    }
    if !matches!(who.kind, ParticipantKind::Actor | ParticipantKind::Noun) || who.sector.is_empty() || !who.members.is_empty() {
        return Vec::new();
    }
    let shared = sharing(view, sentence, number, who);
    if !shared.is_empty() {
        return shared;
    }
    let described = described(view, number, who);
    if !described.is_empty() {
        return described;
    }
    let joined = joined_adjectives(view, number, who);
    if joined.is_empty() { examples(view, sentence, number, who) } else { joined }
}

/// Returns the further participants after "of": Uzbekistan in "the Presidents of Kazakhstan and Uzbekistan".
fn sharing(view: &View<'_>, sentence: u32, number: u32, who: &Resolved) -> Vec<Resolved> {
    let end = view.phrase(number).tokens.end;
    let inside = |token: u32| view.doc.tokens.get(token as usize).is_some_and(|token| token.span.end() <= who.span.end());
    let near = view.prepositions_near(sentence, end).iter().filter(|link| link.preposition >= end);
    // "our brothers in Iran and Iraq"
    let there = |preposition: u32| who.local && preposition == end && view.is(preposition, Cue::Where);
    // "the ministers for foreign affairs of Kenya and Uganda"
    let mut of = near.filter(|link| {
        let of = view.key(link.preposition) == view.tables.of || there(link.preposition);
        of && (link.after == Some(number) || inside(link.preposition))
    });
    let Some(of) = of.find(|link| view.phrase(link.phrase).next.is_some()) else { return Vec::new() };
    let mut all = Vec::new();
    for conjunct in view.clauses().conjuncts(of.phrase).take(CONJUNCTS) {
        let head = view.phrase(conjunct).head;
        let named = view.mention_at(head).map(|mention| view.doc.mentions[mention].entity);
        if let Some(state) = named.filter(|entity| matches!(view.catalog.class(*entity), EntityClass::State | EntityClass::Territory)) {
            if who.of != Some(state) {
                let span = view.span(view.phrase(conjunct).tokens);
                all.push(Resolved { kind: ParticipantKind::Actor, span, entity: None, of: Some(state), ..who.clone() });
            }
            continue;
        }
        let other = resolve(view, conjunct);
        let apart = conjunct != of.phrase && view.phrase(conjunct).tokens.start != head;
        if apart && matches!(other.kind, ParticipantKind::Name | ParticipantKind::Unknown) {
            all.push(other);
        }
    }
    all
}

/// Returns the participants that are coordinated with a name of several phrases: Japan in "the Republic of Korea and Japan".
fn beyond_name(view: &View<'_>, sentence: u32, number: u32) -> Vec<Resolved> {
    let phrase = view.phrase(number);
    let Some(mention) = view.mention_at(phrase.head) else { return Vec::new() };
    let end = view.doc.mentions[mention].span.end();
    if end <= view.span(phrase.tokens).end() {
        return Vec::new();
    }
    let start = |phrase: u32| view.span(view.phrase(phrase).tokens).start();
    let near = view.prepositions_near(sentence, phrase.tokens.end).iter();
    let inner = near.skip_while(|link| link.preposition < phrase.tokens.end).take_while(|link| start(link.phrase) < end).last();
    let Some(inner) = inner else { return Vec::new() };
    let others = view.clauses().conjuncts(inner.phrase).take(CONJUNCTS).filter(|conjunct| start(*conjunct) >= end);
    others.map(|conjunct| resolve(view, conjunct)).filter(Resolved::is_actor).collect()
}

/// Returns the further states and regions that are named by adjectives in a phrase: Palestine in "Israeli and Palestinian land".
fn joined_adjectives(view: &View<'_>, number: u32, who: &Resolved) -> Vec<Resolved> {
    let phrase = view.phrase(number);
    // Two adjectives and "and" stand before the noun.
    if phrase.head < phrase.tokens.start + 3 {
        return Vec::new();
    }
    let mut named: Few<(EntityIx, Span, bool)> = Few::default();
    for mention in (phrase.tokens.start..phrase.head).filter_map(|token| view.mention_at(token)) {
        let mention = &view.doc.mentions[mention];
        let region = match view.catalog.class(mention.entity) {
            EntityClass::State | EntityClass::Territory => false,
            EntityClass::Region => true,
            _ => continue,
        };
        if mention.form == Form::Adjective && !named.iter().any(|(entity, ..)| *entity == mention.entity) {
            named.push((mention.entity, mention.span, region));
        }
    }
    if named.iter().count() < 2 {
        return Vec::new();
    }
    let others = named.iter().filter(|(entity, ..)| who.of != Some(*entity));
    let found = others.map(|(entity, span, region)| {
        let (kind, of) = if *region { (ParticipantKind::Thing, None) } else { (who.kind, Some(*entity)) };
        Resolved { kind, span: *span, entity: Some(*entity).filter(|_| *region), of, place: *region, ..who.clone() }
    });
    found.collect()
}

/// Returns the examples of a group that is not itself known: Jordan and Lebanon in "the countries of the region, such as Jordan and Lebanon".
fn examples(view: &View<'_>, sentence: u32, number: u32, who: &Resolved) -> Vec<Resolved> {
    const WORDS: u32 = 3;
    let end = view.phrase(number).tokens.end;
    let near = || view.prepositions_near(sentence, end).iter();
    if who.of.is_some() || who.entity.is_some() || !(end..end + 2).any(|token| view.is(token, Cue::Example)) {
        return Vec::new();
    }
    let Some(link) = near().find(|link| (end..end + WORDS).contains(&link.preposition)) else { return Vec::new() };
    let all = view.clauses().conjuncts(link.phrase).take(CONJUNCTS).map(|conjunct| resolve(view, conjunct));
    all.filter(|example| example.entity.is_some() && example.is_actor()).collect()
}

/// Returns the further actors that are described by the same words: Turkey in "Turkish and Greek diplomats".
fn described(view: &View<'_>, number: u32, who: &Resolved) -> Vec<Resolved> {
    let Some(first) = view.actor_at(view.phrase(number).head) else { return Vec::new() };
    let span = view.doc.actors[first].span;
    let same = |index: &usize| view.doc.actors[*index].span == span;
    let before = (0..first).rev().take_while(same).collect::<Vec<_>>();
    let after = (first + 1..view.doc.actors.len()).take_while(same);
    let others = before.into_iter().rev().chain(after).map(|index| view.doc.actors[index].of);
    others.filter(|of| of.is_some() && *of != who.of).map(|of| Resolved { entity: None, of, ..who.clone() }).collect()
}

/// Fills `found` from the actor that covers the head of a phrase, if the layer of actors contains one. Returns whether it does.
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

/// Fills `found` from the gazetteer entry of the name at the token `head`. Returns false if no name stands there.
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
        EntityClass::City | EntityClass::Division | EntityClass::Region | EntityClass::Site | EntityClass::Feature => {
            found.entity = Some(mention.entity);
            found.place = true;
            true
        }
        // Parties, companies and armed groups can act; they have a sector. A war or a principle has no sector and cannot act.
        EntityClass::Other if info.sector.is_some() => {
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

fn pronoun(view: &View<'_>, number: u32, found: &mut Resolved) -> bool {
    let phrase = view.phrase(number);
    let is = |token: u32, cue: Cue| view.is(token, cue);
    let ours = is(phrase.tokens.start, Cue::SpeakerOwner) && is(phrase.head, Cue::SpeakerNoun);
    if ours || phrase.kind == PhraseKind::Pronoun && is(phrase.head, Cue::Speaker) {
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

/// Returns the entry of the noun for people or bodies at the head of a phrase.
fn people<'a>(view: &View<'a>, number: u32) -> Option<&'a SectorNoun> {
    let phrase = view.phrase(number);
    // "the prosecutor's office"
    let start = phrase.possessor.map_or(phrase.tokens.start, |owner| view.phrase(owner).tokens.start);
    people_at(view, phrase.head, start)
}

fn people_at<'a>(view: &View<'a>, head: u32, start: u32) -> Option<&'a SectorNoun> {
    let nouns = view.tables.people.get(view.word(head).people as usize)?;
    nouns.iter().find(|noun| {
        let length = noun.before.len() as u32;
        head >= start + length && noun.before.iter().zip(head - length..).all(|(word, token)| view.key(token) == *word)
    })
}

/// Returns the sector of a noun for people that precedes a name ("attorney general Smith").
fn title(view: &View<'_>, number: u32) -> Option<u16> {
    let phrase = view.phrase(number);
    (phrase.tokens.start..phrase.head).rev().find_map(|token| people_at(view, token, phrase.tokens.start)).map(|noun| noun.sector)
}

/// Returns the state, organisation or armed group that modifies the head of a phrase, as an adjective or as a noun before the head.
fn adjective(view: &View<'_>, number: u32) -> Option<EntityIx> {
    let phrase = view.phrase(number);
    (phrase.tokens.start..phrase.tokens.end).filter(|token| *token != phrase.head).find_map(|token| {
        let mention = view.mention_at(token)?;
        let entity = view.doc.mentions[mention].entity;
        let class = view.catalog.class(entity);
        // In "the Islamic Republic of Iran", "Islamic" is part of the name.
        if class == EntityClass::State && view.mention_at(phrase.head) == Some(mention) {
            return None;
        }
        // "Hamas fighters": parties and armed groups are entities with a sector.
        let group = class == EntityClass::Other && view.catalog.entity(entity).sector.is_some();
        let body = matches!(class, EntityClass::State | EntityClass::Territory | EntityClass::Organisation | EntityClass::Organ);
        (body || group).then_some(entity)
    })
}

/// Returns the owner of a phrase: the state of an adjective, the possessor, or the phrase after "of".
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
    // "our neighbours" are not part of "us".
    if is(phrase.head, Cue::Relational) {
        return None;
    }
    if is(phrase.tokens.start, Cue::SpeakerOwner) {
        // "our countries", "our planet": others have a part in them.
        return view.doc.metadata.speaker_entity.filter(|_| !is(phrase.head, Cue::Common));
    }
    if let Some(possessor) = phrase.possessor {
        // "Moscow's peacekeepers"
        let whose = acting(view, possessor, resolve_from(view, possessor, depth + 1));
        return whose.of.or_else(|| owner_from(view, possessor, depth + 1));
    }
    let sentence = view.doc.sentences.partition_point(|sentence| sentence.token_range.end <= phrase.head);
    let end = phrase.tokens.end;
    let mut near = view.prepositions_near(sentence as u32, end).iter();
    let of = near.find(|link| link.after == Some(number) && view.key(link.preposition) == view.tables.of)?;
    let whose = resolve_from(view, of.phrase, depth + 1);
    // "fighters of the Liberation Front": parties and armed groups are entities with a sector, but belong to no state.
    let group = whose.entity.filter(|entity| whose.kind == ParticipantKind::Name && view.catalog.class(*entity) == EntityClass::Other);
    whose.of.or(group).or_else(|| owner_from(view, of.phrase, depth + 1))
}

/// Returns the phrase that is the possessor of the phrase `number`, if any.
pub(crate) fn possessor(view: &View<'_>, number: u32) -> Option<u32> {
    view.phrase(number).possessor
}

/// Returns the participants for the states that are named by adjectives in a phrase ("the Israeli raid", "French and Chinese tests").
pub(crate) fn adjectivals(view: &View<'_>, number: u32) -> Vec<Resolved> {
    let first = adjectival(view, number);
    let others = first.as_ref().map_or_else(Vec::new, |first| joined_adjectives(view, number, first));
    first.into_iter().chain(others).collect()
}

fn adjectival(view: &View<'_>, number: u32) -> Option<Resolved> {
    let entity = adjective(view, number)?;
    let phrase = view.phrase(number);
    let token = (phrase.tokens.start..phrase.tokens.end)
        .find(|token| view.mention_at(*token).is_some_and(|mention| view.doc.mentions[mention].entity == entity))?;
    let mention = &view.doc.mentions[view.mention_at(token)?];
    Some(Resolved {
        kind: ParticipantKind::Name,
        span: mention.span,
        entity: Some(entity),
        of: Some(entity),
        sector: String::new(),
        members: Vec::new(),
        place: false,
        reflexive: false,
        local: false,
        is_pronoun: false,
    })
}

/// Makes a participant of the speaker whose possessive begins a phrase ("our support").
pub(crate) fn speaking_owner(view: &View<'_>, number: u32) -> Option<Resolved> {
    let phrase = view.phrase(number);
    let ours = view.is(phrase.tokens.start, Cue::SpeakerOwner) && !view.is(phrase.head, Cue::Common);
    let speaker = view.doc.metadata.speaker_entity;
    ours.then(|| Resolved {
        kind: ParticipantKind::Speaker,
        span: view.doc.tokens[phrase.tokens.start as usize].span,
        entity: speaker,
        of: speaker,
        sector: String::new(),
        members: Vec::new(),
        place: false,
        reflexive: false,
        local: false,
        is_pronoun: true,
    })
}
