//! Determines whether a statement performs an act of speech, although its verb has the form of a duty, a plan or a wish: "we must condemn", "I would propose",
//! "Pakistan is to be congratulated". In this module, the parameter `number` is the index of a clause.

use crate::cue::Cue;
use crate::place::Place;
use crate::resolve::is_own_body;
use crate::view::View;
use crate::voice::{deemed, dummy, hortative, is_speaker};
use chancery_text::{Clause, ClauseKind, Modality, Tense};

/// Returns `true` if the clause `number` is an infinitive that says what the speaker was told or allowed to do. A speaker who says "I am authorized to
/// state that" makes a statement.
pub(crate) fn commissioned(view: &View<'_>, number: u32) -> bool {
    let clause = view.clause(number);
    let above = clause.parent.filter(|_| clause.kind == ClauseKind::Infinitive).map(|parent| view.clause(parent));
    above.is_some_and(|above| above.passive && view.is(above.head, Cue::Commission) && speaks(view, above))
}

/// Returns `true` if the subject of a clause is the speaker or the speaker's delegation.
fn speaks(view: &View<'_>, clause: &Clause) -> bool {
    is_speaker(view, clause) || clause.subject.is_some_and(|subject| is_own_body(view, subject))
}

/// Returns `true` if the speaker performs the act of the clause `number` by saying that it must be performed ("we must condemn", "I need to point out").
pub(crate) fn avows(view: &View<'_>, number: u32) -> bool {
    let clause = view.clause(number);
    // With a reflexive object, the clause only states a duty: "we must remind ourselves".
    let oneself = clause.object.is_some_and(|object| view.is(view.phrase(object).head, Cue::Reflexive));
    let modal = clause.kind == ClauseKind::Main && clause.modal.is_some_and(|modal| view.is(modal, Cue::Avow)) && speaks(view, clause);
    // A statement of a need performs the act only if the subject is a single speaker: "I need to point out".
    let above = clause.parent.filter(|_| clause.kind == ClauseKind::Infinitive).map(|parent| view.clause(parent));
    let needs = above.is_some_and(|above| {
        let alone = above.subject.is_some_and(|subject| view.is(view.phrase(subject).head, Cue::FirstPerson));
        above.kind == ClauseKind::Main && alone && !above.negated && view.is(above.head, Cue::Need) && clause.governor.is_none()
    });
    // A speaker who says "we deem it necessary to stress" stresses something.
    let deems = deemed(view, clause)
        && clause
            .parent
            .map(|parent| view.clause(parent))
            .is_some_and(|above| above.kind == ClauseKind::Main && !above.negated && speaks(view, above));
    !oneself && (modal || needs || deems)
}

/// Returns `true` if the clause `number` says with "is to" that an act is due, and does not name who should perform it: "Pakistan is to be congratulated". If the
/// act is an act of speech, the text itself performs it.
pub(crate) fn is_due(view: &View<'_>, number: u32) -> bool {
    let clause = view.clause(number);
    // In "is to be congratulated", the modal "is" is the first word of the verb group, and further words follow it.
    let is_to = |modal: u32| modal == clause.verb.start && modal + 1 < clause.head && view.is(modal, Cue::Will);
    let nobody = Place::verb(view, number).subject.is_none();
    clause.passive && !clause.negated && clause.tense == Tense::Present && clause.modal.is_some_and(is_to) && nobody
}

/// Returns `true` if the clause `number` is a main clause in which the speaker uses a conditional only out of politeness ("I would propose"). Returns `false` if a
/// condition belongs to the clause ("I would propose a vote if").
pub(crate) fn polite(view: &View<'_>, number: u32) -> bool {
    let clause = view.clause(number);
    let condition = |child: &Clause| {
        child.parent == Some(number)
            && child.kind == ClauseKind::Adverbial
            && child.marker.is_some_and(|marker| view.is(marker, Cue::Condition))
    };
    clause.kind == ClauseKind::Main
        && !clause.negated
        && clause.modal.is_some_and(|modal| view.is(modal, Cue::Would) || view.is(modal, Cue::Formula))
        && speaks(view, clause)
        && !view.clauses_near(clause.sentence.0, clause.head).any(|(_, child)| condition(child))
}

/// Returns `true` if the clause `number` expresses a wish with "would", and no condition: "Chad would like to see".
pub(crate) fn wishes(view: &View<'_>, number: u32) -> bool {
    let clause = view.clause(number);
    let condition = |child: &Clause| child.marker.is_some_and(|marker| view.is(marker, Cue::Condition));
    view.is(clause.head, Cue::Desire)
        && !clause.negated
        && clause.modal.is_some_and(|modal| view.is(modal, Cue::Would))
        && !condition(clause)
        && !view.clauses_near(clause.sentence.0, clause.head).any(|(_, child)| child.parent == Some(number) && condition(child))
}

/// Returns `true` if the clause `number` is a negated question of the speaker that asserts the act: "How could we not appeal for fairness?"
pub(crate) fn is_rhetorical(view: &View<'_>, number: u32) -> bool {
    let clause = view.clause(number);
    let asks = clause.marker.is_some_and(|marker| view.is(marker, Cue::Question));
    clause.negated
        && clause.kind == ClauseKind::Adverbial
        && clause.parent.is_none()
        && asks
        && clause.modal.is_some()
        && speaks(view, clause)
}

/// Returns `true` if the clause `number` reminds the listeners of something by saying that they "will" recall it: "the Assembly will recall that".
pub(crate) fn reminds(view: &View<'_>, number: u32) -> bool {
    let clause = view.clause(number);
    let will = clause.modal.is_some_and(|modal| modal == clause.verb.start && view.is(modal, Cue::Will));
    clause.kind == ClauseKind::Main && !clause.passive && !clause.negated && will && !speaks(view, clause)
}

/// Returns `true` if the clause `number` is a remark of the speaker in the form of a duty: "we should note", "it is important to recall".
pub(crate) fn remarks(view: &View<'_>, number: u32) -> bool {
    let clause = view.clause(number);
    match clause.kind {
        ClauseKind::Main => speaks(view, clause),
        ClauseKind::Infinitive => dummy(view, clause) && clause.parent.is_some_and(|parent| view.clause(parent).predicate.is_some()),
        _ => false,
    }
}

/// Returns `true` if the speaker proposes the act of the clause `number` to the listeners: "let us hope".
pub(crate) fn is_hortative(view: &View<'_>, number: u32) -> bool {
    let clause = view.clause(number);
    clause.kind == ClauseKind::Infinitive && hortative(view, clause) == Some(Modality::Recommended)
}
