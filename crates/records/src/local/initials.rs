//! The name that an abbreviation abbreviates.

use crate::view::View;

/// The number of words with a capital letter that an abbreviation may leave out.
const LEFT_OUT: usize = 1;

/// The first word of the name that ends before a token and whose initials are the letters; `None` if there is none. `from`: the first token that it may begin with.
pub(super) fn start(view: &View<'_>, from: usize, end: usize, letters: &[char]) -> Option<usize> {
    let mut left_out = LEFT_OUT;
    let mut rest = letters.len();
    let mut at = end;
    let mut start = None;
    while at > from && rest > 0 {
        at -= 1;
        if view.breaks(at + 1) && at + 1 < end {
            return None;
        }
        let word = view.text(at);
        let Some(initial) = word.chars().next().filter(|letter| letter.is_alphanumeric()) else {
            if matches!(word, "-" | "–" | "’" | "'" | "&" | "/") {
                continue;
            }
            return None;
        };
        let same = |letter: char| letter.to_lowercase().eq(initial.to_lowercase());
        // A word in lower case gives a letter only if the word before it does not give the same one.
        let small = !view.is_capital(at);
        if same(letters[rest - 1]) && (!small || !before(view, from, at, letters[rest - 1])) {
            rest -= 1;
            start = Some(at);
        } else if small {
            // "for the"
            if word.len() > 4 {
                return None;
            }
        } else if left_out > 0 {
            left_out -= 1;
        } else {
            return None;
        }
    }
    start.filter(|start| rest == 0 && view.is_capital(*start))
}

/// Whether the next word with a capital letter before a token begins with a letter.
fn before(view: &View<'_>, from: usize, at: usize, letter: char) -> bool {
    let word = (from..at).rev().take(4).find(|at| view.is_capital(*at));
    word.and_then(|at| view.text(at).chars().next()).is_some_and(|initial| initial.to_lowercase().eq(letter.to_lowercase()))
}
