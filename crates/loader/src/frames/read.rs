//! Reads frames, and the table of their defaults.

use super::written::{Change, Defaults, Written};
use crate::codes::Code;
use crate::diagnostic::Diagnostics;
use crate::fields::{self, Fields};
use crate::rules::example;
use crate::suggest::{nearest, suggestion};
use crate::value::Node;
use chancery_events::{Conditions, Cue, Frame, Side};

const KEYS: [&str; 31] = [
    "id",
    "verb",
    "noun",
    "act",
    "class",
    "mode",
    "cameo",
    "source",
    "target",
    "noun_source",
    "noun_target",
    "reciprocal",
    "fallback",
    "object",
    "not_object",
    "subject",
    "not_subject",
    "prep",
    "not_prep",
    "clause",
    "complement",
    "passive",
    "words",
    "unless",
    "negated",
    "accept",
    "reject",
    "note",
    "todo",
    "off",
    "extend",
];

/// Names of parts of a clause. A preposition that is similar to one of these names is probably a misspelling
/// of that name.
const PARTS: [&str; 3] = ["subject", "object", "indirect"];

/// The cues, each with its name in data files.
pub(super) const CUES: [(&str, Cue); 84] = [
    ("will", Cue::Will),
    ("must", Cue::Must),
    ("may", Cue::May),
    ("intend", Cue::Intend),
    ("perform", Cue::Perform),
    ("desire", Cue::Desire),
    ("refuse", Cue::Refuse),
    ("need", Cue::Need),
    ("recommend", Cue::Recommend),
    ("avow", Cue::Avow),
    ("formula", Cue::Formula),
    ("common", Cue::Common),
    ("opener", Cue::Opener),
    ("except", Cue::Except),
    ("done", Cue::Done),
    ("putative", Cue::Putative),
    ("temporal", Cue::Temporal),
    ("commission", Cue::Commission),
    ("cause", Cue::Cause),
    ("cease", Cue::Cease),
    ("report", Cue::Report),
    ("habit", Cue::Habit),
    ("press", Cue::Press),
    ("purpose", Cue::Purpose),
    ("would", Cue::Would),
    ("neuter", Cue::Neuter),
    ("personal", Cue::Personal),
    ("plural", Cue::Plural),
    ("reflexive", Cue::Reflexive),
    ("matter", Cue::Matter),
    ("former", Cue::Former),
    ("latter", Cue::Latter),
    ("pair", Cue::Pair),
    ("pair_noun", Cue::PairNoun),
    ("proof", Cue::Proof),
    ("relational", Cue::Relational),
    ("compound", Cue::Compound),
    ("addressee", Cue::Addressee),
    ("deny", Cue::Deny),
    ("suppose", Cue::Suppose),
    ("condition", Cue::Condition),
    ("without", Cue::Without),
    ("only", Cue::Only),
    ("never", Cue::Never),
    ("third", Cue::Third),
    ("limit", Cue::Limit),
    ("origin", Cue::Origin),
    ("where", Cue::Where),
    ("particle", Cue::Particle),
    ("dummy", Cue::Dummy),
    ("self", Cue::FirstPerson),
    ("quantity", Cue::Quantity),
    ("speaker", Cue::Speaker),
    ("speaker_owner", Cue::SpeakerOwner),
    ("speaker_noun", Cue::SpeakerNoun),
    ("light", Cue::Light),
    ("demonstrative", Cue::Demonstrative),
    ("question", Cue::Question),
    ("inserting", Cue::Inserting),
    ("together", Cue::Together),
    ("circumstance", Cue::Circumstance),
    ("field", Cue::Field),
    ("setting", Cue::Setting),
    ("relating", Cue::Relating),
    ("regarding", Cue::Regarding),
    ("fact", Cue::Fact),
    ("lacking", Cue::Lacking),
    ("third_owner", Cue::ThirdOwner),
    ("not_side", Cue::NotSide),
    ("indefinite", Cue::Indefinite),
    ("expect", Cue::Expect),
    ("go_on", Cue::GoOn),
    ("abstract", Cue::Abstract),
    ("appraise", Cue::Appraise),
    ("manner", Cue::Manner),
    ("beneficiary", Cue::Beneficiary),
    ("matters", Cue::Matters),
    ("ordinal", Cue::Ordinal),
    ("crowd", Cue::Crowd),
    ("lack", Cue::Lack),
    ("honorific", Cue::Honorific),
    ("enough", Cue::Enough),
    ("hortative", Cue::Hortative),
    ("land", Cue::Land),
];

