//! Finds phrases in tokenised text, in one pass whose cost hardly depends on how many there are.
//!
//! A phrase is a sequence of words with a number of the caller's. It is found wherever tokens have the same words in the folded view
//! (see [`chancery_text::fold`]), also with a possessive ending behind it, over one line break, and over a hyphen at a line end, read both
//! ways. Whether it *means* anything there (case, neighbours, context) is the caller's affair; this crate finds all and leaves nothing out.
//!
//! ```
//! use chancery_phrases::{PhrasesBuilder, Scratch, Start};
//! use chancery_text::{PlainBreaker, WordBreaker, fold::Folder};
//!
//! let mut builder = PhrasesBuilder::new(Folder::default());
//! builder.insert("Silk Road", &PlainBreaker, Start::Capital, 7);
//! builder.insert("road", &PlainBreaker, Start::Any, 8);
//! let phrases = builder.build().unwrap();
//!
//! let (text, mut tokens) = ("the Silk\nRoad, a ROAD", Vec::new());
//! PlainBreaker.break_words(text, &mut tokens);
//! let mut found = Vec::new();
//! phrases.scan(text, &tokens, &mut Scratch::default(), |hit| found.push((hit.first, hit.end, phrases.values(hit)[0])));
//! assert_eq!(found, [(1, 3, 7), (2, 3, 8), (5, 6, 8)]);
//! ```
//!
//! A phrase put in with [`PhrasesBuilder::insert_stems`] may hold words that end with a star and stand for all words that begin so.
//!
//! # How
//! The tokens carry keys (hashes of their words). A bitmap of the keys of phrases of one word, and of the first two words of the others, sorts out most tokens; it is
//! read for some sixty tokens at once, without branches, so that the processor can wait for several of them at a time. What is left is followed through the trie. Words are told apart by 64 bits of hash, as other tools tell them apart; no two words of one length up to eight bytes
//! share them.

mod builder;
#[cfg(feature = "serde")]
mod bytes;
mod compiled;
mod filter;
mod fold_cache;
mod nodes;
mod phrases;
mod scan;
mod stems;
mod table;
mod trie;
mod vocabulary;

pub use builder::{PhrasesBuilder, Start, TooLarge};
pub use compiled::Hit;
pub use phrases::{Phrases, Scratch};
