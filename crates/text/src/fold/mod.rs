//! The folded view of a text: what names and terms are compared in, with the exact map back to the source.
//!
//! | what | becomes |
//! |---|---|
//! | capitals | small letters, by Unicode full case folding |
//! | compatibility forms (ﬁ, Ａ, ½) | their plain forms (NFKC) |
//! | marks on Latin letters (ô, ş) | nothing; other scripts keep theirs (й is not и, が is not か) |
//! | letters of the table given to [`Folder::with_table`] (ł, ø, ı, ё …) | what the table says |
//! | curly quotes and apostrophes | `"` and `'` |
//! | dashes and hyphens | `-` |
//! | soft hyphens, zero-width blanks, byte-order marks | nothing |
//! | a run of blanks with at most one line break | one blank |
//! | a run of blanks with more line breaks | two line breaks |
//! | a hyphen at a line end | as [`HyphenReading`] says |

mod cluster;
mod folder;
mod hyphen;
mod map;
mod view;

pub use folder::Folder;
pub use hyphen::HyphenReading;
pub use map::OffsetMap;
pub use view::FoldedView;
