//! Step 2 of a run: scores topics by weighted terms.

use crate::explanation::IgnoredReason;
use crate::recorder::Recorder;
use crate::tables::Terms;
use chancery_phrases::Hit;
use chancery_text::{Document, Scope, SectionIx, Span, Topic};
use std::sync::Arc;

/// Returns `true` if `label` is the topic `wanted`, or belongs to the area `wanted`. For example, `economic.trade` is a topic in the area
/// `economic`.
#[must_use]
pub fn is_topic(label: &str, wanted: &str) -> bool {
    label.strip_prefix(wanted).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

/// The minimum score for assigning a topic to a sentence. Sections and documents have no minimum.
const LEAST: f32 = 1.0;

/// The vote of one occurrence of a term for one label.
#[derive(Clone, Copy)]
struct Vote {
    label: u32,
    weight: f32,
    span: Span,
}

/// Scores the topics of the sentences, the sections and the whole document. `hits` contains the terms that were found, in the order of
/// their first tokens.
pub(crate) fn score<R: Recorder>(terms: &Terms, doc: &Document, hits: &[(Hit, u32)], recorder: &mut R) -> Vec<Topic> {
    Scoring { terms, doc, recorder }.score(hits)
}

/// The data of one run over a document.
struct Scoring<'a, R> {
    terms: &'a Terms,
    doc: &'a Document,
    recorder: &'a mut R,
}

impl<R: Recorder> Scoring<'_, R> {
    fn score(&mut self, hits: &[(Hit, u32)]) -> Vec<Topic> {
        let doc = self.doc;
        // An estimate: about half of the terms yield a topic of a sentence, and most terms have one label.
        let mut topics = Vec::with_capacity(hits.len() / 2);
        // A single section is the whole document and needs no separate scores.
        let sections = doc.sections.len() > 1;
        // The votes collected so far.
        let (mut of_sentence, mut of_section, mut of_text): (Vec<Vote>, Vec<Vote>, _) =
            (Vec::new(), Vec::new(), Vec::with_capacity(hits.len()));
        let (mut sentence, mut free) = (0, 0);
        let section_of = |sentence: usize| doc.sentences.get(sentence).and_then(|s| doc.blocks.get(s.block.get())).map(|b| b.section);
        let mut at = 0;
        while at < hits.len() {
            // If several terms begin at the same token, only the longest one counts.
            let first = hits[at].0.first;
            let group = hits[at..].iter().take_while(|(hit, _)| hit.first == first);
            let (count, end) = group.fold((0, 0), |(count, end), (hit, _)| (count + 1, hit.end.max(end)));
            let group = &hits[at..at + count];
            at += count;
            let span = |hit: &Hit| Span::new(doc.tokens[first as usize].span.start(), hit.end_byte);
            if R::ACTIVE {
                for (hit, _) in group.iter().filter(|(hit, _)| first < free || hit.end < end) {
                    self.recorder.ignored(span(hit), IgnoredReason::Covered);
                }
            }
            if first < free {
                continue;
            }
            free = end;
            while doc.sentences.get(sentence).is_some_and(|s| s.token_range.end <= first) {
                self.flush(&mut of_sentence, doc.sentences[sentence].span, Scope::Sentence, &mut topics);
                if sections && section_of(sentence) != section_of(sentence + 1) {
                    self.flush_section(&mut of_section, section_of(sentence), &mut topics);
                }
                sentence += 1;
            }
            for (hit, votes) in group.iter().filter(|(hit, _)| hit.end == end) {
                let span = span(hit);
                let votes = &self.terms.votes[*votes as usize];
                if votes.is_empty() {
                    self.recorder.ignored(span, IgnoredReason::Cancels);
                }
                for &(label, weight) in votes {
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
        self.flush_section(&mut of_section, section_of(sentence), &mut topics);
        self.flush(&mut of_text, whole, Scope::Document, &mut topics);
        topics
    }

    fn flush_section(&mut self, votes: &mut Vec<Vote>, section: Option<SectionIx>, topics: &mut Vec<Topic>) {
        match section.and_then(|section| self.doc.sections.get(section.get())) {
            Some(section) => self.flush(votes, section.span, Scope::Section, topics),
            None => votes.clear(),
        }
    }

    /// Adds the topics of one sentence, section or document to `topics`, in descending order of score. Then clears `votes`.
    fn flush(&mut self, votes: &mut Vec<Vote>, span: Span, scope: Scope, topics: &mut Vec<Topic>) {
        if votes.is_empty() {
            return;
        }
        let begin = topics.len();
        let sum = |votes: &[Vote]| votes.iter().map(|vote| vote.weight).sum::<f32>();
        // The sort is stable, so the votes for a label stay in the order of the text.
        votes.sort_by_key(|vote| vote.label);
        let all: f32 = votes.chunk_by(|a, b| a.label == b.label).map(sum).sum();
        for votes in votes.chunk_by(|a, b| a.label == b.label) {
            let score = sum(votes);
            let label = &self.terms.labels[votes[0].label as usize];
            let found = scope != Scope::Sentence || score >= LEAST;
            self.recorder.topic(span, scope, label, score, found);
            if !found {
                continue;
            }
            let mut topic = Topic::new(span, scope, Arc::clone(label));
            (topic.score, topic.share) = (score, score / all);
            topic.terms = votes.iter().map(|vote| vote.span).collect();
            topics.push(topic);
        }
        votes.clear();
        topics[begin..].sort_by(|a, b| b.score.total_cmp(&a.score).then_with(|| a.label.cmp(&b.label)));
    }
}
