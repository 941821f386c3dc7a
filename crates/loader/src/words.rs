//! What the engines that are built from plain lists need, in a form that programs can embed.

use chancery_text::fold::Folder;
use chancery_tokenizer::{AbbreviationClass, Language, Tokenizer};
use serde::{Deserialize, Serialize};

/// The words of all languages together for the tokenizer and for folding.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Words {
    /// Abbreviation and the name of its class.
    pub(crate) abbreviations: Vec<(String, String)>,
    /// Abbreviations that match only in small letters.
    pub(crate) small_letters_only: Vec<String>,
    /// Words that often begin a sentence.
    pub(crate) starters: Vec<String>,
    /// Words that open a heading, and its level.
    pub(crate) headings: Vec<(String, u8)>,
    /// Words that count list items, and their numbers.
    pub(crate) counts: Vec<(String, u8)>,
    /// Words that may stand before them.
    pub(crate) count_leads: Vec<String>,
    /// Letters, and what they fold to.
    pub(crate) letters: Vec<(char, String)>,
}

/// The names of the classes of abbreviations.
pub(crate) const ABBREVIATIONS: [(&str, AbbreviationClass); 5] = [
    ("title", AbbreviationClass::Title),
    ("before_number", AbbreviationClass::BeforeNumber),
    ("after_number", AbbreviationClass::AfterNumber),
    ("never", AbbreviationClass::Never),
    ("anywhere", AbbreviationClass::Anywhere),
];

impl Words {
    /// A tokenizer that knows all languages.
    #[must_use]
    pub fn tokenizer(&self) -> Tokenizer {
        let mut language = Language::default();
        for (form, class) in &self.abbreviations {
            if let Some((_, class)) = ABBREVIATIONS.iter().find(|(name, _)| name == class) {
                language = language.abbreviation(form, *class);
            }
        }
        for form in &self.small_letters_only {
            language = language.small_letters_only(form);
        }
        for word in &self.starters {
            language = language.starter(word);
        }
        for (word, level) in &self.headings {
            language = language.heading(word, *level);
        }
        for (word, number) in &self.counts {
            language = language.count_word(word, *number);
        }
        for word in &self.count_leads {
            language = language.count_lead(word);
        }
        Tokenizer::new(language)
    }

    /// Folds texts as all engines do.
    #[must_use]
    pub fn folder(&self) -> Folder {
        Folder::with_table(self.letters.iter().map(|(letter, folded)| (*letter, folded.as_str())))
    }
}
