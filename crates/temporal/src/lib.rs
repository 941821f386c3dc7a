//! Finds time expressions in tokenised text, and computes the TIMEX3 value, the first day and the last day of each expression. TIMEX3 is a standard notation
//! for dates and times.
//!
//! A [`TemporalTagger`] finds dates, times of day, durations and recurring times ("15 June 2001", "last week", "two years", "every Monday"). Values of relative
//! expressions are computed from the document's date and from dates that the text gives before the expression. The crate contains no words of any language: the
//! caller adds words and rules with a [`TemporalTaggerBuilder`].
//!
//! The span of an expression is a half-open range of byte offsets into the source text. The tagger does not split text into tokens and sentences, does not read
//! files, and does not determine which event happened at which time.
//!
//! ```
//! use chancery_temporal::{Normalizer, Rule, TemporalTagger};
//! use chancery_text::{Document, PlainBreaker, WordBreaker};
//!
//! let tagger = TemporalTagger::builder()
//!     .word("month", "June", 6)
//!     .rule(Rule::new("day-month-year", "$day $month $year", Normalizer::Date))
//!     .rule(Rule::new("month-year", "$month $year", Normalizer::Date))
//!     .build()?;
//! let mut doc = Document::new("1", "Founded in Shanghai on 15 June 2001; the Charter followed in June 2002.");
//! let mut tokens = Vec::new();
//! PlainBreaker.break_words(doc.text(), &mut tokens);
//! doc.tokens = tokens;
//! tagger.run(&mut doc);
//! let found: Vec<_> = doc.times.iter().map(|time| (doc.slice(time.span), time.value.as_str())).collect();
//! assert_eq!(found, [("15 June 2001", "2001-06-15"), ("June 2002", "2002-06")]);
//! # Ok::<(), chancery_temporal::BuildError>(())
//! ```
//!
//! # Main types
//! - [`TemporalTaggerBuilder`] collects [`Rule`]s and words. Each word has a class and a [`WordValue`].
//! - A [`Rule`] consists of a pattern and a [`Normalizer`], which computes the value from the [`Slot`]s that the pattern filled.
//! - [`TemporalTagger::run`] fills the layer `times` of a [`Document`](chancery_text::Document).
//!
//! # Patterns
//! A pattern is a list of items, separated by spaces:
//!
//! | item | matches |
//! |---|---|
//! | `word` | the word `word`, in any case |
//! | `$class` | a word of the class; fills the [`Slot`] that has the name of the class, if there is one |
//! | `$class:slot` | a word of the class; fills the given slot |
//! | `$int` | a whole number, written as digits or as words; fills `number` |
//! | `$year` | a year, written as four digits or as words; fills `year` |
//! | `$day` | a day of the month ("15", "15th"); fills `day` |
//! | `$count` | an ordinal number, written as digits or as words; fills `ordinal` |
//! | `$decade` | a decade ("1990s"); fills `decade` |
//! | `$clock` | a time of day ("4:30"); fills `hour` and `minute` |
//! | `$short` | a year written as two digits ("91"); fills `year`. It is between 80 years before and 19 years after the document's year, or between 1930 and 2029 without a date |
//! | `$numeric` | a date in digits ("25/12/1991", "2016.08.29"); fills `year`, `month` and `day` |
//! | `$stamp` | a date and time of day in digits ("2015-03-08T14:30:00Z"); fills `year`, `month` and `day` |
//! | `$round` | a number of four digits that ends in two zeros ("1900"), from 1000 to 2100 |
//! | `$plural` | a word in lower case with the ending of a plural noun |
//! | `$lower` | a word in lower case |
//! | `$possessive` | a word with a possessive ending |
//! | `a\|b` | a or b |
//! | `x?` | x, or nothing; a pattern may have at most 10 optional items |
//! | `[x y]` | x and y together, or nothing; a pattern may have at most 6 groups, and groups cannot be nested |
//! | `~x` | x without white space before it |
//! | `^x` | x, which becomes the anchor: the pattern is tried only at tokens that match its anchor. Without `^`, the anchor is the required item that is probably the rarest |
//! | `<x>`, `<!x>`, `<x?>` | context: x must be present (`<x>`), must be absent (`<!x>`) or may be present (`<x?>`) next to the expression |
//!
//! Context is not part of the expression, but fills slots that the expression leaves empty. Use context only at the start or end of a pattern.
//!
//! Some classes have a special meaning:
//!
//! - `number` and `ordinal`: numbers written as words
//! - `number_joint`: words that join the parts of a number, such as "and"
//! - `year_start`: number words that can begin a year written as words
//! - `ideograph`: Chinese characters for digits
//! - `tense`: words that indicate whether a sentence is about the past or the future. The most common values are 1 (the future), 2 (the future, unless another
//!   word of the sentence indicates the past) and -1 (the past)
//! - `joint`: words between the parts of a range or list of dates. The value is 2 for a word that joins the parts of a range ("to"), 1 for a word that joins
//!   the parts of a list ("or"), 3 for a word that begins a range after a year ("from"), and 0 for other words that may stand between the parts, such as
//!   articles
//! - `not_plural`: words that `$plural` does not match
//!
//! Patterns match across line breaks, but not across empty lines. A rule is tried only at tokens that match the anchor of its pattern. If matches overlap, the
//! match that begins first is kept. If several matches begin at the same token, the longest one is kept.
//!
//! # Features
//! This crate has no optional features.
//!
//! # Limits
//! Values range over the years 1 to 9999. A year that is written in four digits is recognised from 1000 to 2199, and a year that is written as words from 1500
//! to 2199. Only the Gregorian calendar is supported. Time zones are not read.

mod anchoring;
mod builder;
mod by_word;
mod candidates;
mod civil;
mod date_order;
mod dates;
mod error;
mod ideographs;
mod mask;
mod matcher;
mod normalized;
mod numerals;
mod numeric;
mod parse;
mod pattern;
mod periods;
mod rule;
mod select;
mod share;
mod slot;
mod spelled;
mod tables;
mod temporal_tagger;
mod tense;
mod token_view;
mod unit;
mod value;
mod word;
mod word_class_cache;
mod word_class_index;
mod words;

pub use builder::TemporalTaggerBuilder;
pub use date_order::DateOrder;
pub use error::{BuildError, UnknownName};
pub use rule::{Normalizer, Rule};
pub use slot::Slot;
pub use temporal_tagger::TemporalTagger;
pub use unit::WordValue;
