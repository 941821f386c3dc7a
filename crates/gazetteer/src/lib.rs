//! Finds the names of a gazetteer in tokenised text.
//!
//! Names match on the folded view of tokens, which ignores case, accents, and kinds of quotes and dashes (see [`chancery_text::fold`]). A match is leftmost-longest over
//! the *admissible* matches: token bounds, case policy and context are part of the match, so a longer inadmissible name does not hide a shorter admissible one. Scripts
//! without blanks work the same way if each of their characters is a token.
//!
//! A name also matches with a possessive ending, across one line break, and across a hyphen at a line end. If several entities have the name, an ordered list of
//! tie-breaks decides by dates, by other names in the document, and by priors.
//!
//! [`Gazetteer::run_recording`] also keeps the rejected candidates, each with the reason recorded where it was rejected.
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
//! Matching looks each token up in a bitmap, whatever the number of names (see [`chancery_phrases`]). Building is linear in the names. With the feature `serde` a built
//! gazetteer can be stored, and loaded in milliseconds.

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
