//! Finds the known names that are most similar to an unknown one.

use crate::book::Book;
use chancery_data::Entry;
use std::collections::BTreeMap;

/// The maximum number of names that are returned.
const MOST: usize = 8;

/// Returns the entries whose names are most similar to `name`, each with the most similar of its
/// names. The entry with the most similar name comes first. Names are similar if they have many
/// words in common, or if they differ in few letters.
pub(crate) fn nearest<'b>(book: &'b Book, name: &str) -> Vec<(&'b Entry, String)> {
    let wanted = book.key(name);
    let words: Vec<&str> = wanted.split(' ').filter(|word| word.chars().count() > 2).collect();
    let mut best: BTreeMap<&str, (f64, String, &Entry)> = BTreeMap::new();
    for (text, entry) in book.spellings().filter(|(_, entry)| !entry.hides) {
        let near = closeness(&wanted, &words, text);
        if near < 0.6 {
            continue;
        }
        let known = best.get(entry.id.as_str());
        if known.is_none_or(|(score, other, _)| near > *score || near == *score && text < other.as_str()) {
            best.insert(&entry.id, (near, text.to_owned(), entry));
        }
    }
    let mut found: Vec<(f64, String, &Entry)> = best.into_values().collect();
    found.sort_by(|a, b| b.0.total_cmp(&a.0).then_with(|| a.2.id.cmp(&b.2.id)));
    found.truncate(MOST);
    found.into_iter().map(|(_, folded, entry)| (entry, written(book, entry, &folded))).collect()
}

/// Returns the similarity of the known name `text` to the name `wanted`: a number from 0 to 1, where
/// 1 means that the names are equal. Both names must be folded. `words` contains the words of
/// `wanted` that have at least three letters.
fn closeness(wanted: &str, words: &[&str], text: &str) -> f64 {
    let longer = wanted.chars().count().max(text.chars().count());
    let shorter = wanted.chars().count().min(text.chars().count());
    // The edit distance is at least the difference of the lengths. If this difference is large, the
    // names are not similar, and the distance is not computed.
    let by_letters = if longer - shorter > longer * 2 / 5 { 0.0 } else { strsim::normalized_damerau_levenshtein(wanted, text) };
    let shared = words.iter().filter(|word| text.split(' ').any(|other| other == **word)).count();
    let all = text.split(' ').filter(|word| word.chars().count() > 2).count().max(words.len());
    let by_words = if words.is_empty() || shared < words.len() && shared < 2 { 0.0 } else { 0.55 + 0.45 * shared as f64 / all as f64 };
    by_letters.max(by_words)
}

/// Returns the first spelling in `entry` that has the folded form `folded`, or `folded` itself if
/// there is none.
fn written(book: &Book, entry: &Entry, folded: &str) -> String {
    let all = entry.forms.iter().flat_map(|form| &form.spelled);
    let found = all.into_iter().find(|text| book.key(text) == folded).cloned().unwrap_or_else(|| folded.to_owned());
    // In a form, square brackets mark the part that a mention covers.
    found.replace(['[', ']'], "")
}
