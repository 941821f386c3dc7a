//! Finds sums of money, shares, and quantities with a unit.
//!
//! An amount contains a number, in digits or in words (module `number`), together with a currency, a unit, or a word for a share (module `amount`). A bare
//! number is not an amount. The crate contains no words of any language. An [`AmountFinderBuilder`] takes the words for each [`Meaning`].

mod amount;
mod builder;
mod events;
mod finder;
mod meaning;
mod number;
mod tables;
mod view;

pub use builder::AmountFinderBuilder;
pub use finder::AmountFinder;
pub use meaning::Meaning;
