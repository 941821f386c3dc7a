//! Finds the type of a document and its parts.

use crate::tables::Tables;
use crate::view::View;
use crate::{clauses, genre, opening, turns};
use chancery_text::{Document, Part};

/// Determines the type of a document and finds its parts. An outliner is immutable and can be shared between threads.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Outliner {
    pub(crate) tables: Tables,
}

impl Outliner {
    /// Sets the type and the parts of a document, replacing earlier ones. The document must have tokens, blocks and sentences. Points and times are used if the
    /// document has any.
    pub fn run(&self, doc: &mut Document) {
        let view = View { tables: &self.tables, doc };
        let opening = opening::find(view);
        let clauses = clauses::find(view, opening.body);
        let turns = turns::find(view);
        let document_type = genre::find(view, &opening, &clauses, &turns);
        let mut parts: Vec<Part> = opening.parts;
        parts.extend(clauses.into_parts());
        parts.extend(turns);
        let parts = nested(parts);
        (doc.parts, doc.document_type) = (parts, document_type);
    }
}

/// Sorts parts by position, and sets the parent of each part, which is the smallest part that contains it.
fn nested(mut parts: Vec<Part>) -> Vec<Part> {
    parts.sort_by_key(|part| (part.span.start(), std::cmp::Reverse(part.span.end())));
    let mut open: Vec<usize> = Vec::new();
    for at in 0..parts.len() {
        let span = parts[at].span;
        while open.last().is_some_and(|outer| parts[*outer].span.end() < span.end() || parts[*outer].span.end() <= span.start()) {
            open.pop();
        }
        parts[at].parent = open.last().map(|outer| *outer as u32);
        open.push(at);
    }
    parts
}
