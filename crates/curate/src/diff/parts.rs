//! Finds the frames and topics that differ between two versions of the data.

use super::changes::Change;
use chancery_data::{File, Inflections};
use std::collections::{BTreeMap, BTreeSet};
use toml_edit::{DocumentMut, Item, Table, Value};

/// The folders whose files are compared. The file `types.toml` is compared as well.
const FOLDERS: [&str; 4] = ["language/", "topics/", "rules/", "frames/"];

/// The TOML arrays whose tables are compared one by one. The first field is the folder of the files
/// that contain the array, and the second field is the name of the array.
const ARRAYS: [(&str, &str); 2] = [("frames/", "frame"), ("topics/", "topic")];

/// Keys that have no effect on what a frame or topic finds.
const ASIDE: [&str; 5] = ["accept", "reject", "todo", "note", "label"];

/// A frame or topic as it is written in a file.
#[derive(Clone, Debug)]
struct Part {
    /// The name of its array: `frame` or `topic`.
    array: &'static str,
    /// The id. If a frame has no id, the id is made from the name of the file and the first verb or
    /// noun of the frame.
    id: String,
    /// Everything that determines what the frame or topic finds.
    content: String,
    /// Words for finding the documents that the frame or topic can affect. A document without any of
    /// these words cannot be affected. For a frame, the list contains all forms of its verbs and
    /// nouns. For a topic, the list contains at least one word of each term. `None` if a term
    /// contains no word that can be searched for.
    words: Option<Vec<String>>,
    /// Whether the frame or topic only adds words to an existing one in a lower layer.
    extends: bool,
    /// The verbs, nouns and terms as they are written.
    texts: BTreeSet<String>,
}

/// The files of one version of the data, divided into frames, topics and everything else.
#[derive(Debug, Default)]
struct Parts {
    parts: Vec<Part>,
    /// The content of each file without its frames and topics. The first field is the path of the
    /// file inside the data folder, and the second field is the remaining content.
    rest: BTreeSet<(String, String)>,
}

/// Lists the frames and topics that differ.
///
/// # Errors
/// Returns an error if the affected documents cannot be determined, so that every document must be
/// treated as affected. The error is the reason, as a message for the user.
pub(crate) fn changes(old: &[File], new: &[File]) -> Result<Vec<Change>, String> {
    if old.iter().filter(in_folders).eq(new.iter().filter(in_folders)) {
        return Ok(Vec::new());
    }
    let (inflections_before, inflections_after) = (Inflections::of(old), Inflections::of(new));
    let (before, after) = (taken_apart(old, &inflections_before), taken_apart(new, &inflections_after));
    if let Some((name, _)) = before.rest.symmetric_difference(&after.rest).next() {
        return Err(format!("{name} differs, and not only in its frames or topics"));
    }
    let contents = |parts: &[Part]| parts.iter().map(|part| part.content.clone()).collect::<BTreeSet<_>>();
    let (had, has) = (contents(&before.parts), contents(&after.parts));
    let common = |parts: &[Part], other: &BTreeSet<String>| {
        parts.iter().map(|part| part.content.clone()).filter(|content| other.contains(content)).collect::<Vec<_>>()
    };
    if common(&before.parts, &has) != common(&after.parts, &had) {
        return Err("the order of the frames or topics has changed, and the first of several equally good matches is used".to_owned());
    }
    // A higher layer may change a frame or topic of a lower layer. All these parts have the same id.
    let mut found: BTreeMap<(&str, &str), [Vec<&Part>; 2]> = BTreeMap::new();
    for (state, parts, other) in [(0, &before.parts, &has), (1, &after.parts, &had)] {
        for part in parts.iter().filter(|part| !other.contains(&part.content)) {
            found.entry((part.array, &part.id)).or_default()[state].push(part);
        }
    }
    let all = || before.parts.iter().chain(&after.parts);
    found
        .into_iter()
        .map(|((array, id), [was, is])| {
            let what = differences(&was, &is);
            let mut spellings = BTreeSet::new();
            // If the change does more than add words (for example, if it switches a frame off), it affects every frame or topic with that id.
            let own: Vec<&Part> = was.into_iter().chain(is).collect();
            let adds = own.iter().all(|part| part.extends);
            let affected = all().filter(|part| !adds && part.array == array && related(&part.id, id)).chain(own);
            for part in affected {
                let words = part.words.as_ref().ok_or_else(|| format!("the words of {array} {} cannot be searched for", part.id))?;
                spellings.extend(words.iter().cloned());
            }
            Ok(Change { id: format!("{array} {id}"), label: String::new(), what, spellings })
        })
        .collect()
}

