//! The definition of a local name, that is, the passage in which a document introduces a name and its short form.

/// A name (`start..end`) and its short form, both as half-open token ranges, and the index of the kind of name.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Defined {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) short: (usize, usize),
    pub(crate) kind: u16,
}
