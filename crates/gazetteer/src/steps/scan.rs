//! Step 1: one scan finds all names, cues and head nouns.

use crate::context::rejection;
use crate::entry::Activation;
use crate::hits::ScanHits;
use crate::recorder::Recorder;
use crate::tables::{Role, Tables};
use chancery_phrases::Hit;
use chancery_text::{Document, RejectionReason};
use std::cmp::Reverse;

/// Scans the document for names, cues and head nouns, and stores the results in `hits`. Names that are recognised only in documents that define them are
/// rejected here. Step 7 finds them without the results of the scan.
pub(crate) fn scan<R: Recorder>(
    tables: &Tables,
    doc: &Document,
    scratch: &mut chancery_phrases::Scratch,
    hits: &mut ScanHits,
    recorder: &mut R,
) {
    hits.clear(tables.cue_capitals.len());
    tables.phrases.scan(doc.text(), &doc.tokens, scratch, |hit| take(tables, doc, hits, hit, recorder));
    // Of the names that begin at the same token, the longest is tried first.
    for group in hits.always.chunk_by_mut(|a, b| a.first == b.first).filter(|group| group.len() > 1) {
        group.sort_by_key(|hit| Reverse(hit.end_byte));
    }
}

#[inline]
fn take<R: Recorder>(tables: &Tables, doc: &Document, hits: &mut ScanHits, hit: Hit, recorder: &mut R) {
    let (mut always, mut introduced) = (false, false);
    for &code in tables.phrases.values(hit) {
        match Role::of(code) {
            Role::Name(_, Activation::Always) => always = true,
            Role::Name(_, Activation::Introduced) => introduced = true,
            Role::Name(name, Activation::Defined) => recorder.reject(|| rejection(tables, doc, &hit, name, RejectionReason::NotDefined)),
            Role::Cue(cue) if tables.cue_capitals[cue as usize] && !doc.tokens[hit.first as usize].capital => {}
            Role::Cue(cue) => hits.add_cue(hit.first, cue),
            Role::HeadNoun(number) => hits.head_nouns.push((hit, number)),
        }
    }
    if always {
        hits.always.push(hit);
    }
    if introduced {
        hits.introduced.push(hit);
    }
}
