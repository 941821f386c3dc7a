//! Converts the text of a document to text for the cells of tables.

/// The soft hyphen and the word joiner: two invisible characters with which the reader of a document replaces markup inside a word.
const INVISIBLE: [char; 2] = ['\u{AD}', '\u{2060}'];

/// Appends `text` to `out` without invisible characters.
pub(crate) fn push_surface(text: &str, out: &mut String) {
    if text.is_ascii() {
        out.push_str(text);
    } else {
        text.split(INVISIBLE).for_each(|part| out.push_str(part));
    }
}

/// Appends `text` to `out` on one line, without invisible characters. Leading and trailing white space is removed, and any other sequence of white-space
/// characters becomes one space.
pub(crate) fn push_line(text: &str, out: &mut String) {
    if is_line(text.as_bytes()) {
        out.push_str(text);
        return;
    }
    let start = out.len();
    for word in text.split_whitespace() {
        let before = out.len();
        if before > start {
            out.push(' ');
        }
        let blank = out.len();
        push_surface(word, out);
        if out.len() == blank {
            // The word consisted of invisible characters only.
            out.truncate(before);
        }
    }
}

/// Returns `true` if a text is plain ASCII on one line, without leading, trailing or repeated spaces. [`push_line`] can append such a text unchanged. Most texts
/// meet this condition.
fn is_line(text: &[u8]) -> bool {
    let mut before = b' ';
    let good = text.iter().all(|&byte| {
        let good = byte.is_ascii_graphic() || byte == b' ' && before != b' ';
        before = byte;
        good
    });
    good && before != b' '
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines() {
        for (text, line) in [
            ("", ""),
            ("the  Republic\r\nof\tKorea", "the Republic of Korea"),
            ("dis\u{AD}armament", "disarmament"),
            ("a \u{2060} b", "a b"),
            (" a ", "a"),
            ("Côte d’Ivoire", "Côte d’Ivoire"),
        ] {
            let mut out = "x".to_owned();
            push_line(text, &mut out);
            assert_eq!(out, format!("x{line}"), "{text:?}");
        }
        let mut out = String::new();
        push_surface("dis\u{AD}arma\nment", &mut out);
        assert_eq!(out, "disarma\nment");
    }
}
