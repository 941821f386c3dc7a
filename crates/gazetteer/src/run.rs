//! Runs the steps of the gazetteer on one document, in order.

use crate::context::Context;
use crate::hits::ScanHits;
use crate::recorder::Recorder;
use crate::steps::{Selected, add_by_head_noun, add_defined, drop_languages, introduced, merge, resolve, scan, select};
use crate::tables::Tables;
use chancery_text::{Document, Mention};

/// Buffers that are reused between runs. Keep one `Scratch` for each thread.
#[derive(Debug, Default)]
pub struct Scratch {
    phrases: chancery_phrases::Scratch,
    hits: ScanHits,
    selected: Selected,
}

/// Finds the mentions of a document. The document must have tokens. Its sentences, blocks, times and date are used
/// if they are present.
pub(crate) fn run<R: Recorder>(tables: &Tables, doc: &Document, scratch: &mut Scratch, recorder: &mut R) -> Vec<Mention> {
    let Scratch { phrases, hits, selected } = scratch;
    scan(tables, doc, phrases, hits, recorder);
    let context = Context::new(tables, doc, hits);
    select(&context, selected, recorder);
    let mut mentions = resolve(&context, selected, recorder);
    drop_languages(&context, &mut mentions, recorder);
    let mut short = introduced(&context, &mentions, recorder);
    add_by_head_noun(&context, &mentions, &mut short, recorder);
    add_defined(&context, &mentions, &mut short, recorder);
    merge(mentions, short, recorder)
}

#[cfg(test)]
mod tests;
