//! Determines the voice of a clause, that is, whether the clause presents its act as done, denied, planned, requested and so on.

use crate::cue::Cue;
use crate::nature::nature;
use crate::negation::{enough, negated};
use crate::owned::{self, governing_noun};
use crate::view::View;
use crate::words::Uses;
use chancery_text::{Clause, ClauseKind, Modality, PhraseKind, Tense};

/// Returns the voice of the clause `number`. Returns `None` if the clause is an infinitive that no word governs, or if it is an infinitive or -ing clause that only
/// states a purpose.
pub(crate) fn of(view: &View<'_>, number: u32) -> Option<Modality> {
    at_depth(view, number, 0)
}

/// Like [`of`], for a clause that is `depth` levels above the clause whose voice is needed. More than six levels up, returns `Modality::Asserted`, so that
/// the recursion always ends.
fn at_depth(view: &View<'_>, number: u32, depth: u8) -> Option<Modality> {
    let clause = view.clause(number);
    if depth > 6 {
        return Some(Modality::Asserted);
    }
    if matches!(clause.kind, ClauseKind::Adverbial | ClauseKind::Participle)
        && clause.marker.is_some_and(|marker| is(view, marker, Cue::Condition))
    {
        // A condition in the past perfect is not fulfilled: in "if Kenya had signed", Kenya did not sign.
        let unreal = clause.perfect && clause.tense == Tense::Past;
        return Some(if unreal { Modality::Hypothetical } else { Modality::Conditional });
    }
    if negated(view, clause) {
        return Some(Modality::Negated);
    }
    if awaited(view, clause) {
        return Some(Modality::Conditional);
    }
    match clause.kind {
        ClauseKind::Infinitive => infinitive(view, number, depth),
        ClauseKind::Gerund => gerund(view, clause, depth),
        ClauseKind::Content => Some(content(view, clause)),
        _ => Some(match modal(view, clause) {
            Some(Modality::Obliged) if clause.subject.is_some_and(|subject| is(view, view.phrase(subject).head, Cue::FirstPerson)) => {
                Modality::Asserted
            }
            other => other.unwrap_or(Modality::Asserted),
        }),
    }
}

/// Returns `true` if a temporal clause in the present tense belongs to a main clause about the future: "peace will be possible when Kenya withdraws", "when
/// Kenya withdraws, peace will be possible". The act of the temporal clause ("withdraws") has not happened yet.
fn awaited(view: &View<'_>, clause: &Clause) -> bool {
    let present = clause.kind == ClauseKind::Adverbial && clause.tense == Tense::Present && !clause.perfect;
    if !present || !clause.marker.is_some_and(|marker| is(view, marker, Cue::Temporal)) {
        return false;
    }
    let later = |(_, other): &(u32, &Clause)| other.kind == ClauseKind::Main && other.verb.start > clause.head;
    let next = || view.clauses_near(clause.sentence.0, clause.head).find(later).map(|(_, main)| main);
    let above = clause.parent.map(|parent| view.clause(parent)).or_else(next);
    above.is_some_and(|above| above.modal.is_some_and(|token| is(view, token, Cue::Will)))
}

/// Returns `true` if the subject of a clause is a first-person pronoun.
pub(crate) fn is_speaker(view: &View<'_>, clause: &Clause) -> bool {
    clause.subject.is_some_and(|subject| is(view, view.phrase(subject).head, Cue::Speaker))
}

/// Returns the voice of a gerund clause with a preposition, if the word before the preposition asks for the act or says that it is necessary ("call for lifting",
/// "the need for lifting"). In both cases, the text does not say who should perform the act. Returns `None` for other clauses.
fn asked(view: &View<'_>, clause: &Clause) -> Option<Modality> {
    // In "to discharge its responsibility by deploying troops", the gerund clause says how this is done, and does not depend on "responsibility".
    let marker = clause.marker.filter(|marker| clause.kind == ClauseKind::Gerund && !is(view, *marker, Cue::Done))?;
    let before = marker.checked_sub(1)?;
    [(Cue::Press, Modality::Requested), (Cue::Need, Modality::Obliged)]
        .into_iter()
        .find(|(cue, _)| is(view, before, *cue))
        .map(|(_, voice)| voice)
}

