//! Tools for maintaining the data. They look up names and words, suggest new names, show the effect of an edit, and find entries that are unused or out of date.
//!
//! An *entry* describes one entity of the gazetteer, such as a state. A *form* is one way of writing its name. A *layer* is a set of data files: layers 0 and
//! 1 are embedded in the program, and each of the user's data folders is a layer above them. To *fold* a text means to normalise it for comparison. Texts that
//! differ only in case, accents or the kind of quotation marks and dashes are equal after folding.
//!
//! Every function returns a report: a struct that can be written as JSON (`serde`) or printed as text (`Display`). No function prints to the terminal
//! or ends the process.
//!
//! ```
//! use chancery_curate::{Book, lookup};
//!
//! let book = Book::load(&[])?;
//! let found = lookup(&book, "SCO");
//! assert_eq!(found.entries[0].id, "igo.sco");
//! # Ok::<(), chancery_data::LoadError>(())
//! ```
//!
//! # Features
//! This crate has no optional features.

mod book;
mod context;
mod corpus;
mod coverage;
mod diff;
mod exchange;
mod files;
mod licences;
mod lookup;
mod near;
mod stale;
mod suggest;
mod term_coverage;
mod word_use;
mod written;

pub use book::Book;
pub use corpus::Unread;
pub use coverage::{Coverage, EntryCoverage, FormCoverage, LayerCoverage, coverage};
pub use diff::{Change, DatasetDiff, DiffLine, EditDiff, Example, State, TableDiff, datasets, edit};
pub use exchange::{ExportFormat, ExportOptions, Exported, ImportOptions, Imported, export, import};
pub use files::{
    Changed, EditError, Effect, EntryEdit, Fixed, FormEdit, PackError, Packed, RelationEdit, change, export_embedded, fix, init, pack,
    switched_off,
};
pub use licences::{Licences, Own, licences};
pub use lookup::{FormShown, Lookup, Match, Near, RelationShown, Removed, Shown, SourceShown, lookup, lookup_on};
pub use stale::{Line as StaleLine, Stale, stale};
pub use suggest::{Context, SuggestOptions, Suggestion, Suggestions, suggest};
pub use term_coverage::{TermCoverage, own_terms};
pub use word_use::{WordUse, WordUses, word_uses};
pub use written::civil;
