//! Reads Lexicoder 3 files (`.lc3`). A line such as `+name` begins a category. Every other line is a pattern of the current
//! category.

use crate::pattern::open_ended;
use crate::{Dictionary, Error, ErrorKind, Options};

pub(crate) fn read(text: &str, options: &Options) -> Result<Dictionary, Error> {
    let mut dictionary = Dictionary::default();
    let mut category = None;
    let mut has_open_start = false;
    for (number, line) in (1..).zip(text.lines()) {
        if let Some(name) = line.trim().strip_prefix('+') {
            if name.trim().is_empty() {
                return Err(Error::new(ErrorKind::Structure, number, "the category has no name"));
            }
            category = Some(dictionary.category(&[name.trim().to_owned()]));
        } else if !line.trim().is_empty() {
            let Some(category) = category else {
                return Err(Error::new(
                    ErrorKind::Structure,
                    number,
                    "the term comes before the first category; a category is a line that begins with +",
                ));
            };
            has_open_start |= !line.starts_with(' ');
            dictionary.add(category, &open_ended(line, options), 1.0, number);
        }
    }
    if has_open_start && !options.whole_words() {
        dictionary.note(
            0,
            "in topics files, patterns match only at the beginning of a word, not inside it; a pattern without a trailing space matches all words that begin with the pattern",
        );
    }
    Ok(dictionary)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_trailing_space_ends_the_word() {
        let sample = "+macroeconomics\ninflation \ninterest rate\n\n+international_affairs\n foreign polic\nu.n. \n";
        let texts = |options: &Options| -> Vec<String> {
            let dictionary = read(sample, options).expect("a dictionary");
            dictionary.categories.iter().flat_map(|category| &category.terms).map(|term| term.text.clone()).collect()
        };
        assert_eq!(texts(&Options::default()), ["inflation", "interest rate*", "foreign polic*", "u.n."]);
        assert_eq!(texts(&Options::default().with_whole_words(true)), ["inflation", "interest rate", "foreign polic", "u.n."]);
        let error = read("inflation\n+x\n", &Options::default()).expect_err("a term without category");
        assert_eq!((error.kind(), error.line()), (ErrorKind::Structure, 1));
    }
}
