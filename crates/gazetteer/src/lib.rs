//! Finds the names of known entities, such as states, organisations and treaties, in tokenised text.
//!
//! A *gazetteer* contains entities and their names. A *mention* is a name that was found in a text, with the entity to which it refers. The span of a mention
//! is a half-open range of byte offsets into the source text.
//!
//! Names and tokens are compared in their folded form: differences in case, accents, quotation marks and dashes are ignored (see [`chancery_text::fold`]).
//!
//! A *match* is a sequence of whole tokens that equals a name. A match is *admissible* if it has the case and context that the name requires. If admissible
//! matches overlap, the gazetteer selects the match that begins first. If several of them begin at the same token, it selects the longest. Matches that are not
//! admissible are ignored: a longer one does not prevent the selection of a shorter admissible match inside it. In scripts without spaces, names are found in
//! the same way if each character is a token.
//!
//! A possessive ending may follow a name, and is not part of the mention. Within a name, a line break counts as a space, and a hyphen at a line end may divide
//! a word.
//!
//! If several entities have the same name, an ordered list of *tie-breaks* (rules of preference) decides between them. The tie-breaks consider dates, other
//! names in the document, and prior probabilities.
//!
//! [`Gazetteer::run`] keeps only the chosen entities. [`Gazetteer::run_recording`] also keeps the rejected candidates, each with the reason for its rejection.
//!
//! ```
//! use chancery_gazetteer::{Entity, GazetteerBuilder, Name, Scratch};
//! use chancery_text::{Catalog, Document, Form, PlainBreaker, WordBreaker};
//!
//! let mut builder = GazetteerBuilder::new();
//! builder.entity(Entity::new("state.gn", "state").with_name(Name::new("Guinea", Form::Name)));
//! builder.entity(Entity::new("state.gw", "state").with_name(Name::new("Guinea-Bissau", Form::Name)));
//! let gazetteer = builder.build(&PlainBreaker).unwrap();
//!
//! let mut doc = Document::new("1", "Guinea and GUINEA-\nBISSAU, but no guinea pigs");
//! let mut tokens = Vec::new();
//! PlainBreaker.break_words(doc.text(), &mut tokens);
//! doc.tokens = tokens;
//! gazetteer.run(&mut doc, &mut Scratch::default());
//! let ids: Vec<&str> = doc.mentions.iter().map(|m| gazetteer.entity(m.entity).id).collect();
//! assert_eq!(ids, ["state.gn", "state.gw"]);
//! ```
//!
//! The matching time is nearly independent of the number of names, because a lookup in a bitmap excludes most tokens (see [`chancery_phrases`]). The time for
//! building a gazetteer is linear in the number of names. With the feature `serde`, a built gazetteer can be stored and later loaded in milliseconds.

mod admit;
mod builder;
mod compile;
mod context;
mod dated;
mod entry;
mod fuzzy;
mod gazetteer;
mod hits;
mod parts;
mod recorder;
mod run;
mod steps;
mod tables;

pub use builder::{BuildError, GazetteerBuilder};
pub use entry::{Activation, CasePolicy, Dated, Entity, Link, Name, NameClass, NameContext};
pub use fuzzy::FuzzyMatcher;
pub use gazetteer::Gazetteer;
pub use run::Scratch;
