//! Reads and summarises finished datasets.
//!
//! A dataset is a folder that `chancery run --format csv` has written.
//!
//! - [`rows`] reads all rows of a table, and [`each`] passes them to a function one by one.
//! - [`events`] reads the events of all documents, as [`EventRow`]s.
//! - [`merge`] groups events that report the same act, even if they are in different documents.
//! - [`Panel`] counts events by year, source and target.

mod date;
mod error;
mod event;
mod merge;
mod panel;
mod table;

pub use error::DatasetError;
pub use event::{EventRow, Events, Filter, events};
pub use merge::{Group, MergeOptions, merge};
pub use panel::{Counts, Panel};
pub use table::{Row, each, rows};
