//! Reads files of LIWC 2001 to 2015 (`.dic`). A file lists numbered categories between two lines that contain only `%`. Each line after the second of them
//! gives a word or phrase and the numbers of its categories.

use crate::{Dictionary, Error, ErrorKind, Options};
use std::collections::BTreeMap;

pub(crate) fn read(text: &str, _: &Options) -> Result<Dictionary, Error> {
    let mut dictionary = Dictionary::default();
    let mut category_of: BTreeMap<&str, usize> = BTreeMap::new();
    let mut lines = (1..).zip(text.lines());
    let fail = |line, message: &'static str| Err(Error::new(ErrorKind::Structure, line, message));
    match lines.by_ref().find(|(_, line)| !line.trim().is_empty()) {
        Some((_, line)) if line.trim() == "%" => {}
        other => return fail(other.map_or(1, |(number, _)| number), "a LIWC dictionary must begin with a line that contains only %"),
    }
    // The number of tabs before a category is its depth in the tree.
    let mut path: Vec<String> = Vec::new();
    let mut header_closed = false;
    for (number, line) in lines.by_ref() {
        if line.trim() == "%" {
            header_closed = true;
            break;
        }
        if line.trim().is_empty() {
            continue;
        }
        let depth = line.chars().take_while(|c| *c == '\t').count();
        let Some((id, name)) = line.trim().split_once(char::is_whitespace) else {
            dictionary.skip(number, line.trim(), "a category needs a number and a name");
            continue;
        };
        path.truncate(depth);
        path.push(name.trim().to_owned());
        let category = dictionary.category(&path);
        if category_of.insert(id, category).is_some() {
            dictionary.note(number, format!("two categories have the number {id}; terms with this number are added to the later category"));
        }
    }
    if !header_closed {
        return fail(text.lines().count().max(1), "the list of categories does not end with a line that contains only %");
    }
    for (number, line) in lines {
        if !line.trim().is_empty() {
            read_entry(line, number, &category_of, &mut dictionary);
        }
    }
    Ok(dictionary)
}

/// Reads a line with a word or phrase and the numbers of its categories.
fn read_entry(line: &str, number: usize, category_of: &BTreeMap<&str, usize>, dictionary: &mut Dictionary) {
    if line.contains(['<', '(']) {
        return dictionary.skip(number, line.trim(), "conditional categories are not supported");
    }
    let fields: Vec<&str> = line.split_whitespace().collect();
    let is_number = |field: &&str| field.bytes().all(|byte| byte.is_ascii_digit());
    // A tab separates the words from the numbers. Without a tab, all numbers at the end of the line are categories; the words before them form one phrase.
    let word_count = match line.trim().split_once('\t') {
        Some((words, _)) => words.split_whitespace().count(),
        None => fields.len() - fields.iter().skip(1).rev().take_while(|field| is_number(field)).count(),
    };
    let (words, ids) = fields.split_at(word_count);
    if ids.is_empty() {
        return dictionary.skip(number, line.trim(), "it has no category");
    }
    for id in ids {
        match category_of.get(id) {
            Some(&category) => dictionary.add(category, &words.join(" "), 1.0, number),
            None => {
                dictionary.note(
                    number,
                    format!("\"{}\" was not added to category {id}: the header does not define this category", words.join(" ")),
                );
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAMPLE: &str = "%\r\n1\tsecurity\r\n\t2\tterror\r\n3\ttrade\r\n%\r\ncounter-terror*\t1\t2\r\ntariff*\t3\r\ncustoms union 3\r\n\
        like\t(02 134)125/464\r\nkind <of>3\t3\r\nlost\t9\r\nalone\r\nso*me\t1\r\n";

    #[test]
    fn reads_categories_and_phrases_and_notes_what_it_skips() {
        let dictionary = read(SAMPLE, &Options::default()).expect("a dictionary");
        let categories: Vec<(String, Vec<&str>)> = dictionary
            .categories
            .iter()
            .map(|category| (category.path.join("/"), category.terms.iter().map(|term| term.text.as_str()).collect()))
            .collect();
        let expected = [
            ("security".to_owned(), vec!["counter-terror*"]),
            ("security/terror".to_owned(), vec!["counter-terror*"]),
            ("trade".to_owned(), vec!["tariff*", "customs union"]),
        ];
        assert_eq!(categories, expected);
        let lines: Vec<usize> = dictionary.notes.iter().map(|note| note.line).collect();
        assert_eq!(lines, [9, 10, 11, 12, 13]);
        assert!(dictionary.notes[4].text.contains("only supported at the end"), "{:?}", dictionary.notes);
    }

    #[test]
    fn a_missing_or_open_header_is_an_error_with_its_line() {
        for (text, line) in [
            ("tariff 1", 1),
            (
                "%
1 trade
tariff 1",
                3,
            ),
        ] {
            let error = read(text, &Options::default()).expect_err("no header");
            assert_eq!((error.kind(), error.line()), (ErrorKind::Structure, line));
        }
    }
}
