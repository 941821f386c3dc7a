//! Topics by weighted terms.

use aho_corasick::{AhoCorasick, MatchKind};
use chancery_text::fold::{Folder, HyphenReading};
use chancery_text::{Document, Span, Topic};
use std::collections::BTreeMap;

/// Terms that cannot be compiled.
#[derive(Debug, thiserror::Error)]
#[error("the terms cannot be compiled: {reason}")]
pub struct BuildError {
    reason: String,
}

/// Collects terms.
#[derive(Clone, Debug, Default)]
pub struct TopicsBuilder {
    /// Folded term, then its labels and weights.
    terms: BTreeMap<String, Vec<(String, f32)>>,
}

impl TopicsBuilder {
    /// Adds a term of a label with its weight. A term may belong to several labels.
    pub fn term(&mut self, label: &str, term: &str, weight: f32) {
        let folded = Folder::default().view(term.trim(), HyphenReading::Kept).text().to_owned();
        if !folded.is_empty() {
            self.terms.entry(folded).or_default().push((label.to_owned(), weight));
        }
    }

    /// Adds a phrase that carries nothing and keeps the terms inside it from counting.
    pub fn cancel(&mut self, phrase: &str) {
        let folded = Folder::default().view(phrase.trim(), HyphenReading::Kept).text().to_owned();
        if !folded.is_empty() {
            self.terms.entry(folded).or_default();
        }
    }

    /// Compiles the terms; texts are folded with `folder`.
    ///
    /// # Errors
    /// If there are more terms than an automaton can hold.
    pub fn build(self, folder: Folder) -> Result<Topics, BuildError> {
        let (patterns, labels): (Vec<_>, Vec<_>) = self.terms.into_iter().unzip();
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::LeftmostLongest)
            .build(&patterns)
            .map_err(|error| BuildError { reason: error.to_string() })?;
        Ok(Topics { automaton, labels, folder })
    }
}

/// Compiled terms. Immutable; share it between threads.
#[derive(Clone, Debug)]
pub struct Topics {
    automaton: AhoCorasick,
    labels: Vec<Vec<(String, f32)>>,
    folder: Folder,
}

impl Topics {
    /// Fills the layer `topics` of a document with the topics of its sentences (of the whole text where it has none), replacing what it held.
    /// Within a sentence the highest score comes first.
    pub fn run(&self, doc: &mut Document) {
        let mut found = Vec::new();
        if self.labels.is_empty() {
            doc.topics = found;
            return;
        }
        let whole = [Span::new(0, doc.text().len() as u32)];
        let sentences: Vec<Span> = if doc.sentences.is_empty() { whole.to_vec() } else { doc.sentences.iter().map(|s| s.span).collect() };
        let view = self.folder.view(doc.text(), HyphenReading::Kept);
        let mut scores: BTreeMap<&str, (f32, Vec<Span>)> = BTreeMap::new();
        let mut sentence = 0;
        for hit in self.automaton.find_iter(view.text()) {
            if !bounded(view.text(), hit.start(), hit.end()) {
                continue;
            }
            let span = view.to_source(Span::new(hit.start() as u32, hit.end() as u32));
            while sentences.get(sentence).is_some_and(|s| s.end() <= span.start()) {
                flush(&mut scores, sentences[sentence], &mut found);
                sentence += 1;
            }
            for (label, weight) in &self.labels[hit.pattern().as_usize()] {
                let entry = scores.entry(label).or_default();
                entry.0 += weight;
                entry.1.push(span);
            }
        }
        if let Some(last) = sentences.get(sentence) {
            flush(&mut scores, *last, &mut found);
        }
        doc.topics = found;
    }
}

/// Writes out the topics of one sentence.
fn flush(scores: &mut BTreeMap<&str, (f32, Vec<Span>)>, span: Span, found: &mut Vec<Topic>) {
    let begin = found.len();
    for (label, (score, terms)) in std::mem::take(scores) {
        found.push(Topic { span, label: label.to_owned(), score, terms });
    }
    found[begin..].sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| a.label.cmp(&b.label)));
}

/// Whether a match begins and ends at word bounds. Scripts without blanks have a bound everywhere.
fn bounded(text: &str, start: usize, end: usize) -> bool {
    let joins = |c: char| c.is_alphanumeric() && !matches!(c, '\u{3041}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{0E00}'..='\u{0E7F}');
    let inside = |before: Option<char>, after: Option<char>| before.zip(after).is_some_and(|(a, b)| joins(a) && joins(b));
    let (head, hit, tail) = (&text[..start], &text[start..end], &text[end..]);
    !inside(head.chars().next_back(), hit.chars().next()) && !inside(hit.chars().next_back(), tail.chars().next())
}
