//! Splits CSV into rows, but does not split the rows into fields. A quoted field may contain line
//! breaks.

use super::lines::{self, Line};
use crate::{ReadError, ReadErrorKind};
use std::io::{BufRead, BufReader, Read};

/// Number of bytes that are read at once.
const BUFFER: usize = 1 << 18;
/// If a quotation mark is not closed, all lines after it look like one quoted field. The reader
/// then reports an error and splits these lines into rows again. It does so for at most this many
/// unclosed marks in an input; if there are more, it drops the lines.
const RETRIES: u32 = 64;

/// A row as it is in the file, not split into fields.
pub(super) struct RawRow {
    /// The number of the first line of the row, counted from 1.
    pub(super) line: u64,
    pub(super) bytes: Vec<u8>,
}

/// The rows of an input.
pub(super) struct RawRows<R> {
    input: BufReader<R>,
    delimiter: u8,
    /// Lines that have been read and must be split into rows again. The next of these lines begins
    /// at the byte offset `at`.
    again: Vec<u8>,
    at: usize,
    line: u64,
    retries: u32,
}

/// The position in a row, relative to its fields.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    FieldStart,
    Plain,
    Quoted,
    /// The position after a quotation mark in a quoted field. The mark either ends the field or is
    /// the first of two marks that together represent one quotation mark.
    QuoteInQuoted,
}

impl<R: Read> RawRows<R> {
    pub(super) fn new(input: R) -> Self {
        Self { input: BufReader::with_capacity(BUFFER, input), delimiter: b',', again: Vec::new(), at: 0, line: 1, retries: 0 }
    }

    /// Returns the beginning of the input, at most 256 KiB, without consuming it.
    pub(super) fn peek(&mut self) -> std::io::Result<&[u8]> {
        self.input.fill_buf()
    }

    pub(super) fn set_delimiter(&mut self, delimiter: u8) {
        self.delimiter = delimiter;
    }

    /// Appends the next line to `row`.
    fn read_line(&mut self, row: &mut Vec<u8>) -> std::io::Result<Line> {
        let rest = &self.again[self.at..];
        if rest.is_empty() {
            (self.again, self.at) = (Vec::new(), 0);
            return lines::read(&mut self.input, lines::LARGEST, row);
        }
        let end = rest.iter().position(|byte| *byte == b'\n').map_or(rest.len(), |at| at + 1);
        row.extend_from_slice(&rest[..end]);
        self.at += end;
        Ok(Line::Whole)
    }

    /// Returns the next row, or an error and the number of the first line of the row. Returns
    /// `None` at the end of the input.
    pub(super) fn next_row(&mut self) -> Option<Result<RawRow, (u64, ReadError)>> {
        let (first, mut row, mut state) = (self.line, Vec::new(), State::FieldStart);
        loop {
            let from = row.len();
            match self.read_line(&mut row) {
                Err(error) => {
                    self.retries = RETRIES;
                    (self.again, self.at) = (Vec::new(), 0);
                    return Some(Err((first, ReadError::io(error))));
                }
                Ok(Line::TooLong) => {
                    self.line += 1;
                    return Some(Err((first, ReadError::new(ReadErrorKind::TooLarge, "the line is longer than 1 GiB"))));
                }
                Ok(Line::End) if row.is_empty() => return None,
                Ok(Line::End) if state == State::Quoted => return Some(Err((first, self.unclosed(row, first)))),
                Ok(Line::End) => return Some(Ok(RawRow { line: first, bytes: row })),
                Ok(Line::Whole) => self.line += 1,
            }
            let after = scan(&row[from..], self.delimiter, state);
            // If text follows the quotation mark that ends a field of several lines, the field was
            // probably not meant to be quoted, or its closing mark is missing.
            if row.len() > lines::LARGEST || (from > 0 && after.is_none()) {
                return Some(Err((first, self.unclosed(row, first))));
            }
            state = after.unwrap_or(State::FieldStart);
            if state != State::Quoted {
                return Some(Ok(RawRow { line: first, bytes: row }));
            }
        }
    }

