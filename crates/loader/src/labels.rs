//! Labels of topics, for the output tables.

use serde::{Deserialize, Serialize};

/// A topic, its label, and the equivalent categories of other schemes.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TopicLabel {
    /// Id: "area" or "area.topic".
    pub id: String,
    /// Label shown to readers.
    pub label: String,
    /// Equivalent contexts of PLOVER.
    pub plover: Vec<String>,
    /// Equivalent major topics of the Comparative Agendas Project.
    pub cap: Vec<u32>,
}
