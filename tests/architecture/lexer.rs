//! Splits Rust source into words and punctuation marks. Comments, literals and items that are compiled only for tests are left out.

/// A token of Rust source.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Token {
    /// An identifier or keyword.
    Word(String),
    /// `::`, a bracket or another mark that is needed to find paths. Every other mark is `" "`.
    Mark(&'static str),
}

/// Returns the tokens of a source file, without comments, literals, lifetimes, and items marked with `#[cfg(test)]`.
pub(super) fn tokens(source: &str) -> Vec<Token> {
    without_tests(&all_tokens(source))
}

fn all_tokens(source: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    let mut rest = source;
    while let Some(first) = rest.chars().next() {
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if rest.starts_with("/*") {
            rest.find("*/").map_or(rest.len(), |end| end + 2)
        } else if let Some(length) = literal(rest) {
            length
        } else if first.is_alphabetic() || first == '_' {
            let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
            tokens.push(Token::Word(rest[..end].to_owned()));
            end
        } else if first.is_whitespace() {
            first.len_utf8()
        } else {
            let known = ["::", "{", "}", "(", ")", "[", "]", ",", ";", "*", "#"];
            let mark = known.into_iter().find(|mark| rest.starts_with(mark));
            tokens.push(Token::Mark(mark.unwrap_or(" ")));
            mark.map_or(first.len_utf8(), str::len)
        };
        rest = &rest[length..];
    }
    tokens
}

/// Returns the length in bytes of a string, character or lifetime at the beginning of a text, or `None` if there is none.
fn literal(rest: &str) -> Option<usize> {
    let prefix = ["br", "b", "r", "cr", "c", ""].into_iter().find(|prefix| {
        rest.strip_prefix(prefix).is_some_and(|rest| {
            rest.starts_with('"')
                || prefix.ends_with('r') && rest.trim_start_matches('#').starts_with('"')
                || *prefix == "b" && rest.starts_with('\'')
        })
    });
    if let Some(prefix) = prefix {
        let body = &rest[prefix.len()..];
        if prefix.ends_with('r') {
            let hashes = body.len() - body.trim_start_matches('#').len();
            let close = format!("\"{}", "#".repeat(hashes));
            let end = body[hashes + 1..].find(&close).map_or(body.len(), |end| hashes + 1 + end + close.len());
            return Some(prefix.len() + end);
        }
        return Some(prefix.len() + quoted(body));
    }
    let body = rest.strip_prefix('\'')?;
    let mut letters = body.chars();
    let (first, second) = (letters.next()?, letters.next());
    if first == '\\' || second == Some('\'') {
        return Some(quoted(rest));
    }
    // Any other single quotation mark begins a lifetime.
    Some(1 + body.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(body.len()))
}

/// Returns the length in bytes of the literal in single or double quotes with which the text begins.
fn quoted(body: &str) -> usize {
    let quote = body.chars().next().unwrap_or('"');
    let mut escaped = false;
    for (at, letter) in body.char_indices().skip(1) {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if letter == quote => return at + quote.len_utf8(),
            _ => {}
        }
    }
    body.len()
}

fn without_tests(tokens: &[Token]) -> Vec<Token> {
    let word = |text: &str| Token::Word(text.to_owned());
    let attribute = [Token::Mark("#"), Token::Mark("["), word("cfg"), Token::Mark("("), word("test"), Token::Mark(")"), Token::Mark("]")];
    let mut kept = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        if !tokens[at..].starts_with(&attribute) {
            kept.push(tokens[at].clone());
            at += 1;
            continue;
        }
        // The item ends with its closing brace, or with a semicolon outside all brackets.
        at += attribute.len();
        let mut depth = 0;
        while let Some(token) = tokens.get(at) {
            at += 1;
            match token {
                Token::Mark("{" | "(" | "[") => depth += 1,
                Token::Mark(mark @ ("}" | ")" | "]")) => {
                    depth -= 1;
                    if depth == 0 && *mark == "}" {
                        break;
                    }
                }
                Token::Mark(";") if depth == 0 => break,
                _ => {}
            }
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(source: &str) -> Vec<String> {
        tokens(source).into_iter().filter_map(|token| if let Token::Word(word) = token { Some(word) } else { None }).collect()
    }

    #[test]
    fn comments_literals_and_tests_are_left_out() {
        let source = r##"
            /// crate::doc
            fn a<'l>(b: &'l str) -> char { /* crate::c */ let d = ("e \" f", r#"g " h"#, b'i', '\'', '"', b"j"); 'k' }
            #[cfg(test)] mod tests { fn l() { m(); } }
            #[cfg(test)] use n::o;
            #[cfg(feature = "serde")] mod p;
        "##;
        assert_eq!(words(source), ["fn", "a", "b", "str", "char", "let", "d", "cfg", "feature", "mod", "p"]);
    }
}
