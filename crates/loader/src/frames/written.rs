//! A frame with its examples.

use crate::diagnostic::Position;
use crate::rules::Example;
use chancery_events::Frame;

/// A frame as it is written, with its examples.
#[derive(Clone, Debug)]
pub(crate) struct Written {
    pub(crate) frame: Frame,
    pub(crate) at: Position,
    pub(crate) accept: Vec<Example>,
    pub(crate) reject: Vec<Example>,
}
