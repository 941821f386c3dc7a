//! Labels of topics, for the output tables.

use serde::{Deserialize, Serialize};

/// A topic, its label, and the equivalent categories of other schemes.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TopicLabel {
    /// Id of the topic: "area" or "area.topic".
    pub id: String,
    /// Label shown to readers.
    pub label: String,
    /// The contexts of PLOVER that correspond to the topic.
    pub plover: Vec<String>,
    /// The codes of the major topics in the Comparative Agendas Project that correspond to the
    /// topic.
    pub cap: Vec<u32>,
}