/// Reads the table `[defaults]`: prepositions and other values that apply to all frames that do not set them.
pub(super) fn defaults(node: &Node, diagnostics: &mut Diagnostics) -> Defaults {
    let keys = [
        "agent",
        "of",
        "government",
        "people",
        "noun_source",
        "noun_target",
        "placed",
        "deeds",
        "speeches",
        "examples",
        "mutual",
        "organisation",
        "things",
        "copula",
        "like_copula",
        "note",
    ];
    let Some(fields) = Fields::new(node, "the table of defaults", &keys, diagnostics) else { return Defaults::default() };
    Defaults {
        agent: fields.text("agent", diagnostics).unwrap_or_default(),
        of: fields.text("of", diagnostics).unwrap_or_default(),
        government: fields.text("government", diagnostics).unwrap_or_default(),
        organisation: fields.text("organisation", diagnostics).unwrap_or_default(),
        people: fields.texts("people", diagnostics),
        noun_source: sides(&fields, "noun_source", diagnostics),
        noun_target: sides(&fields, "noun_target", diagnostics),
        placed: fields.texts("placed", diagnostics),
        deeds: fields.texts("deeds", diagnostics),
        speeches: fields.texts("speeches", diagnostics),
        examples: fields.texts("examples", diagnostics),
        mutual: fields.texts("mutual", diagnostics),
        things: fields.texts("things", diagnostics),
        copula: fields.text("copula", diagnostics).unwrap_or_default(),
        like_copula: fields.texts("like_copula", diagnostics),
    }
}

pub(super) fn frame(node: &Node, stem: &str, layer: u32, diagnostics: &mut Diagnostics) -> Option<Written> {
    let fields = Fields::new(node, "a frame", &KEYS, diagnostics)?;
    let act = fields.text("act", diagnostics).unwrap_or_default();
    let verbs = fields.texts("verb", diagnostics);
    let nouns = fields.texts("noun", diagnostics);
    let first = verbs.first().or(nouns.first()).cloned().unwrap_or_default();
    let id = fields.text("id", diagnostics).unwrap_or_else(|| format!("{stem}.{}", first.replace(' ', "-")));
    let change = change(&fields, node, diagnostics)?;
    let cameo = fields.text("cameo", diagnostics).unwrap_or_default();
    if change == Change::New && (verbs.is_empty() && nouns.is_empty() || act.is_empty() && cameo.is_empty()) {
        diagnostics.add(
            Code::RulePart,
            node.at,
            "a frame needs an act or a CAMEO code, and a verb or a noun",
            "write verb = [\"condemn\"] and act = \"ACCUSE\"",
        );
        return None;
    }
    let mut frame = Frame::new(id, act);
    frame.verbs = verbs;
    frame.nouns = nouns;
    frame.class = fields.text("class", diagnostics);
    frame.mode = fields.text("mode", diagnostics).unwrap_or_default();
    frame.cameo = cameo;
    frame.source = sides(&fields, "source", diagnostics);
    frame.target = sides(&fields, "target", diagnostics);
    frame.noun_source = sides(&fields, "noun_source", diagnostics);
    frame.noun_target = sides(&fields, "noun_target", diagnostics);
    frame.reciprocal = fields.flag("reciprocal", diagnostics).unwrap_or(false);
    frame.fallback = fields.flag("fallback", diagnostics).unwrap_or(false);
    if let Some(nouns) = fields.get("noun").filter(|_| frame.fallback) {
        let help = "remove the nouns, or write a separate frame without fallback = true for them";
        diagnostics.add(Code::WrongValue, nouns.at, "a frame with fallback = true applies only to verbs, so it cannot have nouns", help);
    }
    frame.conditions = Conditions {
        object: fields.texts("object", diagnostics),
        not_object: fields.texts("not_object", diagnostics),
        subject: fields.texts("subject", diagnostics),
        not_subject: fields.texts("not_subject", diagnostics),
        prepositions: prepositions(&fields, "prep", diagnostics),
        not_prepositions: prepositions(&fields, "not_prep", diagnostics),
        clause: clauses(&fields, diagnostics),
        complement: fields.texts("complement", diagnostics),
        passive: fields.flag("passive", diagnostics),
        words: fields.texts("words", diagnostics),
        unless: fields.texts("unless", diagnostics),
        negated: fields.flag("negated", diagnostics),
    };
    let list = |key| fields.get(key).map_or(&[][..], Node::items);
    let accept = list("accept").iter().filter_map(|item| example(item, diagnostics)).collect();
    let reject = list("reject").iter().filter_map(|item| example(item, diagnostics)).collect();
    Some(Written { frame, layer, change, at: node.at, accept, reject })
}

