//! Several candidates for one span, and the facts by which they are compared.

use super::evidence::Evidence;
use super::select::Candidate;
use crate::admit::{nearest_cue, years_given};
use crate::dated::{Years, began_in};
use crate::tables::{EntityRow, NameRow};
use chancery_text::{Date, Form, Rejection, RejectionReason, Span};
use std::cell::OnceCell;

/// The candidates of a span. Candidates are told apart by their index.
#[derive(Debug)]
pub(crate) struct Contest<'a> {
    evidence: Evidence<'a>,
    pub(crate) candidates: &'a [Candidate],
    /// Entities named elsewhere by a span with one candidate.
    certain: &'a [(u32, Span)],
    surface: &'a str,
    /// The kind of form that the first candidate has.
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

    /// The document's date.
    pub(crate) fn date(&self) -> Option<Date> {
        self.evidence.context.doc.metadata.date
    }

    /// Whether it began in the year given with the name.
    pub(crate) fn began_in_year(&self, at: usize) -> bool {
        self.years.is_some_and(|years| began_in(self.entity(at), years))
    }

    /// Whether the name stands in a list, and the sentence names the entity by a longer name that contains this one.
    pub(crate) fn contrasted(&self, at: usize) -> bool {
        let entity = self.candidates[at].entity;
        self.form < Form::Adjective && self.evidence.contrasted(entity, self.surface) && self.evidence.joined_to_its_like(entity)
    }

    /// Whether the document's own country is a member of it.
    pub(crate) fn has_own_country_as_member(&self, at: usize) -> bool {
        self.evidence.has_own_country_as_member(self.candidates[at].entity)
    }

    /// Whether it is of the document's own country: a metadata field that is its ISO 3166 code.
    pub(crate) fn of_own_country(&self, at: usize) -> bool {
        self.evidence.own_country(self.candidates[at].entity)
    }

    /// Whether another certain name in the sentence is of its country.
    pub(crate) fn country_in_sentence(&self, at: usize) -> bool {
        self.evidence.same_country(self.candidates[at].entity, false)
    }

    /// Whether another certain name in the paragraph is of its country.
    pub(crate) fn country_in_paragraph(&self, at: usize) -> bool {
        self.evidence.same_country(self.candidates[at].entity, true)
    }

    /// Whether a certain name joined to it ("… and Kenya") is of its type.
    pub(crate) fn joined_to_its_like(&self, at: usize) -> bool {
        self.evidence.joined_to_its_like(self.candidates[at].entity)
    }

    /// Distance in tokens to the nearest word that the name requires.
    pub(crate) fn cue_distance(&self, at: usize) -> Option<u32> {
        let hit = &self.evidence.selection().hit;
        let all = || (0..self.candidates.len()).map(|at| nearest_cue(self.evidence.context, self.name(at), hit)).collect();
        self.cue_distances.get_or_init(all)[at]
    }

    /// Whether the document certainly names it elsewhere. If a longer name that contains this one is among those names, this one means another:
    /// who writes "Democratic Republic of the Congo" does not mean it by "Republic of the Congo".
    pub(crate) fn named_elsewhere(&self, at: usize) -> bool {
        let (doc, surface) = (self.evidence.context.doc, self.surface);
        let against =
            |longer: &str| self.form < Form::Adjective && surface.contains(' ') && longer.len() > surface.len() && longer.contains(surface);
        let mut names = self.certain.iter().filter(|(entity, _)| *entity == self.candidates[at].entity).peekable();
        names.peek().is_some() && !names.any(|(_, span)| against(doc.slice(*span)))
    }

    /// The rejection of a candidate by a tie-break.
    pub(crate) fn rejection(&self, at: usize, reason: RejectionReason, tie_break: &'static str) -> Rejection {
        let mut rejection = self.evidence.context.rejection(&self.evidence.selection().hit, self.candidates[at].name, reason);
        rejection.tie_break = Some(tie_break);
        rejection
    }
}
