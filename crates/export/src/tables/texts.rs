//! The table of texts.

use super::shared::doc_id;
use crate::column;
use crate::content::Part;
use crate::table::{JsonShape, Table};
use chancery_text::Document;

type Column = column::Column<Document>;

pub(crate) static TEXTS: Table<Document> = Table {
    name: "texts",
    row: "the text of a document, to which all offsets refer",
    json: JsonShape::None,
    part: Some(Part::Text),
    records: Some(std::slice::from_ref),
    columns: &[
        doc_id(),
        Column::text(
            "text",
            "the decoded text of the document; for DOCX, ODT and PDF files, the extracted text; HTML and Markdown keep their markup",
            |row| row.record.source(),
        ),
    ],
};
