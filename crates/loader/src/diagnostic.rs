//! Errors and warnings about data files.

use crate::codes::{Code, Severity};
use crate::files::File;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeSet, HashMap};
use std::fmt;
use unicode_normalization::UnicodeNormalization;

/// A problem in a data file, with its position, an explanation, and help for correcting it.
///
/// `Display` writes several lines. The first contains the position, the severity, the code and the message. The others show the line of the file with a caret
/// below the position, and the help.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Diagnostic {
    /// The kind of problem.
    pub code: Code,
    /// The path of the file. For embedded files, this is the path inside the data folder. For other files, it is a path that the user can open.
    pub file: String,
    /// Line number, counted from 1.
    pub line: usize,
    /// Column in characters, counted from 1.
    pub column: usize,
    /// Length of the marked text in characters, at least 1. The marked text never extends beyond the end of the line.
    pub width: usize,
    /// Explains what is wrong.
    pub message: String,
    /// Explains how to correct the problem. May be empty.
    pub help: String,
    /// The whole line of the file that contains the problem.
    pub excerpt: String,
    /// A change that corrects the problem, or `None` if the user must decide how to correct it.
    pub fix: Option<Fix>,
}

/// A change to a data file that corrects a problem.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub enum Fix {
    /// Replaces the bytes of the file from `start` up to but not including `end` with `text`.
    Edit {
        /// The first byte to replace.
        start: usize,
        /// The byte after the last one to replace.
        end: usize,
        /// The new text.
        text: String,
    },
    /// Moves the file to another path.
    Rename {
        /// The new path of the file.
        to: String,
    },
}

/// The kind of correction that a problem needs. [`fix`] converts it into a change to the file.
#[derive(Clone, Debug)]
pub(crate) enum Cure {
    /// Replaces the text at the position with this text.
    Replace(String),
    /// Converts the text at the position to Unicode normalization form C.
    Normalize,
    /// Removes the list item at the position, with its comma.
    RemoveItem,
    /// Moves the file to this path inside its data folder.
    Move(String),
}

impl Diagnostic {
    /// Returns the severity: error or warning.
    #[must_use]
    pub const fn severity(&self) -> Severity {
        self.code.severity()
    }

    /// Returns `true` if the diagnostic is an error, and `false` if it is a warning.
    #[must_use]
    pub fn is_error(&self) -> bool {
        self.severity() == Severity::Error
    }
}

/// Maximum length of the printed excerpt, in characters.
const EXCERPT: usize = 160;

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}:{}: {}[{}]: {}", self.file, self.line, self.column, self.severity().as_str(), self.code, self.message)?;
        if !self.excerpt.is_empty() {
            let number = self.line.to_string();
            let excerpt: String = self.excerpt.chars().take(EXCERPT).collect();
            write!(f, "\n {number} | {excerpt}")?;
            if self.column <= EXCERPT {
                write!(f, "\n {:width$} | {:>column$}", "", "^", width = number.len(), column = self.column)?;
            }
        }
        if !self.help.is_empty() {
            write!(f, "\n   = help: {}", self.help)?;
        }
        Ok(())
    }
}

/// A position in a file: the index of the file, and a half-open range of bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Position {
    pub(crate) file: u32,
    pub(crate) byte: u32,
    pub(crate) end: u32,
}

impl Position {
    /// Returns the position of the beginning of a file, given the index of the file.
    pub(crate) fn start_of(file: usize) -> Self {
        Self { file: file as u32, ..Self::default() }
    }
}

/// A diagnostic whose line is not known yet.
#[derive(Debug)]
struct Found {
    code: Code,
    at: Position,
    message: String,
    help: String,
    cure: Option<Cure>,
}

/// Collects diagnostics while data files are read.
#[derive(Debug, Default)]
pub(crate) struct Diagnostics {
    found: Vec<Found>,
}

impl Diagnostics {
    /// Adds a diagnostic.
    pub(crate) fn add(&mut self, code: Code, at: Position, message: impl Into<String>, help: impl Into<String>) {
        self.found.push(Found { code, at, message: message.into(), help: help.into(), cure: None });
    }

    /// Adds the diagnostics that another thread has collected.
    pub(crate) fn append(&mut self, mut other: Self) {
        self.found.append(&mut other.found);
    }

