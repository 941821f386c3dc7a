//! The table of meetings.

use super::shared::{InSentence, Spanned, char_end, char_start, doc_id, end, push_codes, sentence, sentence_text, start, surface};
use crate::column;
use crate::table::{JsonShape, Table};
use chancery_text::{Meeting, SentenceIx, Span};
use std::fmt::Write;

impl Spanned for Meeting {
    fn span(&self) -> Span {
        self.span
    }
}

impl InSentence for Meeting {
    fn sentence(&self) -> SentenceIx {
        self.sentence
    }
}

type Column = column::Column<Meeting>;

pub(crate) static MEETINGS: Table<Meeting> = Table {
    name: "meetings",
    row: "a summit, session, conference or other meeting that the text names",
    json: JsonShape::Objects,
    part: None,
    records: Some(|doc| &doc.meetings),
    columns: &[
        doc_id(),
        Column::integer("meeting", "number of the meeting in its document, from 0", |row| row.number),
        sentence(),
        start(),
        end(),
        char_start(),
        char_end(),
        surface(),
        Column::text("kind", "kind of meeting, determined by the head noun of the name: `summit`, `session`, `conference` …", |row| &row.record.kind)
            .class()
            .shown(),
        Column::optional_text("id", "id in the gazetteer", |row| row.record.entity.map(|entity| row.context.id(entity))).shown(),
        Column::optional_integer("ordinal", "number of the meeting in its series", |row| row.record.ordinal).shown(),
        Column::optional_text("level", "who meets: `leaders`, `ministers`, `officials` …", |row| {
            Some(row.record.level.as_str()).filter(|level| !level.is_empty())
        })
        .shown(),
        Column::optional_text("body", "id of the organisation or organ that meets", |row| row.record.body.map(|body| row.context.id(body)))
            .shown(),
        Column::list(
            "participants",
            "states and organisations that meet, if the text names them together with the meeting: for each participant, the ISO 3166-1 alpha-3 code or, if there is no code, the id in the gazetteer",
            |row, items| {
                push_codes(row, row.record.span, &row.record.participants, items);
            },
        )
        .shown(),
        Column::optional_text("place", "id of the place where the meeting is held", |row| {
            row.record.place.map(|place| row.context.id(place))
        })
        .shown(),
        Column::optional_written("begin", "first day of the meeting", |row, out| write!(out, "{}", row.record.begin?).ok()).shown(),
        Column::optional_written("finish", "last day of the meeting", |row, out| write!(out, "{}", row.record.end?).ok()),
        Column::optional_boolean("planned", "whether the meeting had not yet taken place when the document was written; null if unknown", |row| row.record.planned).shown(),
        Column::optional_text("host", "id of the host, a state or organisation", |row| row.record.host.map(|host| row.context.id(host)))
            .shown(),
        Column::list("outcomes", "instruments that were signed or adopted at the meeting, as numbers in the table `instruments`", |row, items| {
            row.record.outcomes.iter().for_each(|number| items.write(|text| text.push_str(&number.to_string())));
        })
        .shown(),
        Column::integer("mentions", "how often the document mentions the meeting", |row| row.record.mentions),
        sentence_text(),
    ],
};
