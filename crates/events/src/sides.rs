//! Finds the phrases that can be a side of an event, that is, its source (who acts) or its target (who is acted upon). A slot is a part of a clause or noun phrase
//! in which a frame looks for a side.

use crate::coordinated::coordinated;
use crate::country::is_capital;
use crate::cue::Cue;
use crate::few::Few;
use crate::inside::{behind, inside, is_compound};
use crate::modifiers::{adjectivals, speaking_owner};
use crate::nature::nature;
use crate::people::is_count;
use crate::place::{Place, belongs};
use crate::resolve;
use crate::resolved::Resolved;
use crate::tables::Slot;
use crate::view::View;
use chancery_text::{ClauseKind, EntityClass, ParticipantKind, PhraseKind, PrepositionalPhrase, TokenKind};

/// Returns the phrases in a slot, in order of preference.
pub(crate) fn phrases(view: &View<'_>, place: &Place<'_>, slot: Slot) -> Few<u32> {
    let mut all = written(view, place, slot);
    for phrase in all.iter_mut() {
        *phrase = view.real(place.sentence, *phrase);
    }
    all
}

/// Returns the phrases of `found` that follow the verb or, if there are none, all of them: in "To our surprise, Kenya agrees to the plan", only the plan is a side.
fn after_verb(view: &View<'_>, place: &Place<'_>, found: Few<u32>) -> Few<u32> {
    let Some((_, clause)) = place.clause else { return found };
    // The phrase must modify the verb or its object, not another phrase: "to the cause" in "To Kenya, we express our gratitude for its service to the cause".
    let direct = |phrase: u32| {
        let links = view.prepositions_near(place.sentence, view.phrase(phrase).tokens.start);
        links.iter().find(|link| link.phrase == phrase).is_none_or(|link| link.after.is_none() || link.after == place.object)
    };
    let later = |phrase: &u32| view.phrase(*phrase).tokens.start >= clause.verb.end && direct(*phrase);
    let behind = |phrase: &u32| view.phrase(*phrase).tokens.start >= clause.verb.end;
    if found.iter().any(later) { found.iter().copied().filter(behind).collect() } else { found }
}

/// Returns the phrases in a slot, as [`phrases`] does, but does not replace a quantity with what is counted. For "dozens of activists", returns "dozens".
fn written(view: &View<'_>, place: &Place<'_>, slot: Slot) -> Few<u32> {
    match slot {
        Slot::Subject => place.subject.into_iter().collect(),
        Slot::Object => place.object.into_iter().collect(),
        Slot::Indirect => place.indirect.into_iter().collect(),
        Slot::Preposition(preposition) => {
            let found: Few<u32> = links(view, place)
                .iter()
                .filter(|(key, phrase)| *key == preposition && !is_no_side(view, place.sentence, *phrase) && !joins(view, *phrase))
                .map(|(_, phrase)| *phrase)
                .collect();
            let found = after_verb(view, place, found);
            let other = || relative(view, place, preposition).or_else(|| fronted(view, place, preposition));
            if found.is_empty() { other().into_iter().collect() } else { found }
        }
        Slot::ObjectOwner => {
            // Each of the coordinated objects may have an owner: "condemn Kenya's raid and Chad's response".
            let nouns = place.noun.or(place.object).into_iter().flat_map(|noun| view.clauses().conjuncts(noun).take(MOST));
            nouns.filter_map(|noun| view.phrase(noun).possessor).collect()
        }
        Slot::ObjectPreposition(preposition) => within(view, place, place.noun.or(place.object), preposition),
        Slot::SubjectOwner => place.subject.and_then(|subject| view.phrase(subject).possessor).into_iter().collect(),
        Slot::SubjectPreposition(preposition) => within(view, place, place.subject, preposition),
        Slot::ComplementPreposition(preposition) => {
            let Some((number, _)) = place.clause else { return Few::default() };
            complement(view, place.sentence, number)
                .map_or(Few::default(), |child| phrases(view, &Place::verb(view, child), Slot::Preposition(preposition)))
        }
        Slot::ComplementSubject | Slot::ComplementObject => {
            let child = match (place.noun, place.clause) {
                // The governed clause depends on the noun: "to attack Kenya" in "the threat to attack Kenya".
                (Some(noun), _) => governed(view, place.sentence, noun),
                (None, Some((number, _))) => complement(view, place.sentence, number),
                (None, None) => None,
            };
            let phrase = child.and_then(|child| {
                let inner = Place::verb(view, child);
                // In "committed itself to giving Africa resources", the other side is the receiver, not the thing that is given.
                let receiver = inner.indirect.filter(|receiver| nature(view, *receiver).actor);
                if slot == Slot::ComplementSubject {
                    // If the agent of a passive clause is a thing, the statement is about the grammatical subject: "the plan" in "hope that the plan will be
                    // welcomed by public opinion".
                    let thing = |subject: &u32| !nature(view, *subject).actor;
                    let patient = inner.clause.filter(|(_, clause)| clause.passive).and(inner.object);
                    inner.subject.filter(|subject| patient.is_none() || !thing(subject)).or(patient).or(inner.subject)
                } else {
                    // In "prepared to give support to all drafts", the other side is the drafts, not the support.
                    let behind = light_object(view, &inner).and_then(|link| link).map(|link| link.phrase);
                    receiver.or(behind).or(inner.object).or_else(|| carried_out(view, place.sentence, child))
                }
            });
            // The "it" in "said that it is time" does not refer to anything.
            let nobody = |phrase: &u32| view.is(view.phrase(*phrase).head, Cue::Dummy);
            phrase.filter(|phrase| slot == Slot::ComplementObject || !nobody(phrase)).into_iter().collect()
        }
    }
}

