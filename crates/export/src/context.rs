//! Provides the getters of columns with everything they need besides the record.

use crate::Content;
use crate::actors;
use crate::text::push_line;
use chancery_text::{Catalog, CharIndex, Document, EntityClass, EntityInfo, EntityIx, Span};
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
    /// The state or organisation that each mentioned person acts for, by the mention's index.
    served: BTreeMap<u32, EntityIx>,
    /// The sentence found by the last call of `sentence_of_token`, where the next search begins.
    sentence: Cell<usize>,
}

impl<'a> Context<'a> {
    pub(crate) fn new(doc: &'a Document, catalog: &'a dyn Catalog, content: Content) -> Self {
        Self {
            doc,
            catalog,
            content,
            chars: OnceCell::new(),
            states: actors::states(doc),
            served: actors::served(doc),
            sentence: Cell::new(0),
        }
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

    /// Returns an offset as records have it: a byte offset, or on request the number of characters before it.
    pub(crate) fn offset(&self, at: u32) -> u32 {
        if self.content.char_offsets { self.char_offset(at) } else { at }
    }

    /// The country of an entity in this document, at the mention with this number if there is one. An office has that of the one state it belongs to; a person who acts
    /// for an organisation has none.
    pub(crate) fn country(&self, entity: EntityIx, mention: Option<u32>) -> Option<&'a str> {
        let info = self.entity(entity);
        if info.class == EntityClass::Person && info.country.is_some() && self.serves_organisation(entity, mention) {
            return None;
        }
        info.country.or_else(|| self.entity(*self.states.get(&mention?)?).country)
    }

    /// The actor that a mention belongs to decides. Without one, the terms of the person do.
    fn serves_organisation(&self, person: EntityIx, mention: Option<u32>) -> bool {
        match mention.and_then(|mention| self.served.get(&mention)) {
            Some(of) => !self.catalog.class(*of).is_country(),
            None => actors::may_serve_organisation(person, self.doc, self.catalog),
        }
    }

    /// The number of the first mention of an entity that begins in a span.
    pub(crate) fn mention_in(&self, span: Span, entity: EntityIx) -> Option<u32> {
        let first = self.doc.mentions.partition_point(|mention| mention.span.start() < span.start());
        let inside = self.doc.mentions[first..].iter().take_while(|mention| mention.span.start() < span.end());
        inside.zip(first as u32..).find(|(mention, _)| mention.entity == entity).map(|(_, number)| number)
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
