//! Sections, paragraphs, headings, list items, sentences and tokens of a text.
//!
//! Words follow [UAX #29](https://www.unicode.org/reports/tr29/) (by `unicode-segmentation`, with a fast path for ASCII that gives the same), with
//! these deviations:
//!
//! 1. Blanks are in no token; each token says what [gap](chancery_text::Gap) stands before it.
//! 2. A period belongs to the word before it where that is an abbreviation of the [`Language`], an acronym with inner periods
//!    ("U.S.") or a single capital ("J.", not "I.").
//! 3. A period or colon inside a word divides it where a capital follows more than one letter ("peace.The"), a colon always.
//! 4. Runs of periods, of hyphens, of exclamation and question marks, of asterisks and of some other marks are one token ("...", "--", "?!").
//! 5. A time of day is one token ("4:00").
//! 6. Web and mail addresses are one token; "#" belongs to the word behind it.
//!
//! Sentences are cut inside blocks, after hard-wrapped lines have been joined. A heading is a sentence of its own, and the marker of a
//! numbered paragraph belongs to its first sentence.
//!
//! ```
//! use chancery_text::Document;
//! use chancery_tokenizer::{AbbreviationClass, Language, Tokenizer};
//!
//! let language = Language::default().abbreviation("H.E.", AbbreviationClass::Title).abbreviation("Mr.", AbbreviationClass::Title);
//! let tokenizer = Tokenizer::new(language);
//! let mut doc = Document::new("1", "12. H.E. Mr. Sadyr spoke of co-\noperation. The U.S. Government\nagreed.");
//! tokenizer.run(&mut doc);
//! let sentences: Vec<&str> = doc.sentences.iter().map(|s| doc.slice(s.span)).collect();
//! assert_eq!(sentences, ["12. H.E. Mr. Sadyr spoke of co-\noperation.", "The U.S. Government\nagreed."]);
//! assert_eq!(doc.slice(doc.blocks[0].marker.unwrap()), "12.");
//! ```

mod language;
mod layout;
mod sentences;
mod tokenizer;
mod words;

pub use language::{AbbreviationClass, Language};
pub use tokenizer::Tokenizer;
