//! The inflected forms of the words in frames, for tools that search documents for these words.

use crate::diagnostic::Diagnostics;
use crate::files::File;
use crate::frames;
use crate::language::{self, Verbs};
use crate::types;

/// The inflection rules of the language files, and the irregular forms that the frames files list.
#[derive(Clone, Debug)]
pub struct Inflections {
    verbs: Verbs,
    irregular: Vec<(String, Vec<String>)>,
}

impl Inflections {
    /// Reads the rules and irregular forms of all layers. Errors in the files are ignored.
    #[must_use]
    pub fn of(files: &[File]) -> Self {
        let mut diagnostics = Diagnostics::default();
        let types = types::load(files, &mut diagnostics);
        let verbs = language::load(files, &types, &mut diagnostics).verbs;
        Self { verbs, irregular: frames::load(files, &mut diagnostics).irregular().to_vec() }
    }

    /// Returns all forms that a word has as a verb or as a noun. The word itself comes first.
    #[must_use]
    pub fn forms(&self, word: &str) -> Vec<String> {
        let mut all: Vec<String> = self.verbs.verb(word).into_iter().map(|(_, form)| form).collect();
        all.extend(self.verbs.noun(word));
        all.extend(self.irregular.iter().filter(|(lemma, _)| lemma == word).flat_map(|(_, forms)| forms.iter().cloned()));
        all
    }
}
