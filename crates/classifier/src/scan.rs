//! Step 1 of a run: finds all terms and triggers of a document in one scan.

use crate::tables::{Role, Tables};
use chancery_phrases::Hit;
use chancery_text::Document;
use std::cmp::Reverse;

/// Buffers that are reused between runs. Keep one `Scratch` per thread.
#[derive(Debug, Default)]
pub struct Scratch {
    scan: chancery_phrases::Scratch,
    /// The terms found, each with the index of its votes in `Terms::votes`. Sorted by first token.
    pub(crate) terms: Vec<(Hit, u32)>,
    /// The triggers found, each with its index in `Tables::triggers`. Sorted by first token; of those with the same first token, longer
    /// triggers come first.
    pub(crate) triggers: Vec<(Hit, u32)>,
}

/// Fills `scratch` with the terms and triggers of a document.
pub(crate) fn scan(tables: &Tables, doc: &Document, scratch: &mut Scratch) {
    let Scratch { scan, terms, triggers } = scratch;
    terms.clear();
    triggers.clear();
    tables.phrases.scan(doc.text(), &doc.tokens, scan, |hit| {
        for &value in tables.phrases.values(hit) {
            match Role::unpack(value) {
                Role::Term(number) => terms.push((hit, number)),
                Role::Trigger(number) => triggers.push((hit, number)),
            }
        }
    });
    // Hits already come in this order, except for terms with a wildcard (`*`) and for words that are hyphenated at the end of a line.
    if !terms.is_sorted_by_key(|(hit, _)| (hit.first, hit.end)) {
        terms.sort_by_key(|(hit, _)| (hit.first, hit.end));
    }
    triggers.sort_by_key(|(hit, number)| (hit.first, Reverse(hit.end), *number));
}
