//! The folded view of a text: a normalised form in which names and terms are compared, with an exact map back to the source.
//!
//! | in the source | in the folded text |
//! |---|---|
//! | capitals | lower-case letters, by Unicode full case folding |
//! | compatibility forms (ﬁ, Ａ, ½) | their plain forms (NFKC) |
//! | combining marks on Latin letters (ô, ş) | removed; letters of other scripts keep their combining marks (й is not и, が is not か) |
//! | letters of the table given to [`Folder::with_table`] (ł, ø, ı, ё …) | their replacements in the table |
//! | curly quotes and apostrophes | `"` and `'` |
//! | dashes and hyphens | `-` |
//! | soft hyphens, zero-width spaces, byte-order marks | removed |
//! | white space with at most one line break | one space |
//! | white space with more line breaks | two line breaks |
//! | a hyphen at the end of a line | kept or removed, depending on [`HyphenReading`] |

mod cluster;
mod folder;
mod hyphen;
mod map;
mod view;

pub use cluster::is_invisible;
pub use folder::Folder;
pub use hyphen::HyphenReading;
pub use map::OffsetMap;
pub use view::FoldedView;
