//! Writes ids, strings and dates for data files.

use chancery_text::fold::Folder;

/// Returns the year, month and day of the date `days` days after 1970-01-01. The algorithm is from
/// Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
#[must_use]
pub const fn civil(days: i64) -> (i64, i64, i64) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let day = days.rem_euclid(146_097);
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let of_year = day - (365 * year + year / 4 - year / 100);
    let month = (5 * of_year + 2) / 153;
    let (day, month) = (of_year - (153 * month + 2) / 5 + 1, if month < 10 { month + 3 } else { month - 9 });
    (year + era * 400 + (month <= 2) as i64, month, day)
}

/// Writes `text` as a TOML string. The text determines the kind of quotation marks.
pub(crate) fn quoted(text: &str) -> String {
    toml_edit::Value::from(text).to_string().trim().to_owned()
}

/// Converts a name to a slug, the part of an entity's id after the period: `Côte d'Ivoire's
/// Council` becomes `cote-divoires-council`. A slug consists of lower-case ASCII letters, digits
/// and hyphens. If the name has no such characters, the slug is `x`.
pub(crate) fn slug(name: &str) -> String {
    let folded = Folder::default().word(name);
    let kept: String =
        folded.chars().filter(|c| *c != '\'').map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { ' ' }).collect();
    let joined = kept.split_whitespace().collect::<Vec<_>>().join("-");
    if joined.is_empty() { "x".to_owned() } else { joined }
}

/// Returns `id` if it is not in use. Otherwise, appends the lowest number that results in an id
/// that is not in use: `igo.x-2`, `igo.x-3` and so on.
pub(crate) fn unused(id: &str, used: impl Fn(&str) -> bool) -> String {
    let mut candidate = id.to_owned();
    let mut number = 2;
    while used(&candidate) {
        candidate = format!("{id}-{number}");
        number += 1;
    }
    candidate
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_dates() {
        assert_eq!([civil(0), civil(11_016), civil(20_786)], [(1970, 1, 1), (2000, 2, 29), (2026, 11, 29)]);
    }

    #[test]
    fn slugs_and_strings() {
        assert_eq!(slug("Côte d'Ivoire's Council"), "cote-divoires-council");
        assert_eq!(slug("上合"), "x");
        assert_eq!(quoted("a \"b\" \\ c"), "'a \"b\" \\ c'");
        assert_eq!(unused("igo.x", |id| id == "igo.x"), "igo.x-2");
    }
}