/// Returns `true` if the text only mentions a request or a need for the act of an infinitive ("stress the need to compel"). The infinitive must depend on a
/// noun for a request or a need, and a verb of reporting must govern this noun. "have a duty to" does not count, because "have" is not a verb of reporting.
fn spoken_of(view: &View<'_>, clause: &Clause) -> bool {
    let noun = governing_noun(view, clause).map(|phrase| view.phrase(phrase).head);
    let above = clause.parent.map(|parent| view.clause(parent).head);
    clause.kind == ClauseKind::Infinitive
        && noun.is_some_and(|noun| is(view, noun, Cue::Need) || is(view, noun, Cue::Press))
        && above.is_some_and(|verb| is(view, verb, Cue::Report))
}

/// Returns `true` if the clause `number` is a main clause that states a habit or a general fact ("Floods often destroy crops"). The subject must be a common noun
/// without an article or other modifiers.
pub(crate) fn habitual(view: &View<'_>, number: u32) -> bool {
    let clause = view.clause(number);
    let Some(subject) = clause.subject.map(|subject| view.phrase(subject)) else { return false };
    clause.kind == ClauseKind::Main
        && clause.tense == Tense::Present
        && !clause.perfect
        && subject.kind == PhraseKind::Noun
        && subject.tokens.end == subject.tokens.start + 1
        && (subject.tokens.end..clause.verb.end).any(|token| is(view, token, Cue::Habit))
}

/// Returns `true` if the subject of an infinitive or -ing clause does not perform the act of the clause. Either the subject is only a placeholder for the
/// infinitive ("it is a pleasure to"), or the subject asks others to perform the act ("we call for lifting").
pub(crate) fn dummy(view: &View<'_>, clause: &Clause) -> bool {
    if asked(view, clause).is_some() || spoken_of(view, clause) {
        return true;
    }
    // In "it has continued to occupy", "it" acts. In "it is a pleasure to", it does not.
    let above = clause.parent.map(|parent| view.clause(parent)).filter(|parent| !parent.passive).map(|parent| parent.head);
    let acts = above.is_some_and(|verb| ACTING.into_iter().any(|cue| is(view, verb, cue)));
    clause.kind == ClauseKind::Infinitive && !acts && clause.subject.is_some_and(|subject| is(view, view.phrase(subject).head, Cue::Dummy))
}

/// Cues of verbs whose subject performs the act of the infinitive after them ("continued to", "refused to", "decided to", "wants to").
const ACTING: [Cue; 4] = [Cue::Perform, Cue::Refuse, Cue::Intend, Cue::Desire];

/// Returns `true` if a token has the meaning `cue`.
fn is(view: &View<'_>, token: u32, cue: Cue) -> bool {
    view.is(token, cue)
}

/// Returns `true` if the clause `number` says that something must be done.
pub(crate) fn must(view: &View<'_>, number: u32) -> bool {
    modal(view, view.clause(number)) == Some(Modality::Obliged)
}

/// Returns the voice that the modal verb of a clause shows. Returns `None` if the clause has no modal verb, or if other words cancel its meaning.
fn modal(view: &View<'_>, clause: &Clause) -> Option<Modality> {
    let modal = clause.modal?;
    // A word such as "but" cancels the modal verb and its negation: in "Kenya cannot but condemn", Kenya does condemn.
    if clause.negated && (modal..clause.verb.end).any(|token| is(view, token, Cue::Except)) {
        return None;
    }
    if enough(view, clause) {
        return None;
    }
    // The act after "would have" did not happen: "would have signed".
    if clause.perfect && is(view, modal, Cue::Would) {
        return Some(Modality::Hypothetical);
    }
    // A duty in the past was fulfilled: after "had to denounce" and "has had to denounce", the denunciation has happened.
    let past = clause.tense == Tense::Past && clause.kind != ClauseKind::Content;
    if (clause.perfect && modal != clause.verb.start || past) && is(view, modal, Cue::Must) {
        return None;
    }
    [(Cue::Will, Modality::Future), (Cue::Must, Modality::Obliged), (Cue::May, Modality::Conditional)]
        .into_iter()
        .find(|(cue, _)| is(view, modal, *cue))
        .map(|(_, voice)| voice)
}

