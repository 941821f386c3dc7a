//! Makes the documents that `chancery-read` finds usable as inputs of the pipeline.

use chancery_export::Failure;
use chancery_pipeline::{Input, Unread};
use chancery_read::Item;
use chancery_text::Document;
use std::error::Error;

/// A document that has not been read yet.
pub(crate) struct ReadItem(pub(crate) Item);

impl Input for ReadItem {
    fn size(&self) -> u64 {
        self.0.size()
    }

    fn origin(&self) -> (String, Option<u64>) {
        self.0.origin()
    }

    fn read(self) -> Result<Document, Unread> {
        self.0.read().map_err(|error| {
            let mut reason = error.to_string();
            let mut cause = error.source();
            while let Some(error) = cause {
                reason = format!("{reason}: {error}");
                cause = error.source();
            }
            Unread { reason, id: error.id().map(str::to_owned) }
        })
    }
}

/// Converts a failure of the pipeline to a row of the table `failures`.
pub(crate) fn failure_row(failure: chancery_pipeline::Failure) -> Failure {
    let stage = failure.stage.as_str();
    Failure { path: failure.path, record: failure.record, id: failure.id, stage, reason: failure.reason }
}
