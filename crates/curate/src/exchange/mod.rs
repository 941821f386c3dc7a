//! Imports names from other tools, and exports names to the formats of other tools.

mod codes;
mod export;
mod facts;
mod import;

pub use export::{ExportFormat, ExportOptions, Exported, export};
pub use import::{ImportOptions, Imported, import};
