//! Writes datasets as CSV, TSV, Parquet and JSON lines. One schema defines the tables and columns of all formats.
//!
//! Each kind of record has one table, which a file in `src/tables` declares. The declaration of a column contains its name, type and meaning, and the
//! function that gets its value from a record. All formats use these declarations, and `docs/schema.md` is generated from them. [`schema`] describes the tables
//! as Rust values.
//!
//! - [`Dataset`] takes documents in order and writes them to a folder.
//! - [`PartWriter`] writes one part of a large dataset. Several parts can be written at the same time. An [`Assembly`] then combines them, and writes the files
//!   that describe the whole dataset, such as the manifest.
//! - [`RecordWriter`] writes each document as one JSON object.
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
//!
//! # Features
//! - `parquet` (on by default) adds the format Parquet.
//! - `serde` implements `Deserialize` for [`Format`].

mod actors;
mod column;
mod content;
mod context;
mod dataset;
mod error;
mod formats;
pub mod layout;
mod options;
mod part;
mod place;
mod record;
mod row;
pub mod schema;
pub mod staging;
mod table;
mod tables;
mod text;
mod totals;

pub use actors::code as actor_code;
pub use content::{Content, Part};
pub use dataset::{Assembly, Dataset};
pub use error::{ExportError, ExportErrorKind};
pub use formats::{FileInfo, Format, UnknownFormat};
pub use options::Options;
pub use part::{PartInfo, PartWriter};
pub use record::{RecordWriter, record};
pub use tables::{Failure, Skipped};
pub use totals::Totals;
