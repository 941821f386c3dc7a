//! Fuzz targets for the importers of names and verb dictionaries of other tools.

use chancery_import::{Lexicon, NamesFormat, NamesOptions, VerbDictionary};

/// Tests a file with names. Each entry must have a name that is not empty, and each line number must exist in the file.
fn read(format: NamesFormat, bytes: &[u8]) -> Result<(), String> {
    let text = String::from_utf8_lossy(bytes);
    let Ok(names) = format.read(&text, &NamesOptions::default()) else { return Ok(()) };
    let lines = text.split('\n').count();
    if let Some(entry) = names.entries.iter().find(|entry| entry.line > lines || entry.forms.iter().any(|form| form.text.trim().is_empty()))
    {
        return Err(format!("the entry of line {} of {lines} is wrong: {entry:?}", entry.line));
    }
    if let Some(note) = names.notes.iter().find(|note| note.line > lines || note.text.is_empty()) {
        return Err(format!("a note points to line {} of {lines}: {}", note.line, note.text));
    }
    Ok(())
}

pub(crate) fn csv(bytes: &[u8]) -> Result<(), String> {
    read(NamesFormat::Csv, bytes)
}

pub(crate) fn gate(bytes: &[u8]) -> Result<(), String> {
    read(NamesFormat::Gate, bytes)
}

pub(crate) fn geonames(bytes: &[u8]) -> Result<(), String> {
    read(NamesFormat::Geonames, bytes)
}

pub(crate) fn lpf(bytes: &[u8]) -> Result<(), String> {
    read(NamesFormat::Places, bytes)
}

pub(crate) fn newsmap(bytes: &[u8]) -> Result<(), String> {
    read(NamesFormat::Newsmap, bytes)
}

pub(crate) fn petrarch(bytes: &[u8]) -> Result<(), String> {
    read(NamesFormat::Petrarch, bytes)
}

pub(crate) fn skos(bytes: &[u8]) -> Result<(), String> {
    read(NamesFormat::Skos, bytes)
}

pub(crate) fn spacy(bytes: &[u8]) -> Result<(), String> {
    read(NamesFormat::Spacy, bytes)
}

pub(crate) fn wikidata(bytes: &[u8]) -> Result<(), String> {
    read(NamesFormat::Wikidata, bytes)
}

/// The few facts about English words that the reader of verb dictionaries needs.
struct Words;

impl Lexicon for Words {
    fn is_preposition(&self, word: &str) -> bool {
        ["with", "to", "on", "by", "of"].contains(&word)
    }

    fn is_auxiliary(&self, word: &str) -> bool {
        ["be", "is", "will"].contains(&word)
    }

    fn is_negation(&self, word: &str) -> bool {
        word == "not"
    }

    fn is_infinitive_marker(&self, word: &str) -> bool {
        word == "to"
    }

    fn is_verb(&self, word: &str) -> bool {
        ["meet", "sign", "give"].contains(&word)
    }

    fn is_agent_marker(&self, word: &str) -> bool {
        word == "by"
    }

    fn is_owner_marker(&self, word: &str) -> bool {
        word == "of"
    }

    fn default_target(&self) -> Vec<String> {
        vec!["object".to_owned()]
    }
}

/// Tests a verb dictionary. The frames file written from it must be valid TOML.
pub(crate) fn verbs(bytes: &[u8]) -> Result<(), String> {
    let text = String::from_utf8_lossy(bytes);
    let Ok(dictionary) = VerbDictionary::petrarch(&text, &Words) else { return Ok(()) };
    let frames = dictionary.to_frames("a test");
    frames.parse::<toml::Table>().map(drop).map_err(|error| format!("the frames file is not TOML: {error}"))
}
