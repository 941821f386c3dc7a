//! Expressions of time in tokenised text, as TIMEX3 values with begin and end.
//!
//! Words and rules come as data ([`CalendarBuilder`]). A rule is a pattern over tokens and a way to make a value of what the pattern has filled:
//!
//! | in a pattern | stands for |
//! |---|---|
//! | `word` | that word, in any case |
//! | `$class` | a word of the class; it fills the [`Slot`] of that name |
//! | `$class:slot` | the same, filling another slot |
//! | `$int`, `$year`, `$day`, `$count`, `$decade`, `$clock` | whole numbers in digits or words (slot `number`), years, days of the month, numbers in order (slot `ordinal`), decades ("1990s"), times of day ("4:30") |
//! | `a\|b` | one or the other |
//! | `x?` | x or nothing |
//! | `~x` | x without a blank before it |
//! | `^x` | x is what the pattern is looked for by (without one: the part that looks rarest) |
//! | `<x>`, `<!x>` | x must, or must not, stand there, and is no part of the expression; first or last in a pattern |
//!
//! Patterns match over line breaks and not over empty lines. All rules are tried where the rarest word they need stands; the leftmost, then the longest
//! match counts.
//!
//! ```
//! use chancery_temporal::{CalendarBuilder, Make, Rule};
//! use chancery_text::{Document, PlainBreaker, WordBreaker};
//!
//! let mut builder = CalendarBuilder::new();
//! builder.word("month", "June", "6");
//! builder.rule(Rule::new("day-month-year", "$day $month $year", Make::Date));
//! builder.rule(Rule::new("month-year", "$month $year", Make::Date));
//! let calendar = builder.build().unwrap();
//! let mut doc = Document::new("1", "Founded in Shanghai on 15 June 2001; the Charter followed in June 2002.");
//! let mut tokens = Vec::new();
//! PlainBreaker.break_words(doc.text(), &mut tokens);
//! doc.tokens = tokens;
//! calendar.run(&mut doc);
//! let found: Vec<_> = doc.times.iter().map(|t| (doc.slice(t.span), t.value.as_str())).collect();
//! assert_eq!(found, [("15 June 2001", "2001-06-15"), ("June 2002", "2002-06")]);
//! ```

mod civil;
mod find;
mod pattern;
mod rule;
mod slot;
mod temporal_tagger;
mod value;
mod word_class_index;
mod words;

pub use rule::{Normalizer, Rule};
pub use slot::Slot;
pub use temporal_tagger::{CalendarBuilder, RuleError, TemporalTagger};
