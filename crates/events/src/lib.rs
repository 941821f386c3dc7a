//! Finds events in clauses: who did what to whom, and how the text presents the event.
//!
//! A [`Frame`] is a rule for events. It defines which act a verb or noun expresses, and which parts of the clause name the two sides of the event. The source acts,
//! and the target is acted upon. The [`EventCoder`] matches frames with the clauses of a document, resolves the sides to participants, and determines the voice:
//! whether the act is asserted, denied, planned, requested and so on. It writes the results into the layers of events and participants.
//!
//! Some terms in this crate come from grammar. The head of a phrase is its main word ("minister" in "the minister of trade"). A governed clause depends on a
//! verb or noun ("to sign" in "refused to sign"). A conjunct is one of the phrases that "and" joins. A continuation consists of the fixed words that follow a
//! verb ("on" in "call on"). Other terms come from the coding of events. PLOVER and CAMEO are classifications of political events. The quad class groups events
//! into verbal and material cooperation and conflict. The Goldstein scale rates how cooperative or hostile an event is.

mod attempt;
mod builder;
mod circumstances;
mod coded;
mod coder;
mod conditions;
mod coordinated;
mod country;
mod cue;
mod error;
mod explain;
mod few;
mod forms;
mod frame;
mod groups;
mod membership;
mod modifiers;
mod nature;
mod negation;
mod nominal;
mod owned;
mod people;
mod performative;
mod place;
mod quotation;
mod refer;
mod resolve;
mod resolved;
mod sayer;
mod scene;
mod search;
mod sides;
mod slots;
mod tables;
mod topic;
mod view;
mod voice;
mod words;

pub use attempt::{Attempt, Outcome};
pub use builder::EventCoderBuilder;
pub use coder::EventCoder;
pub use cue::Cue;
pub use error::BuildError;
pub use frame::{Conditions, Frame, Side, UnknownSide};
pub use tables::Belongs;
