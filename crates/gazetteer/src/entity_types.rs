//! The types of entities, and what kinds of relations they have.

use crate::gazetteer::EntityRow;
use chancery_text::{EntityClass, EntityIx, RelationKind};

/// The types of all entities and the kinds of their relations, apart from their rows: every stage asks for them.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct EntityTypes {
    names: Vec<String>,
    /// The number of each entity's.
    of: Vec<u16>,
    classes: Vec<EntityClass>,
    /// Of each entity a bit for each kind of relation.
    relations: Vec<u16>,
}

const fn bit(kind: RelationKind) -> u16 {
    1 << (kind as u16 % 16)
}

impl EntityTypes {
    pub(crate) fn of<'e>(entities: impl Iterator<Item = &'e EntityRow>) -> Self {
        let mut kinds = Self::default();
        for entity in entities {
            let known = kinds.names.iter().position(|name| *name == entity.kind);
            let number = known.unwrap_or_else(|| {
                kinds.names.push(entity.kind.clone());
                kinds.names.len() - 1
            });
            kinds.of.push(number as u16);
            kinds.classes.push(entity.class);
            kinds.relations.push(entity.relations.iter().fold(0, |bits, relation| bits | bit(relation.kind)));
        }
        kinds
    }

    pub(crate) fn may_relate(&self, entity: EntityIx, kind: RelationKind) -> bool {
        self.relations.get(entity.0 as usize).is_some_and(|bits| bits & bit(kind) != 0)
    }

    pub(crate) fn class(&self, entity: EntityIx) -> EntityClass {
        self.classes.get(entity.get()).copied().unwrap_or_default()
    }

    pub(crate) fn get(&self, entity: EntityIx) -> &str {
        self.of.get(entity.0 as usize).and_then(|&number| self.names.get(number as usize)).map_or("", String::as_str)
    }
}