/// Returns the phrase after a preposition that precedes a verb of wishing: "Kenya" in "To Kenya, I wish to pay tribute". The verb at `place` must be an
/// infinitive that depends on this verb.
fn fronted(view: &View<'_>, place: &Place<'_>, preposition: u64) -> Option<u32> {
    if !view.tables.words.get(view.tables.words.number(preposition)).is(Cue::Addressee) {
        return None;
    }
    let (_, clause) = place.clause.filter(|(_, clause)| clause.kind == ClauseKind::Infinitive)?;
    let above = clause.parent.filter(|above| view.is(view.clause(*above).head, Cue::Desire))?;
    let start = view.clause(above).verb.start;
    let links = view.prepositions_near(place.sentence, start).iter();
    let mut first = links.filter(|link| link.clause == Some(above) && link.after.is_none() && link.preposition < start);
    first.find(|link| view.key(link.preposition) == preposition).map(|link| link.phrase)
}

/// Returns the object of the clause that an infinitive such as "to continue" governs: the Committee in "pledges to continue supporting the Committee". `number`
/// is the index of the infinitive clause.
fn carried_out(view: &View<'_>, sentence: u32, number: u32) -> Option<u32> {
    let clause = view.clause(number);
    let goes_on = clause.kind == ClauseKind::Infinitive && view.is(clause.head, Cue::Perform);
    let child = complement(view, sentence, number).filter(|_| goes_on)?;
    Place::verb(view, child).object
}

/// Returns the noun phrase to which the relative pronoun of a clause refers, if the pronoun follows the preposition: the country in "a country with which we
/// cooperate".
fn relative(view: &View<'_>, place: &Place<'_>, preposition: u64) -> Option<u32> {
    relative_after(view, place, |token| view.key(token) == preposition)
}

/// Like [`relative`], but accepts any preposition except the one that introduces an agent.
pub(crate) fn relative_antecedent(view: &View<'_>, place: &Place<'_>) -> Option<u32> {
    let is_preposition = |token: u32| {
        let links = view.prepositions_near(place.sentence, token);
        // Before a relative pronoun, the text has a preposition without a phrase, so it is in no link.
        view.key(token) != view.tables.agent && view.is(token, Cue::Relating) && !links.iter().any(|link| link.preposition == token)
    };
    relative_after(view, place, is_preposition)
}

