//! From plain lists to what the engines take.

use crate::language::Languages;
use chancery_temporal::TemporalTagger;
use chancery_tokenizer::{AbbreviationClass, Language, Tokenizer};

impl Languages {
    /// A tokenizer that knows all languages.
    #[must_use]
    pub fn tokenizer(&self) -> Tokenizer {
        let mut language = Language::default();
        for (form, class) in self.abbreviations() {
            let class = match class.as_str() {
                "title" => AbbreviationClass::Title,
                "before_number" => AbbreviationClass::BeforeNumber,
                "after_number" => AbbreviationClass::AfterNumber,
                "never" => AbbreviationClass::Never,
                _ => AbbreviationClass::Anywhere,
            };
            language = language.abbreviation(form, class);
        }
        for form in self.small_letters_only() {
            language = language.small_letters_only(form);
        }
        for word in self.starters() {
            language = language.starter(word);
        }
        for (word, level) in self.headings() {
            language = language.heading(word, *level);
        }
        for (word, number) in self.counts() {
            language = language.count_word(word, *number);
        }
        for word in self.count_leads() {
            language = language.count_lead(word);
        }
        Tokenizer::new(language)
    }

    /// A calendar that knows all languages.
    ///
    /// # Errors
    /// If a rule of time cannot be compiled.
    pub fn temporal_tagger(&self) -> Result<TemporalTagger, chancery_temporal::BuildError> {
        self.times().temporal_tagger(self.clitics())
    }
}
