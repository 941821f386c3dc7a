//! Reads, layers and checks data files, and builds the engines from them.
//!
//! [`read_folder`] reads the files of one data folder, [`read`] turns the files of all layers into [`Contents`] and tells every fault in them as a
//! [`Diagnostic`], and [`build`] makes the engines. `chancery-data` embeds the result for the data files of the project; this crate holds no data itself.

mod compile;
mod diagnostic;
mod engines;
mod files;
mod gazetteer;
mod language;
mod rules;
mod topics;
mod value;

pub use compile::{Compiled, Contents, EngineError, build, examples, read};
pub use diagnostic::{Diagnostic, Severity};
pub use files::{File, read_folder};
pub use language::Languages;
pub use rules::Tested;
pub use topics::TopicLabel;
