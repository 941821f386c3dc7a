//! Meetings that a text names.

use crate::{Date, EntityIx, SentenceIx, Span};

/// A meeting, session or conference that the text names. There is one record for each meeting, however often the text mentions it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Meeting {
    /// The half-open byte range, in the source, of the longest name under which the meeting is mentioned.
    pub span: Span,
    /// The sentence that contains the name.
    pub sentence: SentenceIx,
    /// The kind of the meeting, according to the head noun of its name: `summit`, `session`, `conference` …
    pub kind: String,
    /// The entry of the meeting in the gazetteer; `None` if the gazetteer does not contain it.
    pub entity: Option<EntityIx>,
    /// The number of the meeting in its series: 72 for "the seventy-second session".
    pub ordinal: Option<u32>,
    /// The level of the participants, such as `leaders` or `ministers`; empty if unknown.
    pub level: String,
    /// The organisation or organ that meets.
    pub body: Option<EntityIx>,
    /// The states and organisations that meet, if the text lists them together with the name of the meeting.
    pub participants: Vec<EntityIx>,
    /// The place where the meeting is held.
    pub place: Option<EntityIx>,
    /// The state or organisation that hosts the meeting.
    pub host: Option<EntityIx>,
    /// The instruments that were signed or adopted at the meeting, as indexes into [`Document::instruments`](crate::Document::instruments).
    pub outcomes: Vec<u32>,
    /// The first day of the meeting.
    pub begin: Option<Date>,
    /// The last day of the meeting, inclusive.
    pub end: Option<Date>,
    /// Whether the meeting had not yet taken place when the document was written; `None` if unknown.
    pub planned: Option<bool>,
    /// How often the document mentions the meeting.
    pub mentions: u32,
}

impl Meeting {
    /// Creates a meeting. The fields that are not arguments are empty.
    #[must_use]
    pub fn new(span: Span, sentence: SentenceIx, kind: impl Into<String>) -> Self {
        Self {
            span,
            sentence,
            kind: kind.into(),
            entity: None,
            ordinal: None,
            level: String::new(),
            body: None,
            participants: Vec::new(),
            place: None,
            host: None,
            outcomes: Vec::new(),
            begin: None,
            end: None,
            planned: None,
            mentions: 0,
        }
    }
}
