//! Warnings about the metadata of a document.

/// A warning that a piece of metadata could not be used. The document is processed without this metadata.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Warning {
    /// The name of the field or column that contains the value. If the value comes from the name of a file, this is the string `file name`.
    pub field: String,
    /// The value, as given by the input.
    pub value: String,
    /// The reason why the value could not be used, as a message for users.
    pub reason: String,
}
