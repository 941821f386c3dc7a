//! Finds the lines that a PDF repeats on its pages: running heads, running feet and page numbers.

use std::collections::HashMap;
use std::ops::Range;

/// The number of lines that are examined at the top of each page, and also at the bottom.
const LINES: usize = 2;

/// Maximum length of a line that may be removed, in bytes.
const LONGEST: usize = 120;

/// A line counts as repeated if it occurs on at least `LEAST` pages and on at least the fraction
/// `SHARE` of all pages.
const LEAST: usize = 3;
const SHARE: f64 = 0.3;

/// Removes page numbers and repeated lines from the top and the bottom of each page. Lines that
/// differ only in their numbers count as the same line.
pub(super) fn remove(pages: &mut [String]) {
    let mut seen: HashMap<String, usize> = HashMap::new();
    for page in &*pages {
        let mut keys: Vec<String> = edges(page).into_iter().map(|line| key(&page[line])).collect();
        keys.sort_unstable();
        keys.dedup();
        for key in keys {
            *seen.entry(key).or_default() += 1;
        }
    }
    let least = LEAST.max((pages.len() as f64 * SHARE).ceil() as usize);
    for page in pages {
        let repeated = |line: &Range<usize>| {
            let text = &page[line.clone()];
            is_number(text) || text.len() <= LONGEST && seen.get(&key(text)).is_some_and(|count| *count >= least)
        };
        let lines = edges(page);
        // Lines are removed from the edges inwards, up to the first one that is not repeated.
        let head = lines.iter().take(LINES).take_while(|line| repeated(line)).count();
        let foot = lines[head..].iter().rev().take(LINES).take_while(|line| repeated(line)).count();
        // The last line is removed first, so that the positions of the lines before it do not
        // change.
        for line in lines[lines.len() - foot..].iter().rev().chain(lines[..head].iter().rev()) {
            page.replace_range(line.clone(), "");
        }
    }
}

/// Returns the byte ranges of the first and the last [`LINES`] lines of a page. Blank lines are not
/// counted. On a short page, no line is returned twice.
fn edges(page: &str) -> Vec<Range<usize>> {
    let mut lines = Vec::new();
    let mut start = 0;
    for line in page.split_inclusive('\n') {
        let text = line.trim_end_matches(['\n', '\r']);
        if !text.trim().is_empty() {
            lines.push(start..start + text.len());
        }
        start += line.len();
    }
    if lines.len() <= 2 * LINES {
        return lines;
    }
    let end = lines.len() - LINES;
    lines.drain(LINES..end);
    lines
}

/// Returns the line without white space and with each number replaced by 0. Lines that differ only in their numbers have the same result.
fn key(line: &str) -> String {
    let mut key = String::with_capacity(line.len());
    for character in line.chars().filter(|character| !character.is_whitespace()) {
        let digit = character.is_ascii_digit();
        if !digit || !key.ends_with('0') {
            key.push(if digit { '0' } else { character });
        }
    }
    key
}

/// Returns whether a line is a page number: "12", "- 12 -", "12/40". A number of four or more
/// digits is not a page number, because it may be a year.
fn is_number(line: &str) -> bool {
    let line = line.trim();
    let (mut digits, mut others) = (0, 0);
    for character in line.chars() {
        match character {
            '0'..='9' => digits += 1,
            ' ' | '-' | '–' | '—' | '/' | '|' | '[' | ']' => others += 1,
            _ => return false,
        }
    }
    (1..=8).contains(&digits) && others <= 6 && line.split(|character: char| !character.is_ascii_digit()).all(|number| number.len() <= 3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn running_heads_and_page_numbers_are_removed() {
        let page = |number: usize, text: &str| format!("United Nations  A/70/PV.{number}\n\n{text}\n\nPage {number} of 4\n- {number} -\n");
        let bodies = ["Kenya spoke.\nIt thanked Chad.", "In 1975\nPeru joined.", "Mali left.", "12 States signed."];
        let mut pages: Vec<String> = bodies.iter().enumerate().map(|(number, text)| page(number + 1, text)).collect();
        remove(&mut pages);
        let found: Vec<&str> = pages.iter().map(|page| page.trim()).collect();
        assert_eq!(found, bodies);
    }

    #[test]
    fn a_line_on_few_pages_is_kept() {
        let mut pages = vec!["Annex\nKenya".to_owned(), "Annex\nChad".to_owned(), "7\nMali".to_owned()];
        remove(&mut pages);
        assert_eq!(pages, ["Annex\nKenya", "Annex\nChad", "\nMali"]);
    }
}
