//! Writes a dictionary as a topics file.

use crate::text::{one_line, quoted};
use crate::{Category, Dictionary};
use std::collections::BTreeSet;
use std::fmt::Write;

/// Options that determine what [`Dictionary::to_topics`] writes.
///
/// ```
/// use chancery_import::TopicsOptions;
///
/// let options = TopicsOptions::default().with_prefix("liwc").with_replace(true).with_source("policy.dic");
/// ```
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TopicsOptions {
    prefix: String,
    replace: bool,
    source: String,
}

impl TopicsOptions {
    /// Sets a prefix for the topic ids, so that the ids of different dictionaries do not collide. A dot separates the prefix from the rest of the id.
    /// Default: no prefix.
    #[must_use]
    pub fn with_prefix(mut self, prefix: impl Into<String>) -> Self {
        self.prefix = prefix.into();
        self
    }

    /// Sets whether the file replaces the topics of lower data layers (`replace = true`) instead of adding to them. Default: false.
    #[must_use]
    pub const fn with_replace(mut self, replace: bool) -> Self {
        self.replace = replace;
        self
    }

    /// Sets the source of the dictionary. A comment at the top of the file names it, with line breaks replaced by spaces. Default: no comment.
    #[must_use]
    pub fn with_source(mut self, source: impl Into<String>) -> Self {
        self.source = source.into();
        self
    }
}

impl Dictionary {
    /// Writes the dictionary as a topics file in TOML, with one `[[topic]]` table per category.
    ///
    /// The id of a topic consists of the category names from the root down, joined by dots. The names are converted to lower case, and each sequence of
    /// characters that are neither letters nor digits is replaced with a hyphen. If two categories would have the same id, a number is appended to the
    /// later one.
    #[must_use]
    pub fn to_topics(&self, options: &TopicsOptions) -> String {
        let mut out = String::from(
            "# Topics imported by `chancery topics import`. You can edit this file; data/topics/README.md describes its format.\n",
        );
        if !options.source.is_empty() {
            let _ = writeln!(out, "# Source: {}. Its licence also applies to this file.", one_line(&options.source));
        }
        if options.replace {
            out.push_str("\nreplace = true # these topics replace the embedded ones\n");
        }
        let mut taken = BTreeSet::new();
        for category in &self.categories {
            let id = unique(id(&options.prefix, category), &mut taken);
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

/// Returns the id of a category. Another category may have the same id.
fn id(prefix: &str, category: &Category) -> String {
    let prefix = Some(prefix).filter(|prefix| !prefix.is_empty());
    let names = prefix.into_iter().chain(category.path.iter().map(String::as_str));
    names.map(slug).collect::<Vec<_>>().join(".")
}

/// Converts a name to lower case and replaces each sequence of characters that are neither letters nor digits with a hyphen.
fn slug(name: &str) -> String {
    let kept: String = name.chars().flat_map(char::to_lowercase).map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    let joined = kept.split_whitespace().collect::<Vec<_>>().join("-");
    if joined.is_empty() { "x".to_owned() } else { joined }
}

/// Makes an id unique: appends a number if `id` is already in `taken`, and adds the result to `taken`. Two categories can have the same id, because names that
/// differ only in punctuation have the same slug.
fn unique(id: String, taken: &mut BTreeSet<String>) -> String {
    let mut candidate = id.clone();
    let mut number = 2;
    while !taken.insert(candidate.clone()) {
        candidate = format!("{id}-{number}");
        number += 1;
    }
    candidate
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Format, Options};

    #[test]
    fn ids_are_unique_and_strings_escaped() {
        let lc3 = "+Trade & \"aid\"\nfree trade \n+trade aid\ntariff\n";
        let dictionary = Format::Lexicoder.read(lc3, &Options::default()).expect("a dictionary");
        let expected = "# Topics imported by `chancery topics import`. You can edit this file; data/topics/README.md describes its format.\n# Source: mine. Its licence also applies to this file.\n\
            \nreplace = true # these topics replace the embedded ones\n\
            \n[[topic]]\nid     = \"my.trade-aid\"\nlabel  = \"Trade & \\\"aid\\\"\"\nterms  = [\n    \"free trade\",\n]\n\
            \n[[topic]]\nid     = \"my.trade-aid-2\"\nlabel  = \"trade aid\"\nterms  = [\n    \"tariff*\",\n]\n";
        assert_eq!(dictionary.to_topics(&TopicsOptions::default().with_prefix("my").with_replace(true).with_source("mine")), expected);
    }
}
