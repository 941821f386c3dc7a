//! Reads the dictionaries of other tools and writes them as Chancery's data files.
//!
//! It works on text in memory and knows neither files nor the engines. Every reader gives a [`Dictionary`]: categories in a tree, their terms, and
//! notes on what was left out or understood in another way, each with its line. [`Dictionary::to_topics`] writes it as a topics file.
//!
//! ```
//! use chancery_import::{Format, Options, Topics};
//!
//! let liwc = "%\n1\ttrade\n2\tsecurity\n%\ntariff*\t1\ncounter-terror*\t2\ncustoms union\t1\n";
//! let dictionary = Format::Liwc.read(liwc, &Options::default()).unwrap();
//! assert_eq!(dictionary.categories.len(), 2);
//! let file = dictionary.to_topics(&Topics::default());
//! assert!(file.contains("id     = \"trade\"") && file.contains("\"tariff*\""));
//! ```
//!
//! # Formats
//! | format | files | source of the description |
//! |---|---|---|
//! | LIWC | `.dic` of 2001, 2007, 2015 | its manuals |
//! | Lexicoder 3 | `.lc3` | its readme |
//! | Lexicoder 2, Yoshikoder | `.lcd`, `.ykd` | their files |
//! | quanteda, newsmap | `.yml`, `.yaml` | quanteda's `dictionary()` |
//! | WordStat | `.cat` | its files |

mod dictionary;
mod lexicoder;
mod liwc;
mod quanteda;
mod topics;
mod wordstat;
mod xml;

pub use dictionary::{Category, Dictionary, Note, Term};
pub use topics::Topics;

/// A format of another tool.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Format {
    /// LIWC 2001 to 2015 (`.dic`).
    Liwc,
    /// Lexicoder 3 (`.lc3`).
    Lexicoder,
    /// Lexicoder 2 and Yoshikoder (`.lcd`, `.ykd`).
    Yoshikoder,
    /// quanteda and newsmap (`.yml`).
    Quanteda,
    /// WordStat (`.cat`).
    Wordstat,
}

/// How to read where a format leaves it open.
#[derive(Clone, Copy, Debug, Default)]
#[non_exhaustive]
pub struct Options {
    /// Takes patterns without wildcards as whole words also in Lexicoder files and in Yoshikoder files with `patternengine="substring"`, where they stand for all
    /// words that begin so.
    pub whole_words: bool,
}

impl Options {
    /// Sets [`Options::whole_words`].
    #[must_use]
    pub const fn with_whole_words(mut self, whole_words: bool) -> Self {
        self.whole_words = whole_words;
        self
    }
}

/// A file that is not of its format at all.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {reason}")]
pub struct Error {
    /// The line, from 1.
    pub line: usize,
    /// What is wrong, in words for people.
    pub reason: String,
}

impl Format {
    /// The format that files with this ending have (without the dot, in any case).
    #[must_use]
    pub fn of_ending(ending: &str) -> Option<Self> {
        Some(match ending.to_ascii_lowercase().as_str() {
            "dic" => Self::Liwc,
            "lc3" => Self::Lexicoder,
            "lcd" | "ykd" => Self::Yoshikoder,
            "yml" | "yaml" => Self::Quanteda,
            "cat" => Self::Wordstat,
            _ => return None,
        })
    }

    /// Reads a dictionary. A byte order mark and line ends of any kind are fine.
    ///
    /// # Errors
    /// If the text is not of this format, or has no term at all. Single bad lines are [`Note`]s.
    pub fn read(self, text: &str, options: &Options) -> Result<Dictionary, Error> {
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        let dictionary = match self {
            Self::Liwc => liwc::read(text)?,
            Self::Lexicoder => lexicoder::read(text, options)?,
            Self::Yoshikoder => xml::read(text, options)?,
            Self::Quanteda => quanteda::read(text)?,
            Self::Wordstat => wordstat::read(text)?,
        };
        if dictionary.term_count() == 0 {
            let reason = "there is not one term in it; is this the right format?".to_owned();
            return Err(Error { line: text.lines().count().max(1), reason });
        }
        Ok(dictionary)
    }
}
