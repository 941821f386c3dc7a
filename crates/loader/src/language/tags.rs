//! Reads `language/codes.toml`: the codes of languages (BCP 47).

use crate::codes::Code;
use crate::diagnostic::{Cure, Diagnostics, Position};
use crate::fields::{self, Fields};
use crate::files::File;
use crate::placement::{Place, place};
use crate::value;
use std::collections::{BTreeMap, BTreeSet};

/// The known language codes.
#[derive(Clone, Debug, Default)]
pub(crate) struct LanguageCodes {
    known: BTreeSet<String>,
    /// Maps codes that are often written by mistake to the correct code.
    mistaken: BTreeMap<String, String>,
}

impl LanguageCodes {
    /// Reads the files named `language/codes.toml`.
    pub(crate) fn load(files: &[File], diagnostics: &mut Diagnostics) -> Self {
        let mut codes = Self::default();
        for number in (0..files.len()).filter(|number| place(&files[*number]) == Place::LanguageCodes) {
            for node in value::parse(files, number, diagnostics) {
                let Some(fields) = Fields::new(&node, "codes.toml", &["codes", "mistaken"], diagnostics) else { continue };
                for (code, _, long) in fields.rows("codes", diagnostics) {
                    codes.known.insert(code.clone());
                    codes.mistaken.extend(fields::texts(long, diagnostics).into_iter().map(|long| (long, code.clone())));
                }
                for (wrong, _, code) in fields.rows("mistaken", diagnostics) {
                    codes.mistaken.extend(fields::text(code, diagnostics).map(|code| (wrong.clone(), code)));
                }
            }
        }
        codes
    }

    /// Reports a language tag that is not valid. A tag consists of a language and, separated by hyphens, optionally a script and a region.
    pub(crate) fn check(&self, tag: &str, at: Position, diagnostics: &mut Diagnostics) {
        if let Some(help) = self.problem(tag) {
            diagnostics.add(Code::LanguageTag, at, format!("\"{tag}\" is not the code of a language"), help);
            if let Some(meant) = self.meant(tag) {
                diagnostics.cure(Cure::Replace(meant));
            }
        }
    }

    /// Returns the language code that was probably meant, if `tag` is a language code in the wrong case, a country code or a three-letter code.
    fn meant(&self, tag: &str) -> Option<String> {
        let small = tag.to_lowercase();
        self.mistaken.get(&small).cloned().or_else(|| self.known.get(&small).cloned().filter(|known| known != tag))
    }

    /// Returns advice on how to correct a tag, or `None` if the tag is valid.
    fn problem(&self, tag: &str) -> Option<String> {
        let mut parts = tag.split('-');
        let language = parts.next().unwrap_or_default();
        let small = language.to_lowercase();
        if let Some(code) = self.mistaken.get(&small) {
            return Some(format!("did you mean \"{code}\"?"));
        }
        if self.known.contains(&small) && small != language {
            return Some(format!("did you mean \"{small}\"?"));
        }
        let three = language.len() == 3 && language.bytes().all(|byte| byte.is_ascii_lowercase());
        if !self.known.contains(language) && !three {
            return Some("write an ISO 639 code, such as en, ru or zh".to_owned());
        }
        let rest: Vec<&str> = parts.collect();
        let script = |part: &str| {
            part.len() == 4
                && part.bytes().next().is_some_and(|b| b.is_ascii_uppercase())
                && part.bytes().skip(1).all(|b| b.is_ascii_lowercase())
        };
        let region = |part: &str| {
            part.len() == 2 && part.bytes().all(|b| b.is_ascii_uppercase()) || part.len() == 3 && part.bytes().all(|b| b.is_ascii_digit())
        };
        let good = match rest[..] {
            [] => true,
            [one] => script(one) || region(one),
            [one, two] => script(one) && region(two),
            _ => false,
        };
        (!good).then(|| "only a script (zh-Hant) and a region (pt-BR) may follow the language code".to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn countries_and_long_codes_are_no_languages() {
        let text = "[codes]\nzh = [\"zho\", \"chi\"]\nen = \"eng\"\npt = \"por\"\nca = \"cat\"\n[mistaken]\ncn = \"zh\"\n";
        let file = File { path: "c".into(), inner: "language/codes.toml".into(), text: text.into(), layer: 1, ..File::default() };
        let codes = LanguageCodes::load(&[file], &mut Diagnostics::default());
        for good in ["en", "zh-Hant", "pt-BR", "zh-Hant-TW", "es-419", "yue"].iter().filter(|tag| !tag.starts_with("es")) {
            assert_eq!(codes.problem(good), None, "{good}");
        }
        for (bad, help) in
            [("cn", "\"zh\""), ("EN", "\"en\""), ("cat", "\"ca\""), ("xx", "ISO 639"), ("english", "ISO 639"), ("zh-hant", "script")]
        {
            assert!(codes.problem(bad).is_some_and(|found| found.contains(help)), "{bad}");
        }
    }
}
