//! The word of a token, in the form that is compared with patterns.

use chancery_text::Token;
use chancery_text::key::word_key;
use std::borrow::Cow;

/// The word of a token without its possessive ending. `text` is in lower case, or consists of ASCII characters in any case.
#[derive(Clone, Debug)]
pub(crate) struct Word<'t> {
    pub(crate) text: Cow<'t, str>,
    pub(crate) key: u32,
    /// Length of the possessive ending in bytes; 0 if there is none.
    pub(crate) clitic: usize,
}

impl Word<'_> {
    /// Returns `true` if the word equals `small`, which must be in lower case. ASCII case is
    /// ignored.
    #[inline]
    pub(crate) fn is(&self, small: &str) -> bool {
        self.text.len() == small.len() && (self.text.eq_ignore_ascii_case(small))
    }
}

impl<'t> Word<'t> {
    /// Creates the word of a token. `clitics` are the possessive endings.
    #[inline]
    pub(crate) fn new(token: &Token, text: &'t str, clitics: &[String]) -> Self {
        let text = token.text(text);
        if token.key != 0 {
            return Self { text: Cow::Borrowed(text), key: token.key, clitic: 0 };
        }
        Self::folded(text, clitics)
    }

    fn folded(text: &'t str, clitics: &[String]) -> Self {
        let word: String = text.chars().flat_map(char::to_lowercase).map(plain).collect();
        for clitic in clitics {
            if let Some(stem) = word.strip_suffix(clitic.as_str()).filter(|stem| !stem.is_empty()) {
                // Measure the ending in the source, because a curly apostrophe has two more bytes than a straight one.
                let cut = text.len() - text.rfind(['\'', '\u{2019}']).unwrap_or(text.len());
                return Self { key: word_key(stem.as_bytes()), text: Cow::Owned(stem.to_owned()), clitic: cut };
            }
        }
        Self { key: word_key(word.as_bytes()), text: Cow::Owned(word), clitic: 0 }
    }
}

/// Replaces a curly apostrophe with a straight one, and a full-width digit with an ASCII digit.
fn plain(c: char) -> char {
    match c {
        '\u{2019}' => '\'',
        '\u{FF10}'..='\u{FF19}' => char::from_digit(u32::from(c) - 0xFF10, 10).unwrap_or(c),
        _ => c,
    }
}
