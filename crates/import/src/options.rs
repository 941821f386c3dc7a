//! Options for reading a dictionary.

/// Settles what a format leaves open. The default follows the tool that the format belongs to.
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
    /// Reads patterns without a wildcard as whole words. Default: false.
    ///
    /// By default, Lexicoder files and Yoshikoder files with `patternengine="substring"` match every word that begins with the pattern. Other formats match
    /// whole words either way.
    #[must_use]
    pub const fn with_whole_words(mut self, whole_words: bool) -> Self {
        self.whole_words = whole_words;
        self
    }

    /// Whether patterns without a wildcard are read as whole words.
    #[must_use]
    pub const fn whole_words(&self) -> bool {
        self.whole_words
    }
}
