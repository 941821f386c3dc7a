//! Finds the sayer of a clause, that is, the person or body that reports its act or asks for it.

use crate::cue::Cue;
use crate::place::Place;
use crate::resolve;
use crate::view::View;
use chancery_text::{ClauseKind, EntityIx, ParticipantKind, Span};

/// The person or body that reports an act or asks for it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Sayer {
    pub(crate) span: Span,
    pub(crate) entity: Option<EntityIx>,
}

/// The maximum number of levels between a clause and the clause that reports it.
const DEPTH: usize = 6;

/// Returns the sayer of the clause `number`. The sayer is the subject of the nearest governing verb that reports the act of the clause or asks for it. Returns
/// `None` if the document itself makes the statement.
pub(crate) fn of(view: &View<'_>, number: u32) -> Option<Sayer> {
    let mut here = number;
    for _ in 0..DEPTH {
        let clause = view.clause(here);
        let parent = clause.parent?;
        let above = view.clause(parent);
        let reported = match clause.kind {
            ClauseKind::Content => view.is(above.head, Cue::Report),
            ClauseKind::Infinitive => view.is(above.head, Cue::Press),
            // A clause that modifies a noun is not reported by the verb of the clause that contains the noun.
            ClauseKind::Relative | ClauseKind::Participle => return None,
            _ => false,
        };
        // If the verb of saying is negated, nobody makes the statement: "did not say that".
        if reported
            && !above.negated
            && let Some(subject) = Place::verb(view, parent).subject
        {
            let subject = view.real(above.sentence.0, subject);
            let who = resolve::resolve(view, subject);
            // In "We all know that", the subject is "all", but "we" before it shows that the speaker makes the statement.
            let speaker = view.phrase(subject).tokens.start.checked_sub(1).is_some_and(|before| view.is(before, Cue::Speaker));
            if who.kind == ParticipantKind::Speaker || speaker {
                return None;
            }
            let entity = who.of.or(who.entity);
            // The "it" in "it is said that" does not refer to a person or body.
            if who.is_actor() && (entity.is_some() || !view.is(view.phrase(subject).head, Cue::Dummy)) {
                return Some(Sayer { span: who.span, entity });
            }
        }
        here = parent;
    }
    None
}

/// Returns the sayer of the act that the noun phrase `noun` names. This is the sayer of the clause in which the phrase is the subject or object.
pub(crate) fn of_noun(view: &View<'_>, sentence: u32, noun: u32) -> Option<Sayer> {
    let head = view.phrase(noun).head;
    let mut near = view.clauses_near(sentence, head);
    let (clause, _) = near.find(|(_, clause)| clause.subject == Some(noun) || clause.object == Some(noun))?;
    of(view, clause)
}
