//! Who can act: offices, bodies, groups and seats of government, put together from names and the words around them.
//!
//! Names alone say little of who acts: "the Kazakh foreign minister", "Minister of Foreign Affairs of Kazakhstan" and "the French and German Ministries of
//! Defence" name states, and it is their ministers who act. A [`ActorExtractor`] reads the mentions of a document and makes [`Actor`](chancery_text::Actor)s of them,
//! one for each state, with the sector; groups get their members at the document's date, persons the office that they held, and capitals are governments where
//! the text speaks of them so. What entities are to one another is asked of the [`Catalog`](chancery_text::Catalog); the words are given to a [`ActorExtractorBuilder`].
//!
//! Only the tokens beside mentions are looked at, so that the time is linear in the mentions.
//!
//! ```
//! use chancery_actors::{Class, ComposerBuilder};
//! use chancery_text::{Catalog, Document, EntityInfo, EntityIx, Form, Mention, NameIx, PlainBreaker, Span, WordBreaker};
//!
//! struct Kenya;
//! impl Catalog for Kenya {
//!     fn entity(&self, _: EntityIx) -> EntityInfo<'_> { EntityInfo::new("state.ke", "state", "Kenya") }
//!     fn name_language(&self, _: NameIx) -> &str { "en" }
//! }
//!
//! let mut builder = ComposerBuilder::new();
//! builder.body("government", "GOV", false);
//! builder.word(Class::Of, "of");
//! let composer = builder.build(&PlainBreaker);
//!
//! let mut doc = Document::new("1", "The Government of Kenya agreed.");
//! let mut tokens = Vec::new();
//! PlainBreaker.break_words(doc.text(), &mut tokens);
//! doc.tokens = tokens;
//! doc.mentions = vec![Mention::new(Span::new(18, 23), EntityIx(0), NameIx(0), Form::Name)];
//! composer.run(&mut doc, &Kenya);
//! assert_eq!(doc.slice(doc.actors[0].span), "Government of Kenya");
//! assert_eq!(doc.actors[0].sector, "GOV");
//! ```

mod actor_extractor;
mod body;
mod builder;
mod group;
mod introduced;
mod lexicon;
mod metonym;
mod office;
mod person;
mod possessors;
mod terms;
mod view;

pub use actor_extractor::ActorExtractor;
pub use builder::ActorExtractorBuilder;
pub use lexicon::Class;
