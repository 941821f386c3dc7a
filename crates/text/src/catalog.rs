//! The interface that provides the properties of the entities and names to which records refer.

use crate::{Date, EntityClass, EntityIx, Interval, NameIx, Relation, RelationKind};

/// The properties of an entity.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub struct EntityInfo<'c> {
    /// The permanent id ("state.kg").
    pub id: &'c str,
    /// The type ("state", "region", "city" …).
    pub kind: &'c str,
    /// The class of the entity. The analysis crates treat all entities of a class alike.
    pub class: EntityClass,
    /// The preferred name. It is in English if there is an English name.
    pub label: &'c str,
    /// The ISO 3166-1 alpha-3 code of the entity if it is a state; otherwise, the code of the state that contains the entity. Former states have their former
    /// codes.
    pub country: Option<&'c str>,
    /// The Wikidata identifier ("Q813").
    pub wikidata: Option<&'c str>,
    /// The period in which the entity existed, if known.
    pub valid: Option<Interval>,
    /// The sector of the entity as an actor ("GOV"): a code of PLOVER, a classification of political events and actors.
    pub sector: Option<&'c str>,
    /// For a common noun such as "the two sides", the states to which it refers. `None` for all other entities.
    pub refers: Option<Reference>,
}

/// The states to which a common noun refers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum Reference {
    /// The two states that the text named most recently ("the two sides").
    Two,
    /// The parties of the document ("the Contracting Parties").
    Parties,
    /// The members of the organisation that the text is about ("Member States").
    Members,
}

impl<'c> EntityInfo<'c> {
    /// Creates an entity of class [`EntityClass::Other`] whose optional fields are empty.
    #[must_use]
    pub const fn new(id: &'c str, kind: &'c str, label: &'c str) -> Self {
        Self { id, kind, class: EntityClass::Other, label, country: None, wikidata: None, valid: None, sector: None, refers: None }
    }
}

/// Provides the properties of the entities and names to which the indexes [`EntityIx`] and [`NameIx`] refer. A gazetteer is a catalog.
///
/// An index is valid only in the catalog that produced it. For an index from another catalog, the methods may return arbitrary values.
pub trait Catalog: Sync {
    /// Returns the properties of an entity.
    fn entity(&self, entity: EntityIx) -> EntityInfo<'_>;
    /// Returns the type of an entity ("state", "region"). The result equals the field `kind` of [`entity`](Self::entity), but this method may be faster.
    fn kind(&self, entity: EntityIx) -> &str {
        self.entity(entity).kind
    }
    /// Returns the class of an entity. The result equals the field `class` of [`entity`](Self::entity), but this method may be faster. The analysis crates call
    /// this method more often than the other methods.
    fn class(&self, entity: EntityIx) -> EntityClass {
        self.entity(entity).class
    }
    /// Returns the language of a name, as a BCP 47 tag.
    fn name_language(&self, name: NameIx) -> &str;
    /// Returns the relations of an entity to other entities. The default implementation returns no relations.
    fn relations(&self, _entity: EntityIx) -> &[Relation] {
        &[]
    }
    /// Finds an entity by its id ("state.kz"), or a state by its ISO 3166-1 alpha-3 code ("KAZ"). Returns `None` if no entity has this id or code. The default
    /// implementation always returns `None`.
    fn find(&self, _code: &str) -> Option<EntityIx> {
        None
    }
    /// Quickly checks whether an entity can have relations of the kind `kind`. If the result is `false`, the entity has no relation of this kind. If the result
    /// is `true`, the entity may have one. Call this method first to avoid unnecessary calls of [`relations`](Self::relations).
    fn may_relate(&self, entity: EntityIx, kind: RelationKind) -> bool {
        self.relations(entity).iter().any(|relation| relation.kind == kind)
    }

    /// Returns `true` if a relation is valid at a date. If `date` is `None`, returns `true` if the relation has not ended. A relation whose period is unknown
    /// is always valid.
    ///
    /// If `date` is a year or a month, the relation may be valid during only part of that year or month. In this case, the method checks whether the relation
    /// is valid in the middle: on 1 July of the year, or on the 15th of the month.
    fn holds(&self, relation: &Relation, date: Option<Date>) -> bool {
        let Some(valid) = relation.valid else { return true };
        match date {
            Some(date) => valid.covers(date),
            None => valid.end().is_none(),
        }
    }

    /// Returns `true` if an entity may have existed at a date. If `date` is `None`, returns `true` if the entity still exists. An entity whose period is
    /// unknown is treated as always existing.
    fn existed(&self, entity: EntityIx, date: Option<Date>) -> bool {
        let Some(valid) = self.entity(entity).valid else { return true };
        match date {
            Some(date) => valid.contains(date) != Some(false),
            None => valid.end().is_none(),
        }
    }

    /// Returns the member states of an entity at a date, sorted by index. If a grouping has no known members, the method returns the members of the
    /// organisation to which the grouping belongs. If `date` is `None`, the method returns the members that have not left.
    fn members(&self, entity: EntityIx, date: Option<Date>) -> Vec<EntityIx> {
        let all = |kind: RelationKind, entity: EntityIx| {
            let known = if self.may_relate(entity, kind) { self.relations(entity) } else { &[] };
            known.iter().filter(move |relation| relation.kind == kind)
        };
        let there = |relation: &&Relation| self.holds(relation, date) && self.existed(relation.of, date);
        let mut members: Vec<EntityIx> = all(RelationKind::Member, entity).filter(there).map(|relation| relation.of).collect();
        if all(RelationKind::Member, entity).next().is_none()
            && let Some(body) = all(RelationKind::Of, entity).next()
            && all(RelationKind::Of, body.of).next().is_none()
        {
            members = self.members(body.of, date);
        }
        members.sort_unstable();
        members.dedup();
        members
    }
}

/// An empty catalog, for documents without mentions.
impl Catalog for () {
    fn entity(&self, _: EntityIx) -> EntityInfo<'_> {
        EntityInfo::new("", "", "")
    }

    fn name_language(&self, _: NameIx) -> &str {
        ""
    }
}
