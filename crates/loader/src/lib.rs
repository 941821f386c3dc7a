//! Reads data files, merges their layers, checks them, and builds the engines from them.
//!
//! [`read_folder`] reads the files of one data folder. [`read`] combines the files of all layers:
//! an upper layer adds to the layers below it, or changes them. [`read`] also reports every problem
//! in the files as a [`Diagnostic`]. [`build`] builds the engines. This crate contains no data;
//! `chancery-data` embeds the engines that are built from the data files of the project.
//!
//! # Terms
//!
//! - A *layer* is a set of data files. Layers 0 and 1 are embedded in the program. Each of
//!   the user's data folders is a layer above them.
//! - An *entry* describes one entity of the gazetteer, such as a state or a treaty. A *form* is one
//!   way of writing the name of the entity: a name, an alias, an abbreviation or an adjective.
//! - A *frame* says which act a verb or noun expresses, and where the clause names the source and
//!   the target of the act. A *rule* finds events with patterns of words instead.
//! - An *engine* is the part of the program that uses the data for one task. For example, the
//!   gazetteer engine finds names in documents.
//!
//! ```
//! # #[cfg(feature = "read")] {
//! use chancery_loader::{File, read};
//!
//! let mut file = File::default();
//! file.path = "mine/names.toml".to_owned();
//! file.inner = "names.toml".to_owned();
//! file.text = "[[entitiy]]\nid = \"state.kg\"\n".to_owned();
//! file.layer = 2;
//! let (_, diagnostics) = read(&[file]);
//! assert!(diagnostics[0].to_string().starts_with("mine/names.toml:1:3: error[CH-D002]"));
//! assert_eq!(diagnostics[0].help, "did you mean \"entity\"?");
//! # }
//! ```
//!
//! # Features
//!
//! - `read` (default): everything described above. Without this feature, the crate contains only
//!   the word lists that a program embeds to build a tokenizer ([`Words`]).
//! - `temporal`: the words and rules that a program embeds to build a temporal tagger (`Times`).
//!   Included in `read`.

mod labels;
#[cfg(feature = "temporal")]
mod times;
mod words;

#[cfg(feature = "read")]
mod braces;
#[cfg(feature = "read")]
mod bracket;
#[cfg(feature = "read")]
mod codes;
#[cfg(feature = "read")]
mod compile;
#[cfg(feature = "read")]
mod diagnostic;
#[cfg(feature = "read")]
mod examples;
#[cfg(feature = "read")]
mod fields;
#[cfg(feature = "read")]
mod files;
#[cfg(feature = "read")]
mod frames;
#[cfg(feature = "read")]
mod gazetteer;
#[cfg(feature = "read")]
mod inflections;
#[cfg(feature = "read")]
mod language;
#[cfg(feature = "read")]
mod pack;
#[cfg(feature = "read")]
mod placement;
#[cfg(feature = "read")]
mod rules;
#[cfg(feature = "read")]
mod suggest;
#[cfg(feature = "read")]
mod summary;
#[cfg(feature = "read")]
mod topics;
#[cfg(feature = "read")]
mod types;
#[cfg(feature = "read")]
mod value;

#[cfg(all(test, feature = "read"))]
mod tests;

#[cfg(feature = "read")]
pub use braces::expand as expand_braces;
pub use labels::TopicLabel;
#[cfg(feature = "temporal")]
pub use times::Times;
pub use words::Words;

#[cfg(feature = "read")]
pub use codes::{Code, Severity, code_table};
#[cfg(feature = "read")]
pub use compile::{Compiled, Contents, EngineError, build, read};
#[cfg(feature = "read")]
pub use diagnostic::{Diagnostic, Fix};
#[cfg(feature = "read")]
pub use examples::{Tested, examples};
#[cfg(feature = "read")]
pub use files::{File, files_of, folder_hash, read_folder, sha256};
#[cfg(feature = "read")]
pub use gazetteer::{Entry, EntryPlace, Source, WrittenForm, WrittenRelation, entries, same_role, type_names};
#[cfg(feature = "read")]
pub use inflections::Inflections;
#[cfg(feature = "read")]
pub use language::{NameSigns, name_signs};
#[cfg(feature = "read")]
pub use pack::Pack;
#[cfg(feature = "read")]
pub use placement::FIRST_OWN;
#[cfg(feature = "read")]
pub use summary::Summary;