/// Returns the noun phrase to which the relative pronoun of a clause refers, if the token before the pronoun is a preposition that `fits` accepts.
fn relative_after(view: &View<'_>, place: &Place<'_>, fits: impl Fn(u32) -> bool) -> Option<u32> {
    let (_, clause) = place.clause?;
    // The preposition before the relative pronoun may belong to an infinitive below the relative clause: "to whom I wish to pay tribute".
    let above = clause.parent.filter(|_| clause.kind == ClauseKind::Infinitive).map(|parent| view.clause(parent));
    let clause = above.filter(|above| above.kind == ClauseKind::Relative && above.object.is_none()).unwrap_or(clause);
    let marker = clause.marker.filter(|_| clause.kind == ClauseKind::Relative)?;
    let before = marker.checked_sub(1).filter(|before| fits(*before))?;
    clause.governor.filter(|governor| view.phrase(*governor).tokens.end <= before)
}

/// Returns the phrases that follow prepositions in the clause of `place`. Each item contains the hash key of the preposition and the phrase.
pub(crate) fn links(view: &View<'_>, place: &Place<'_>) -> Few<(u64, u32)> {
    let Some((number, clause)) = place.clause else { return Few::default() };
    view.prepositions_near(place.sentence, clause.verb.end)
        .iter()
        .filter(|link| Some(link.preposition) != place.used && (link.preposition >= clause.verb.end || link.after.is_none()))
        .filter(|link| belongs(view, link, number) && !is_compound(view, link))
        .map(|link| (view.key(link.preposition), link.phrase))
        .collect()
}

/// Returns `true` if a phrase cannot be a side. There are four kinds of such phrases:
///
/// - a time expression ("October 2011")
/// - a single noun of purpose that governs an infinitive ("order" in "in order to")
/// - a noun that is part of a compound preposition ("view" in "with a view to")
/// - a noun that forms a preposition with the word "of" after it ("terms" in "in terms of conflict")
fn is_no_side(view: &View<'_>, sentence: u32, number: u32) -> bool {
    let phrase = view.phrase(number);
    let bare = phrase.tokens.start == phrase.head && phrase.tokens.end == phrase.head + 1;
    // The noun is part of a compound preposition if another preposition or an -ing clause follows: "with a view to".
    let links = view.prepositions_near(sentence, phrase.tokens.end);
    let compound = view.is(phrase.head, Cue::Compound) && links.iter().any(|link| link.preposition == phrase.tokens.end);
    let before_gerund = view.is(phrase.head, Cue::Compound)
        && view
            .clauses_near(sentence, phrase.tokens.end)
            .any(|(_, clause)| clause.kind == ClauseKind::Gerund && clause.marker == Some(phrase.tokens.end));
    // The noun forms a preposition with "of": "in terms of conflict".
    let opens = || links.iter().any(|link| link.preposition == phrase.tokens.end && view.key(link.preposition) == view.tables.of);
    phrase.kind == PhraseKind::Time
        || bare && view.is(phrase.head, Cue::Opener) && opens()
        || bare && view.is(phrase.head, Cue::Purpose) && governed(view, sentence, number).is_some()
        || phrase.head <= phrase.tokens.start + 1 && (compound || before_gerund)
}

/// Returns `true` if a phrase after an adverb such as "together" names somebody who acts with the subject: "other members" in "together with other members,
/// Kenya is participating". The adverb must begin the sentence or follow a punctuation mark.
fn joins(view: &View<'_>, phrase: u32) -> bool {
    let start = view.phrase(phrase).tokens.start;
    let word = start.checked_sub(2).filter(|word| view.is(*word, Cue::Together));
    let apart = |before: u32| {
        view.doc.tokens.get(before as usize).is_some_and(|token| !view.doc.slice(token.span).starts_with(char::is_alphanumeric))
    };
    let first = |word: u32| word == view.doc.sentences[view.sentence_of(word) as usize].token_range.start;
    word.is_some_and(|word| first(word) || word.checked_sub(1).is_some_and(apart))
}

