//! Why a rule does not fit at a trigger.

use super::pattern::{Part, Pattern};
use crate::explanation::Outcome;

/// A reason, borrowed from the rule: a run without a recorder allocates nothing for it.
#[derive(Clone, Copy)]
pub(crate) enum Failure<'a> {
    /// It does not apply in blocks of this kind.
    Block(&'a str),
    /// The sentence has none of its topics.
    Topic,
    /// This word of the sentence excludes it.
    Excluded(&'a str),
    /// No word governs the infinitive.
    Ungoverned,
    /// No pattern fits: the pattern to show, and what is missing. `None` for a rule without patterns.
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
    /// The same for an explanation.
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
