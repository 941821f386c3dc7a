//! Finds the names of a gazetteer in tokenised text.
//!
//! Names match on the folded view of tokens (case, accents, quotes, dashes; see [`chancery_text::fold`]), leftmost-longest over the *admissible*
//! matches: token bounds, case policy and context are part of the match, never a filter afterwards, so that a longer inadmissible hit does not
//! swallow a shorter admissible one. Scripts without blanks need nothing special as long as their characters are tokens.
//!
//! A name also matches with a possessive ending behind it, over one line break, and over a hyphen at a line end, read both ways. Where several
//! entities have the name, dates, what else the document names, and priors decide.
//!
//! ```
//! use chancery_gazetteer::{Entity, GazetteerBuilder, Name, Scratch};
//! use chancery_text::{Catalog, Document, Form, PlainBreaker, WordBreaker};
//!
//! let mut builder = GazetteerBuilder::new();
//! builder.push(Entity::new("state.gn", "state").with_name(Name::new("Guinea", Form::Name)));
//! builder.push(Entity::new("state.gw", "state").with_name(Name::new("Guinea-Bissau", Form::Name)));
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
//! Matching costs a look into a bitmap for each token, whatever the number of names ([`chancery_phrases`]). Building is linear in the names; with the
//! feature `serde` a built gazetteer can be stored and loaded in milliseconds.

mod admit;
mod builder;
mod choose;
mod dated;
mod entity_types;
mod entry;
mod evidence;
mod fuzzy;
mod gazetteer;
mod head_nouns;
mod languages;
mod local;
mod name_context;
mod scan_hits;

pub use builder::{BuildError, GazetteerBuilder};
pub use dated::Dated;
pub use entry::{Activation, CasePolicy, Entity, Link, Name, NameClass};
pub use fuzzy::FuzzyMatcher;
pub use gazetteer::{Gazetteer, Scratch};
pub use name_context::NameContext;
