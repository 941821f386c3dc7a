//! The table of local names, that is, of names that a document itself introduces.

use super::shared::{InSentence, Spanned, char_end, char_start, doc_id, end, sentence, sentence_text, start, surface};
use crate::column;
use crate::table::{JsonShape, Table};
use crate::text::push_line;
use chancery_text::{LocalName, SentenceIx, Span};

impl Spanned for LocalName {
    fn span(&self) -> Span {
        self.span
    }
}

impl InSentence for LocalName {
    fn sentence(&self) -> SentenceIx {
        self.sentence
    }
}

type Column = column::Column<LocalName>;

pub(crate) static LOCAL_NAMES: Table<LocalName> = Table {
    name: "local_names",
    row: "an organisation, body or initiative that is not in the gazetteer, but that the document introduces together with a short name",
    json: JsonShape::Objects,
    part: None,
    records: Some(|doc| &doc.local_names),
    columns: &[
        doc_id(),
        Column::integer(
            "local_name",
            "number of the name in its document, from 0; the table `local_mentions` refers to this number",
            |row| row.number,
        ),
        sentence(),
        start(),
        end(),
        char_start(),
        char_end(),
        surface(),
        Column::text("kind", "what the name denotes, determined by its head noun: `organisation`, `body` or `initiative`", |row| {
            &row.record.kind
        })
        .class()
        .shown(),
        Column::optional_written("short", "the abbreviation or short name, on one line", |row, out| {
            push_line(row.context.doc.slice(row.record.short?), out);
            Some(())
        })
        .shown(),
        Column::integer("mentions", "number of uses of the name in the document, in full or short form", |row| row.record.mentions).shown(),
        sentence_text(),
    ],
};
