//! Finds the actors of a text: the offices, bodies, persons and groups that can act. An actor is composed of a name and the words around it.
//!
//! A name alone rarely shows who acts. "The Kazakh foreign minister", "Minister of Foreign Affairs of Kazakhstan" and "the French and German Ministries of
//! Defence" name states, but the ministers and ministries act. An [`ActorExtractor`] reads the mentions of a document and creates
//! [`Actor`](chancery_text::Actor)s from them. If an office or body belongs to several states, the extractor creates one actor for each state.
//!
//! For each actor, the extractor records its sector ("GOV" for a government, "MIL" for armed forces). Sectors are codes of PLOVER, a classification of
//! political events and actors. For a group, the extractor also records the members at the document's date. For a person, it also records the office that the
//! person held at that date or, if there is none, the last office before it. A capital city becomes an actor if its name stands for the government ("Beijing
//! said").
//!
//! The extractor does not find names. The mentions come from a gazetteer, and a [`Catalog`](chancery_text::Catalog) describes their entities and the relations
//! between the entities. The extractor does not resolve pronouns and does not determine what actors do. The crate contains no words of any language; the caller
//! adds words with an [`ActorExtractorBuilder`].
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
//! - [`ActorExtractorBuilder`] collects the words of each [`Class`], the bodies with their sectors, and the sectors of governments and organisations.
//! - [`ActorExtractor::run`] finds the actors of a document and stores them in [`Document::actors`](chancery_text::Document::actors).
//!
//! # Features
//! - `serde`: a built extractor can be stored and loaded.
//!
//! # Limits
//! The extractor reads only the tokens near mentions, so its running time is linear in the number of mentions. An actor never extends across an empty line.

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
