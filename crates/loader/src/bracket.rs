//! Finds the bracket in a TOML file that is not closed and so causes a syntax error.

/// Finds the bracket that should have been closed before the syntax error at byte `at` of `text`: the bracket of the innermost list or table that is open there.
/// Returns its byte offset and the bracket that would close it. Returns `None` if the error has another cause, such as a missing comma.
pub(crate) fn unclosed(text: &str, at: usize) -> Option<(usize, char)> {
    let (open, close) = innermost(text.get(..at)?)?;
    let next = text[at..].trim_start();
    let several_lines = text[open..text.len() - next.len()].contains('\n');
    let missing = match next.chars().next() {
        Some(wrong @ (']' | '}')) => wrong != close,
        // An opening brace cannot directly follow a value in a table, so the table was not closed. In a list, only the comma before the brace is missing.
        Some('{') => close == '}',
        _ => several_lines && (next.is_empty() || next.starts_with('[') || begins_with_key(next)),
    };
    missing.then_some((open, close))
}

/// Returns the byte offset of the innermost list or table that is open at the end of `text`, and the bracket that would close it. Returns `None` if there is
/// none, or if a string is not closed.
fn innermost(text: &str) -> Option<(usize, char)> {
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
            _ => {}
        }
    }
    open.last().copied()
}

/// Returns `true` if `text` begins with a key and an equals sign (`name.en = `).
fn begins_with_key(text: &str) -> bool {
    let key = |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '-' | '.' | ' ');
    text.trim_start_matches(key).starts_with('=')
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

    /// Checks the error at the mark `|`.
    fn at_mark(marked: &str) -> Option<(usize, char)> {
        let at = marked.find('|').expect("a mark");
        unclosed(&marked.replace('|', ""), at)
    }

    #[test]
    fn brackets_that_are_not_closed_are_found() {
        assert_eq!(at_mark("[[entity]]\nalias.en = [\"a]\", \"b\"\n|member = 1"), Some((22, ']')));
        assert_eq!(at_mark("a = { n = \"x\"|\nb = 1"), Some((4, '}')));
        assert_eq!(at_mark("a = [{ n = \"x\" |]"), Some((5, '}')));
        assert_eq!(at_mark("a = [\"x\" |}"), Some((4, ']')));
        assert_eq!(at_mark("a = [\n{ n = \"x\"\n|{ n = \"y\" }]"), Some((6, '}')));
        assert_eq!(at_mark("a = [\"x\",\n|[[entity]]"), Some((4, ']')));
        assert_eq!(at_mark("a = [\"x\",\n|"), Some((4, ']')));
    }

    #[test]
    fn errors_with_another_cause_are_not_about_brackets() {
        for other in [
            "a = [\"x\"]\n|b",
            "a = [|",
            "# a = [\n|b = 1",
            "a = '''[\n'''\n|b = 1",
            "[table]\n|b = 1",
            "a = \"\\\"[\"\n|b = 1",
            "a = [\n\"x\"\n|\"y\",\n]",
            "a = [\n{ n = 1 }\n|{ n = 2 },\n]",
            "a = [\n{ n = 1 |b = 2 },\n]",
            "a = [\n|Kenya,\n]",
        ] {
            assert_eq!(at_mark(other), None, "{other}");
        }
    }
}
