//! Finds the rules, frames, topics and word lists that contain a word.

use chancery_data::File;
use serde::Serialize;
use std::fmt;
use toml_edit::{Document, Item, Table, Value};

/// The folders that are searched.
const FOLDERS: [&str; 4] = ["frames/", "rules/", "topics/", "language/"];

/// Keys that are not searched, because their values are sentences, notes, labels, sources or ids.
const ASIDE: [&str; 8] = ["accept", "reject", "todo", "note", "text", "label", "src", "id"];

/// An occurrence of a word in a data file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct WordUse {
    /// The path of the file.
    pub file: String,
    /// The line, counted from 1.
    pub line: usize,
    /// The name of the TOML table that contains the word, such as `frame`, `topic` or `cues`. Empty
    /// if the word is not in a table.
    pub part: String,
    /// The id of the frame, rule or topic. Empty for word lists.
    pub id: String,
    /// The key under which the word is listed, such as `verb` or `terms`.
    pub key: String,
    /// The words as they are written in the file.
    pub words: String,
    /// The act that the frame or rule finds. Empty if the word is not in a frame or rule, or if the
    /// frame or rule gives no act.
    pub act: String,
}

/// All occurrences of a word in the data files.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[non_exhaustive]
pub struct WordUses {
    /// The word that was searched for, in lower case.
    pub word: String,
    /// The occurrences, in the order of the files.
    pub uses: Vec<WordUse>,
}

/// Finds all occurrences of `word` in the frames, rules, topics and word lists of `files`. Case is
/// ignored. `word` may consist of several words. A phrase in a data file matches if it contains
/// `word`.
#[must_use]
pub fn word_uses(files: &[File], word: &str) -> WordUses {
    let word = word.trim().to_lowercase();
    let mut uses = Vec::new();
    for file in files.iter().filter(|file| FOLDERS.iter().any(|folder| file.inner.starts_with(folder)) && file.inner.ends_with(".toml")) {
        let Ok(document) = Document::parse(file.text.as_str()) else { continue };
        let search = Search { file, word: &word };
        search.table(document.as_table(), "", &Owner::default(), &mut uses);
    }
    WordUses { word, uses }
}

/// The frame, rule or topic that a key belongs to.
#[derive(Clone, Debug, Default)]
struct Owner {
    id: String,
    act: String,
}

struct Search<'f> {
    file: &'f File,
    word: &'f str,
}

impl Search<'_> {
    fn table(&self, table: &Table, part: &str, owner: &Owner, uses: &mut Vec<WordUse>) {
        for (key, item) in table.iter().filter(|(key, _)| !ASIDE.contains(key)) {
            match item {
                Item::Table(inner) => self.table(inner, key, owner, uses),
                Item::ArrayOfTables(tables) => {
                    for inner in tables {
                        let text = |key: &str| inner.get(key).and_then(Item::as_str).unwrap_or_default().to_owned();
                        let verb = inner.get("verb").or_else(|| inner.get("noun")).and_then(Item::as_array);
                        let first = verb.and_then(|list| list.get(0)).and_then(Value::as_str).unwrap_or_default();
                        // A frame without an id gets one from the name of its file and its first verb or noun.
                        let stem = self.file.inner.rsplit('/').next().and_then(|name| name.strip_suffix(".toml")).unwrap_or_default();
                        let made = if key == "frame" { format!("{stem}.{}", first.replace(' ', "-")) } else { first.to_owned() };
                        let id = Some(text("id")).filter(|id| !id.is_empty()).unwrap_or(made);
                        self.table(inner, key, &Owner { id, act: text("act") }, uses);
                    }
                }
                Item::Value(value) => self.value(value, part, key, owner, uses),
                Item::None => {}
            }
        }
    }

    fn value(&self, value: &Value, part: &str, key: &str, owner: &Owner, uses: &mut Vec<WordUse>) {
        match value {
            Value::String(text) if has_word(text.value(), self.word) => {
                let at = text.span().map_or(0, |span| span.start);
                uses.push(WordUse {
                    file: self.file.path.clone(),
                    line: self.file.text[..at].matches('\n').count() + 1,
                    part: part.to_owned(),
                    id: owner.id.clone(),
                    key: key.to_owned(),
                    words: text.value().clone(),
                    act: owner.act.clone(),
                });
            }
            Value::Array(items) => items.iter().for_each(|item| self.value(item, part, key, owner, uses)),
            Value::InlineTable(table) => {
                for (inner, value) in table.iter().filter(|(inner, _)| !ASIDE.contains(inner)) {
                    // The table `{ n = "words" }` is an item of a list, so the key of the list is
                    // reported. For `prep = { on = [...] }`, the key `prep.on` is reported.
                    let name = if inner == "n" { key.to_owned() } else { format!("{key}.{inner}") };
                    self.value(value, part, &name, owner, uses);
                }
            }
            _ => {}
        }
    }
}

