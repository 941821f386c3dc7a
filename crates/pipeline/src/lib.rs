//! Runs the engines in order, over one document or many.
//!
//! [`Stages`] contains the engines, and [`Stages::annotate`] runs them over one document. [`run`] takes any number of [`Input`]s, reads and annotates them in
//! parallel, and passes the results to a [`Sink`] in the order of the inputs. The output therefore does not depend on the number of threads. If a document cannot be
//! read, or if a stage panics on it, it becomes a [`Failure`]; all other documents are not affected.
//!
//! The crate does not build engines or load data, does not write files, and does not handle arguments or the terminal.
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
//! - [`Input`], [`Sink`], [`Outcome`], [`Failure`] and [`Limits`] are the interface of [`run`].
//! - [`parts`] cuts the inputs of a large run into [`Part`]s. [`run_parts`] gives them to the threads of a pool, where [`run_part`] reads and annotates them. Parts
//!   share nothing, so what is done with them runs on all cores.
//! - [`in_guarded_section`] lets a panic hook check whether a panic will be reported as a failure.
//!
//! # Features
//! None.
//!
//! # Limits
//! The caller provides the rayon pool. At most two batches are in memory at a time, see [`Limits`]. A stack overflow or an abort is not caught.

mod builder;
mod dateline;
mod group;
mod guard;
mod metadata;
mod outcome;
mod part;
mod run;
mod stage;
mod stages;

pub use builder::{BuildError, StagesBuilder};
pub use group::run_part;
pub use guard::in_guarded_section;
pub use outcome::{Failure, Input, Outcome, Sink, Unread};
pub use part::{Part, PartSize, parts, run_parts};
pub use run::{Limits, run};
pub use stage::Stage;
pub use stages::{Scratch, Stages};
