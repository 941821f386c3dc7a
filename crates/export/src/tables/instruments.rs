//! The table of instruments.

use super::shared::{
    InSentence, Spanned, char_end, char_start, doc_id, end, push_codes, push_ids, sentence, sentence_text, start, surface,
};
use crate::column;
use crate::table::{JsonShape, Table};
use chancery_text::{Date, DateRole, Instrument, SentenceIx, Span};
use std::fmt::Write;

impl Spanned for Instrument {
    fn span(&self) -> Span {
        self.span
    }
}

impl InSentence for Instrument {
    fn sentence(&self) -> SentenceIx {
        self.sentence
    }
}

type Column = column::Column<Instrument>;

pub(crate) static INSTRUMENTS: Table<Instrument> = Table {
    name: "instruments",
    row: "a treaty, resolution, declaration or other instrument that the text names, or the document itself if it is an instrument",
    json: JsonShape::Objects,
    part: None,
    records: Some(|doc| &doc.instruments),
    columns: &[
        doc_id(),
        Column::integer(
            "instrument",
            "number of the instrument in its document, from 0; the table `instrument_mentions` refers to this number",
            |row| row.number,
        ),
        sentence(),
        start(),
        end(),
        char_start(),
        char_end(),
        surface(),
        Column::text(
            "kind",
            "kind of instrument, determined by the head noun of the name: `treaty`, `agreement`, `resolution` …",
            |row| &row.record.kind,
        )
        .class()
        .shown(),
        Column::optional_text("id", "id in the gazetteer", |row| row.record.entity.map(|entity| row.context.id(entity))).shown(),
        Column::optional_text("number", "number of a resolution or decision", |row| {
            Some(row.record.number.as_str()).filter(|number| !number.is_empty())
        })
        .shown(),
        Column::optional_text("body", "id of the organ or organisation that adopted the instrument", |row| {
            row.record.body.map(|body| row.context.id(body))
        })
        .shown(),
        Column::list(
            "parties",
            "parties to the instrument: for each party, the ISO 3166-1 alpha-3 code or, if there is no code, the id in the gazetteer",
            |row, items| {
                push_codes(row, row.record.span, &row.record.parties, items);
            },
        )
        .shown(),
        Column::list("party_ids", "gazetteer ids of the parties, in the same order as in `parties`", |row, items| {
            push_ids(row, &row.record.parties, items);
        }),
        Column::optional_written("signed", "date of the signature", |row, out| dated(row.record, &[DateRole::Signed], out)).shown(),
        Column::optional_written("adopted", "date of the adoption", |row, out| dated(row.record, &[DateRole::Adopted], out)).shown(),
        Column::optional_written("opened", "date of the opening for signature", |row, out| dated(row.record, &[DateRole::Opened], out)),
        Column::optional_written("ratified", "date of a ratification", |row, out| dated(row.record, &[DateRole::Ratified], out)),
        Column::optional_written("in_force", "date of the entry into force", |row, out| dated(row.record, &[DateRole::InForce], out)),
        Column::optional_written("expires", "date on which the instrument expires", |row, out| {
            dated(row.record, &[DateRole::Expires], out)
        }),
        Column::optional_written(
            "dated",
            "a date that is part of the name (\"the treaty of 1994\"), if the text does not say what happened on that date",
            |row, out| dated(row.record, &[DateRole::Dated], out),
        )
        .shown(),
        Column::optional_text("place", "id of the place where the instrument was signed or adopted", |row| {
            row.record.place.map(|place| row.context.id(place))
        })
        .shown(),
        Column::list("subject", "topics of the title, with the same ids as in the column `topic` of the table `topics`", |row, items| {
            row.record.subjects.iter().for_each(|topic| items.push(topic));
        })
        .shown(),
        Column::boolean("self", "whether the instrument is the document itself", |row| row.record.own),
        Column::integer("mentions", "how often the document mentions the instrument", |row| row.record.mentions),
        sentence_text(),
    ],
};

fn dated(instrument: &Instrument, roles: &[DateRole], out: &mut String) -> Option<()> {
    let date: Date = roles.iter().find_map(|role| instrument.date(*role))?;
    write!(out, "{date}").ok()
}
