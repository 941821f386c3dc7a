//! The table of participants in events.

use super::shared::{InSentence, Spanned, char_end, char_start, doc_id, end, push_ids, sentence, sentence_text, start, surface};
use crate::column;
use crate::table::{JsonShape, Table};
use chancery_text::{Participant, SentenceIx, Span};

impl Spanned for Participant {
    fn span(&self) -> Span {
        self.span
    }
}

impl InSentence for Participant {
    fn sentence(&self) -> SentenceIx {
        self.sentence
    }
}

type Column = column::Column<Participant>;

pub(crate) static PARTICIPANTS: Table<Participant> = Table {
    name: "participants",
    row: "a participant in an event, that is, one of the sources or targets of the event. Participants that are not in the gazetteer are included",
    json: JsonShape::Objects,
    part: None,
    records: Some(|doc| &doc.participants),
    columns: &[
        doc_id(),
        Column::integer("event", "number of the event in `events`", |row| row.record.event).shown(),
        Column::text("role", "`source` (who acts) or `target` (who is acted upon)", |row| row.record.role.as_str()).class().shown(),
        sentence(),
        start(),
        end(),
        char_start(),
        char_end(),
        surface(),
        Column::text(
            "kind",
            "`actor` (a row of the table `actors`), `name` (a name in the gazetteer), `noun` (a common noun for people or bodies), `speaker` (\"we\", \"my delegation\"), `unknown` (a pronoun, or a name that is not in the gazetteer) or `thing` (a thing or place)",
            |row| row.record.kind.as_str(),
        )
        .shown(),
        Column::optional_text("entity", "id of the participant in the gazetteer", |row| row.record.entity.map(|entity| row.context.id(entity))).shown(),
        Column::optional_text("of", "id of the state or organisation that the participant is or belongs to", |row| row.record.of.map(|of| row.context.id(of))).shown(),
        Column::optional_text(
            "country",
            "ISO 3166-1 alpha-3 code of the entity in `of`, or of the place in `entity` if `of` is empty",
            |row| row.record.of.or(row.record.entity).and_then(|of| row.context.entity(of).country),
        )
        .shown(),
        Column::optional_text("sector", "PLOVER sector: GOV, MIL, CVL …", |row| Some(row.record.sector.as_str()).filter(|sector| !sector.is_empty())).shown(),
        Column::list("members", "ids of a group's members at the date of the event if the text gives one, otherwise at the document's date", |row, items| {
            push_ids(row, &row.record.members, items);
        }),
        Column::boolean("resolved", "whether the participant is identified, that is, whether its entity, its state or organisation, or the members of its group are known", |row| row.record.is_resolved()),
        sentence_text(),
    ],
};
