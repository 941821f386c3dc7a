//! Finds the instruments and meetings that a text names, and gathers all mentions of one into one record.
//!
//! An instrument is a treaty, agreement, resolution, declaration or another document; a meeting is a summit, session, conference or the like. Both begin with a head
//! noun ("treaty", "summit") or a name of the gazetteer. From there the title is extended to both sides, and parties, dates and places are read from the words around
//! it. The crate knows no word of any language: a [`RecordFinderBuilder`] is given the head nouns with their kinds, and the cue words of each [`Class`].

mod builder;
mod class;
mod finder;
mod instruments;
mod lexicon;
mod local;
mod meetings;
mod near;
mod outcome;
mod parties;
mod tables;
mod view;

pub use builder::RecordFinderBuilder;
pub use class::{Class, UnknownClass};
pub use finder::RecordFinder;
