//! Creates and changes data folders.

mod change;
mod export;
mod fix;
mod init;
mod pack;
mod toml_file;

pub use change::{Changed, change};
pub use export::export_embedded;
pub use fix::{Fixed, fix};
pub use init::init;
pub use pack::{PackError, Packed, pack};
pub use toml_file::{EditError, EntryEdit, FormEdit, RelationEdit};
