//! Hyphens at line ends.

/// How to read a hyphen at the end of a line. In documents with fixed line breaks, most of these hyphens belong to the word ("Guinea-⏎Bissau"), but some were
/// added to divide it ("coop-⏎eration"). The text does not show which case applies, so both readings are tried when names and terms are searched for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HyphenReading {
    /// The hyphen is kept and the line break is removed: `guinea-bissau`.
    Kept,
    /// The hyphen and the line break are removed: `cooperation`.
    Joined,
}
