//! Reads all tables of a rules file except the rules: word classes, groups of entity types, voices and conversions. The voice says how a text presents an act
//! (as done, planned, denied …). A conversion sets the event class that an act has in a given voice.

use super::raw::{Rules, Voiced};
use crate::codes::Code;
use crate::diagnostic::Diagnostics;
use crate::fields::{self, Fields};
use crate::suggest::suggestion;
use crate::types::Types;
use crate::value::Node;
use chancery_text::Modality;

/// The event classes of PLOVER (2021), a scheme for coding political events.
pub(crate) const CLASSES: [&str; 16] = [
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
];

/// The name that stands for time expressions among the entity types. A time expression fills a slot with this type, such as `when=time` in a pattern.
pub(super) const TIME: &str = "time";

/// Reads all tables of a rules file except the rules.
pub(super) fn read(fields: &Fields<'_>, types: &Types, diagnostics: &mut Diagnostics, all: &mut Rules) {
    for (name, _, words) in fields.rows("classes", diagnostics) {
        single(words, diagnostics);
        all.classes.push((name.clone(), fields::texts(words, diagnostics)));
    }
    for (name, _, list) in fields.rows("groups", diagnostics) {
        for item in list.items() {
            if let Some(unknown) = item.as_text().filter(|kind| *kind != TIME && types.get(kind).is_none()) {
                let known: Vec<&str> = types.names().collect();
                let help = format!("{}known types: {}", suggestion(unknown, &known), known.join(", "));
                diagnostics.add(Code::UnknownType, item.at, format!("there is no type \"{unknown}\""), help);
            }
        }
        all.groups.push((name.clone(), fields::texts(list, diagnostics)));
    }
    for item in fields.tables("voice", diagnostics) {
        all.voices.extend(voiced(item, diagnostics));
    }
    for item in fields.tables("convert", diagnostics) {
        all.conversions.extend(conversion(item, diagnostics));
    }
}

fn voiced(item: &Node, diagnostics: &mut Diagnostics) -> Option<Voiced> {
    let fields = Fields::new(item, "a voice", &["class", "voice", "of", "note"], diagnostics)?;
    let of = fields.text("of", diagnostics);
    if of.as_deref().is_some_and(|of| of != "infinitive") {
        diagnostics.add(
            Code::WrongValue,
            item.at,
            "the value of \"of\" must be \"infinitive\"",
            "for words that come before a trigger, leave out the key \"of\"",
        );
        return None;
    }
    let Some((class, name)) = fields.text("class", diagnostics).zip(fields.get("voice")) else {
        diagnostics.add(Code::Missing, item.at, "a voice needs the keys class and voice", "write class = \"not\" and voice = \"negated\"");
        return None;
    };
    Some(Voiced { class, voice: voice(name, diagnostics)?, infinitive: of.is_some(), at: item.at })
}

fn conversion(item: &Node, diagnostics: &mut Diagnostics) -> Option<(String, Modality, String)> {
    let fields = Fields::new(item, "a conversion", &["act", "voice", "class", "note"], diagnostics)?;
    let voice = voice(fields.get("voice").unwrap_or(item), diagnostics);
    let known = |key, diagnostics: &mut Diagnostics| fields.text(key, diagnostics).filter(|class| CLASSES.contains(&class.as_str()));
    let found = (known("act", diagnostics), voice, known("class", diagnostics));
    let (Some(act), Some(voice), Some(class)) = found else {
        let help = format!("the classes are {}", CLASSES.join(", "));
        diagnostics.add(Code::Missing, item.at, "a conversion needs the keys act, voice and class", help);
        return None;
    };
    Some((act, voice, class))
}

fn voice(node: &Node, diagnostics: &mut Diagnostics) -> Option<Modality> {
    let voice = node.as_text().and_then(|name| name.parse::<Modality>().ok());
    if voice.is_none() && node.as_table().is_none() {
        let help = "known voices: asserted, negated, future, obliged, recommended, conditional, requested, denied, hypothetical, historical, general";
        fields::wrong(node, "voice must be the name of a voice", help, diagnostics);
    }
    voice
}

/// Reports each item of `words` that consists of several words, because only single words are
/// allowed there.
pub(super) fn single(words: &Node, diagnostics: &mut Diagnostics) {
    for item in words.items() {
        if let Some(phrase) = item.as_text().filter(|text| text.trim().contains(char::is_whitespace)) {
            diagnostics.add(
                Code::PhraseForWord,
                item.at,
                format!("\"{phrase}\" is a phrase, but only single words are allowed here"),
                "replace the phrase with its most distinctive word",
            );
        }
    }
}
