//! The lists that language files consist of: which keys each kind of file has, and what stands under them.

use crate::placement::Sheet;

/// What stands under a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// `true` or `false`.
    Flag,
    /// Words or phrases.
    Words,
    /// Words or phrases in which braces list alternatives.
    Spelled,
    /// A table of words with whole numbers.
    Numbers,
    /// A table of letters with what they fold to.
    Letters,
    /// A table of words with numbers or names of units, or a list of words.
    Values,
    /// A table of verbs with their four forms.
    Forms,
    /// `[[body]]` tables: words with their sector.
    Bodies,
    /// Tables with a key that identifies each.
    Rules(&'static str),
}

use Shape::{Bodies, Flag, Forms, Letters, Numbers, Rules, Spelled, Values, Words};

/// A list: its key, what stands under it, and its family. An entry of an upper layer replaces the entries of the same word in all lists of the family.
pub(crate) type List = (&'static str, Shape, &'static str);

const GENERAL: &[List] = &[
    ("title", Words, "abbreviation"),
    ("before_number", Words, "abbreviation"),
    ("after_number", Words, "abbreviation"),
    ("never", Words, "abbreviation"),
    ("anywhere", Words, "abbreviation"),
    ("small_letters_only", Words, ""),
    ("starters", Words, ""),
    ("lower_case_openers", Words, ""),
    ("clitics", Words, ""),
    ("definition_cues", Words, ""),
    ("collectives", Words, ""),
    ("articles", Words, ""),
    ("joins", Words, ""),
    ("year_leads", Words, ""),
    ("head_nouns", Spelled, ""),
    ("organ_head_nouns", Spelled, ""),
    ("head_ends", Words, ""),
    ("language_nouns", Words, ""),
    ("deictics", Words, ""),
    ("count_leads", Words, ""),
    ("counts", Numbers, ""),
    ("headings", Numbers, ""),
    ("letters", Letters, ""),
    ("given_names", Words, ""),
    ("honorifics", Words, ""),
    ("surnames", Words, ""),
    ("surname_prefixes", Words, ""),
    ("names_before", Words, ""),
    ("names_behind", Words, ""),
    ("names_behind_town", Words, ""),
];

const ACTORS: &[List] = &[("direct", Flag, ""), ("body", Bodies, ""), ("words.*", Spelled, ""), ("numbers", Numbers, "")];
const TIME: &[List] = &[("ordinals", Words, ""), ("classes.*", Values, ""), ("rule", Rules("name"), "")];
const VERBS: &[List] = &[("verb", Rules("example"), ""), ("noun", Rules("example"), ""), ("irregular", Forms, "")];
const INFLECTION: &[List] = &[("noun", Rules("example"), ""), ("demonym", Rules("example"), ""), ("adjective", Rules("example"), "")];

/// All kinds of files.
pub(crate) const SHEETS: [Sheet; 5] = [Sheet::General, Sheet::Actors, Sheet::Time, Sheet::Verbs, Sheet::Inflection];

/// The lists of a kind of file.
pub(crate) const fn lists(sheet: Sheet) -> &'static [List] {
    match sheet {
        Sheet::General => GENERAL,
        Sheet::Actors => ACTORS,
        Sheet::Time => TIME,
        Sheet::Verbs => VERBS,
        Sheet::Inflection => INFLECTION,
    }
}

/// What stands under a key ("starters", "classes.month"), and its family.
pub(crate) fn list(sheet: Sheet, path: &str) -> Option<(Shape, &'static str)> {
    let fits = |name: &str| name == path || name.strip_suffix('*').is_some_and(|group| path.len() > group.len() && path.starts_with(group));
    lists(sheet).iter().find(|(name, ..)| fits(name)).map(|(_, shape, family)| (*shape, *family))
}

/// Whether a key is a group of lists ("classes").
pub(crate) fn is_group(sheet: Sheet, key: &str) -> bool {
    lists(sheet).iter().any(|(name, ..)| name.strip_suffix(".*") == Some(key))
}

/// The keys at the top of a kind of file.
pub(crate) fn keys(sheet: Sheet) -> Vec<&'static str> {
    lists(sheet).iter().map(|(name, ..)| name.strip_suffix(".*").unwrap_or(name)).chain(["drop", "replace"]).collect()
}

/// The kinds of files that have a key.
pub(crate) fn homes(key: &str) -> impl Iterator<Item = Sheet> {
    SHEETS.into_iter().filter(move |sheet| lists(*sheet).iter().any(|(name, ..)| name.strip_suffix(".*").unwrap_or(name) == key))
}
