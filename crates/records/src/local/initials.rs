//! Finds the name for which an abbreviation stands.

use crate::view::View;

/// The maximum number of capitalised words in the name that have no letter in the abbreviation.
const LEFT_OUT: usize = 1;

/// Returns the index of the first token of the name that ends directly before the token `end` and whose words have the initials `letters`.
/// Returns `None` if there is no such name. The name must not begin before the token `from`.
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
        // A letter of the abbreviation can stand for a lower-case word only if the capitalised word before this word begins with another letter.
        let small = !view.is_capital(at);
        if same(letters[rest - 1]) && (!small || !before(view, from, at, letters[rest - 1])) {
            rest -= 1;
            start = Some(at);
        } else if small {
            // Short words in lower case, such as "for" and "the", may be missing from the abbreviation.
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

/// Returns `true` if the nearest capitalised word among the four tokens before `at` begins with `letter`. Tokens before `from`
/// are ignored.
fn before(view: &View<'_>, from: usize, at: usize, letter: char) -> bool {
    let word = (from..at).rev().take(4).find(|at| view.is_capital(*at));
    word.and_then(|at| view.text(at).chars().next()).is_some_and(|initial| initial.to_lowercase().eq(letter.to_lowercase()))
}
