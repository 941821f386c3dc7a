//! Errors and warnings about data files.

use crate::codes::{Code, Severity};
use crate::files::File;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::fmt;

/// A problem in a data file: where it is, what is wrong, and how to correct it.
///
/// `Display` writes several lines: position, code and message; the line of the file with a caret below the position; and the help.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Diagnostic {
    /// The kind of problem.
    pub code: Code,
    /// The file. For embedded files this is the path inside the data folder, for other files the path that the user can open.
    pub file: String,
    /// Line number, counted from 1.
    pub line: usize,
    /// Column in characters, counted from 1.
    pub column: usize,
    /// Length of the marked text in characters, at least 1. It never extends beyond the end of the line.
    pub width: usize,
    /// Explains what is wrong.
    pub message: String,
    /// Explains how to correct the problem; may be empty.
    pub help: String,
    /// The whole line of the file in which the problem is.
    pub excerpt: String,
}

impl Diagnostic {
    /// Returns the severity: error or warning.
    #[must_use]
    pub const fn severity(&self) -> Severity {
        self.code.severity()
    }

    /// Returns whether the diagnostic is an error, not a warning.
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

/// Collects diagnostics while data files are read.
#[derive(Debug, Default)]
pub(crate) struct Diagnostics {
    found: Vec<(Code, Position, String, String)>,
}

impl Diagnostics {
    /// Adds a diagnostic.
    pub(crate) fn add(&mut self, code: Code, at: Position, message: impl Into<String>, help: impl Into<String>) {
        self.found.push((code, at, message.into(), help.into()));
    }

    /// Returns all diagnostics, sorted by position and without duplicates.
    pub(crate) fn finish(self, files: &[File]) -> Vec<Diagnostic> {
        let mut breaks: HashMap<u32, Vec<usize>> = HashMap::new();
        let mut list: Vec<Diagnostic> = Vec::with_capacity(self.found.len());
        let empty = File::default();
        for (code, at, message, help) in self.found {
            let file = files.get(at.file as usize).unwrap_or(&empty);
            // A large file may have many warnings, so its lines are counted only once.
            let breaks = breaks.entry(at.file).or_insert_with(|| file.text.match_indices('\n').map(|(byte, _)| byte).collect());
            list.push(located(file, breaks, code, at, message, help));
        }
        list.sort_by(|a, b| (&a.file, a.line, a.column, a.code).cmp(&(&b.file, b.line, b.column, b.code)));
        list.dedup();
        list
    }
}

/// The diagnostic at a position, given the positions of the line breaks of the file.
fn located(file: &File, breaks: &[usize], code: Code, at: Position, message: String, help: String) -> Diagnostic {
    let byte = boundary(&file.text, at.byte);
    let before = breaks.partition_point(|&end| end < byte);
    let start = before.checked_sub(1).map_or(0, |last| breaks[last] + 1);
    let line = before + 1;
    let column = file.text[start..byte].chars().count() + 1;
    let excerpt = file.text[start..].lines().next().unwrap_or_default().to_owned();
    let end = boundary(&file.text, at.end).max(byte);
    let width = file.text[byte..end].lines().next().unwrap_or_default().chars().count().max(1);
    Diagnostic { code, file: file.path.clone(), line, column, width, message, help, excerpt }
}

/// Returns the character boundary at or nearest before a byte offset.
fn boundary(text: &str, byte: u32) -> usize {
    let mut byte = (byte as usize).min(text.len());
    while !text.is_char_boundary(byte) {
        byte -= 1;
    }
    byte
}
