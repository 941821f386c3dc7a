//! The documents of a corpus.

use crate::args::CorpusArgs;
use crate::input::ReadItem;
use crate::numbers::counted;
use anyhow::Result;
use chancery_read::{NamePattern, ReadOptions, Source};

/// The documents of a corpus, which can be read several times.
pub(super) struct Corpus {
    sources: Vec<Source>,
    options: ReadOptions,
}

impl Corpus {
    pub(super) fn new(documents: &[String], args: &CorpusArgs) -> Result<Self> {
        let mut options = ReadOptions::new();
        if let Some(label) = &args.encoding {
            options.encoding(label)?;
        }
        if let Some(pattern) = &args.name_pattern {
            options.name_pattern(NamePattern::new(pattern)?);
        }
        Ok(Self { sources: chancery_read::find(documents)?.sources, options })
    }

    pub(super) fn items(&self) -> impl Iterator<Item = ReadItem> + use<> {
        chancery_read::items(self.sources.clone(), self.options.clone()).map(ReadItem)
    }
}

/// Reports documents that could not be read. The first five are listed; the others are only
/// counted.
pub(super) fn tell(unread: &[chancery_curate::Unread]) {
    for unread in unread.iter().take(5) {
        eprintln!("{}: {}", unread.path, unread.reason);
    }
    if unread.len() > 5 {
        eprintln!("{} could not be read", counted(unread.len() as u64 - 5, "more document"));
    }
}
