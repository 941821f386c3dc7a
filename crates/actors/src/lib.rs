//! Who can act: offices, bodies, persons and groups, put together from names and the words around them.
//!
//! A name alone rarely says who acts. "The Kazakh foreign minister", "Minister of Foreign Affairs of Kazakhstan" and "the French and German Ministries of Defence" name
//! states, but it is their ministers and ministries who act. An [`ActorExtractor`] reads the mentions of a document and makes [`Actor`](chancery_text::Actor)s of them, one
//! for each state, with their sector. Groups get their members at the document's date, persons the office that they held, and capitals stand for a government where the
//! text uses them so ("Beijing said").
//!
//! It does not find names: mentions come from a gazetteer, and a [`Catalog`](chancery_text::Catalog) tells what they are and how they are related. It does not resolve
//! pronouns, and it does not tell what actors do. The crate contains no word of any language; words come through an [`ActorExtractorBuilder`].
//!
//! ```
//! use chancery_actors::{ActorExtractor, Class};
//! use chancery_text::{Catalog, Document, EntityClass, EntityInfo, EntityIx, Form, Mention, NameIx, PlainBreaker, Span, WordBreaker};
//!
//! struct Kenya;
//! impl Catalog for Kenya {
//!     fn entity(&self, _: EntityIx) -> EntityInfo<'_> {
//!         let mut kenya = EntityInfo::new("state.ke", "state", "Kenya");
//!         kenya.class = EntityClass::State;
//!         kenya
//!     }
//!     fn name_language(&self, _: NameIx) -> &str { "en" }
//! }
//!
//! let extractor = ActorExtractor::builder()
//!     .body("government", "GOV", false)
//!     .word(Class::Of, "of")
//!     .build(&PlainBreaker)?;
//!
//! let mut doc = Document::new("1", "The Government of Kenya agreed.");
//! let mut tokens = Vec::new();
//! PlainBreaker.break_words(doc.text(), &mut tokens);
//! doc.tokens = tokens;
//! doc.mentions = vec![Mention::new(Span::new(18, 23), EntityIx(0), NameIx(0), Form::Name)];
//! extractor.run(&mut doc, &Kenya);
//! assert_eq!(doc.slice(doc.actors[0].span), "Government of Kenya");
//! assert_eq!(doc.actors[0].sector, "GOV");
//! # Ok::<(), chancery_actors::BuildError>(())
//! ```
//!
//! # Main types
//! - [`ActorExtractorBuilder`] takes words by [`Class`], bodies with their sectors, and the sectors of governments and organisations.
//! - [`ActorExtractor::run`] fills the layer `actors` of a [`Document`](chancery_text::Document).
//!
//! # Features
//! - `serde`: a built extractor can be stored and loaded.
//!
//! # Limits
//! Only the tokens beside mentions are read, so time is linear in the mentions. An actor lies within one block: it does not reach across an empty line.

mod actor_extractor;
mod body;
mod builder;
mod class;
mod error;
mod group;
mod introduced;
mod lexicon;
mod metonym;
mod office;
mod person;
mod possessors;
mod tables;
mod terms;
mod view;

pub use actor_extractor::ActorExtractor;
pub use builder::ActorExtractorBuilder;
pub use class::Class;
pub use error::{BuildError, UnknownClass};
