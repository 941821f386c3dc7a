//! Hyphens at line ends.

/// How to read a hyphen at a line end. Neither reading is always right: in hard-wrapped documents, most of these hyphens belong to the word
/// ("Guinea-⏎Bissau"), but some divide it ("coop-⏎eration"). The engines try both.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum HyphenReading {
    /// The hyphen stays and the line break goes: `guinea-bissau`.
    Kept,
    /// Both go: `cooperation`.
    Joined,
}
