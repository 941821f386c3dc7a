//! Dates in tokenised text, as TIMEX3 values with begin and end.
//!
//! So far absolute dates are found: day, month and year in the usual orders, month and year, ISO 8601, and the Chinese form. Words come as data
//! ([`Calendar`]); a number beside no month is never a date here. Relative and anaphoric expressions, periods, ranges, durations and sets have their
//! types in [`chancery_text`] and are not found yet.
//!
//! ```
//! use chancery_temporal::Calendar;
//! use chancery_text::{Document, PlainBreaker, WordBreaker};
//!
//! let calendar = Calendar::default().month("June", 6).ordinal("th");
//! let mut doc = Document::new("1", "Founded in Shanghai on 15 June 2001; the Charter followed in June 2002.");
//! let mut tokens = Vec::new();
//! PlainBreaker.break_words(doc.text(), &mut tokens);
//! doc.tokens = tokens;
//! calendar.run(&mut doc);
//! let found: Vec<_> = doc.times.iter().map(|t| (doc.slice(t.span), t.value.as_str())).collect();
//! assert_eq!(found, [("15 June 2001", "2001-06-15"), ("June 2002", "2002-06")]);
//! ```

mod calendar;
mod find;

pub use calendar::Calendar;
