//! A contest: several candidates for one span, and the facts by which they are compared. A candidate is an entity to which the text of the span may refer.

use super::evidence::Evidence;
use super::select::Candidate;
use crate::admit::{nearest_cue, years_given};
use crate::dated::{Years, began_in};
use crate::tables::{EntityRow, NameRow};
use chancery_text::{Date, Form, Rejection, RejectionReason, Span};
use std::cell::OnceCell;

/// The candidates for one span. The text of this span is the contested name. Methods refer to a candidate by its index `at` in `candidates`.
#[derive(Debug)]
pub(crate) struct Contest<'a> {
    evidence: Evidence<'a>,
    pub(crate) candidates: &'a [Candidate],
    /// For each span that has only one candidate: the entity of this candidate, and the span.
    certain: &'a [(u32, Span)],
    surface: &'a str,
    /// The form of the first candidate's name.
    form: Form,
    years: Option<Years>,
    cue_distances: OnceCell<Vec<Option<u32>>>,
}

impl<'a> Contest<'a> {
    pub(crate) fn new(evidence: Evidence<'a>, candidates: &'a [Candidate], certain: &'a [(u32, Span)]) -> Self {
        let (context, hit) = (evidence.context, &evidence.selection().hit);
        Self {
            evidence,
            candidates,
            certain,
            surface: context.doc.slice(context.span(hit)),
            form: candidates.first().map_or(Form::Name, |first| context.tables.name(first.name).form),
            years: years_given(context, hit),
            cue_distances: OnceCell::new(),
        }
    }

    pub(crate) fn name(&self, at: usize) -> &'a NameRow {
        self.evidence.context.tables.name(self.candidates[at].name)
    }

    pub(crate) fn entity(&self, at: usize) -> &'a EntityRow {
        self.evidence.context.tables.entity(self.candidates[at].entity)
    }

    /// Returns the id of the candidate's entity.
    pub(crate) fn id(&self, at: usize) -> &'a str {
        self.evidence.context.tables.texts.get(self.entity(at).id)
    }

    /// Returns the document's date; `None` if it is unknown.
    pub(crate) fn date(&self) -> Option<Date> {
        self.evidence.context.doc.metadata.date
    }

    /// Returns `true` if the text contains a year next to the name ("the Geneva Agreements of 1954"), and the period of validity of the candidate's entity
    /// began in this year.
    pub(crate) fn began_in_year(&self, at: usize) -> bool {
        self.years.is_some_and(|years| began_in(self.entity(at), years))
    }

    /// Returns `true` if the sentence contrasts the contested name with a longer name of the candidate's entity. If so, the contested name refers to a
    /// different entity.
    ///
    /// Two conditions must be met. The sentence must name the candidate's entity by a longer name that contains the contested name, and the contested name must
    /// be joined to the name of an entity of the same type ("the Congo, Gabon and the Democratic Republic of the Congo").
    pub(crate) fn contrasted(&self, at: usize) -> bool {
        let entity = self.candidates[at].entity;
        self.form < Form::Adjective && self.evidence.contrasted(entity, self.surface) && self.evidence.joined_to_its_like(entity)
    }

    /// Returns `true` if the contested name is given as the abbreviation of another name of the candidate's entity.
    pub(crate) fn abbreviates(&self, at: usize) -> bool {
        self.evidence.abbreviates(self.candidates[at].entity)
    }

    /// Returns `true` if a member of the candidate's entity belongs to the document's own country (see `of_own_country`).
    pub(crate) fn has_own_country_as_member(&self, at: usize) -> bool {
        self.evidence.has_own_country_as_member(self.candidates[at].entity)
    }

    /// Returns `true` if the candidate's entity belongs to the document's own country, that is, if the ISO 3166 code of the entity's country is in a metadata
    /// field or is the code of the document's speaker.
    pub(crate) fn of_own_country(&self, at: usize) -> bool {
        self.evidence.own_country(self.candidates[at].entity)
    }

    /// Returns `true` if the sentence names another entity that belongs to the same country as the candidate's entity. Only names with a single
    /// candidate are considered.
    pub(crate) fn country_in_sentence(&self, at: usize) -> bool {
        self.evidence.same_country(self.candidates[at].entity, false)
    }

    /// Returns `true` if the paragraph names another entity that belongs to the same country as the candidate's entity. Only names with a single
    /// candidate are considered.
    pub(crate) fn country_in_paragraph(&self, at: usize) -> bool {
        self.evidence.same_country(self.candidates[at].entity, true)
    }

    /// Returns `true` if the span is joined to another name ("… and Kenya") whose only candidate has the same type as the
    /// candidate `at`.
    pub(crate) fn joined_to_its_like(&self, at: usize) -> bool {
        self.evidence.joined_to_its_like(self.candidates[at].entity)
    }

    /// Returns the distance, in tokens, to the nearest context word that the candidate's name requires or that supports that name; `None` if there is no
    /// such word.
    pub(crate) fn cue_distance(&self, at: usize) -> Option<u32> {
        let hit = &self.evidence.selection().hit;
        let all = || (0..self.candidates.len()).map(|at| nearest_cue(self.evidence.context, self.name(at), hit)).collect();
        self.cue_distances.get_or_init(all)[at]
    }

    /// Returns `true` if the document names the candidate's entity elsewhere. Only names with a single candidate are considered.
    ///
    /// The result is `false` if the contested name has several words and is part of one of those other names, because it then refers to a different entity. For
    /// example, if a text contains "Democratic Republic of the Congo", the name "Republic of the Congo" does not refer to the same state.
    pub(crate) fn named_elsewhere(&self, at: usize) -> bool {
        let (doc, surface) = (self.evidence.context.doc, self.surface);
        let against =
            |longer: &str| self.form < Form::Adjective && surface.contains(' ') && longer.len() > surface.len() && longer.contains(surface);
        let mut names = self.certain.iter().filter(|(entity, _)| *entity == self.candidates[at].entity).peekable();
        names.peek().is_some() && !names.any(|(_, span)| against(doc.slice(*span)))
    }

    /// Creates the rejection of a candidate by the tie-break `tie_break`.
    pub(crate) fn rejection(&self, at: usize, reason: RejectionReason, tie_break: &'static str) -> Rejection {
        let mut rejection = self.evidence.context.rejection(&self.evidence.selection().hit, self.candidates[at].name, reason);
        rejection.tie_break = Some(tie_break);
        rejection
    }
}
