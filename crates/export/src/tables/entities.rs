//! The table of entities.

use crate::column;
use crate::table::{JsonShape, Table};
use chancery_text::EntityIx;

/// An entity, with the number of its mentions in a dataset and the number of documents that mention it.
pub(crate) struct EntityCount {
    pub(crate) entity: EntityIx,
    pub(crate) mentions: u64,
    pub(crate) documents: u64,
}

fn saturated(number: u64) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

type Column = column::Column<EntityCount>;

pub(crate) static ENTITIES: Table<EntityCount> = Table {
    name: "entities",
    row: "an entity that the dataset mentions",
    json: JsonShape::None,
    part: None,
    records: None,
    columns: &[
        Column::text("id", "id in the gazetteer", |row| row.context.id(row.record.entity)),
        Column::text("label", "preferred name", |row| row.context.entity(row.record.entity).label),
        Column::text(
            "type",
            "type of the entity: `state`, `territory`, `region`, `city`, `geo` (natural feature), `igo` (organisation) …",
            |row| row.context.entity(row.record.entity).kind,
        ),
        Column::optional_text(
            "country",
            "ISO 3166-1 alpha-3 code of the entity itself, if it is a state, or of the state in which it lies",
            |row| row.context.entity(row.record.entity).country,
        ),
        Column::optional_text("wikidata", "Wikidata item", |row| row.context.entity(row.record.entity).wikidata),
        Column::integer("mentions", "number of mentions in the dataset", |row| saturated(row.record.mentions)),
        Column::integer("documents", "number of documents that mention the entity", |row| saturated(row.record.documents)),
    ],
};
