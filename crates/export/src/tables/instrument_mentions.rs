//! The table of mentions of instruments.

use super::shared::{InSentence, Spanned, char_end, char_start, doc_id, end, sentence, sentence_text, start, surface};
use crate::column::{self, Row};
use crate::table::{JsonShape, Table};
use chancery_text::{Event, InstrumentMention, SentenceIx, Span};

impl Spanned for InstrumentMention {
    fn span(&self) -> Span {
        self.span
    }
}

impl InSentence for InstrumentMention {
    fn sentence(&self) -> SentenceIx {
        self.sentence
    }
}

type Column = column::Column<InstrumentMention>;

pub(crate) static INSTRUMENT_MENTIONS: Table<InstrumentMention> = Table {
    name: "instrument_mentions",
    row: "a mention of an instrument in the text, with the event, if any, that states what is done to the instrument (\"signed\", \"condemned\")",
    json: JsonShape::Objects,
    part: None,
    records: Some(|doc| &doc.instrument_mentions),
    columns: &[
        doc_id(),
        Column::integer("instrument", "number of the instrument in `instruments`", |row| row.record.instrument),
        sentence(),
        start(),
        end(),
        char_start(),
        char_end(),
        surface(),
        Column::optional_text("kind", "kind of the instrument", |row| {
            row.context.doc.instruments.get(row.record.instrument as usize).map(|instrument| instrument.kind.as_str())
        })
        .class(),
        Column::optional_integer("event", "number (in `events`) of the event that states what is done to the instrument", |row| {
            row.record.event
        }),
        Column::optional_text("act", "act of the event in column `event`", |row| event(row).map(|event| event.act.as_str())).shown(),
        Column::optional_text("voice", "voice of the event in column `event`", |row| event(row).map(|event| event.voice.as_str())).shown(),
        sentence_text(),
    ],
};

fn event<'a>(row: Row<'a, InstrumentMention>) -> Option<&'a Event> {
    row.context.doc.events.get(row.record.event? as usize)
}
