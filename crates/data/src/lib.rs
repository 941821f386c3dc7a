//! Chancery's data: loading, layering, checking, and the embedded default.
//!
//! [`Data::embedded`] is what the binary works with when nothing lies beside it. [`Data::with_layers`] reads folders of the user's own over it: files of the
//! same formats (TOML and JSONL, see the README of each data folder), whose entries add to, correct or take out what lower layers say. Every fault in them is
//! a [`Diagnostic`] with file, line, column, reason and likely fix; all of them are told at once.
//!
//! ```
//! use chancery_data::Data;
//! use chancery_gazetteer::Scratch;
//! use chancery_text::{Catalog, Document};
//!
//! let data = Data::embedded().unwrap();
//! let mut doc = Document::new("1", "Kirghizia and the People’s Republic of China’s talks");
//! data.tokenizer().run(&mut doc);
//! data.gazetteer().run(&mut doc, &mut Scratch::default());
//! let found: Vec<_> = doc.mentions.iter().map(|m| (data.gazetteer().entity(m.entity).id, doc.slice(m.span))).collect();
//! assert_eq!(found, [("state.kg", "Kirghizia"), ("state.cn", "People’s Republic of China")]);
//! ```

mod data;

pub use chancery_loader::{Diagnostic, Severity, Tested, TopicLabel};
pub use data::{Data, LoadError};
