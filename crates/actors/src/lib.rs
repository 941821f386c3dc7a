//! Who can act: offices, bodies, groups and seats of government, put together from names and the words around them.
//!
//! Names alone say little of who acts: "the Kazakh foreign minister", "Minister of Foreign Affairs of Kazakhstan" and "the French and German Ministries of
//! Defence" name states, and it is their ministers who act. A [`Composer`] reads the mentions of a document and makes [`Actor`](chancery_text::Actor)s of them,
//! one for each state, with the sector; groups get their members at the document's date, persons the office that they held, and capitals are governments where
//! the text speaks of them so. What entities are to one another is asked of the [`Catalog`](chancery_text::Catalog); the words are given to a [`ComposerBuilder`].
//!
//! Only the tokens beside mentions are looked at, so that the time is linear in the mentions.
//!
//! ```
//! use chancery_actors::{Class, ComposerBuilder};
//! use chancery_text::{Document, PlainBreaker};
//!
//! let mut builder = ComposerBuilder::new();
//! builder.word(Class::Body, "government", "GOV", false);
//! let composer = builder.build(&PlainBreaker);
//! let mut doc = Document::new("1", "no names, no actors");
//! composer.run(&mut doc, &());
//! assert!(doc.actors.is_empty());
//! ```

mod body;
mod builder;
mod composer;
mod group;
mod introduced;
mod lexicon;
mod office;
mod owners;
mod person;
mod seat;
mod terms;
mod view;

pub use builder::ComposerBuilder;
pub use composer::Composer;
pub use lexicon::Class;
