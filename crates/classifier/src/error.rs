//! Errors of building a classifier.

use chancery_phrases::TooLarge;
use std::error::Error;
use std::fmt;

/// The error returned when a classifier cannot be built.
#[derive(Clone, Debug)]
pub struct BuildError(BuildErrorKind);

/// Why a classifier cannot be built.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub enum BuildErrorKind {
    /// A pattern of a rule is wrong.
    Pattern(PatternError),
    /// There are more terms and triggers than the index can hold.
    TooLarge(TooLarge),
}

/// The error of a pattern that cannot be parsed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PatternError {
    pub(crate) rule: String,
    pub(crate) number: usize,
    pub(crate) part: String,
    pub(crate) reason: String,
}

impl BuildError {
    /// What went wrong.
    #[must_use]
    pub const fn kind(&self) -> &BuildErrorKind {
        &self.0
    }
}

impl PatternError {
    /// The id of the rule.
    #[must_use]
    pub fn rule(&self) -> &str {
        &self.rule
    }

    /// The number of the pattern in its rule, from 0.
    #[must_use]
    pub const fn number(&self) -> usize {
        self.number
    }

    /// The part of the pattern that is wrong, as it is written; the whole pattern if no single part is wrong.
    #[must_use]
    pub fn part(&self) -> &str {
        &self.part
    }

    /// What is wrong with the part.
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
            // This error shows the message of the pattern error as its own.
            BuildErrorKind::Pattern(_) => None,
            BuildErrorKind::TooLarge(error) => Some(error),
        }
    }
}
