//! Converts actors to codes.

use chancery_text::{Actor, ActorKind, Catalog, Document, EntityIx};
use std::collections::BTreeMap;

/// Returns the code of an actor. For a group, the codes of its members are joined with `;`.
#[must_use]
pub fn code(actor: &Actor, catalog: &dyn Catalog) -> String {
    let mut text = String::new();
    codes(actor, catalog, &mut |code| {
        if !text.is_empty() {
            text.push(';');
        }
        text.push_str(code);
    });
    text
}

/// Passes each code of an actor to `take`. For a group, the codes are the countries of its members, sorted. For any other actor, the code consists of its country
/// and sector (`KAZ GOV`), or of one of them if the other is unknown; if both are unknown, there is no code.
pub(crate) fn codes(actor: &Actor, catalog: &dyn Catalog, take: &mut dyn FnMut(&str)) {
    if actor.kind == ActorKind::Group {
        let mut codes: Vec<&str> = actor.members.iter().filter_map(|member| catalog.entity(*member).country).collect();
        codes.sort_unstable();
        codes.into_iter().for_each(take);
        return;
    }
    let country = actor.of.and_then(|of| catalog.entity(of).country).unwrap_or_default();
    match (country, actor.sector.as_str()) {
        ("", "") => {}
        (code, "") | ("", code) => take(code),
        (country, sector) => take(&format!("{country} {sector}")),
    }
}

/// Returns the state to which an office belongs, by the index of the mention that names the office. Mentions of offices that belong to several states are left
/// out.
pub(crate) fn states(doc: &Document) -> BTreeMap<u32, EntityIx> {
    let mut states: BTreeMap<u32, Option<EntityIx>> = BTreeMap::new();
    for actor in doc.actors.iter().filter(|actor| matches!(actor.kind, ActorKind::Office | ActorKind::Person)) {
        for &mention in &actor.mentions {
            let names_office = doc.mentions.get(mention.get()).is_some_and(|mention| Some(mention.entity) == actor.entity);
            if names_office {
                states.entry(mention.0).and_modify(|state| *state = state.filter(|state| Some(*state) == actor.of)).or_insert(actor.of);
            }
        }
    }
    states.into_iter().filter_map(|(mention, state)| Some((mention, state?))).collect()
}
