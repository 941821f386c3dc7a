//! Converts dictionaries of other text-analysis tools to Chancery's data files: topics, names and frames.
//!
//! A *frame* is an entry of the data files that says which event a verb stands for, and which parts of the clause are the source and the target of the event.
//!
//! The crate works on text in memory. It does not open files or apply a dictionary to a text, and
//! it does not depend on the other Chancery crates.
//!
//! # Example
//! ```
//! use chancery_import::{Format, Options, TopicsOptions};
//!
//! let liwc = "%\n1\ttrade\n2\tsecurity\n%\ntariff*\t1\ncounter-terror*\t2\ncustoms union\t1\n";
//! let dictionary = Format::Liwc.read(liwc, &Options::default())?;
//! assert_eq!(dictionary.categories.len(), 2);
//!
//! let file = dictionary.to_topics(&TopicsOptions::default());
//! assert!(file.contains("id     = \"trade\"") && file.contains("\"tariff*\""));
//! # Ok::<(), chancery_import::Error>(())
//! ```
//!
//! # Main types
//! - [`Format`] is a dictionary format. Its method `read` reads a dictionary. `FromStr` converts
//!   the name of a format to the format, and `TryFrom<&Path>` chooses a format by the extension of
//!   a file name.
//! - [`Dictionary`] is the result of reading a dictionary in any format. It contains a tree of
//!   [`Category`]s with their [`Term`]s, and a [`Note`] for everything that was skipped or whose
//!   meaning was changed.
//! - [`Dictionary::to_topics`] writes a dictionary as a topics file. [`TopicsOptions`] determine
//!   what the file contains.
//!
//! # Formats
//! | format | file extensions | source of the description |
//! |---|---|---|
//! | LIWC 2001, 2007, 2015 | `.dic` | the LIWC manuals |
//! | Lexicoder 3 | `.lc3` | the Lexicoder readme |
//! | Lexicoder 2, Yoshikoder | `.lcd`, `.ykd` | none; inferred from published files |
//! | quanteda, newsmap | `.yml`, `.yaml` | the reference of quanteda's `dictionary()` |
//! | WordStat | `.cat` | none; inferred from published files |
//!
//! # Names
//! [`NamesFormat`] reads names and their entities from tables with named columns, spaCy patterns, PETRARCH actors, GATE lists, newsmap dictionaries, SKOS
//! thesauri, results of Wikidata queries, GeoNames dumps, and Linked Places. The result, [`Names`], contains a [`Note`] for everything that was left out.
//!
//! # Verbs
//! [`VerbDictionary::petrarch`] reads the verb dictionaries of PETRARCH and PETRARCH 2, two programs that find events in texts, and converts their patterns
//! to frames. For this conversion, the caller provides a [`Lexicon`], which answers questions about the language, such as whether a word is a preposition.
//!
//! # Features
//! The crate has no optional features.
//!
//! # Limits
//! - Topics files have only one wildcard, a `*` at the end of a word. A pattern with any other
//!   wildcard is skipped with a note.
//! - LIWC's conditional categories and WordStat's proximity rules are skipped with a note.
//! - Maps and lists in a quanteda file may be nested at most 64 levels deep, and a line may be
//!   indented by at most 256 characters.
//!
//! # Adding a format
//! To add a dictionary format, write its reader in `src/format/`, add it to the list of formats in
//! `src/format/mod.rs`, and add it to the `--format` values of the command in
//! `crates/cli/src/args.rs`.

mod dictionary;
mod error;
mod format;
mod names;
mod options;
mod pattern;
mod text;
mod topics;
mod verbs;

pub use dictionary::{Category, Dictionary, Note, Term};
pub use error::{Error, ErrorKind, UnknownFormat};
pub use format::Format;
pub use names::{COLUMNS, NameEntry, NameForm, Names, NamesFormat, NamesOptions, Target};
pub use options::Options;
pub use topics::TopicsOptions;
pub use verbs::{Lexicon, VerbDictionary, VerbFrame};
