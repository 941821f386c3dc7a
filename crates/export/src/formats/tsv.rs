//! Writes tab-separated values in UTF-8, with a header line and one line for each row. Nulls and lists are written as in CSV.
//!
//! Fields are not quoted. In a field, a tab is written as `\t`, a line break as `\n` or `\r`, and a backslash as `\\`. A file can therefore be split at line
//! breaks and tabs.

use super::csv::Syntax;

/// The syntax of TSV: tabs between fields, and escape sequences for tabs, line breaks and backslashes within fields.
pub(super) struct Tsv;

impl Syntax for Tsv {
    const SEPARATOR: u8 = b'\t';

    fn protect(start: usize, out: &mut Vec<u8>) {
        if out[start..].iter().all(|byte| letter(*byte).is_none()) {
            return;
        }
        let field = out.split_off(start);
        for byte in field {
            match letter(byte) {
                Some(letter) => out.extend_from_slice(&[b'\\', letter]),
                None => out.push(byte),
            }
        }
    }
}

/// Returns the letter that follows the backslash in the escape of a byte, or `None` if the byte is not escaped.
const fn letter(byte: u8) -> Option<u8> {
    match byte {
        b'\t' => Some(b't'),
        b'\n' => Some(b'n'),
        b'\r' => Some(b'r'),
        b'\\' => Some(b'\\'),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::super::csv::push_row;
    use super::*;
    use crate::row::RowBuffer;

    #[test]
    fn a_row_is_one_line_and_splits_at_tabs() {
        let (mut row, mut out) = (RowBuffer::default(), Vec::new());
        for field in ["a,b", "say \"no\"", "two\nlines\r", "tab\there", "back\\slash"] {
            row.text(field);
        }
        row.null();
        row.list(|items| ["x;y", "c\td"].iter().for_each(|item| items.push(item)));
        push_row::<Tsv>(&row, &mut out);
        let text = String::from_utf8(out).expect("UTF-8");
        assert_eq!(text, "a,b\tsay \"no\"\ttwo\\nlines\\r\ttab\\there\tback\\\\slash\t\tx%3By;c\\td\n");
    }
}
