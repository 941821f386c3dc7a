//! Why a rule does not fit at a trigger.

use super::pattern::{Part, Pattern};
use crate::explanation::Outcome;

/// The reason why a rule does not fit. The values borrow from the rule, so that creating a reason allocates no memory.
#[derive(Clone, Copy)]
pub(crate) enum Failure<'a> {
    /// The rule does not apply to the kind of block that contains the trigger. The value is this kind.
    Block(&'a str),
    /// The sentence has none of the topics that the rule requires.
    Topic,
    /// The sentence contains a word that excludes the rule. The value is this word.
    Excluded(&'a str),
    /// The trigger is an infinitive that no word governs.
    Ungoverned,
    /// No pattern fits. The value is the pattern to report and the requirement that failed; `None` for a rule without patterns.
    Missing(Option<(&'a Pattern, Missing<'a>)>),
}

/// The requirement of a pattern that is not met.
#[derive(Clone, Copy)]
pub(crate) enum Missing<'a> {
    /// The trigger has none of these forms.
    Form(&'a [String]),
    /// Nothing in the text matches this part.
    Part(&'a Part),
}

impl Failure<'_> {
    /// Converts the reason into an outcome for an explanation.
    pub(crate) fn outcome(&self) -> Outcome {
        match self {
            Self::Block(kind) => Outcome::Block((*kind).to_owned()),
            Self::Topic => Outcome::Topic,
            Self::Excluded(word) => Outcome::Excluded((*word).to_owned()),
            Self::Ungoverned => Outcome::Ungoverned,
            Self::Missing(None) => Outcome::Missing { pattern: String::new(), part: String::new() },
            Self::Missing(Some((pattern, missing))) => {
                let part = match missing {
                    Missing::Form(forms) => format!("TRIGGER:{}", forms.join("|")),
                    Missing::Part(part) => part.source.clone(),
                };
                Outcome::Missing { pattern: pattern.source.clone(), part }
            }
        }
    }
}
