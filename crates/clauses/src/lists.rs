//! Lists of words.

/// A list of words that clauses are put together by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum WordList {
    /// Lemmas of verbs whose object is the subject of the governed infinitive or -ing clause ("urged Kenya to sign").
    Control,
    /// Lemmas of verbs of saying, which may follow what is said ("…, the minister said").
    Saying,
    /// Marks that end a clause (";").
    End,
    /// Quotation marks.
    Quote,
    /// Other marks after which a sentence may begin (":").
    Open,
    /// Words that introduce what is said ("that").
    That,
}

impl WordList {
    /// The list with this name in data files: `control`, `saying`, `end`, `quote`, `open` or `that`.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Some(match name {
            "control" => Self::Control,
            "saying" => Self::Saying,
            "end" => Self::End,
            "quote" => Self::Quote,
            "open" => Self::Open,
            "that" => Self::That,
            _ => return None,
        })
    }

    /// How many lists there are.
    pub(crate) const COUNT: usize = 6;
}
