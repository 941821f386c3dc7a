//! WordStat (`.cat`): an outline indented by tabs; a term ends with its weight in brackets, a category does not.

use crate::{Dictionary, Error};

pub(crate) fn read(text: &str) -> Result<Dictionary, Error> {
    let mut dictionary = Dictionary::default();
    let mut above: Vec<(usize, String)> = Vec::new();
    for (number, line) in text.lines().enumerate().map(|(number, line)| (number + 1, line)) {
        if line.trim().is_empty() {
            continue;
        }
        // Blanks may stand before the tabs.
        let depth = line.chars().take_while(|c| c.is_whitespace()).filter(|c| *c == '\t').count();
        above.retain(|(known, _)| *known < depth);
        let weighted = line.trim().strip_suffix(')').and_then(|rest| rest.rsplit_once('('));
        match weighted.and_then(|(term, weight)| Some((term, weight.trim().parse::<f32>().ok()?))) {
            Some((term, weight)) => {
                let path: Vec<String> = above.iter().map(|(_, name)| name.clone()).collect();
                if path.is_empty() {
                    dictionary
                        .note(number, format!("\"{}\" is left out: it stands in no category (terms are indented by tabs)", term.trim()));
                    continue;
                }
                let category = dictionary.category(&path);
                // An underscore joins the words of a phrase.
                dictionary.add(category, &term.replace('_', " "), weight, number);
            }
            None if line.trim().starts_with('@') || line.trim().ends_with([')', ']']) => {
                dictionary.note(number, format!("\"{}\" is left out: it is neither a category nor a term with its weight", line.trim()));
            }
            None => {
                above.push((depth, line.trim().to_owned()));
                let path: Vec<String> = above.iter().map(|(_, name)| name.clone()).collect();
                dictionary.category(&path);
            }
        }
    }
    Ok(dictionary)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_outline_with_weights() {
        let dictionary = read("TRADE\n \tAGREEMENTS\n\t\tfree_trade (1)\n\t\tcustoms union* (0.5)\n\tTARIFF* (2)\nWAR\n\tarms (0)\n")
            .expect("a dictionary");
        let told: Vec<String> = dictionary
            .categories
            .iter()
            .flat_map(|category| category.terms.iter().map(|term| format!("{} {} {}", category.path.join("/"), term.text, term.weight)))
            .collect();
        assert_eq!(told, ["TRADE TARIFF* 2", "TRADE/AGREEMENTS free trade 1", "TRADE/AGREEMENTS customs union* 0.5"]);
        assert_eq!(dictionary.notes.len(), 1);
        let rules = read("TRADE\n\t@FREE [FREE NEAR TRADE]\n\tDUTY (x)\n\ttax (1)\narms (1)\n").expect("a dictionary");
        assert_eq!(rules.notes.iter().map(|note| note.line).collect::<Vec<_>>(), [2, 3, 5]);
        assert_eq!(rules.categories.len(), 1);
    }
}
