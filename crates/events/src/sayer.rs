//! Finds the sayer: who makes the statement in a clause.

use crate::cue::Cue;
use crate::resolve;
use crate::sides::Place;
use crate::view::View;
use chancery_text::{ClauseKind, EntityIx, ParticipantKind, Span};

/// The sayer of a statement.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sayer {
    pub(crate) span: Span,
    pub(crate) entity: Option<EntityIx>,
}

/// How many clauses are followed from the statement to the clause that reports it.
const DEPTH: usize = 6;

/// Returns the sayer of a clause: the subject of the nearest verb that reports or requests its content. `None` if the document itself makes
/// the statement.
pub(crate) fn of(view: &View<'_>, number: u32) -> Option<Sayer> {
    let mut here = number;
    for _ in 0..DEPTH {
        let clause = view.clause(here);
        let parent = clause.parent?;
        let above = view.clause(parent);
        let reported = match clause.kind {
            ClauseKind::Content => view.is(above.head, Cue::Report),
            ClauseKind::Infinitive => view.is(above.head, Cue::Press),
            // A clause that modifies a noun is not a statement about it.
            ClauseKind::Relative | ClauseKind::Participle => return None,
            _ => false,
        };
        // "did not say that": nobody says it.
        if reported
            && !above.negated
            && let Some(subject) = Place::verb(view, parent).subject
        {
            let subject = view.real(above.sentence.0, subject);
            let who = resolve::resolve(view, subject);
            // "We all know that"
            let speaker = view.phrase(subject).tokens.start.checked_sub(1).is_some_and(|before| view.is(before, Cue::Speaker));
            if who.kind == ParticipantKind::Speaker || speaker {
                return None;
            }
            let entity = who.of.or(who.entity);
            // "It is said that": the pronoun refers to nobody.
            if who.is_actor() && (entity.is_some() || !view.is(view.phrase(subject).head, Cue::Dummy)) {
                return Some(Sayer { span: who.span, entity });
            }
        }
        here = parent;
    }
    None
}

/// Returns the sayer of an act that a noun names: the sayer of the clause in which the noun is the subject or object.
pub(crate) fn of_noun(view: &View<'_>, sentence: u32, noun: u32) -> Option<Sayer> {
    let head = view.phrase(noun).head;
    let mut near = view.clauses_near(sentence, head);
    let (clause, _) = near.find(|(_, clause)| clause.subject == Some(noun) || clause.object == Some(noun))?;
    of(view, clause)
}
