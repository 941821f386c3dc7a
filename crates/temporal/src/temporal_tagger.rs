//! The tagger: compiled tables, and a run in two steps.

use crate::candidates;
use crate::rule::Rule;
use crate::select::select;
use crate::tables::Tables;
use chancery_text::Document;

/// Finds expressions of time. Immutable; share it between threads.
#[derive(Clone, Debug)]
pub struct TemporalTagger {
    pub(crate) tables: Tables,
}

impl TemporalTagger {
    /// All rules, in order.
    pub fn rules(&self) -> impl Iterator<Item = &Rule> {
        self.tables.rules.iter().map(|compiled| &compiled.rule)
    }

    /// Fills the layer `times` of a document whose tokens and sentences are known, replacing its content.
    ///
    /// Matches are leftmost-longest; of the same tokens, the match of the earlier rule is kept. Relative expressions are computed from the document's date;
    /// without one, the unknown parts are `X` (`XXXX-WXX`). Time and memory are linear in the tokens.
    pub fn run(&self, doc: &mut Document) {
        let candidates = candidates::find(&self.tables, doc);
        doc.times = select(&self.tables, doc, candidates);
    }
}
