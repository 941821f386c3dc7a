//! The table of mentions of local names, that is, of names that a document itself introduces.

use super::shared::{InSentence, Spanned, char_end, char_start, doc_id, end, sentence, sentence_text, start, surface};
use crate::column;
use crate::table::{JsonShape, Table};
use chancery_text::{LocalMention, SentenceIx, Span};

impl Spanned for LocalMention {
    fn span(&self) -> Span {
        self.span
    }
}

impl InSentence for LocalMention {
    fn sentence(&self) -> SentenceIx {
        self.sentence
    }
}

type Column = column::Column<LocalMention>;

pub(crate) static LOCAL_MENTIONS: Table<LocalMention> = Table {
    name: "local_mentions",
    row: "a mention of a name in `local_names`",
    json: JsonShape::Objects,
    part: None,
    records: Some(|doc| &doc.local_mentions),
    columns: &[
        doc_id(),
        Column::integer("local_name", "number of the name in `local_names`", |row| row.record.name),
        sentence(),
        start(),
        end(),
        char_start(),
        char_end(),
        surface(),
        Column::text("form", "form of the name: `full` or `short`", |row| if row.record.short { "short" } else { "full" }).class(),
        sentence_text(),
    ],
};
