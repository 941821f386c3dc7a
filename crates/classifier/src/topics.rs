//! Topics by weighted terms.

use chancery_phrases::Hit;
use chancery_text::{Document, Scope, SectionIx, Span, Topic};
use std::sync::Arc;

/// What terms speak for.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Terms {
    pub(crate) labels: Vec<Arc<str>>,
    /// What terms speak for: labels and weights; none for phrases that only cancel what is inside them. Terms that speak for the same share one.
    pub(crate) votes: Vec<Vec<(u32, f32)>>,
}

/// Whether a label is a topic or lies in an area: `economic.trade` is `economic.trade` and lies in `economic`.
#[must_use]
pub fn is_topic(label: &str, wanted: &str) -> bool {
    label.strip_prefix(wanted).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// Below this a sentence has a topic only as a part of its section and text.
const LEAST: f32 = 1.0;

/// A term that speaks for a label.
#[derive(Clone, Copy)]
struct Vote {
    label: u32,
    weight: f32,
    span: Span,
}

impl Terms {
    /// Scores sentences, sections and the whole text from the terms found, which come by first token.
    pub(crate) fn score(&self, doc: &Document, hits: &[(Hit, u32)]) -> Vec<Topic> {
        // A term in two makes a topic of a sentence, and most terms have one label.
        let mut topics = Vec::with_capacity(hits.len() / 2);
        // One section alone is the whole text.
        let sections = doc.sections.len() > 1;
        // The votes of each stretch so far.
        let (mut of_sentence, mut of_section, mut of_text): (Vec<Vote>, Vec<Vote>, _) =
            (Vec::new(), Vec::new(), Vec::with_capacity(hits.len()));
        let (mut sentence, mut free) = (0, 0);
        let section_of = |sentence: usize| doc.sentences.get(sentence).and_then(|s| doc.blocks.get(s.block.get())).map(|b| b.section);
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
                self.flush(&mut of_sentence, doc.sentences[sentence].span, Scope::Sentence, &mut topics);
                if sections && section_of(sentence) != section_of(sentence + 1) {
                    self.flush_section(&mut of_section, doc, section_of(sentence), &mut topics);
                }
                sentence += 1;
            }
            for (hit, votes) in group.iter().filter(|(hit, _)| hit.end == end) {
                let span = Span::new(doc.tokens[first as usize].span.start(), hit.end_byte);
                for &(label, weight) in &self.votes[*votes as usize] {
                    let vote = Vote { label, weight, span };
                    of_sentence.push(vote);
                    of_text.push(vote);
                    if sections {
                        of_section.push(vote);
                    }
                }
            }
        }
        let whole = Span::new(0, doc.text().len() as u32);
        let last = doc.sentences.get(sentence).map_or(whole, |s| s.span);
        self.flush(&mut of_sentence, last, Scope::Sentence, &mut topics);
        self.flush_section(&mut of_section, doc, section_of(sentence), &mut topics);
        self.flush(&mut of_text, whole, Scope::Document, &mut topics);
        topics
    }

    fn flush_section(&self, votes: &mut Vec<Vote>, doc: &Document, section: Option<SectionIx>, topics: &mut Vec<Topic>) {
        match section.and_then(|section| doc.sections.get(section.get())) {
            Some(section) => self.flush(votes, section.span, Scope::Section, topics),
            None => votes.clear(),
        }
    }

    /// Writes out the topics of one stretch, the highest first.
    fn flush(&self, votes: &mut Vec<Vote>, span: Span, scope: Scope, topics: &mut Vec<Topic>) {
        if votes.is_empty() {
            return;
        }
        let begin = topics.len();
        let sum = |votes: &[Vote]| votes.iter().map(|vote| vote.weight).sum::<f32>();
        // Stable: they come in the order of the text.
        votes.sort_by_key(|vote| vote.label);
        let all: f32 = votes.chunk_by(|a, b| a.label == b.label).map(sum).sum();
        for votes in votes.chunk_by(|a, b| a.label == b.label) {
            let score = sum(votes);
            if scope == Scope::Sentence && score < LEAST {
                continue;
            }
            let label = Arc::clone(&self.labels[votes[0].label as usize]);
            let mut topic = Topic::new(span, scope, label);
            (topic.score, topic.share) = (score, score / all);
            topic.terms = votes.iter().map(|vote| vote.span).collect();
            topics.push(topic);
        }
        votes.clear();
        topics[begin..].sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| a.label.cmp(&b.label)));
    }
}
