//! Defines the lists of language files: the keys of each kind of file, and the shape of their
//! values.

use crate::placement::Sheet;

/// The shape of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// `true` or `false`.
    Flag,
    /// Words or phrases.
    Words,
    /// Words or phrases in which braces list alternatives.
    Spelled,
    /// A table that maps words to whole numbers.
    Numbers,
    /// A table that maps letters or words to strings, for example a letter to its folded form.
    Letters,
    /// A table that maps each word to a number or the name of a unit. A plain list of words is also
    /// allowed.
    Values,
    /// A table that maps the base form of each verb to its four other forms.
    Forms,
    /// `[[body]]` tables: words with their sector.
    Bodies,
    /// An array of tables. Each table is a rule. The field is the name of the key that identifies
    /// the rule.
    Rules(&'static str),
}

use Shape::{Bodies, Flag, Forms, Letters, Numbers, Rules, Spelled, Values, Words};

/// A list in a language file: its key, the shape of its value, and its family. A family is a set of
/// lists that together may contain each word only once. An entry of an upper layer replaces the entries with
/// the same word in all lists of the family. A list with an empty family name forms a family by
/// itself.
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
    ("capital_pronouns", Words, ""),
    ("greetings", Words, ""),
    ("closings", Words, ""),
    ("figure_labels", Words, ""),
    ("day_halves", Words, ""),
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
    ("count_phrases", Numbers, ""),
    ("count_nouns", Words, ""),
    ("count_verbs", Words, ""),
    ("count_prefixes", Words, ""),
    ("next_points", Words, ""),
    ("last_points", Words, ""),
    ("point_ends", Words, ""),
    ("document_ends", Words, ""),
    ("references", Words, ""),
    ("headings", Numbers, ""),
    ("letters", Letters, ""),
    ("given_names", Words, ""),
    ("honorifics", Words, ""),
    ("surnames", Words, ""),
    ("surname_prefixes", Words, ""),
    ("names_before", Words, ""),
    ("names_behind", Words, ""),
    ("names_behind_town", Words, ""),
    ("negations", Words, ""),
    ("exclusions", Words, ""),
    ("regions.*", Words, ""),
    ("doubtful_regions.*", Words, ""),
    ("short_words.*", Words, ""),
    ("inverted_heads", Words, ""),
    ("inverted_words", Words, ""),
];

const ACTORS: &[List] = &[("direct", Flag, ""), ("body", Bodies, ""), ("words.*", Spelled, ""), ("numbers", Numbers, "")];
const TIME: &[List] =
    &[("ordinals", Words, ""), ("plurals", Words, ""), ("past", Words, ""), ("classes.*", Values, ""), ("rule", Rules("name"), "")];
const VERBS: &[List] = &[("verb", Rules("example"), ""), ("noun", Rules("example"), ""), ("irregular", Forms, "")];
const INFLECTION: &[List] = &[("noun", Rules("example"), ""), ("demonym", Rules("example"), ""), ("adjective", Rules("example"), "")];
const RECORDS: &[List] = &[
    ("instrument.*", Spelled, ""),
    ("instruments.*", Spelled, ""),
    ("instrument_kind.*", Words, ""),
    ("meeting_kind.*", Words, ""),
    ("symbols", Letters, ""),
    ("meeting.*", Spelled, ""),
    ("meetings.*", Spelled, ""),
    ("level.*", Spelled, ""),
    ("local.*", Spelled, ""),
    ("ordinals", Numbers, ""),
    ("words.*", Spelled, ""),
];
const OUTLINE: &[List] = &[
    ("types", Words, ""),
    ("turns_type", Words, ""),
    ("dateline_type", Words, ""),
    ("title.*", Spelled, ""),
    ("opening.*", Spelled, ""),
    ("formula.*", Spelled, ""),
    ("line.*", Spelled, ""),
    ("signature.*", Spelled, ""),
    ("heading.*", Spelled, ""),
    ("phrase.*", Spelled, ""),
    ("recital.*", Spelled, ""),
    ("provision.*", Spelled, ""),
    ("part.*", Spelled, ""),
];
const AMOUNTS: &[List] = &[
    ("currency.*", Spelled, ""),
    ("currency_mark.*", Spelled, ""),
    ("unit.*", Spelled, ""),
    ("counted.*", Spelled, ""),
    ("scale", Letters, ""),
    ("suffix", Letters, ""),
    ("numbers", Numbers, ""),
    ("fractions", Numbers, ""),
    ("before.*", Spelled, ""),
    ("behind.*", Spelled, ""),
    ("amount_words.*", Spelled, ""),
];

const SUGGEST: &[List] = &[
    ("kinds.*", Spelled, ""),
    ("heads_first", Flag, ""),
    ("unspaced", Flag, ""),
    ("inside", Words, ""),
    ("inside_joins", Words, ""),
    ("inside_weak", Words, ""),
    ("inside_articles", Words, ""),
    ("generic", Words, ""),
    ("each_country", Words, ""),
    ("not_first", Spelled, ""),
    ("not_last", Words, ""),
    ("titles", Spelled, ""),
    ("stops", Words, ""),
];

/// All kinds of files.
pub(crate) const SHEETS: [Sheet; 9] = [
    Sheet::General,
    Sheet::Actors,
    Sheet::Time,
    Sheet::Verbs,
    Sheet::Inflection,
    Sheet::Records,
    Sheet::Outline,
    Sheet::Amounts,
    Sheet::Suggest,
];

/// Returns the lists that a kind of file may contain.
pub(crate) const fn lists(sheet: Sheet) -> &'static [List] {
    match sheet {
        Sheet::General => GENERAL,
        Sheet::Actors => ACTORS,
        Sheet::Time => TIME,
        Sheet::Verbs => VERBS,
        Sheet::Inflection => INFLECTION,
        Sheet::Records => RECORDS,
        Sheet::Outline => OUTLINE,
        Sheet::Amounts => AMOUNTS,
        Sheet::Suggest => SUGGEST,
    }
}

/// Returns the shape and the family of the list with the key `path` ("starters", "classes.month").
pub(crate) fn list(sheet: Sheet, path: &str) -> Option<(Shape, &'static str)> {
    let fits = |name: &str| name == path || name.strip_suffix('*').is_some_and(|group| path.len() > group.len() && path.starts_with(group));
    lists(sheet).iter().find(|(name, ..)| fits(name)).map(|(_, shape, family)| (*shape, *family))
}

/// Returns whether a key is the name of a group of lists ("classes").
pub(crate) fn is_group(sheet: Sheet, key: &str) -> bool {
    lists(sheet).iter().any(|(name, ..)| name.strip_suffix(".*") == Some(key))
}

/// Returns the keys that are allowed at the top level of a kind of file.
pub(crate) fn keys(sheet: Sheet) -> Vec<&'static str> {
    lists(sheet).iter().map(|(name, ..)| name.strip_suffix(".*").unwrap_or(name)).chain(["drop", "replace"]).collect()
}

/// Returns the kinds of files in which a key is allowed.
pub(crate) fn homes(key: &str) -> impl Iterator<Item = Sheet> {
    SHEETS.into_iter().filter(move |sheet| lists(*sheet).iter().any(|(name, ..)| name.strip_suffix(".*").unwrap_or(name) == key))
}
