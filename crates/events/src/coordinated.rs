//! Finds the participants that a phrase denotes in addition to the one to which it was resolved: those that share its noun ("the leaders of Egypt and Sudan"), and
//! examples of a group ("countries such as Jordan"). In this module, the parameter `number` is the index of the phrase.

use crate::cue::Cue;
use crate::modifiers::joined_adjectives;
use crate::resolve::resolve;
use crate::resolved::Resolved;
use crate::view::View;
use chancery_text::{EntityClass, ParticipantKind, TokenKind};

/// The maximum number of coordinated phrases that are considered.
const CONJUNCTS: usize = 20;

/// Returns the participants, other than `who`, that the phrase `number` denotes. `who` is the participant to which the phrase was resolved. There are three kinds:
///
/// - those that share a noun before "of": "the leaders of Egypt, Ethiopia and Sudan"
/// - those that share a noun after adjectives: "Turkish and Greek diplomats"
/// - examples of a group: "countries such as Jordan and Lebanon"
///
/// A conjunct with its own article does not share the noun, but is a separate participant: "the Liberation Front" in "the government of Ethiopia and the
/// Liberation Front".
pub(crate) fn coordinated(view: &View<'_>, sentence: u32, number: u32, who: &Resolved) -> Vec<Resolved> {
    let grouping = who.entity.is_some_and(|entity| view.catalog.class(entity) == EntityClass::Grouping);
    let known = who.of.is_some() || who.entity.is_some() || !who.members.is_empty();
    if (grouping || !known) && !who.is_pronoun && who.kind != ParticipantKind::Thing {
        let examples = examples(view, number);
        if !examples.is_empty() {
            return examples;
        }
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
    joined_adjectives(view, number, who)
}

/// Returns the participants, other than `who`, that share the noun before "of". For example, if `who` is the President of Kazakhstan in "the Presidents of
/// Kazakhstan and Uzbekistan", returns the President of Uzbekistan.
fn sharing(view: &View<'_>, sentence: u32, number: u32, who: &Resolved) -> Vec<Resolved> {
    let end = view.phrase(number).tokens.end;
    let inside = |token: u32| view.doc.tokens.get(token as usize).is_some_and(|token| token.span.end() <= who.span.end());
    let near = view.prepositions_near(sentence, end).iter().filter(|link| link.preposition >= end);
    // A preposition of place may have the role of "of": "our brothers in Iran and Iraq".
    let there = |preposition: u32| who.local && preposition == end && view.is(preposition, Cue::Where);
    // Other words of the actor may come before "of": "the ministers for foreign affairs of Kenya and Uganda".
    let mut of = near.filter(|link| {
        let of = view.key(link.preposition) == view.tables.of || there(link.preposition);
        of && (link.after == Some(number) || inside(link.preposition))
    });
    let Some(of) = of.find(|link| view.phrase(link.phrase).next.is_some()) else { return Vec::new() };
    let mut all = Vec::new();
    for conjunct in view.clauses().conjuncts(of.phrase).take(CONJUNCTS) {
        let head = view.phrase(conjunct).head;
        let named = view.mention_at(head).map(|mention| view.doc.mentions[mention].entity);
        if let Some(state) = named.filter(|entity| view.catalog.class(*entity).is_country()) {
            if who.of != Some(state) {
                let span = view.span(view.phrase(conjunct).tokens);
                all.push(Resolved { kind: ParticipantKind::Actor, span, entity: None, of: Some(state), ..who.clone() });
            }
            continue;
        }
        let other = resolve(view, conjunct);
        let apart = conjunct != of.phrase && view.phrase(conjunct).tokens.start != head;
        if apart && matches!(other.kind, ParticipantKind::Name | ParticipantKind::Unknown | ParticipantKind::Actor) {
            all.push(other);
        }
    }
    all
}

/// Returns the actors, other than `who`, that the document lists for the same words as `who`. For example, if `who` is the Greek diplomats in "Turkish and
/// Greek diplomats", returns the Turkish diplomats.
fn described(view: &View<'_>, number: u32, who: &Resolved) -> Vec<Resolved> {
    let Some(first) = view.actor_at(view.phrase(number).head) else { return Vec::new() };
    let span = view.doc.actors[first].span;
    let same = |index: &usize| view.doc.actors[*index].span == span;
    let before = (0..first).rev().take_while(same).collect::<Vec<_>>();
    let after = (first + 1..view.doc.actors.len()).take_while(same);
    let others = before.into_iter().rev().chain(after).map(|index| view.doc.actors[index].of);
    others.filter(|of| of.is_some() && *of != who.of).map(|of| Resolved { entity: None, of, ..who.clone() }).collect()
}

/// Returns the examples that follow the name of a group: Jordan and Lebanon in "the countries of the region, such as Jordan and Lebanon".
fn examples(view: &View<'_>, number: u32) -> Vec<Resolved> {
    let Some((end, sentence_end)) = end_with_modifiers(view, number) else { return Vec::new() };
    let comma = view.doc.tokens.get(end as usize).is_some_and(|token| token.kind == TokenKind::Punctuation);
    let start = end + u32::from(comma);
    let written = |words: &&Vec<u64>| words.iter().zip(start..).all(|(word, token)| view.key(token) == *word);
    let Some(words) = view.tables.examples.iter().find(written) else { return Vec::new() };
    let first = start + words.len() as u32;
    let phrases = &view.doc.clauses.phrases;
    let next = phrases.partition_point(|phrase| phrase.tokens.start < first);
    if first >= sentence_end || phrases.get(next).is_none_or(|phrase| phrase.tokens.start != first) {
        return Vec::new();
    }
    let all = view.clauses().conjuncts(next as u32).take(CONJUNCTS).map(|conjunct| resolve(view, conjunct));
    all.filter(|example| example.entity.is_some() && example.is_actor()).collect()
}

/// Returns two token indexes: the index after the end of a phrase and its modifiers, and the index after the end of the sentence. The modifiers are the
/// prepositional phrases directly after the phrase that begin with "of" or with a preposition of place. Returns `None` if the sentence ends after the modifiers.
fn end_with_modifiers(view: &View<'_>, number: u32) -> Option<(u32, u32)> {
    let phrase = view.phrase(number);
    let sentence = view.sentence_of(phrase.head);
    let mut end = phrase.tokens.end;
    for link in view.prepositions_near(sentence, end).iter().skip_while(|link| link.preposition < phrase.tokens.end) {
        if link.preposition != end || view.key(link.preposition) != view.tables.of && !view.is(link.preposition, Cue::Where) {
            break;
        }
        end = view.phrase(link.phrase).tokens.end;
    }
    let sentence_end = view.doc.sentences.get(sentence as usize)?.token_range.end;
    (end < sentence_end).then_some((end, sentence_end))
}
