//! A mention before it is linked.

use chancery_text::{Date, DateRole, EntityIx};

/// A mention before it is linked.
#[derive(Clone, Debug, Default)]
pub(crate) struct Found {
    /// The tokens of the title, half-open.
    pub(crate) start: usize,
    pub(crate) end: usize,
    /// The first token of the head noun.
    pub(crate) head: usize,
    pub(crate) kind: u16,
    pub(crate) entity: Option<EntityIx>,
    pub(crate) number: String,
    pub(crate) body: Option<EntityIx>,
    pub(crate) parties: Vec<EntityIx>,
    pub(crate) dates: Vec<(DateRole, Date)>,
    pub(crate) place: Option<EntityIx>,
    /// Whether the mention is only a head noun ("the Treaty"), which refers to an instrument named before.
    pub(crate) short: bool,
}
