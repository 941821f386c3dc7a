//! The definition of a local name, that is, the passage in which a document introduces a name and its short form.

/// A name and its short form in the passage that introduces them. `start..end` and `short` are half-open token ranges. `kind` is the index of the kind of name.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Defined {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) short: (usize, usize),
    pub(crate) kind: u16,
}
