//! The compiled words and settings.

use crate::lexicon::Lexicon;

/// Everything that a run looks up.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Tables {
    pub(crate) lexicon: Lexicon,
    /// Languages (BCP 47) in which a name follows its office without a word such as "of" between them.
    pub(crate) direct_languages: Vec<String>,
    pub(crate) government_sector: String,
    pub(crate) organisation_sector: String,
    pub(crate) former_sector: String,
}

impl Tables {
    /// Whether a name in this language follows its office without a word such as "of" between them.
    pub(crate) fn is_direct(&self, language: &str) -> bool {
        self.direct_languages.iter().any(|known| known == language)
    }
}
