//! The embedded data of Chancery, which you can extend with your own folders.
//!
//! [`Data::embedded`] returns the engines built from the embedded data. [`Data::with_layers`] adds your own folders as layers above these data. Your folders contain
//! files in the same formats (TOML and JSONL; the README of each data folder describes them). Their entries can add to, correct or remove entries of lower layers.
//! All errors in your files are reported together, each as a [`Diagnostic`] with file, line, column, cause and likely fix.
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
//! All features are enabled by default.
//!
//! - `gazetteer`, `temporal`, `actors`, `classifier`, `clauses`, `events`, `outline`, `records`, `amounts`: each adds the engine of that name with its embedded
//!   data. Without any of these features, the crate contains only the tokenizer.
//! - `layers`: [`Data::with_layers`], [`Data::with_cached_layers`], and the checks of data files. This feature enables all engines.
//!
//! To find only dates, use `chancery-data = { version = "0.1", default-features = false, features = ["temporal"] }`.

#[cfg(feature = "layers")]
mod archive;
#[cfg(feature = "layers")]
mod cache;
mod data;
mod embedded;
#[cfg(feature = "layers")]
mod error;
#[cfg(feature = "layers")]
mod kept;
#[cfg(feature = "layers")]
mod layers;

#[cfg(feature = "layers")]
pub use archive::archive;
#[cfg(feature = "classifier")]
pub use chancery_loader::TopicLabel;
#[cfg(feature = "layers")]
pub use chancery_loader::{
    Code, Diagnostic, Entry, EntryPlace, FIRST_OWN, File, Fix, Inflections, NameSigns, Pack, Severity, Source, Summary, Tested,
    WrittenForm, WrittenRelation, expand_braces, same_role,
};
pub use data::Data;
#[cfg(feature = "layers")]
pub use error::{LoadError, LoadErrorKind};
#[cfg(feature = "layers")]
pub use layers::Report;
