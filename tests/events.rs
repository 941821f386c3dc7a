//! Runs the cases of `cases/events/*.toml`, which list sentences with an event that must be found, or with a class that must not be found. The sides of an
//! event are its source and its target. Its voice says how the text presents it, for example as `asserted` (done) or `future`.

use chancery_pipeline::Stages;
use chancery_text::{Document, Metadata, Modality, Role};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Case {
    name: String,
    text: String,
    /// The class of an event that must be found.
    class: Option<String>,
    /// The act of the event, that is, the meaning of its verb or noun. The voice can make the class differ from the act.
    act: Option<String>,
    /// The sources that must be found: alpha-3 codes of states, ids of entities, or the words of a source that has neither a code nor an id. An empty list
    /// means that the event must have no source.
    source: Option<Vec<String>>,
    /// The targets that must be found, in the same form.
    target: Option<Vec<String>>,
    /// The voice of the event, such as `asserted` or `future`.
    voice: Option<String>,
    /// The date of the document.
    date: Option<String>,
    /// The speaker of the document: an id, a code or a name.
    speaker: Option<String>,
    /// The first day of the event; empty if the event must have no date.
    happened: Option<String>,
    /// Where the date of the event comes from; empty if the event must have no date.
    dated_by: Option<String>,
    /// The id of the place; empty if the event must have no place.
    place: Option<String>,
    /// The alpha-3 code, id or words of the sayer, who reports the act or asks for it; empty if the document itself must be the sayer.
    sayer: Option<String>,
    /// The firmness of an act of speech, that is, the strength of its wording, from 1 to 6.
    firmness: Option<u8>,
    /// A class that no event may have, unless the event is negated, conditional or denied.
    none: Option<String>,
    /// An act that no event may have.
    not_act: Option<String>,
    /// The number of events that must be found.
    events: Option<usize>,
    /// Words that must not be a side of any event.
    no_side: Option<String>,
    /// The reason why the program does not pass the case yet.
    unmet: Option<String>,
}

impl chancery_tests::Case for Case {
    fn name(&self) -> &str {
        &self.name
    }

    fn unmet(&self) -> Option<&str> {
        self.unmet.as_deref()
    }
}

/// Returns a description of the events found if they differ from what the case expects, or an empty string if they do not.
pub(crate) fn differences(stages: &Stages<'_>, case: &Case) -> String {
    let date = case.date.as_ref().map(|date| date.parse().expect("a date"));
    let metadata = Metadata { date, speaker: case.speaker.clone(), ..Metadata::default() };
    let mut doc = Document::new(case.name.as_str(), case.text.as_str()).with_metadata(metadata);
    stages.annotate(&mut doc, &mut stages.scratch());
    let same = |wanted: &Option<String>, found: Option<String>| wanted.as_ref().is_none_or(|wanted| *wanted == found.unwrap_or_default());
    let codes = |side: &[chancery_text::EntityIx]| -> Vec<String> {
        side.iter().map(|entity| stages.entity(*entity)).map(|entity| entity.country.unwrap_or(entity.id).to_owned()).collect()
    };
    let sayer = |event: &chancery_text::Event| -> Option<String> {
        let words = doc.slice(event.sayer?).to_owned();
        Some(event.sayer_entity.map_or(words, |entity| codes(&[entity]).concat()))
    };
    let named = |word: &str, number: u32, role: Role| {
        let mut sides = doc.participants.iter().filter(|participant| participant.event == number && participant.role == role);
        sides.any(|participant| doc.slice(participant.span).split_whitespace().any(|part| part == word))
    };
    let any = |number: u32, role: Role| doc.participants.iter().any(|participant| participant.event == number && participant.role == role);
    let holds = |wanted: &Option<Vec<String>>, side: &[chancery_text::EntityIx], number: u32, role: Role| {
        let codes = codes(side);
        let Some(wanted) = wanted else { return true };
        (!wanted.is_empty() || codes.is_empty() && !any(number, role))
            && wanted.iter().all(|code| codes.contains(code) || named(code, number, role))
    };
    let right = match &case.none {
        Some(none) => !doc
            .events
            .iter()
            .any(|event| event.class == *none && !matches!(event.voice, Modality::Negated | Modality::Conditional | Modality::Denied)),
        None if case.not_act.is_some() => !doc.events.iter().any(|event| case.not_act.as_ref() == Some(&event.act)),
        None => doc.events.iter().zip(0..).any(|(event, number)| {
            case.class.as_ref().is_none_or(|class| *class == event.class)
                && case.act.as_ref().is_none_or(|act| *act == event.act)
                && case.voice.as_ref().is_none_or(|voice| voice == event.voice.as_str())
                && same(&case.sayer, sayer(event))
                && case.firmness.is_none_or(|firmness| firmness == event.firmness)
                && same(&case.happened, event.begin.map(|date| date.to_string()))
                && same(&case.dated_by, event.dated_by.map(|by| by.as_str().to_owned()))
                && same(&case.place, event.place.map(|place| stages.entity(place).id.to_owned()))
                && holds(&case.source, &event.source, number, Role::Source)
                && holds(&case.target, &event.target, number, Role::Target)
        }),
    };
    let side = |words: &String| doc.participants.iter().any(|participant| doc.slice(participant.span) == words);
    let right = right && case.events.is_none_or(|count| count == doc.events.len()) && !case.no_side.as_ref().is_some_and(side);
    if right {
        return String::new();
    }
    let found: Vec<String> = doc
        .events
        .iter()
        .map(|event| {
            format!(
                "{} {} → {} ({}, {}, {:?} {:?} {:?} {:?} {})",
                event.class,
                codes(&event.source).join("+"),
                codes(&event.target).join("+"),
                event.voice.as_str(),
                event.rule,
                event.begin.map(|date| date.to_string()),
                event.dated_by,
                event.place.map(|place| stages.entity(place).id),
                sayer(event),
                event.firmness
            )
        })
        .collect();
    format!("  found {found:#?}\n")
}
