//! Reads the forms of an entry.

use super::date::interval;
use super::raw::RawForm;
use crate::codes::Code;
use crate::diagnostic::Diagnostics;
use crate::fields::{self, Fields};
use crate::language::LanguageCodes;
use crate::value::Node;
use chancery_gazetteer::{Activation, CasePolicy};
use chancery_text::Form;

const KEYS: [&str; 13] = ["n", "case", "valid", "needs", "not", "hints", "before", "after", "prior", "rival", "infl", "when", "note"];
const CASES: [(&str, CasePolicy); 3] = [("exact", CasePolicy::Exact), ("title", CasePolicy::Title), ("any", CasePolicy::Any)];
const ACTIVATIONS: [(&str, Activation); 2] = [("introduced", Activation::Introduced), ("defined", Activation::Defined)];

/// Reads the forms under a key such as `name`. Each language has one form or a list of forms.
pub(super) fn forms(kind: &str, value: &Node, layer: u32, codes: &LanguageCodes, diagnostics: &mut Diagnostics) -> Vec<RawForm> {
    let Some(form) = form_of(kind) else { return Vec::new() };
    let mut forms = Vec::new();
    if value.as_table().is_none() {
        fields::wrong(value, &format!("{kind} must be a table with languages as keys"), &format!("write {kind}.en = …"), diagnostics);
    }
    for (language, at, value) in value.as_table().unwrap_or_default() {
        codes.check(language, *at, diagnostics);
        if form == Form::Name && value.items().len() != 1 {
            let message = format!("each language has one name, not {}", value.items().len());
            diagnostics.add(Code::WrongValue, value.at, message, "write the other names under alias");
        }
        for item in value.items() {
            forms.extend(read(item, RawForm::new(item.at, layer, form, language), diagnostics));
        }
    }
    forms
}

/// Returns the key under which data files list forms of the kind `form`. Kinds that have no separate key are listed under `alias`.
pub(super) const fn key(form: Form) -> &'static str {
    match form {
        Form::Name => "name",
        Form::Official => "official",
        Form::Abbreviation => "abbr",
        Form::Adjective => "adj",
        Form::Demonym => "demonym",
        _ => "alias",
    }
}

fn form_of(kind: &str) -> Option<Form> {
    Some(match kind {
        "name" => Form::Name,
        "official" => Form::Official,
        "alias" => Form::Alias,
        "abbr" => Form::Abbreviation,
        "adj" => Form::Adjective,
        "demonym" => Form::Demonym,
        _ => return None,
    })
}

fn read(node: &Node, mut raw: RawForm, diagnostics: &mut Diagnostics) -> Option<RawForm> {
    if let Some(text) = node.as_text() {
        text.clone_into(&mut raw.text);
    } else if node.as_table().is_none() {
        fields::wrong(node, "a form must be a string, or a table with the key n", "write \"…\" or { n = \"…\" }", diagnostics);
        return None;
    } else {
        let fields = Fields::new(node, "a form", &KEYS, diagnostics)?;
        raw.text = fields.text("n", diagnostics).unwrap_or_default();
        raw.case = choice(&fields, "case", &CASES, diagnostics);
        raw.when = choice(&fields, "when", &ACTIVATIONS, diagnostics).unwrap_or(Activation::Always);
        raw.valid = fields.get("valid").and_then(|valid| interval(valid, diagnostics));
        raw.needs = fields.texts("needs", diagnostics);
        raw.not = fields.texts("not", diagnostics);
        raw.hints = fields.texts("hints", diagnostics);
        raw.before = fields.texts("before", diagnostics);
        raw.after = fields.texts("after", diagnostics);
        raw.rivals = fields.texts("rival", diagnostics);
        raw.prior = fields.number("prior", 0.0..=1.0, diagnostics).map(|prior| prior as f32);
        raw.inflect = fields.flag("infl", diagnostics).unwrap_or(true);
        fields.text("note", diagnostics);
    }
    if raw.text.trim().is_empty() {
        diagnostics.add(Code::Missing, node.at, "a form has no text", "write the form in quotation marks, or { n = \"…\" }");
        return None;
    }
    Some(raw)
}

/// Reads a key whose value must be one of the names in `known`. Returns the value that is paired
/// with this name.
fn choice<T: Copy>(fields: &Fields<'_>, key: &str, known: &[(&str, T)], diagnostics: &mut Diagnostics) -> Option<T> {
    let node = fields.get(key)?;
    let found = node.as_text().and_then(|text| known.iter().find(|(name, _)| *name == text));
    if found.is_none() {
        let names: Vec<String> = known.iter().map(|(name, _)| format!("\"{name}\"")).collect();
        fields::wrong(node, &format!("{key} must be {}", names.join(" or ")), "leave the key out to use the default", diagnostics);
    }
    found.map(|(_, value)| *value)
}
