//! Conversion of search patterns to the wildcards of topics files.

use crate::Options;

/// Converts a pattern that matches from the beginning of a word on: `foreign polic` becomes `foreign polic*`.
///
/// A pattern that ends with a space or a star ends there already and is only trimmed.
pub(crate) fn open_ended(pattern: &str, options: &Options) -> String {
    let ends = options.whole_words() || pattern.ends_with(' ') || pattern.ends_with('*');
    format!("{}{}", pattern.trim(), if ends { "" } else { "*" })
}
