//! The tagger, which runs compiled rules over a document in two steps.

use crate::candidates;
use crate::date_order::DateOrder;
use crate::rule::Rule;
use crate::select::select;
use crate::tables::Tables;
use chancery_text::{Document, Token};

/// Finds time expressions. A tagger is immutable and can be shared between threads.
#[derive(Clone, Debug)]
pub struct TemporalTagger {
    pub(crate) tables: Tables,
}

impl TemporalTagger {
    /// All rules, in order.
    pub fn rules(&self) -> impl Iterator<Item = &Rule> {
        // A rule with groups in its pattern was compiled to several rules.
        let rules = &self.tables.rules;
        let first = |at: &usize| at.checked_sub(1).is_none_or(|before| rules[before].rule.name != rules[*at].rule.name);
        (0..rules.len()).filter(first).map(|at| &rules[at].rule)
    }

    /// Returns the tagger with an order for numeric dates in which either number could be the day, such as 05/06/2010. Without an order, the tagger does not read
    /// them.
    #[must_use]
    pub fn with_date_order(mut self, order: Option<DateOrder>) -> Self {
        self.tables.words.date_order = order;
        self
    }

    /// Whether a word belongs to a class of the data.
    #[must_use]
    pub fn has_word(&self, class: &str, token: &Token, text: &str) -> bool {
        let words = &self.tables.words;
        words.known_class(class).is_some_and(|class| words.sense(&words.word(token, text), token.capital, class).is_some())
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