/// Returns the tokens that may govern a clause, in the order in which they are tested:
///
/// - the head of the noun phrase on which the clause depends
/// - the predicate of the parent clause
/// - the head of the object of the parent clause, if the clause does not depend on a noun phrase
/// - the main verb of the parent clause
fn governors(view: &View<'_>, clause: &Clause) -> impl Iterator<Item = u32> {
    let noun = governing_noun(view, clause).map(|phrase| view.phrase(phrase).head);
    let parent = clause.parent.map(|parent| view.clause(parent));
    let predicate = parent.and_then(|parent| parent.predicate);
    let object = parent.and_then(|parent| parent.object).filter(|_| noun.is_none()).map(|phrase| view.phrase(phrase).head);
    let head = parent.map(|parent| parent.head);
    noun.into_iter().chain(predicate).chain(object).chain(head)
}

/// Returns `true` if a clause is an infinitive directly after a word with the cue [`Cue::Purpose`], such as "order" in "in order to". Returns `false` if this word
/// is the head of the noun phrase that governs the clause ("the means to").
pub(crate) fn in_order(view: &View<'_>, clause: &Clause) -> bool {
    let before = clause.marker.filter(|_| clause.kind == ClauseKind::Infinitive).and_then(|marker| marker.checked_sub(1));
    before.is_some_and(|token| is(view, token, Cue::Purpose) && clause.governor.is_none_or(|noun| view.phrase(noun).head != token))
}

/// Returns `true` if a clause does not report its act, but only states the act as a purpose or mentions it ("in order to", "means of"). The words that govern
/// the clause show this, for example a noun for a purpose.
fn is_purpose(view: &View<'_>, clause: &Clause) -> bool {
    let noun = governing_noun(view, clause).map(|phrase| view.phrase(phrase).head);
    let predicate = clause.parent.and_then(|parent| view.clause(parent).predicate);
    noun.or(predicate).is_some_and(|token| is(view, token, Cue::Purpose)) || in_order(view, clause) || in_an_effort(view, clause)
}

/// Returns `true` if a clause depends on "in", an indefinite article and a noun for a plan: "in an effort to", "in a bid to". Such a clause states a purpose.
fn in_an_effort(view: &View<'_>, clause: &Clause) -> bool {
    let Some(noun) = governing_noun(view, clause) else { return false };
    let phrase = view.phrase(noun);
    let links = view.prepositions_near(clause.sentence.0, phrase.tokens.start);
    is(view, phrase.head, Cue::Intend)
        && is(view, phrase.tokens.start, Cue::Indefinite)
        && links.iter().any(|link| link.phrase == noun && is(view, link.preposition, Cue::Where))
}

