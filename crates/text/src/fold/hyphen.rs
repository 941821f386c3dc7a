//! Hyphens at line ends.

/// How to read a hyphen at the end of a line. Neither reading is always right: in hard-wrapped documents, most of these hyphens belong to the word
/// ("Guinea-⏎Bissau"), but some only divide it ("coop-⏎eration"). The engines try both.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HyphenReading {
    /// The hyphen is kept and the line break is removed: `guinea-bissau`.
    Kept,
    /// The hyphen and the line break are removed: `cooperation`.
    Joined,
}
