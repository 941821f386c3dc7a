//! A rule-based shallow analysis of English sentences, without a parser or a model.
//!
//! [`ClauseReader`] fills the layer [`chancery_text::Clauses`] of a document that has tokens and sentences. The crate contains no word lists: they are passed to a
//! [`ClauseReaderBuilder`].
//!
//! The analysis has three steps. A lexicon gives the possible classes of each word, such as noun or verb; rules then choose one of these classes by looking at the
//! surrounding words. The words are grouped into noun phrases and verb groups. Finally, these are assembled into clauses, from left to right.

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
