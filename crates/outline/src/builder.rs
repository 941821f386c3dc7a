//! Builds an outliner from word lists.

use crate::cue::Cue;
use crate::outliner::Outliner;
use crate::tables::Tables;
use chancery_text::WordBreaker;

/// Collects cue words and builds an [`Outliner`].
pub struct OutlinerBuilder<'b> {
    breaker: &'b dyn WordBreaker,
    tables: Tables,
}

impl OutlinerBuilder<'_> {
    /// Adds a cue word or phrase. The meaning of `class` depends on the [`Cue`]: it is the type of document that the cue indicates, or the function of the
    /// clause that the cue begins. Pass an empty string for a cue without a class.
    pub fn cue(&mut self, cue: Cue, class: &str, phrase: &str) -> &mut Self {
        let mut tokens = Vec::new();
        self.breaker.break_words(phrase, &mut tokens);
        let keys: Vec<u64> = tokens.iter().map(|token| token.full_key(phrase)).collect();
        let class = self.tables.class(class);
        self.tables.add(&keys, cue, class);
        self
    }

    /// Adds a type of document. If there is equal evidence for two types, the type that was added first is chosen.
    pub fn document_type(&mut self, name: &str) -> &mut Self {
        let class = self.tables.class(name);
        self.tables.types.push(class);
        self
    }

    /// Sets the type of documents in which speakers take turns.
    pub fn type_with_turns(&mut self, name: &str) -> &mut Self {
        self.tables.turns = Some(self.tables.class(name));
        self
    }

    /// Sets the type of documents whose text begins with a place, a date and a dash (news reports).
    pub fn type_with_dateline(&mut self, name: &str) -> &mut Self {
        self.tables.dateline = Some(self.tables.class(name));
        self
    }

    /// Builds the outliner.
    #[must_use]
    pub fn build(self) -> Outliner {
        Outliner { tables: self.tables }
    }
}

impl Outliner {
    /// Returns a builder without words. `breaker` splits phrases into words. It must be the word breaker that also splits the documents.
    #[must_use]
    pub fn builder(breaker: &dyn WordBreaker) -> OutlinerBuilder<'_> {
        OutlinerBuilder { breaker, tables: Tables::default() }
    }
}
