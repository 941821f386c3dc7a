//! The compiled words and settings.

use crate::lexicon::Lexicon;

/// The data that a run looks up.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Tables {
    pub(crate) lexicon: Lexicon,
    /// Languages, as BCP 47 tags, in which a name directly follows its office, without a word such as "of".
    pub(crate) direct_languages: Vec<String>,
    pub(crate) government_sector: String,
    pub(crate) organisation_sector: String,
    pub(crate) former_sector: String,
}

impl Tables {
    /// Returns `true` if a name in the language `language` directly follows its office, without a word such
    /// as "of".
    pub(crate) fn is_direct(&self, language: &str) -> bool {
        self.direct_languages.iter().any(|known| known == language)
    }
}
