//! Reads lines, and skips lines that are too long.

use std::io::{self, BufRead, Read};

/// The maximum size of a line, in bytes (1 GiB).
pub(super) const LARGEST: usize = 1 << 30;

/// The result of reading a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// There are no more lines.
    End,
    /// A line was read, including its line break if it has one.
    Whole,
    /// The line was larger than the limit and has been skipped.
    TooLong,
}

/// Appends the next line to `line`. A line of more than `limit` bytes, including its line break, is
/// skipped instead.
pub(super) fn read(input: &mut impl BufRead, limit: usize, line: &mut Vec<u8>) -> io::Result<Line> {
    let before = line.len();
    let count = input.by_ref().take(limit as u64 + 1).read_until(b'\n', line)?;
    if count <= limit {
        return Ok(if count == 0 { Line::End } else { Line::Whole });
    }
    if line.last() != Some(&b'\n') {
        input.skip_until(b'\n')?;
    }
    line.truncate(before);
    line.shrink_to(before);
    Ok(Line::TooLong)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_are_too_long_are_skipped() {
        let mut input = &b"abc\nabcd\nabcdefgh\n\nxy"[..];
        let mut next = || {
            let mut line = Vec::new();
            let read = read(&mut input, 4, &mut line).expect("memory");
            (read, String::from_utf8(line).expect("text"))
        };
        for expected in
            [(Line::Whole, "abc\n"), (Line::TooLong, ""), (Line::TooLong, ""), (Line::Whole, "\n"), (Line::Whole, "xy"), (Line::End, "")]
        {
            assert_eq!(next(), (expected.0, expected.1.to_owned()));
        }
    }
}
