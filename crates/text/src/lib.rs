//! The types that all Chancery crates share: documents and their annotation layers, byte spans, dates, and folding (the normalisation of text for comparison).
//!
//! The crate contains no data and does not analyse texts. It reads no files and starts no threads. Other crates read files into [`Document`]s, add layers to
//! the documents, and write the layers to tables. The crates that add layers are called *engines*. All these crates exchange data only through the types
//! defined here.
//!
//! # Example
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
//! # Main types
//! - [`Document`] is a text with its [`Metadata`] and its layers, such as [`Token`]s, [`Block`]s, [`Section`]s, [`Sentence`]s, [`TimeExpression`]s,
//!   [`Mention`]s, [`Actor`]s, [`Topic`]s and [`Event`]s. A mention is an occurrence of a name in the text. [`Record`] is the common interface of the analysis
//!   layers.
//! - [`Span`] is a half-open range of bytes. [`CharIndex`] converts byte offsets to character offsets.
//! - [`EntityIx`], [`NameIx`] and the other typed indexes refer to entries of a layer or of a [`Catalog`]. A *gazetteer*, that is, a dictionary of named
//!   entities such as states and treaties, implements [`Catalog`].
//! - [`Date`] is a calendar date that is precise to the year, the month or the day. [`Interval`] is a period between two dates.
//! - [`fold::Folder`] normalises a text for comparison and maps every offset back to the source.
//! - [`WordBreaker`] is the interface of a tokenizer.
//!
//! # Offsets
//! Every offset counts UTF-8 bytes of the text with which the document was created, and every range is half-open. Where other units are used, the name states
//! the unit: `token_range` counts tokens, and `char_offset` counts characters (Unicode scalar values).
//!
//! # Features
//! - `serde` (off by default) implements `Serialize` and `Deserialize` for dates, intervals, indexes, relations, [`fold::Folder`], and enumerations such as name
//!   forms and entity classes.
//!
//! # Limits
//! - A text has fewer than [`Span::MAX`] bytes, that is, less than 4 GiB.
//! - Dates are Gregorian, in the years 1 to 9999.

mod actor;
mod amount;
mod catalog;
mod chars;
mod class;
mod clause;
mod date;
mod document;
mod event;
pub mod fold;
mod index;
mod instrument;
#[doc(hidden)]
pub mod key;
mod local_name;
mod meeting;
mod mention;
mod part;
mod participant;
mod point;
mod record;
mod relation;
mod segment;
mod span;
mod structure;
mod time;
mod token;
mod topic;
mod warning;

pub use actor::{Actor, ActorCue, ActorKind};
pub use amount::{Amount, AmountKind, Bound};
pub use catalog::{Catalog, EntityInfo, Reference};
pub use chars::CharIndex;
pub use class::{EntityClass, UnknownClass};
pub use clause::{Clause, ClauseKind, Clauses, Lemmas, Phrase, PhraseKind, PrepositionalPhrase, Tense};
pub use date::{Date, DateError, Interval};
pub use document::{DateSource, DateText, Document, Metadata};
pub use event::{DatedBy, Event, Modality, UnknownModality};
pub use index::{BlockIx, EntityIx, MentionIx, NameIx, SectionIx, SentenceIx, TokenRange};
pub use instrument::{DateRole, Instrument, InstrumentMention};
pub use local_name::{LocalMention, LocalName};
pub use meeting::Meeting;
pub use mention::{Form, Mention, Rejection, RejectionReason};
pub use part::{DocumentType, Part};
pub use participant::{Participant, ParticipantKind, Role};
pub use point::{Point, PointKind};
pub use record::{Origin, Record};
pub use relation::{Relation, RelationKind};
pub use segment::{PlainBreaker, WordBreaker};
pub use span::Span;
pub use structure::{Block, BlockKind, BlockMark, Page, Section, Sentence};
pub use time::{TimeExpression, TimexType};
pub use token::{Casing, Gap, Token, TokenKind, joined_key, token_from};
pub use topic::{Scope, Topic};
pub use warning::Warning;
