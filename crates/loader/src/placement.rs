//! Determines how a file is read, from its path inside the data folder.

use crate::codes::Code;
use crate::diagnostic::{Cure, Diagnostics, Position};
use crate::files::File;
use crate::suggest::nearest;

/// The kind of a data file, which determines how the file is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place<'f> {
    /// `types.toml`.
    Types,
    /// `pack.toml`.
    Pack,
    /// `language/codes.toml`.
    LanguageCodes,
    /// `language/CODE/NAME.toml`.
    Language { code: &'f str, sheet: Sheet },
    /// `language/CODE/{lexicon.tsv, function-words.tsv, grammar.txt, lists.txt}`: words and rules of the clause reader.
    Clauses { code: &'f str, name: &'f str },
    /// `topics/**.toml`.
    Topics,
    /// `rules/**.toml`.
    Rules,
    /// `frames/**.toml`.
    Frames,
    /// `gazetteer/**`. In the user's folders, also every data file outside the folders listed above.
    Gazetteer,
    /// The file is not read; [`check`] reports it.
    Nowhere,
}

/// The kinds of language files. Each kind allows different keys.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Sheet {
    /// All language files that are not of one of the kinds below, such as `structure.toml`.
    General,
    Actors,
    Time,
    Verbs,
    Inflection,
    Records,
    Outline,
    Amounts,
    Suggest,
}

impl Sheet {
    /// Returns the name of files of this kind, for messages.
    pub(crate) const fn file(self) -> &'static str {
        match self {
            Self::General => "structure.toml or another file",
            Self::Actors => "actors.toml",
            Self::Time => "time.toml",
            Self::Verbs => "verbs.toml",
            Self::Inflection => "inflection.toml",
            Self::Records => "records.toml",
            Self::Outline => "outline.toml",
            Self::Amounts => "amounts.toml",
            Self::Suggest => "suggest.toml",
        }
    }
}

/// The subfolders of a data folder.
const FOLDERS: [&str; 5] = ["gazetteer", "language", "topics", "rules", "frames"];

/// Explains to users what the lower layers are, at the end of a help text.
pub(crate) const LOWER_LAYERS: &str = "the lower layers are the embedded data and the --data folders given before this one";

/// Number of the first layer that belongs to the user. Layers 0 and 1 are the embedded files.
pub const FIRST_OWN: u32 = 2;

/// Determines how a file is read.
pub(crate) fn place(file: &File) -> Place<'_> {
    let toml = file.inner.ends_with(".toml");
    let parts: Vec<&str> = file.inner.split('/').collect();
    match parts[..] {
        _ if !file.is_data() || file.is_broken => Place::Nowhere,
        ["types.toml"] => Place::Types,
        ["pack.toml"] => Place::Pack,
        ["language", "codes.toml"] => Place::LanguageCodes,
        ["language", code, name] if toml => {
            let sheet = match name {
                "actors.toml" => Sheet::Actors,
                "time.toml" => Sheet::Time,
                "verbs.toml" => Sheet::Verbs,
                "inflection.toml" => Sheet::Inflection,
                "records.toml" => Sheet::Records,
                "outline.toml" => Sheet::Outline,
                "amounts.toml" => Sheet::Amounts,
                "suggest.toml" => Sheet::Suggest,
                _ => Sheet::General,
            };
            Place::Language { code, sheet }
        }
        ["language", code, name] => Place::Clauses { code, name },
        ["topics", _, ..] if toml => Place::Topics,
        ["rules", _, ..] if toml => Place::Rules,
        ["frames", _, ..] if toml => Place::Frames,
        ["gazetteer", _, ..] => Place::Gazetteer,
        ["language" | "topics" | "rules" | "frames", ..] => Place::Nowhere,
        [folder, _, ..] if nearest(folder, &FOLDERS).is_some() => Place::Nowhere,
        _ if file.layer >= FIRST_OWN => Place::Gazetteer,
        _ => Place::Nowhere,
    }
}

