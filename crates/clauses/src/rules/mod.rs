//! Rules that choose among the classes of a word by looking at the words around it.

mod block;
mod parse;
mod rule;
mod set;

pub(crate) use block::Block;
pub(crate) use parse::{Parsed, parse};
pub(crate) use rule::Rule;
