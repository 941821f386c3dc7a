//! Errors in the words and rules of a tagger.

use std::fmt;

/// The error returned if a rule cannot be compiled. It contains the name of the rule and the reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BuildError {
    rule: String,
    reason: String,
}

impl BuildError {
    pub(crate) fn new(rule: &str, reason: String) -> Self {
        Self { rule: rule.to_owned(), reason }
    }

    /// The name of the rule that cannot be compiled.
    #[must_use]
    pub fn rule(&self) -> &str {
        &self.rule
    }
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the rule \"{}\": {}", self.rule, self.reason)
    }
}

impl std::error::Error for BuildError {}

/// The error returned if a string is not the name of a slot, normalizer, unit or date order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownName {
    what: &'static str,
    name: String,
}

impl UnknownName {
    pub(crate) fn new(what: &'static str, name: &str) -> Self {
        Self { what, name: name.to_owned() }
    }
}

impl fmt::Display for UnknownName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "there is no {} \"{}\"", self.what, self.name)
    }
}

impl std::error::Error for UnknownName {}
