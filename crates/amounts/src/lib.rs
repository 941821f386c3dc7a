//! Finds sums of money, shares and quantities with a unit.
//!
//! An amount begins at a number, in digits or in words (`number`). It needs a currency, a unit, or a word for a share (`amount`): a number alone is none. The crate
//! knows no word of any language: an [`AmountFinderBuilder`] is given the words of each [`Meaning`].

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
