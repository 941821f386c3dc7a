//! Checks whether a name is admissible where it was found. The checks concern the case of the name, its dates, the adjacent words, and other words near the
//! name.
//!
//! A *hit* is a place where the text matches a name that has not been checked yet. A *cue* is a context word that must or must not be near a name.

mod adjacent;
mod case;
mod cues;
mod listed;
mod negated;
mod place;
mod years;

pub(crate) use cues::nearest_cue;
pub(crate) use negated::negated;
pub(crate) use years::years_given;

use crate::context::Context;
use crate::tables::NameRow;
use chancery_phrases::Hit;
use chancery_text::{Form, RejectionReason};

/// Checks whether a name is admissible at a hit. `sentence` is the index of the sentence that contains the hit. If a check fails, the error is the reason for
/// rejection.
pub(crate) fn admit(context: &Context<'_>, name: &NameRow, hit: &Hit, sentence: usize) -> Result<(), RejectionReason> {
    if !case::fits(context, name, hit) {
        return Err(RejectionReason::Case);
    }
    if let Some(class) = name.name_class
        && name.form < Form::Abbreviation
    {
        if let Some(reason) = adjacent::part_of_another(context, hit, class) {
            return Err(reason);
        }
        if place::in_another_state(context, name, hit, class) {
            return Err(RejectionReason::Encloser);
        }
    }
    if name.dated && years::out_of_time(context, name, hit) {
        return Err(RejectionReason::Date);
    }
    let Some(constraints) = &name.constraints else { return Ok(()) };
    if adjacent::guarded(context, constraints, hit) {
        return Err(RejectionReason::Neighbour);
    }
    if constraints.needs.is_empty() && constraints.not.is_empty() {
        return Ok(());
    }
    match cues::near(context, constraints, hit, sentence) {
        Err(RejectionReason::Needs) if name.form == Form::Abbreviation && listed::among_abbreviations(context, hit) => Ok(()),
        decided => decided,
    }
}
