//! Uses weighted terms to find policy topics, and rules to find events.
//!
//! A [`Classifier`] scores the topics of sentences, sections and documents, and finds events: who did what to whom. The caller adds terms and rules with a
//! [`ClassifierBuilder`].
//!
//! Each topic lists the terms that were found for it. Each event gives the id of its rule, the *trigger* (the word or phrase at which the rule was tried), and
//! the entities that fill the *slots* of the rule, such as the source and the target of the event.
//!
//! [`Classifier::explain`] returns all decisions of a run. They include the reasons why a rule produced no event, or why a topic was not assigned. The
//! decisions are recorded when they are made, not reconstructed afterwards.
//!
//! The classifier does not find names or times; it reads the mentions and times that the document already contains. It does not parse sentences, and it does
//! not learn from examples.
//!
//! ```
//! use chancery_classifier::{Classifier, Scratch};
//! use chancery_text::{Document, PlainBreaker, WordBreaker};
//!
//! let classifier = Classifier::builder().term("economic.trade", "customs union", 2.0).build(&PlainBreaker)?;
//! let mut doc = Document::new("1", "A customs union was founded.");
//! let mut tokens = Vec::new();
//! PlainBreaker.break_words(doc.text(), &mut tokens);
//! doc.tokens = tokens;
//! classifier.run(&mut doc, &(), &mut Scratch::default());
//! assert_eq!(&*doc.topics[0].label, "economic.trade");
//! assert_eq!(doc.slice(doc.topics[0].terms[0]), "customs union");
//! # Ok::<(), chancery_classifier::BuildError>(())
//! ```
//!
//! # Main types
//! - [`ClassifierBuilder`] collects terms, word classes, and [`Rule`]s.
//! - [`Classifier::run`] finds the topics and events of a [`Document`](chancery_text::Document).
//! - [`Explanation`] contains the decisions of a run: an [`Attempt`] for each rule at each trigger, the scores of all topics, and the terms that were found but not counted.
//!
//! # Rules
//! A rule has triggers, and patterns that the words around a trigger must match. A pattern is a list of parts, separated by spaces:
//!
//! | part | matches |
//! |---|---|
//! | `TRIGGER`, `TRIGGER:FORM` | the trigger; with a form, only if the trigger has this form (`base`, `s`, `ing`, `past`, `part`, or several of them, joined by `\|`) |
//! | `slot=type\|$group` | a name of an entity of one of these types, or several such names joined by coordinators; the names fill the slot. `$group` stands for all types of a group. The type `time` matches a time expression |
//! | `slot+=type` | at least two names, joined by coordinators |
//! | `...`, `...N` | at most N tokens or whole names; without N, at most as many as the rule's `gap`. Never extends across a word of the class `barrier` or the end of the sentence |
//! | `...!a\|$class` | like `...`, but also never extends across the word `a` or a word of the class `class` |
//! | `word`, `$class`, `a\|b`, `x?` | the word `word`; a word of the class `class`; `a` or `b`; `x` or nothing |
//! | `<x>`, `<!x>` | `x` must be at this position (`<x>`) or must not be there (`<!x>`); `x` is not part of the match |
//!
//! # Performance
//! One scan over the tokens finds all terms and triggers ([`chancery_phrases`]). Rules are tried only at their triggers, so the running time depends mainly on the
//! length of the text, and hardly on the number of rules.
//!
//! # Features
//! - `serde`: a built classifier can be stored and loaded.
//!
//! # Limits
//! An event never extends beyond one sentence. A classifier can contain up to 2^31 different terms and triggers.

mod builder;
mod classifier;
mod error;
mod events;
mod explanation;
mod recorder;
mod rules;
mod scan;
mod tables;
mod topics;

pub use builder::ClassifierBuilder;
pub use classifier::Classifier;
pub use error::{BuildError, BuildErrorKind, PatternError};
pub use explanation::{Attempt, Explanation, IgnoredReason, IgnoredTerm, Outcome, TopicAttempt};
pub use rules::{Rule, Trigger};
pub use scan::Scratch;
pub use topics::is_topic;
