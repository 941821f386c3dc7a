//! LIWC's `.dic` of 2001 to 2015: numbered categories between two lines of `%`, then a word and the numbers of its categories a line.

use crate::{Dictionary, Error};
use std::collections::BTreeMap;

pub(crate) fn read(text: &str) -> Result<Dictionary, Error> {
    let mut dictionary = Dictionary::default();
    let mut numbers: BTreeMap<&str, usize> = BTreeMap::new();
    let mut lines = text.lines().enumerate().map(|(number, line)| (number + 1, line));
    let fail = |line, reason: &str| Err(Error { line, reason: reason.to_owned() });
    match lines.by_ref().find(|(_, line)| !line.trim().is_empty()) {
        Some((_, line)) if line.trim() == "%" => {}
        other => return fail(other.map_or(1, |(number, _)| number), "a LIWC dictionary begins with a line of % alone"),
    }
    // Tabs before a number say how deep a category lies below those above it.
    let mut above: Vec<String> = Vec::new();
    let mut closed = false;
    for (number, line) in lines.by_ref() {
        if line.trim() == "%" {
            closed = true;
            break;
        }
        if line.trim().is_empty() {
            continue;
        }
        let depth = line.chars().take_while(|c| *c == '\t').count();
        let Some((id, name)) = line.trim().split_once(char::is_whitespace) else {
            dictionary.note(number, format!("\"{}\" is left out: a category has a number and a name", line.trim()));
            continue;
        };
        above.truncate(depth);
        above.push(name.trim().to_owned());
        let category = dictionary.category(&above);
        if numbers.insert(id, category).is_some() {
            dictionary.note(number, format!("two categories have the number {id}; the later one counts"));
        }
    }
    if !closed {
        return fail(text.lines().count().max(1), "the list of categories has no second line of % alone");
    }
    for (number, line) in lines {
        if !line.trim().is_empty() {
            entry(line, number, &numbers, &mut dictionary);
        }
    }
    Ok(dictionary)
}

fn entry(line: &str, number: usize, numbers: &BTreeMap<&str, usize>, dictionary: &mut Dictionary) {
    if line.contains(['<', '(']) {
        return dictionary.note(number, format!("\"{}\" is left out: categories under a condition are not known", line.trim()));
    }
    let fields: Vec<&str> = line.split_whitespace().collect();
    let is_number = |field: &&str| field.bytes().all(|byte| byte.is_ascii_digit());
    // A word may be a phrase: the numbers at the end are the categories. Behind a tab all is numbers.
    let words = match line.trim().split_once('\t') {
        Some((words, _)) => words.split_whitespace().count(),
        None => fields.len() - fields.iter().skip(1).rev().take_while(|field| is_number(field)).count(),
    };
    let (words, ids) = fields.split_at(words);
    if ids.is_empty() {
        return dictionary.note(number, format!("\"{}\" is left out: it names no category", line.trim()));
    }
    for id in ids {
        match numbers.get(id) {
            Some(&category) => dictionary.add(category, &words.join(" "), 1.0, number),
            None => dictionary
                .note(number, format!("\"{}\" names the category {id}, which is not in the list, and is left out of it", words.join(" "))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SAMPLE: &str = "%\r\n1\tsecurity\r\n\t2\tterror\r\n3\ttrade\r\n%\r\ncounter-terror*\t1\t2\r\ntariff*\t3\r\ncustoms union 3\r\n\
        like\t(02 134)125/464\r\nkind <of>3\t3\r\nlost\t9\r\nalone\r\nso*me\t1\r\n";

    #[test]
    fn categories_phrases_and_what_is_left_out() {
        let dictionary = read(SAMPLE).expect("a dictionary");
        let told: Vec<(String, Vec<&str>)> = dictionary
            .categories
            .iter()
            .map(|category| (category.path.join("/"), category.terms.iter().map(|term| term.text.as_str()).collect()))
            .collect();
        let expected = [
            ("security".to_owned(), vec!["counter-terror*"]),
            ("security/terror".to_owned(), vec!["counter-terror*"]),
            ("trade".to_owned(), vec!["tariff*", "customs union"]),
        ];
        assert_eq!(told, expected);
        let lines: Vec<usize> = dictionary.notes.iter().map(|note| note.line).collect();
        assert_eq!(lines, [9, 10, 11, 12, 13]);
        assert!(dictionary.notes[4].text.contains("only stand at the end"), "{:?}", dictionary.notes);
    }

    #[test]
    fn what_is_no_dictionary_is_told_with_its_line() {
        assert_eq!(read("tariff 1").map_err(|error| error.line), Err(1));
        assert_eq!(read("%\n1 trade\ntariff 1").map_err(|error| error.line), Err(3));
    }
}
