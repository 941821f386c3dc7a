//! How a clause presents what it says.

use crate::cue::Cue;
use crate::view::View;
use chancery_text::{Clause, ClauseKind, Modality};

/// The voice of a clause; `None` for an infinitive that no word governs.
pub(crate) fn of(view: &View<'_>, number: u32) -> Option<Modality> {
    at_depth(view, number, 0)
}

fn at_depth(view: &View<'_>, number: u32, depth: u8) -> Option<Modality> {
    let clause = view.clause(number);
    if depth > 6 {
        return Some(Modality::Asserted);
    }
    if negated(view, clause) {
        return Some(Modality::Negated);
    }
    match clause.kind {
        ClauseKind::Infinitive => infinitive(view, clause, depth),
        ClauseKind::Gerund => Some(gerund(view, clause)),
        ClauseKind::Adverbial if clause.marker.is_some_and(|marker| is(view, marker, Cue::Condition)) => Some(Modality::Conditional),
        ClauseKind::Content => Some(content(view, clause)),
        _ => Some(match modal(view, clause) {
            Some(Modality::Obliged) if clause.subject.is_some_and(|subject| is(view, view.phrase(subject).head, Cue::FirstPerson)) => {
                Modality::Asserted
            }
            other => other.unwrap_or(Modality::Asserted),
        }),
    }
}

/// Whether the subject of an infinitive only stands for the infinitive ("it is a pleasure to").
pub(crate) fn dummy(view: &View<'_>, clause: &Clause) -> bool {
    clause.kind == ClauseKind::Infinitive && clause.subject.is_some_and(|subject| is(view, view.phrase(subject).head, Cue::Dummy))
}

fn is(view: &View<'_>, token: u32, cue: Cue) -> bool {
    view.tables.is_cue(view.key(token), cue)
}

fn negated(view: &View<'_>, clause: &Clause) -> bool {
    let subject = clause.subject.is_some_and(|subject| view.phrase(subject).negative);
    if subject {
        return true;
    }
    let before = clause.verb.start.checked_sub(1).is_some_and(|token| is(view, token, Cue::Never));
    let inside = (clause.verb.start..clause.verb.end).any(|token| is(view, token, Cue::Never));
    if before || inside {
        return true;
    }
    if !clause.negated {
        return false;
    }
    // "must not only improve"
    let inside = clause.verb.start..clause.verb.end + 1;
    !inside.into_iter().any(|token| is(view, token, Cue::Only))
}

/// Whether a clause says that something must be done.
pub(crate) fn must(view: &View<'_>, number: u32) -> bool {
    modal(view, view.clause(number)) == Some(Modality::Obliged)
}

fn modal(view: &View<'_>, clause: &Clause) -> Option<Modality> {
    let modal = clause.modal?;
    [(Cue::Will, Modality::Future), (Cue::Must, Modality::Obliged), (Cue::May, Modality::Conditional)]
        .into_iter()
        .find(|(cue, _)| is(view, modal, *cue))
        .map(|(_, voice)| voice)
}

/// The tokens that may govern a clause, nearest first: the noun, the predicate, the verb.
fn governors(view: &View<'_>, clause: &Clause) -> impl Iterator<Item = u32> {
    let noun = clause.governor.map(|phrase| view.phrase(phrase).head);
    let parent = clause.parent.map(|parent| view.clause(parent));
    let predicate = parent.and_then(|parent| parent.predicate);
    let object = parent.and_then(|parent| parent.object).filter(|_| noun.is_none()).map(|phrase| view.phrase(phrase).head);
    let head = parent.map(|parent| parent.head);
    noun.into_iter().chain(predicate).chain(object).chain(head)
}

fn infinitive(view: &View<'_>, clause: &Clause, depth: u8) -> Option<Modality> {
    for token in governors(view, clause) {
        for (cue, voice) in [
            (Cue::Perform, Modality::Asserted),
            (Cue::Refuse, Modality::Negated),
            (Cue::Press, Modality::Requested),
            (Cue::Intend, Modality::Future),
            (Cue::Need, Modality::Obliged),
        ] {
            if !is(view, token, cue) {
                continue;
            }
            let above = clause.parent.and_then(|parent| at_depth(view, parent, depth + 1));
            return Some(match (cue, above) {
                // "would like to thank" thanks; "did not wish to" does not.
                (Cue::Perform, Some(Modality::Conditional | Modality::Future)) => voice,
                (Cue::Perform, Some(above)) => above,
                (Cue::Refuse, Some(Modality::Negated)) => Modality::Asserted,
                (_, Some(Modality::Negated)) => Modality::Negated,
                _ => voice,
            });
        }
    }
    // "have to sign": the modal stands in the group.
    modal(view, clause)
}

fn gerund(view: &View<'_>, clause: &Clause) -> Modality {
    if clause.marker.is_some_and(|marker| is(view, marker, Cue::Without)) {
        return Modality::Negated;
    }
    for token in governors(view, clause) {
        for (cue, voice) in [
            (Cue::Refuse, Modality::Negated),
            (Cue::Deny, Modality::Denied),
            (Cue::Intend, Modality::Future),
            (Cue::Suppose, Modality::Conditional),
        ] {
            if is(view, token, cue) {
                return voice;
            }
        }
    }
    Modality::Asserted
}

fn content(view: &View<'_>, clause: &Clause) -> Modality {
    let own = modal(view, clause);
    for token in governors(view, clause) {
        for (cue, voice) in [(Cue::Deny, Modality::Denied), (Cue::Press, Modality::Requested), (Cue::Suppose, Modality::Conditional)] {
            if is(view, token, cue) {
                return voice;
            }
        }
    }
    if clause.marker.is_some_and(|marker| is(view, marker, Cue::Condition)) {
        return Modality::Conditional;
    }
    own.unwrap_or(Modality::Asserted)
}
