//! Adapts the documents of the readers to inputs of the pipeline.

use chancery_pipeline::Input;
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

    fn read(self) -> Result<Document, String> {
        self.0.read().map_err(|error| {
            let mut reason = error.to_string();
            let mut cause = error.source();
            while let Some(error) = cause {
                reason = format!("{reason}: {error}");
                cause = error.source();
            }
            reason
        })
    }
}
