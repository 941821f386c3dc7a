//! The table of amounts.

use super::shared::{InSentence, Spanned, char_end, char_start, doc_id, end, sentence, sentence_text, start, surface};
use crate::column;
use crate::table::{JsonShape, Table};
use chancery_text::{Amount, SentenceIx, Span};

impl Spanned for Amount {
    fn span(&self) -> Span {
        self.span
    }
}

impl InSentence for Amount {
    fn sentence(&self) -> SentenceIx {
        self.sentence
    }
}

type Column = column::Column<Amount>;

pub(crate) static AMOUNTS: Table<Amount> = Table {
    name: "amounts",
    row: "a sum of money, a share or a quantity with a unit",
    json: JsonShape::Objects,
    part: None,
    records: Some(|doc| &doc.amounts),
    columns: &[
        doc_id(),
        sentence(),
        start(),
        end(),
        char_start(),
        char_end(),
        surface(),
        Column::text("kind", "`money`, `share` or `quantity`", |row| row.record.kind.as_str()).class().shown(),
        Column::double(
            "value",
            "the full number (\"3 billion\" is 3000000000), or the lower end of a range; a share is given as a fraction of 1 (12 per cent is 0.12)",
            |row| row.record.value,
        )
        .shown(),
        Column::optional_double("value_to", "upper end of a range", |row| row.record.value_to).shown(),
        Column::optional_text("currency", "currency of a sum of money (ISO 4217)", |row| {
            Some(row.record.unit.as_str()).filter(|_| row.record.kind == chancery_text::AmountKind::Money)
        })
        .shown(),
        Column::optional_text("unit", "unit of a quantity: `tonne`, `barrel per day`, `people` …", |row| {
            Some(row.record.unit.as_str()).filter(|_| row.record.kind == chancery_text::AmountKind::Quantity)
        })
        .shown(),
        Column::text("bound", "how the text qualifies the number: `exact`, `about`, `at-least` or `at-most`", |row| {
            row.record.bound.as_str()
        })
        .shown(),
        Column::optional_integer("event", "number of the event whose clause contains the amount (see `events`)", |row| row.record.event),
        sentence_text(),
    ],
};
