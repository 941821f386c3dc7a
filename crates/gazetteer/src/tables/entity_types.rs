//! Types and classes of entities, and the types of their relations.

use super::rows::EntityRow;
use chancery_text::{EntityClass, EntityIx, RelationKind};

/// Types, classes and relation types of all entities, apart from their rows: every stage asks for them, so they lie close together.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct EntityTypes {
    names: Vec<String>,
    /// For each entity the index of its type in `names`.
    of: Vec<u16>,
    classes: Vec<EntityClass>,
    /// For each entity a bit for each kind of relation.
    relations: Vec<u16>,
}

const fn bit(kind: RelationKind) -> u16 {
    1 << (kind as u16 % 16)
}

impl EntityTypes {
    pub(crate) fn of<'e>(entities: impl Iterator<Item = &'e EntityRow>) -> Self {
        let mut types = Self::default();
        for entity in entities {
            let known = types.names.iter().position(|name| *name == entity.kind);
            let number = known.unwrap_or_else(|| {
                types.names.push(entity.kind.clone());
                types.names.len() - 1
            });
            types.of.push(number as u16);
            types.classes.push(entity.class);
            types.relations.push(entity.relations.iter().fold(0, |bits, relation| bits | bit(relation.kind)));
        }
        types
    }

    /// Whether an entity may have a relation of a kind. It may be wrong in saying yes, never in saying no.
    pub(crate) fn may_relate(&self, entity: EntityIx, kind: RelationKind) -> bool {
        self.relations.get(entity.0 as usize).is_some_and(|bits| bits & bit(kind) != 0)
    }

    /// The class of an entity; [`EntityClass::Other`] for an unknown entity.
    pub(crate) fn class(&self, entity: EntityIx) -> EntityClass {
        self.classes.get(entity.get()).copied().unwrap_or_default()
    }

    /// The name of an entity's type; empty for an unknown entity.
    pub(crate) fn name(&self, entity: EntityIx) -> &str {
        self.of.get(entity.0 as usize).and_then(|&number| self.names.get(number as usize)).map_or("", String::as_str)
    }
}
