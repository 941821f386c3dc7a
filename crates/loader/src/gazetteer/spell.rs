//! Merged entries as the gazetteer takes them.

use super::links::Links;
use super::raw::{RawEntry, RawForm, SHADOW};
use chancery_gazetteer::{CasePolicy, Dated, Entity, Name, NameClass};
use chancery_text::{EntityClass, Form};
use std::collections::BTreeMap;

pub(super) fn entities(entries: &[RawEntry]) -> Vec<Entity> {
    let codes: BTreeMap<&str, &str> =
        entries.iter().filter_map(|entry| Some((entry.id.as_str(), entry.ids.get("iso3")?.0.as_str()))).collect();
    let mut links = Links::of(entries);
    entries
        .iter()
        .map(|entry| {
            let kind = entry.kind.clone().unwrap_or_default();
            let mut entity = Entity::new(&entry.id, &kind);
            entity.silent = kind == SHADOW;
            entity.headed = matches!(kind.as_str(), "igo" | "organ" | "treaty" | "state" | "mechanism");
            entity.name_class = match kind.as_str() {
                "state" | "territory" | "region" => Some(NameClass::Land),
                "city" | "admin" | "site" => Some(NameClass::Town),
                "person" => Some(NameClass::Person),
                _ => None,
            };
            // Fifteen years lie between the signing of some conventions and the day they come into force.
            entity.dated = match kind.as_str() {
                "treaty" => Some(Dated { before: 15, after: 2 }),
                "meeting" => Some(Dated { before: 2, after: 1 }),
                // Many are spoken of before they are set up, and all long after.
                "mechanism" => Some(Dated { before: 5, after: 100 }),
                _ => None,
            };
            entity.class = match kind.as_str() {
                "admin" => EntityClass::Division,
                "geo" => EntityClass::Feature,
                "igo" => EntityClass::Organisation,
                "ministry" => EntityClass::Organ,
                "treaty" => EntityClass::Instrument,
                other => other.parse().unwrap_or_default(),
            };
            entity.label = label(entry);
            entity.valid = entry.valid;
            let of = entry.relations.iter().filter(|relation| relation.kind == "country").map(|relation| relation.of.as_str());
            entity.country = std::iter::once(entry.id.as_str()).chain(of).find_map(|id| codes.get(id)).map(|&code| code.to_owned());
            entity.wikidata = entry.ids.get("wikidata").map(|(qid, _)| qid.clone());
            entity.sector = entry.ids.get("plover").map(|(sector, _)| sector.clone());
            entity.refers = entry.refers;
            entity.links = links.take(&entry.id);
            for form in &entry.forms {
                entity.names.extend(form.spelled.iter().map(|text| name(form, text)));
            }
            entity
        })
        .collect()
}

fn label(entry: &RawEntry) -> String {
    entry.labels.get("en").or_else(|| entry.labels.values().next()).cloned().unwrap_or_default()
}

fn name(form: &RawForm, text: &str) -> Name {
    let mut name = Name::new(text, form.form).with_case(form.case.unwrap_or_else(|| usual_case(form, text)));
    name.language.clone_from(&form.language);
    name.activation = form.when;
    name.valid = form.valid;
    name.needs.clone_from(&form.needs);
    name.not.clone_from(&form.not);
    name.before.clone_from(&form.before);
    name.after.clone_from(&form.after);
    name.prior = form.prior;
    name
}

/// Abbreviations letter for letter; what is written in small letters, or has none, in any case; all else with its capitals.
fn usual_case(form: &RawForm, text: &str) -> CasePolicy {
    let seen = text.split_once('[').map_or(text, |(_, seen)| seen);
    let capital = seen.chars().any(char::is_uppercase);
    match form.form {
        _ if !capital => CasePolicy::Any,
        Form::Abbreviation => CasePolicy::Exact,
        _ => CasePolicy::Title,
    }
}
