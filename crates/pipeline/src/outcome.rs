//! The inputs and results of a run.

use crate::Stage;
use chancery_text::Document;

/// A document that has not been read yet. A worker thread reads it when its part is processed.
pub trait Input: Send {
    /// Returns the approximate size of the document in bytes. The sizes determine how documents are combined into parts.
    fn size(&self) -> u64;
    /// Returns the origin of the document: the path of its file, and the number of its record in that file, counted from 1. The number is
    /// `None` if the file is a single document. A [`Failure`] contains the origin.
    fn origin(&self) -> (String, Option<u64>);
    /// Reads the document.
    ///
    /// # Errors
    /// Returns the reason why the document cannot be read.
    fn read(self) -> Result<Document, Unread>;
}

/// The reason why a document cannot be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unread {
    /// The reason, as a message for people.
    pub reason: String,
    /// The id of the document, if it is known.
    pub id: Option<String>,
}

impl From<&str> for Unread {
    fn from(reason: &str) -> Self {
        Self { reason: reason.to_owned(), id: None }
    }
}

/// A document that could not be read or analysed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The path of the file, as [`Input::origin`] returns it.
    pub path: String,
    /// The number of the record in the file, counted from 1; `None` if the file is a single
    /// document.
    pub record: Option<u64>,
    /// The id of the document, if it is known.
    pub id: Option<String>,
    /// The stage that failed.
    pub stage: Stage,
    /// The reason, as a message for people.
    pub reason: String,
}

/// The result for one input.
#[derive(Debug)]
pub enum Outcome {
    /// The document with all its layers.
    Document(Box<Document>),
    /// The reason why the document could not be read or analysed.
    Failure(Failure),
}

/// Receives outcomes in the order of the inputs.
pub trait Sink: Send {
    /// The reason why the sink cannot accept an outcome.
    type Error: Send;
    /// Receives one outcome.
    ///
    /// # Errors
    /// Returns an error if the sink cannot accept the outcome. The error ends the run.
    fn take(&mut self, outcome: Outcome) -> Result<(), Self::Error>;
}
