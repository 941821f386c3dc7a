//! The embedded default data of Chancery, and folders of your own over them.
//!
//! [`Data::embedded`] gives the engines built from the embedded data. [`Data::with_layers`] reads folders of your own over them: files of the same formats (TOML and
//! JSONL, see the README of each data folder), whose entries add to, correct or remove what lower layers say. Every error in them is a [`Diagnostic`] with file, line,
//! column, cause and likely fix; all are reported at once.
//!
//! ```
//! # #[cfg(feature = "gazetteer")] {
//! use chancery_data::Data;
//! use chancery_gazetteer::Scratch;
//! use chancery_text::{Catalog, Document};
//!
//! let data = Data::embedded();
//! let mut doc = Document::new("1", "Kirghizia and the People’s Republic of China’s talks");
//! data.tokenizer().run(&mut doc);
//! data.gazetteer().run(&mut doc, &mut Scratch::default());
//! let found: Vec<_> = doc.mentions.iter().map(|m| (data.gazetteer().entity(m.entity).id, doc.slice(m.span))).collect();
//! assert_eq!(found, [("state.kg", "Kirghizia"), ("state.cn", "People’s Republic of China")]);
//! # }
//! ```
//!
//! # Features
//!
//! All are on by default.
//!
//! - `gazetteer`, `temporal`, `actors`, `classifier`: the engine of that name with its embedded data. Without them, only the tokenizer is there.
//! - `layers`: [`Data::with_layers`] and the checks of data files. Includes all engines.
//!
//! For dates alone: `chancery-data = { version = "0.1", default-features = false, features = ["temporal"] }`.

mod data;
mod embedded;
#[cfg(feature = "layers")]
mod error;
#[cfg(feature = "layers")]
mod layers;

#[cfg(feature = "classifier")]
pub use chancery_loader::TopicLabel;
#[cfg(feature = "layers")]
pub use chancery_loader::{Code, Diagnostic, Severity, Summary, Tested};
pub use data::Data;
#[cfg(feature = "layers")]
pub use error::{LoadError, LoadErrorKind};
#[cfg(feature = "layers")]
pub use layers::Report;
