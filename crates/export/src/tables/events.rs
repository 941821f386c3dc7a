//! The table of events.

use super::shared::{InSentence, Spanned, char_end, char_start, doc_id, end, push_codes, push_ids, sentence, sentence_text, start};
use crate::column::{self, Row};
use crate::table::{JsonShape, Table};
use crate::text::push_line;
use chancery_text::{DatedBy, Event, Scope, SentenceIx, Span, Topic};
use std::fmt::Write;

impl Spanned for Event {
    fn span(&self) -> Span {
        self.span
    }
}

impl InSentence for Event {
    fn sentence(&self) -> SentenceIx {
        self.sentence
    }
}

type Column = column::Column<Event>;

pub(crate) static EVENTS: Table<Event> = Table {
    name: "events",
    row: "who did what to whom, as one rule found it",
    json: JsonShape::Objects,
    part: None,
    records: Some(|doc| &doc.events),
    columns: &[
        doc_id(),
        Column::integer("event", "number of the event in its document, from 0; `participants` refers to it", |row| row.number),
        sentence(),
        start(),
        end(),
        char_start(),
        char_end(),
        Column::written("trigger", "the words that triggered the rule, on one line", |row, out| {
            push_line(row.context.doc.slice(row.record.trigger), out);
        })
        .shown(),
        Column::integer("trigger_start", "first byte of the trigger", |row| row.context.offset(row.record.trigger.start())),
        Column::integer("trigger_end", "byte after the trigger", |row| row.context.offset(row.record.trigger.end())),
        Column::text("act", "what the verb says: a PLOVER class", |row| &row.record.act).shown(),
        Column::text("class", "PLOVER class after PLOVER's own conversions (a SUPPORT in the future is AGREE)", |row| &row.record.class)
            .class()
            .shown(),
        Column::text("voice", "modality: asserted, negated, future, obliged, conditional, requested, denied, historical", |row| {
            row.record.voice.as_str()
        })
        .shown(),
        Column::list(
            "source",
            "who acts: ISO 3166-1 alpha-3 code as in the column `country` of `mentions`, or else the id",
            |row, items| {
                push_codes(row, row.record.span, &row.record.source, items);
            },
        )
        .shown(),
        Column::list("source_id", "ids of the sources in the gazetteer, in the same order", |row, items| {
            push_ids(row, &row.record.source, items);
        }),
        Column::list("target", "who is acted upon: the same", |row, items| {
            push_codes(row, row.record.span, &row.record.target, items);
        })
        .shown(),
        Column::list("target_id", "ids of the targets in the gazetteer, in the same order", |row, items| {
            push_ids(row, &row.record.target, items);
        }),
        Column::optional_text("mode", "PLOVER mode, such as `visit`", |row| Some(row.record.mode.as_str()).filter(|mode| !mode.is_empty())),
        Column::optional_text("cameo", "CAMEO code, such as `042`", |row| Some(row.record.cameo.as_str()).filter(|code| !code.is_empty())),
        Column::boolean("nominal", "whether a noun names the event (\"the attack on X by Y\") rather than a verb", |row| {
            row.record.nominal
        }),
        Column::integer("resolved", "how many of the two sides are known: states, organisations, offices, persons or the speaker", |row| {
            u32::from(!row.record.source.is_empty()) + u32::from(!row.record.target.is_empty())
        }),
        Column::optional_integer(
            "quad",
            "quad class of `class`: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict",
            |row| Some(u32::from(row.record.quad)).filter(|quad| *quad > 0),
        ),
        Column::optional_float("goldstein", "value of the CAMEO code on the Goldstein scale, -10 (conflict) to 10 (cooperation)", |row| {
            row.record.goldstein.map(|tenths| f32::from(tenths) / 10.0)
        }),
        Column::optional_written("date", "first day on which it may have happened: YYYY-MM-DD", |row, out| {
            write!(out, "{}", row.record.begin?).ok()
        })
        .shown(),
        Column::optional_written("date_end", "last day on which it may have happened", |row, out| write!(out, "{}", row.record.end?).ok()),
        Column::optional_text(
            "dated_by",
            "source of the date: `clause` or `sentence` (a time expression there) or `document` (the document's date)",
            |row| row.record.dated_by.map(DatedBy::as_str),
        ),
        Column::optional_text("place", "id of the place named in the clause", |row| row.record.place.map(|place| row.context.id(place)))
            .shown(),
        Column::list("contexts", "topics of the sentence", |row, items| {
            sentence_topics(row).for_each(|topic| items.push(&topic.label));
        }),
        Column::integer(
            "event_group",
            "the column `event` of the first event in the document with the same class, voice, known sides and date",
            |row| row.record.group,
        ),
        Column::text("rule", "id of the rule or frame that found it", |row| &row.record.rule),
        sentence_text(),
    ],
};

/// The topics of the sentence that contains the event.
fn sentence_topics<'a>(row: Row<'a, Event>) -> impl Iterator<Item = &'a Topic> {
    let doc = row.context.doc;
    let span = doc.sentences.get(row.record.sentence.0 as usize).map_or(Span::new(0, 0), |sentence| sentence.span);
    let first = doc.topics.partition_point(|topic| topic.span.start() < span.start());
    let here = doc.topics[first..].iter().take_while(move |topic| topic.span.start() < span.end().max(span.start() + 1));
    here.filter(move |topic| topic.scope == Scope::Sentence && topic.span == span)
}
