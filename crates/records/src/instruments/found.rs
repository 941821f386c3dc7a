//! A mention of an instrument, before the mentions are grouped into instruments.

use chancery_text::{Date, DateRole, EntityIx};

/// A mention of an instrument that has not yet been assigned to an [`Instrument`](chancery_text::Instrument) record.
#[derive(Clone, Debug, Default)]
pub(crate) struct Found {
    /// The index of the first token of the title. The title covers the half-open token range `start..end`.
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// The index of the first token of the head noun.
    pub(crate) head: usize,
    pub(crate) kind: u16,
    pub(crate) entity: Option<EntityIx>,
    pub(crate) number: String,
    pub(crate) body: Option<EntityIx>,
    pub(crate) parties: Vec<EntityIx>,
    pub(crate) dates: Vec<(DateRole, Date)>,
    pub(crate) place: Option<EntityIx>,
    /// Whether the mention is only a head noun ("the Treaty"). Such a mention refers to an instrument that was named earlier, or to the document
    /// itself.
    pub(crate) short: bool,
}
