//! A view of a document, with the queries that all steps of the actor extractor use.

use crate::class::Class;
use crate::lexicon::Phrase;
use crate::tables::Tables;
use chancery_text::{
    Actor, ActorCue, ActorKind, Catalog, Document, EntityClass, EntityInfo, EntityIx, Form, Gap, Mention, MentionIx, Relation,
    RelationKind, SentenceIx, Span,
};
use std::cell::OnceCell;
use std::ops::Range;

/// A document, the token ranges of its mentions, the catalog that describes their entities, and the words of the extractor. In all methods, the parameter
/// `number` is the index of a mention in the document.
pub(crate) struct View<'a> {
    pub(crate) tables: &'a Tables,
    pub(crate) doc: &'a Document,
    pub(crate) catalog: &'a dyn Catalog,
    /// The token range of each mention: the index of its first token, and the index one past its last token.
    pub(crate) places: Vec<(usize, usize)>,
    /// The parties of the document, computed on first use.
    pub(crate) parties: OnceCell<Option<Vec<EntityIx>>>,
    /// The organisation that the document mentions most often, computed on first use.
    pub(crate) named_most: OnceCell<Option<EntityIx>>,
}

impl<'a> View<'a> {
    pub(crate) fn new(tables: &'a Tables, doc: &'a Document, catalog: &'a dyn Catalog) -> Self {
        let place = |mention| {
            let tokens = doc.tokens_of(mention);
            (tokens.start, tokens.end)
        };
        let places = doc.mentions.iter().map(place).collect();
        Self { tables, doc, catalog, places, parties: OnceCell::new(), named_most: OnceCell::new() }
    }

