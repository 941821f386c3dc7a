//! The table of events.

use super::shared::{InSentence, Spanned, char_end, char_start, doc_id, end, push_codes, push_ids, sentence, sentence_text, start};
use crate::column::{self, Row};
use crate::table::{JsonShape, Table};
use crate::text::push_line;
use chancery_text::{Clause, DatedBy, Event, Scope, SentenceIx, Span, Topic};
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
    row: "an event (who did what to whom) that a rule or frame found",
    json: JsonShape::Objects,
    part: None,
    records: Some(|doc| &doc.events),
    columns: &[
        doc_id(),
        Column::integer("event", "number of the event in its document, from 0; the table `participants` refers to this number", |row| row.number),
        sentence(),
        start(),
        end(),
        char_start(),
        char_end(),
        Column::written("trigger", "the words that triggered the rule or frame, on one line", |row, out| {
            push_line(row.context.doc.slice(row.record.trigger), out);
        })
        .shown(),
        Column::integer("trigger_start", "offset of the first byte of the trigger", |row| row.context.offset(row.record.trigger.start())),
        Column::integer("trigger_end", "offset of the byte after the trigger", |row| row.context.offset(row.record.trigger.end())),
        Column::text("act", "meaning of the verb or noun: a PLOVER class, or a diplomatic act for which PLOVER has no class", |row| &row.record.act).shown(),
        Column::text("class", "PLOVER class of the event: the class of the act, unless PLOVER prescribes another class for the voice (a SUPPORT in the future is an AGREE); empty for acts without a class", |row| &row.record.class)
            .class()
            .shown(),
        Column::text("voice", "how the clause presents the event: asserted, negated, future, obliged, recommended, conditional, requested, denied, hypothetical, historical, general", |row| {
            row.record.voice.as_str()
        })
        .shown(),
        Column::optional_written("sayer", "who reports the event or asks for it, if not the document itself: a code or id as in `source`, or the words in the text if the sayer is not in the gazetteer", |row, out| {
            push_sayer(row, out)
        }),
        Column::optional_text("sayer_id", "id of the sayer in the gazetteer", |row| row.record.sayer_entity.map(|entity| row.context.id(entity))),
        Column::optional_integer("firmness", "strength of the wording of a speech act: 1 recall, 2 note, 3 welcome, 4 call on, 5 urge, 6 condemn", |row| {
            Some(u32::from(row.record.firmness)).filter(|firmness| *firmness > 0)
        }),
        Column::list(
            "source",
            "who acts: ISO 3166-1 alpha-3 code as in the column `country` of `mentions`, or the id in the gazetteer if there is no code",
            |row, items| {
                push_codes(row, row.record.span, &row.record.source, items);
            },
        )
        .shown(),
        Column::list("source_id", "gazetteer ids of the source actors, in the same order as the codes in `source`", |row, items| {
            push_ids(row, &row.record.source, items);
        }),
        Column::list("target", "who is acted upon, written as in `source`", |row, items| {
            push_codes(row, row.record.span, &row.record.target, items);
        })
        .shown(),
        Column::list("target_id", "gazetteer ids of the target actors, in the same order as the codes in `target`", |row, items| {
            push_ids(row, &row.record.target, items);
        }),
        Column::optional_text("mode", "PLOVER mode, such as `visit`", |row| Some(row.record.mode.as_str()).filter(|mode| !mode.is_empty())),
        Column::optional_text("cameo", "CAMEO code, such as `042`", |row| Some(row.record.cameo.as_str()).filter(|code| !code.is_empty())),
        Column::boolean("nominal", "whether the event is expressed by a noun (\"the attack on X by Y\") rather than by a verb", |row| {
            row.record.nominal
        }),
        Column::integer("resolved", "number of sides (0 to 2) that are known; a known side is a state, organisation, office, person or the speaker", |row| {
            u32::from(!row.record.source.is_empty()) + u32::from(!row.record.target.is_empty())
        }),
        Column::optional_integer(
            "quad",
            "quad class of the PLOVER class: 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict",
            |row| Some(u32::from(row.record.quad)).filter(|quad| *quad > 0),
        ),
        Column::optional_float("goldstein", "value of the CAMEO code on the Goldstein scale, from -10 (conflict) to 10 (cooperation)", |row| {
            row.record.goldstein.map(|tenths| f32::from(tenths) / 10.0)
        }),
        Column::optional_written("date", "first day on which the event may have happened: YYYY-MM-DD", |row, out| {
            write!(out, "{}", row.record.begin?).ok()
        })
        .shown(),
        Column::optional_written("date_end", "last day on which the event may have happened", |row, out| write!(out, "{}", row.record.end?).ok()),
        Column::optional_text(
            "dated_by",
            "source of the date: a time expression in the clause (`clause`), a time expression in the sentence (`sentence`), or the document's date (`document`)",
            |row| row.record.dated_by.map(DatedBy::as_str),
        ),
        Column::optional_text("place", "id of the place named in the clause", |row| row.record.place.map(|place| row.context.id(place)))
            .shown(),
        Column::optional_integer("instrument", "number of the first instrument that the clause names (see `instruments`)", |row| {
            inside(&row.context.doc.instrument_mentions, clause_of(row), |mention| mention.span).map(|(_, mention)| mention.instrument)
        }),
        Column::optional_integer("meeting", "number of the first meeting that the clause names (see `meetings`)", |row| {
            inside(&row.context.doc.meetings, clause_of(row), |meeting| meeting.span).map(|(number, _)| number)
        }),
        Column::list("contexts", "topics of the sentence", |row, items| {
            sentence_topics(row).for_each(|topic| items.push(&topic.label));
        }),
        Column::integer(
            "event_group",
            "number of the group to which the event belongs: the number of the first event in the document with the same class, voice, date and sides; an event with an unknown side has a group of its own",
            |row| row.record.group,
        ),
        Column::text("rule", "id of the rule or frame that found the event", |row| &row.record.rule),
        sentence_text(),
    ],
};

