//! A dictionary as a topics file.

use crate::{Category, Dictionary};
use std::collections::BTreeSet;
use std::fmt::Write;

/// How a topics file is written.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Topics {
    /// Put before each id with a dot, so that ids of several dictionaries do not meet; none when empty.
    pub prefix: String,
    /// Whether the file takes the place of the topics below it in the layers (`replace = true`).
    pub replace: bool,
    /// What the file says of its source; line breaks become blanks.
    pub source: String,
}

impl Topics {
    /// With this prefix, replacing or not, from this source.
    #[must_use]
    pub fn new(prefix: impl Into<String>, replace: bool, source: impl Into<String>) -> Self {
        Self { prefix: prefix.into(), replace, source: source.into() }
    }
}

impl Dictionary {
    /// The dictionary as a topics file (TOML): one `[[topic]]` for each category, its id made of the names above it and its own, joined by dots.
    #[must_use]
    pub fn to_topics(&self, how: &Topics) -> String {
        let mut out = String::from("# Topics imported by `chancery topics import`; edit freely (format: data/topics/README.md).\n");
        if !how.source.is_empty() {
            let _ = writeln!(
                out,
                "# Source: {}. Its licence holds for this file too.",
                how.source.split_whitespace().collect::<Vec<_>>().join(" ")
            );
        }
        if how.replace {
            out.push_str("\nreplace = true # these topics take the place of the embedded ones\n");
        }
        let mut taken = BTreeSet::new();
        for category in &self.categories {
            let id = unique(id(&how.prefix, category), &mut taken);
            let label = category.path.last().map_or("", String::as_str);
            let _ = write!(out, "\n[[topic]]\nid     = {}\nlabel  = {}\nterms  = [", quoted(&id), quoted(label));
            for term in &category.terms {
                let text = quoted(&term.text);
                let _ = if term.weight == 1.0 {
                    write!(out, "\n    {text},")
                } else {
                    write!(out, "\n    {{ n = {text}, weight = {} }},", term.weight)
                };
            }
            out.push_str(if category.terms.is_empty() { "]\n" } else { "\n]\n" });
        }
        out
    }
}

fn id(prefix: &str, category: &Category) -> String {
    let prefix = Some(prefix).filter(|prefix| !prefix.is_empty());
    let names = prefix.into_iter().chain(category.path.iter().map(String::as_str));
    names.map(slug).collect::<Vec<_>>().join(".")
}

/// Small letters and digits, all else a hyphen.
fn slug(name: &str) -> String {
    let kept: String = name.chars().flat_map(char::to_lowercase).map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let joined = kept.split_whitespace().collect::<Vec<_>>().join("-");
    if joined.is_empty() { "x".to_owned() } else { joined }
}

/// An id that no other category has: two names may differ in what a slug leaves out.
fn unique(id: String, taken: &mut BTreeSet<String>) -> String {
    let mut candidate = id.clone();
    let mut number = 2;
    while !taken.insert(candidate.clone()) {
        candidate = format!("{id}-{number}");
        number += 1;
    }
    candidate
}

/// A TOML basic string.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            c if c.is_control() => {
                let _ = write!(out, "\\u{:04X}", c as u32);
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Format, Options};

    #[test]
    fn ids_are_unique_and_strings_escaped() {
        let lc3 = "+Trade & \"aid\"\nfree trade \n+trade aid\ntariff\n";
        let dictionary = Format::Lexicoder.read(lc3, &Options::default()).expect("a dictionary");
        let expected = "# Topics imported by `chancery topics import`; edit freely (format: data/topics/README.md).\n# Source: mine. Its licence holds for this file too.\n\
            \nreplace = true # these topics take the place of the embedded ones\n\
            \n[[topic]]\nid     = \"my.trade-aid\"\nlabel  = \"Trade & \\\"aid\\\"\"\nterms  = [\n    \"free trade\",\n]\n\
            \n[[topic]]\nid     = \"my.trade-aid-2\"\nlabel  = \"trade aid\"\nterms  = [\n    \"tariff*\",\n]\n";
        assert_eq!(dictionary.to_topics(&Topics::new("my", true, "mine")), expected);
    }
}