/// Returns the voice of the infinitive clause `number`. See [`at_depth`].
fn infinitive(view: &View<'_>, number: u32, depth: u8) -> Option<Modality> {
    let clause = view.clause(number);
    if is_purpose(view, clause) {
        return None;
    }
    if let Some(voice) = hortative(view, clause) {
        return Some(voice);
    }
    // If the noun has an owner, the voice of the parent clause does not apply to the infinitive: in "we do not welcome Kenya's decision to withdraw", the withdrawal
    // is planned.
    let owned = owned::owner(view, clause).is_some();
    for token in governors(view, clause) {
        for (cue, voice) in [
            (Cue::Perform, Modality::Asserted),
            (Cue::Desire, Modality::Asserted),
            (Cue::Refuse, Modality::Negated),
            // "proposes to sign" is a plan, but "proposed that Kenya sign" is a recommendation.
            (Cue::Intend, Modality::Future),
            (Cue::Recommend, Modality::Recommended),
            (Cue::Press, Modality::Requested),
            (Cue::Need, Modality::Obliged),
        ] {
            if !is(view, token, cue) {
                continue;
            }
            let above = clause.parent.filter(|_| !owned).and_then(|parent| at_depth(view, parent, depth + 1));
            // "we expect Kenya to withdraw" is a request, not a plan of Kenya.
            let of_others = cue == Cue::Intend && is_verb(view, clause, token) && expects(view, clause);
            let (cue, voice) = if of_others { (Cue::Press, Modality::Requested) } else { (cue, voice) };
            // In "we consider it appropriate to recall", the infinitive expresses a duty, not a plan.
            let (cue, voice) = if cue == Cue::Intend && deemed(view, clause) { (Cue::Need, Modality::Obliged) } else { (cue, voice) };
            // In "should redouble our efforts to provide", the efforts themselves are only demanded. The infinitive then has the voice of the clause above it.
            let plan = cue == Cue::Intend && matches!(above, Some(Modality::Obliged | Modality::Requested | Modality::Recommended));
            return Some(match (cue, above) {
                (_, Some(above)) if plan => above,
                // "will continue to support" is a promise, but a speaker who "would like to thank" already does so. With any other voice of the parent clause, the
                // infinitive has the same voice: "did not wish to thank" is negated.
                (Cue::Perform, Some(Modality::Future)) if is_verb(view, clause, token) => Modality::Future,
                (Cue::Perform | Cue::Desire, Some(Modality::Conditional | Modality::Future)) => voice,
                // "We should like to request" expresses a wish, not a duty.
                (Cue::Desire, Some(Modality::Obliged)) if is_speaker(view, clause) => voice,
                (Cue::Perform | Cue::Desire, Some(above)) => above,
                (Cue::Refuse, Some(Modality::Negated)) => Modality::Asserted,
                (_, Some(Modality::Negated)) => Modality::Negated,
                _ => voice,
            });
        }
    }
    // An infinitive after a noun with an ordinal has the voice of the clause above it: "among the first states to sign".
    if let Some(parent) = clause.parent.filter(|_| ranked(view, clause)) {
        return at_depth(view, parent, depth + 1);
    }
    // In "have to sign", the modal verb "have" is part of the verb group of the infinitive.
    modal(view, clause)
}

/// Returns `true` if an infinitive says what the subject of the verb above it considers right: "consider it appropriate to recall".
pub(crate) fn deemed(view: &View<'_>, clause: &Clause) -> bool {
    let above = clause.parent.filter(|_| clause.kind == ClauseKind::Infinitive).map(|parent| view.clause(parent));
    above.is_some_and(|above| !above.passive && above.object.is_some_and(|object| is(view, view.phrase(object).head, Cue::Neuter)))
}

/// Returns `true` if a clause depends on a noun with a word such as "first": "the first state to sign".
fn ranked(view: &View<'_>, clause: &Clause) -> bool {
    let Some(noun) = governing_noun(view, clause) else { return false };
    let tokens = view.phrase(noun).tokens;
    (tokens.start..tokens.end).any(|token| is(view, token, Cue::Ordinal))
}

/// Returns `true` if `clause` depends on a verb such as "expect" with which the speaker or a government says what others should do: "we expect Kenya to
/// withdraw".
fn expects(view: &View<'_>, clause: &Clause) -> bool {
    let Some(parent) = clause.parent.map(|parent| view.clause(parent)) else { return false };
    let others = clause.subject.is_some() && parent.object == clause.subject;
    is(view, parent.head, Cue::Expect) && others && parent.subject.is_some_and(|subject| nature(view, subject).government)
}

/// Returns `true` if the token is the main verb of the parent of `clause`, and the parent is active.
fn is_verb(view: &View<'_>, clause: &Clause, token: u32) -> bool {
    clause.parent.is_some_and(|parent| view.clause(parent).head == token && !view.clause(parent).passive)
}

/// Returns the voice of an infinitive after a verb such as "let". The speaker performs the act ("let me thank"), proposes it ("let us work together"), or asks
/// somebody to perform it ("let Kenya sign"). Returns `None` for any other infinitive.
pub(crate) fn hortative(view: &View<'_>, clause: &Clause) -> Option<Modality> {
    let parent = view.clause(clause.parent?);
    let subject = clause.subject.filter(|subject| parent.object == Some(*subject))?;
    if !is(view, parent.head, Cue::Hortative) || parent.subject.is_some() {
        return None;
    }
    let head = view.phrase(subject).head;
    if is(view, head, Cue::FirstPerson) {
        return Some(Modality::Asserted);
    }
    if is(view, head, Cue::Speaker) {
        return Some(Modality::Recommended);
    }
    nature(view, subject).actor.then_some(Modality::Requested)
}