/// Returns the phrase that names the agent of a passive participle after the noun phrase `noun`: "the United States" in "the blockade imposed by the United
/// States". `own` is the clause at which frames are tried. A participle that belongs to this clause is ignored, because its agent is already the logical subject.
fn doer_of_participle(view: &View<'_>, sentence: u32, noun: u32, own: Option<u32>) -> Option<u32> {
    /// The number of tokens after the noun phrase that are searched for the start of the participle ("the decision, recently announced by").
    const APART: u32 = 3;
    let end = view.phrase(noun).tokens.end;
    let mut near = view.clauses_near(sentence, end);
    let (number, clause) = near.find(|(number, clause)| {
        Some(*number) != own
            && clause.kind == ClauseKind::Participle
            && clause.passive
            && clause.governor == Some(noun)
            && (end..end + APART).contains(&clause.verb.start)
    })?;
    let links = view.prepositions_near(sentence, clause.verb.end).iter();
    let mut agents = links.filter(|link| link.clause == Some(number) && view.key(link.preposition) == view.tables.agent);
    agents.find(|link| link.preposition >= clause.verb.end).map(|link| link.phrase)
}

/// Returns the phrases that follow the preposition with the key `preposition` within the noun phrase `noun`, nearest first.
fn within(view: &View<'_>, place: &Place<'_>, noun: Option<u32>, preposition: u64) -> Few<u32> {
    let sentence = place.sentence;
    let own = place.clause.map(|(number, _)| number);
    // A phrase in the title of a text is not a side ("the Convention on the Law of the Sea").
    if noun.is_some_and(|noun| is_title(view, noun)) {
        return Few::default();
    }
    // The agent may follow a participle that modifies the noun: "the blockade imposed by the United States".
    if preposition == view.tables.agent
        && let Some(agent) = noun.and_then(|noun| doer_of_participle(view, sentence, noun, own))
    {
        return [agent].into_iter().collect();
    }
    // Few nouns have this preposition after them, so this quick test comes first.
    let near = noun.is_some_and(|noun| behind(view, sentence, noun).any(|link| view.key(link.preposition) == preposition));
    if !near {
        return Few::default();
    }
    let found = inside(view, sentence, noun);
    let fits = |key: u64, phrase: u32| key == preposition && !is_no_side(view, sentence, phrase);
    let away = |phrase: u32| preposition == view.tables.of && lies_within(view, sentence, noun, phrase);
    found.iter().filter(|(key, phrase)| fits(*key, *phrase) && !away(*phrase)).map(|(_, phrase)| *phrase).collect()
}

/// Returns `true` if `phrase` modifies, with "of", a noun after a preposition of place. Such a phrase does not name who acts: in "the interference in the
/// affairs of Kampuchea", Kampuchea does not interfere. `noun` is the noun whose sides are wanted. If `phrase` directly modifies `noun` itself, returns
/// `false`.
fn lies_within(view: &View<'_>, sentence: u32, noun: Option<u32>, phrase: u32) -> bool {
    let links = view.prepositions_near(sentence, view.phrase(phrase).head);
    let before = |number: u32| links.iter().find(|link| link.phrase == number);
    let place = before(phrase).and_then(|of| of.after).filter(|owned| Some(*owned) != noun).and_then(before);
    place.is_some_and(|link| link.after.is_some() && view.is(link.preposition, Cue::Where))
}

/// Returns `true` if the noun phrase `noun` is only the first part of the title of a treaty or other instrument ("the Convention" in "the Convention on the Law of
/// the Sea").
fn is_title(view: &View<'_>, noun: u32) -> bool {
    let phrase = view.phrase(noun);
    let named = view.mention_at(phrase.head).map(|mention| &view.doc.mentions[mention]);
    named.is_some_and(|mention| {
        view.catalog.class(mention.entity) == EntityClass::Instrument && mention.span.end() > view.span(phrase.tokens).end()
    })
}

/// If the object of the verb at `place` is a noun such as "attention", which only says how somebody acts, returns what the act concerns: the issue in "pay
/// attention to the issue".
///
/// Returns an empty list if a governed clause says what the act concerns ("do our utmost to find"). Returns `None` if the object is not such a noun, or if
/// nothing says what the act concerns.
pub(crate) fn behind_light_object(view: &View<'_>, place: &Place<'_>) -> Option<Vec<Resolved>> {
    let next = light_object(view, place)?;
    let object = place.object?;
    let goes_on = || {
        place.clause.is_some_and(|(number, _)| complement(view, place.sentence, number).is_some())
            || governed(view, place.sentence, object).is_some()
    };
    if next.is_none() && !goes_on() {
        return None;
    }
    Some(next.map_or_else(Vec::new, |link| {
        let slot = if link.after == Some(object) { Slot::ObjectPreposition } else { Slot::Preposition };
        resolved(view, place, slot(view.key(link.preposition)))
    }))
}

