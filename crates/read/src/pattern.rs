//! Reads metadata from file names, using a pattern such as `{country}_{session}_{year}`.

use crate::ReadErrorKind;
use crate::error::{ReadError, bail};
use chancery_text::{Date, DateSource, Metadata};
use regex::Regex;

/// A pattern for file names. It consists of plain text and named parts in braces, and is matched
/// against the file name without its extension.
///
/// `{date}` and `{year}` give the date of the document, `{id}` its id, `{language}` its language
/// and `{speaker}` its speaker. The values of `{date}` and `{year}`, and of parts with any other
/// name, become fields of the metadata.
#[derive(Clone, Debug)]
pub struct NamePattern {
    regex: Regex,
    names: Vec<String>,
    written: String,
}

impl NamePattern {
    /// Compiles a pattern such as `{country}_{session}_{year}`.
    ///
    /// # Errors
    /// Returns an error in these cases:
    ///
    /// - A brace is not closed.
    /// - A name is used twice, or is not valid.
    /// - No text separates two parts of variable length.
    /// - The pattern has no named part.
    pub fn new(written: &str) -> Result<Self, ReadError> {
        let stem = written.strip_suffix(".txt").unwrap_or(written);
        let mut regex = String::from("^");
        let mut names: Vec<String> = Vec::new();
        let mut rest = stem;
        while let Some(open) = rest.find('{') {
            regex.push_str(&regex::escape(&rest[..open]));
            let Some(close) = rest[open..].find('}') else {
                bail!(InvalidOption, "the name pattern {written} has a {{ without a closing }}")
            };
            let name = &rest[open + 1..open + close];
            if name.is_empty() || !name.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_') {
                bail!(InvalidOption, "the name pattern {written} has {{{name}}}, but a name may contain only ASCII letters, digits and _");
            }
            if names.iter().any(|known| known == name) {
                bail!(InvalidOption, "the name pattern {written} has {{{name}}} twice");
            }
            regex.push_str(match name {
                "year" => "([0-9]{4})",
                "date" => "([0-9]{4}(?:-?[0-9]{2}(?:-?[0-9]{2})?)?)",
                _ => "(.+?)",
            });
            // Two adjacent parts without a fixed length must be separated by text. Otherwise, it is
            // unclear where the first part ends.
            if open == 0 && name != "year" && names.last().is_some_and(|last| last != "year") {
                let last = names.last().map_or("", String::as_str);
                bail!(
                    InvalidOption,
                    "the name pattern {written} has nothing between {{{last}}} and {{{name}}}; write the text that separates these parts in the file names"
                );
            }
            names.push(name.to_owned());
            rest = &rest[open + close + 1..];
        }
        if names.is_empty() {
            bail!(
                InvalidOption,
                "the name pattern {written} has no names in braces; write a pattern such as \"{{country}}_{{session}}_{{year}}\""
            );
        }
        regex.push_str(&regex::escape(rest));
        regex.push('$');
        let too_large =
            |error: regex::Error| ReadError::new(ReadErrorKind::InvalidOption, "the name pattern is too large").with_source(error);
        Ok(Self { regex: Regex::new(&regex).map_err(too_large)?, names, written: written.to_owned() })
    }

    /// Matches the file name `stem` (without its extension) against the pattern, and adds the values
    /// of the named parts to the metadata. Returns the id if the pattern contains `{id}`.
    ///
    /// # Errors
    /// Returns an error if the name does not match the pattern, or if a date in the name is not
    /// valid.
    pub fn apply(&self, stem: &str, metadata: &mut Metadata) -> Result<Option<String>, ReadError> {
        let Some(found) = self.regex.captures(stem) else {
            return Err(ReadError::new(
                ReadErrorKind::FileName,
                format!("the file name \"{stem}\" does not match the pattern {}", self.written),
            ));
        };
        let mut id = None;
        for (at, name) in self.names.iter().enumerate() {
            let value = found.get(at + 1).map_or("", |part| part.as_str());
            match name.as_str() {
                "id" => id = Some(value.to_owned()),
                "language" => metadata.language = Some(value.to_owned()),
                "speaker" => metadata.speaker = Some(value.to_owned()),
                "date" | "year" => {
                    let plain: String = value.chars().filter(char::is_ascii_digit).collect();
                    let number = |range: std::ops::Range<usize>| plain.get(range).and_then(|digits| digits.parse().ok());
                    let date = plain.get(..4).and_then(|year| Date::new(year.parse().ok()?, number(4..6), number(6..8)));
                    let Some(date) = date else { bail!(FileName, "the file name \"{stem}\" contains {value}, which is not a valid date") };
                    if metadata.date.is_none() || name == "date" {
                        metadata.date = Some(date);
                        metadata.date_source = Some(DateSource::FileName);
                    }
                    metadata.fields.insert(name.clone(), value.to_owned());
                }
                _ => drop(metadata.fields.insert(name.clone(), value.to_owned())),
            }
        }
        Ok(id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_dates() {
        let pattern = NamePattern::new("{country}_{session}_{year}.txt").unwrap();
        let mut meta = Metadata::default();
        assert_eq!(pattern.apply("CHN_75_2020", &mut meta).unwrap(), None);
        assert_eq!(meta.date.map(|date| date.to_string()).as_deref(), Some("2020"));
        assert_eq!(meta.fields["country"], "CHN");
        assert!(pattern.apply("README", &mut meta).unwrap_err().to_string().contains("does not match"));
        let spoken = NamePattern::new("{speaker}_{session}_{year}").unwrap();
        spoken.apply("KAZ_75_2020", &mut meta).unwrap();
        assert_eq!(meta.speaker.as_deref(), Some("KAZ"));
        let dated = NamePattern::new("{date}-{id}").unwrap();
        assert_eq!(dated.apply("2001-06-15-charter", &mut meta).unwrap().as_deref(), Some("charter"));
        assert_eq!(meta.date.map(|date| date.to_string()).as_deref(), Some("2001-06-15"));
        assert!(NamePattern::new("plain").is_err() && NamePattern::new("{a").is_err() && NamePattern::new("{a}{a}").is_err());
        assert!(NamePattern::new("{country}{session}").unwrap_err().to_string().contains("between {country} and {session}"));
        assert!(NamePattern::new("{country}{year}_{session}").is_ok());
    }
}
