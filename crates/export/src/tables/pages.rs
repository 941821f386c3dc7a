//! The table of pages.

use super::shared::{Spanned, char_end, char_start, doc_id, end, start};
use crate::column;
use crate::table::{JsonShape, Table};
use chancery_text::{Page, Span};

impl Spanned for Page {
    fn span(&self) -> Span {
        self.span
    }
}

type Column = column::Column<Page>;

pub(crate) static PAGES: Table<Page> = Table {
    name: "pages",
    row: "a page of a PDF file",
    json: JsonShape::Objects,
    part: None,
    records: Some(|doc| &doc.pages),
    columns: &[
        doc_id(),
        Column::integer("page", "number of the page in its document, from 1", |row| row.number + 1),
        start(),
        end(),
        char_start(),
        char_end(),
    ],
};
