//! Entries as they stand in the files.

use crate::diagnostic::Position;
use chancery_gazetteer::{Activation, CasePolicy};
use chancery_text::{Form, Interval, Reference};
use std::collections::BTreeMap;

/// Types an entity may have.
pub(crate) const TYPES: [&str; 22] = [
    "state",
    "territory",
    "region",
    "grouping",
    "admin",
    "city",
    "site",
    "geo",
    "igo",
    "organ",
    "mechanism",
    "meeting",
    "treaty",
    "initiative",
    "ministry",
    "office",
    "person",
    "party",
    "armed",
    "company",
    "people",
    SHADOW,
];

/// Sectors of actors, as PLOVER names them, and that of those who serve an organisation.
pub(crate) const SECTORS: [&str; 27] = [
    "GOV", "MIL", "LEG", "JUD", "COP", "SPY", "PTY", "OPP", "REB", "PRM", "UAF", "CVL", "BUS", "CRM", "EDU", "ELI", "JRN", "LAB", "MED",
    "REF", "REL", "SOC", "AGR", "PRE", "UNK", "IGO", "NGO",
];

/// The type whose names only hide what is inside them.
pub(super) const SHADOW: &str = "shadow";

/// Relations by id.
pub(super) const RELATIONS: [&str; 14] = [
    "capital",
    "part_of",
    "member",
    "successor",
    "country",
    "organ",
    "seat",
    "post",
    "office",
    "depositary",
    "party",
    "metonym",
    "rival",
    "of",
];

/// One form as written, braces and all.
#[derive(Clone, Debug)]
pub(super) struct RawForm {
    pub(super) at: Position,
    pub(super) text: String,
    pub(super) form: Form,
    pub(super) language: String,
    pub(super) case: Option<CasePolicy>,
    pub(super) when: Activation,
    pub(super) valid: Option<Interval>,
    pub(super) needs: Vec<String>,
    pub(super) not: Vec<String>,
    pub(super) before: Vec<String>,
    pub(super) after: Vec<String>,
    pub(super) prior: f32,
    pub(super) rivals: Vec<String>,
    pub(super) inflect: bool,
    /// The forms it stands for; filled when layers are merged.
    pub(super) spelled: Vec<String>,
}

/// A relation to another entry.
#[derive(Clone, Debug)]
pub(super) struct RawRelation {
    pub(super) at: Position,
    pub(super) kind: String,
    pub(super) of: String,
    /// Of an office: the state or body it is held at.
    pub(super) held_at: Option<String>,
    pub(super) valid: Option<Interval>,
    pub(super) role: String,
}

/// One entry, or what a layer adds to one.
#[derive(Clone, Debug, Default)]
pub(super) struct RawEntry {
    pub(super) at: Position,
    pub(super) layer: u32,
    pub(super) id: String,
    pub(super) kind: Option<String>,
    pub(super) extend: bool,
    pub(super) valid: Option<Interval>,
    pub(super) forms: Vec<RawForm>,
    pub(super) drops: Vec<RawForm>,
    pub(super) relations: Vec<RawRelation>,
    pub(super) ids: BTreeMap<String, (String, Position)>,
    pub(super) refers: Option<Reference>,
    /// Whether usage does not agree which states lie in it, so that it has no members but those that are written.
    pub(super) loose: bool,
    /// Whether not all members, or not all their dates, are written, so that it is not taken for them.
    pub(super) partial: bool,
    pub(super) sourced: bool,
    /// Preferred name for people, by language; kept even where the form itself is replaced.
    pub(super) labels: BTreeMap<String, String>,
}
