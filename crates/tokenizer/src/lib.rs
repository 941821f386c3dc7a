//! Splits a text into tokens, sentences, paragraphs, headings, list items and sections, and finds points.
//!
//! A *point* is an item of an enumeration ("First, … Second, …", "(a) … (b) …"). A *block* is a paragraph, heading or list item.
//!
//! A [`Tokenizer`] fills the layers of a [`Document`](chancery_text::Document) in one call. It handles fixed line breaks, numbered paragraphs, and texts in
//! several languages at once. The crate contains no words of any language: abbreviations, words that often begin a sentence and words that begin headings are
//! added with a [`LanguageBuilder`].
//!
//! The tokenizer does not change the text, and does not read files or markup. It does not determine the parts of speech or the lemmas (dictionary forms) of
//! words.
//!
//! ```
//! use chancery_text::Document;
//! use chancery_tokenizer::{AbbreviationClass, Language, Tokenizer};
//!
//! let language = Language::builder().abbreviation("H.E.", AbbreviationClass::Title).abbreviation("Mr.", AbbreviationClass::Title).build()?;
//! let tokenizer = Tokenizer::new(language);
//! let mut doc = Document::new("1", "12. H.E. Mr. Sadyr spoke of co-\noperation. The U.S. Government\nagreed.");
//! tokenizer.run(&mut doc);
//! let sentences: Vec<&str> = doc.sentences.iter().map(|s| doc.slice(s.span)).collect();
//! assert_eq!(sentences, ["12. H.E. Mr. Sadyr spoke of co-\noperation.", "The U.S. Government\nagreed."]);
//! assert_eq!(doc.slice(doc.blocks[0].marker.unwrap()), "12.");
//! # Ok::<(), chancery_tokenizer::BuildError>(())
//! ```
//!
//! # Main types
//! - [`LanguageBuilder`] collects the words of one or several languages, such as abbreviations with their [`AbbreviationClass`], and builds a [`Language`].
//! - [`Tokenizer::run`] fills the layers `tokens`, `blocks`, `sections`, `sentences` and `points`. A tokenizer is also a
//!   [`WordBreaker`](chancery_text::WordBreaker).
//!
//! # Tokens
//! Text is split into words as in [UAX #29](https://www.unicode.org/reports/tr29/), by the crate `unicode-segmentation` or, for ASCII text, by faster code that
//! gives the same result. The exceptions are:
//!
//! 1. No token contains white space. Each token records the [gap](chancery_text::Gap) before it.
//! 2. A period belongs to the word before it if that word is an abbreviation of the [`Language`], an acronym with inner periods ("U.S.") or a single capital letter
//!    ("J."). "I" is an exception: it keeps its period only after a name.
//! 3. A period inside a word splits the word if more than one letter precedes it and a capital follows it ("peace.The"). A colon inside a word always splits it.
//! 4. A sequence of equal marks is one token ("...", "--"). This applies to `.` `-` `*` `=` `~` `+` `#` `<` `>` `_` and `'`. A sequence of exclamation and
//!    question marks is also one token ("?!").
//! 5. A time of day is one token ("4:00").
//! 6. A web or mail address is one token. "#" belongs to the word after it.
//!
//! # Sentences
//! Sentences are found within blocks. A sentence may continue over line breaks, but not over the end of a block. A heading is one sentence. The marker of a
//! numbered paragraph belongs to the first sentence of the paragraph. A period before a word in lower case normally does not end a sentence, unless the word
//! was added with [`LanguageBuilder::lower_case_opener`].
//!
//! # Features
//! None.
//!
//! # Limits
//! The tokenizer makes one pass over the text and one pass over the tokens. Time and memory are linear in the length of the text. A text must be smaller than 4
//! GiB. Text in scripts without spaces between words is split into characters.

mod abbreviation;
mod builder;
mod error;
mod language;
mod layout;
mod phrases;
mod points;
mod sentences;
mod tokenizer;
mod words;

pub use abbreviation::AbbreviationClass;
pub use builder::LanguageBuilder;
pub use error::{BuildError, UnknownClass};
pub use language::Language;
pub use tokenizer::Tokenizer;
