//! Provides the getters of columns with everything they need besides the record.

use crate::Content;
use crate::actors;
use crate::text::push_line;
use chancery_text::{Catalog, CharIndex, Document, EntityInfo, EntityIx};
use std::cell::{Cell, OnceCell};
use std::collections::BTreeMap;

/// The document of a record, the catalog, and data that are derived from both. For records of the whole dataset the document is empty.
pub(crate) struct Context<'a> {
    pub(crate) doc: &'a Document,
    pub(crate) catalog: &'a dyn Catalog,
    pub(crate) content: Content,
    chars: OnceCell<CharIndex>,
    /// The state to which an office belongs, by the index of the mention that names the office.
    states: BTreeMap<u32, EntityIx>,
    /// The sentence found by the last call of `sentence_of_token`, where the next search begins.
    sentence: Cell<usize>,
}

impl<'a> Context<'a> {
    pub(crate) fn new(doc: &'a Document, catalog: &'a dyn Catalog, content: Content) -> Self {
        Self { doc, catalog, content, chars: OnceCell::new(), states: actors::states(doc), sentence: Cell::new(0) }
    }

    pub(crate) fn entity(&self, entity: EntityIx) -> EntityInfo<'a> {
        self.catalog.entity(entity)
    }

    /// Returns the id of an entity.
    pub(crate) fn id(&self, entity: EntityIx) -> &'a str {
        self.catalog.entity(entity).id
    }

    /// Returns the number of characters before a byte offset in the source text.
    pub(crate) fn char_offset(&self, at: u32) -> u32 {
        self.chars.get_or_init(|| self.doc.char_index()).char_offset(self.doc.source(), at)
    }

    /// Returns the country of the state to which an office belongs. Returns `None` unless the mention with this index names an office of exactly one state.
    pub(crate) fn office_country(&self, mention: u32) -> Option<&'a str> {
        self.entity(*self.states.get(&mention)?).country
    }

    /// Returns the number of the sentence that contains a token. This is fast if tokens are looked up in order.
    pub(crate) fn sentence_of_token(&self, token: u32) -> u32 {
        let ended = |sentence: usize| self.doc.sentences.get(sentence).is_some_and(|s| s.token_range.end <= token);
        let mut sentence = self.sentence.get();
        if sentence > 0 && !ended(sentence - 1) {
            sentence = 0;
        }
        while ended(sentence) {
            sentence += 1;
        }
        self.sentence.set(sentence);
        sentence as u32
    }

    /// Appends the text of a sentence as one line.
    pub(crate) fn push_sentence(&self, number: u32, out: &mut String) -> Option<()> {
        push_line(self.doc.slice(self.doc.sentences.get(number as usize)?.span), out);
        Some(())
    }
}
