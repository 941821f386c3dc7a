//! Finds sums of money, shares, and quantities with a unit.
//!
//! An amount consists of two parts: a number, written in digits or as words, and a currency, a unit, or a word for a share ("per cent"). A bare number is not
//! an amount.
//!
//! The crate contains no words of any language. The caller adds the words for each [`Meaning`] to an [`AmountFinderBuilder`], which builds an [`AmountFinder`].
//! [`AmountFinder::run`] fills the layer [`amounts`](chancery_text::Document::amounts) of a document.
//!
//! The module `number` reads numbers, and the module `amount` reads the words around them.

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
