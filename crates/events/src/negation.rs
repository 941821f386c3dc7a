//! Determines whether a clause is negated.

use crate::cue::Cue;
use crate::view::View;
use chancery_text::Clause;

/// Returns `true` if a clause denies the act of its verb ("did not sign", "signed no agreement", "never signed").
pub(crate) fn negated(view: &View<'_>, clause: &Clause) -> bool {
    let subject = clause.subject.is_some_and(|subject| view.phrase(subject).negative);
    // The object may be negative: "Kenya signed no agreement".
    let negative = clause.object.is_some_and(|object| view.phrase(object).negative && !clause.passive);
    let object = negative && !view.is(clause.head, Cue::Lack);
    if subject || object {
        return true;
    }
    // "Neither the United States nor the Soviet Union has signed".
    let first = clause.subject.and_then(|subject| view.phrase(subject).tokens.start.checked_sub(1));
    if first.is_some_and(|token| view.is(token, Cue::Never)) {
        return true;
    }
    let before = clause.verb.start.checked_sub(1).is_some_and(|token| view.is(token, Cue::Never));
    let inside = (clause.verb.start..clause.verb.end).any(|token| view.is(token, Cue::Never));
    if before || inside {
        return true;
    }
    if !clause.negated {
        return false;
    }
    if enough(view, clause) {
        return false;
    }
    // A word such as "only" cancels the negation: "must not only improve".
    let inside = clause.verb.start..clause.verb.end + 1;
    !inside.into_iter().any(|token| view.is(token, Cue::Only) || view.is(token, Cue::Except))
}

/// Returns `true` if an adverb such as "enough" cancels the negation of a modal verb: "cannot stress enough", "cannot thank Mali enough".
pub(crate) fn enough(view: &View<'_>, clause: &Clause) -> bool {
    let object = clause.object.filter(|_| !clause.passive).map(|object| view.phrase(object).tokens);
    let end = clause.verb.end;
    // In "cannot send enough troops", the adverb belongs to the object. In "cannot stress enough the importance", it does not, because an article follows it.
    let free = object.is_none_or(|object| object.start > end || view.is(end + 1, Cue::NotSide));
    clause.negated
        && clause.modal.is_some_and(|modal| view.is(modal, Cue::May))
        && (free && view.is(end, Cue::Enough) || object.is_some_and(|object| view.is(object.end, Cue::Enough)))
}
