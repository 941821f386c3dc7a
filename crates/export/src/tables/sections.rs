//! The table of sections.

use super::shared::{Spanned, char_end, char_start, doc_id, end, start};
use crate::column;
use crate::table::{JsonShape, Table};
use crate::text::push_line;
use chancery_text::{Section, Span};

impl Spanned for Section {
    fn span(&self) -> Span {
        self.span
    }
}

type Column = column::Column<Section>;

pub(crate) static SECTIONS: Table<Section> = Table {
    name: "sections",
    row: "the text under one heading. The first row of a document is the text before the first heading",
    json: JsonShape::Objects,
    part: None,
    records: Some(|doc| &doc.sections),
    columns: &[
        doc_id(),
        Column::integer("section", "number of the section in its document, from 0", |row| row.number),
        Column::optional_integer("parent", "number of the enclosing section", |row| row.record.parent.map(|parent| parent.0)),
        Column::integer("level", "depth: 0 for the text before the first heading, 1 for top-level headings", |row| {
            u32::from(row.record.level)
        }),
        Column::optional_written("heading", "text of the heading, on one line", |row, out| {
            push_line(row.context.doc.slice(row.record.heading?), out);
            Some(())
        }),
        start(),
        end(),
        char_start(),
        char_end(),
    ],
};