/// If the object of the verb at `place` is a noun with the cue `Cue::Light` ("attention" in "pay attention to the issue"), returns the prepositional phrase
/// directly after the object. The inner value is `None` if there is no such phrase. The outer value is `None` for any other object.
fn light_object<'a>(view: &View<'a>, place: &Place<'a>) -> Option<Option<&'a PrepositionalPhrase>> {
    let object = place.object.filter(|object| view.is(view.phrase(*object).head, Cue::Light))?;
    let end = view.phrase(object).tokens.end;
    Some(view.prepositions_near(place.sentence, end).iter().find(|link| link.preposition == end))
}

/// Returns the key of the first preposition after the verb at `place` that has one of the cues.
pub(crate) fn first_link(view: &View<'_>, place: &Place<'_>, cues: &[Cue]) -> Option<u64> {
    let has = |key: u64| cues.iter().any(|cue| view.tables.words.get(view.tables.words.number(key)).is(*cue));
    links(view, place).iter().map(|(key, _)| *key).find(|key| has(*key))
}

/// Returns the clause that is governed by a noun ("to sign" in "the decision to sign").
pub(crate) fn governed(view: &View<'_>, sentence: u32, noun: u32) -> Option<u32> {
    view.clauses_near(sentence, view.phrase(noun).head).find(|(_, clause)| clause.governor == Some(noun)).map(|(child, _)| child)
}

/// Returns the active relative clause whose object is the noun phrase `noun`: "the Council has done" in "the work the Council has done". Skips a verb that only
/// leads to an infinitive: "the role the Council has to play".
pub(crate) fn doer_of_relative(view: &View<'_>, sentence: u32, noun: u32) -> Option<u32> {
    let end = view.phrase(noun).tokens.end;
    let mut near = view.clauses_near(sentence, end);
    let found = near.find(|(_, clause)| {
        clause.kind == ClauseKind::Relative
            && clause.governor == Some(noun)
            && clause.object == Some(noun)
            && !clause.passive
            && !clause.negated
    });
    found.map(|(number, _)| number)
}

/// Returns the clause that is governed by the verb of the clause `number`, or by a participle that follows this verb like an adjective ("remains convinced that").
pub(crate) fn complement(view: &View<'_>, sentence: u32, number: u32) -> Option<u32> {
    /// The number of tokens after the verb that are searched for the start of the participle ("remains very deeply convinced").
    const APART: u32 = 3;
    let governed = |by: u32| {
        let mut inside = view.clauses_near(sentence, view.clause(by).head);
        let child = inside.find(|(_, clause)| {
            clause.parent == Some(by)
                && matches!(clause.kind, ClauseKind::Infinitive | ClauseKind::Content | ClauseKind::Gerund)
                // The verb does not govern a gerund clause before it: "in acknowledging the role, I stress".
                && (clause.kind != ClauseKind::Gerund || clause.head > view.clause(by).head)
                // In "see that Kenya, after recognizing", "after recognizing" only says when, so it is not the governed clause.
                && !clause.marker.is_some_and(|marker| clause.kind == ClauseKind::Gerund && view.is(marker, Cue::Limit))
                && !crate::voice::in_order(view, clause)
        });
        child.map(|(child, _)| child)
    };
    // In "is honoured and privileged to", both participles govern the infinitive.
    let joined = || {
        let end = view.clause(number).verb.end;
        let (next, other) = view.clauses_near(sentence, end).find(|(next, _)| *next == number + 1)?;
        let directly = other.passive && view.clause(number).passive && other.verb.start == end + 1;
        governed(next).filter(|_| directly)
    };
    governed(number).or_else(joined).or_else(|| {
        let end = view.clause(number).verb.end;
        let (participle, _) = view.clauses_near(sentence, end).find(|(_, clause)| {
            let near = (end..end + APART).contains(&clause.verb.start);
            clause.parent == Some(number) && clause.kind == ClauseKind::Participle && clause.passive && near && clause.governor.is_none()
        })?;
        governed(participle)
    })
}

