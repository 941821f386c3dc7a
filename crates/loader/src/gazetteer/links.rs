//! Converts the relations of entries to links of the gazetteer. Two relations of a state are treated
//! differently. `capital` becomes a link in the opposite direction, from the capital to the state.
//! `part_of` becomes a link to the region and also adds a link from the region to the state, which is
//! then a member of the region.

use super::raw::RawEntry;
use crate::types::Types;
use chancery_gazetteer::Link;
use chancery_text::{EntityClass, RelationKind};
use std::collections::{BTreeMap, BTreeSet};

/// The links of each entry, by the id of the entry.
pub(super) struct Links(BTreeMap<String, Vec<Link>>);

impl Links {
    pub(super) fn of(entries: &[RawEntry], types: &Types) -> Self {
        let mut links = Self(BTreeMap::new());
        let class = |entry: &RawEntry| entry.kind.as_deref().map_or(EntityClass::Other, |kind| types.class(kind));
        let regions: BTreeSet<&str> =
            entries.iter().filter(|entry| class(entry) == EntityClass::Region && !entry.loose).map(|entry| entry.id.as_str()).collect();
        let above: BTreeMap<&str, Vec<&str>> = entries
            .iter()
            .map(|entry| {
                let parts = entry.relations.iter().filter(|relation| relation.kind == "part_of");
                (entry.id.as_str(), parts.map(|relation| relation.of.as_str()).collect())
            })
            .collect();
        for entry in entries {
            for relation in &entry.relations {
                let link = |kind, of: &str| Link { kind, of: of.to_owned(), at: relation.held_at.clone(), valid: relation.valid };
                let kind = match relation.kind.as_str() {
                    "member" if !entry.partial && ["", "member", "founder"].contains(&relation.role.as_str()) => RelationKind::Member,
                    "of" => RelationKind::Of,
                    "office" => RelationKind::Office,
                    "metonym" => RelationKind::Metonym,
                    "country" => RelationKind::Country,
                    "seat" => RelationKind::Seat,
                    "party" => RelationKind::Party,
                    "successor" => RelationKind::Successor,
                    "depositary" => RelationKind::Depositary,
                    "part_of" => RelationKind::PartOf,
                    "capital" => {
                        links.add(&relation.of, link(RelationKind::CapitalOf, &entry.id));
                        continue;
                    }
                    _ => continue,
                };
                links.add(&entry.id, link(kind, &relation.of));
            }
            // A state is a member of every region that contains it.
            if class(entry) == EntityClass::State {
                for part in entry.relations.iter().filter(|relation| relation.kind == "part_of") {
                    let all = std::iter::once(part.of.as_str()).chain(containing(&part.of, &above));
                    for region in all.filter(|region| regions.contains(region)) {
                        links.add(region, Link { kind: RelationKind::Member, of: entry.id.clone(), at: None, valid: part.valid });
                    }
                }
            }
        }
        links
    }

    fn add(&mut self, id: &str, link: Link) {
        let links = self.0.entry(id.to_owned()).or_default();
        if !links.contains(&link) {
            links.push(link);
        }
    }

    pub(super) fn take(&mut self, id: &str) -> Vec<Link> {
        self.0.remove(id).unwrap_or_default()
    }
}

/// Returns the ids of all entries that contain the entry `id`, directly or indirectly. `above` maps
/// each id to the entries that contain it directly.
fn containing<'a>(id: &str, above: &BTreeMap<&str, Vec<&'a str>>) -> BTreeSet<&'a str> {
    let mut found: BTreeSet<&str> = BTreeSet::new();
    let mut open: Vec<&str> = above.get(id).cloned().unwrap_or_default();
    while let Some(region) = open.pop() {
        if found.insert(region) {
            open.extend(above.get(region).into_iter().flatten());
        }
    }
    found
}
