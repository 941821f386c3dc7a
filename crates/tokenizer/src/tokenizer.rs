//! The tokenizer, which finds tokens, blocks, sections, sentences and points in one call.

use crate::{Language, layout, points, sentences, words};
use chancery_text::{Document, Token, WordBreaker};

/// Finds tokens, blocks, sections, sentences and points. A tokenizer is immutable and can be shared between threads.
#[derive(Clone, Debug, Default)]
pub struct Tokenizer {
    language: Language,
}

impl Tokenizer {
    /// Creates a tokenizer with the words of `language`. A tokenizer without words, created with [`Tokenizer::default`], makes more errors. For example, it
    /// ends sentences after "Mr."
    #[must_use]
    pub fn new(language: Language) -> Self {
        Self { language }
    }

    /// Fills the layers `tokens`, `blocks`, `sections`, `sentences` and `points` of a document, replacing their content.
    ///
    /// The tokenizer makes one pass over the text and one over the tokens. Time and memory are linear in the length of the text.
    pub fn run(&self, doc: &mut Document) {
        let mut tokens = std::mem::take(&mut doc.tokens);
        words::tokens(doc.text(), &self.language, &mut tokens);
        let layout = layout::find(doc.text(), &tokens, &doc.marks, &self.language);
        doc.sentences = sentences::find(doc.text(), &tokens, &layout.blocks, &self.language);
        doc.blocks = layout.blocks;
        doc.sections = layout.sections;
        doc.points = points::find(points::Layers {
            text: doc.text(),
            tokens: &tokens,
            blocks: &doc.blocks,
            sections: &doc.sections,
            sentences: &doc.sentences,
            language: &self.language,
        });
        doc.tokens = tokens;
    }
}

impl WordBreaker for Tokenizer {
    fn break_words(&self, text: &str, out: &mut Vec<Token>) {
        words::tokens(text, &self.language, out);
    }
}
