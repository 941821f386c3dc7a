//! Finds phrases and clauses in English sentences with rules, without a full parser or a machine-learned model.
//!
//! [`ClauseReader`] fills the layer [`chancery_text::Clauses`] of a document that has tokens and sentences. The crate contains no words and no rules: the caller
//! passes them to a [`ClauseReaderBuilder`].
//!
//! The analysis has three steps:
//!
//! 1. Choose a class, such as noun or verb, for each word. A lexicon gives the possible classes of the word, called its *readings*. Rules then choose one of
//!    them by looking at the surrounding words.
//! 2. Group the words into noun phrases and verb groups.
//! 3. Assemble these phrases and groups into clauses, from left to right.
//!
//! # Terms
//! - The *head* of a phrase or verb group is its main word.
//! - A *lemma* is the dictionary form of a word ("sign" for "signed").
//! - A *finite* clause has a tense or a modal verb. Infinitives, -ing clauses and participle clauses are not finite.
//! - A *content clause* is a that-clause, with or without "that", or an indirect question.
//! - *Conjuncts* are phrases that a conjunction such as "and" joins. Such phrases are *coordinated*.
//! - An *antecedent* is the phrase to which a relative pronoun refers ("the treaty" in "the treaty which Kenya signed").
//! - An *apposition* is a phrase that describes the phrase before it ("Smith, the minister").

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
