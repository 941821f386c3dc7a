//! The relations of entries as the gazetteer takes them: those that files write at the other end are turned round.

use super::raw::RawEntry;
use chancery_gazetteer::Link;
use chancery_text::RelationKind;
use std::collections::{BTreeMap, BTreeSet};

/// Links of each entry, by its id.
pub(super) struct Links(BTreeMap<String, Vec<Link>>);

impl Links {
    pub(super) fn of(entries: &[RawEntry]) -> Self {
        let mut links = Self(BTreeMap::new());
        let types: BTreeMap<&str, &str> = entries.iter().filter_map(|entry| Some((entry.id.as_str(), entry.kind.as_deref()?))).collect();
        let loose: BTreeSet<&str> = entries.iter().filter(|entry| entry.loose).map(|entry| entry.id.as_str()).collect();
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
                match relation.kind.as_str() {
                    "member" if !entry.partial && (relation.role.is_empty() || relation.role == "member" || relation.role == "founder") => {
                        links.add(&entry.id, link(RelationKind::Member, &relation.of));
                    }
                    "of" => links.add(&entry.id, link(RelationKind::Of, &relation.of)),
                    "office" => links.add(&entry.id, link(RelationKind::Office, &relation.of)),
                    "metonym" => links.add(&entry.id, link(RelationKind::Metonym, &relation.of)),
                    "country" => links.add(&entry.id, link(RelationKind::Country, &relation.of)),
                    "capital" => links.add(&relation.of, link(RelationKind::CapitalOf, &entry.id)),
                    _ => {}
                }
            }
            // A state is a member of all regions that it lies in.
            if entry.kind.as_deref() == Some("state") {
                for part in entry.relations.iter().filter(|relation| relation.kind == "part_of") {
                    let all = std::iter::once(part.of.as_str()).chain(regions(&part.of, &above));
                    for region in all.filter(|region| types.get(region) == Some(&"region") && !loose.contains(region)) {
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

/// All that an entry lies in, directly or not.
fn regions<'a>(id: &str, above: &BTreeMap<&str, Vec<&'a str>>) -> BTreeSet<&'a str> {
    let mut found: BTreeSet<&str> = BTreeSet::new();
    let mut open: Vec<&str> = above.get(id).cloned().unwrap_or_default();
    while let Some(region) = open.pop() {
        if found.insert(region) {
            open.extend(above.get(region).into_iter().flatten());
        }
    }
    found
}
