//! A shallow reading of English sentences by rule, without a parser or a model.
//!
//! A lexicon gives the possible classes of each word; rules on the words around choose one; phrases and verb groups are put together from left to right.

mod assemble;
mod chunk;
mod class;
mod error;
mod lexicon;
mod lists;
mod reader;
mod rules;
mod tables;
mod tag;

pub use class::Classes;
pub use error::BuildError;
pub use lists::WordList;
pub use reader::{ClauseReader, ClauseReaderBuilder, Scratch};
