//! The dataset: tables with one schema, written as JSONL, CSV and Parquet.
//!
//! [`schema`] says what each column is: name, type, unit and meaning; the writers fill rows by it and `docs/schema.md` is checked against it.
//! [`Dataset`] takes documents in order and writes them to a folder; [`record`] gives one document as one JSON object.
//!
//! ```
//! use chancery_export::{Dataset, Format, Options};
//! use chancery_text::{Catalog, Document, EntityInfo, EntityIx, NameIx};
//!
//! struct NoNames;
//! impl Catalog for NoNames {
//!     fn entity(&self, _: EntityIx) -> EntityInfo<'_> { EntityInfo::new("", "", "") }
//!     fn name_language(&self, _: NameIx) -> &str { "" }
//! }
//!
//! let folder = tempfile::tempdir().unwrap();
//! let mut dataset = Dataset::create(folder.path(), &Options::new(vec![Format::Csv])).unwrap();
//! dataset.document(&Document::new("note-1", "Peace."), &NoNames).unwrap();
//! dataset.finish(&NoNames, Default::default()).unwrap();
//! let csv = std::fs::read_to_string(folder.path().join("documents/part-00000.csv")).unwrap();
//! assert!(csv.lines().nth(1).unwrap().starts_with("note-1,"));
//! ```

mod actors;
mod dataset;
mod error;
mod formats;
mod record;
mod rows;
pub mod schema;

pub use actors::code as actor_code;
pub use dataset::{Dataset, Failure, Format, Options, Totals};
pub use error::ExportError;
pub use record::record;