/// Returns `true` if the clause `number` is an infinitive that says what somebody other than the speaker wants to do ("Kenya wishes to").
pub(crate) fn desired(view: &View<'_>, number: u32) -> bool {
    let clause = view.clause(number);
    clause.kind == ClauseKind::Infinitive && !is_speaker(view, clause) && governors(view, clause).any(|token| is(view, token, Cue::Desire))
}

/// Returns the voice of a gerund clause. See [`at_depth`].
fn gerund(view: &View<'_>, clause: &Clause, depth: u8) -> Option<Modality> {
    if is_purpose(view, clause) {
        return None;
    }
    let mut voice = governed_gerund(view, clause);
    // Two negations cancel each other: "cannot refrain from expressing", "cannot conclude without thanking".
    let without = clause.marker.is_some_and(|marker| is(view, marker, Cue::Without));
    let refused = |parent: u32| without || is(view, view.clause(parent).head, Cue::Refuse);
    let above = clause.parent.filter(|parent| voice == Modality::Negated && refused(*parent));
    // The first negation may be further up: "cannot let this occasion pass without thanking".
    let let_pass = |parent: u32| {
        let outer = view.clause(parent).parent.map(|outer| view.clause(outer));
        outer.is_some_and(|outer| outer.negated && is(view, outer.head, Cue::Hortative))
    };
    let negated = |parent: u32| view.clause(parent).negated && at_depth(view, parent, depth + 1) == Some(Modality::Negated);
    if above.is_some_and(|parent| negated(parent) || let_pass(parent)) {
        voice = Modality::Asserted;
    }
    // A condition also applies to the -ing clause inside it: "If we are to talk of recognising the right".
    let conditional = clause
        .parent
        .map(|parent| view.clause(parent))
        .is_some_and(|parent| parent.kind == ClauseKind::Adverbial && parent.marker.is_some_and(|marker| is(view, marker, Cue::Condition)));
    if voice != Modality::Asserted {
        return Some(voice);
    }
    // In "pledges to continue supporting", "supporting" has the same voice as "continue".
    let continued = clause.parent.filter(|parent| clause.marker.is_none() && is(view, view.clause(*parent).head, Cue::Perform));
    if let Some(parent) = continued {
        return Some(at_depth(view, parent, depth + 1).unwrap_or(voice));
    }
    // In "will cooperate in giving", the gerund clause follows the verb, and its act is planned too. In "by attacking, it will", the gerund clause comes first,
    // and its act is not planned.
    let behind = clause.parent.filter(|parent| clause.marker.is_some() && view.clause(*parent).head < clause.head);
    if let Some(above @ (Modality::Future | Modality::Obliged | Modality::Requested | Modality::Conditional)) =
        behind.and_then(|parent| at_depth(view, parent, depth + 1))
    {
        return Some(above);
    }
    Some(if conditional { Modality::Conditional } else { voice })
}

/// Returns the voice that the preposition before a gerund clause or the words that govern the clause show.
fn governed_gerund(view: &View<'_>, clause: &Clause) -> Modality {
    if clause.marker.is_some_and(|marker| is(view, marker, Cue::Without)) {
        return Modality::Negated;
    }
    if let Some(voice) = asked(view, clause) {
        return voice;
    }
    // After a preposition such as "in", the act of the -ing clause has happened, even if a word that governs the clause usually marks a plan: "In rejoining the
    // Council, we reiterate".
    let done = clause.marker.is_some_and(|marker| is(view, marker, Cue::Done));
    for token in governors(view, clause) {
        for (cue, voice) in [
            (Cue::Refuse, Modality::Negated),
            (Cue::Deny, Modality::Denied),
            (Cue::Recommend, Modality::Recommended),
            (Cue::Intend, Modality::Future),
            (Cue::Suppose, Modality::Conditional),
        ] {
            if is(view, token, cue) && !(done && cue == Cue::Intend) {
                return voice;
            }
        }
    }
    Modality::Asserted
}

