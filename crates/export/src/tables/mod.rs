//! The tables of a dataset. Each file declares the table of one kind of record.

mod actors;
mod amounts;
mod clauses;
mod documents;
mod entities;
mod events;
mod failures;
mod instrument_mentions;
mod instruments;
mod local_mentions;
mod local_names;
mod meetings;
mod mentions;
mod pages;
mod participants;
mod parts;
mod points;
mod relations;
mod sections;
mod sentences;
mod shared;
mod skipped;
mod texts;
mod times;
mod tokens;
mod topics;
mod warnings;

pub(crate) use entities::{ENTITIES, EntityCount};
pub(crate) use failures::FAILURES;
pub use failures::Failure;
pub(crate) use relations::{EntityRelation, RELATIONS};
pub(crate) use skipped::SKIPPED;
pub use skipped::Skipped;

use crate::ExportError;
use crate::content::Content;
use crate::context::Context;
use crate::row::RowBuffer;
use crate::table::{AnyTable, Columns, TableInfo};

/// All tables, in the order in which the rows of a document are written, beginning with `documents`.
pub(crate) static TABLES: [&dyn AnyTable; 26] = [
    &documents::DOCUMENTS,
    &texts::TEXTS,
    &pages::PAGES,
    &sections::SECTIONS,
    &points::POINTS,
    &parts::PARTS,
    &sentences::SENTENCES,
    &mentions::MENTIONS,
    &actors::ACTORS,
    &ENTITIES,
    &RELATIONS,
    &times::TIMES,
    &topics::TOPICS,
    &events::EVENTS,
    &participants::PARTICIPANTS,
    &instruments::INSTRUMENTS,
    &instrument_mentions::INSTRUMENT_MENTIONS,
    &meetings::MEETINGS,
    &amounts::AMOUNTS,
    &local_names::LOCAL_NAMES,
    &local_mentions::LOCAL_MENTIONS,
    &clauses::CLAUSES,
    &tokens::TOKENS,
    &warnings::WARNINGS,
    &FAILURES,
    &SKIPPED,
];

/// Returns the tables that are always written and those that `content` requests. The indexes are the same as in [`TABLES`]. All other tables are `None`.
pub(crate) fn requested(content: Content) -> Vec<Option<TableInfo>> {
    TABLES.iter().map(|table| Some(table.info()).filter(|table| content.includes(table.part))).collect()
}

/// Returns the tables that each part of a dataset has. The indexes are the same as in [`TABLES`]. Tables that `content` does not request, and tables that describe
/// the whole dataset, are `None`.
pub(crate) fn of_parts(content: Content) -> Vec<Option<TableInfo>> {
    let mut tables = requested(content);
    for table in [index(ENTITIES.name), index(RELATIONS.name), index(SKIPPED.name)] {
        tables[table] = None;
    }
    tables
}

/// Returns the tables that describe the whole dataset and therefore exist only once. The indexes are the same as in [`TABLES`]. All other tables are `None`.
pub(crate) fn of_dataset() -> Vec<Option<TableInfo>> {
    let whole = [ENTITIES.name, RELATIONS.name, SKIPPED.name];
    TABLES.iter().map(|table| Some(table.info()).filter(|table| whole.contains(&table.name))).collect()
}

/// Returns the index of a table in [`TABLES`], or the number of tables if there is no such table.
pub(crate) fn index(name: &str) -> usize {
    TABLES.iter().position(|table| table.info().name == name).unwrap_or(TABLES.len())
}

/// Calls `take` for each row of a document, with the index of the row's table in [`TABLES`]. `needed` contains, for each table, the columns to fill, or `None`
/// to skip the table.
pub(crate) fn document_rows(
    context: &Context<'_>,
    needed: &[Option<Columns>],
    row: &mut RowBuffer,
    take: &mut dyn FnMut(usize, &RowBuffer) -> Result<(), ExportError>,
) -> Result<(), ExportError> {
    for (at, (table, needed)) in TABLES.iter().zip(needed).enumerate() {
        if let Some(needed) = needed {
            table.rows(context, *needed, row, &mut |row| take(at, row))?;
        }
    }
    Ok(())
}
