//! Finds who performs the act of an infinitive or -ing clause that depends on a noun with an owner. In "Mali noted Kenya's decision to attack", it is Kenya
//! that plans to attack, not Mali.

use crate::country::adjective;
use crate::cue::Cue;
use crate::nature::nature;
use crate::view::View;
use chancery_text::{Clause, ClauseKind, PhraseKind};

/// The owner of the noun on which an infinitive depends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Owner {
    /// The owner performs the act, and this phrase names the owner: "Kenya" in "Kenya's decision to" and "the decision of Kenya to".
    Phrase(u32),
    /// The owner performs the act, and an adjective in this phrase names the owner: "the Kenyan decision to".
    Adjective(u32),
    /// Others are asked to perform the act ("the Council's call to", "the proposal to"), or the owner is not someone who can act ("the world's obligation to").
    NotActing,
}

impl Owner {
    /// Returns the phrase that names the owner who acts; `None` for the other variants.
    pub(crate) const fn phrase(self) -> Option<u32> {
        if let Self::Phrase(phrase) = self { Some(phrase) } else { None }
    }

    /// Returns the phrase in which an adjective names the owner who acts; `None` for the other variants.
    pub(crate) const fn named_in(self) -> Option<u32> {
        if let Self::Adjective(phrase) = self { Some(phrase) } else { None }
    }
}

/// Cues of nouns whose owner performs the act ("decision", "refusal", "need", "wish", "right").
const ACTS: [Cue; 5] = [Cue::Intend, Cue::Refuse, Cue::Need, Cue::Desire, Cue::Purpose];

/// Cues of nouns whose owner asks others to perform the act ("call", "proposal").
const ASKS: [Cue; 2] = [Cue::Press, Cue::Recommend];

/// Returns the owner of the noun on which an infinitive or an -ing clause with a preposition depends. Returns `None` in these cases:
///
/// - The clause is passive, or it is neither an infinitive nor an -ing clause.
/// - The noun before an infinitive has no cue in [`ACTS`] or [`ASKS`].
/// - The noun has no owner. There are two exceptions: if the noun has a cue in [`ASKS`] ("the proposal to"), or if the parent clause only says something about
///   what others do ("supports the decision to"), the result is [`Owner::NotActing`].
pub(crate) fn owner(view: &View<'_>, clause: &Clause) -> Option<Owner> {
    if clause.passive {
        return None;
    }
    if clause.kind == ClauseKind::Gerund {
        return doer_of_gerund(view, clause).map(Owner::Phrase);
    }
    if clause.kind != ClauseKind::Infinitive {
        return None;
    }
    let governor = clause.governor?;
    let noun = governing_noun(view, clause)?;
    let head = view.phrase(noun).head;
    let asks = ASKS.into_iter().any(|cue| view.is(head, cue));
    if !asks && !ACTS.into_iter().any(|cue| view.is(head, cue)) {
        return None;
    }
    let found = if noun != governor {
        Owner::Phrase(governor)
    } else if let Some(possessor) = view.phrase(noun).possessor.filter(|possessor| view.phrase(*possessor).kind != PhraseKind::Pronoun) {
        Owner::Phrase(possessor)
    } else if adjective(view, noun).is_some() {
        Owner::Adjective(noun)
    } else {
        // In "supports the proposal to convene", the subject of "supports" does not perform the act.
        let above = clause.parent.map(|parent| view.clause(parent));
        let others = above.is_some_and(|above| !above.passive && above.subject != Some(noun) && view.is(above.head, Cue::Appraise));
        return (asks || others).then_some(Owner::NotActing);
    };
    // An owner that is not an actor does not perform the act: "the world's obligation to provide relief".
    let unknown = found.phrase().is_some_and(|phrase| !nature(view, phrase).actor);
    Some(if asks || unknown { Owner::NotActing } else { found })
}

/// Returns the actor that owns the noun before an -ing clause with a preposition: the Council in "the role of the Council in mediating" and "the Council's role in
/// mediating".
fn doer_of_gerund(view: &View<'_>, clause: &Clause) -> Option<u32> {
    let governor = clause.governor.filter(|_| clause.marker.is_some_and(|marker| view.is(marker, Cue::Done)))?;
    let phrase = view.phrase(governor);
    if Some(phrase.tokens.end) != clause.marker || clause.parent.is_some_and(|parent| view.clause(parent).subject == Some(governor)) {
        return None;
    }
    let links = view.prepositions_near(clause.sentence.0, phrase.tokens.start);
    let of = links.iter().find(|link| link.phrase == governor && view.key(link.preposition) == view.tables.of && link.after.is_some());
    let possessor = phrase.possessor.filter(|possessor| view.phrase(*possessor).kind != PhraseKind::Pronoun);
    of.map(|_| governor).or(possessor).filter(|owner| nature(view, *owner).actor)
}

/// Returns the noun phrase on which a clause depends. In "the decision of Kenya to sign", this is "the decision", although "Kenya" is nearer.
pub(crate) fn governing_noun(view: &View<'_>, clause: &Clause) -> Option<u32> {
    let governor = clause.governor?;
    let phrase = view.phrase(governor);
    let links = view.prepositions_near(clause.sentence.0, phrase.tokens.start);
    let link = links.iter().find(|link| link.phrase == governor && link.preposition < phrase.tokens.start);
    let outer = link.filter(|link| [view.tables.of, view.tables.agent].contains(&view.key(link.preposition))).and_then(|link| link.after);
    let noun = outer.filter(|noun| {
        let head = view.phrase(*noun).head;
        clause.kind == ClauseKind::Infinitive
            && ACTS.into_iter().chain(ASKS).any(|cue| view.is(head, cue))
            && nature(view, governor).actor
            && !nature(view, *noun).actor
    });
    Some(noun.unwrap_or(governor))
}
