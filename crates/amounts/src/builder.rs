//! Builds an amount finder from word lists.

use crate::finder::AmountFinder;
use crate::meaning::Meaning;
use crate::tables::Tables;
use chancery_text::WordBreaker;

/// Collects word lists and builds an [`AmountFinder`].
pub struct AmountFinderBuilder<'b> {
    breaker: &'b dyn WordBreaker,
    tables: Tables,
}

impl AmountFinderBuilder<'_> {
    /// Adds a word or phrase with its meaning.
    pub fn word(&mut self, phrase: &str, meaning: Meaning) -> &mut Self {
        let mut tokens = Vec::new();
        self.breaker.break_words(phrase, &mut tokens);
        let keys: Vec<u64> = tokens.iter().map(|token| token.full_key(phrase)).collect();
        self.tables.add(&keys, meaning);
        self
    }

    /// Adds a name of a currency that comes after the number ("euros" in "5 euros"). `code` is the ISO 4217 code of the currency.
    pub fn currency(&mut self, code: &str, phrase: &str) -> &mut Self {
        let unit = self.tables.unit(code);
        self.word(phrase, Meaning::Currency(unit))
    }

    /// Adds a sign or code of a currency ("€", "USD"), which may come before or after the number. `code` is the ISO 4217 code of the
    /// currency.
    pub fn mark(&mut self, code: &str, phrase: &str) -> &mut Self {
        let unit = self.tables.unit(code);
        self.word(phrase, Meaning::Mark(unit))
    }

    /// Adds a word or phrase for the unit of measure `name` ("tons" for the unit "tonne").
    pub fn unit(&mut self, name: &str, phrase: &str) -> &mut Self {
        let unit = self.tables.unit(name);
        self.word(phrase, Meaning::Unit(unit))
    }

    /// Adds a word or phrase for things that are counted ("residents" in "500 residents"). `name` is the unit that such an amount gets ("inhabitant").
    pub fn counted(&mut self, name: &str, phrase: &str) -> &mut Self {
        let unit = self.tables.unit(name);
        self.word(phrase, Meaning::Count(unit))
    }

    /// Adds letters that multiply a number by `factor` if they directly follow its digits ("bn" in "20bn").
    pub fn suffix(&mut self, letters: &str, factor: f64) -> &mut Self {
        self.tables.suffixes.push((letters.to_lowercase(), factor));
        self
    }

    /// Builds the finder.
    #[must_use]
    pub fn build(self) -> AmountFinder {
        AmountFinder { tables: self.tables }
    }
}

impl AmountFinder {
    /// Returns a builder without words. `breaker` splits phrases into words. It must be the word breaker that also splits the documents.
    #[must_use]
    pub fn builder(breaker: &dyn WordBreaker) -> AmountFinderBuilder<'_> {
        AmountFinderBuilder { breaker, tables: Tables::default() }
    }
}
