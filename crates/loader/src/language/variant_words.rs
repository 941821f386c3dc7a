//! Words from which variants of names are made: "N. Korea", "Saudi-Arabia", "Korea, Republic of", "U.S".

use super::layers::Layered;
use std::collections::BTreeMap;

/// The words of one language from which variants of names are made.
#[derive(Clone, Debug, Default)]
pub(crate) struct VariantWords {
    /// The short forms of words ("N." for "North").
    short: BTreeMap<String, Vec<String>>,
    /// The words that may come before "of" in names that an index writes in inverted order ("Republic"
    /// in "Korea, Republic of").
    heads: Vec<String>,
    /// The first words of other names that an index writes in inverted order ("South" in "Africa,
    /// South").
    firsts: Vec<String>,
    articles: Vec<String>,
    /// The words that join the head of a name to the rest of the name ("of").
    ends: Vec<String>,
}

/// The maximum number of forms that are made from one name by replacing words.
const MOST: usize = 48;

impl VariantWords {
    pub(super) fn new(layered: &Layered) -> Self {
        let mut short: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for (word, entry) in layered.group("short_words") {
            short.entry(word.to_owned()).or_default().extend(entry.keys.iter().cloned());
        }
        let words = |key| layered.words(key).collect();
        Self {
            short,
            heads: words("inverted_heads"),
            firsts: words("inverted_words"),
            articles: words("articles"),
            ends: words("head_ends"),
        }
    }

    /// Returns the forms of the name in which some or all words are shortened.
    pub(crate) fn shortened(&self, name: &str) -> Vec<String> {
        self.replaced(name, |word| self.short.get(word).cloned().unwrap_or_default())
    }

    /// Returns the name with hyphens in place of spaces. Returns `None` unless the name consists of
    /// two or three capitalised words without punctuation.
    pub(crate) fn hyphenated(&self, name: &str) -> Option<String> {
        let plain =
            |word: &str| word.starts_with(char::is_uppercase) && word.chars().nth(1).is_some() && word.chars().all(char::is_alphabetic);
        let words = name.split(' ').count();
        (!self.short.is_empty() && (2..=3).contains(&words) && name.split(' ').all(plain)).then(|| name.replace(' ', "-"))
    }

    /// Returns the forms of a name in the inverted order of an index ("Korea, Republic of", "Africa,
    /// South"), and the same forms with parentheses in place of the comma ("Africa (South)"). Each form
    /// is paired with `true` if it has a comma. Names with "of" are inverted only if `heads` is true.
    pub(crate) fn inverted(&self, name: &str, heads: bool) -> Vec<(String, bool)> {
        let mut forms = Vec::new();
        let mut add = |place: &str, rest: &str| {
            forms.push((format!("{place}, {rest}"), true));
            forms.push((format!("{place} ({rest})"), false));
        };
        if let Some((first, place)) = name.split_once(' ')
            && self.firsts.iter().any(|word| word == first)
            && place.starts_with(char::is_uppercase)
        {
            add(place, first);
        }
        let words: Vec<&str> = name.split(' ').collect();
        let of = words.iter().position(|word| self.ends.iter().any(|end| end == word)).filter(|&at| at > 0);
        let Some(of) = of.filter(|&at| heads && self.heads.iter().any(|head| head == words[at - 1])) else { return forms };
        let lead = words[..of].join(" ");
        let article = words.get(of + 1).filter(|word| self.articles.iter().any(|article| article == *word));
        let place = words[of + 1 + usize::from(article.is_some())..].join(" ");
        if !place.starts_with(char::is_uppercase) || place.contains([',', '(']) || !lead.starts_with(char::is_uppercase) {
            return forms;
        }
        for short in std::iter::once(lead.clone()).chain(self.shortened(&lead)) {
            add(&place, &format!("{short} {}", words[of]));
            if let Some(article) = article {
                add(&place, &format!("{short} {} {article}", words[of]));
            }
            if short.ends_with('.') {
                add(&place, &short);
            }
            if short == lead {
                for article in self.articles.iter().take(1) {
                    add(&place, &format!("{article} {short} {}", words[of]));
                }
            }
        }
        forms
    }

