//! The verb or noun at which frames are tried, and the phrases around it: the logical subject, object and indirect object. In this module, the parameter `number` is
//! the index of a clause.

use crate::cue::Cue;
use crate::inside::inside;
use crate::nature::nature;
use crate::owned;
use crate::people::is_matter;
use crate::view::View;
use chancery_text::{Clause, ClauseKind, PrepositionalPhrase};

/// The maximum number of coordinated phrases that are searched.
const CONJUNCTS: usize = 8;

/// A position at which frames are tried: the verb of a clause, or a noun. The fields contain the phrases around this verb or noun.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place<'a> {
    pub(crate) sentence: u32,
    /// The clause and its index, or `None` if only the noun is considered.
    pub(crate) clause: Option<(u32, &'a Clause)>,
    /// The logical subject. In a passive clause, this is the phrase after "by".
    pub(crate) subject: Option<u32>,
    /// The noun phrase whose possessive or adjective names the actor, if this is not the subject ("our intention" in "the minister expressed our intention to
    /// join").
    pub(crate) doer_in: Option<u32>,
    /// The logical object. In a passive clause, this is usually the grammatical subject.
    pub(crate) object: Option<u32>,
    pub(crate) indirect: Option<u32>,
    /// The token of the preposition that belongs to the verb and governs the object ("on" in "call on").
    pub(crate) used: Option<u32>,
    /// The noun phrase, if frames are tried at a noun.
    pub(crate) noun: Option<u32>,
    /// The token at which the search for the continuation of the verb begins, that is, for the fixed words after the verb ("on" in "call on").
    pub(crate) from: u32,
    /// Whether the participle of a passive clause is read as the continuation of its auxiliary verb ("be" with the continuation "prepared" in "is prepared to").
    pub(crate) adjectival: bool,
    /// Whether the negation of the clause is ignored.
    pub(crate) affirmed: bool,
    /// Whether the act is performed by words. A capital city on the target side then stands for its government ("warned London").
    pub(crate) by_words: bool,
}

impl<'a> Place<'a> {
    /// Creates the position of the verb of the clause `number`, and finds the phrases around the verb.
    pub(crate) fn verb(view: &View<'a>, number: u32) -> Self {
        let clause = view.clause(number);
        let sentence = clause.sentence.0;
        let retained = clause.object.filter(|_| clause.passive);
        let apart = clause.subject.filter(|subject| !clause.passive && possessor_is_not_subject(view, clause, *subject));
        let owner = owned::owner(view, clause);
        let (subject, object) = if apart.is_some() {
            (None, clause.object)
        } else if let Some(owner) = owner {
            (owner.phrase(), clause.object)
        } else if clause.passive {
            let agent = view.prepositions_near(sentence, clause.verb.end).iter().find(|link| {
                belongs(view, link, number) && view.key(link.preposition) == view.tables.agent && link.preposition >= clause.verb.end
            });
            // In "Mali was given a loan", the loan is the object, and Mali is the indirect object.
            // The "it" in "it is recognized that" stands for the content clause.
            let object = clause.subject.filter(|subject| !stands_for_content(view, number, *subject));
            (agent.map(|link| link.phrase).or_else(|| shared_agent(view, number)), retained.or(object))
        } else {
            (acting(view, clause), clause.object)
        };
        let indirect = if retained.is_some() { clause.subject } else { clause.indirect };
        let doer_in = clause.governor.filter(|_| apart.is_some()).or_else(|| owner?.named_in());
        Self {
            sentence,
            clause: Some((number, clause)),
            subject,
            doer_in,
            object,
            indirect,
            used: None,
            noun: None,
            from: clause.head + 1,
            adjectival: false,
            affirmed: false,
            by_words: false,
        }
    }

    /// Creates the position of the auxiliary verb of the passive clause `number`, with the participle as the continuation of this verb.
    pub(crate) fn adjectival(view: &View<'a>, number: u32) -> Self {
        let base = Self::verb(view, number);
        let clause = view.clause(number);
        Self { subject: clause.subject, object: None, indirect: None, from: clause.head, adjectival: true, ..base }
    }
}

