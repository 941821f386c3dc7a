//! A shallow reading of English sentences by rule, without a parser or a model.
//!
//! [`ClauseReader`] fills the layer [`chancery_text::Clauses`] of a document that has tokens and sentences. It holds no words itself: a [`ClauseReaderBuilder`] takes them from data.
//!
//! A lexicon gives the possible classes of each word; rules on the words around choose one; phrases and verb groups are put together from left to right.

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

/// The example of the README is a test.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
