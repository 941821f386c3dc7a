//! Finds phrases in tokenised text, in one pass whose cost hardly depends on how many there are.
//!
//! A phrase is a sequence of words with a value that the caller chooses. It matches wherever tokens have the same words in the folded view (see
//! [`chancery_text::fold`]), also with a possessive ending, across one line break, across a hyphen at a line end, and with a blank after a hyphen. The crate reports every
//! match; whether it *means* anything there (case, neighbours, context) is for the caller to decide.
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
//! In a phrase added with [`PhrasesBuilder::insert_stems`], a word with a star at its end stands for all words that begin so.
//!
//! # How it works
//! Tokens carry keys: hashes of their words. A bitmap of the keys of one-word phrases, and of the first two words of the others, rules out most tokens. It is read for some
//! sixty tokens at once, without branches, so that the processor can wait for several memory accesses at a time. The remaining tokens are followed through a trie. Words are
//! compared by 64 bits of hash; no two words of the same length up to eight bytes have the same hash.

mod builder;
#[cfg(feature = "serde")]
mod bytes;
mod compiled;
mod filter;
mod fold_cache;
mod hyphen;
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
