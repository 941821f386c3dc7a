//! Reads WordStat files (`.cat`), which are outlines indented by tabs. A line that ends with a weight in parentheses is a term; any other line is a category.

use crate::{Dictionary, Error, Options};

pub(crate) fn read(text: &str, _: &Options) -> Result<Dictionary, Error> {
    let mut dictionary = Dictionary::default();
    // The names of the categories that enclose the current line, each with its depth.
    let mut open: Vec<(usize, String)> = Vec::new();
    let path_of = |open: &[(usize, String)]| open.iter().map(|(_, name)| name.clone()).collect::<Vec<_>>();
    for (number, line) in (1..).zip(text.lines()) {
        if line.trim().is_empty() {
            continue;
        }
        // Spaces may precede the tabs.
        let depth = line.chars().take_while(|c| c.is_whitespace()).filter(|c| *c == '\t').count();
        open.retain(|(above, _)| *above < depth);
        let weighted = line.trim().strip_suffix(')').and_then(|rest| rest.rsplit_once('('));
        match weighted.and_then(|(term, weight)| Some((term, weight.trim().parse::<f32>().ok()?))) {
            Some((term, _)) if open.is_empty() => {
                dictionary.skip(number, term.trim(), "it is not in a category (terms are indented by tabs)");
            }
            Some((term, weight)) => {
                let category = dictionary.category(&path_of(&open));
                // WordStat joins the words of a phrase with underscores.
                dictionary.add(category, &term.replace('_', " "), weight, number);
            }
            None if line.trim().starts_with('@') || line.trim().ends_with([')', ']']) => {
                dictionary.skip(number, line.trim(), "it is neither a category nor a term with a weight");
            }
            None => {
                open.push((depth, line.trim().to_owned()));
                dictionary.category(&path_of(&open));
            }
        }
    }
    Ok(dictionary)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_an_outline_with_weights() {
        let dictionary = read(
            "TRADE\n \tAGREEMENTS\n\t\tfree_trade (1)\n\t\tcustoms union* (0.5)\n\tTARIFF* (2)\nWAR\n\tarms (0)\n",
            &Options::default(),
        )
        .expect("a dictionary");
        let terms: Vec<String> = dictionary
            .categories
            .iter()
            .flat_map(|category| category.terms.iter().map(|term| format!("{} {} {}", category.path.join("/"), term.text, term.weight)))
            .collect();
        assert_eq!(terms, ["TRADE TARIFF* 2", "TRADE/AGREEMENTS free trade 1", "TRADE/AGREEMENTS customs union* 0.5"]);
        assert_eq!(dictionary.notes.len(), 1);
        let rules = read("TRADE\n\t@FREE [FREE NEAR TRADE]\n\tDUTY (x)\n\ttax (1)\narms (1)\n", &Options::default()).expect("a dictionary");
        assert_eq!(rules.notes.iter().map(|note| note.line).collect::<Vec<_>>(), [2, 3, 5]);
        assert_eq!(rules.categories.len(), 1);
    }
}
