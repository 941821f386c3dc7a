//! Why a rule does not fit at a trigger.

use super::pattern::{Part, Pattern};
use crate::explanation::Outcome;

/// The reason why a rule does not fit. It is borrowed from the rule, so that a run without a recorder allocates nothing.
#[derive(Clone, Copy)]
pub(crate) enum Failure<'a> {
    /// The rule does not apply in blocks of this kind.
    Block(&'a str),
    /// The sentence has none of the rule's topics.
    Topic,
    /// This word of the sentence excludes the rule.
    Excluded(&'a str),
    /// The trigger is an infinitive that no word governs.
    Ungoverned,
    /// No pattern fits. The value is the pattern to report and what it misses; `None` for a rule without patterns.
    Missing(Option<(&'a Pattern, Missing<'a>)>),
}

/// What a pattern misses.
#[derive(Clone, Copy)]
pub(crate) enum Missing<'a> {
    /// The trigger is in none of these forms.
    Form(&'a [String]),
    /// Nothing fits this part.
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
