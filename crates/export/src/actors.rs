//! How an actor is written as a code.

use chancery_text::{Actor, ActorKind, Catalog, Document, EntityIx};
use std::collections::BTreeMap;

/// The code of an actor as one text. That of a group is the codes of its members, joined with `;`.
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

/// The codes of an actor: of a group the countries of its members, sorted; of another actor its country and sector (`KAZ GOV`), as far as they are known.
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

/// The state of each mention of an office that belongs to one state alone, by the mention's index.
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