/// Returns `true` if `subject`, the subject of the passive clause `number`, is an "it" that stands for a content clause: "it is recognized that".
fn stands_for_content(view: &View<'_>, number: u32, subject: u32) -> bool {
    let content = || {
        let mut near = view.clauses_near(view.clause(number).sentence.0, view.clause(number).head);
        near.any(|(_, clause)| clause.parent == Some(number) && clause.kind == ClauseKind::Content)
    };
    view.is(view.phrase(subject).head, Cue::Neuter) && content()
}

/// Returns the agent that the passive clause `number` shares with the clause after it: Mali for "supported" in "is supported and financed by Mali".
fn shared_agent(view: &View<'_>, number: u32) -> Option<u32> {
    let clause = view.clause(number);
    let (next, other) = view.clauses_near(clause.sentence.0, clause.verb.end).find(|(next, _)| *next == number + 1)?;
    let joined = other.passive && other.coordinated == Some(number) && other.verb.start == clause.verb.end + 1;
    let mut links = view.prepositions_near(clause.sentence.0, other.verb.end).iter().filter(|_| joined);
    let agent = |link: &&PrepositionalPhrase| {
        link.clause == Some(next) && view.key(link.preposition) == view.tables.agent && link.preposition >= other.verb.end
    };
    links.find(agent).map(|link| link.phrase)
}

/// Returns the phrase that names the actor of an active clause. This is usually its subject.
fn acting(view: &View<'_>, clause: &Clause) -> Option<u32> {
    let Some(subject) = clause.subject.filter(|_| !crate::voice::dummy(view, clause)) else {
        // In "it gives me pleasure to", the indirect object ("me") acts.
        let placeholder = clause.subject.is_some_and(|subject| view.is(view.phrase(subject).head, Cue::Dummy));
        return clause.parent.filter(|_| placeholder).and_then(|parent| view.clause(parent).indirect);
    };
    let Some(parent) = clause.parent.map(|parent| view.clause(parent)) else { return Some(subject) };
    let above = || parent.subject.filter(|_| !parent.passive);
    let pronoun = |phrase: u32| view.is(view.phrase(phrase).head, Cue::Third);
    if clause.kind == ClauseKind::Content && pronoun(subject) && asked_for(view, clause, parent) {
        let to = view
            .prepositions_near(clause.sentence.0, parent.verb.end)
            .iter()
            .find(|link| link.clause == clause.parent && view.is(link.preposition, Cue::Addressee) && link.preposition < clause.head);
        return parent.object.or(parent.indirect).or(to.map(|link| link.phrase)).or(Some(subject));
    }
    if clause.kind == ClauseKind::Content && pronoun(subject) {
        // The pronoun may refer to the subject of the parent clause: "it" in "my delegation hopes that it will". It cannot refer to the speaker: "he" in "I am
        // confident that he will".
        let other = |above: u32| {
            let ours = view.is(view.phrase(above).tokens.start, Cue::SpeakerOwner) && !view.is(view.phrase(subject).head, Cue::Neuter);
            ours || view.is(view.phrase(above).head, Cue::Speaker)
        };
        return above().filter(|above| !pronoun(*above) && !other(*above) && nature(view, *above).actor).or(Some(subject));
    }
    // In "Kenya said it had begun moving", Kenya also performs the act of "moving".
    let shared = clause.parent.filter(|_| pronoun(subject) && parent.subject == Some(subject));
    if let Some(number) = shared.filter(|number| view.clause(*number).head < clause.head) {
        return acting(view, view.clause(number)).or(Some(subject));
    }
    // In "appeal to the good will of all States to sign", the States should sign.
    if clause.kind == ClauseKind::Infinitive && view.is(parent.head, Cue::Press) && !nature(view, subject).actor {
        let behind = inside(view, clause.sentence.0, Some(subject));
        let within = behind.iter().map(|(_, phrase)| *phrase).find(|phrase| nature(view, *phrase).actor);
        let joined = || view.clauses().conjuncts(subject).take(CONJUNCTS).find(|phrase| nature(view, *phrase).actor);
        return within.or_else(joined).or(Some(subject));
    }
    // In "published a report accusing the army", the publisher makes the accusation, not the report.
    let text = || is_matter(view, view.phrase(subject));
    if clause.kind == ClauseKind::Participle && parent.object == Some(subject) && !nature(view, subject).actor && text() {
        return above().or(Some(subject));
    }
    Some(subject)
}

