//! Rules that choose one of the possible classes of a word by looking at the surrounding words.

mod block;
mod parse;
mod rule;
mod set;

pub(crate) use block::Block;
pub(crate) use parse::{Parsed, parse};
pub(crate) use rule::Rule;