    /// Returns the error for a row with a quotation mark that is not closed. `first` is the number
    /// of the row's first line. The other lines of the row will be split into rows again, or
    /// dropped if there were too many rows with unclosed marks.
    fn unclosed(&mut self, mut row: Vec<u8>, first: u64) -> ReadError {
        let end = row.iter().position(|byte| *byte == b'\n').map_or(row.len(), |at| at + 1);
        self.retries += 1;
        let lost = if self.retries > RETRIES {
            // Too many quotation marks are unclosed. The other lines of the row are dropped, and the
            // message says so.
            format!(", and {RETRIES} earlier ones are not closed either; lines {first} to {} are not read", self.line - 1)
        } else {
            let mut rest = row.split_off(end);
            rest.extend_from_slice(&self.again[self.at..]);
            (self.again, self.at) = (rest, 0);
            self.line = first + 1;
            String::new()
        };
        ReadError::new(
            ReadErrorKind::Malformed,
            format!(
                "a quoted field in the row that begins in line {first} is not closed{lost}; add the closing quotation mark, or double a quotation mark that is part of the text"
            ),
        )
    }
}

/// Scans a line from the state `before` and returns the state at its end: `Quoted`, or `FieldStart`
/// if the row ends with the line. Returns `None` if text directly follows the end of a quoted field
/// that began on an earlier line.
fn scan(line: &[u8], delimiter: u8, before: State) -> Option<State> {
    let mut state = before;
    // Whether the current quoted field began on an earlier line.
    let mut earlier = before == State::Quoted;
    for &byte in line {
        state = match state {
            State::FieldStart if byte == b'"' => State::Quoted,
            State::FieldStart | State::Plain if byte == delimiter => State::FieldStart,
            State::FieldStart | State::Plain => State::Plain,
            State::Quoted if byte == b'"' => State::QuoteInQuoted,
            State::Quoted => State::Quoted,
            State::QuoteInQuoted if byte == b'"' => State::Quoted,
            State::QuoteInQuoted if byte == delimiter => {
                earlier = false;
                State::FieldStart
            }
            State::QuoteInQuoted if byte == b'\n' || byte == b'\r' => State::Plain,
            State::QuoteInQuoted if earlier => return None,
            State::QuoteInQuoted => State::Plain,
        };
    }
    Some(if state == State::Quoted { State::Quoted } else { State::FieldStart })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<Result<String, String>> {
        let mut rows = RawRows::new(text.as_bytes());
        let mut all = Vec::new();
        while let Some(row) = rows.next_row() {
            all.push(match row {
                Ok(row) => Ok(format!("{}: {}", row.line, String::from_utf8(row.bytes).expect("text").trim_end())),
                Err((line, error)) => Err(format!("{line}: {error}")),
            });
        }
        all
    }

    fn ok(rows: &[&str]) -> Vec<Result<String, String>> {
        rows.iter().map(|row| Ok((*row).to_owned())).collect()
    }

    #[test]
    fn quoted_fields_may_have_line_breaks_and_quotes() {
        assert_eq!(
            rows("a,b\n1,\"x\ny\"\n2,\"say \"\"no\"\"\n,\"\n3,z"),
            ok(&["1: a,b", "2: 1,\"x\ny\"", "4: 2,\"say \"\"no\"\"\n,\"", "6: 3,z"])
        );
        assert_eq!(rows("1,5\" pipe\n2,\"a\" b\n3,c\n"), ok(&["1: 1,5\" pipe", "2: 2,\"a\" b", "3: 3,c"]));
        assert_eq!(rows("1,\"x\r\ny\"\r\n2,z\r\n"), ok(&["1: 1,\"x\r\ny\"", "3: 2,z"]));
        assert_eq!(rows(""), []);
    }

    #[test]
    fn a_quote_that_is_not_closed_costs_one_row() {
        let broken = |line: u64| {
            Err(format!(
                "{line}: a quoted field in the row that begins in line {line} is not closed; add the closing quotation mark, or double a quotation mark that is part of the text"
            ))
        };
        let row = |text: &str| Ok(text.to_owned());
        assert_eq!(rows("1,\"x\n2,y\n3,z\n"), [broken(1), row("2: 2,y"), row("3: 3,z")]);
        assert_eq!(rows("1,\"x\n2,\"y\"\n3,z\n"), [broken(1), row("2: 2,\"y\""), row("3: 3,z")]);
        assert_eq!(rows("1,a\n2,\"\n3,\"z\n"), [row("1: 1,a"), broken(2), broken(3)]);
        // After too many unclosed quotation marks, the rest is dropped and reported.
        let many = rows(&"1,\"x\n".repeat(100));
        assert!(many.len() <= 100 && many.iter().all(Result::is_err));
    }
}
