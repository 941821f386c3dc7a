//! Reads `pack.toml`: the name, version and licence of a data folder.

use crate::codes::Code;
use crate::diagnostic::{Diagnostics, Position};
use crate::fields::Fields;
use crate::files::{self, File};
use crate::placement::{FIRST_OWN, Place, place};
use crate::value;
use serde::{Deserialize, Serialize};

/// The description of a data folder from its `pack.toml`, and the hash of its files.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[non_exhaustive]
pub struct Pack {
    /// Number of the layer; 2 is the lowest of the user's layers.
    pub layer: u32,
    /// The name in `pack.toml`; empty if there is no such file.
    pub name: String,
    /// The version in `pack.toml`; may be empty.
    pub version: String,
    /// The licence in `pack.toml`; may be empty.
    pub licence: String,
    /// The authors of the folder; may be empty.
    pub authors: Vec<String>,
    /// The purpose of the folder; may be empty.
    pub description: String,
    /// SHA-256 of the data files of this layer, in lower-case hexadecimal digits. A folder and an
    /// archive with the same files have the same hash.
    pub sha256: String,
}

const KEYS: [&str; 5] = ["name", "version", "licence", "authors", "description"];

/// Returns one pack for each of the user's layers.
pub(crate) fn load(files: &[File], diagnostics: &mut Diagnostics) -> Vec<Pack> {
    let top = files.iter().map(|file| file.layer).max().unwrap_or(0);
    let mut packs: Vec<Pack> = (FIRST_OWN..=top)
        .map(|layer| Pack { layer, sha256: files::content_hash(files.iter().filter(|file| file.layer == layer), false), ..Pack::default() })
        .collect();
    for (number, file) in files.iter().enumerate().filter(|(_, file)| place(file) == Place::Pack) {
        let Some(pack) = packs.get_mut(file.layer.wrapping_sub(FIRST_OWN) as usize) else { continue };
        for node in value::parse(files, number, diagnostics) {
            let Some(fields) = Fields::new(&node, "pack.toml", &KEYS, diagnostics) else { continue };
            for (key, slot) in [
                ("name", &mut pack.name),
                ("version", &mut pack.version),
                ("licence", &mut pack.licence),
                ("description", &mut pack.description),
            ] {
                *slot = fields.text(key, diagnostics).unwrap_or_default();
            }
            pack.authors = fields.texts("authors", diagnostics);
        }
        if pack.name.is_empty() {
            let help = "write name = \"…\", for example \"central-asia\"";
            diagnostics.add(Code::Missing, Position::start_of(number), "pack.toml gives no name", help);
        }
    }
    packs
}
