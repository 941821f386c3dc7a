//! The order of the stages, over one document or many.
//!
//! [`Stages::annotate`] runs them over one document. [`run`] takes any number of [`Input`]s, reads and annotates them in parallel in a
//! rayon pool of the caller's, and hands the results to a [`Sink`] in the order of the inputs, so that 1 and 128 threads give the same. At most two batches are in
//! memory at a time. A document that cannot be read, or a stage that panics over one, is a [`Failure`] of that document and of nothing else.
//!
//! ```
//! use chancery_actors::ComposerBuilder;
//! use chancery_classifier::ClassifierBuilder;
//! use chancery_gazetteer::{Entity, GazetteerBuilder, Name};
//! use chancery_pipeline::Stages;
//! use chancery_temporal::Calendar;
//! use chancery_text::{Document, Form};
//! use chancery_tokenizer::Tokenizer;
//!
//! let tokenizer = Tokenizer::default();
//! let mut names = GazetteerBuilder::new();
//! names.entity(Entity::new("state.kz", "state").with_name(Name::new("Kazakhstan", Form::Name)));
//! let gazetteer = names.build(&tokenizer).unwrap();
//! let classifier = ClassifierBuilder::new().build(&tokenizer).unwrap();
//! let composer = ComposerBuilder::new().build(&tokenizer);
//! let calendar = Calendar::default();
//! let doc = Stages::new(&tokenizer, &calendar, &gazetteer, &composer, &classifier).annotated("1", "Kazakhstan signed.");
//! assert_eq!(doc.mentions.len(), 1);
//! ```

mod dateline;
mod run;
mod stages;

pub use run::{Failure, Input, Limits, Outcome, Sink, run};
pub use stages::{Scratch, Stages};
