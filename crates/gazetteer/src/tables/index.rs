//! Finds entities by id, and states by code.

use super::rows::EntityRow;
use super::texts::Texts;
use chancery_text::EntityClass;
use std::collections::BTreeMap;

/// An index of the entities.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Index {
    /// The indexes of all entities in the order of their ids. Empty if the entities already have this order.
    order: Vec<u32>,
    /// The states by their ISO 3166-1 alpha-3 codes. If a present state and a former state have the same code, the present state is listed.
    states: BTreeMap<String, u32>,
}

impl Index {
    pub(crate) fn new(entities: &[EntityRow], texts: &Texts) -> Self {
        let id = |entity: u32| texts.get(entities[entity as usize].id);
        let mut order: Vec<u32> = Vec::new();
        if !entities.is_sorted_by(|a, b| texts.get(a.id) <= texts.get(b.id)) {
            order = (0..entities.len() as u32).collect();
            order.sort_by(|a, b| id(*a).cmp(id(*b)));
        }
        let mut states = BTreeMap::new();
        let present = |row: &EntityRow| row.valid.is_none_or(|valid| valid.end().is_none());
        let all = || (0..).zip(entities).filter(|(_, row)| row.class == EntityClass::State);
        for (entity, row) in all().filter(|(_, row)| present(row)).chain(all().filter(|(_, row)| !present(row))) {
            if let Some(code) = row.country {
                states.entry(texts.get(code).to_owned()).or_insert(entity);
            }
        }
        Self { order, states }
    }

    /// Returns the index of the entity with the id `code` or, if there is none, of the state with the ISO 3166-1 alpha-3 code `code`.
    pub(crate) fn find(&self, code: &str, entities: &[EntityRow], texts: &Texts) -> Option<u32> {
        let id = |entity: u32| entities.get(entity as usize).map_or("", |row| texts.get(row.id));
        let by_id = if self.order.is_empty() {
            let at = entities.partition_point(|row| texts.get(row.id) < code);
            Some(at as u32).filter(|at| *at < entities.len() as u32)
        } else {
            self.order.get(self.order.partition_point(|entity| id(*entity) < code)).copied()
        };
        by_id.filter(|entity| id(*entity) == code).or_else(|| self.states.get(code).copied())
    }
}