/// Returns the infinitive directly below the clause `number` that states its purpose: "to foster peace" in "work jointly to foster peace".
pub(crate) fn purpose(view: &View<'_>, sentence: u32, number: u32) -> Option<u32> {
    let head = view.clause(number).head;
    let mut near = view.clauses_near(sentence, head);
    let below = near.find(|(_, clause)| clause.kind == ClauseKind::Infinitive && clause.parent == Some(number) && clause.head > head);
    below.map(|(below, _)| below)
}

/// Returns the next coordinated phrase after `phrase`, if the preposition is repeated before it: "the members of the Council" in "thanks to the Secretary-General
/// and to the members of the Council".
fn next_coordinated(view: &View<'_>, place: &Place<'_>, slot: Slot, phrase: u32) -> Option<u32> {
    let key = match slot {
        Slot::Preposition(key) | Slot::ObjectPreposition(key) => key,
        // The object may follow a preposition that belongs to the verb: "to" in "speak to".
        Slot::Object => view.key(place.used?),
        _ => return None,
    };
    let last = view.clauses().conjuncts(phrase).take(MOST).last().unwrap_or(phrase);
    let end = view.phrase(last).tokens.end;
    // Prepositional phrases that belong to the first phrase may come between the two coordinated phrases.
    let mut links = view.prepositions_near(place.sentence, end).iter().skip_while(|link| link.preposition < end);
    let next = links.find(|link| link.after.is_none() || view.key(link.preposition) != view.tables.of)?;
    let verb = view.clauses_near(place.sentence, end).any(|(_, clause)| (end..next.preposition).contains(&clause.head));
    (view.key(next.preposition) == key && next.after.is_none() && !verb).then_some(next.phrase)
}

/// The maximum number of coordinated phrases that are considered. It also limits the number of participants on a side.
const MOST: usize = 40;

/// Returns the participants in a slot, including those in coordinated phrases. The phrases of the slot are tried in order, up to the first one that contains an
/// actor.
pub(crate) fn resolved(view: &View<'_>, place: &Place<'_>, slot: Slot) -> Vec<Resolved> {
    let mut all: Vec<Resolved> = Vec::new();
    let mut last: Option<u32> = None;
    for phrase in phrases(view, place, slot).iter() {
        // In "support for the search for a solution", the solution is part of the search, not a second side. If an actor follows, as in "the question of the
        // rights of Chad", the act concerns this actor.
        let nested = last.is_some_and(|last| is_within(view, place.sentence, *phrase, last));
        last = Some(*phrase);
        if nested && all.iter().all(|who| who.kind == ParticipantKind::Thing) {
            let mut inner = Vec::new();
            add(view, place, slot, *phrase, &mut inner);
            if !inner.iter().any(|who| who.is_actor() && !who.place) {
                continue;
            }
            all.clear();
        }
        let before = all.len();
        add(view, place, slot, *phrase, &mut all);
        // A thing is dropped if it is coordinated with a place or an actor: "from Kampuchea and the exercise of the right".
        if all.get(before).is_some_and(|first| first.is_actor() || first.place) {
            let kept = all.split_off(before + 1);
            for who in kept {
                if who.kind != ParticipantKind::Thing || who.place {
                    all.push(who);
                } else if let Some(noun) = view.phrase_at(who.span) {
                    // In "World Bank and International Monetary Fund rules", both names modify the last noun.
                    all.extend(adjectivals(view, noun).into_iter().filter(|owner| owner.kind == ParticipantKind::Name));
                }
            }
        }
        if all.iter().any(Resolved::is_actor) {
            let mut last = *phrase;
            while let Some(next) = next_coordinated(view, place, slot, last).filter(|_| all.len() < MOST) {
                add(view, place, slot, next, &mut all);
                last = next;
            }
            break;
        }
    }
    let owned = match slot {
        Slot::ObjectOwner => place.noun.or(place.object),
        Slot::SubjectOwner => place.subject,
        Slot::Subject => place.doer_in,
        _ => None,
    };
    if all.is_empty()
        && let Some(noun) = owned
    {
        all = adjectivals(view, noun);
        if all.is_empty() {
            all.extend(speaking_owner(view, noun));
        }
    }
    all
}

