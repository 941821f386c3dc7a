//! The context of a record: everything that the getters of columns need besides the record.

use crate::Content;
use crate::actors;
use crate::text::push_line;
use chancery_text::{Catalog, CharIndex, Document, EntityClass, EntityInfo, EntityIx, Span};
use std::cell::{Cell, OnceCell};
use std::collections::BTreeMap;

/// The document of a record, the catalog, and data derived from both. For records that describe the whole dataset, the document is empty.
pub(crate) struct Context<'a> {
    pub(crate) doc: &'a Document,
    pub(crate) catalog: &'a dyn Catalog,
    pub(crate) content: Content,
    chars: OnceCell<CharIndex>,
    /// The state to which each mentioned office belongs. The keys are the indexes of the mentions.
    states: BTreeMap<u32, EntityIx>,
    /// The state or organisation for which each mentioned person acts. The keys are the indexes of the mentions.
    served: BTreeMap<u32, EntityIx>,
    /// The result of the last call of `sentence_of_token`. The next search begins at this sentence.
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

    /// Returns the properties of an entity.
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

    /// Converts a byte offset in the source text to the unit in which records give offsets: bytes, or characters if [`Content::char_offsets`] is set.
    pub(crate) fn offset(&self, at: u32) -> u32 {
        if self.content.char_offsets { self.char_offset(at) } else { at }
    }

    /// Returns the country code of an entity in this document. `mention` is the index of a mention of the entity, if there is one.
    ///
    /// For an office, the result is the code of the state to which the office belongs in this mention. The result is `None` for an office that belongs to
    /// several states, and for a person who acts for an organisation.
    pub(crate) fn country(&self, entity: EntityIx, mention: Option<u32>) -> Option<&'a str> {
        let info = self.entity(entity);
        if info.class == EntityClass::Person && info.country.is_some() && self.serves_organisation(entity, mention) {
            return None;
        }
        info.country.or_else(|| self.entity(*self.states.get(&mention?)?).country)
    }

    /// Returns `true` if a person acts for an organisation. If the mention of the person is part of an actor, the result depends on this actor. Otherwise, it
    /// depends on the person's terms of office.
    fn serves_organisation(&self, person: EntityIx, mention: Option<u32>) -> bool {
        match mention.and_then(|mention| self.served.get(&mention)) {
            Some(of) => !self.catalog.class(*of).is_country(),
            None => actors::may_serve_organisation(person, self.doc, self.catalog),
        }
    }

    /// Returns the index of the first mention that begins in `span` and refers to `entity`.
    pub(crate) fn mention_in(&self, span: Span, entity: EntityIx) -> Option<u32> {
        let first = self.doc.mentions.partition_point(|mention| mention.span.start() < span.start());
        let inside = self.doc.mentions[first..].iter().take_while(|mention| mention.span.start() < span.end());
        inside.zip(first as u32..).find(|(mention, _)| mention.entity == entity).map(|(_, number)| number)
    }

    /// Returns the index of the sentence that contains a token. Looking up tokens in order is fast.
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

    /// Appends the text of the sentence with the index `number`, on one line. Returns `None` if there is no such sentence.
    pub(crate) fn push_sentence(&self, number: u32, out: &mut String) -> Option<()> {
        push_line(self.doc.slice(self.doc.sentences.get(number as usize)?.span), out);
        Some(())
    }
}
