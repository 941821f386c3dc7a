//! Texts of entities, stored in a single string.

/// A text in [`Texts`], as a half-open range of bytes. Two equal texts that were added with [`TextsBuilder::shared`] have the same range.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Text {
    start: u32,
    end: u32,
}

/// The ids, labels and other texts of all entities. They are stored in one string, because a million separate strings take more memory, and much more time to
/// load.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Texts(String);

impl Texts {
    #[inline]
    pub(crate) fn get(&self, text: Text) -> &str {
        self.0.get(text.start as usize..text.end as usize).unwrap_or_default()
    }
}

/// Collects texts.
#[derive(Debug, Default)]
pub(crate) struct TextsBuilder {
    texts: Texts,
    shared: std::collections::HashMap<String, Text>,
}

impl TextsBuilder {
    /// Adds a text. Returns `None` if all texts together are longer than 4 GiB.
    pub(crate) fn add(&mut self, text: &str) -> Option<Text> {
        let start = u32::try_from(self.texts.0.len()).ok()?;
        self.texts.0.push_str(text);
        Some(Text { start, end: u32::try_from(self.texts.0.len()).ok()? })
    }

    /// Adds a text that many entities have, such as the name of a type. Returns the same range for equal texts.
    pub(crate) fn shared(&mut self, text: &str) -> Option<Text> {
        if let Some(known) = self.shared.get(text) {
            return Some(*known);
        }
        let new = self.add(text)?;
        self.shared.insert(text.to_owned(), new);
        Some(new)
    }

    pub(crate) fn build(self) -> Texts {
        self.texts
    }
}
