//! The table of actors.

use super::shared::{InSentence, Spanned, char_end, char_start, doc_id, end, push_ids, sentence, sentence_text, start, surface};
use crate::actors::codes;
use crate::column;
use crate::table::{JsonShape, Table};
use chancery_text::{Actor, SentenceIx, Span};

impl Spanned for Actor {
    fn span(&self) -> Span {
        self.span
    }
}

impl InSentence for Actor {
    fn sentence(&self) -> SentenceIx {
        self.sentence
    }
}

type Column = column::Column<Actor>;

pub(crate) static ACTORS: Table<Actor> = Table {
    name: "actors",
    row: "an actor: an office or body of a state, a person who holds or held an office, a group of states, or a place name that stands for a government. An office that belongs to several states has one row for each state",
    json: JsonShape::Objects,
    part: None,
    records: Some(|doc| &doc.actors),
    columns: &[
        doc_id(),
        sentence(),
        start(),
        end(),
        char_start(),
        char_end(),
        surface(),
        Column::text("kind", "`office`, `body`, `person`, `group` or `metonym`", |row| row.record.kind.as_str()).class().shown(),
        Column::list(
            "code",
            "ISO 3166-1 alpha-3 code of the state, followed by the sector (`KAZ GOV`); `IGO` for organisations; for a group, one code for each member; empty if the codes are unknown",
            |row, items| codes(row.record, row.context.catalog, &mut |code| items.push(code)),
        )
        .shown(),
        Column::optional_text("of", "id of the state or organisation that the actor acts for", |row| row.record.of.map(|of| row.context.id(of)))
            .shown(),
        Column::optional_text("sector", "PLOVER sector: GOV, MIL, LEG, JUD, COP, SPY, IGO …", |row| {
            Some(row.record.sector.as_str()).filter(|sector| !sector.is_empty())
        }),
        Column::optional_text("entity", "id of the office, group or place; null for bodies without an entry in the gazetteer", |row| {
            row.record.entity.map(|entity| row.context.id(entity))
        })
        .shown(),
        Column::optional_text("person", "id of the person, if the actor is a person, or an office that is named together with a person", |row| {
            row.record.person.map(|person| row.context.id(person))
        })
        .shown(),
        Column::list("members", "ids of a group's members at the document's date", |row, items| {
            push_ids(row, &row.record.members, items);
        })
        .shown(),
        Column::optional_boolean(
            "in_date",
            "whether the document's date lies within the term of office, or within the period in which the state's name is valid; null if the document's date or the period is unknown",
            |row| row.record.in_date,
        ),
        Column::text(
            "cue",
            "evidence for the state, organisation or members: a name before the actor (`before`) or after the actor (`of`), the person's terms of office (`terms`), the gazetteer (`known`), states named earlier in the document (`introduced`), or the use of a place name for a government (`use`)",
            |row| row.record.cue.as_str(),
        )
        .shown(),
        sentence_text(),
    ],
};
