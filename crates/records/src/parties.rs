//! Finds states and organisations in a list ("the Republic of Kenya, Uganda and the EFTA States").

use crate::class::Class;
use crate::view::View;
use chancery_text::{Date, EntityClass, EntityIx, Form};

/// The number of tokens that are searched for the next name of a list. The search begins at the start of the list, after the previous name, or after a short
/// name in parentheses.
const STEP: usize = 14;

/// The maximum number of tokens in parentheses that define a short name ("(hereinafter called the EFTA States)").
const ASIDE: usize = 24;

/// Returns the parties in the list that starts at the token `start`, and the index of the token after the last party. The list ends at a lower-case word that is
/// not a connector, at a punctuation mark other than a comma, or at the token `limit`. If `across` is `true`, the list may continue across empty lines.
pub(crate) fn list(view: &View<'_>, start: usize, limit: usize, across: bool) -> (Vec<EntityIx>, usize) {
    let member = |at: usize| {
        let name = view.name_at(at)?;
        Some((Some(name.entity).filter(|entity| is_party(view, *entity)), view.doc.tokens_of(name).end))
    };
    walk(view, start, limit, across, member)
}

/// Returns the states and organisations that are named or represented in the list that starts at the token `start`, and the index of the token after the last
/// of them. A state may be represented by a person or official ("President Mubarak and Prime Minister Begin") or by its people ("the Palestinians"). The list
/// ends as in [`list`].
pub(crate) fn represented(view: &View<'_>, start: usize, limit: usize) -> (Vec<EntityIx>, usize) {
    let actors = &view.doc.actors;
    let member = |at: usize| {
        let byte = view.token(at)?.span.start();
        let actor = actors[..actors.partition_point(|actor| actor.span.start() <= byte)].last().filter(|actor| byte < actor.span.end());
        if let Some((actor, of)) = actor.and_then(|actor| Some((actor, actor.of.filter(|of| is_party(view, *of))?))) {
            return Some((Some(of), view.token_of(actor.span.end())));
        }
        let name = view.mention_at(at).filter(|name| is_party(view, name.entity) && name.form != Form::Adjective)?;
        Some((Some(name.entity), view.doc.tokens_of(name).end))
    };
    walk(view, start, limit, false, member)
}

/// Collects the entities of the list that starts at the token `start`, and returns them with the index of the token after the last one.
///
/// `member` is called with the index of a token. If the token is in a name, it returns the entity of the name and the index of the token after the name. The
/// entity is `None` if the name does not count as a member of the list. `limit` and `across` have the same meaning as in `list`.
fn walk(
    view: &View<'_>,
    start: usize,
    limit: usize,
    across: bool,
    member: impl Fn(usize) -> Option<(Option<EntityIx>, usize)>,
) -> (Vec<EntityIx>, usize) {
    let mut found = Vec::new();
    let (mut at, mut end, mut from) = (start, start, start);
    while at < limit && at < from + STEP {
        if !across && at > start && view.breaks(at) {
            break;
        }
        if let Some((entity, next)) = member(at) {
            at = next.max(at + 1);
            if let Some(entity) = entity {
                found.push(entity);
                (end, from) = (at, at);
            }
            continue;
        }
        // The list may continue after parentheses: "(hereinafter called the EFTA States) and the Republic of Latvia".
        if view.text(at) == "("
            && view.is(at + 1, Class::Called)
            && let Some(close) = (at + 2..limit.min(at + ASIDE)).find(|at| view.text(*at) == ")")
        {
            (at, from) = (close + 1, close + 1);
            continue;
        }
        if let Some(next) = view.word(at, Class::Connector) {
            at = next;
        } else if view.is_capital(at) || view.text(at) == "," {
            at += 1;
        } else {
            break;
        }
    }
    found.dedup();
    (found, end)
}

/// Returns `true` if an entity can be a party. A common noun such as "the Parties" cannot, because it refers to states that are named elsewhere.
fn is_party(view: &View<'_>, entity: EntityIx) -> bool {
    can_be_party(view.catalog.class(entity)) && view.catalog.entity(entity).refers.is_none()
}

/// Returns `true` if entities of this class can be parties to an instrument.
pub(crate) const fn can_be_party(class: EntityClass) -> bool {
    matches!(
        class,
        EntityClass::State | EntityClass::Territory | EntityClass::Organisation | EntityClass::Grouping | EntityClass::Mechanism
    )
}

/// Returns `parties` without duplicates, in the same order. Each grouping of states, such as "the EFTA States", is replaced with the states that were its
/// members at `date`. An organisation is left out if at least two of its members are parties.
pub(crate) fn expanded(view: &View<'_>, parties: &[EntityIx], date: Option<Date>) -> Vec<EntityIx> {
    let mut all: Vec<EntityIx> = Vec::new();
    for &party in parties {
        let members = if view.catalog.class(party) == EntityClass::Grouping { view.catalog.members(party, date) } else { Vec::new() };
        let one = [party];
        for &entity in if members.is_empty() { &one[..] } else { &members } {
            if !all.contains(&entity) {
                all.push(entity);
            }
        }
    }
    // An organisation may only describe the states in the list, and is then not a party: "Argentina, Brazil, Paraguay and Uruguay, States Parties to MERCOSUR".
    let organisations: Vec<EntityIx> =
        all.iter().copied().filter(|party| view.catalog.class(*party) == EntityClass::Organisation).collect();
    for organisation in organisations {
        let members = view.catalog.members(organisation, date);
        if all.iter().filter(|party| members.contains(party)).count() > 1 {
            all.retain(|party| *party != organisation);
        }
    }
    all
}
