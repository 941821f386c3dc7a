//! Suggests the known word that is most similar to an unknown one.

/// Returns a question such as `did you mean "alias"? ` if [`nearest`] finds a similar known word.
/// Otherwise returns an empty string.
pub(crate) fn suggestion(word: &str, known: &[&str]) -> String {
    nearest(word, known).map_or(String::new(), |other| format!("did you mean \"{other}\"? "))
}

/// Returns the known word with the smallest edit distance from `word`. Returns `None` if this
/// distance is greater than two, or is not less than the number of characters in `word`.
pub(crate) fn nearest<'k>(word: &str, known: &[&'k str]) -> Option<&'k str> {
    let best = known.iter().map(|other| (distance(word, other), *other)).min()?;
    (best.0 <= 2 && best.0 < word.chars().count()).then_some(best.1)
}

/// Returns the Levenshtein distance between two words, in characters.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.chars().enumerate() {
        let mut diagonal = row[0];
        row[0] = i + 1;
        for (j, y) in b.iter().enumerate() {
            let change = diagonal + usize::from(x != *y);
            diagonal = row[j + 1];
            row[j + 1] = change.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn near_words_are_suggested() {
        assert_eq!(suggestion("aliass", &["name", "alias"]), "did you mean \"alias\"? ");
        assert_eq!(suggestion("weather", &["name", "alias"]), "");
        assert_eq!(nearest("ab", &["xy"]), None);
    }
}