    /// Returns the mention with the index `number`.
    pub(crate) fn mention(&self, number: usize) -> &'a Mention {
        &self.doc.mentions[number]
    }

    /// Returns the properties of the entity of a mention.
    pub(crate) fn info(&self, number: usize) -> EntityInfo<'a> {
        self.catalog.entity(self.mention(number).entity)
    }

    /// Returns the class of the entity of a mention.
    pub(crate) fn class(&self, number: usize) -> EntityClass {
        self.catalog.class(self.mention(number).entity)
    }

    /// Iterates over the relations of an entity that have the kind `kind`.
    pub(crate) fn relations(&self, entity: EntityIx, kind: RelationKind) -> impl Iterator<Item = &'a Relation> {
        let known = if self.catalog.may_relate(entity, kind) { self.catalog.relations(entity) } else { &[] };
        known.iter().filter(move |relation| relation.kind == kind)
    }

    /// Returns the index of the mention that begins at a token; `None` if no mention begins there.
    pub(crate) fn starting(&self, token: usize) -> Option<usize> {
        let at = self.places.partition_point(|(first, _)| *first < token);
        self.places.get(at).is_some_and(|(first, _)| *first == token).then_some(at)
    }

    /// Returns the index of the mention that ends directly before a token; `None` if no mention ends there.
    pub(crate) fn ending(&self, token: usize) -> Option<usize> {
        let at = self.places.partition_point(|(first, _)| *first < token).checked_sub(1)?;
        (self.places[at].1 == token).then_some(at)
    }

    /// Returns `true` if a mention is followed by a possessive ending ("Kenya's").
    pub(crate) fn possessive(&self, number: usize) -> bool {
        let (_, end) = self.places[number];
        self.doc.tokens.get(end.wrapping_sub(1)).is_some_and(|token| token.span.end() > self.mention(number).span.end())
    }

    /// Returns `true` if there is no empty line between a token and the token before it.
    pub(crate) fn joined(&self, token: usize) -> bool {
        self.doc.tokens.get(token).is_some_and(|token| token.gap != Gap::Break)
    }

    /// Returns the longest phrase of the class `class` that begins at the token `token`. The first element of the pair is the index of the token after the
    /// phrase.
    pub(crate) fn at(&self, token: usize, class: Class) -> Option<(usize, &'a Phrase)> {
        if self.joined(token) { self.tables.lexicon.at(self.doc, token, class) } else { None }
    }

    /// Returns the longest phrase of the class `class` that ends directly before the token `token`. The first element of the pair is the index of the
    /// first token of the phrase.
    pub(crate) fn before(&self, token: usize, class: Class) -> Option<(usize, &'a Phrase)> {
        if self.joined(token) { self.tables.lexicon.before(self.doc, token, class) } else { None }
    }

    /// Skips phrases of the given classes, beginning at `token`. Returns the index of the first token after them, or `token` if none is skipped.
    pub(crate) fn skip(&self, mut token: usize, classes: &[Class]) -> usize {
        while let Some((end, _)) = classes.iter().find_map(|class| self.at(token, *class)) {
            token = end;
        }
        token
    }

    /// Skips phrases of the given classes that end directly before `token`, going backwards. Returns the index of the leftmost token that was skipped, or
    /// `token` if none was skipped.
    pub(crate) fn skip_back(&self, mut token: usize, classes: &[Class]) -> usize {
        while let Some((first, _)) = classes.iter().find_map(|class| self.before(token, *class)) {
            token = first;
        }
        token
    }

    /// Returns `true` if a token is one of the punctuation marks in `marks`.
    pub(crate) fn is_mark(&self, token: usize, marks: &[&str]) -> bool {
        self.doc.tokens.get(token).is_some_and(|token| marks.contains(&token.text(self.doc.text())))
    }

    /// Returns `true` if a mention is an adjective ("Kenyan").
    pub(crate) fn is_adjective(&self, number: usize) -> bool {
        self.mention(number).form == Form::Adjective
    }

    /// Returns `true` if a relation is valid at the document's date. If the document has no date, returns `true` if the relation has not ended.
    pub(crate) fn holds(&self, relation: &Relation) -> bool {
        self.catalog.holds(relation, self.doc.metadata.date)
    }

    /// Returns the member states of an entity at the document's date, sorted. If no members of the entity are known, returns the members of the organisation to
    /// which the entity belongs.
    pub(crate) fn members(&self, entity: EntityIx) -> Vec<EntityIx> {
        self.catalog.members(entity, self.doc.metadata.date)
    }

    /// Returns the relation that makes the city `entity` the capital of a state at the document's date. A relation with dates takes precedence over a relation
    /// without dates.
    pub(crate) fn capital_of(&self, entity: EntityIx) -> Option<&'a Relation> {
        let states = self
            .relations(entity, RelationKind::CapitalOf)
            .filter(|relation| self.holds(relation) && self.catalog.existed(relation.of, self.doc.metadata.date));
        states.min_by_key(|relation| relation.valid.is_none())
    }

    /// Returns the span of a range of tokens. If the range ends with a mention, `last` is the index of this mention, and its possessive ending is excluded from
    /// the span.
    pub(crate) fn span(&self, tokens: Range<usize>, last: Option<usize>) -> Span {
        let token = |at: usize| self.doc.tokens.get(at).map(|token| token.span).unwrap_or_default();
        let end = last.map_or_else(|| token(tokens.end.saturating_sub(1)).end(), |number| self.mention(number).span.end());
        Span::new(token(tokens.start).start(), end)
    }

    /// Creates an actor that covers a range of tokens. If the range ends with a mention, `last` is the index of this mention. `of` is the index of the mention
    /// that names the state or organisation of the actor.
    pub(crate) fn actor(&self, kind: ActorKind, cue: ActorCue, tokens: Range<usize>, last: Option<usize>, of: Option<usize>) -> Actor {
        let first = tokens.start as u32;
        let sentence = self.doc.sentences.partition_point(|sentence| sentence.token_range.end <= first);
        let mut actor = Actor::new(self.span(tokens, last), SentenceIx(sentence as u32), kind, cue);
        if let Some(number) = of {
            actor.of = Some(self.mention(number).entity);
            actor.in_date = self.mention(number).in_date;
            actor.mentions.push(MentionIx(number as u32));
        }
        actor
    }

    /// Returns the range of the tokens that an actor covers.
    pub(crate) fn tokens(&self, actor: &Actor) -> Range<usize> {
        let first = self.doc.tokens.partition_point(|token| token.span.end() <= actor.span.start());
        let end = self.doc.tokens.partition_point(|token| token.span.start() < actor.span.end());
        first..end
    }
}
