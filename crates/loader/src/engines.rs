//! From plain lists to what the engines take.

use crate::language::Languages;
use chancery_temporal::TemporalTagger;
use chancery_tokenizer::{AbbreviationClass, Language, Tokenizer};

impl Languages {
    /// A tokenizer that knows all languages.
    ///
    /// # Errors
    /// If an abbreviation does not end in a period.
    pub fn tokenizer(&self) -> Result<Tokenizer, chancery_tokenizer::BuildError> {
        let mut language = Language::builder();
        for (form, class) in self.abbreviations() {
            language.abbreviation(form, class.parse().unwrap_or(AbbreviationClass::Anywhere));
        }
        for form in self.small_letters_only() {
            language.lower_case_only(form);
        }
        for word in self.starters() {
            language.starter(word);
        }
        for word in self.lower_case_openers() {
            language.lower_case_opener(word);
        }
        for (word, level) in self.headings() {
            language.heading(word, *level);
        }
        for (word, number) in self.counts() {
            language.count_word(word, *number);
        }
        for word in self.count_leads() {
            language.count_lead(word);
        }
        Ok(Tokenizer::new(language.build()?))
    }

    /// A calendar that knows all languages.
    ///
    /// # Errors
    /// If a rule of time cannot be compiled.
    pub fn temporal_tagger(&self) -> Result<TemporalTagger, chancery_temporal::BuildError> {
        self.times().temporal_tagger(self.clitics())
    }
}
