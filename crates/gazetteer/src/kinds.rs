//! The types of entities.

use crate::gazetteer::EntityRow;
use chancery_text::EntityIx;

/// The types of all entities, apart from their rows: every stage asks for them.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Kinds {
    names: Vec<String>,
    /// The number of each entity's.
    of: Vec<u16>,
}

impl Kinds {
    pub(crate) fn of<'e>(entities: impl Iterator<Item = &'e EntityRow>) -> Self {
        let mut kinds = Self::default();
        for entity in entities {
            let known = kinds.names.iter().position(|name| *name == entity.kind);
            let number = known.unwrap_or_else(|| {
                kinds.names.push(entity.kind.clone());
                kinds.names.len() - 1
            });
            kinds.of.push(number as u16);
        }
        kinds
    }

    pub(crate) fn get(&self, entity: EntityIx) -> &str {
        self.of.get(entity.0 as usize).and_then(|&number| self.names.get(number as usize)).map_or("", String::as_str)
    }
}
