//! Topics by weighted terms.

use chancery_phrases::Hit;
use chancery_text::{Document, Scope, Span, Topic};

/// Terms of all labels.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Terms {
    pub(crate) labels: Vec<String>,
    /// Label and weight of each term; no label for phrases that only cancel what is inside them.
    pub(crate) terms: Vec<Vec<(u32, f32)>>,
}

/// Below this a sentence has a topic only as a part of its section and text.
const LEAST: f32 = 1.0;

/// The labels' sums over a stretch so far.
struct Sums {
    /// Score and terms of each label.
    of: Vec<(f32, Vec<Span>)>,
    /// Labels that have any, in order of appearance.
    touched: Vec<u32>,
}

impl Sums {
    fn new(labels: usize) -> Self {
        Self { of: vec![(0.0, Vec::new()); labels], touched: Vec::new() }
    }

    fn add(&mut self, label: u32, weight: f32, span: Span) {
        let sum = &mut self.of[label as usize];
        if sum.1.is_empty() {
            self.touched.push(label);
        }
        sum.0 += weight;
        sum.1.push(span);
    }

    /// Takes all out, in order of label.
    fn take(&mut self) -> impl Iterator<Item = (u32, f32, Vec<Span>)> {
        self.touched.sort_unstable();
        let of = &mut self.of;
        self.touched.drain(..).map(|label| {
            let (score, terms) = std::mem::take(&mut of[label as usize]);
            (label, score, terms)
        })
    }

    fn total(&self) -> f32 {
        self.touched.iter().map(|&label| self.of[label as usize].0).sum()
    }
}

impl Terms {
    /// Scores sentences, sections and the whole text from the terms found, which come by first token.
    pub(crate) fn score(&self, doc: &Document, hits: &[(Hit, u32)]) -> Vec<Topic> {
        let mut topics = Vec::new();
        let (mut sentence_sums, mut section_sums, mut text_sums) =
            (Sums::new(self.labels.len()), Sums::new(self.labels.len()), Sums::new(self.labels.len()));
        let (mut sentence, mut free) = (0, 0);
        let section_of = |sentence: usize| doc.sentences.get(sentence).and_then(|s| doc.blocks.get(s.block as usize)).map(|b| b.section);
        let mut at = 0;
        while at < hits.len() {
            // Of those that begin at a token the longest counts.
            let first = hits[at].0.first;
            let group = hits[at..].iter().take_while(|(hit, _)| hit.first == first);
            let (count, end) = group.fold((0, 0), |(count, end), (hit, _)| (count + 1, hit.end.max(end)));
            let group = &hits[at..at + count];
            at += count;
            if first < free {
                continue;
            }
            free = end;
            while doc.sentences.get(sentence).is_some_and(|s| s.token_range.end <= first) {
                self.flush(&mut sentence_sums, doc.sentences[sentence].span, Scope::Sentence, &mut topics);
                if section_of(sentence) != section_of(sentence + 1) {
                    self.flush_section(&mut section_sums, doc, section_of(sentence), &mut topics);
                }
                sentence += 1;
            }
            for (hit, term) in group.iter().filter(|(hit, _)| hit.end == end) {
                let span = Span::new(doc.tokens[first as usize].span.start(), hit.end_byte);
                for &(label, weight) in &self.terms[*term as usize] {
                    for sums in [&mut sentence_sums, &mut section_sums, &mut text_sums] {
                        sums.add(label, weight, span);
                    }
                }
            }
        }
        let whole = Span::new(0, doc.text().len() as u32);
        let last = doc.sentences.get(sentence).map_or(whole, |s| s.span);
        self.flush(&mut sentence_sums, last, Scope::Sentence, &mut topics);
        self.flush_section(&mut section_sums, doc, section_of(sentence), &mut topics);
        self.flush(&mut text_sums, whole, Scope::Document, &mut topics);
        topics
    }

    /// One section alone is the whole text.
    fn flush_section(&self, sums: &mut Sums, doc: &Document, section: Option<u32>, topics: &mut Vec<Topic>) {
        match section.and_then(|section| doc.sections.get(section as usize)).filter(|_| doc.sections.len() > 1) {
            Some(section) => self.flush(sums, section.span, Scope::Section, topics),
            None => sums.take().for_each(drop),
        }
    }

    /// Writes out the topics of one stretch, the highest first.
    fn flush(&self, sums: &mut Sums, span: Span, scope: Scope, topics: &mut Vec<Topic>) {
        let begin = topics.len();
        let all = sums.total();
        for (label, score, terms) in sums.take() {
            if scope == Scope::Sentence && score < LEAST {
                continue;
            }
            topics.push(Topic { span, scope, label: self.labels[label as usize].clone(), score, share: score / all, terms });
        }
        topics[begin..].sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| a.label.cmp(&b.label)));
    }
}
