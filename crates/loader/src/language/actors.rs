//! Reads `actors.toml`: words that indicate actors if they are next to names.

use super::layers::Layered;
use crate::codes::Code;
use crate::diagnostic::Diagnostics;
use crate::fields;
use crate::types::Types;
use crate::value::Value;
use chancery_actors::{ActorExtractor, BuildError, Class};
use chancery_text::fold::Folder;
use chancery_tokenizer::Tokenizer;

/// The words that indicate actors, for all languages, in the order of the files.
#[derive(Clone, Debug, Default)]
pub(crate) struct ActorWords {
    words: Vec<Word>,
    direct: Vec<String>,
}

#[derive(Clone, Debug)]
enum Word {
    Plain(Class, String),
    Body { text: String, sector: String, several: bool },
    Number(String, usize),
}

/// The lists under `[words]`, with the class that each list defines.
const LISTS: [(&str, Class); 23] = [
    ("group", Class::Group),
    ("membership", Class::Membership),
    ("modifier", Class::Modifier),
    ("opening", Class::Opening),
    ("own", Class::Own),
    ("former", Class::Former),
    ("single", Class::Single),
    ("narrowing", Class::Narrowing),
    ("partial", Class::Partial),
    ("article", Class::Article),
    ("of", Class::Of),
    ("join", Class::Join),
    ("honorific", Class::Honorific),
    ("say", Class::Say),
    ("auxiliary", Class::Auxiliary),
    ("place", Class::Place),
    ("between", Class::Between),
    ("source", Class::Source),
    ("dealing", Class::Dealing),
    ("with", Class::With),
    ("stance", Class::Stance),
    ("plural", Class::PluralEnd),
    ("singular", Class::SingularEnd),
];

impl ActorWords {
    /// Adds the words of one language.
    pub(super) fn add(&mut self, code: &str, layered: &Layered, types: &Types, diagnostics: &mut Diagnostics) {
        if layered.list("direct").any(|entry| matches!(entry.node.value, Value::Bool(true))) {
            self.direct.push(code.to_owned());
        }
        for entry in layered.list("body") {
            let Some(sector) = entry.node.as_text() else {
                // A missing sector is not reported here, because the function that reads the entry has already reported it.
                if entry.node.as_table().is_none() {
                    fields::text(&entry.node, diagnostics);
                }
                continue;
            };
            types.check_sector(sector, entry.node.at, diagnostics);
            let body = |text: &String| Word::Body { text: text.clone(), sector: sector.to_owned(), several: entry.plural };
            self.words.extend(entry.keys.iter().map(body));
        }
        for (name, entry) in layered.group("words") {
            match LISTS.iter().find(|(known, _)| *known == name) {
                Some((_, class)) => self.words.extend(entry.keys.iter().map(|text| Word::Plain(*class, text.clone()))),
                None => fields::unknown_key("[words]", name, entry.at, &LISTS.map(|(name, _)| name), diagnostics),
            }
        }
        for entry in layered.list("numbers") {
            match entry.node.value {
                Value::Number(number) => self.words.extend(entry.keys.iter().map(|word| Word::Number(word.clone(), number as usize))),
                _ => diagnostics.add(Code::WrongValue, entry.at, "the value of a number word must be a whole number", "write five = 5"),
            }
        }
    }

    /// Builds the actor extractor from these words.
    pub(crate) fn actor_extractor(&self, folder: Folder, types: &Types, tokenizer: &Tokenizer) -> Result<ActorExtractor, BuildError> {
        let mut builder = ActorExtractor::builder();
        builder.folder(folder);
        builder.government_sector(types.government()).organisation_sector(types.organisation()).former_sector(types.former());
        for word in &self.words {
            match word {
                Word::Plain(class, text) => builder.word(*class, text),
                Word::Body { text, sector, several } => builder.body(text, sector, *several),
                Word::Number(text, number) => builder.number(text, *number),
            };
        }
        for language in &self.direct {
            builder.direct_language(language);
        }
        builder.build(tokenizer)
    }
}
