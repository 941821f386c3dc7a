//! The table of the parts of documents.

use super::shared::{Spanned, char_end, char_start, doc_id, end, start};
use crate::column;
use crate::table::{JsonShape, Table};
use crate::text::push_line;
use chancery_text::{Part, Span};

impl Spanned for Part {
    fn span(&self) -> Span {
        self.span
    }
}

type Column = column::Column<Part>;

pub(crate) static PARTS: Table<Part> = Table {
    name: "parts",
    row: "a part of a document, such as the title, the date line, the preamble, a recital of the preamble, a provision, an article, the signatures, or the turn of a speaker",
    json: JsonShape::Objects,
    part: None,
    records: Some(|doc| &doc.parts),
    columns: &[
        doc_id(),
        Column::integer("part", "number of the part in its document, from 0", |row| row.number),
        Column::optional_integer("parent", "number of the enclosing part", |row| row.record.parent),
        Column::text(
            "kind",
            "`title`, `date-line`, `addressees`, `preamble`, `recital`, `operative`, `provision`, `article`, `annex`, `signature` or `turn`",
            |row| row.record.kind,
        )
        .class()
        .shown(),
        Column::optional_written("cue", "words that identify the part, on one line, such as \"Recalling\", \"Article 3\" or the name of the speaker", |row, out| {
            push_line(row.context.doc.slice(row.record.cue?), out);
            Some(())
        })
        .shown(),
        Column::optional_text("act", "what a recital or provision does: `recall`, `welcome`, `decide`, `request` …", |row| {
            Some(row.record.class.as_str()).filter(|class| !class.is_empty())
        })
        .shown(),
        start(),
        end(),
        char_start(),
        char_end(),
    ],
};
