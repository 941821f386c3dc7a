//! Finds the instruments and meetings that a text names, and creates one record for each of them.
//!
//! An *instrument* is a treaty, an agreement, a resolution, a declaration or a similar document. A *meeting* is a summit, a session, a conference or a similar
//! event. The *head noun* is the main noun of a title or name ("treaty", "summit"). A *local name* is a name that is not in the gazetteer and that a document
//! itself introduces together with a short form ("the Ferghana Water Compact Authority (FWCA)").
//!
//! The search for instruments and meetings begins at head nouns and at names from the gazetteer. Each title is extended to the left and to the right. Parties, dates
//! and places are read from the title and from the words around it.
//!
//! The crate contains no words of any language. Pass the head nouns with their kinds, and the cue words with their [`Class`], to a [`RecordFinderBuilder`].

mod builder;
mod class;
mod compound;
mod finder;
mod instruments;
mod lexicon;
mod local;
mod meetings;
mod near;
mod outcome;
mod parties;
mod phrase;
mod tables;
mod view;

pub use builder::RecordFinderBuilder;
pub use class::{Class, UnknownClass};
pub use finder::RecordFinder;
