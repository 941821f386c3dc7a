//! The tagger, which runs compiled rules over a document in two steps.

use crate::candidates;
use crate::rule::Rule;
use crate::select::select;
use crate::tables::Tables;
use chancery_text::Document;

/// Finds time expressions. A tagger is immutable and can be shared between threads.
#[derive(Clone, Debug)]
pub struct TemporalTagger {
    pub(crate) tables: Tables,
}

impl TemporalTagger {
    /// All rules, in order.
    pub fn rules(&self) -> impl Iterator<Item = &Rule> {
        self.tables.rules.iter().map(|compiled| &compiled.rule)
    }

    /// Finds the time expressions of a document and replaces its layer `times` with them. The document must have tokens and sentences.
    ///
    /// Matches are leftmost-longest. If two rules match the same tokens, the match of the earlier rule is kept. Relative expressions are computed from the
    /// document's date; without a date, the unknown parts of their values are `X` (`XXXX-WXX`). Time and memory are linear in the number of tokens.
    pub fn run(&self, doc: &mut Document) {
        let candidates = candidates::find(&self.tables, doc);
        doc.times = select(&self.tables, doc, candidates);
    }
}
