//! The vocabulary that all Chancery crates share.
//!
//! It holds plain records (a [`Document`] with its layers of [`Token`]s, [`Sentence`]s, [`Mention`]s …), byte [`Span`]s,
//! dates, and the folded view of a text with its exact map back to the source ([`fold`]). It reads no files, holds no
//! dictionaries, runs no analysis and starts no threads.
//!
//! Every offset in every record counts UTF-8 bytes of the document's source text, half-open, unless its name says otherwise
//! (`char_start`, `token_range`).
//!
//! ```
//! use chancery_text::{fold::{Folder, HyphenReading}, Document, Span};
//!
//! let doc = Document::new("note-1", "Côte d’Ivoire and Guinea-\nBissau");
//! let folder = Folder::default();
//! let view = folder.view(doc.text(), HyphenReading::Kept);
//! assert_eq!(view.text(), "cote d'ivoire and guinea-bissau");
//! let at = view.text().find("guinea-bissau").unwrap() as u32;
//! let span = view.to_source(Span::new(at, at + 13));
//! assert_eq!(doc.slice(span), "Guinea-\nBissau");
//! ```
//!
//! # Limits
//! A text has at most [`Span::MAX`] bytes (4 GiB less one).

mod actor;
mod catalog;
mod chars;
mod class;
mod date;
mod document;
mod event;
pub mod fold;
mod index;
#[doc(hidden)]
pub mod key;
mod mention;
mod record;
mod relation;
mod segment;
mod span;
mod structure;
mod time;
mod token;
mod topic;

pub use actor::{Actor, ActorCue, ActorKind};
pub use catalog::{Catalog, EntityInfo, Reference};
pub use chars::CharIndex;
pub use class::{EntityClass, UnknownClass};
pub use date::{Date, DateError, Interval};
pub use document::{DateSource, Document, Metadata};
pub use event::{Event, Modality, UnknownModality};
pub use index::{BlockIx, EntityIx, MentionIx, NameIx, SectionIx, SentenceIx, TokenRange};
pub use mention::{Form, Mention, Rejection, RejectionReason};
pub use record::{Origin, Record};
pub use relation::{Relation, RelationKind};
pub use segment::{PlainBreaker, WordBreaker};
pub use span::Span;
pub use structure::{Block, BlockKind, BlockMark, Section, Sentence};
pub use time::{TimeExpression, TimexType};
pub use token::{Casing, Gap, Token, TokenKind, token_from};
pub use topic::{Scope, Topic};
