//! The topics, as tables describe them.

use serde::{Deserialize, Serialize};

/// A topic, and what corresponds to it in other schemes.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TopicLabel {
    /// Id: "area" or "area.topic".
    pub id: String,
    /// Name for readers.
    pub label: String,
    /// Contexts of PLOVER.
    pub plover: Vec<String>,
    /// Major topics of the Comparative Agendas Project.
    pub cap: Vec<u32>,
}
