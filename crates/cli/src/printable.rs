//! Makes text from files and file names safe to print to a terminal.

use std::borrow::Cow;
use std::io::Write;

/// Replaces control characters with escapes such as `\u{1b}`, because control characters could move
/// the cursor or change the text that is shown. Line breaks and tabs are kept.
pub(crate) fn printable(text: &str) -> Cow<'_, str> {
    let control = |c: char| c.is_control() && c != '\n' && c != '\t';
    if !text.contains(control) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len());
    for c in text.chars() {
        if control(c) { safe.extend(c.escape_unicode()) } else { safe.push(c) }
    }
    Cow::Owned(safe)
}

/// Prints a line to standard error. If the line cannot be written, for example because standard
/// error is closed, nothing happens.
pub(crate) fn say(line: &str) {
    let _ = writeln!(std::io::stderr(), "{line}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_shown() {
        assert_eq!(printable("Côte d’Ivoire\n\tx"), "Côte d’Ivoire\n\tx");
        assert_eq!(printable("a\u{1b}[31mb\u{9b}2J\r"), "a\\u{1b}[31mb\\u{9b}2J\\u{d}");
    }
}
