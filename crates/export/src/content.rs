//! The parts of a dataset that are written only on request.

/// A part of a dataset that is written only on request.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Part {
    /// The table of tokens, which is larger than all other tables combined.
    Tokens,
    /// The table of clauses.
    Clauses,
    /// The table of texts.
    Text,
    /// The column `sentence_text`, which contains the text of the sentence to which a row belongs.
    SentenceText,
    /// The candidates that were rejected in favour of each mention.
    Rejected,
}

impl Part {
    /// Returns the option of `chancery run` that requests the part.
    #[must_use]
    pub const fn option(self) -> &'static str {
        match self {
            Self::Tokens => "--tokens",
            Self::Clauses => "--clauses",
            Self::Text => "--text",
            Self::SentenceText => "--sentence-text",
            Self::Rejected => "--rejected",
        }
    }
}

/// The optional parts to write. By default none is written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Content {
    /// See [`Part::Tokens`].
    pub tokens: bool,
    /// See [`Part::Clauses`].
    pub clauses: bool,
    /// See [`Part::Text`].
    pub text: bool,
    /// See [`Part::SentenceText`].
    pub sentence_text: bool,
    /// See [`Part::Rejected`].
    pub rejected: bool,
    /// Whether offsets count characters (Unicode scalar values) instead of bytes. Use this option only for JSON records, because tables have columns for both
    /// kinds of offsets.
    pub char_offsets: bool,
}

impl Content {
    /// Returns `true` if `part` is written. `None` stands for content that does not belong to an optional part and is therefore always written.
    #[must_use]
    pub const fn includes(self, part: Option<Part>) -> bool {
        match part {
            None => true,
            Some(Part::Tokens) => self.tokens,
            Some(Part::Clauses) => self.clauses,
            Some(Part::Text) => self.text,
            Some(Part::SentenceText) => self.sentence_text,
            Some(Part::Rejected) => self.rejected,
        }
    }

    /// Sets whether the table of tokens is written.
    #[must_use]
    pub const fn with_tokens(mut self, tokens: bool) -> Self {
        self.tokens = tokens;
        self
    }

    /// Sets whether the table of clauses is written.
    #[must_use]
    pub const fn with_clauses(mut self, clauses: bool) -> Self {
        self.clauses = clauses;
        self
    }

    /// Sets whether the table of texts is written.
    #[must_use]
    pub const fn with_text(mut self, text: bool) -> Self {
        self.text = text;
        self
    }

    /// Sets whether the text of sentences is written.
    #[must_use]
    pub const fn with_sentence_text(mut self, sentence_text: bool) -> Self {
        self.sentence_text = sentence_text;
        self
    }

    /// Sets whether offsets in JSON records count characters.
    #[must_use]
    pub const fn with_char_offsets(mut self, char_offsets: bool) -> Self {
        self.char_offsets = char_offsets;
        self
    }

    /// Sets whether rejected candidates are written.
    #[must_use]
    pub const fn with_rejected(mut self, rejected: bool) -> Self {
        self.rejected = rejected;
        self
    }
}
