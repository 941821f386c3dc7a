//! Converts merged entries to the entities from which the gazetteer is built.

use super::links::Links;
use super::raw::{RawEntry, RawForm};
use crate::types::Types;
use chancery_gazetteer::{CasePolicy, Entity, Name};
use chancery_text::Form;
use std::collections::BTreeMap;
use std::sync::Arc;

/// Converts entries to entities, in the same order. Each entry is freed as soon as it is converted,
/// because there may be a million entries.
pub(super) fn entities(entries: Vec<RawEntry>, types: &Types) -> Vec<Arc<Entity>> {
    let codes: BTreeMap<String, String> =
        entries.iter().filter_map(|entry| Some((entry.id.clone(), entry.ids.get("iso3")?.0.clone()))).collect();
    let mut links = Links::of(&entries, types);
    entries.into_iter().map(|entry| entity(entry, &codes, &mut links, types).into()).collect()
}

fn entity(entry: RawEntry, codes: &BTreeMap<String, String>, links: &mut Links, types: &Types) -> Entity {
    let label = label(&entry);
    let of = entry.relations.iter().filter(|relation| relation.kind == "country").map(|relation| relation.of.as_str());
    let country = std::iter::once(entry.id.as_str()).chain(of).find_map(|id| codes.get(id)).cloned();
    let links = links.take(&entry.id);
    let RawEntry { id, kind, valid, forms, mut ids, refers, .. } = entry;
    let kind = kind.unwrap_or_default();
    let mut entity = Entity::new(id, kind);
    entity.sector = ids.remove("plover").map(|(sector, _)| sector);
    if let Some(kind) = types.get(&entity.kind) {
        entity.class = kind.class;
        entity.silent = kind.hides;
        entity.headed = kind.head_nouns;
        entity.name_class = kind.name_class;
        entity.dated = kind.dated;
        entity.permanent = kind.permanent;
        entity.sector = entity.sector.or_else(|| kind.sector.clone());
    }
    entity.label = label;
    entity.valid = valid;
    entity.country = country;
    entity.wikidata = ids.remove("wikidata").map(|(qid, _)| qid);
    entity.refers = refers;
    entity.links = links;
    entity.names.reserve_exact(forms.iter().map(|form| form.spelled.len()).sum());
    for form in &forms {
        entity.names.extend(form.spelled.iter().map(|text| name(form, text)));
    }
    entity
}

pub(super) fn label(entry: &RawEntry) -> String {
    let first = || entry.labels.iter().min_by(|(a, _), (b, _)| a.cmp(b));
    let label = entry.labels.iter().find(|(language, _)| language == "en").or_else(first);
    label.map(|(_, label)| label.clone()).unwrap_or_default()
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

/// Returns the default case policy of a form. A form without a capital letter matches in any case.
/// An abbreviation must have exactly the same case in the text. In any other form, words that begin
/// with a capital letter must begin with a capital letter in the text.
fn usual_case(form: &RawForm, text: &str) -> CasePolicy {
    let seen = text.split_once('[').map_or(text, |(_, seen)| seen);
    let capital = seen.chars().any(char::is_uppercase);
    match form.form {
        _ if !capital => CasePolicy::Any,
        Form::Abbreviation => CasePolicy::Exact,
        _ => CasePolicy::Title,
    }
}
