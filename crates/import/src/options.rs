//! Options for reading a dictionary.

/// Options that determine the meaning of patterns. By default, patterns have the same meaning as in the tool for which the dictionary was written.
///
/// ```
/// use chancery_import::Options;
///
/// let options = Options::default().with_whole_words(true);
/// assert!(options.whole_words());
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Options {
    whole_words: bool,
}

impl Options {
    /// Sets whether patterns without a wildcard are read as whole words. Default: false.
    ///
    /// The option affects Lexicoder files, and Yoshikoder files with `patternengine="substring"`. By default, a pattern in these files matches every word that
    /// begins with the pattern. In other formats, patterns always match whole words.
    #[must_use]
    pub const fn with_whole_words(mut self, whole_words: bool) -> Self {
        self.whole_words = whole_words;
        self
    }

    /// Returns whether patterns without a wildcard are read as whole words.
    #[must_use]
    pub const fn whole_words(&self) -> bool {
        self.whole_words
    }
}
