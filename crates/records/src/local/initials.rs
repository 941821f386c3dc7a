//! Finds the name that an abbreviation stands for.

use crate::view::View;

/// The number of capitalised words that an abbreviation may skip.
const LEFT_OUT: usize = 1;

/// Returns the first word of the name that ends before a token and has these letters as its initials; `None` if there is none. `from` is the first token at which
/// the name may begin.
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
        // A lower-case word supplies a letter only if the capitalised word before it does not supply the same letter.
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

/// Whether the nearest capitalised word before a token begins with a letter.
fn before(view: &View<'_>, from: usize, at: usize, letter: char) -> bool {
    let word = (from..at).rev().take(4).find(|at| view.is_capital(*at));
    word.and_then(|at| view.text(at).chars().next()).is_some_and(|initial| initial.to_lowercase().eq(letter.to_lowercase()))
}
