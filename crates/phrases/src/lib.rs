//! Finds phrases in tokenised text. One pass over the text finds all phrases, and the running time hardly depends on the number of phrases.
//!
//! A phrase is a sequence of words with a value that the caller chooses. It matches a sequence of tokens that are equal to its words after folding (see
//! [`chancery_text::fold`]). In the text, the phrase may end in a possessive ending, and may contain spaces after hyphens, line breaks, and hyphens that divide
//! a word at a line end. The crate reports every match. The caller then decides which matches to use, for example by case, neighbouring words and context.
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
//! In a phrase added with [`PhrasesBuilder::insert_stems`], a word with a star at its end matches all words that begin with the letters before the star.
//!
//! # How it works
//! Each token has a key: a hash of its word. A bitmap of the keys of one-word phrases, and of the first two words of longer phrases, rules out most tokens. The
//! scan tests about sixty tokens at a time against this bitmap. The test has no branches, so the processor can read the bitmap for several tokens at once. For
//! each remaining token, the scan searches a trie for the phrases that begin at this token. The trie compares words by their 64-bit hashes. Two different words
//! of the same length never have the same hash if they have at most eight bytes.

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