/// Returns the voice of a content clause.
fn content(view: &View<'_>, clause: &Clause) -> Modality {
    let own = modal(view, clause);
    // After a predicate such as "natural", "should" does not express a duty: in "it is natural that Mongolia should believe", Mongolia does believe.
    let predicate = clause.parent.and_then(|parent| view.clause(parent).predicate);
    if own == Some(Modality::Obliged) && predicate.is_some_and(|predicate| is(view, predicate, Cue::Putative)) {
        return Modality::Asserted;
    }
    // "It is high time that the embargo was lifted": the embargo has not been lifted.
    let parent = clause.parent.map(|parent| view.clause(parent)).filter(|parent| parent.predicate.is_none() && parent.tense != Tense::Past);
    let dummy = parent.and_then(|parent| parent.subject).is_some_and(|subject| is(view, view.phrase(subject).head, Cue::Dummy));
    if dummy && !clause.perfect && clause.marker.and_then(|marker| marker.checked_sub(1)).is_some_and(|before| is(view, before, Cue::Need))
    {
        return Modality::Obliged;
    }
    // "There is no evidence that Iran attacked" negates the attack. "There is no doubt that Iran attacked" asserts it.
    let above = clause.parent.and_then(|parent| view.clause(parent).subject).map(|subject| view.phrase(subject));
    if let Some(noun) = above.filter(|phrase| phrase.negative && phrase.kind == PhraseKind::Noun) {
        if is(view, noun.head, Cue::Proof) {
            return Modality::Negated;
        }
        if is(view, noun.head, Cue::Suppose) {
            return own.unwrap_or(Modality::Asserted);
        }
    }
    for token in governors(view, clause) {
        for (cue, voice) in [
            (Cue::Deny, Modality::Denied),
            (Cue::Recommend, Modality::Recommended),
            (Cue::Press, Modality::Requested),
            (Cue::Need, Modality::Obliged),
            (Cue::Suppose, Modality::Conditional),
        ] {
            // "suggested that Iran had attacked" is not a recommendation, and "was told that Iran had attacked" is not a request.
            let asks = matches!(cue, Cue::Recommend | Cue::Press | Cue::Need);
            if is(view, token, cue) && (!asks || wished(view, clause)) {
                // A thing cannot ask anybody to act: "the crisis requires that we act" says that the act is necessary.
                let above = clause.parent.and_then(|parent| view.clause(parent).subject);
                let thing = above.is_some_and(|above| !nature(view, above).actor);
                // A statement that nobody can deny an act asserts the act: "no one can deny that Iraq attacked".
                let undeniable = cue == Cue::Deny && clause.parent.is_some_and(|parent| negated(view, view.clause(parent)));
                if undeniable {
                    return own.unwrap_or(Modality::Asserted);
                }
                return if cue == Cue::Press && thing { Modality::Obliged } else { voice };
            }
        }
    }
    if clause.marker.is_some_and(|marker| is(view, marker, Cue::Condition)) {
        return Modality::Conditional;
    }
    // In "said that it would sign", "would" shows the future as seen from the past.
    let past = clause.parent.is_some_and(|parent| view.clause(parent).tense == Tense::Past);
    if past && clause.modal.is_some_and(|modal| is(view, modal, Cue::Would)) && !clause.perfect {
        return Modality::Future;
    }
    own.unwrap_or(Modality::Asserted)
}

/// Returns `true` if a content clause says what should be done: "that Kenya should sign", "that Kenya sign".
pub(crate) fn wished(view: &View<'_>, clause: &Clause) -> bool {
    let bare = clause.tense == Tense::Present && !clause.perfect && view.serves(clause.verb.start, Uses::BASE);
    bare || modal(view, clause) == Some(Modality::Obliged)
}

