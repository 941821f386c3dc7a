//! The table of mentions.

use super::shared::{InSentence, Spanned, char_end, char_start, doc_id, end, sentence, sentence_text, start, surface};
use crate::column;
use crate::content::Part;
use crate::table::{JsonShape, Table};
use chancery_text::{Mention, SentenceIx, Span};
use std::fmt::Write;

impl Spanned for Mention {
    fn span(&self) -> Span {
        self.span
    }
}

impl InSentence for Mention {
    fn sentence(&self) -> SentenceIx {
        self.sentence
    }
}

type Column = column::Column<Mention>;

pub(crate) static MENTIONS: Table<Mention> = Table {
    name: "mentions",
    row: "a name found in a text",
    json: JsonShape::Objects,
    part: None,
    records: Some(|doc| &doc.mentions),
    columns: &[
        doc_id(),
        sentence(),
        start(),
        end(),
        char_start(),
        char_end(),
        surface(),
        Column::text("id", "id of the entity in the gazetteer", |row| row.context.id(row.record.entity)).shown(),
        Column::text("label", "preferred name of the entity", |row| row.context.entity(row.record.entity).label).shown(),
        Column::text("type", "type of the entity: `state`, `territory`, `region`, `city`, `geo` (natural feature), `igo` (organisation) …", |row| {
            row.context.entity(row.record.entity).kind
        })
        .class(),
        Column::text("form", "kind of name: name, official, alias, abbreviation, adjective, demonym", |row| row.record.form.as_str())
            .shown(),
        Column::text("form_language", "language of the form (BCP 47)", |row| row.context.catalog.name_language(row.record.name)),
        Column::optional_text(
            "country",
            "ISO 3166-1 alpha-3 code of the entity, if it is a state, or of the state in which it lies. For an office, the code of the state to which it belongs in this document. For a person, the code of the person's own state, or null if the person holds an office of an organisation. Former states keep their former codes",
            |row| row.context.country(row.record.entity, Some(row.number)),
        )
        .shown(),
        Column::optional_boolean(
            "in_date",
            "whether the document's date is within the period of validity of the name or, if the name has no such period, of the entity; null if this cannot be determined",
            |row| row.record.in_date,
        ),
        Column::optional_integer(
            "introduced_at",
            "offset of the first byte of the definition or full name that introduces a short name; null for names that need no introduction",
            |row| row.record.introduced.map(|span| row.context.offset(span.start())),
        ),
        Column::optional_integer(
            "edits",
            "edit distance between the text and the name in a fuzzy match (`--fuzzy`); null if the match is exact",
            |row| row.record.edits.map(u32::from),
        ),
        Column::json("rejected", "candidates that were rejected in favour of this mention, as a list of {start, end, id, reason}", |row, out| {
            out.push('[');
            for (at, rejected) in row.record.rejected.iter().enumerate() {
                let comma = if at > 0 { "," } else { "" };
                let (start, end) = (row.context.offset(rejected.span.start()), row.context.offset(rejected.span.end()));
                let id = serde_json::to_string(row.context.id(rejected.entity)).ok()?;
                write!(out, "{comma}{{\"start\":{start},\"end\":{end},\"id\":{id},\"reason\":\"{}\"}}", rejected.reason.as_str()).ok()?;
            }
            out.push(']');
            Some(())
        })
        .on_request(Part::Rejected),
        sentence_text(),
    ],
};
