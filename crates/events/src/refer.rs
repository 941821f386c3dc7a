//! Resolves pronouns and references to pairs of states. Ambiguous references are left unresolved.
//!
//! Three kinds of references are resolved:
//!
//! - A pronoun that is the subject of its sentence refers to the subject of the previous sentence, if the pronoun and that subject agree in kind and number. If
//!   that subject is itself a pronoun of the same kind, the search continues with the sentence before it.
//! - A pronoun that is a later subject of a sentence refers to the first subject of that sentence, if no other possible referent is named in between.
//! - "both countries" refers to two states, and "the former" and "the latter" refer to one of them. The text between the start of the previous sentence and the
//!   phrase must name exactly two states.

use crate::cue::Cue;
use crate::view::View;
use chancery_text::{ActorKind, EntityClass, EntityIx, PhraseKind};

/// The maximum number of earlier sentences that are searched for the phrase to which a pronoun refers.
const STEPS: u32 = 3;

/// Returns the phrase to which the pronoun `number` refers, or `None` if this is unclear.
pub(crate) fn antecedent(view: &View<'_>, number: u32) -> Option<u32> {
    let is = |phrase: u32, cue: Cue| view.is(view.phrase(phrase).head, cue);
    let kind = [Cue::Neuter, Cue::Personal, Cue::Plural].into_iter().find(|cue| is(number, *cue))?;
    let mut sentence = view.sentence_of(view.phrase(number).head);
    if view.lead(sentence) != Some(number) {
        return subject_before(view, sentence, number, kind);
    }
    for _ in 0..STEPS {
        let before = sentence.checked_sub(1)?;
        if view.doc.sentences[before as usize].block != view.doc.sentences[sentence as usize].block {
            return None;
        }
        let lead = view.lead(before)?;
        if view.phrase(lead).kind != PhraseKind::Pronoun {
            return agrees(view, lead, kind).then_some(lead);
        }
        if !is(lead, kind) {
            return None;
        }
        sentence = before;
    }
    None
}

/// Returns the subject of a sentence if the pronoun `number`, which comes later in the sentence, can refer only to this subject ("Israel" in "Israel expanded the
/// war when it invaded Lebanon"). Returns `None` if another possible referent is named between the subject and the pronoun. `kind` is the cue of the pronoun:
/// `Neuter`, `Personal` or `Plural`.
fn subject_before(view: &View<'_>, sentence: u32, number: u32, kind: Cue) -> Option<u32> {
    let start = view.phrase(number).tokens.start;
    let lead = view.lead(sentence).filter(|lead| view.phrase(*lead).tokens.end <= start)?;
    if kind == Cue::Plural || !view.clauses_near(sentence, start).any(|(_, clause)| clause.subject == Some(number)) {
        return None;
    }
    let named = view.mention_at(view.phrase(lead).head).map(|mention| view.doc.mentions[mention].entity);
    let rival = (view.phrase(lead).tokens.end..start).filter_map(|token| view.mention_at(token)).any(|mention| {
        let entity = view.doc.mentions[mention].entity;
        let class = view.catalog.class(entity);
        let person = matches!(class, EntityClass::Person | EntityClass::Office);
        Some(entity) != named && !class.is_place() && person == (kind == Cue::Personal)
    });
    if rival {
        return None;
    }
    if view.phrase(lead).kind == PhraseKind::Pronoun {
        return view.is(view.phrase(lead).head, kind).then(|| antecedent(view, lead)).flatten();
    }
    agrees(view, lead, kind).then_some(lead)
}

/// Returns `true` if a pronoun and the subject `lead` agree in kind and number, so that the pronoun can refer to the subject. `kind` is the cue of the
/// pronoun: `Neuter`, `Personal` or `Plural`.
fn agrees(view: &View<'_>, lead: u32, kind: Cue) -> bool {
    let phrase = view.phrase(lead);
    let several = phrase.next.is_some();
    if let Some(index) = view.actor_at(phrase.head) {
        let actor = &view.doc.actors[index];
        let group = actor.kind == ActorKind::Group;
        return match kind {
            Cue::Personal => !several && matches!(actor.kind, ActorKind::Office | ActorKind::Person),
            Cue::Plural => several || group,
            _ => !several && !group && !matches!(actor.kind, ActorKind::Office | ActorKind::Person),
        };
    }
    let Some(index) = view.mention_at(phrase.head) else { return false };
    let class = view.catalog.class(view.doc.mentions[index].entity);
    match kind {
        Cue::Personal => !several && matches!(class, EntityClass::Person | EntityClass::Office),
        Cue::Plural => several,
        _ => {
            let body = EntityClass::State as u32 == class as u32 || matches!(class, EntityClass::Organisation | EntityClass::Organ);
            !several && body
        }
    }
}

/// Returns the states to which a phrase such as "both countries", "our two countries" or "the latter" refers. Returns an empty list for any other phrase, or if
/// it is unclear which states are meant.
pub(crate) fn pair(view: &View<'_>, number: u32) -> Vec<EntityIx> {
    let phrase = view.phrase(number);
    let is = |token: u32, cue: Cue| view.is(token, cue);
    let both = is(phrase.head, Cue::PairNoun) && (phrase.tokens.start..phrase.head).any(|token| is(token, Cue::Pair));
    let one = [Cue::Former, Cue::Latter].into_iter().position(|cue| is(phrase.head, cue));
    if !both && one.is_none() {
        return Vec::new();
    }
    let sentence = view.sentence_of(phrase.head);
    let first = view.doc.sentences[sentence.saturating_sub(1) as usize].token_range.start;
    let mut found: Vec<EntityIx> = Vec::new();
    if is(phrase.tokens.start, Cue::SpeakerOwner) {
        found.extend(view.doc.metadata.speaker_entity);
    }
    for index in (first..phrase.tokens.start).filter_map(|token| view.mention_at(token)) {
        let entity = view.doc.mentions[index].entity;
        if view.catalog.class(entity) == EntityClass::State && !found.contains(&entity) {
            found.push(entity);
        }
    }
    match (found.len(), one) {
        (2, None) => found,
        (2, Some(one)) => vec![found[one]],
        _ => Vec::new(),
    }
}
