//! Combines engines into a pipeline.

use crate::stages::Stages;
use chancery_actors::ActorExtractor;
use chancery_amounts::AmountFinder;
use chancery_classifier::Classifier;
use chancery_clauses::ClauseReader;
use chancery_events::EventCoder;
use chancery_gazetteer::{FuzzyMatcher, Gazetteer};
use chancery_outline::Outliner;
use chancery_records::RecordFinder;
use chancery_temporal::TemporalTagger;
use chancery_tokenizer::Tokenizer;
use std::fmt;

/// Collects engines and builds [`Stages`]. Every engine is optional, but some engines need another one (see [`build`](Self::build)).
#[derive(Clone, Copy, Debug, Default)]
pub struct StagesBuilder<'e>(Stages<'e>);

/// The error returned when an engine is set without another engine that it needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BuildError {
    engine: &'static str,
    needs: &'static str,
}

impl fmt::Display for BuildError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the {} needs a {}", self.engine, self.needs)
    }
}

impl std::error::Error for BuildError {}

impl<'e> StagesBuilder<'e> {
    /// Sets the tokenizer. Without one, documents must already have tokens and sentences.
    pub const fn tokenizer(&mut self, tokenizer: &'e Tokenizer) -> &mut Self {
        self.0.tokenizer = Some(tokenizer);
        self
    }

    /// Sets the tagger of time expressions. Without one, there are no time expressions, and no date is read from a dateline.
    pub const fn temporal(&mut self, temporal: &'e TemporalTagger) -> &mut Self {
        self.0.temporal = Some(temporal);
        self
    }

    /// Sets the gazetteer. Without one, there are no mentions.
    pub const fn gazetteer(&mut self, gazetteer: &'e Gazetteer) -> &mut Self {
        self.0.gazetteer = Some(gazetteer);
        self
    }

    /// Sets the fuzzy matcher, which adds mentions for misspelled names and needs a gazetteer.
    pub const fn fuzzy(&mut self, fuzzy: &'e FuzzyMatcher<'e>) -> &mut Self {
        self.0.fuzzy = Some(fuzzy);
        self
    }

    /// Sets the actor extractor, which needs a gazetteer. Without an actor extractor, there are no actors.
    pub const fn actors(&mut self, actors: &'e ActorExtractor) -> &mut Self {
        self.0.actors = Some(actors);
        self
    }

    /// Sets the classifier, which assigns topics and finds events with rules. Without one, there are no topics, and only the event coder finds events.
    pub const fn classifier(&mut self, classifier: &'e Classifier) -> &mut Self {
        self.0.classifier = Some(classifier);
        self
    }

    /// Sets the clause reader, which finds the clauses of sentences. Without one, there are no clauses.
    pub const fn clauses(&mut self, clauses: &'e ClauseReader) -> &mut Self {
        self.0.clauses = Some(clauses);
        self
    }

    /// Sets the event coder, which finds events with frames (entries of the data files that say which event a verb or noun stands for). It needs a clause
    /// reader. Without an event coder, only the classifier finds events.
    pub const fn events(&mut self, events: &'e EventCoder) -> &mut Self {
        self.0.events = Some(events);
        self
    }

    /// Sets the record finder, which finds instruments, meetings, and names that documents themselves introduce. Without one, these layers stay empty.
    pub const fn records(&mut self, records: &'e RecordFinder) -> &mut Self {
        self.0.records = Some(records);
        self
    }

    /// Sets the outliner. Without one, documents have no type and no parts.
    pub const fn outliner(&mut self, outliner: &'e Outliner) -> &mut Self {
        self.0.outliner = Some(outliner);
        self
    }

    /// Sets the finder of amounts. Without one, there are no amounts.
    pub const fn amounts(&mut self, amounts: &'e AmountFinder) -> &mut Self {
        self.0.amounts = Some(amounts);
        self
    }

    /// Sets whether each mention keeps the candidates that the gazetteer considered for the same words and rejected. Default: `false`.
    pub const fn keep_rejections(&mut self, keep: bool) -> &mut Self {
        self.0.keep_rejections = keep;
        self
    }

    /// Builds the stages.
    ///
    /// # Errors
    /// Returns an error if a fuzzy matcher or an actor extractor is set without a gazetteer, or if an event coder is set without a clause reader.
    pub const fn build(&self) -> Result<Stages<'e>, BuildError> {
        let stages = self.0;
        if stages.gazetteer.is_none() && stages.fuzzy.is_some() {
            return Err(BuildError { engine: "fuzzy matcher", needs: "gazetteer" });
        }
        if stages.gazetteer.is_none() && stages.actors.is_some() {
            return Err(BuildError { engine: "actor extractor", needs: "gazetteer" });
        }
        if stages.clauses.is_none() && stages.events.is_some() {
            return Err(BuildError { engine: "event coder", needs: "clause reader" });
        }
        Ok(stages)
    }
}

impl<'e> Stages<'e> {
    /// Creates a builder without engines.
    #[must_use]
    pub fn builder() -> StagesBuilder<'e> {
        StagesBuilder::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chancery_text::PlainBreaker;

    #[test]
    fn actors_need_a_gazetteer() {
        let actors = ActorExtractor::builder().build(&PlainBreaker).expect("no words");
        let error = Stages::builder().actors(&actors).build().expect_err("no gazetteer");
        assert_eq!(error.to_string(), "the actor extractor needs a gazetteer");
    }

    #[test]
    fn each_stage_is_optional() {
        let tokenizer = Tokenizer::default();
        let doc = Stages::builder().tokenizer(&tokenizer).build().expect("valid").annotated("1", "Kazakhstan signed. Kenya too.");
        assert_eq!((doc.sentences.len(), doc.mentions.len(), doc.topics.len()), (2, 0, 0));
        let doc = Stages::default().annotated("1", "Kazakhstan signed.");
        assert!(doc.tokens.is_empty());
    }
}