/// Describes how the frames or topics with one id differ between two versions of the data: they are new, they are gone, or strings were added and removed.
/// `was` contains the frames or topics that are only in the old version, and `is` those that are only in the new version.
fn differences(was: &[&Part], is: &[&Part]) -> Vec<String> {
    const MOST: usize = 6;
    let texts = |parts: &[&Part]| parts.iter().flat_map(|part| part.texts.iter().cloned()).collect::<BTreeSet<_>>();
    let (had, has) = (texts(was), texts(is));
    let whole = |parts: &[&Part]| parts.iter().any(|part| !part.extends);
    let mut what = match (was, is) {
        ([], is) if whole(is) => vec!["is new".to_owned()],
        (was, []) if whole(was) => vec!["is gone".to_owned()],
        _ => Vec::new(),
    };
    if what.is_empty() {
        what.extend(has.difference(&had).take(MOST).map(|text| format!("added: {text}")));
        what.extend(had.difference(&has).take(MOST).map(|text| format!("removed: {text}")));
    }
    if what.is_empty() {
        what.push("differs".to_owned());
    }
    what
}

/// Returns `true` if a change to the frame or topic `other` may affect the frame or topic `id`. This
/// is the case if the ids are equal except for a number at the end, or if `other` is the area to
/// which the topic `id` belongs (`a` is the area of `a.b`).
fn related(id: &str, other: &str) -> bool {
    let base = |id: &str| id.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end_matches('.').to_owned();
    base(id) == base(other) || id.strip_prefix(other).is_some_and(|rest| rest.starts_with('.'))
}

fn in_folders(file: &&File) -> bool {
    file.inner == "types.toml" || FOLDERS.iter().any(|folder| file.inner.starts_with(folder))
}

fn taken_apart(files: &[File], inflections: &Inflections) -> Parts {
    let mut all = Parts::default();
    for file in files.iter().filter(in_folders) {
        let array = ARRAYS.iter().find(|(folder, _)| file.inner.starts_with(folder)).map(|(_, array)| *array);
        let parsed = array.and_then(|array| Some((array, file.text.parse::<DocumentMut>().ok()?)));
        let Some((array, mut document)) = parsed else {
            all.rest.insert((file.inner.clone(), file.text.clone()));
            continue;
        };
        let stem = file.inner.rsplit('/').next().unwrap_or_default().trim_end_matches(".toml");
        if let Some(Item::ArrayOfTables(tables)) = document.remove(array) {
            all.parts.extend(tables.iter().map(|table| part(array, stem, file.layer, table, inflections)));
        }
        let rest = content(document.as_table());
        if !rest.is_empty() {
            all.rest.insert((file.inner.clone(), rest));
        }
    }
    all
}

fn part(array: &'static str, stem: &str, layer: u32, table: &Table, inflections: &Inflections) -> Part {
    let (verbs, nouns) = (texts(table.get("verb")), texts(table.get("noun")));
    let id = table.get("id").and_then(Item::as_str).map(str::to_owned);
    let id = id.unwrap_or_else(|| format!("{stem}.{}", verbs.first().or(nouns.first()).map_or("", String::as_str).replace(' ', "-")));
    let words = if array == "frame" {
        // The first word of a verb and the last word of a noun are inflected: "call on", "war crime".
        let verbs = verbs.iter().filter_map(|verb| verb.split_whitespace().next());
        let heads = verbs.chain(nouns.iter().filter_map(|noun| noun.split_whitespace().last()));
        Some(heads.flat_map(|word| inflections.forms(word)).collect())
    } else {
        let terms = ["terms", "cancel", "drop"].into_iter().flat_map(|key| texts(table.get(key)));
        terms.map(|term| literals(&term)).collect::<Option<Vec<_>>>().map(|all| all.concat())
    };
    let extends = table.get("extend").and_then(Item::as_bool) == Some(true);
    let lists = ["verb", "noun", "terms", "cancel", "drop"].into_iter();
    let texts = lists.flat_map(|key| texts(table.get(key))).collect();
    Part { array, id, extends, texts, content: format!("{array} {layer} {}", content(table)), words }
}

/// Returns words or parts of words by which a term can be searched for: every text that contains the
/// term contains at least one of them. For `tariff{,s}`, the result is `tariff`, the longest sequence
/// of letters and digits outside braces. If all letters and digits are in braces, the result contains
/// the longest sequence from each alternative in the first pair of braces: `tax` and `duty` for
/// `{tax,duty}`. Returns `None` if such an alternative has no letters or digits.
fn literals(term: &str) -> Option<Vec<String>> {
    if let Some(piece) = literal(term) {
        return Some(vec![piece]);
    }
    let (_, rest) = term.split_once('{')?;
    let (choices, _) = rest.split_once('}')?;
    choices.trim_start_matches('~').split(',').map(literal).collect()
}

