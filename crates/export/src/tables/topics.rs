//! The table of topics.

use super::shared::{Spanned, char_end, char_start, doc_id, end, start};
use crate::column::{self, Row};
use crate::row::Items;
use crate::table::{JsonShape, Table};
use crate::text::push_line;
use chancery_text::{Scope, Span, Topic};
use std::collections::BTreeMap;
use std::fmt::Write;

impl Spanned for Topic {
    fn span(&self) -> Span {
        self.span
    }
}

type Column = column::Column<Topic>;

pub(crate) static TOPICS: Table<Topic> = Table {
    name: "topics",
    row: "a policy area to which a sentence, a section (if the document has several sections) or the whole document belongs",
    json: JsonShape::Objects,
    part: None,
    records: Some(|doc| &doc.topics),
    columns: &[
        doc_id(),
        Column::text("scope", "`sentence`, `section` or `document`", |row| row.record.scope.as_str()),
        start(),
        end(),
        char_start(),
        char_end(),
        Column::text("topic", "id of the topic, such as `economic.trade`", |row| &row.record.label).class().shown(),
        Column::float("score", "sum of the weights of the terms found", |row| row.record.score).shown(),
        Column::float("share", "score divided by the sum of the scores of all topics in the span, from 0 to 1", |row| row.record.share),
        Column::list(
            "terms",
            "terms found. For a sentence, the terms have the same order and spelling as in the text. For a section or document, each term occurs once, in lower case, with its count if the count is above 1 (\"trade ×3\"); the most frequent term comes first",
            terms,
        )
        .shown(),
    ],
};

fn terms(row: Row<'_, Topic>, items: &mut Items<'_>) {
    let topic = row.record;
    let spans = topic.terms.iter().map(|span| row.context.doc.slice(*span));
    if topic.scope == Scope::Sentence {
        spans.for_each(|term| items.write(|out| push_line(term, out)));
        return;
    }
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let mut line = String::new();
    for term in spans {
        line.clear();
        push_line(term, &mut line);
        *counts.entry(line.to_lowercase()).or_default() += 1;
    }
    let mut counts: Vec<(String, usize)> = counts.into_iter().collect();
    counts.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
    for (term, count) in counts {
        items.write(|out| {
            out.push_str(&term);
            if count > 1 {
                // Writing to a `String` does not fail.
                let _ = write!(out, " ×{count}");
            }
        });
    }
}
