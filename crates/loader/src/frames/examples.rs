//! Runs the examples of frames.

use super::written::Written;
use crate::codes::Code;
use crate::compile::{Compiled, Contents};
use crate::diagnostic::Diagnostics;
use crate::placement::FIRST_OWN;
use crate::rules::Example;
use chancery_events::Outcome;
use chancery_text::{Catalog, Document, Participant, Role};

/// Tests the examples of all frames. If an upper layer makes
/// an example of an embedded frame fail, only a warning is reported.
pub(crate) fn run(contents: &Contents, compiled: &Compiled, read: &dyn Fn(&str) -> Document, diagnostics: &mut Diagnostics) {
    let top = contents.frames.frames.iter().map(|written| written.layer).max().unwrap_or(0);
    for written in &contents.frames.frames {
        let code = if written.layer < top.min(FIRST_OWN) { Code::LowerExample } else { Code::RuleExample };
        for example in &written.accept {
            accept(written, example, code, compiled, &read(&example.text), diagnostics);
        }
        for example in &written.reject {
            let doc = read(&example.text);
            let frame = &written.frame.id;
            let fired = if written.frame.act == "NONE" {
                fires(compiled, &doc, frame)
            } else {
                doc.events.iter().any(|event| event.rule == *frame)
            };
            if fired {
                diagnostics.add(
                    code,
                    example.at,
                    format!("the frame {frame} matches an example that it must reject: {}", describe(&doc, compiled)),
                    "add a condition to the frame that excludes this example, such as object, not_object, not_subject or unless; docs/events.md lists the conditions",
                );
            }
        }
    }
}

fn fires(compiled: &Compiled, doc: &Document, frame: &str) -> bool {
    compiled.events.attempts(doc, &compiled.gazetteer).iter().any(|attempt| attempt.frame == frame && attempt.outcome == Outcome::Fired)
}

fn accept(written: &Written, example: &Example, code: Code, compiled: &Compiled, doc: &Document, diagnostics: &mut Diagnostics) {
    let frame = &written.frame;
    if frame.act == "NONE" {
        if !fires(compiled, doc, &frame.id) || doc.events.iter().any(|event| event.act == frame.act) {
            let why = why(compiled, doc, &frame.id);
            diagnostics.add(
                code,
                example.at,
                format!("the frame {} does not accept its example", frame.id),
                format!("found: {}; {why}", describe(doc, compiled)),
            );
        }
        return;
    }
    // An event with the words "did not sign" has the act of "sign", but its class is that of a
    // refusal.
    let not_done = |class: &str, rule: &str| frame.conditions.negated == Some(true) && (class == frame.act || rule == frame.id);
    let fits = doc.events.iter().zip(0..).any(|(event, number)| {
        let side =
            |role: Role| -> Vec<&Participant> { doc.participants.iter().filter(|who| who.event == number && who.role == role).collect() };
        (event.act == frame.act || not_done(&event.class, &event.rule))
            && same(&example.source, &side(Role::Source), doc, compiled)
            && same(&example.target, &side(Role::Target), doc, compiled)
            && example.class.as_ref().is_none_or(|class| *class == event.class)
            && example.act.as_ref().is_none_or(|act| *act == event.act)
            && example.voice.as_ref().is_none_or(|voice| *voice == event.voice.as_str())
    });
    if !fits {
        let why = why(compiled, doc, &frame.id);
        diagnostics.add(
            code,
            example.at,
            format!("the frame {} does not accept its example", frame.id),
            format!("found: {}; {why}", describe(doc, compiled)),
        );
    }
}

/// Returns whether each participant in `found` has a name in `wanted`, and each name in `wanted`
/// belongs to a participant. A name is a code of the participant or a part of the text of the
/// participant. If `wanted` is `None`, the result is `true`.
fn same(wanted: &Option<Vec<String>>, found: &[&Participant], doc: &Document, compiled: &Compiled) -> bool {
    let Some(wanted) = wanted else { return true };
    let is = |who: &Participant, name: &String| {
        codes(who, compiled).contains(name) || doc.slice(who.span).to_lowercase().contains(&name.to_lowercase())
    };
    wanted.iter().all(|name| found.iter().any(|who| is(who, name))) && found.iter().all(|who| wanted.iter().any(|name| is(who, name)))
}

fn codes(who: &Participant, compiled: &Compiled) -> Vec<String> {
    let entities = who.members.iter().chain(&who.of).chain(&who.entity);
    entities
        .flat_map(|entity| {
            let info = compiled.gazetteer.entity(*entity);
            [info.country.unwrap_or(info.id).to_owned(), info.id.to_owned()]
        })
        .collect()
}

fn describe(doc: &Document, compiled: &Compiled) -> String {
    if doc.events.is_empty() {
        return "nothing".to_owned();
    }
    let events = doc.events.iter().zip(0..).map(|(event, number)| {
        let side = |role: Role| -> String {
            let all = doc.participants.iter().filter(|who| who.event == number && who.role == role);
            all.map(|who| codes(who, compiled).into_iter().next().unwrap_or_else(|| format!("\"{}\"", doc.slice(who.span))))
                .collect::<Vec<_>>()
                .join("+")
        };
        format!("{} {} {} → {} ({}, {})", event.rule, event.class, side(Role::Source), side(Role::Target), event.act, event.voice.as_str())
    });
    events.collect::<Vec<_>>().join(", ")
}

fn why(compiled: &Compiled, doc: &Document, frame: &str) -> String {
    let reasons: Vec<String> = compiled
        .events
        .attempts(doc, &compiled.gazetteer)
        .into_iter()
        .filter(|attempt| attempt.frame == frame && attempt.outcome != Outcome::Continuation)
        .map(|attempt| match attempt.outcome {
            Outcome::Condition(key) => format!("its condition \"{key}\" does not hold"),
            Outcome::Outweighed(other) => {
                format!("the frame {other} was used, because it has a longer continuation or more conditions, or comes first")
            }
            Outcome::Ungoverned => {
                "its verb is an infinitive, and no other word (such as \"agreed\" in \"agreed to sign\") shows whether the act takes place"
                    .to_owned()
            }
            Outcome::SidesUnknown => "it has fallback = true, so its source and target must be two different known actors".to_owned(),
            Outcome::NoActor => "no state, person or other actor was found where the frame needs one (usually as its source)".to_owned(),
            _ => "the frame fired, but the event differs from the example".to_owned(),
        })
        .collect();
    if reasons.is_empty() { "no verb or noun of the frame was found in a clause".to_owned() } else { reasons.join("; ") }
}
