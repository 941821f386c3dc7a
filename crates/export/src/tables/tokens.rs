//! The table of tokens.

use super::shared::{Spanned, char_end, char_start, doc_id, end, start, surface};
use crate::column;
use crate::content::Part;
use crate::table::{JsonShape, Table};
use chancery_text::{Span, Token};

impl Spanned for Token {
    fn span(&self) -> Span {
        self.span
    }
}

type Column = column::Column<Token>;

pub(crate) static TOKENS: Table<Token> = Table {
    name: "tokens",
    row: "a token, that is, a word, a number or a punctuation mark",
    json: JsonShape::Spans,
    part: Some(Part::Tokens),
    records: Some(|doc| &doc.tokens),
    columns: &[
        doc_id(),
        Column::integer("sentence", "number of the sentence in its document, from 0", |row| row.context.sentence_of_token(row.number)),
        start(),
        end(),
        char_start(),
        char_end(),
        surface(),
    ],
};
