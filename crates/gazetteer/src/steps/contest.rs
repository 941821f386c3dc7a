//! Several candidates for one span, and the facts by which they are compared.

use super::evidence::Evidence;
use super::select::Candidate;
use crate::admit::{nearest_cue, years_given};
use crate::dated::{Years, began_in};
use crate::tables::{EntityRow, NameRow};
use chancery_text::{Date, Form, Rejection, RejectionReason, Span};
use std::cell::OnceCell;

/// The candidates for a span. The methods take a candidate by its index in `candidates`.
#[derive(Debug)]
pub(crate) struct Contest<'a> {
    evidence: Evidence<'a>,
    pub(crate) candidates: &'a [Candidate],
    /// The entities of all spans that have only one candidate, together with these spans.
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

    /// The document's date.
    pub(crate) fn date(&self) -> Option<Date> {
        self.evidence.context.doc.metadata.date
    }

    /// Returns true if the candidate's entity began in the year given with the name.
    pub(crate) fn began_in_year(&self, at: usize) -> bool {
        self.years.is_some_and(|years| began_in(self.entity(at), years))
    }

    /// Returns true if the sentence also names the candidate's entity by a longer name that contains this one, and this name is joined to a name of the same type. This
    /// name then refers to another entity.
    pub(crate) fn contrasted(&self, at: usize) -> bool {
        let entity = self.candidates[at].entity;
        self.form < Form::Adjective && self.evidence.contrasted(entity, self.surface) && self.evidence.joined_to_its_like(entity)
    }

    /// Returns true if the document's own country is a member of the candidate's entity.
    pub(crate) fn has_own_country_as_member(&self, at: usize) -> bool {
        self.evidence.has_own_country_as_member(self.candidates[at].entity)
    }

    /// Returns true if the candidate's entity belongs to the document's own country: a metadata field is the ISO 3166 code of its country.
    pub(crate) fn of_own_country(&self, at: usize) -> bool {
        self.evidence.own_country(self.candidates[at].entity)
    }

    /// Returns true if the sentence names another entity of the candidate's country, by a name with only one candidate.
    pub(crate) fn country_in_sentence(&self, at: usize) -> bool {
        self.evidence.same_country(self.candidates[at].entity, false)
    }

    /// Returns true if the paragraph names another entity of the candidate's country, by a name with only one candidate.
    pub(crate) fn country_in_paragraph(&self, at: usize) -> bool {
        self.evidence.same_country(self.candidates[at].entity, true)
    }

    /// Returns true if the span is joined ("… and Kenya") to a name that has only one candidate, of the same type.
    pub(crate) fn joined_to_its_like(&self, at: usize) -> bool {
        self.evidence.joined_to_its_like(self.candidates[at].entity)
    }

    /// Distance in tokens to the nearest word that the name requires or that supports it; `None` if there is none.
    pub(crate) fn cue_distance(&self, at: usize) -> Option<u32> {
        let hit = &self.evidence.selection().hit;
        let all = || (0..self.candidates.len()).map(|at| nearest_cue(self.evidence.context, self.name(at), hit)).collect();
        self.cue_distances.get_or_init(all)[at]
    }

    /// Returns true if the document names the candidate's entity elsewhere, by a name with only one candidate. Returns false if one of those names is longer and contains
    /// this one, because this one then refers to another entity: a text that says "Democratic Republic of the Congo" does not call the same state "Republic of the
    /// Congo".
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