/// Writes the sayer of an event, that is, the person or body that reports the event or asks for it. A known sayer is written as a code or an id, and an unknown
/// sayer as the words of the text. Returns `None` if the event has no sayer.
fn push_sayer(row: Row<'_, Event>, out: &mut String) -> Option<()> {
    let span = row.record.sayer?;
    match row.record.sayer_entity {
        Some(entity) => {
            let country = row.context.country(entity, row.context.mention_in(span, entity));
            out.push_str(country.unwrap_or_else(|| row.context.id(entity)));
        }
        None => push_line(row.context.doc.slice(span), out),
    }
    Some(())
}

/// The maximum number of clauses before and after the trigger of an event that are searched for the clause of the event.
const NEAR: usize = 32;

/// Returns the smallest byte range that contains an event and its clause. If a verb expresses the event, the clause is that of the verb. If a noun expresses
/// the event, it is the last clause that contains the noun. If there is no such clause, returns the byte range of the event.
fn clause_of(row: Row<'_, Event>) -> Span {
    let doc = row.context.doc;
    let Event { trigger, sentence, .. } = row.record;
    let head = |clause: &Clause| doc.tokens.get(clause.head as usize).map(|token| token.span).unwrap_or_default();
    let clauses = &doc.clauses.clauses;
    let at = clauses
        .partition_point(|clause| clause.sentence < *sentence || clause.sentence == *sentence && head(clause).start() < trigger.start());
    let near = &clauses[at.saturating_sub(NEAR)..clauses.len().min(at + NEAR)];
    let mut here = near.iter().filter(|clause| clause.sentence == *sentence);
    let contains = |clause: &&Clause| clause.span.start() <= trigger.start() && trigger.end() <= clause.span.end();
    let found = here.clone().find(|clause| head(clause) == *trigger).or_else(|| here.rfind(contains));
    let span = found.map_or(row.record.span, |clause| clause.span);
    Span::new(span.start().min(row.record.span.start()), span.end().max(row.record.span.end()))
}

/// Returns the first record whose span lies in `span`, together with its index. `of` returns the span of a record. `records` must be sorted by the start of their
/// spans.
fn inside<R>(records: &[R], span: Span, of: impl Fn(&R) -> Span) -> Option<(u32, &R)> {
    let first = records.partition_point(|record| of(record).start() < span.start());
    let near = (first as u32..).zip(&records[first..]).take_while(|(_, record)| of(record).start() < span.end());
    near.into_iter().find(|(_, record)| of(record).end() <= span.end())
}

/// Returns the topics of the sentence that contains the event.
fn sentence_topics<'a>(row: Row<'a, Event>) -> impl Iterator<Item = &'a Topic> {
    let doc = row.context.doc;
    let span = doc.sentences.get(row.record.sentence.0 as usize).map_or(Span::new(0, 0), |sentence| sentence.span);
    let first = doc.topics.partition_point(|topic| topic.span.start() < span.start());
    let here = doc.topics[first..].iter().take_while(move |topic| topic.span.start() < span.end().max(span.start() + 1));
    here.filter(move |topic| topic.scope == Scope::Sentence && topic.span == span)
}
