//! `chancery rules import`: converts a verb dictionary to a frames file.

use super::conversion;
use crate::args::VerbsImportArgs;
use anyhow::{Context, Result, bail};
use chancery_clauses::Classes;
use chancery_data::Data;
use chancery_import::{Lexicon, VerbDictionary};
use std::process::ExitCode;

pub(crate) fn import(args: &VerbsImportArgs) -> Result<ExitCode> {
    let text = conversion::text(&args.file)?;
    let data = Data::embedded();
    let dictionary = VerbDictionary::petrarch(&text, &Known { data: &data, targets: targets()? })
        .map_err(|error| conversion::with_place(&args.file, &error))?;
    let notes = || dictionary.notes.iter().map(|note| (args.file.as_path(), note));
    if !args.output.json {
        conversion::tell(notes(), args.output.all);
        eprintln!("patterns: {}; frames: {}; remarks: {}", dictionary.patterns, dictionary.frames.len(), dictionary.notes.len());
    }
    if args.output.strict && !dictionary.notes.is_empty() {
        bail!(
            "nothing was written, because --strict requires that every line can be converted; correct the lines named above, or leave out --strict"
        );
    }
    let name = args.file.file_name().unwrap_or_default().to_string_lossy();
    conversion::save(&dictionary.to_frames(&name), args.output.out.as_ref(), args.output.force)?;
    if args.output.json {
        let counts = [("patterns", dictionary.patterns), ("frames", dictionary.frames.len()), ("remarks", dictionary.notes.len())];
        conversion::print_json(args.output.out.as_ref(), &counts, notes())?;
    }
    Ok(ExitCode::SUCCESS)
}

/// Looks up the word classes (preposition, verb …) of English words in the embedded data. The
/// importer needs these classes.
struct Known<'d> {
    data: &'d Data,
    targets: Vec<String>,
}

/// Returns the parts of a clause that may contain the target of a verb. These are the object, the
/// indirect object, and the phrases after certain prepositions. The frames files list these
/// prepositions under `defaults.noun_target`.
fn targets() -> Result<Vec<String>> {
    let mut targets = vec!["object".to_owned(), "indirect".to_owned()];
    for file in Data::files(&[])?.iter().filter(|file| file.inner.starts_with(FRAMES)) {
        let table: toml::Table = toml::from_str(&file.text).with_context(|| file.path.clone())?;
        let sides = table.get("defaults").and_then(|defaults| defaults.get("noun_target")).and_then(toml::Value::as_array);
        for side in sides.into_iter().flatten().filter_map(toml::Value::as_str) {
            targets.extend(side.strip_prefix("object.").map(str::to_owned));
            targets.push(side.to_owned());
        }
    }
    Ok(targets)
}

/// The folder of frames.
const FRAMES: &str = "frames/";

impl Known<'_> {
    fn is(&self, word: &str, classes: Classes) -> bool {
        self.data.clause_reader().classes_of_word(word).any(classes)
    }
}

impl Lexicon for Known<'_> {
    fn is_preposition(&self, word: &str) -> bool {
        self.is(word, Classes::PREPOSITION.or(Classes::TO))
    }

    fn is_auxiliary(&self, word: &str) -> bool {
        self.is(word, Classes::AUXILIARY.or(Classes::MODAL))
    }

    fn is_negation(&self, word: &str) -> bool {
        self.is(word, Classes::NEGATION)
    }

    fn is_infinitive_marker(&self, word: &str) -> bool {
        self.is(word, Classes::TO)
    }

    fn is_verb(&self, word: &str) -> bool {
        self.is(word, Classes::BASE)
    }

    fn is_agent_marker(&self, word: &str) -> bool {
        self.data.event_coder().is_agent_preposition(word)
    }

    fn is_owner_marker(&self, word: &str) -> bool {
        self.data.event_coder().is_owner_preposition(word)
    }

    fn default_target(&self) -> Vec<String> {
        self.targets.clone()
    }
}
