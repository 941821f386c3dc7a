//! From arguments to documents: which files ([`mod@find`]), how their bytes are read ([`decode`]), what is a document in them ([`txt`], [`jsonl`]), and what
//! their names say ([`pattern`]).

mod decode;
mod find;
pub(crate) mod jsonl;
mod pattern;
mod txt;

pub(crate) use decode::{Decoder, sha256};
pub(crate) use find::{Source, find};
pub(crate) use pattern::NamePattern;

use chancery_pipeline::Input;
use chancery_text::Document;
use std::sync::Arc;

/// How inputs are read.
#[derive(Debug)]
pub(crate) struct Reading {
    pub(crate) decoder: Decoder,
    pub(crate) pattern: Option<NamePattern>,
    pub(crate) fields: jsonl::Fields,
}

/// One document yet to be read.
pub(crate) enum Item {
    /// A text file.
    Text { source: Source, reading: Arc<Reading> },
    /// A line of a JSONL file.
    Line { path: String, record: u64, line: Vec<u8>, reading: Arc<Reading> },
    /// A file that cannot even be opened or divided into records.
    Broken { path: String, record: Option<u64>, reason: String },
}

impl Input for Item {
    fn size(&self) -> u64 {
        match self {
            Self::Text { source, .. } => source.size,
            Self::Line { line, .. } => line.len() as u64,
            Self::Broken { .. } => 0,
        }
    }

    fn origin(&self) -> (String, Option<u64>) {
        match self {
            Self::Text { source, .. } => (source.name.clone(), None),
            Self::Line { path, record, .. } => (path.clone(), Some(*record)),
            Self::Broken { path, record, .. } => (path.clone(), *record),
        }
    }

    fn read(self) -> Result<Document, String> {
        match self {
            Self::Text { source, reading } => txt::read(&source, &reading),
            Self::Line { path, record, line, reading } => jsonl::read(&path, record, &line, &reading),
            Self::Broken { reason, .. } => Err(reason),
        }
    }
}

/// The documents of all sources, in order. Files are opened one after the other, lines read as they are wanted.
pub(crate) fn items(sources: Vec<Source>, reading: Arc<Reading>) -> impl Iterator<Item = Item> {
    sources.into_iter().flat_map(move |source| -> Box<dyn Iterator<Item = Item>> {
        if source.is_jsonl() {
            jsonl::items(source, reading.clone())
        } else {
            Box::new(std::iter::once(Item::Text { source, reading: reading.clone() }))
        }
    })
}
