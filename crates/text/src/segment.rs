//! The seam between whoever cuts words and whoever needs words cut.

use crate::Token;

/// Cuts a text into tokens.
///
/// The gazetteer cuts its names with the same breaker that cuts the documents, so that a name and its occurrence always have the
/// same tokens; it is handed one by its builder and knows no tokenizer.
pub trait WordBreaker {
    /// Replaces the content of `out` by the tokens of `text`, in order.
    fn break_words(&self, text: &str, out: &mut Vec<Token>);
}
