//! Writes CSV for spreadsheet programs, with an apostrophe before text that these programs would run as a formula. For other programs, use CSV or Parquet, which
//! keep the text unchanged.

use super::csv::{Csv, Syntax};

/// The syntax of CSV, with an apostrophe before text that looks like a formula.
pub(super) struct Sheet;

impl Syntax for Sheet {
    const SEPARATOR: u8 = Csv::SEPARATOR;

    fn protect(start: usize, out: &mut Vec<u8>) {
        // These characters begin a formula in common spreadsheet programs (OWASP, CSV Injection).
        if matches!(out.get(start), Some(b'=' | b'+' | b'-' | b'@' | b'\t' | b'\r')) {
            out.insert(start, b'\'');
        }
        Csv::protect(start, out);
    }
}

#[cfg(test)]
mod tests {
    use super::super::csv::push_row;
    use super::*;
    use crate::row::RowBuffer;

    #[test]
    fn formulas_begin_with_an_apostrophe() {
        let (mut row, mut out) = (RowBuffer::default(), Vec::new());
        for field in ["=1+1", "+a,b", "-x", "@SUM(A1)", "a=b", ""] {
            row.text(field);
        }
        push_row::<Sheet>(&row, &mut out);
        assert_eq!(String::from_utf8(out).expect("UTF-8"), "'=1+1,\"'+a,b\",'-x,'@SUM(A1),a=b,\n");
    }
}