    /// Returns `true` if a name is written in the inverted order of an index ("Korea, Republic of").
    /// Such a name contains a comma.
    pub(crate) fn is_inverted(&self, name: &str) -> bool {
        let Some((_, rest)) = name.split_once(", ") else { return false };
        self.firsts.iter().any(|word| word == rest) || rest.split(' ').any(|word| self.heads.iter().any(|head| head == word))
    }

    /// Returns the forms of the name in which some or all words are replaced by one of their
    /// `options`.
    fn replaced(&self, name: &str, options: impl Fn(&str) -> Vec<String>) -> Vec<String> {
        let mut forms = vec![String::new()];
        let mut words = name.split(' ').peekable();
        while let Some(word) = words.next() {
            let gap = if words.peek().is_some() { " " } else { "" };
            let mut next: Vec<String> = forms.iter().map(|form| format!("{form}{word}{gap}")).collect();
            for option in options(word) {
                next.extend(forms.iter().map(|form| format!("{form}{option}{gap}")));
                // The space after an initial may be missing: "N.Korea".
                if option.len() == 2 && option.ends_with('.') && !gap.is_empty() {
                    next.extend(forms.iter().map(|form| format!("{form}{option}")));
                }
            }
            next.truncate(MOST);
            forms = next;
        }
        forms.retain(|form| form != name);
        forms
    }

    /// Returns the forms of a name in which one or more abbreviations lack their final period: "U.S" for
    /// "U.S.".
    pub(crate) fn unstopped(&self, name: &str) -> Vec<String> {
        self.replaced(name, |word| word.strip_suffix('.').filter(|rest| is_initials(rest)).map(str::to_owned).into_iter().collect())
    }
}

/// Returns `true` if a word consists of two or more capitals with periods between them ("U.S").
fn is_initials(word: &str) -> bool {
    let mut letters = word.split('.');
    let capital = |letter: &str| letter.chars().next().is_some_and(char::is_uppercase) && letter.chars().nth(1).is_none();
    word.contains('.') && letters.all(capital)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words() -> VariantWords {
        let strings = |words: &[&str]| words.iter().map(|&word| word.to_owned()).collect();
        VariantWords {
            short: [("South", vec!["S.", "S"]), ("Republic", vec!["Rep."]), ("Democratic", vec!["Dem."])]
                .into_iter()
                .map(|(word, short)| (word.to_owned(), strings(&short)))
                .collect(),
            heads: strings(&["Republic", "Kingdom"]),
            firsts: strings(&["South"]),
            articles: strings(&["the"]),
            ends: strings(&["of"]),
        }
    }

    #[test]
    fn variants() {
        let words = words();
        assert_eq!(words.shortened("South Korea"), ["S. Korea", "S.Korea", "S Korea"]);
        assert_eq!(words.shortened("Democratic Republic"), ["Dem. Republic", "Democratic Rep.", "Dem. Rep."]);
        assert_eq!(words.hyphenated("South Korea").as_deref(), Some("South-Korea"));
        assert_eq!(words.hyphenated("Republic of Korea"), None);
        assert_eq!(words.unstopped("U.N. Charter"), ["U.N Charter"]);
        assert!(words.unstopped("U.N Charter").is_empty() && words.unstopped("St. Lucia").is_empty());
        let inverted: Vec<String> = words.inverted("Republic of the Congo", true).into_iter().map(|(form, _)| form).collect();
        for form in ["Congo, Republic of the", "Congo (Republic of)", "Congo, Rep. of the", "Congo, Rep.", "Congo (the Republic of)"] {
            assert!(inverted.iter().any(|inverted| inverted == form), "{form}");
        }
        assert_eq!(words.inverted("South Africa", false), [("Africa, South".to_owned(), true), ("Africa (South)".to_owned(), false)]);
        assert!(words.inverted("Bank of Africa", true).is_empty());
        assert!(words.is_inverted("Africa, South") && words.is_inverted("Korea, Republic of") && !words.is_inverted("Hong Kong, China"));
    }
}
