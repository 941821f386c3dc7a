//! What is told of a fault in a data file.

use std::fmt;

/// How bad a fault is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The data cannot be used.
    Error,
    /// The data can be used, but something in them is probably not meant.
    Warning,
}

/// One fault, where it is, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// Stable code ("CH-D002").
    pub code: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// The file, as a path inside its data folder.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// What is wrong.
    pub message: String,
    /// What to do about it.
    pub help: String,
    /// The line itself, for showing.
    pub excerpt: String,
}

impl fmt::Display for Diagnostic {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let severity = match self.severity {
            Severity::Error => "error",
            Severity::Warning => "warning",
        };
        write!(f, "{}:{}:{}: {severity}[{}]: {}", self.file, self.line, self.column, self.code, self.message)?;
        if !self.excerpt.is_empty() {
            let number = self.line.to_string();
            let excerpt: String = self.excerpt.chars().take(160).collect();
            write!(f, "\n {number} | {excerpt}")?;
            if self.column <= 160 {
                write!(f, "\n {:width$} | {:>column$}", "", "^", width = number.len(), column = self.column)?;
            }
        }
        if !self.help.is_empty() {
            write!(f, "\n   = help: {}", self.help)?;
        }
        Ok(())
    }
}

/// Collects faults.
#[derive(Debug, Default)]
pub(crate) struct Diagnostics {
    pub(crate) list: Vec<Diagnostic>,
}

/// A place in a file: the file's number and a byte.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Position {
    pub(crate) file: u32,
    pub(crate) byte: u32,
}

impl Diagnostics {
    /// Adds an error.
    pub(crate) fn error(
        &mut self,
        files: &[crate::files::File],
        at: Position,
        code: &'static str,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.add(files, at, code, Severity::Error, message.into(), help.into());
    }

    /// Adds a warning.
    pub(crate) fn warning(
        &mut self,
        files: &[crate::files::File],
        at: Position,
        code: &'static str,
        message: impl Into<String>,
        help: impl Into<String>,
    ) {
        self.add(files, at, code, Severity::Warning, message.into(), help.into());
    }

    fn add(&mut self, files: &[crate::files::File], at: Position, code: &'static str, severity: Severity, message: String, help: String) {
        let empty = crate::files::File::default();
        let file = files.get(at.file as usize).unwrap_or(&empty);
        let mut byte = (at.byte as usize).min(file.text.len());
        while !file.text.is_char_boundary(byte) {
            byte -= 1;
        }
        let before = &file.text[..byte];
        let start = before.rfind('\n').map_or(0, |n| n + 1);
        let line = before.matches('\n').count() + 1;
        let column = file.text[start..byte].chars().count() + 1;
        let excerpt = file.text[start..].lines().next().unwrap_or_default().to_owned();
        self.list.push(Diagnostic { code, severity, file: file.path.clone(), line, column, message, help, excerpt });
    }
}
