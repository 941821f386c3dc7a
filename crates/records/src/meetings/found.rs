//! A mention of a meeting, before the mentions are grouped into meetings.

use super::held::Held;
use chancery_text::EntityIx;

/// A mention of a meeting that has not yet been assigned to a [`Meeting`](chancery_text::Meeting) record.
#[derive(Clone, Debug, Default)]
pub(crate) struct Found {
    /// The index of the first token of the name. The name covers the half-open token range `start..end`.
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) kind: u16,
    pub(crate) entity: Option<EntityIx>,
    pub(crate) ordinal: Option<u32>,
    pub(crate) level: Option<u16>,
    pub(crate) body: Option<EntityIx>,
    pub(crate) participants: Vec<EntityIx>,
    pub(crate) held: Held,
    /// Whether the mention is only a head noun ("the Summit"). Such a mention refers to a meeting that was named earlier.
    pub(crate) short: bool,
}
