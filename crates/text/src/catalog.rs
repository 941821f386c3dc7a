//! How records that point at entities are turned into words again.

use crate::{EntityIx, NameIx};

/// What a table says of an entity.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct EntityInfo<'c> {
    /// Permanent id ("state.kg").
    pub id: &'c str,
    /// Type ("state", "region", "city" …).
    pub kind: &'c str,
    /// Preferred name, in English where there is one.
    pub label: &'c str,
    /// ISO 3166-1 alpha-3 code of the state it is or lies in (the old code for former states).
    pub country: Option<&'c str>,
    /// Wikidata item ("Q813").
    pub wikidata: Option<&'c str>,
}

impl<'c> EntityInfo<'c> {
    /// An entity without country and outside identifiers.
    #[must_use]
    pub const fn new(id: &'c str, kind: &'c str, label: &'c str) -> Self {
        Self { id, kind, label, country: None, wikidata: None }
    }
}

/// Tells what the indexes in mentions stand for. A gazetteer is one.
pub trait Catalog: Sync {
    /// The entity behind an index of this catalog's own making.
    fn entity(&self, entity: EntityIx) -> EntityInfo<'_>;
    /// The language (BCP 47) of a form.
    fn name_language(&self, name: NameIx) -> &str;
}

/// Knows nothing: for documents without mentions.
impl Catalog for () {
    fn entity(&self, _: EntityIx) -> EntityInfo<'_> {
        EntityInfo::new("", "", "")
    }

    fn name_language(&self, _: NameIx) -> &str {
        ""
    }
}
