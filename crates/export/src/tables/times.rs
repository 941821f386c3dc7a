//! The table of time expressions.

use super::shared::{InSentence, Spanned, char_end, char_start, doc_id, end, sentence, sentence_text, start, surface};
use crate::column;
use crate::table::{JsonShape, Table};
use chancery_text::{SentenceIx, Span, TimeExpression};
use std::fmt::Write;

impl Spanned for TimeExpression {
    fn span(&self) -> Span {
        self.span
    }
}

impl InSentence for TimeExpression {
    fn sentence(&self) -> SentenceIx {
        self.sentence
    }
}

type Column = column::Column<TimeExpression>;

pub(crate) static TIMES: Table<TimeExpression> = Table {
    name: "times",
    row: "a time expression",
    json: JsonShape::Objects,
    part: None,
    records: Some(|doc| &doc.times),
    columns: &[
        doc_id(),
        sentence(),
        start(),
        end(),
        char_start(),
        char_end(),
        surface(),
        Column::text("type", "TIMEX3 type: DATE, TIME, DURATION, SET", |row| row.record.timex_type.as_str()).class().shown(),
        Column::text("value", "TIMEX3 value", |row| &row.record.value).shown(),
        Column::optional_written("begin", "first day that the expression covers: YYYY-MM-DD", |row, out| {
            write!(out, "{}", row.record.begin?).ok()
        })
        .shown(),
        Column::optional_written("finish", "last day that the expression covers: YYYY-MM-DD", |row, out| {
            write!(out, "{}", row.record.end?).ok()
        })
        .shown(),
        Column::text("rule", "id of the rule that found the expression", |row| &row.record.rule),
        sentence_text(),
    ],
};
