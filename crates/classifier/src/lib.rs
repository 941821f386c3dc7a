//! Policy topics and events, by weighted terms and by rules, all of them data.
//!
//! One scan over the tokens finds all terms and all triggers ([`chancery_phrases`]); rules are looked at only where one of their triggers stands, so that
//! cost follows the text and not the number of rules. Topics are scored for sentences, sections and the whole text; each score names its terms. Events
//! name the rule that made them, its trigger, and those who fill its slots; [`Classifier::explain`] tells why the others did not fire.
//!
//! ```
//! use chancery_classifier::{ClassifierBuilder, Scratch};
//! use chancery_text::{Document, PlainBreaker, WordBreaker};
//!
//! let mut builder = ClassifierBuilder::new();
//! builder.term("economic.trade", "customs union", 2.0);
//! let classifier = builder.build(&PlainBreaker).unwrap();
//! let mut doc = Document::new("1", "A customs union was founded.");
//! let mut tokens = Vec::new();
//! PlainBreaker.break_words(doc.text(), &mut tokens);
//! doc.tokens = tokens;
//! classifier.run(&mut doc, &(), &mut Scratch::default());
//! assert_eq!(&*doc.topics[0].label, "economic.trade");
//! ```
//!
//! # Rules
//! A rule has triggers and patterns around them. Parts of a pattern stand between blanks:
//!
//! | part | stands for |
//! |---|---|
//! | `TRIGGER`, `TRIGGER:FORM` | the trigger; only if it is in that form (`base`, `s`, `ing`, `past`, `part`, or several with `\|`) |
//! | `slot=type\|$group` | a name of one of these types, or several joined by coordinators; it fills the slot |
//! | `...`, `...N` | any tokens, at most the rule's gap, or N; never over a barrier or out of the sentence |
//! | `word`, `$class`, `a\|b`, `x?` | a word, a word of a class, either, x or nothing |
//! | `<x>`, `<!x>` | x must, or must not, stand there and is no part of the match |

mod builder;
mod classifier;
mod rules;
mod topics;

pub use builder::{BuildError, ClassifierBuilder};
pub use classifier::{Classifier, Scratch};
pub use rules::{Attempt, Outcome, Rule, Trigger};
pub use topics::is_topic;
