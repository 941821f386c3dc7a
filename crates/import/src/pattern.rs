//! Converts search patterns to the notation of topics files.

use crate::Options;

/// Adds a star to a pattern that matches the beginning of a word: `foreign polic` becomes `foreign
/// polic*`.
///
/// No star is added if the pattern ends with a space or a star, or if `options` requires whole
/// words. White space around the pattern is always removed.
pub(crate) fn open_ended(pattern: &str, options: &Options) -> String {
    let ends = options.whole_words() || pattern.ends_with(' ') || pattern.ends_with('*');
    format!("{}{}", pattern.trim(), if ends { "" } else { "*" })
}
