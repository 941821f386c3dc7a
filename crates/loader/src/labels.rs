//! Labels of topics, for the output tables.

use serde::{Deserialize, Serialize};

/// A topic with its label, and the corresponding categories of two other schemes: PLOVER, which classifies political events, and the Comparative Agendas
/// Project, which classifies policy areas.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TopicLabel {
    /// Id of the topic: "area" or "area.topic".
    pub id: String,
    /// Label shown to readers.
    pub label: String,
    /// The PLOVER contexts that correspond to the topic.
    pub plover: Vec<String>,
    /// The codes of the corresponding major topics in the Comparative Agendas Project.
    pub cap: Vec<u32>,
}
