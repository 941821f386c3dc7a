//! What is named around a stretch: the same country beside it, its like joined to it, a longer name of the same in its sentence, the document's own country.

use crate::choose::Candidate;
use crate::gazetteer::{EntityRow, Gazetteer, span};
use chancery_phrases::Hit;
use chancery_text::{Document, Rejection, RelationKind};

/// A stretch taken, before it is known which entity it means.
#[derive(Debug)]
pub(crate) struct Selection {
    pub(crate) candidate: Hit,
    pub(crate) sentence: u32,
    pub(crate) block: u32,
    /// The country of the one entity that it may mean; 0 if there are several, or it is of none.
    pub(crate) country: u32,
    /// Its rivals, as a range.
    pub(crate) candidates_of_span: (u32, u32),
    pub(crate) rejected: Vec<Rejection>,
}

/// How many tokens may stand between two names that are joined (", as well as in the").
const JOINED: usize = 6;

/// What is named around a stretch.
pub(crate) struct Evidence<'a> {
    pub(crate) gazetteer: &'a Gazetteer,
    pub(crate) doc: &'a Document,
    pub(crate) all: &'a [Candidate],
    pub(crate) selections: &'a [Selection],
    pub(crate) number: usize,
}

impl Evidence<'_> {
    /// The entity that a stretch means, where it has no rivals.
    fn sure(&self, selections: &Selection) -> Option<&EntityRow> {
        let (begin, end) = selections.candidates_of_span;
        (end == begin + 1).then(|| &self.gazetteer.entities[self.all[begin as usize].entity as usize])
    }

    /// The other stretches of the sentence, or of the paragraph.
    fn others(&self, paragraph: bool) -> impl Iterator<Item = &Selection> {
        let here = &self.selections[self.number];
        let near =
            move |selections: &&Selection| if paragraph { selections.block == here.block } else { selections.sentence == here.sentence };
        self.selections[..self.number].iter().rev().take_while(near).chain(self.selections[self.number + 1..].iter().take_while(near))
    }

    /// Whether another name in the sentence (or the paragraph) is of an entity's country.
    pub(crate) fn same_country(&self, entity: u32, paragraph: bool) -> bool {
        let country = self.gazetteer.entities[entity as usize].country_ix;
        let fits =
            |selections: &Selection| selections.country == country && self.all[selections.candidates_of_span.0 as usize].entity != entity;
        country != 0 && self.others(paragraph).any(fits)
    }

    /// Whether the sentence names an entity, without rivals, by a longer name that holds this one.
    pub(crate) fn contrasted(&self, entity: u32, surface: &str) -> bool {
        self.others(false).any(|selections| {
            let (begin, end) = selections.candidates_of_span;
            let name = self.doc.slice(span(self.doc, &selections.candidate));
            end == begin + 1 && self.all[begin as usize].entity == entity && name.len() > surface.len() && name.contains(surface)
        })
    }

    /// Whether a field of the document's metadata is the code of an entity's country.
    pub(crate) fn own_country(&self, entity: u32) -> bool {
        let country = self.gazetteer.entities[entity as usize].country.as_ref();
        country.is_some_and(|country| self.doc.metadata.fields.values().any(|field| field == country))
    }

    /// Whether a field of the document's metadata is the code of the country of a member of an entity.
    pub(crate) fn home(&self, entity: u32) -> bool {
        let members = self.gazetteer.entities[entity as usize].relations.iter().filter(|relation| relation.kind == RelationKind::Member);
        members.into_iter().any(|relation| self.own_country(relation.of.0))
    }

    /// Whether a name joined to the stretch is of an entity's type.
    pub(crate) fn joined_to_its_like(&self, entity: u32) -> bool {
        let kind = &self.gazetteer.entities[entity as usize].kind;
        let candidate = |number: usize| self.selections.get(number).map(|selections| selections.candidate);
        let joined = |first: Option<Hit>, next: Option<Hit>| first.zip(next).is_some_and(|(first, next)| self.joined(first, next));
        let like = |number: usize| self.sure(&self.selections[number]).is_some_and(|other| other.kind == *kind);
        let here = candidate(self.number);
        let before = self.number.checked_sub(1).filter(|&before| joined(candidate(before), here) && like(before));
        before.is_some() || joined(here, candidate(self.number + 1)) && like(self.number + 1)
    }

    /// Whether nothing stands between two names but words that join, articles, and the word that stands before the first ("in Europe and in America").
    fn joined(&self, first: Hit, next: Hit) -> bool {
        let word = |token: usize| self.doc.tokens.get(token).map(|token| token.text(self.doc.text()));
        let lead = (first.first as usize).checked_sub(1).and_then(word);
        let between = first.end as usize..next.first as usize;
        (1..=JOINED).contains(&between.len())
            && between.clone().all(|token| {
                let one = |words: &[String]| words.iter().any(|word| self.gazetteer.stands(self.doc, std::slice::from_ref(word), token));
                one(&self.gazetteer.joins) || one(&self.gazetteer.definition_words.articles) || token > between.start && word(token) == lead
            })
    }
}
