//! The reasons why an event rule does not apply. A rule searches for a word, the *trigger*, and then compares its patterns with the words around the trigger.

use super::pattern::{Part, Pattern};
use crate::explanation::Outcome;

/// The reason why a rule does not apply at a trigger. The values borrow from the rule, so creating a reason does not allocate memory.
#[derive(Clone, Copy)]
pub(crate) enum Failure<'a> {
    /// The rule does not apply to the kind of block that contains the trigger. The value is this kind.
    Block(&'a str),
    /// The sentence has none of the topics that the rule requires.
    Topic,
    /// The sentence contains a word that excludes the rule. The value is this word.
    Excluded(&'a str),
    /// The trigger is an infinitive, and no word before it governs it.
    Ungoverned,
    /// No pattern matches. The value is the pattern to report and the part of it that failed, or `None` if the rule has no patterns.
    Missing(Option<(&'a Pattern, Missing<'a>)>),
}

/// The part of a pattern that failed.
#[derive(Clone, Copy)]
pub(crate) enum Missing<'a> {
    /// The trigger has none of the forms that the pattern allows. The value lists these forms.
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
