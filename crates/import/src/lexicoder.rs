//! Lexicoder 3 (`.lc3`): `+category`, then one pattern a line.

use crate::{Dictionary, Error, Options};

pub(crate) fn read(text: &str, options: &Options) -> Result<Dictionary, Error> {
    let mut dictionary = Dictionary::default();
    let mut category = None;
    let mut leading = false;
    for (number, line) in text.lines().enumerate().map(|(number, line)| (number + 1, line)) {
        if let Some(name) = line.trim().strip_prefix('+') {
            if name.trim().is_empty() {
                return Err(Error { line: number, reason: "this category has no name".to_owned() });
            }
            category = Some(dictionary.category(&[name.trim().to_owned()]));
        } else if !line.trim().is_empty() {
            let Some(category) = category else {
                return Err(Error {
                    line: number,
                    reason: "a term stands before the first category (a line that begins with +)".to_owned(),
                });
            };
            leading |= !line.starts_with(' ');
            dictionary.add(category, &open_ended(line, options), 1.0, number);
        }
    }
    if leading && !options.whole_words {
        dictionary.note(0, "patterns are looked for from the beginning of a word on, never inside one; those without a blank behind them stand for all words that begin so");
    }
    Ok(dictionary)
}

/// A pattern that ends where a blank stands behind it, and else goes on in any way.
pub(crate) fn open_ended(pattern: &str, options: &Options) -> String {
    let ends = options.whole_words || pattern.ends_with(' ') || pattern.ends_with('*');
    format!("{}{}", pattern.trim(), if ends { "" } else { "*" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_blank_behind_a_pattern_ends_its_word() {
        let sample = "+macroeconomics\ninflation \ninterest rate\n\n+international_affairs\n foreign polic\nu.n. \n";
        let texts = |options: &Options| -> Vec<String> {
            let dictionary = read(sample, options).expect("a dictionary");
            dictionary.categories.iter().flat_map(|category| &category.terms).map(|term| term.text.clone()).collect()
        };
        assert_eq!(texts(&Options::default()), ["inflation", "interest rate*", "foreign polic*", "u.n."]);
        assert_eq!(texts(&Options::default().with_whole_words(true)), ["inflation", "interest rate", "foreign polic", "u.n."]);
        assert_eq!(read("inflation\n+x\n", &Options::default()).map_err(|error| error.line), Err(1));
    }
}
