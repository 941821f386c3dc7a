//! Extracts the text around a passage of a document.

/// The maximum number of bytes of text to show on each side of the passage.
const AROUND: usize = 70;

/// Returns the passage `start..end` of `text` (byte offsets) together with the text around it,
/// on one line. The passage is put in angle quotation marks:
/// `… signed the «Treaty of Bishkek» in …`.
pub(crate) fn around(text: &str, start: usize, end: usize) -> String {
    let (start, end) = (floor(text, start), floor(text, end).max(floor(text, start)));
    let mut from = floor(text, start.saturating_sub(AROUND));
    let mut to = floor(text, (end + AROUND).min(text.len()));
    // Move the bounds so that no word is cut in two.
    if from > 0 {
        from = text[from..start].find(char::is_whitespace).map_or(from, |at| from + at);
    }
    if to < text.len() {
        to = text[end..to].rfind(char::is_whitespace).map_or(to, |at| end + at);
    }
    let one_line = |part: &str| {
        let words = part.split_whitespace().collect::<Vec<_>>().join(" ");
        let open = part.starts_with(char::is_whitespace) && !words.is_empty();
        let close = part.ends_with(char::is_whitespace) && !words.is_empty();
        format!("{}{words}{}", if open { " " } else { "" }, if close { " " } else { "" })
    };
    format!("{}«{}»{}", one_line(&text[from..start]), one_line(&text[start..end]).trim(), one_line(&text[end..to])).trim().to_owned()
}

/// Returns the last character boundary at or before the byte offset `at`.
fn floor(text: &str, mut at: usize) -> usize {
    at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

#[cfg(test)]
mod tests {
    use super::around;

    #[test]
    fn contexts_are_on_one_line_and_cut_no_word() {
        assert_eq!(around("They met\nin Bishkek, as agreed.", 12, 19), "They met in «Bishkek», as agreed.");
        assert_eq!(around("Бишкек", 1, 400), "«Бишкек»");
        let long = format!("{} Bishkek {}", "ab ".repeat(50), "cd ".repeat(50));
        let at = long.find("Bishkek").expect("it is there");
        let shown = around(&long, at, at + 7);
        assert!(shown.starts_with("ab ") && shown.ends_with("cd") && shown.contains(" «Bishkek» "), "{shown}");
    }
}
