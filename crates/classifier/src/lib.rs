//! Policy topics of sentences, by weighted terms.
//!
//! All terms are found in one scan over the folded text (leftmost-longest, at word bounds); a longer term that carries no weight cancels the
//! shorter ones inside it. The rule language and the coding of events, instruments and meetings have their types in [`chancery_text`] and no
//! engine here yet.
//!
//! ```
//! use chancery_classifier::TopicsBuilder;
//! use chancery_text::{fold::Folder, Document};
//!
//! let mut builder = TopicsBuilder::default();
//! builder.term("security.arms-control", "disarmament", 1.0);
//! builder.term("economic.trade", "customs union", 2.0);
//! let topics = builder.build(Folder::default()).unwrap();
//! let mut doc = Document::new("1", "Disarmament, and a Customs\nUnion.");
//! topics.run(&mut doc);
//! let found: Vec<_> = doc.topics.iter().map(|t| (t.label.as_str(), t.score)).collect();
//! assert_eq!(found, [("economic.trade", 2.0), ("security.arms-control", 1.0)]);
//! ```

mod topics;

pub use topics::{BuildError, Topics, TopicsBuilder};
