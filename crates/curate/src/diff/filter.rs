//! Selects the documents that a change to the data can affect. A *form* is one spelling of a name
//! or word that the change affects, and a document is selected if it contains every word of at
//! least one form.

use aho_corasick::{AhoCorasick, BuildError, MatchKind};
use chancery_text::fold::{Folder, HyphenReading};
use std::collections::BTreeMap;

/// Finds documents that may contain at least one of the forms.
#[derive(Debug)]
pub(crate) struct Filter {
    words: AhoCorasick,
    /// Searches a text for the longest word of each form. A text without any of these words
    /// contains none of the forms.
    longest: AhoCorasick,
    /// For each word, the forms in which it occurs.
    forms_of: Vec<Vec<u32>>,
    /// For each form, the number of its distinct words.
    needed: Vec<u32>,
    folder: Folder,
}

impl Filter {
    /// Creates a filter for forms with these spellings.
    pub(crate) fn new<'a>(folder: Folder, spellings: impl Iterator<Item = &'a str>) -> Result<Self, BuildError> {
        let mut numbers: BTreeMap<String, usize> = BTreeMap::new();
        let mut forms_of: Vec<Vec<u32>> = Vec::new();
        let mut needed = Vec::new();
        let mut longest: Vec<String> = Vec::new();
        for spelling in spellings {
            let words = parts(&folder.word(spelling));
            if words.is_empty() {
                continue;
            }
            let form = needed.len() as u32;
            needed.push(words.len() as u32);
            longest.extend(words.iter().max_by_key(|word| word.len()).cloned());
            for word in words {
                let next = numbers.len();
                let number = *numbers.entry(word).or_insert(next);
                if number == forms_of.len() {
                    forms_of.push(Vec::new());
                }
                forms_of[number].push(form);
            }
        }
        let mut patterns: Vec<(usize, String)> = numbers.into_iter().map(|(word, number)| (number, word)).collect();
        patterns.sort();
        let patterns = patterns.into_iter().map(|(_, word)| word);
        let build =
            |patterns: Vec<String>| AhoCorasick::builder().match_kind(MatchKind::Standard).ascii_case_insensitive(true).build(patterns);
        longest.sort();
        longest.dedup();
        let (words, longest) = (build(patterns.collect())?, build(longest)?);
        Ok(Self { words, longest, forms_of, needed, folder })
    }

    /// Returns whether a text may contain one of the forms. If it contains one, the result is
    /// always `true`. The result may also be `true` for a text that contains none.
    pub(crate) fn may_hold(&self, text: &str) -> bool {
        // An ASCII text needs no folding if it contains no form feed and no word divided at the end
        // of a line. It is then enough to ignore case.
        let divided = is_divided(text);
        if text.is_ascii() && !divided && !text.contains('\u{C}') {
            return self.holds(text);
        }
        let view = |reading| self.holds(self.folder.view(text, reading).text());
        view(HyphenReading::Kept) || divided && view(HyphenReading::Joined)
    }

    fn holds(&self, text: &str) -> bool {
        if !self.longest.is_match(text) {
            return false;
        }
        let mut seen = vec![false; self.forms_of.len()];
        let mut found = vec![0; self.needed.len()];
        for hit in self.words.find_overlapping_iter(text) {
            let number = hit.pattern().as_usize();
            if std::mem::replace(&mut seen[number], true) {
                continue;
            }
            for form in &self.forms_of[number] {
                found[*form as usize] += 1;
                if found[*form as usize] == self.needed[*form as usize] {
                    return true;
                }
            }
        }
        false
    }
}

/// Returns whether a word in `text` may be divided at the end of a line. This is the case if the
/// text contains a hyphen that is followed by white space with a line break. All kinds of hyphens
/// and line breaks count.
fn is_divided(text: &str) -> bool {
    text.match_indices(['-', '\u{2010}', '\u{2011}', '\u{AD}']).any(|(at, hyphen)| {
        let rest = &text[at + hyphen.len()..];
        let white = rest.len() - rest.trim_start().len();
        rest[..white].contains(['\n', '\r', '\u{C}', '\u{B}', '\u{85}', '\u{2028}', '\u{2029}'])
    })
}

/// Returns the distinct words of a folded form. A word is a run of letters and digits. In a script
/// without spaces, each character is a separate word, because a line may end after any character.
fn parts(folded: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut word = String::new();
    for c in folded.chars().chain([' ']) {
        let alone = !c.is_ascii() && c.is_alphanumeric() && !c.is_lowercase() && !c.is_uppercase();
        if c.is_alphanumeric() && !alone {
            word.push(c);
            continue;
        }
        words.extend(Some(std::mem::take(&mut word)).filter(|word| !word.is_empty()));
        words.extend(alone.then(|| c.to_string()));
    }
    words.sort();
    words.dedup();
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_missed() {
        let filter = Filter::new(
            Folder::with_table([('組', "组"), ('織', "织")]),
            ["Shanghai Cooperation Organization", "Côte d'Ivoire", "上合组织"].into_iter(),
        )
        .expect("a filter");
        for text in [
            "the SHANGHAI\nCOOPERATION ORGANIZATION",
            "the Shanghai Coop-\neration Organization",
            "in Cote d’Ivoire’s",
            "上合\n组织",
            "上合組織",
            "Cooperation of Shanghai and the Organization",
        ] {
            assert!(filter.may_hold(text), "{text}");
        }
        for text in ["Shanghai", "the Cooperation Organization", "上海", ""] {
            assert!(!filter.may_hold(text), "{text}");
        }
    }
}