/// Returns `true` if `phrase` follows a preposition after `outer`, or after a phrase that is coordinated with `outer`: "a solution" in "the search for a solution".
fn is_within(view: &View<'_>, sentence: u32, phrase: u32, outer: u32) -> bool {
    let links = view.prepositions_near(sentence, view.phrase(phrase).tokens.start);
    let after = links.iter().find(|link| link.phrase == phrase).and_then(|link| link.after);
    after.is_some_and(|after| view.clauses().conjuncts(outer).take(MOST).any(|conjunct| conjunct == after))
}

/// Returns the participants of a phrase and of the phrases coordinated with it.
pub(crate) fn participants(view: &View<'_>, place: &Place<'_>, phrase: u32) -> Vec<Resolved> {
    let mut all = Vec::new();
    add(view, place, Slot::Object, phrase, &mut all);
    all
}

/// Adds the participants of a phrase and of the phrases coordinated with it.
fn add(view: &View<'_>, place: &Place<'_>, slot: Slot, phrase: u32, all: &mut Vec<Resolved>) {
    let heads_list = names_members(view, phrase);
    for conjunct in view.clauses().conjuncts(phrase).skip(usize::from(heads_list)).take(MOST) {
        let head = view.phrase(conjunct).head;
        if view.is(head, Cue::NotSide) && view.mention_at(head).is_none() || view.is_mutual(conjunct) {
            continue;
        }
        let mut who = resolve::resolve(view, conjunct);
        if matches!(slot, Slot::Subject | Slot::Object) && is_count(view, conjunct) {
            // A number stands for people whose identity is unknown: "at least 74 were killed".
            who.kind = ParticipantKind::Unknown;
        }
        if who.kind == ParticipantKind::Unknown && who.sector.is_empty() && in_place(view, slot) && !who.is_pronoun {
            // An unknown name after "in" is a place: "the meeting in Djakarta".
            who.kind = ParticipantKind::Thing;
            who.place = true;
        }
        let others = coordinated(view, place.sentence, conjunct, &who);
        let stands_for_government =
            place.by_words && matches!(slot, Slot::Object | Slot::Indirect | Slot::ObjectOwner) && is_capital(view, conjunct);
        let who = if slot == Slot::Subject || stands_for_government { resolve::acting(view, conjunct, who) } else { who };
        for who in std::iter::once(who).chain(others) {
            // Overlapping phrases may be resolved to the same actor: "Turkish and Greek diplomats".
            let same = |other: &Resolved| {
                who.of.is_some() && other.of == who.of && other.span.start() < who.span.end() && who.span.start() < other.span.end()
            };
            if !all.iter().any(same) {
                all.push(who);
            }
        }
    }
}

/// Returns `true` if the names after a group, with only a comma in between, are its members: "two neighbouring countries, Iran and Iraq".
fn names_members(view: &View<'_>, group: u32) -> bool {
    let phrase = view.phrase(group);
    let several = view.is(phrase.head, Cue::PairNoun) || view.is(phrase.head, Cue::Relational);
    let mut rest = view.clauses().conjuncts(group).skip(1).take(MOST).peekable();
    let comma = rest.peek().is_some_and(|second| view.phrase(*second).tokens.start == phrase.tokens.end + 1)
        && view.doc.tokens.get(phrase.tokens.end as usize).is_some_and(|token| token.kind == TokenKind::Punctuation);
    if !several || !comma || phrase.kind != PhraseKind::Noun {
        return false;
    }
    let mut members = 0;
    for member in rest {
        let who = resolve::resolve(view, member);
        if who.entity.is_none() || !who.is_actor() {
            return false;
        }
        members += 1;
    }
    members > 1
}

/// Returns `true` if a slot contains phrases after a preposition of place ("in").
fn in_place(view: &View<'_>, slot: Slot) -> bool {
    let (Slot::Preposition(key) | Slot::ObjectPreposition(key) | Slot::SubjectPreposition(key)) = slot else { return false };
    view.tables.words.get(view.tables.words.number(key)).is(Cue::Where)
}
