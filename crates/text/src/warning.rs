//! Warnings about the metadata of a document.

/// A piece of metadata that could not be used. The document is processed without it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Warning {
    /// What the warning concerns: the name of a field or column, or `file name`.
    pub field: String,
    /// The value, as it was given.
    pub value: String,
    /// Why the value could not be used, as a message for people.
    pub reason: String,
}