/// Returns whether `text`, a string in a data file, contains the word or phrase `words`. In `text`,
/// braces contain alternatives (`tariff{,s}`), and a word may have a word class (`need/v`) or be a
/// stem (`tariff*`).
fn has_word(text: &str, words: &str) -> bool {
    let words: Vec<&str> = words.split_whitespace().collect();
    phrases(text).iter().any(|phrase| {
        let parts: Vec<&str> = phrase.split_whitespace().collect();
        parts.windows(words.len().max(1)).any(|parts| are_words(parts, &words))
    })
}

/// Returns whether `text`, a string in a data file, consists of exactly the words in `words`, which must be in lower case. See [`has_word`] for the notation in
/// `text`.
pub(crate) fn is_phrase(text: &str, words: &str) -> bool {
    let words: Vec<&str> = words.split_whitespace().collect();
    phrases(text).iter().any(|phrase| {
        let parts: Vec<&str> = phrase.split_whitespace().collect();
        parts.len() == words.len() && are_words(&parts, &words)
    })
}

/// Returns the phrases for which `text` stands, in lower case.
fn phrases(text: &str) -> Vec<String> {
    let text = text.to_lowercase();
    chancery_data::expand_braces(&text).unwrap_or_else(|_| vec![text])
}

fn are_words(parts: &[&str], words: &[&str]) -> bool {
    parts.iter().zip(words).all(|(part, word)| is_word(part, word))
}

/// Returns whether `part`, a word of a phrase in a data file (see [`has_word`]), matches `word`.
fn is_word(part: &str, word: &str) -> bool {
    let part = part.split('/').next().unwrap_or_default();
    match part.strip_suffix('*') {
        Some(stem) => !stem.is_empty() && word.starts_with(stem),
        None => part == word,
    }
}

impl fmt::Display for WordUses {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.uses.is_empty() {
            return writeln!(
                f,
                "no frame, rule, topic or word list contains \"{}\"; enter the base form of a verb or noun, or the words of a term",
                self.word
            );
        }
        for one in &self.uses {
            write!(f, "{}:{}  {}", one.file, one.line, one.part)?;
            if !one.id.is_empty() {
                write!(f, " {}", one.id)?;
            }
            write!(f, "  {} \"{}\"", one.key, one.words)?;
            if !one.act.is_empty() {
                write!(f, "  act {}", one.act)?;
            }
            writeln!(f)?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_found_in_frames_topics_and_lists() {
        let file = |inner: &str, text: &str| {
            let mut file = File::default();
            (file.path, file.inner, file.text) = (inner.to_owned(), inner.to_owned(), text.to_owned());
            file
        };
        let files = [
            file(
                "frames/a.toml",
                "[[frame]]\nverb = [\"levy\", \"impose\"]\nact = \"SANCTION\"\nobject = [\"tariff\"]\nprep = { on = [\"tariff\"] }\naccept = [\"A tariff.\"]\n",
            ),
            file("topics/b.toml", "[[topic]]\nid = \"trade\"\nterms = [\n  \"customs\",\n  { n = \"tariff{,s} war*\", weight = 2 },\n]\n"),
            file("frames/voice.toml", "[cues]\nneed = [\"tariff/v\"]\n"),
            file("gazetteer/c.toml", "[[entity]]\nname.en = \"tariff\"\n"),
        ];
        let found = word_uses(&files, "Tariff");
        let lines: Vec<String> = found.to_string().lines().map(str::to_owned).collect();
        assert_eq!(
            lines,
            [
                "frames/a.toml:4  frame a.levy  object \"tariff\"  act SANCTION",
                "frames/a.toml:5  frame a.levy  prep.on \"tariff\"  act SANCTION",
                "topics/b.toml:5  topic trade  terms \"tariff{,s} war*\"",
                "frames/voice.toml:2  cues  need \"tariff/v\"",
            ]
        );
        assert_eq!(word_uses(&files, "warfare").uses.len(), 1);
        assert_eq!(word_uses(&files, "tariffs war").uses.len(), 1);
        assert!(word_uses(&files, "peace").to_string().starts_with("no frame"));
    }

    #[test]
    fn phrases_may_have_alternatives_of_several_words() {
        for words in ["blue pacific", "blue pacific continent"] {
            assert!(is_phrase("Blue Pacific{, Continent}", words), "{words}");
        }
        assert!(!is_phrase("Blue Pacific{, Continent}", "pacific") && has_word("Blue Pacific{, Continent}", "pacific continent"));
        assert!(
            is_phrase("{~levy,levies} {~a,the} tariff", "levies the tariff")
                && !is_phrase("{~levy,levies} {~a,the} tariff", "levy the tariff")
        );
    }
}
