//! The table of sentences.

use super::shared::{Spanned, char_end, char_start, doc_id, end, start};
use crate::column::{self, Row};
use crate::content::Part;
use crate::table::{JsonShape, Table};
use chancery_text::{Block, Sentence, Span};

impl Spanned for Sentence {
    fn span(&self) -> Span {
        self.span
    }
}

fn block<'a>(row: Row<'a, Sentence>) -> Option<&'a Block> {
    row.context.doc.blocks.get(row.record.block.get())
}

type Column = column::Column<Sentence>;

pub(crate) static SENTENCES: Table<Sentence> = Table {
    name: "sentences",
    row: "a sentence; a heading is a sentence too",
    json: JsonShape::Spans,
    part: None,
    records: Some(|doc| &doc.sentences),
    columns: &[
        doc_id(),
        Column::integer("sentence", "number of the sentence in its document, from 0", |row| row.number),
        Column::integer("section", "number of the section in its document", |row| block(row).map_or(0, |block| block.section.0)),
        Column::integer("block", "number of the paragraph, heading or list item in its document, from 0", |row| row.record.block.0),
        Column::text("block_kind", "`paragraph`, `heading` or `list-item`", |row| {
            block(row).map_or("paragraph", |block| block.kind.as_str())
        })
        .class()
        .shown(),
        Column::optional_text(
            "marker",
            "marker of the list item or numbered heading (\"12.\", \"(a)\"); null for every sentence of the item except the first",
            |row| {
                let block = block(row).filter(|block| block.token_range.start == row.record.token_range.start)?;
                Some(row.context.doc.slice(block.marker?))
            },
        ),
        start(),
        end(),
        char_start(),
        char_end(),
        Column::integer("tokens", "number of tokens", |row| row.record.token_range.end - row.record.token_range.start),
        Column::optional_written("sentence_text", "text of the sentence on one line", |row, out| {
            row.context.push_sentence(row.number, out)
        })
        .on_request(Part::SentenceText),
    ],
};