/// The keys that a frame with `extend = true` may have. Such a frame only adds words and examples to an
/// existing frame.
const EXTENDED: [&str; 15] = [
    "id",
    "extend",
    "verb",
    "noun",
    "object",
    "not_object",
    "subject",
    "not_subject",
    "complement",
    "words",
    "unless",
    "accept",
    "reject",
    "note",
    "todo",
];

/// Reads the keys `off` and `extend` of a frame. If they are used wrongly, reports an error and returns
/// `None`.
fn change(fields: &Fields<'_>, node: &Node, diagnostics: &mut Diagnostics) -> Option<Change> {
    let off = fields.flag("off", diagnostics) == Some(true);
    let extend = fields.flag("extend", diagnostics) == Some(true);
    let change = match (off, extend) {
        (false, false) => return Some(Change::New),
        (true, _) => Change::Off,
        (false, true) => Change::Extend,
    };
    if fields.get("id").is_none() {
        let key = if off { "off" } else { "extend" };
        let help = "write id = \"accuse.condemn\"; `chancery explain` shows the ids";
        diagnostics.add(Code::RulePart, node.at, format!("a frame with {key} = true must have an id"), help);
        return None;
    }
    let other = KEYS.into_iter().find(|key| change == Change::Extend && !EXTENDED.contains(key) && fields.get(key).is_some());
    if let Some(key) = other {
        let help =
            "to change another key, switch off the existing frame in a separate [[frame]] table with off = true, and write a new frame";
        diagnostics.add(
            Code::RulePart,
            node.at,
            format!("a frame with extend = true cannot set {key}; it only adds words and examples"),
            help,
        );
        return None;
    }
    Some(change)
}

/// Reads the key `clause`: the kinds of clauses of which the verb must govern one ("agreed to sign",
/// "said that …", "stopped signing"). Any word that is not one of the `KINDS` is reported as an
/// error.
fn clauses(fields: &Fields<'_>, diagnostics: &mut Diagnostics) -> Vec<String> {
    const KINDS: [&str; 3] = ["to", "that", "ing"];
    let Some(node) = fields.get("clause") else { return Vec::new() };
    let mut kinds = Vec::new();
    for item in node.items() {
        let Some(kind) = fields::text(item, diagnostics) else { continue };
        if KINDS.contains(&kind.as_str()) {
            kinds.push(kind);
        } else {
            let help = format!("kinds of clauses: {}", KINDS.join(", "));
            diagnostics.add(Code::WrongValue, item.at, format!("\"{kind}\" is not a kind of clause"), help);
        }
    }
    kinds
}

fn sides(fields: &Fields<'_>, key: &str, diagnostics: &mut Diagnostics) -> Vec<Side> {
    let Some(node) = fields.get(key) else { return Vec::new() };
    let mut sides = Vec::new();
    for item in node.items() {
        let Some(text) = fields::text(item, diagnostics) else { continue };
        match text.parse() {
            // Any word may be a preposition, but a word similar to a part of a clause is probably misspelled.
            Ok(Side::Preposition(word)) if nearest(&word, &PARTS).is_some() => diagnostics.add(
                Code::WrongValue,
                item.at,
                format!("\"{word}\" is not a part of a clause"),
                format!("{}see docs/events.md for the parts of a clause", suggestion(&word, &PARTS)),
            ),
            Ok(side) => sides.push(side),
            Err(error) => {
                let error: chancery_events::UnknownSide = error;
                diagnostics.add(Code::WrongValue, item.at, error.to_string(), "see docs/events.md for the parts of a clause");
            }
        }
    }
    sides
}

fn prepositions(fields: &Fields<'_>, key: &str, diagnostics: &mut Diagnostics) -> Vec<(String, Vec<String>)> {
    fields.rows(key, diagnostics).iter().map(|(preposition, _, list)| (preposition.clone(), fields::texts(list, diagnostics))).collect()
}
