//! Columns that occur in several tables.

use crate::column::{Column, Row};
use crate::content::Part;
use crate::row::Items;
use crate::text::push_surface;
use chancery_text::{EntityIx, SentenceIx, Span};

/// A record that covers a span of the source text.
pub(crate) trait Spanned: 'static {
    fn span(&self) -> Span;
}

/// A record that lies in one sentence.
pub(crate) trait InSentence: Spanned {
    fn sentence(&self) -> SentenceIx;
}

pub(crate) const fn doc_id<R>() -> Column<R> {
    Column::<R>::text("doc_id", "id of the document", |row| row.context.doc.id()).no_key()
}

pub(crate) const fn sentence<R: InSentence>() -> Column<R> {
    Column::<R>::integer("sentence", "number of the sentence in its document, from 0", |row| row.record.sentence().0)
}

pub(crate) const fn start<R: Spanned>() -> Column<R> {
    Column::<R>::integer("start", "byte offset of the start of the span in the source text (UTF-8)", |row| {
        row.context.offset(row.record.span().start())
    })
}

pub(crate) const fn end<R: Spanned>() -> Column<R> {
    Column::<R>::integer("end", "byte offset of the end of the span (exclusive)", |row| row.context.offset(row.record.span().end()))
}

pub(crate) const fn char_start<R: Spanned>() -> Column<R> {
    Column::<R>::integer("char_start", "character offset of the start of the span in the source text (Unicode scalar values)", |row| {
        row.context.char_offset(row.record.span().start())
    })
    .no_key()
}

pub(crate) const fn char_end<R: Spanned>() -> Column<R> {
    Column::<R>::integer("char_end", "character offset of the end of the span (exclusive)", |row| {
        row.context.char_offset(row.record.span().end())
    })
    .no_key()
}

pub(crate) const fn surface<R: Spanned>() -> Column<R> {
    Column::<R>::written("surface", "the text of the span, without invisible characters (soft hyphens and word joiners)", |row, out| {
        push_surface(row.context.doc.slice(row.record.span()), out);
    })
}

pub(crate) const fn sentence_text<R: InSentence>() -> Column<R> {
    Column::<R>::optional_written("sentence_text", "text of the sentence on one line", |row, out| {
        row.context.push_sentence(row.record.sentence().0, out)
    })
    .on_request(Part::SentenceText)
}

/// Adds the ids of `entities` to `items`.
pub(crate) fn push_ids<R>(row: Row<'_, R>, entities: &[EntityIx], items: &mut Items<'_>) {
    entities.iter().for_each(|entity| items.push(row.context.id(*entity)));
}

/// Adds the codes of `entities` to `items`. The code of an entity is its country code, as in the table `mentions`, or its id if it has
/// no country code. `span` is the part of the text that mentions the entities.
pub(crate) fn push_codes<R>(row: Row<'_, R>, span: Span, entities: &[EntityIx], items: &mut Items<'_>) {
    for &entity in entities {
        let country = row.context.country(entity, row.context.mention_in(span, entity));
        items.push(country.unwrap_or_else(|| row.context.id(entity)));
    }
}
