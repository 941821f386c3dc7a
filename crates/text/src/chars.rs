//! Conversion of byte offsets to character offsets.

/// Distance between checkpoints, in bytes.
const STRIDE: usize = 256;

/// Converts byte offsets of a text to character offsets, which count Unicode scalar values, as Python, R and pandas do.
///
/// Building the index takes one pass over the text. A lookup reads at most 256 bytes. For an ASCII text, the index stores nothing, because byte and character
/// offsets are equal.
///
/// ```
/// use chancery_text::CharIndex;
/// let text = "Казахстан, Astana";
/// let index = CharIndex::new(text);
/// assert_eq!(index.char_offset(text, 20), 11);
/// ```
#[derive(Clone, Debug)]
pub struct CharIndex {
    /// The entry with the index `i` is the number of characters before byte `STRIDE * i`. Empty for an ASCII text.
    checkpoints: Vec<u32>,
}

impl CharIndex {
    /// Builds the index of `text`.
    #[must_use]
    pub fn new(text: &str) -> Self {
        if text.is_ascii() {
            return Self { checkpoints: Vec::new() };
        }
        let mut checkpoints = Vec::with_capacity(text.len() / STRIDE + 1);
        let mut count = 0;
        for chunk in text.as_bytes().chunks(STRIDE) {
            checkpoints.push(count);
            count += count_starts(chunk);
        }
        checkpoints.push(count);
        Self { checkpoints }
    }

    /// Converts the byte offset `at` to a character offset. `text` must be the text from which the index was built. An offset beyond the end of the text counts
    /// as the end of the text.
    #[must_use]
    pub fn char_offset(&self, text: &str, at: u32) -> u32 {
        let at = (at as usize).min(text.len());
        match self.checkpoints.get(at / STRIDE) {
            None => at as u32,
            Some(before) => before + count_starts(&text.as_bytes()[at / STRIDE * STRIDE..at]),
        }
    }
}

/// The number of characters that start in `bytes`.
fn count_starts(bytes: &[u8]) -> u32 {
    bytes.iter().filter(|&&b| b & 0xC0 != 0x80).count() as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agrees_with_counting_from_the_start() {
        let text = "aé中🏛 ".repeat(200);
        let index = CharIndex::new(&text);
        for (n, (at, _)) in text.char_indices().enumerate() {
            assert_eq!(index.char_offset(&text, at as u32) as usize, n);
        }
        assert_eq!(index.char_offset(&text, text.len() as u32) as usize, text.chars().count());
    }
}
