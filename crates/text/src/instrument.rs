//! Instruments: treaties, resolutions, declarations and other documents that a text names.

use crate::{Date, EntityIx, SentenceIx, Span};
use std::sync::Arc;

/// The role of a date of an instrument or meeting: what happened on that date.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum DateRole {
    /// The signature.
    Signed,
    /// The adoption.
    Adopted,
    /// The opening for signature.
    Opened,
    /// The ratification.
    Ratified,
    /// The entry into force.
    InForce,
    /// The end of validity.
    Expires,
    /// The date in the name of the instrument or meeting ("the treaty of 1994"), if the text does not say what happened on that date.
    Dated,
}

impl DateRole {
    /// Every role with its name in tables and data files.
    const ALL: [(Self, &'static str); 7] = [
        (Self::Signed, "signed"),
        (Self::Adopted, "adopted"),
        (Self::Opened, "opened"),
        (Self::Ratified, "ratified"),
        (Self::InForce, "in_force"),
        (Self::Expires, "expires"),
        (Self::Dated, "dated"),
    ];

    /// The name used in tables and data files.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        Self::ALL.iter().find(|(role, _)| *role == self).map_or("dated", |(_, name)| name)
    }

    /// The names of all roles.
    pub fn names() -> impl Iterator<Item = &'static str> {
        Self::ALL.iter().map(|(_, name)| *name)
    }

    /// Returns the role with the name `name`; `None` if no role has that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, known)| *known == name).map(|(role, _)| *role)
    }
}

/// A treaty, resolution or similar document that the text names. The text itself is also an instrument if it is a document of this kind. There is one record
/// for each instrument, however often the text mentions it.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Instrument {
    /// The half-open byte range, in the source, of the longest title under which the instrument is mentioned.
    pub span: Span,
    /// The sentence that contains the title.
    pub sentence: SentenceIx,
    /// The kind, according to the head noun (main noun) of the title: `treaty`, `agreement`, `resolution` …
    pub kind: String,
    /// The entry of the instrument in the gazetteer; `None` if the gazetteer does not contain it.
    pub entity: Option<EntityIx>,
    /// Number of a resolution or decision ("1540"); empty if the instrument has no number.
    pub number: String,
    /// The organ or organisation that adopted the instrument.
    pub body: Option<EntityIx>,
    /// The states and organisations that are parties to the instrument. A grouping in a list of parties is replaced by its members.
    pub parties: Vec<EntityIx>,
    /// Dates with their roles, sorted by role. Each role occurs at most once.
    pub dates: Vec<(DateRole, Date)>,
    /// Ids of the topics whose terms occur in the title ("economic.trade").
    pub subjects: Vec<Arc<str>>,
    /// The place where the instrument was signed or adopted.
    pub place: Option<EntityIx>,
    /// Whether the instrument is the document that is being analysed.
    pub own: bool,
    /// How often the document mentions the instrument.
    pub mentions: u32,
}

impl Instrument {
    /// Creates an instrument without parties or dates.
    #[must_use]
    pub fn new(span: Span, sentence: SentenceIx, kind: impl Into<String>) -> Self {
        Self {
            span,
            sentence,
            kind: kind.into(),
            entity: None,
            number: String::new(),
            body: None,
            parties: Vec::new(),
            dates: Vec::new(),
            place: None,
            subjects: Vec::new(),
            own: false,
            mentions: 0,
        }
    }

    /// Returns the date with the role `role`; `None` if this date is not known.
    #[must_use]
    pub fn date(&self, role: DateRole) -> Option<Date> {
        self.dates.iter().find(|(known, _)| *known == role).map(|(_, date)| *date)
    }
}

/// A passage of the text that names an instrument.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct InstrumentMention {
    /// The half-open byte range of the mention in the source.
    pub span: Span,
    /// The sentence that contains the mention.
    pub sentence: SentenceIx,
    /// Index of the instrument in [`Document::instruments`](crate::Document::instruments).
    pub instrument: u32,
    /// Index of the event in [`Document::events`](crate::Document::events) that acts on the instrument ("signed", "condemned"); `None` if there is no such
    /// event.
    pub event: Option<u32>,
}

impl InstrumentMention {
    /// Creates a mention without an event.
    #[must_use]
    pub const fn new(span: Span, sentence: SentenceIx, instrument: u32) -> Self {
        Self { span, sentence, instrument, event: None }
    }
}
