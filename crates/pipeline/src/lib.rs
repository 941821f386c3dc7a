//! Runs the engines of Chancery in order, over one document or many.
//!
//! An engine, such as the tokenizer or the gazetteer, is a component that adds layers to documents. [`Stages`] contains references to the engines, and
//! [`Stages::annotate`] runs them over one document.
//!
//! To process many documents:
//!
//! 1. Divide the [`Input`]s into parts with [`parts`]. The boundaries of parts do not depend on the number of threads.
//! 2. Distribute the parts among the threads of a pool with [`run_parts`].
//! 3. For each part, call [`run_part`]. It reads and annotates the documents, and passes the results to a [`Sink`] in the order of the inputs.
//!
//! If a document cannot be read, or if a stage panics while it processes the document, the result is a [`Failure`]. The other documents are not affected.
//!
//! The crate does not build engines, load data, write files, parse arguments or use the terminal.
//!
//! ```
//! use chancery_gazetteer::{Entity, GazetteerBuilder, Name};
//! use chancery_pipeline::Stages;
//! use chancery_text::Form;
//! use chancery_tokenizer::Tokenizer;
//!
//! let tokenizer = Tokenizer::default();
//! let mut names = GazetteerBuilder::new();
//! names.entity(Entity::new("state.kz", "state").with_name(Name::new("Kazakhstan", Form::Name)));
//! let gazetteer = names.build(&tokenizer).unwrap();
//! let stages = Stages::builder().tokenizer(&tokenizer).gazetteer(&gazetteer).build()?;
//! let doc = stages.annotated("1", "Kazakhstan signed.");
//! assert_eq!(doc.slice(doc.mentions[0].span), "Kazakhstan");
//! # Ok::<(), chancery_pipeline::BuildError>(())
//! ```
//!
//! # Main types
//! - [`StagesBuilder`] collects the engines, each of which is optional.
//! - [`Input`], [`Sink`], [`Outcome`] and [`Failure`] are the interface of [`run_part`].
//! - [`Part`] and [`PartSize`] describe parts. Parts are independent of each other, so they can be processed on all cores.
//! - [`in_guarded_section`] lets a panic hook check whether a panic will be reported as a failure.
//!
//! # Features
//! None.
//!
//! # Limits
//! - The caller provides the rayon thread pool.
//! - Each thread holds the inputs of one part and a few of their documents in memory.
//! - A stack overflow or an abort ends the process.

mod builder;
mod dateline;
mod group;
mod guard;
mod metadata;
mod outcome;
mod part;
mod stage;
mod stages;

pub use builder::{BuildError, StagesBuilder};
pub use group::run_part;
pub use guard::in_guarded_section;
pub use outcome::{Failure, Input, Outcome, Sink, Unread};
pub use part::{Part, PartSize, parts, run_parts};
pub use stage::Stage;
pub use stages::{Scratch, Stages};
