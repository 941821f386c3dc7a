//! The tagger, which runs compiled rules on a document in two steps: it finds all matches, and then selects the matches to keep.

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
    /// Iterates over all rules, in the order in which they were added.
    pub fn rules(&self) -> impl Iterator<Item = &Rule> {
        // A rule with groups (`[…]`) in its pattern is compiled to several rules with the same name. Only the first of them is returned.
        let rules = &self.tables.rules;
        let first = |at: &usize| at.checked_sub(1).is_none_or(|before| rules[before].rule.name != rules[*at].rule.name);
        (0..rules.len()).filter(first).map(|at| &rules[at].rule)
    }

    /// Sets the order of day and month in numeric dates such as 05/06/2010, in which either number may be the day. If `order` is `None`, the tagger does not
    /// recognise these dates.
    #[must_use]
    pub fn with_date_order(mut self, order: Option<DateOrder>) -> Self {
        self.tables.words.date_order = order;
        self
    }

    /// Returns `true` if `token` is a word of the class named `class`; `false` if there is no such class. `text` is the whole text that contains the token.
    #[must_use]
    pub fn has_word(&self, class: &str, token: &Token, text: &str) -> bool {
        let words = &self.tables.words;
        words.known_class(class).is_some_and(|class| words.sense(&words.word(token, text), token.capital, class).is_some())
    }

    /// Finds the time expressions of a document and stores them in [`Document::times`], replacing earlier ones.
    ///
    /// The document must have tokens. A document without sentences is treated as one sentence.
    ///
    /// If matches overlap, the one that begins first is kept; if several begin at the same token, the longest one. If two rules match the same tokens, the
    /// match of the rule that was added first is kept.
    ///
    /// The values of relative expressions are computed from the document's date. If the document has no date, each unknown digit of a value is replaced by `X`
    /// (`XXXX-WXX` for an unknown week). Time and memory are linear in the number of tokens.
    pub fn run(&self, doc: &mut Document) {
        let candidates = candidates::find(&self.tables, doc);
        doc.times = select(&self.tables, doc, candidates);
    }
}
