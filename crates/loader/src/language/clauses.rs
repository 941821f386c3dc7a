//! Reads the words and rules of the clause reader, which finds verbs with their subjects and objects:
//! `lexicon.tsv`, `function-words.tsv`, `grammar.txt` and `lists.txt`.

use crate::codes::Code;
use crate::diagnostic::{Diagnostics, Position};
use crate::files::File;
use crate::placement::{Place, place};
use chancery_clauses::{BuildError, ClauseReader, ClauseReaderBuilder, WordList};

/// The words and rules of all layers, in order.
#[derive(Clone, Debug, Default)]
pub(crate) struct ClauseWords {
    builder: ClauseReaderBuilder,
}

impl ClauseWords {
    /// Reads the files. If several layers list a word, the entry of the uppermost layer is used.
    /// The rules of upper layers come after the rules of lower layers.
    pub(crate) fn load(files: &[File], diagnostics: &mut Diagnostics) -> Self {
        let mut all = Self::default();
        let mut order: Vec<usize> = (0..files.len()).filter(|number| matches!(place(&files[*number]), Place::Clauses { .. })).collect();
        order.sort_by_key(|number| files[*number].layer);
        for number in order {
            let Place::Clauses { name, .. } = place(&files[number]) else { continue };
            let text = &files[number].text;
            match name {
                "lexicon.tsv" | "function-words.tsv" => all.words(number, text, name == "function-words.tsv", diagnostics),
                "lists.txt" => all.lists(number, text, diagnostics),
                "grammar.txt" => {
                    all.builder.rules(text);
                    if let Err(error) = all.builder.clone().build() {
                        let line = (error.line() as usize).saturating_sub(1);
                        diagnostics.add(
                            Code::Pattern,
                            line_at(number, text, line),
                            error.message().to_owned(),
                            "data/language/README.md describes the rules of grammar.txt",
                        );
                    }
                }
                _ => diagnostics.add(
                    Code::Misplaced,
                    Position::start_of(number),
                    format!("there is no language file \"{name}\""),
                    "the files of the clause reader are lexicon.tsv, function-words.tsv, grammar.txt and lists.txt",
                ),
            }
        }
        all
    }

    fn words(&mut self, number: usize, text: &str, function: bool, diagnostics: &mut Diagnostics) {
        for (line, row) in text.lines().enumerate().filter(|(_, row)| !row.is_empty() && !row.starts_with('#')) {
            let mut cells = row.split('\t');
            let (form, classes, lemma) =
                (cells.next().unwrap_or_default(), cells.next().unwrap_or_default(), cells.next().filter(|lemma| !lemma.is_empty()));
            if let Err(error) = self.builder.word(form, classes, lemma, function) {
                diagnostics.add(
                    Code::WrongValue,
                    line_at(number, text, line),
                    error.message().to_owned(),
                    "write each line as FORM, tab, CLASSES, tab, LEMMA; see data/language/README.md",
                );
            }
        }
    }

    fn lists(&mut self, number: usize, text: &str, diagnostics: &mut Diagnostics) {
        for (line, row) in text.lines().enumerate().filter(|(_, row)| !row.is_empty() && !row.starts_with('#')) {
            let (name, words) = row.split_once(':').unwrap_or((row, ""));
            let Some(list) = WordList::named(name) else {
                diagnostics.add(
                    Code::UnknownKey,
                    line_at(number, text, line),
                    format!("there is no list \"{name}\""),
                    "see data/language/README.md for the lists",
                );
                continue;
            };
            for word in words.split_whitespace() {
                self.builder.listed(list, if word == "COLON" { ":" } else { word });
            }
        }
    }

    /// Builds the reader.
    pub(crate) fn reader(&self) -> Result<ClauseReader, BuildError> {
        self.builder.clone().build()
    }
}

/// Returns the position of a line of the file with index `file`. Lines are counted from 0.
fn line_at(file: usize, text: &str, line: usize) -> Position {
    let byte = text.split_inclusive('\n').take(line).map(str::len).sum::<usize>() as u32;
    let length = text.lines().nth(line).map_or(0, str::len) as u32;
    Position { file: file as u32, byte, end: byte + length }
}
