//! Reads names and their entities from the files of other tools.

mod entry;
mod feature_class;
mod gate;
mod geonames;
mod newsmap;
mod petrarch;
mod places;
mod skos;
mod spacy;
mod table;
mod wikidata;

pub use entry::{NameEntry, NameForm, Names, NamesOptions, Target};
pub use table::COLUMNS;

use crate::error::{Error, ErrorKind, UnknownFormat};
use std::str::FromStr;

/// A format of files that list names and their entities.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum NamesFormat {
    /// A table with named columns.
    Csv,
    /// A GATE list (`.lst`), without its `lists.def`.
    Gate,
    /// A newsmap dictionary, which lists names by the ISO code of the state.
    Newsmap,
    /// Actors of PETRARCH and TABARI, and agents of NGEC.
    Petrarch,
    /// Patterns of spaCy's entity ruler.
    Spacy,
    /// A thesaurus in SKOS, written as Turtle.
    Skos,
    /// A GeoNames dump of places or alternate names.
    Geonames,
    /// The result of a Wikidata query, as a table.
    Wikidata,
    /// Linked Places, as a table (LP-TSV) or GeoJSON (LPF).
    Places,
}

impl NamesFormat {
    /// Every format with its name.
    pub const ALL: [(Self, &'static str); 9] = [
        (Self::Csv, "csv"),
        (Self::Gate, "gate"),
        (Self::Geonames, "geonames"),
        (Self::Places, "lpf"),
        (Self::Newsmap, "newsmap"),
        (Self::Petrarch, "petrarch"),
        (Self::Skos, "skos"),
        (Self::Spacy, "spacy"),
        (Self::Wikidata, "wikidata"),
    ];

    /// Returns the format that the extension of a file name indicates, or `None` if the extension is
    /// not known.
    #[must_use]
    pub fn of_file(name: &str) -> Option<Self> {
        let ending = name.rsplit_once('.').map_or("", |(_, ending)| ending).to_lowercase();
        Some(match ending.as_str() {
            "csv" | "tsv" => Self::Csv,
            "lst" => Self::Gate,
            "yml" | "yaml" => Self::Newsmap,
            "jsonl" => Self::Spacy,
            "ttl" => Self::Skos,
            "geojson" | "json" => Self::Places,
            "txt" | "actors" | "agents" => Self::Petrarch,
            _ => return None,
        })
    }

    /// Reads the text of a file.
    ///
    /// # Errors
    /// Returns an error if the text is in another format, or contains nothing that can be used.
    pub fn read(self, text: &str, options: &NamesOptions) -> Result<Names, Error> {
        let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
        let names = match self {
            Self::Csv => table::read(text, options)?,
            Self::Gate => gate::read(text, options),
            Self::Newsmap => newsmap::read(text, options)?,
            Self::Petrarch => petrarch::read(text, options),
            Self::Spacy => spacy::read(text, options),
            Self::Skos => skos::read(text, options)?,
            Self::Geonames => geonames::read(text, options)?,
            Self::Wikidata => wikidata::read(text, options)?,
            Self::Places => places::read(text, options)?,
        };
        if names.entries.is_empty() {
            let why = names.notes.first().map(|note| format!("; line {}: {}", note.line, note.text)).unwrap_or_default();
            return Err(Error::new(ErrorKind::Empty, 1, format!("the file contains no usable name{why}")));
        }
        Ok(names)
    }
}

impl FromStr for NamesFormat {
    type Err = UnknownFormat;

    fn from_str(name: &str) -> Result<Self, UnknownFormat> {
        let known = Self::ALL.iter().find(|(_, known)| *known == name);
        known.map(|(format, _)| *format).ok_or_else(|| UnknownFormat::new(name, Self::ALL.iter().map(|(_, name)| *name)))
    }
}
