//! `language/<code>/actors.toml`: the words beside names that tell who acts.

use crate::diagnostic::{Diagnostics, Position};
use crate::files::File;
use crate::gazetteer::{SECTORS, braces};
use crate::value::{Node, Value};
use chancery_actors::{ActorExtractor, Class};
use chancery_text::fold::Folder;
use chancery_tokenizer::Tokenizer;

/// Words of all languages, in the order of their files.
#[derive(Clone, Debug, Default)]
pub(crate) struct ActorWords {
    words: Vec<Word>,
    direct: Vec<String>,
    government_sector: String,
    organisation_sector: String,
    former_sector: String,
}

#[derive(Clone, Debug)]
enum Word {
    Plain(Class, String),
    Body { text: String, sector: String, several: bool },
    Number(String, usize),
}

/// Adds a file's words; `code` is its language.
pub(super) fn load(files: &[File], code: &str, nodes: &[Node], all: &mut ActorWords, faults: &mut Diagnostics) {
    let mut reader = Reader { files, faults, all };
    for (key, at, value) in nodes.iter().filter_map(Node::as_table).flatten() {
        match (key.as_str(), &value.value) {
            ("direct", Value::Bool(direct)) => reader.all.direct.extend(direct.then(|| code.to_owned())),
            ("body", Value::List(bodies)) => bodies.iter().for_each(|body| reader.body(body)),
            ("words", Value::Table(lists)) => {
                for (name, at, words) in lists {
                    match name.parse::<Class>() {
                        Ok(class) => reader.add(words, |text| Word::Plain(class, text)),
                        Err(error) => {
                            let known = format!("known are {}", error.known().join(", "));
                            reader.fault(*at, format!("there are no words called \"{name}\""), known);
                        }
                    }
                }
            }
            ("numbers", Value::Table(numbers)) => {
                for (word, at, number) in numbers {
                    match number.value {
                        Value::Number(number) if number >= 0.0 && number.fract() == 0.0 => {
                            reader.all.words.push(Word::Number(word.clone(), number as usize));
                        }
                        _ => reader.fault(*at, format!("{word} wants a whole number"), "five = 5".to_owned()),
                    }
                }
            }
            ("sectors", Value::Table(sectors)) => {
                for (name, at, sector) in sectors {
                    reader.sector(name, *at, sector);
                }
            }
            ("direct", _) => reader.fault(*at, "direct is true or false".to_owned(), "no quotes".to_owned()),
            (other, _) => reader.fault(
                *at,
                format!("a file of actors knows no \"{other}\" of this kind"),
                "known are direct = true, [[body]], [words], [numbers] and [sectors]".to_owned(),
            ),
        }
    }
}

struct Reader<'a> {
    files: &'a [File],
    faults: &'a mut Diagnostics,
    all: &'a mut ActorWords,
}

impl Reader<'_> {
    fn fault(&mut self, at: Position, message: String, help: String) {
        self.faults.error(self.files, at, "CH-D002", message, help);
    }

    /// One of the sectors that do not depend on a language.
    fn sector(&mut self, name: &str, at: Position, node: &Node) {
        let sector = node.as_text().unwrap_or_default();
        if !SECTORS.contains(&sector) {
            return self.fault(at, format!("there is no sector \"{sector}\""), format!("known are {}", SECTORS.join(", ")));
        }
        let setting = match name {
            "government" => &mut self.all.government_sector,
            "organisation" => &mut self.all.organisation_sector,
            "former" => &mut self.all.former_sector,
            other => {
                let known = "known are government, organisation, former".to_owned();
                return self.fault(at, format!("there is no setting \"{other}\" for a sector"), known);
            }
        };
        sector.clone_into(setting);
    }

    fn body(&mut self, node: &Node) {
        let sector = node.get("sector").and_then(Node::as_text).unwrap_or_default().to_owned();
        if !SECTORS.contains(&sector.as_str()) {
            let message = if sector.is_empty() { "a body has no sector".to_owned() } else { format!("there is no sector \"{sector}\"") };
            self.fault(node.at, message, format!("known are {}", SECTORS.join(", ")));
        }
        for (key, at, value) in node.as_table().unwrap_or_default() {
            match key.as_str() {
                "sector" => {}
                "words" => self.add(value, |text| Word::Body { text, sector: sector.clone(), several: false }),
                "plurals" => self.add(value, |text| Word::Body { text, sector: sector.clone(), several: true }),
                other => self.fault(*at, format!("a body knows no \"{other}\""), "known are sector, words, plurals".to_owned()),
            }
        }
    }

    /// The strings of a list, braces spelled out.
    fn add(&mut self, list: &Node, word: impl Fn(String) -> Word) {
        let items: &[Node] = if let Value::List(items) = &list.value { items } else { std::slice::from_ref(list) };
        for item in items {
            match item.as_text().map(braces::expand) {
                Some(Ok(spelled)) => self.all.words.extend(spelled.into_iter().map(&word)),
                Some(Err(error)) => self.faults.error(self.files, item.at, "CH-D011", error, "{a,b} multiplies: polit{buro,bureau}"),
                None => self.faults.error(
                    self.files,
                    item.at,
                    "CH-D003",
                    format!("a string is wanted here, not {}", item.kind()),
                    "put it in quotes",
                ),
            }
        }
    }
}

impl ActorWords {
    /// The extractor that knows these words.
    pub(crate) fn actor_extractor(&self, folder: Folder, tokenizer: &Tokenizer) -> Result<ActorExtractor, chancery_actors::BuildError> {
        let mut builder = ActorExtractor::builder();
        builder.folder(folder);
        builder.government_sector(&self.government_sector);
        builder.organisation_sector(&self.organisation_sector);
        builder.former_sector(&self.former_sector);
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
