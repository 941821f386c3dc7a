//! The table of clauses.

use super::shared::{InSentence, Spanned, char_end, char_start, doc_id, end, sentence, sentence_text, start};
use crate::column::{self, Row};
use crate::content::Part;
use crate::table::{JsonShape, Table};
use crate::text::push_line;
use chancery_text::{Clause, SentenceIx, Span, Tense, TokenRange};

impl Spanned for Clause {
    fn span(&self) -> Span {
        self.span
    }
}

impl InSentence for Clause {
    fn sentence(&self) -> SentenceIx {
        self.sentence
    }
}

type Column = column::Column<Clause>;

pub(crate) static CLAUSES: Table<Clause> = Table {
    name: "clauses",
    row: "a clause: a verb with its subject and objects",
    json: JsonShape::Objects,
    part: Some(Part::Clauses),
    records: Some(|doc| &doc.clauses.clauses),
    columns: &[
        doc_id(),
        Column::integer("clause", "number of the clause in its document, from 0", |row| row.number),
        sentence(),
        start(),
        end(),
        char_start(),
        char_end(),
        Column::written("verb", "the verb group with its auxiliaries, on one line", |row, out| push_tokens(row, row.record.verb, out))
            .shown(),
        Column::optional_text("lemma", "lemma of the main verb; null if the verb is not in the lexicon", |row| {
            row.context.doc.clauses.lemmas.get(row.record.lemma)
        })
        .class()
        .shown(),
        Column::text(
            "kind",
            "kind of the clause: `main`, `content` (\"that …\"), `infinitive`, `gerund`, `participle`, `relative` or `adverbial`",
            |row| row.record.kind.as_str(),
        )
        .shown(),
        Column::boolean("finite", "whether the clause is finite, that is, whether its verb group has a tense or a modal verb", |row| {
            row.record.tense != Tense::None
        }),
        Column::optional_text("tense", "tense of the verb group: `present`, `past` or `modal`; null if the clause is not finite", |row| {
            Some(row.record.tense.as_str()).filter(|tense| !tense.is_empty())
        })
        .shown(),
        Column::text("voice", "`active` or `passive`", |row| if row.record.passive { "passive" } else { "active" }).shown(),
        Column::boolean("perfect", "whether the verb group is perfect (\"has signed\")", |row| row.record.perfect),
        Column::boolean("negated", "whether the verb group contains a negation", |row| row.record.negated),
        Column::optional_written("modal", "the modal verb", |row, out| push_token(row, row.record.modal, out)).shown(),
        Column::optional_written(
            "marker",
            "the word that introduces the clause, such as \"that\", \"if\", \"to\" or \"which\"",
            |row, out| push_token(row, row.record.marker, out),
        ),
        Column::optional_written("subject", "the subject, without the words after its head noun", |row, out| {
            push_phrase(row, row.record.subject, out)
        })
        .shown(),
        Column::optional_written("object", "the object", |row, out| push_phrase(row, row.record.object, out)).shown(),
        Column::optional_written("indirect", "the indirect object (\"gave Kenya a loan\")", |row, out| {
            push_phrase(row, row.record.indirect, out)
        }),
        Column::optional_integer("parent", "number of the clause that governs this clause", |row| row.record.parent),
        Column::boolean("quoted", "whether the clause is in quotation marks", |row| row.record.quoted),
        sentence_text(),
    ],
};

/// Writes the text of some tokens on one line.
fn push_tokens(row: Row<'_, Clause>, tokens: TokenRange, out: &mut String) {
    let doc = row.context.doc;
    if let Some([first, .., last] | [first @ last]) = doc.tokens.get(tokens.range()) {
        push_line(doc.slice(Span::new(first.span.start(), last.span.end())), out);
    }
}

fn push_token(row: Row<'_, Clause>, token: Option<u32>, out: &mut String) -> Option<()> {
    let token = token?;
    push_tokens(row, TokenRange::new(token, token + 1), out);
    Some(())
}

fn push_phrase(row: Row<'_, Clause>, phrase: Option<u32>, out: &mut String) -> Option<()> {
    let phrase = row.context.doc.clauses.phrases.get(phrase? as usize)?;
    push_tokens(row, phrase.tokens, out);
    Some(())
}
