//! A mention before it is linked.

use super::held::Held;
use chancery_text::EntityIx;

/// A mention before it is linked.
#[derive(Clone, Debug, Default)]
pub(crate) struct Found {
    /// The tokens of the name, half-open.
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) kind: u16,
    pub(crate) entity: Option<EntityIx>,
    pub(crate) ordinal: Option<u32>,
    pub(crate) level: Option<u16>,
    pub(crate) body: Option<EntityIx>,
    pub(crate) participants: Vec<EntityIx>,
    pub(crate) held: Held,
    /// Whether the mention is only a head noun ("the Summit"), which refers to a meeting named before.
    pub(crate) short: bool,
}
