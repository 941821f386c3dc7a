//! What the columns of a record may look at besides the record itself.

use crate::Content;
use crate::actors;
use crate::text::push_line;
use chancery_text::{Catalog, CharIndex, Document, EntityInfo, EntityIx};
use std::cell::{Cell, OnceCell};
use std::collections::BTreeMap;

/// The document a record belongs to, the catalog, and what is derived from both. For records of the whole dataset the document is empty.
pub(crate) struct Context<'a> {
    pub(crate) doc: &'a Document,
    pub(crate) catalog: &'a dyn Catalog,
    pub(crate) content: Content,
    chars: OnceCell<CharIndex>,
    /// The state of each mention of an office, by the mention's index.
    states: BTreeMap<u32, EntityIx>,
    /// The sentence of the token that was asked for last.
    sentence: Cell<usize>,
}

impl<'a> Context<'a> {
    pub(crate) fn new(doc: &'a Document, catalog: &'a dyn Catalog, content: Content) -> Self {
        Self { doc, catalog, content, chars: OnceCell::new(), states: actors::states(doc), sentence: Cell::new(0) }
    }

    pub(crate) fn entity(&self, entity: EntityIx) -> EntityInfo<'a> {
        self.catalog.entity(entity)
    }

    /// Id of an entity.
    pub(crate) fn id(&self, entity: EntityIx) -> &'a str {
        self.catalog.entity(entity).id
    }

    /// The number of characters before a byte of the source text.
    pub(crate) fn char_offset(&self, at: u32) -> u32 {
        self.chars.get_or_init(|| self.doc.char_index()).char_offset(self.doc.source(), at)
    }

    /// The country of the state that an office belongs to, where the mention with this number names an office of one state.
    pub(crate) fn office_country(&self, mention: u32) -> Option<&'a str> {
        self.entity(*self.states.get(&mention)?).country
    }

    /// The number of the sentence that a token stands in. Fast where tokens are asked for in order.
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

    /// Appends the text of a sentence on one line.
    pub(crate) fn push_sentence(&self, number: u32, out: &mut String) -> Option<()> {
        push_line(self.doc.slice(self.doc.sentences.get(number as usize)?.span), out);
        Some(())
    }
}