/// Returns the longest sequence of letters and digits outside braces.
fn literal(term: &str) -> Option<String> {
    let mut pieces = vec![String::new()];
    let mut depth = 0;
    for c in term.chars() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ if depth == 0 && c.is_alphanumeric() => {
                if let Some(piece) = pieces.last_mut() {
                    piece.push(c);
                }
                continue;
            }
            _ => {}
        }
        pieces.push(String::new());
    }
    pieces.into_iter().filter(|piece| !piece.is_empty()).max_by_key(String::len)
}

/// Returns the strings of a list; a single string counts as a list with one item. For an item such as
/// `{ n = "…" }`, the string is the value of its key `n`.
fn texts(item: Option<&Item>) -> Vec<String> {
    let one = |value: &Value| match value {
        Value::InlineTable(table) => table.get("n").and_then(Value::as_str).map(str::to_owned),
        other => other.as_str().map(str::to_owned),
    };
    match item {
        Some(Item::Value(Value::Array(items))) => items.iter().filter_map(one).collect(),
        Some(Item::Value(value)) => one(value).into_iter().collect(),
        _ => Vec::new(),
    }
}

/// Returns the content of a table in a normalised form, without comments, layout, and the keys in
/// [`ASIDE`].
fn content(table: &Table) -> String {
    let mut lines: Vec<String> =
        table.iter().filter(|(key, _)| !ASIDE.contains(key)).map(|(key, item)| format!("{key}={}", plain(item))).collect();
    lines.sort();
    lines.join("\n")
}

fn plain(item: &Item) -> String {
    match item {
        Item::Value(value) => plain_value(value),
        Item::Table(table) => format!("{{{}}}", content(table)),
        Item::ArrayOfTables(tables) => tables.iter().map(|table| format!("{{{}}}", content(table))).collect(),
        Item::None => String::new(),
    }
}

fn plain_value(value: &Value) -> String {
    match value {
        Value::String(text) => format!("{:?}", text.value()),
        Value::Array(items) => format!("[{}]", items.iter().map(plain_value).collect::<Vec<_>>().join(",")),
        Value::InlineTable(table) => {
            format!("{{{}}}", table.iter().map(|(key, value)| format!("{key}={}", plain_value(value))).collect::<Vec<_>>().join(","))
        }
        other => other.to_string().trim().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(texts: &[(&str, &str)]) -> Vec<File> {
        let file = |(inner, text): &(&str, &str)| File {
            path: (*inner).to_owned(),
            inner: (*inner).to_owned(),
            text: (*text).to_owned(),
            layer: 2,
            ..File::default()
        };
        texts.iter().map(file).collect()
    }

    #[test]
    fn a_changed_frame_and_topic_are_found_with_the_words_that_they_need() {
        let old = files(&[
            ("frames/a.toml", "[[frame]]\nverb = [\"condemn\"]\nact = \"ACCUSE\"\naccept = [\"x\"]\n"),
            ("topics/t.toml", "[[topic]]\nid = \"a.b\"\nterms = [\"tariff{,s}\", { n = \"foreign polic*\", weight = 2 }]\n"),
        ]);
        let aside = files(&[
            ("frames/a.toml", "# a comment\n[[frame]]\nverb = [\"condemn\"]\nact = \"ACCUSE\"\naccept = [\"y\"]\n"),
            ("topics/t.toml", old[1].text.as_str()),
        ]);
        assert_eq!(changes(&old, &aside).expect("only parts").len(), 0);
        let new = files(&[
            ("frames/a.toml", "[[frame]]\nverb = [\"condemn\"]\nact = \"REJECT\"\n"),
            ("topics/t.toml", "[[topic]]\nid = \"a.b\"\nterms = [\"tariff{,s}\"]\n"),
        ]);
        let found = changes(&old, &new).expect("only parts");
        let ids: Vec<&str> = found.iter().map(|change| change.id.as_str()).collect();
        assert_eq!(ids, ["frame a.condemn", "topic a.b"]);
        assert!(found[0].spellings.contains("condemn") && found[1].spellings.iter().eq(["foreign", "tariff"]), "{found:?}");
        let classes = files(&[("frames/a.toml", "[classes]\nx = [\"y\"]\n"), ("topics/t.toml", old[1].text.as_str())]);
        assert!(changes(&old, &classes).is_err(), "a class of words may be used by any frame");
    }

    #[test]
    fn pieces_of_terms_stand_in_every_text_with_the_term() {
        assert_eq!(literals("tariff{,s}"), Some(vec!["tariff".to_owned()]));
        assert_eq!(literals("{nuclear,atomic}"), Some(vec!["nuclear".to_owned(), "atomic".to_owned()]));
        assert_eq!(literals("{,s}"), None);
        assert_eq!(literals("e-commerce*"), Some(vec!["commerce".to_owned()]));
    }
}
