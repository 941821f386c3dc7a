//! The embedded data, with one file for each engine (gazetteer, classifier and so on). The build script serializes each engine, and this module deserializes
//! it.

use chancery_loader::Words;

/// Deserializes the file `$name` that the build script has written.
macro_rules! unpack {
    ($name:literal) => {
        postcard::from_bytes(include_bytes!(concat!(env!("OUT_DIR"), "/", $name))).expect("the build script wrote this")
    };
}

/// The SHA-256 hash of the data files, in lower-case hexadecimal digits.
pub(crate) const HASH: &str = include_str!(concat!(env!("OUT_DIR"), "/hash"));

pub(crate) fn words() -> Words {
    unpack!("words")
}

#[cfg(feature = "temporal")]
pub(crate) fn temporal_tagger() -> chancery_temporal::TemporalTagger {
    let times: chancery_loader::Times = unpack!("times");
    times.temporal_tagger().expect("the build script compiled the same rules")
}

#[cfg(feature = "gazetteer")]
pub(crate) fn gazetteer() -> chancery_gazetteer::Gazetteer {
    unpack!("gazetteer")
}

#[cfg(feature = "actors")]
pub(crate) fn actor_extractor() -> chancery_actors::ActorExtractor {
    unpack!("actors")
}

#[cfg(feature = "classifier")]
pub(crate) fn classifier() -> chancery_classifier::Classifier {
    unpack!("classifier")
}

#[cfg(feature = "classifier")]
pub(crate) fn labels() -> Vec<chancery_loader::TopicLabel> {
    unpack!("labels")
}

#[cfg(feature = "clauses")]
pub(crate) fn clauses() -> chancery_clauses::ClauseReader {
    unpack!("clauses")
}

#[cfg(feature = "events")]
pub(crate) fn events() -> chancery_events::EventCoder {
    unpack!("events")
}

#[cfg(feature = "outline")]
pub(crate) fn outliner() -> chancery_outline::Outliner {
    unpack!("outline")
}

#[cfg(feature = "amounts")]
pub(crate) fn amounts() -> chancery_amounts::AmountFinder {
    unpack!("amounts")
}

#[cfg(feature = "records")]
pub(crate) fn records() -> chancery_records::RecordFinder {
    unpack!("records")
}

/// The sources and licences of the embedded data, as Markdown.
#[cfg(feature = "layers")]
pub(crate) const ATTRIBUTION: &str = include_str!(concat!(env!("OUT_DIR"), "/attribution"));

/// A hash of the code that compiles the data.
#[cfg(feature = "layers")]
pub(crate) const BUILD: &str = include_str!(concat!(env!("OUT_DIR"), "/build"));

#[cfg(feature = "layers")]
pub(crate) fn sources() -> Vec<chancery_loader::File> {
    unpack!("sources")
}
