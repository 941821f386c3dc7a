//! Finds names in scripts that are written without spaces. In these scripts, a name ends with its
//! head noun (the main noun, such as the word for "council"). The name begins after the last word
//! that cannot be part of a name.

use super::group::Candidate;
use super::signs::Signs;
use crate::book::Book;
use chancery_text::{Document, TokenKind};
use std::collections::HashMap;

/// The maximum number of characters that a name may have before its head noun.
const LONGEST: usize = 14;

/// A possible name in a document, as a tuple of its text, the type of the entity, its head noun, and
/// the start and end of its byte range.
pub(super) type Part = (String, String, String, u32, u32);

/// Finds the possible names in a document. Names that are already in the gazetteer are left out.
pub(super) fn parts(doc: &Document, signs: &Signs) -> Vec<Part> {
    let mut found = Vec::new();
    let text = doc.text();
    let mut known = vec![false; doc.tokens.len()];
    for mention in &doc.mentions {
        known[doc.tokens_of(mention)].fill(true);
    }
    for (first, run) in runs(doc) {
        let chars: Vec<&str> = run.iter().map(|at| doc.tokens[*at].text(text)).collect();
        let mut at = 0;
        while at < chars.len() {
            let Some((noun, kind)) = signs.endings.iter().find(|(noun, _)| begins(&chars[at..], noun)) else {
                at += 1;
                continue;
            };
            let end = at + noun.chars().count();
            let start = start(&chars[..at], signs);
            let tokens = first + start..first + end;
            if at - start >= 2
                && !known[tokens.clone()].iter().all(|known| *known)
                && !known[first + at..tokens.end].iter().any(|known| *known)
            {
                let (from, to) = (doc.tokens[tokens.start].span.start(), doc.tokens[tokens.end - 1].span.end());
                found.push((chars[start..end].concat(), kind.clone(), noun.clone(), from, to));
            }
            at = end;
        }
    }
    found
}

/// Returns the sequences of adjacent ideographs (characters of a script without spaces). For each
/// sequence, returns the index of its first token and the indexes of all its tokens.
fn runs(doc: &Document) -> Vec<(usize, Vec<usize>)> {
    let mut found: Vec<(usize, Vec<usize>)> = Vec::new();
    for (at, token) in doc.tokens.iter().enumerate() {
        if token.kind != TokenKind::Ideograph {
            continue;
        }
        match found.last_mut().filter(|(_, run)| run.last() == Some(&(at.wrapping_sub(1))) && token.gap == chancery_text::Gap::None) {
            Some((_, run)) => run.push(at),
            None => found.push((at, vec![at])),
        }
    }
    found
}

/// Returns whether `chars` begins with the characters of `word`.
fn begins(chars: &[&str], word: &str) -> bool {
    let mut chars = chars.iter();
    word.chars().all(|c| chars.next().is_some_and(|other| other.starts_with(c)))
}

/// Returns the index in `chars` at which a name begins. `chars` contains the characters before the
/// head noun of the name. The name begins after the last word that cannot be part of a name, and at
/// most [`LONGEST`] characters before the head noun.
fn start(chars: &[&str], signs: &Signs) -> usize {
    let from = chars.len().saturating_sub(LONGEST);
    let ends = |at: usize| {
        signs.stops.iter().any(|stop| {
            let long = stop.chars().count();
            at >= long && begins(&chars[at - long..at], stop)
        })
    };
    (from + 1..=chars.len()).rev().find(|at| ends(*at)).unwrap_or(from)
}

/// The possible names of all documents.
#[derive(Debug, Default)]
pub(super) struct Parts(HashMap<String, Candidate>);

impl Parts {
    pub(super) fn add(&mut self, doc: u32, parts: Vec<Part>) {
        for (text, kind, noun, start, end) in parts {
            let candidate = self.0.entry(text).or_insert_with_key(|text| Candidate {
                text: text.clone(),
                kind: Some((kind, noun)),
                ..Candidate::default()
            });
            candidate.count += 1;
            if candidate.docs.last() != Some(&doc) {
                candidate.docs.push(doc);
                candidate.places.push((doc, start, end));
            }
        }
    }

    /// Returns the names that have no entry, sorted by their texts.
    pub(super) fn candidates(self, book: &Book) -> Vec<Candidate> {
        let mut list: Vec<Candidate> = self.0.into_values().filter(|candidate| !book.knows(&candidate.text)).collect();
        list.sort_by(|a, b| a.text.cmp(&b.text));
        list
    }
}
