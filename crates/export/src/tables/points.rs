//! The table of the points of enumerations.

use super::shared::{InSentence, Spanned, char_end, char_start, doc_id, end, sentence, sentence_text, start};
use crate::column;
use crate::table::{JsonShape, Table};
use crate::text::push_line;
use chancery_text::{Document, Point, SentenceIx, Span};
use std::fmt::Write;

impl Spanned for Point {
    fn span(&self) -> Span {
        self.span
    }
}

impl InSentence for Point {
    fn sentence(&self) -> SentenceIx {
        self.sentence
    }
}

type Column = column::Column<Point>;

pub(crate) static POINTS: Table<Point> = Table {
    name: "points",
    row: "a point of an enumeration, with a marker such as \"First, …\", \"3.\", \"(a)\" or \"Article 3\". A point may span several paragraphs",
    json: JsonShape::Objects,
    part: None,
    records: Some(|doc| &doc.points),
    columns: &[
        doc_id(),
        Column::integer("point", "number of the point in its document, from 0", |row| row.number),
        Column::optional_integer("parent", "number of the enclosing point", |row| row.record.parent),
        Column::integer("depth", "nesting level: 1 for the outermost points", |row| row.record.depth),
        Column::written("position", "values of the enclosing points and of the point itself, outermost first, joined with dots: `5.2`", |row, out| {
            push_path(row.context.doc, row.record, out);
        })
        .shown(),
        Column::written("label", "the marker as it is written in the text, on one line", |row, out| {
            push_line(row.context.doc.slice(row.record.label), out)
        })
        .shown(),
        Column::integer(
            "value",
            "number that the marker expresses; for a marker that expresses no number (\"next\"), one more than the value of the previous point",
            |row| row.record.value,
        )
        .shown(),
        Column::text("kind", "kind of the marker: `word` (\"First\"), `number` (\"3.\"), `letter` (\"(a)\"), `roman` (\"IV.\"), `path` (\"3.2.1\") or `heading` (\"Article 3\")", |row| {
            row.record.kind.as_str()
        })
        .class()
        .shown(),
        Column::written("heading", "the first sentence of the point, on one line and without the marker", |row, out| {
            push_line(row.context.doc.slice(row.record.heading), out);
        }),
        sentence(),
        start(),
        end(),
        char_start(),
        char_end(),
        sentence_text(),
    ],
};

/// Writes the values of the enclosing points and of `point` itself, the outermost first, joined with dots (`5.2`).
fn push_path(doc: &Document, point: &Point, out: &mut String) {
    if let Some(parent) = point.parent.and_then(|parent| doc.points.get(parent as usize)) {
        push_path(doc, parent, out);
        out.push('.');
    }
    let _ = write!(out, "{}", point.value);
}
