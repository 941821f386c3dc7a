//! What tables say of actors.

use chancery_text::{Actor, ActorKind, Catalog, Document, EntityIx};
use std::collections::BTreeMap;

/// Code of an actor: country and sector, or the countries of its members.
#[must_use]
pub fn code(actor: &Actor, catalog: &dyn Catalog) -> String {
    if actor.kind == ActorKind::Group {
        let mut codes: Vec<&str> = actor.members.iter().filter_map(|member| catalog.entity(*member).country).collect();
        codes.sort_unstable();
        return codes.join(";");
    }
    let country = actor.of.and_then(|of| catalog.entity(of).country).unwrap_or_default();
    [country, actor.sector.as_str()].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
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
