//! How records that point at entities are turned into words again.

use crate::{EntityClass, EntityIx, Interval, NameIx, Relation, RelationKind};

/// What a table says of an entity.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct EntityInfo<'c> {
    /// Permanent id ("state.kg").
    pub id: &'c str,
    /// Type ("state", "region", "city" …).
    pub kind: &'c str,
    /// Class of that type, by which engines treat it.
    pub class: EntityClass,
    /// Preferred name, in English where there is one.
    pub label: &'c str,
    /// ISO 3166-1 alpha-3 code of the state it is or lies in (the old code for former states).
    pub country: Option<&'c str>,
    /// Wikidata item ("Q813").
    pub wikidata: Option<&'c str>,
    /// When it existed, where that is known.
    pub valid: Option<Interval>,
    /// Sector of its actors, as PLOVER names them ("GOV").
    pub sector: Option<&'c str>,
    /// Of a common noun for several states: whom it refers to, see [`Reference`].
    pub refers: Option<Reference>,
}

/// Whom a common noun for several states refers to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum Reference {
    /// Two states named just before ("the two sides").
    Two,
    /// The parties of the document ("the Contracting Parties").
    Parties,
    /// The members of the organisation spoken of ("Member States").
    Members,
}

impl<'c> EntityInfo<'c> {
    /// An entity without country and outside identifiers.
    #[must_use]
    pub const fn new(id: &'c str, kind: &'c str, label: &'c str) -> Self {
        Self { id, kind, class: EntityClass::Other, label, country: None, wikidata: None, valid: None, sector: None, refers: None }
    }
}

/// Tells what the indexes in mentions stand for. A gazetteer is one.
pub trait Catalog: Sync {
    /// The entity behind an index of this catalog's own making.
    fn entity(&self, entity: EntityIx) -> EntityInfo<'_>;
    /// The type of the entity behind an index ("state", "region" …).
    fn kind(&self, entity: EntityIx) -> &str {
        self.entity(entity).kind
    }
    /// The class of the entity behind an index. Engines ask for it most often.
    fn class(&self, entity: EntityIx) -> EntityClass {
        self.entity(entity).class
    }
    /// The language (BCP 47) of a form.
    fn name_language(&self, name: NameIx) -> &str;
    /// What is known of how an entity stands to others; nothing unless a catalog says otherwise.
    fn relations(&self, _entity: EntityIx) -> &[Relation] {
        &[]
    }
    /// Whether anything of this kind is known there, which is asked for more often. It may say yes wrongly, never no.
    fn may_relate(&self, entity: EntityIx, kind: RelationKind) -> bool {
        self.relations(entity).iter().any(|relation| relation.kind == kind)
    }
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
