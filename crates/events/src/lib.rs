//! Finds events in clauses: who did what to whom, and how the text presents the event.
//!
//! A [`Frame`] is a rule for events. It defines which act a verb or noun expresses, and which parts of the clause name the two sides of the event. The *source*
//! acts, and the *target* is acted upon. An [`EventCoder`] matches frames against the clauses of a [`Document`](chancery_text::Document). For each match, it
//! resolves the sides to *participants* and determines the *voice*: whether the text presents the act as done, denied, planned, requested and so on. It adds the
//! results to [`Document::events`](chancery_text::Document::events) and [`Document::participants`](chancery_text::Document::participants).
//!
//! # Terms
//! From grammar:
//! - A *lemma* is the dictionary form of a word ("sign" for "signed").
//! - The *head* of a phrase is its main word ("minister" in "the minister of trade").
//! - A *governed clause* depends on a verb or noun ("to sign" in "refused to sign"). A *content clause* is a that-clause or an indirect question.
//! - *Conjuncts* are phrases that a conjunction such as "and" joins. Such phrases are *coordinated*.
//! - The *continuation* of a verb consists of the fixed words that must follow it ("on" in "call on").
//! - A *support verb* expresses an act only together with a noun ("launch" in "launch an attack").
//!
//! From the coding of events:
//! - PLOVER and CAMEO are classifications of political events.
//! - The *quad class* of an event is verbal cooperation, material cooperation, verbal conflict or material conflict.
//! - The *Goldstein scale* rates how cooperative or hostile an event is.
//! - The *sector* of a person or body is its role in society, such as government or the press.
//!
//! From this project:
//! - An *actor* is a participant that can act, such as a state, a person or a group of people.
//! - The *trigger* of an event is the verb or noun that names the act.
//! - The *act* of an event is the meaning of its trigger. Its PLOVER class may differ from the act, because it also depends on the voice.
//! - An *act of speech* is an act that a speaker performs by speaking ("condemn", "thank"). Its *firmness* is the strength of the wording.
//! - The *sayer* is the person or body that reports an act or asks for it ("Kenya" in "Kenya said that Mali had signed").
//! - The *speaker* is the person or body that speaks in the document as a whole, to whom "I" and "we" refer.

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
mod inside;
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
mod quote_mark;
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
