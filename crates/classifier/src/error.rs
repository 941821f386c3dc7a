//! Errors that occur when a classifier is built.

use chancery_phrases::TooLarge;
use std::error::Error;
use std::fmt;

/// The error returned when a classifier cannot be built.
#[derive(Clone, Debug)]
pub struct BuildError(BuildErrorKind);

/// The reason why a classifier cannot be built.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum BuildErrorKind {
    /// A pattern of a rule cannot be parsed.
    Pattern(PatternError),
    /// There are more terms and triggers than the index can hold.
    TooLarge(TooLarge),
}

/// The error for a pattern that cannot be parsed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PatternError {
    pub(crate) rule: String,
    pub(crate) number: usize,
    pub(crate) part: String,
    pub(crate) reason: String,
}

impl BuildError {
    /// Returns the kind of the error.
    #[must_use]
    pub const fn kind(&self) -> &BuildErrorKind {
        &self.0
    }
}

impl PatternError {
    /// Returns the id of the rule.
    #[must_use]
    pub fn rule(&self) -> &str {
        &self.rule
    }

    /// Returns the index of the pattern in its rule, counted from 0.
    #[must_use]
    pub const fn number(&self) -> usize {
        self.number
    }

    /// Returns the part of the pattern that cannot be parsed, as written in the rule. If the error does not concern a particular part,
    /// returns the whole pattern.
    #[must_use]
    pub fn part(&self) -> &str {
        &self.part
    }

    /// Returns the reason why this part cannot be parsed.
    #[must_use]
    pub fn reason(&self) -> &str {
        &self.reason
    }
}

impl From<PatternError> for BuildError {
    fn from(error: PatternError) -> Self {
        Self(BuildErrorKind::Pattern(error))
    }
}

impl From<TooLarge> for BuildError {
    fn from(error: TooLarge) -> Self {
        Self(BuildErrorKind::TooLarge(error))
    }
}

impl fmt::Display for PatternError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the rule {}: \"{}\": {}", self.rule, self.part, self.reason)
    }
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            BuildErrorKind::Pattern(error) => error.fmt(f),
            BuildErrorKind::TooLarge(_) => f.write_str("the terms and triggers cannot be indexed"),
        }
    }
}

impl Error for PatternError {}

impl Error for BuildError {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        match &self.0 {
            // A `BuildError` already has the message of its pattern error. Returning the pattern error as the source would show the message twice.
            BuildErrorKind::Pattern(_) => None,
            BuildErrorKind::TooLarge(error) => Some(error),
        }
    }
}
