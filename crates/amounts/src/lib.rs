//! Finds sums of money, shares, and quantities with a unit.
//!
//! An amount consists of two parts: a number, written in digits or as words, and a currency, a unit, or a word for a share ("per cent"). A
//! bare number is not an amount. The module `number` reads numbers, and the module `amount` reads the words around them. The crate
//! contains no words of any language. An [`AmountFinderBuilder`] takes the words for each [`Meaning`].

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