/// Returns `true` if `clause` depends on a noun with a possessive that does not refer to `subject`, the subject of the clause: "we welcome his plans to consult",
/// "the minister expressed our intention to join". Returns `false` if `clause` is neither an infinitive nor an -ing clause.
fn possessor_is_not_subject(view: &View<'_>, clause: &Clause, subject: u32) -> bool {
    let governed = matches!(clause.kind, ClauseKind::Infinitive | ClauseKind::Gerund);
    let Some(governor) = clause.governor.filter(|_| governed) else { return false };
    let first = view.phrase(governor).tokens.start;
    let is = |cue: Cue| view.is(view.phrase(subject).head, cue);
    // In "my delegation repeats our intention to join", "our" refers to the subject, because both denote the speaker.
    let ours = is(Cue::Speaker) || view.is(view.phrase(subject).tokens.start, Cue::SpeakerOwner);
    is(Cue::Speaker) && view.is(first, Cue::ThirdOwner) || !ours && view.is(first, Cue::SpeakerOwner)
}

/// Returns `true` if the that-clause `clause` says what the clause `parent` requests or recommends. The verb of such a that-clause is a base form ("proposed to
/// Armenia that it send observers") or follows a modal verb such as "should".
pub(crate) fn asked_for(view: &View<'_>, clause: &Clause, parent: &Clause) -> bool {
    let asks = view.is(parent.head, Cue::Press) || view.is(parent.head, Cue::Recommend);
    asks && crate::voice::wished(view, clause)
}

/// Returns `true` if a prepositional phrase may modify the verb of the clause with the index `clause`. A phrase in a participle clause that depends on this
/// clause counts too.
pub(crate) fn belongs(view: &View<'_>, link: &PrepositionalPhrase, clause: u32) -> bool {
    link.clause == Some(clause)
        || behind_agent(view, link, clause)
        || link.clause.is_some_and(|other| is_part(view, link, view.clause(other), clause))
}

/// Returns `true` if a prepositional phrase of the participle clause `other` may also modify the verb of the clause with the index `clause` before it: "remains
/// convinced of the need", "lift the embargo imposed on Cuba". The agent of a participle that modifies a noun does not: "by Mali" in "disregarded the wish
/// expressed by Mali".
fn is_part(view: &View<'_>, link: &PrepositionalPhrase, other: &Clause, clause: u32) -> bool {
    let agent = other.governor.is_some() && view.key(link.preposition) == view.tables.agent;
    other.kind == ClauseKind::Participle && other.parent == Some(clause) && other.head > view.clause(clause).head && !agent
}

/// Returns `true` if a prepositional phrase follows the agent of a passive clause but modifies the verb: "against Rhodesia" in "imposed by the Council against
/// Rhodesia", but not "of Kenya" in "by the people of Kenya". The agent is the phrase after "by".
fn behind_agent(view: &View<'_>, link: &PrepositionalPhrase, clause: u32) -> bool {
    let Some(agent) = link.after.filter(|_| link.clause.is_none() && view.clause(clause).passive) else { return false };
    view.key(link.preposition) != view.tables.of
        && view
            .prepositions_near(view.clause(clause).sentence.0, link.preposition)
            .iter()
            .any(|before| before.phrase == agent && before.clause == Some(clause) && view.key(before.preposition) == view.tables.agent)
}