/// Returns the voice of the event that the noun phrase `noun` names. `sentence` is the index of its sentence.
///
/// The voice depends on the word that governs the noun: in "called for the withdrawal", the withdrawal is requested. Returns `None` if the text mentions the
/// act only as a purpose or a topic.
pub(crate) fn nominal(view: &View<'_>, sentence: u32, noun: u32) -> Option<Modality> {
    const CUES: [(Cue, Modality); 8] = [
        // An act that is stopped has happened: the occupation in "put a stop to the occupation".
        (Cue::Cease, Modality::Asserted),
        (Cue::Refuse, Modality::Negated),
        (Cue::Recommend, Modality::Recommended),
        (Cue::Press, Modality::Requested),
        (Cue::Intend, Modality::Future),
        (Cue::Need, Modality::Obliged),
        (Cue::Deny, Modality::Denied),
        (Cue::Suppose, Modality::Conditional),
    ];
    let voice = |token: u32| CUES.iter().find(|(cue, _)| is(view, token, *cue)).map(|(_, voice)| *voice);
    let phrase = view.phrase(noun);
    if phrase.negative {
        return Some(Modality::Negated);
    }
    let mut here = noun;
    for _ in 0..4 {
        let phrase = view.phrase(here);
        let inside = phrase.tokens.start..if here == noun { phrase.head } else { phrase.head + 1 };
        if here != noun && is(view, phrase.head, Cue::Purpose) {
            return None;
        }
        if let Some(found) = inside.rev().find_map(voice) {
            return Some(found);
        }
        let link = view.prepositions_near(sentence, phrase.tokens.start).iter().find(|link| link.phrase == here);
        // Any preposition may connect `noun` with the phrase or verb before it. Between the phrases further up, only "of" counts.
        let Some(link) = link.filter(|link| here == noun || view.key(link.preposition) == view.tables.of) else { break };
        match (link.after, link.clause) {
            (Some(after), _) if after < here => here = after,
            (_, Some(clause)) => {
                let clause = view.clause(clause);
                // A verb does not govern a prepositional phrase before it: "during our visit to Israel, we told".
                if link.preposition < clause.verb.start {
                    return Some(Modality::Asserted);
                }
                // The subject may express a need: "the time has come for the adoption of".
                let needed = || clause.subject.is_some_and(|subject| is(view, view.phrase(subject).head, Cue::Need));
                return Some(voice(clause.head).unwrap_or_else(|| if needed() { Modality::Obliged } else { Modality::Asserted }));
            }
            _ => break,
        }
    }
    // If the act is the subject of a verb such as "continue", it has the voice of this verb: "hopes that negotiations will continue".
    let going_on = |clause: &Clause| here == noun && clause.subject == Some(here) && !clause.passive && is(view, clause.head, Cue::GoOn);
    if let Some((number, _)) = view.clauses_near(sentence, view.phrase(here).head).find(|(_, clause)| going_on(clause)) {
        return of(view, number);
    }
    let governing = |clause: &Clause| {
        let object = if clause.passive { clause.subject } else { clause.object };
        object.is_some_and(|object| view.clauses().conjuncts(object).take(8).any(|conjunct| conjunct == here))
    };
    let Some((number, clause)) = view.clauses_near(sentence, view.phrase(here).head).find(|(_, clause)| governing(clause)) else {
        return Some(Modality::Asserted);
    };
    // A negation of the verb also applies to the act ("I am not going to convey congratulations"). After a verb of causing, the act has the voice of the verb
    // ("should bring about the withdrawal").
    let above = of(view, number);
    let causes = is(view, clause.head, Cue::Cause);
    // In "in order to promote cooperation", there is no cooperation yet.
    if above.is_none() && causes && !clause.passive {
        return None;
    }
    let inherited = || above.filter(|above| causes || *above == Modality::Negated);
    // A thing cannot ask anybody to act: "the risks require cooperation" says that cooperation is necessary.
    let thing = clause.subject.is_some_and(|subject| !nature(view, subject).actor);
    let own =
        voice(clause.head).map(|voice| if voice == Modality::Requested && thing && !clause.passive { Modality::Obliged } else { voice });
    Some(own.or_else(inherited).unwrap_or(Modality::Asserted))
}
