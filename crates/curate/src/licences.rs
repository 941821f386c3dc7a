//! Lists the sources and licences of the data.

use crate::book::Book;
use crate::coverage::layer_name;
use chancery_data::{Data, Pack};
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt;

/// The sources and licences of the data.
#[derive(Clone, Debug, Serialize)]
pub struct Licences {
    /// The sources of the embedded data and their licences, as Markdown.
    pub embedded: &'static str,
    /// The number of entries that each author wrote in each layer, as (layer, author, number of
    /// entries). An author is a tool or a person.
    pub written_by: Vec<(u32, String, usize)>,
    /// The user's folders, each with its name, version, licence and hash.
    pub own: Vec<Own>,
}

/// One of the user's data folders.
#[derive(Clone, Debug, Serialize)]
pub struct Own {
    /// The path of the folder, as the user gave it.
    pub folder: String,
    /// The name in `pack.toml`; empty if there is none.
    pub name: String,
    /// The version in `pack.toml`; may be empty.
    pub version: String,
    /// The licence in `pack.toml`; may be empty.
    pub licence: String,
    /// SHA-256 of the data files in the folder.
    pub sha256: String,
}

/// Lists the sources and licences of the data.
#[must_use]
pub fn licences(book: &Book, folders: &[String], packs: &[Pack]) -> Licences {
    let mut by: BTreeMap<(u32, String), usize> = BTreeMap::new();
    for source in book.entries().iter().flat_map(|entry| &entry.sources) {
        *by.entry((source.place.layer, source.by.clone())).or_default() += 1;
    }
    let own = folders.iter().zip(packs).map(|(folder, pack)| Own {
        folder: folder.clone(),
        name: pack.name.clone(),
        version: pack.version.clone(),
        licence: pack.licence.clone(),
        sha256: pack.sha256.clone(),
    });
    Licences {
        embedded: Data::attribution(),
        written_by: by.into_iter().map(|((layer, by), count)| (layer, by, count)).collect(),
        own: own.collect(),
    }
}

impl fmt::Display for Licences {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for own in &self.own {
            let or = |text: &str| if text.is_empty() { "not stated".to_owned() } else { text.to_owned() };
            writeln!(
                f,
                "{}: name {}, version {}, licence {}, sha256 {}",
                own.folder,
                or(&own.name),
                or(&own.version),
                or(&own.licence),
                own.sha256
            )?;
        }
        if !self.own.is_empty() {
            writeln!(f)?;
        }
        for (layer, by, count) in &self.written_by {
            let by = if by.is_empty() { "not stated" } else { by };
            writeln!(f, "{}, author {by}: {count} entries", layer_name(*layer))?;
        }
        writeln!(f, "\n{}", self.embedded.trim_end())
    }
}
