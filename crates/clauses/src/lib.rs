//! A rule-based shallow analysis of English sentences, without a parser or a model.
//!
//! [`ClauseReader`] fills the layer [`chancery_text::Clauses`] of a document that has tokens and sentences. The crate contains no word lists: a [`ClauseReaderBuilder`]
//! takes them from data.
//!
//! A lexicon gives the possible classes of each word. Rules choose one of these classes by looking at the surrounding words. The words are then grouped into phrases and
//! verb groups, and these into clauses, from left to right.

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

/// Tests the example of the README.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct Readme;