    /// Records how to correct the problem that was added last.
    pub(crate) fn cure(&mut self, cure: Cure) {
        if let Some(last) = self.found.last_mut() {
            last.cure = Some(cure);
        }
    }

    /// Returns all diagnostics, sorted by position and without duplicates.
    pub(crate) fn finish(self, files: &[File]) -> Vec<Diagnostic> {
        // If a TOML file has a syntax error, only part of its content is known. Its other problems are reported only when the syntax is correct.
        let toml = |file: u32| files.get(file as usize).is_some_and(|file| file.path.ends_with(".toml"));
        let broken: BTreeSet<u32> =
            self.found.iter().filter(|found| found.code == Code::Syntax).map(|found| found.at.file).filter(|file| toml(*file)).collect();
        let mut breaks: HashMap<u32, Vec<usize>> = HashMap::new();
        let mut list: Vec<Diagnostic> = Vec::with_capacity(self.found.len());
        let empty = File::default();
        for found in self.found.into_iter().filter(|found| found.code == Code::Syntax || !broken.contains(&found.at.file)) {
            let file = files.get(found.at.file as usize).unwrap_or(&empty);
            // A large file may have many warnings, so its lines are counted only once.
            let breaks = breaks.entry(found.at.file).or_insert_with(|| file.text.match_indices('\n').map(|(byte, _)| byte).collect());
            list.push(located(file, breaks, found));
        }
        list.sort_by(|a, b| (&a.file, a.line, a.column, a.code).cmp(&(&b.file, b.line, b.column, b.code)));
        list.dedup();
        list
    }
}

/// Converts a problem into a diagnostic with line, column and excerpt. `breaks` contains the byte offsets of the line breaks of the file.
fn located(file: &File, breaks: &[usize], found: Found) -> Diagnostic {
    let Found { code, at, message, help, cure } = found;
    let byte = boundary(&file.text, at.byte);
    let before = breaks.partition_point(|&end| end < byte);
    let start = before.checked_sub(1).map_or(0, |last| breaks[last] + 1);
    let line = before + 1;
    let column = file.text[start..byte].chars().count() + 1;
    let excerpt = file.text[start..].lines().next().unwrap_or_default().to_owned();
    let end = boundary(&file.text, at.end).max(byte);
    let width = file.text[byte..end].lines().next().unwrap_or_default().chars().count().max(1);
    let fix = cure.and_then(|cure| fix(file, byte, end, cure));
    Diagnostic { code, file: file.path.clone(), line, column, width, message, help, excerpt, fix }
}

/// Returns the change that corrects the problem in the bytes from `start` up to but not including `end`. Returns `None` if there is
/// nothing to change.
fn fix(file: &File, start: usize, end: usize, cure: Cure) -> Option<Fix> {
    let old = &file.text[start..end];
    match cure {
        Cure::Move(inner) => file.path.strip_suffix(&file.inner).map(|folder| Fix::Rename { to: format!("{folder}{inner}") }),
        // A diagnostic about a line of a JSONL file has no marked text that could be corrected.
        _ if old.is_empty() => None,
        Cure::Replace(text) => {
            let quote = old.chars().next().filter(|c| matches!(c, '"' | '\'')).map(String::from).unwrap_or_default();
            Some(Fix::Edit { start, end, text: format!("{quote}{text}{quote}") })
        }
        // Characters that are written as escapes are not converted.
        Cure::Normalize => Some(old.nfc().collect()).filter(|text: &String| text != old).map(|text| Fix::Edit { start, end, text }),
        Cure::RemoveItem => {
            let after = &file.text[end..];
            let comma = after.trim_start().strip_prefix(',').map(|rest| file.text.len() - rest.trim_start_matches([' ', '\t']).len());
            let before = file.text[..start].trim_end();
            match comma {
                Some(end) => Some(Fix::Edit { start, end, text: String::new() }),
                None => before.strip_suffix(',').map(|kept| Fix::Edit { start: kept.len(), end, text: String::new() }),
            }
        }
    }
}

/// Returns the last character boundary at or before a byte offset.
fn boundary(text: &str, byte: u32) -> usize {
    let mut byte = (byte as usize).min(text.len());
    while !text.is_char_boundary(byte) {
        byte -= 1;
    }
    byte
}
