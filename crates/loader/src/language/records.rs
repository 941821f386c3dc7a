//! Reads `records.toml`: the words by which instruments (such as treaties) and meetings are
//! recognised, and names that a document itself introduces.

use super::entry::Entry;
use super::layers::Layered;
use crate::codes::Code;
use crate::diagnostic::Diagnostics;
use crate::fields;
use crate::suggest::suggestion;
use chancery_records::{Class, RecordFinder};
use chancery_text::DateRole;
use chancery_tokenizer::Tokenizer;

/// The words of all languages, in the order of the files.
#[derive(Clone, Debug, Default)]
pub(crate) struct RecordWords {
    words: Vec<Word>,
}

#[derive(Clone, Debug)]
enum Word {
    Instrument { kind: String, text: String, plural: bool },
    Numbered(String),
    Adopted(String),
    OfBody(String),
    BySubject(String),
    Proposed(String),
    MeetingBySubject(String),
    Standing(String),
    SymbolKind(String),
    SessionBody(String),
    Symbol { text: String, body: String },
    Meeting { kind: String, text: String, plural: bool },
    Level { level: String, text: String },
    Local { kind: String, text: String },
    Ordinal(String, u32),
    Plain(Class, String),
}

impl RecordWords {
    /// Adds the words of one language.
    pub(super) fn add(&mut self, layered: &Layered, diagnostics: &mut Diagnostics) {
        for (group, plural) in [("instrument", false), ("instruments", true)] {
            for (kind, entry) in layered.group(group) {
                self.words.extend(entry.keys.iter().map(|text| Word::Instrument { kind: kind.to_owned(), text: text.clone(), plural }));
            }
        }
        let instruments = kinds(layered, ["instrument", "instruments"]);
        let meetings = kinds(layered, ["meeting", "meetings"]);
        for (property, entry) in layered.group("instrument_kind") {
            if property != "by_session" {
                check_kinds(entry, &instruments, diagnostics);
            }
            match property {
                "numbered" => self.words.extend(entry.keys.iter().cloned().map(Word::Numbered)),
                "adopted" => self.words.extend(entry.keys.iter().cloned().map(Word::Adopted)),
                "of_bodies" => self.words.extend(entry.keys.iter().cloned().map(Word::OfBody)),
                "by_subject" => self.words.extend(entry.keys.iter().cloned().map(Word::BySubject)),
                "proposed" => self.words.extend(entry.keys.iter().cloned().map(Word::Proposed)),
                "symbols" => self.words.extend(entry.keys.iter().cloned().map(Word::SymbolKind)),
                "by_session" => self.words.extend(entry.keys.iter().cloned().map(Word::SessionBody)),
                _ => fields::unknown_key(
                    "[instrument_kind]",
                    property,
                    entry.at,
                    &["numbered", "adopted", "of_bodies", "by_subject", "proposed", "symbols", "by_session"],
                    diagnostics,
                ),
            }
        }
        for (property, entry) in layered.group("meeting_kind") {
            check_kinds(entry, &meetings, diagnostics);
            match property {
                "by_subject" => self.words.extend(entry.keys.iter().cloned().map(Word::MeetingBySubject)),
                "standing" => self.words.extend(entry.keys.iter().cloned().map(Word::Standing)),
                _ => fields::unknown_key("[meeting_kind]", property, entry.at, &["by_subject", "standing"], diagnostics),
            }
        }
        for entry in layered.list("symbols") {
            let body = entry.node.as_text().unwrap_or_default();
            self.words.extend(entry.keys.iter().map(|text| Word::Symbol { text: text.clone(), body: body.to_owned() }));
        }
        for (group, plural) in [("meeting", false), ("meetings", true)] {
            for (kind, entry) in layered.group(group) {
                self.words.extend(entry.keys.iter().map(|text| Word::Meeting { kind: kind.to_owned(), text: text.clone(), plural }));
            }
        }
        for (level, entry) in layered.group("level") {
            self.words.extend(entry.keys.iter().map(|text| Word::Level { level: level.to_owned(), text: text.clone() }));
        }
        for (kind, entry) in layered.group("local") {
            self.words.extend(entry.keys.iter().map(|text| Word::Local { kind: kind.to_owned(), text: text.clone() }));
        }
        for (word, number) in super::numbers(layered, "ordinals") {
            self.words.push(Word::Ordinal(word, u32::from(number)));
        }
        for (name, entry) in layered.group("words") {
            match name.parse::<Class>() {
                Ok(class) => self.words.extend(entry.keys.iter().map(|text| Word::Plain(class, text.clone()))),
                Err(error) => {
                    let known: Vec<&str> = Class::names().chain(DateRole::names()).collect();
                    diagnostics.add(Code::UnknownKey, entry.at, error.to_string(), format!("known classes: {}", known.join(", ")));
                }
            }
        }
    }

    /// Builds the finder from these words.
    pub(crate) fn finder(&self, tokenizer: &Tokenizer) -> RecordFinder {
        let mut builder = RecordFinder::builder(tokenizer);
        for word in &self.words {
            match word {
                Word::Instrument { kind, text, plural } => builder.instrument(kind, text, *plural),
                Word::Numbered(kind) => builder.numbered(kind),
                Word::Adopted(kind) => builder.adopted(kind),
                Word::OfBody(kind) => builder.of_body(kind),
                Word::BySubject(kind) => builder.by_subject(kind),
                Word::Proposed(kind) => builder.proposed(kind),
                Word::MeetingBySubject(kind) => builder.meeting_by_subject(kind),
                Word::Standing(kind) => builder.standing(kind),
                Word::SymbolKind(kind) => builder.symbol_kind(kind),
                Word::SessionBody(body) => builder.session_body(body),
                Word::Symbol { text, body } => builder.symbol(text, body),
                Word::Meeting { kind, text, plural } => builder.meeting(kind, text, *plural),
                Word::Level { level, text } => builder.level(level, text),
                Word::Local { kind, text } => builder.local(kind, text),
                Word::Ordinal(text, value) => builder.ordinal(text, *value),
                Word::Plain(class, text) => builder.word(*class, text),
            };
        }
        builder.build()
    }
}

/// Returns the kinds that these groups of head nouns define.
fn kinds<'l>(layered: &'l Layered, groups: [&str; 2]) -> Vec<&'l str> {
    groups.iter().flat_map(|group| layered.group(group)).map(|(kind, _)| kind).collect()
}

/// Reports each kind in a list of kinds that has no head noun.
fn check_kinds(entry: &Entry, known: &[&str], diagnostics: &mut Diagnostics) {
    for kind in entry.keys.iter().filter(|kind| !known.contains(&kind.as_str())) {
        let help = format!("{}correct the kind, or give it a head noun", suggestion(kind, known));
        diagnostics.add(Code::UnknownKey, entry.at, format!("no head noun has the kind \"{kind}\""), help);
    }
}
