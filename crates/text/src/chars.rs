//! Byte offsets to character offsets.

/// One checkpoint every this many bytes.
const STRIDE: usize = 256;

/// Turns byte offsets of a text into character offsets (Unicode scalar values, as Python, R and pandas count them).
///
/// Built in one pass; a look-up reads at most 256 bytes. An ASCII text needs no table at all.
///
/// ```
/// use chancery_text::CharIndex;
/// let text = "Казахстан, Astana";
/// let index = CharIndex::new(text);
/// assert_eq!(index.char_offset(text, 20), 11);
/// ```
#[derive(Clone, Debug)]
pub struct CharIndex {
    /// Characters before byte `STRIDE * i`; empty for an ASCII text.
    checkpoints: Vec<u32>,
}

impl CharIndex {
    /// Reads `text` once.
    #[must_use]
    pub fn new(text: &str) -> Self {
        if text.is_ascii() {
            return Self { checkpoints: Vec::new() };
        }
        let mut checkpoints = Vec::with_capacity(text.len() / STRIDE + 1);
        let mut count = 0;
        for chunk in text.as_bytes().chunks(STRIDE) {
            checkpoints.push(count);
            count += starts(chunk);
        }
        checkpoints.push(count);
        Self { checkpoints }
    }

    /// The character offset of the byte offset `at` in the text the index was made from; offsets behind the end count as the end.
    #[must_use]
    pub fn char_offset(&self, text: &str, at: u32) -> u32 {
        let at = (at as usize).min(text.len());
        match self.checkpoints.get(at / STRIDE) {
            None => at as u32,
            Some(before) => before + starts(&text.as_bytes()[at / STRIDE * STRIDE..at]),
        }
    }
}

/// How many characters begin in `bytes`.
fn starts(bytes: &[u8]) -> u32 {
    bytes.iter().filter(|&&b| b & 0xC0 != 0x80).count() as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn equals_counting_from_the_start() {
        let text = "aé中🏛 ".repeat(200);
        let index = CharIndex::new(&text);
        for (n, (at, _)) in text.char_indices().enumerate() {
            assert_eq!(index.char_offset(&text, at as u32) as usize, n);
        }
        assert_eq!(index.char_offset(&text, text.len() as u32) as usize, text.chars().count());
    }
}
