//! Finds a bracket that is not closed in the text of a TOML file.

/// Finds the first bracket that opens a list or table inside a value, on an earlier line than the end of `text`, and is not closed. `text` is the part of a
/// file before a syntax error. Returns the byte offset of the bracket, and the bracket that would close it.
pub(crate) fn unclosed(text: &str) -> Option<(usize, char)> {
    let mut open: Vec<(usize, char)> = Vec::new();
    let mut rest = text;
    let mut in_value = false;
    while let Some(c) = rest.chars().next() {
        let at = text.len() - rest.len();
        rest = &rest[c.len_utf8()..];
        match c {
            '#' => rest = rest.find('\n').map_or("", |end| &rest[end..]),
            '"' | '\'' => rest = after_string(&text[at..], c)?,
            '\n' => in_value &= !open.is_empty(),
            '=' => in_value = true,
            '[' if in_value => open.push((at, ']')),
            '{' if in_value => open.push((at, '}')),
            ']' | '}' if open.last().is_some_and(|(_, close)| *close == c) => {
                open.pop();
            }
            // `[{ a = 1 ]`: the inner bracket is not closed.
            ']' | '}' if !open.is_empty() => return open.last().copied(),
            _ => {}
        }
    }
    open.first().copied().filter(|(at, _)| text[*at..].contains('\n'))
}

/// Returns the rest of `text` after the string at its beginning, which is quoted with `quote`. Returns `None` if the string is not closed.
fn after_string(text: &str, quote: char) -> Option<&str> {
    let long: String = std::iter::repeat_n(quote, 3).collect();
    let (mut rest, end) = match text.strip_prefix(&long) {
        Some(rest) => (rest, long.as_str()),
        None => (&text[1..], &long[..1]),
    };
    loop {
        if let Some(after) = rest.strip_prefix(end) {
            return Some(after);
        }
        let mut chars = rest.chars();
        let c = chars.next()?;
        if c == '\\' && quote == '"' {
            chars.next();
        }
        rest = chars.as_str();
    }
}

#[cfg(test)]
mod tests {
    use super::unclosed;

    #[test]
    fn brackets_that_are_not_closed_are_found() {
        assert_eq!(unclosed("[[entity]]\nalias.en = [\"a]\", \"b\"\nmember"), Some((22, ']')));
        assert_eq!(unclosed("a = { n = \"x\"\nb"), Some((4, '}')));
        assert_eq!(unclosed("a = [{ n = \"x\" ]"), Some((5, '}')));
        for closed in ["a = [\"x\"]\nb", "a = [", "# a = [\nb", "a = '''[\n'''\nb", "[table]\nb", "a = \"\\\"[\"\nb"] {
            assert_eq!(unclosed(closed), None, "{closed}");
        }
    }
}
