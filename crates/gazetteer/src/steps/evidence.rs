//! Evidence from the surrounding names about which entity a name refers to.

use super::select::{Selected, Selection};
use crate::context::Context;
use crate::tables::EntityRow;
use chancery_phrases::Hit;
use chancery_text::RelationKind;

/// The maximum number of tokens between two joined names, such as ", as well as in the".
const JOINED: usize = 6;

/// The maximum number of names that are examined on each side of a name. Few paragraphs contain more names, but a list that fills a whole file may contain
/// many more.
const FAR: usize = 200;

/// Evidence about one selection, taken from the selections around it. A selection is a span that is known to be a name, although its entity may not be known
/// yet.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Evidence<'a> {
    pub(crate) context: &'a Context<'a>,
    pub(crate) selected: &'a Selected,
    /// Index of the selection to which the evidence applies.
    pub(crate) number: usize,
}

impl<'a> Evidence<'a> {
    /// Returns the selection to which the evidence applies.
    pub(crate) fn selection(&self) -> &'a Selection {
        &self.selected.selections[self.number]
    }

    /// Returns the entity of a selection with a single candidate; `None` if it has several candidates.
    fn certain(&self, selection: &Selection) -> Option<u32> {
        Some(self.selected.only_candidate(selection)?.entity)
    }

    fn entity(&self, entity: u32) -> &'a EntityRow {
        self.context.tables.entity(entity)
    }

    /// Iterates over the other selections in the same paragraph if `paragraph` is true, otherwise over those in the same sentence. At most [`FAR`] selections
    /// on each side are returned.
    fn others(&self, paragraph: bool) -> impl Iterator<Item = &'a Selection> {
        let (all, here) = (&self.selected.selections, self.selection());
        let near = move |other: &&Selection| if paragraph { other.block == here.block } else { other.sentence == here.sentence };
        let (before, after) = (all[..self.number].iter().rev(), all[self.number + 1..].iter());
        before.take(FAR).take_while(near).chain(after.take(FAR).take_while(near))
    }

    /// Returns `true` if the text gives this selection as the abbreviation of another name of `entity`, in brackets: "Pacific Islands Forum (PIF)" or "PIF (Pacific
    /// Islands Forum)".
    pub(crate) fn abbreviates(&self, entity: u32) -> bool {
        let bracket = |from: u32, to: u32| {
            let tokens = self.context.doc.tokens.get(from as usize..to as usize).unwrap_or_default();
            matches!(tokens, [only] if self.context.text(only) == "(")
        };
        let (all, here) = (&self.selected.selections, self.selection());
        let before = self.number.checked_sub(1).and_then(|at| all.get(at)).filter(|other| bracket(other.hit.end, here.hit.first));
        let after = all.get(self.number + 1).filter(|other| bracket(here.hit.end, other.hit.first));
        before.into_iter().chain(after).any(|other| self.certain(other) == Some(entity))
    }

    /// Returns `true` if the sentence, or the paragraph if `paragraph` is true, names another entity of the same country as `entity`. Only names with a
    /// single candidate are considered.
    pub(crate) fn same_country(&self, entity: u32, paragraph: bool) -> bool {
        let country = self.entity(entity).country_ix;
        country != 0 && self.others(paragraph).any(|other| other.country == country && self.certain(other) != Some(entity))
    }

    /// Returns `true` if the sentence contains a longer name that includes `surface`, the text of this selection, and has `entity` as its only candidate.
    pub(crate) fn contrasted(&self, entity: u32, surface: &str) -> bool {
        self.others(false).any(|other| {
            let name = self.context.doc.slice(self.context.span(&other.hit));
            self.certain(other) == Some(entity) && name.len() > surface.len() && name.contains(surface)
        })
    }

    /// Returns `true` if `entity` belongs to the country of the document: its country code is the value of a metadata field of the document, or is the country
    /// code of the document's speaker.
    pub(crate) fn own_country(&self, entity: u32) -> bool {
        let metadata = &self.context.doc.metadata;
        let code = |entity: u32| self.entity(entity).country.map(|country| self.context.tables.texts.get(country));
        let speaker = || metadata.speaker_entity.and_then(|speaker| code(speaker.0));
        code(entity).is_some_and(|country| metadata.fields.values().any(|field| field == country) || speaker() == Some(country))
    }

    /// Returns `true` if a member of `entity` belongs to the country of the document (see [`own_country`](Self::own_country)).
    pub(crate) fn has_own_country_as_member(&self, entity: u32) -> bool {
        let mut members = self.entity(entity).relations.iter().filter(|relation| relation.kind == RelationKind::Member);
        members.any(|relation| self.own_country(relation.of.0))
    }

    /// Returns `true` if the selection is joined to another name whose only candidate has the same type as
    /// `entity`.
    pub(crate) fn joined_to_its_like(&self, entity: u32) -> bool {
        let kind = self.entity(entity).kind;
        let all = &self.selected.selections;
        let like = |number: usize| self.certain(&all[number]).is_some_and(|other| self.entity(other).kind == kind);
        let joined = |first: usize| all.get(first + 1).is_some_and(|next| self.joined(all[first].hit, next.hit));
        let before = self.number.checked_sub(1).filter(|&before| joined(before) && like(before));
        before.is_some() || joined(self.number) && like(self.number + 1)
    }

    /// Returns `true` if two names are joined, that is, if only articles and joining words such as "and" are between them. The word before the first name may
    /// be repeated before the second name ("in Europe and in America").
    fn joined(&self, first: Hit, next: Hit) -> bool {
        let (context, tables) = (self.context, self.context.tables);
        let word = |token: usize| context.doc.tokens.get(token).map(|token| context.text(token));
        let lead = (first.first as usize).checked_sub(1).and_then(word);
        let between = first.end as usize..next.first as usize;
        (1..=JOINED).contains(&between.len())
            && between.clone().all(|token| {
                context.any_word(&tables.joins, token)
                    || context.any_word(&tables.definition_words.articles, token)
                    || token > between.start && word(token) == lead
            })
    }
}
