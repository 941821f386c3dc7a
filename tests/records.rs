//! Runs the cases of `cases/records/*.toml`, which list the instruments and meetings that a text names.

use chancery_pipeline::Stages;
use chancery_text::{DateRole, Document, EntityIx, Metadata, Span};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Case {
    name: String,
    text: String,
    date: Option<String>,
    /// Each instrument, in order: its title, followed by the properties that it must have, as `key=value` (kind, id, number, body, parties, signed, adopted …,
    /// place, subject, mentions, self).
    instruments: Option<Vec<Vec<String>>>,
    /// Each meeting, in the same form (kind, id, ordinal, level, body, participants, place, begin, finish, host, outcomes, planned, mentions).
    meetings: Option<Vec<Vec<String>>>,
    /// Each name that the text itself introduces, in the same form (kind, short, mentions).
    local_names: Option<Vec<Vec<String>>>,
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

/// A record that was found: its text, and its values as `key=value`.
type Found = (String, Vec<String>);

/// Returns `true` if the record that was found has the value `value`, such as "kind=treaty". If there is no text after `=`, as in "id=", the record must not
/// have this property.
fn holds(found: &[String], value: &String) -> bool {
    match value.strip_suffix('=') {
        Some(_) => !found.iter().any(|found| found.starts_with(value.as_str())),
        None => found.contains(value),
    }
}

/// Returns the differences between the results and what the case expects, one per line, or an empty string if there are none.
pub(crate) fn differences(stages: &Stages<'_>, case: &Case) -> String {
    let metadata = Metadata { date: case.date.as_ref().map(|date| date.parse().expect("a date")), ..Metadata::default() };
    let mut doc = Document::new(case.name.as_str(), case.text.as_str()).with_metadata(metadata);
    stages.annotate(&mut doc, &mut stages.scratch());
    let mut differences = String::new();
    for (what, found, expected) in [
        ("instruments", instruments(stages, &doc), &case.instruments),
        ("meetings", meetings(stages, &doc), &case.meetings),
        ("local names", local_names(&doc), &case.local_names),
    ] {
        let Some(expected) = expected else { continue };
        let fits = |(found, expected): (&Found, &Vec<String>)| {
            expected.first() == Some(&found.0) && expected[1..].iter().all(|value| holds(&found.1, value))
        };
        if found.len() != expected.len() || !found.iter().zip(expected).all(fits) {
            differences += &format!("  {what}: found {found:#?}, expected {expected:#?}\n");
        }
    }
    if case.instruments.is_none() && case.meetings.is_none() && case.local_names.is_none() {
        differences += "  the case expects nothing\n";
    }
    differences
}

fn surface(doc: &Document, span: Span) -> String {
    doc.slice(span).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn codes(stages: &Stages<'_>, entities: &[EntityIx]) -> String {
    let codes: Vec<&str> = entities.iter().map(|entity| stages.entity(*entity)).map(|entity| entity.country.unwrap_or(entity.id)).collect();
    codes.join(";")
}

/// Returns the values that are not missing, as `key=value`.
fn values(all: Vec<(&str, Option<String>)>) -> Vec<String> {
    all.into_iter().filter_map(|(key, value)| Some(format!("{key}={}", value.filter(|value| !value.is_empty())?))).collect()
}

fn instruments(stages: &Stages<'_>, doc: &Document) -> Vec<Found> {
    let id = |entity: Option<EntityIx>| entity.map(|entity| stages.entity(entity).id.to_owned());
    let found = doc.instruments.iter().map(|instrument| {
        let mut all = vec![
            ("kind", Some(instrument.kind.clone())),
            ("id", id(instrument.entity)),
            ("number", Some(instrument.number.clone())),
            ("body", id(instrument.body)),
            ("parties", Some(codes(stages, &instrument.parties))),
            ("place", id(instrument.place)),
            ("subject", Some(instrument.subjects.join(";"))),
            ("mentions", Some(instrument.mentions.to_string())),
            ("self", Some(instrument.own.to_string())),
        ];
        all.extend(DateRole::names().map(|role| {
            let date = DateRole::named(role).and_then(|role| instrument.date(role));
            (role, date.map(|date| date.to_string()))
        }));
        (surface(doc, instrument.span), values(all))
    });
    found.collect()
}

fn local_names(doc: &Document) -> Vec<Found> {
    let found = doc.local_names.iter().map(|name| {
        let short = name.short.map(|short| surface(doc, short));
        let all = vec![("kind", Some(name.kind.clone())), ("short", short), ("mentions", Some(name.mentions.to_string()))];
        (surface(doc, name.span), values(all))
    });
    found.collect()
}

fn meetings(stages: &Stages<'_>, doc: &Document) -> Vec<Found> {
    let id = |entity: Option<EntityIx>| entity.map(|entity| stages.entity(entity).id.to_owned());
    let found = doc.meetings.iter().map(|meeting| {
        let all = vec![
            ("kind", Some(meeting.kind.clone())),
            ("id", id(meeting.entity)),
            ("ordinal", meeting.ordinal.map(|ordinal| ordinal.to_string())),
            ("level", Some(meeting.level.clone())),
            ("body", id(meeting.body)),
            ("participants", Some(codes(stages, &meeting.participants))),
            ("place", id(meeting.place)),
            ("begin", meeting.begin.map(|date| date.to_string())),
            ("finish", meeting.end.map(|date| date.to_string())),
            ("host", id(meeting.host)),
            ("outcomes", Some(meeting.outcomes.iter().map(u32::to_string).collect::<Vec<_>>().join(";"))),
            ("planned", meeting.planned.map(|planned| planned.to_string())),
            ("mentions", Some(meeting.mentions.to_string())),
        ];
        (surface(doc, meeting.span), values(all))
    });
    found.collect()
}
