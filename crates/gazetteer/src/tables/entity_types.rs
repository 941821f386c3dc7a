//! Types and classes of entities, and the kinds of relations that entities have.

use super::rows::EntityRow;
use super::texts::{Text, Texts};
use chancery_text::{EntityClass, EntityIx, RelationKind};

/// The types, the classes and the kinds of relations of all entities. Every stage reads these data, so they are stored close together in memory and not in the
/// rows of the entities.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct EntityTypes {
    names: Vec<String>,
    /// For each entity, the index of its type in `names`.
    of: Vec<u16>,
    classes: Vec<EntityClass>,
    /// For each entity, a bit set of the kinds of its relations. Several kinds may share a bit.
    relations: Vec<u16>,
}

const fn bit(kind: RelationKind) -> u16 {
    1 << (kind as u16 % 16)
}

impl EntityTypes {
    pub(crate) fn of(entities: &[EntityRow], texts: &Texts) -> Self {
        let mut types = Self::default();
        let mut kinds: Vec<Text> = Vec::new();
        for entity in entities {
            let known = kinds.iter().position(|kind| *kind == entity.kind);
            let number = known.unwrap_or_else(|| {
                kinds.push(entity.kind);
                types.names.push(texts.get(entity.kind).to_owned());
                types.names.len() - 1
            });
            types.of.push(number as u16);
            types.classes.push(entity.class);
            types.relations.push(entity.relations.iter().fold(0, |bits, relation| bits | bit(relation.kind)));
        }
        types
    }

    /// Quickly checks whether `entity` can have relations of the kind `kind`. If the result is `false`, it has none. If the result is `true`, it may have some.
    pub(crate) fn may_relate(&self, entity: EntityIx, kind: RelationKind) -> bool {
        self.relations.get(entity.0 as usize).is_some_and(|bits| bits & bit(kind) != 0)
    }

    /// Returns the class of an entity; [`EntityClass::Other`] for an unknown entity.
    pub(crate) fn class(&self, entity: EntityIx) -> EntityClass {
        self.classes.get(entity.get()).copied().unwrap_or_default()
    }

    /// Returns the name of an entity's type; empty for an unknown entity.
    pub(crate) fn name(&self, entity: EntityIx) -> &str {
        self.of.get(entity.0 as usize).and_then(|&number| self.names.get(number as usize)).map_or("", String::as_str)
    }
}
