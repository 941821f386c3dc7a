//! Creates and changes data folders.

mod change;
mod edit;
mod effect;
mod export;
mod fix;
mod init;
mod pack;
mod place;
mod relations;
mod tables;
mod toml_file;

pub use change::{Changed, change};
pub use edit::{EditError, EntryEdit, FormEdit, RelationEdit};
pub use effect::Effect;
pub use export::export_embedded;
pub use fix::{Fixed, fix};
pub use init::init;
pub use pack::{PackError, Packed, pack};
pub use place::switched_off;
