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
    /// Adds a word or phrase. `class` is a type of document, or the function of a clause. It is empty for cues without a class.
    pub fn cue(&mut self, cue: Cue, class: &str, phrase: &str) -> &mut Self {
        let mut tokens = Vec::new();
        self.breaker.break_words(phrase, &mut tokens);
        let keys: Vec<u64> = tokens.iter().map(|token| token.full_key(phrase)).collect();
        let class = self.tables.class(class);
        self.tables.add(&keys, cue, class);
        self
    }

    /// Adds a type of document. If the evidence for two types is equal, the type that was added first wins.
    pub fn document_type(&mut self, name: &str) -> &mut Self {
        let class = self.tables.class(name);
        self.tables.types.push(class);
        self
    }

    /// Sets the type of document in which speakers take turns.
    pub fn type_with_turns(&mut self, name: &str) -> &mut Self {
        self.tables.turns = Some(self.tables.class(name));
        self
    }

    /// Sets the type of document that begins with a place, a date and a dash.
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
    /// A builder without words. `breaker` splits phrases into words; it must be the one that splits the documents.
    #[must_use]
    pub fn builder(breaker: &dyn WordBreaker) -> OutlinerBuilder<'_> {
        OutlinerBuilder { breaker, tables: Tables::default() }
    }
}
