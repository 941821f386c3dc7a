//! Finds the instruments and meetings that a text names, and groups all mentions of the same one into one record.
//!
//! An instrument is a treaty, agreement, resolution, declaration or a similar document. A meeting is a summit, session, conference or the like. The search starts at
//! a head noun ("treaty", "summit") or at a name from the gazetteer. From there, the title is extended to both sides, and parties, dates and places are read from the
//! words around it. The crate contains no words of any language: a [`RecordFinderBuilder`] takes the head nouns with their kinds, and the cue words of each
//! [`Class`].

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
