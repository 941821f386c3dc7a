//! A rule-based shallow analysis of English sentences, without a full parser or a machine-learned model.
//!
//! [`ClauseReader`] fills the layer [`chancery_text::Clauses`] of a document that has tokens and sentences. The crate contains no word lists: they are passed to a
//! [`ClauseReaderBuilder`].
//!
//! The analysis has three steps. First, a lexicon gives the possible classes of each word, such as noun or verb; rules then choose one of these classes by looking
//! at the surrounding words. Then, the words are grouped into noun phrases and verb groups. Finally, these phrases and groups are assembled into clauses, from
//! left to right.
//!
//! Some terms in this crate come from grammar. The head of a phrase or verb group is its main word. A finite clause has a tense or a modal verb;
//! infinitives, -ing clauses and participle clauses are not finite. A conjunct is one of the phrases that "and" joins. An antecedent is the phrase to
//! which a relative pronoun refers. An apposition is a phrase that describes the phrase before it ("Smith, the minister").

mod assemble;
mod cell;
mod chunk;
mod class;
mod common;
mod entry;
mod error;
mod lexicon;
mod lists;
mod noun_phrase;
mod reader;
mod rules;
mod table;
mod tables;
mod tag;
mod verb_group;

pub use class::Classes;
pub use error::BuildError;
pub use lists::WordList;
pub use reader::{ClauseReader, ClauseReaderBuilder, Scratch};

/// Tests the example in the README.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
