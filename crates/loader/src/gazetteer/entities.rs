//! Converts merged entries to the entities from which the gazetteer is built.

use super::links::Links;
use super::raw::{RawEntry, RawForm};
use crate::types::Types;
use chancery_gazetteer::{CasePolicy, Entity, Name};
use chancery_text::Form;
use std::collections::BTreeMap;

/// Converts entries to entities, in the same order.
pub(super) fn entities(entries: &[RawEntry], types: &Types) -> Vec<Entity> {
    let codes: BTreeMap<&str, &str> =
        entries.iter().filter_map(|entry| Some((entry.id.as_str(), entry.ids.get("iso3")?.0.as_str()))).collect();
    let mut links = Links::of(entries, types);
    entries
        .iter()
        .map(|entry| {
            let kind = entry.kind.clone().unwrap_or_default();
            let mut entity = Entity::new(&entry.id, &kind);
            entity.sector = entry.ids.get("plover").map(|(sector, _)| sector.clone());
            if let Some(kind) = types.get(&kind) {
                entity.class = kind.class;
                entity.silent = kind.hides;
                entity.headed = kind.head_nouns;
                entity.name_class = kind.name_class;
                entity.dated = kind.dated;
                entity.sector = entity.sector.or_else(|| kind.sector.clone());
            }
            entity.label = label(entry);
            entity.valid = entry.valid;
            let of = entry.relations.iter().filter(|relation| relation.kind == "country").map(|relation| relation.of.as_str());
            entity.country = std::iter::once(entry.id.as_str()).chain(of).find_map(|id| codes.get(id)).map(|&code| code.to_owned());
            entity.wikidata = entry.ids.get("wikidata").map(|(qid, _)| qid.clone());
            entity.refers = entry.refers;
            entity.links = links.take(&entry.id);
            for form in &entry.forms {
                entity.names.extend(form.spelled.iter().map(|text| name(form, text)));
            }
            entity
        })
        .collect()
}

pub(super) fn label(entry: &RawEntry) -> String {
    entry.labels.get("en").or_else(|| entry.labels.values().next()).cloned().unwrap_or_default()
}

fn name(form: &RawForm, text: &str) -> Name {
    let mut name = Name::new(text, form.form).with_case(form.case.unwrap_or_else(|| usual_case(form, text)));
    name.language.clone_from(&form.language);
    name.activation = form.when;
    name.valid = form.valid;
    name.needs.clone_from(&form.needs);
    name.not.clone_from(&form.not);
    name.hints.clone_from(&form.hints);
    name.before.clone_from(&form.before);
    name.after.clone_from(&form.after);
    name.inverted = form.inverted;
    name.prior = form.prior.unwrap_or(1.0);
    name
}

/// Returns the default case policy. Forms without a capital letter match in any case, abbreviations match letter for letter, and all other forms require their
/// capitals.
fn usual_case(form: &RawForm, text: &str) -> CasePolicy {
    let seen = text.split_once('[').map_or(text, |(_, seen)| seen);
    let capital = seen.chars().any(char::is_uppercase);
    match form.form {
        _ if !capital => CasePolicy::Any,
        Form::Abbreviation => CasePolicy::Exact,
        _ => CasePolicy::Title,
    }
}
