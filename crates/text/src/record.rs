//! The trait [`Record`], the common interface of mentions, time expressions, actors, events and topics.

use crate::{Actor, Event, Mention, NameIx, SentenceIx, Span, TimeExpression, Topic};

/// The origin of a record: the name, rule or evidence that produced it.
#[derive(Clone, Copy, Debug, PartialEq)]
#[non_exhaustive]
pub enum Origin<'r> {
    /// A name of the gazetteer.
    Name(NameIx),
    /// A rule, given by its id.
    Rule(&'r str),
    /// A kind of evidence, given by the name that tables use for it.
    Cue(&'static str),
    /// The matched terms, given as half-open byte ranges in the source text.
    Terms(&'r [Span]),
}

/// A record: a mention, time expression, actor, event or topic that an analysis found in a document. Every record has a span in the text and an origin.
pub trait Record {
    /// Returns the half-open byte range of the record in the source text.
    fn span(&self) -> Span;

    /// Returns the sentence that contains the record, or `None` for a record that may span several sentences.
    fn sentence(&self) -> Option<SentenceIx>;

    /// Returns the name, rule or evidence that produced the record.
    fn origin(&self) -> Origin<'_>;
}

/// Implements [`Record`] for a type with a field `span` and a field `sentence`. For a type without a field `sentence`, pass `none` as the second argument.
macro_rules! record {
    ($type:ty, none, |$record:ident| $origin:expr) => {
        record!(@ $type, |_record| None, |$record| $origin);
    };
    ($type:ty, |$record:ident| $origin:expr) => {
        record!(@ $type, |record| Some(record.sentence), |$record| $origin);
    };
    (@ $type:ty, |$of:ident| $sentence:expr, |$record:ident| $origin:expr) => {
        impl Record for $type {
            fn span(&self) -> Span {
                self.span
            }

            fn sentence(&self) -> Option<SentenceIx> {
                let $of = self;
                $sentence
            }

            fn origin(&self) -> Origin<'_> {
                let $record = self;
                $origin
            }
        }
    };
}

record!(Mention, |mention| Origin::Name(mention.name));
record!(TimeExpression, |time| Origin::Rule(&time.rule));
record!(Actor, |actor| Origin::Cue(actor.cue.as_str()));
record!(Event, |event| Origin::Rule(&event.rule));
record!(Topic, none, |topic| Origin::Terms(&topic.terms));
