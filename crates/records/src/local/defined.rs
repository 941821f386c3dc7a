//! The definition of a short form: the passage in which a document introduces a name and its short
//! form.

/// A name and its short form, both as half-open ranges of tokens.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Defined {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) short: (usize, usize),
    pub(crate) kind: u16,
}
