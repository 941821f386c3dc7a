//! The table of relations.

use crate::column;
use crate::table::{JsonShape, Table};
use chancery_text::{EntityIx, Relation};
use std::fmt::Write;

/// A relation of an entity that is mentioned in the dataset.
pub(crate) struct EntityRelation {
    pub(crate) entity: EntityIx,
    pub(crate) relation: Relation,
}

type Column = column::Column<EntityRelation>;

pub(crate) static RELATIONS: Table<EntityRelation> = Table {
    name: "relations",
    row: "a relation in the gazetteer between an entity that the dataset mentions and another entity",
    json: JsonShape::None,
    part: None,
    records: None,
    columns: &[
        Column::text("id", "id of the entity", |row| row.context.id(row.record.entity)),
        Column::text(
            "relation",
            "kind of relation: `member` (`other` is a member of `id`), `of` (`id` belongs to `other`), `office` (the person `id` holds the office `other`), `capital-of` (`id` is the capital of `other`), `metonym` (the place name `id` can denote the government of `other`), `country` (`id` lies in the state `other`), `part-of` (`id` lies in the region or place `other`), `seat` (`id` has its seat in the city `other`), `party` (`other` is a party to the treaty `id`), `successor` (`other` is the successor of `id`) or `depositary` (`other` keeps the original text of the treaty `id`)",
            |row| row.record.relation.kind.as_str(),
        ),
        Column::text("other", "id of the other entity", |row| row.context.id(row.record.relation.of)),
        Column::optional_text("at", "for the relation `office`, id of the state or body in which the office is held", |row| {
            row.record.relation.at.map(|at| row.context.id(at))
        }),
        Column::optional_written(
            "valid",
            "period in which the relation is valid, as `START/END`, where `..` stands for an open start or end; null if unknown",
            |row, out| write!(out, "{}", row.record.relation.valid?).ok(),
        ),
    ],
};
