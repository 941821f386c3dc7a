//! The table of documents.

use crate::column;
use crate::table::{JsonShape, Table};
use crate::text::push_line;
use chancery_text::{DateSource, Document};
use std::fmt::Write;
use std::slice;

type Column = column::Column<Document>;

pub(crate) static DOCUMENTS: Table<Document> = Table {
    name: "documents",
    row: "a document that was read",
    json: JsonShape::Document,
    part: None,
    records: Some(slice::from_ref),
    columns: &[
        Column::text("doc_id", "id of the document", |row| row.record.id()).key("id"),
        Column::optional_text("path", "path of the file from which the document was read, as the user gave it", |row| {
            row.record.metadata.path.as_deref()
        }),
        Column::optional_integer("record", "number of the record in that file, from 1", |row| {
            row.record.metadata.record.map(|record| u32::try_from(record).unwrap_or(u32::MAX))
        }),
        Column::optional_written("date", "date of the document: YYYY, YYYY-MM or YYYY-MM-DD", |row, out| {
            write!(out, "{}", row.record.metadata.date?).ok()
        }),
        Column::optional_text("date_source", "where the date was found: `field`, `file-name` or `text`", |row| {
            row.record.metadata.date_source.map(DateSource::as_str)
        }),
        Column::optional_text(
            "language",
            "language (BCP 47) that the input states or, if it states none, that was detected in the text; null if the detection is not reliable",
            |row| row.record.metadata.language.as_deref(),
        ),
        Column::boolean("language_detected", "whether the language was detected in the text", |row| row.record.metadata.language_detected),
        Column::optional_text("speaker", "speaker of the document, as named in the input", |row| row.record.metadata.speaker.as_deref()),
        Column::optional_text("speaker_id", "id of the speaker in the gazetteer; null if the speaker is not in the gazetteer", |row| {
            row.record.metadata.speaker_entity.map(|speaker| row.context.id(speaker))
        }),
        Column::optional_text(
            "document_type",
            "type of the document: `treaty`, `joint-communique`, `declaration`, `resolution`, `speech`, `press-release`, `news`, `policy-study`, `interview`, `white-paper`; null if there is no evidence for a type",
            |row| row.record.document_type.as_ref().map(|found| found.name.as_str()),
        ),
        Column::optional_written(
            "type_evidence",
            "kind of evidence for the type, followed by the words in the text: `title: JOINT COMMUNIQUÉ`",
            |row, out| {
                let found = row.record.document_type.as_ref()?;
                let _ = write!(out, "{}: ", found.evidence);
                push_line(row.record.slice(found.span), out);
                Some(())
            },
        ),
        Column::optional_text("title", "title, if the input gives one", |row| row.record.metadata.title.as_deref()),
        Column::optional_text("encoding", "character encoding of the input", |row| row.record.metadata.encoding.as_deref()),
        Column::optional_text("reader", "format of the input, such as `html` or `pdf`; `txt` for plain text", |row| {
            row.record.metadata.reader.as_deref()
        }),
        Column::optional_text("sha256", "SHA-256 of the raw input, in lower-case hexadecimal digits", |row| {
            row.record.metadata.sha256.as_deref()
        }),
        Column::integer("bytes", "length of the source text in bytes (UTF-8)", |row| row.record.text().len() as u32).key("text_bytes"),
        Column::integer("chars", "length of the source text in characters", |row| row.context.char_offset(row.record.text().len() as u32))
            .no_key(),
        Column::integer("sentences", "number of sentences", |row| row.record.sentences.len() as u32).no_key(),
        Column::integer("tokens", "number of tokens", |row| row.record.tokens.len() as u32).no_key(),
        Column::integer("mentions", "number of mentions of names", |row| row.record.mentions.len() as u32).no_key(),
        Column::json("fields", "other fields of the input, as a JSON object", |row, out| {
            let fields = &row.record.metadata.fields;
            if fields.is_empty() {
                return None;
            }
            out.push_str(&serde_json::to_string(fields).ok()?);
            Some(())
        }),
    ],
};
