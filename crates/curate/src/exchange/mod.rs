//! Names from and for other tools.

mod export;
mod import;

pub use export::{ExportFormat, ExportOptions, Exported, export};
pub use import::{ImportOptions, Imported, import};