/// Reports files that are not read, and empty folders.
pub(crate) fn check(files: &[File], diagnostics: &mut Diagnostics) {
    for (number, file) in files.iter().enumerate() {
        let at = Position::start_of(number);
        if file.inner.is_empty() {
            diagnostics.add(
                Code::EmptyFolder,
                at,
                "the folder contains no data file",
                "data files end in .toml or .jsonl; check the path after --data",
            );
        } else if file.is_broken {
            let end = file.text.len() as u32;
            diagnostics.add(
                Code::NotText,
                Position { byte: end, end, ..at },
                format!("\"{}\" is not valid UTF-8 at this point", file.inner.rsplit('/').next().unwrap_or_default()),
                "save the file as UTF-8; if it is not a text file, move it out of the folder",
            );
        } else if !file.is_data() {
            ending(file, at, diagnostics);
        } else if place(file) == Place::Nowhere {
            misplaced(file, at, diagnostics);
        }
    }
}

/// File name endings that users may confuse with those of data files.
const NEAR_ENDINGS: [&str; 8] = ["toml", "jsonl", "json", "yaml", "yml", "tml", "ndjson", "jsonlines"];

/// Wrong file name endings, in lower case, each with the correct ending. `toml` and `jsonl` are included because an ending in capitals, such as
/// `.TOML`, is also wrong.
const ENDINGS: [(&str, &str); 5] = [("toml", "toml"), ("jsonl", "jsonl"), ("tml", "toml"), ("ndjson", "jsonl"), ("jsonlines", "jsonl")];

fn ending(file: &File, at: Position, diagnostics: &mut Diagnostics) {
    let last = file.inner.rsplit('/').next().unwrap_or_default();
    let ending = last.rsplit_once('.').map_or("", |(_, ending)| ending).to_lowercase();
    // Some editors add an ending: "names.toml.txt".
    let stem = file.inner.rsplit_once('.').map_or("", |(stem, _)| stem);
    let added = stem.ends_with(".toml") || stem.ends_with(".jsonl");
    if added || NEAR_ENDINGS.contains(&ending.as_str()) || nearest(&ending, &["toml", "jsonl"]).is_some() {
        diagnostics.add(
            Code::WrongEnding,
            at,
            format!("\"{last}\" is not read, because it does not end in .toml or .jsonl"),
            "rename the file (.toml for TOML, .jsonl for one JSON object per line), or move it out of the folder",
        );
        if added {
            return diagnostics.cure(Cure::Move(stem.to_owned()));
        }
        let right = ENDINGS.iter().find(|(wrong, _)| *wrong == ending);
        if let Some((stem, right)) = file.inner.rsplit_once('.').map(|(stem, _)| stem).zip(right.map(|(_, right)| right)) {
            diagnostics.cure(Cure::Move(format!("{stem}.{right}")));
        }
    } else {
        diagnostics.add(Code::NotRead, at, format!("\"{last}\" is not a data file and is not read"), "move the file out of the folder");
    }
}

fn misplaced(file: &File, at: Position, diagnostics: &mut Diagnostics) {
    let (folder, _) = file.inner.split_once('/').unwrap_or_default();
    let (message, help) = match folder {
        "language" if file.inner.matches('/').count() != 2 => (
            "a language file must be directly in the folder of its language".to_owned(),
            "move the file to language/CODE/, for example language/en/verbs.toml".to_owned(),
        ),
        "language" | "topics" | "rules" | "frames" => {
            (format!("files in {folder}/ must be TOML"), "write the content as TOML, in a file whose name ends in .toml".to_owned())
        }
        _ => match nearest(folder, &FOLDERS) {
            Some(known) => (format!("a data file cannot be in a folder called \"{folder}/\""), format!("did you mean {known}/?")),
            None => ("a data file must be in the folder for its kind".to_owned(), format!("the folders are {}/", FOLDERS.join("/, "))),
        },
    };
    diagnostics.add(Code::Misplaced, at, message, help);
    if let Some((known, (_, rest))) = nearest(folder, &FOLDERS).zip(file.inner.split_once('/')).filter(|(known, _)| *known != folder) {
        diagnostics.cure(Cure::Move(format!("{known}/{rest}")));
    }
}
