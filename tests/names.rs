//! Runs the cases of `cases/names/*.toml`. Each case lists the states, other entities and actors that its text names, and words that
//! are not names.

use chancery_export::actor_code;
use chancery_pipeline::Stages;
use chancery_text::{Document, Metadata};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Case {
    name: String,
    text: String,
    date: Option<String>,
    /// The language of the document.
    language: Option<String>,
    /// The speaker of the document: an id, a code or a name.
    speaker: Option<String>,
    /// Text, id and, optionally, form of each mention of a state or territory, in order. There must be no other such mention.
    #[serde(default)]
    states: Vec<Vec<String>>,
    /// Text and id of mentions of other entities that must be found.
    #[serde(default)]
    others: Vec<Vec<String>>,
    /// Text, code and, optionally, person of actors that must be found. There may be other actors.
    #[serde(default)]
    actors: Vec<Vec<String>>,
    /// Words that must not be found as an actor.
    #[serde(default)]
    not_actors: Vec<String>,
    /// Words that no mention may overlap.
    #[serde(default)]
    none: Vec<String>,
    /// For each mention of a state, whether its name is valid at the date of the document.
    #[serde(default)]
    in_date: Vec<bool>,
    /// For each mention of a state, the language of its name.
    #[serde(default)]
    form_languages: Vec<String>,
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

/// Returns the differences between the results and what the case expects, one per line, or an empty string if there are none.
pub(crate) fn differences(stages: &Stages<'_>, case: &Case) -> String {
    let date = case.date.as_ref().map(|date| date.parse().expect("a date"));
    let metadata = Metadata { date, speaker: case.speaker.clone(), language: case.language.clone(), ..Metadata::default() };
    let mut doc = Document::new(case.name.as_str(), case.text.as_str()).with_metadata(metadata);
    stages.annotate(&mut doc, &mut stages.scratch());
    let catalog = stages.catalog();
    let states: Vec<_> = doc.mentions.iter().filter(|m| matches!(catalog.entity(m.entity).kind, "state" | "territory")).collect();
    let found: Vec<[&str; 3]> = states.iter().map(|m| [doc.slice(m.span), catalog.entity(m.entity).id, m.form.as_str()]).collect();
    let mut differences = String::new();
    let same = found.len() == case.states.len()
        && found.iter().zip(&case.states).all(|(found, expected)| found.iter().zip(expected).all(|(a, b)| a == b));
    if !same {
        differences += &format!("  found {found:?}, expected {:?}\n", case.states);
    }
    let languages: Vec<&str> = states.iter().map(|m| catalog.name_language(m.name)).collect();
    if !case.form_languages.is_empty() && languages != case.form_languages {
        differences += &format!("  languages of names: {languages:?}, expected {:?}\n", case.form_languages);
    }
    for other in &case.others {
        if !doc.mentions.iter().any(|m| doc.slice(m.span) == other[0] && catalog.entity(m.entity).id == other[1]) {
            differences += &format!("  not found: {other:?}\n");
        }
    }
    let actors: Vec<[&str; 2]> = doc.actors.iter().map(|actor| [doc.slice(actor.span), actor.kind.as_str()]).collect();
    for wanted in &case.actors {
        let fits = |actor: &chancery_text::Actor| {
            let person = actor.person.map_or("", |person| catalog.entity(person).id);
            doc.slice(actor.span) == wanted[0]
                && actor_code(actor, catalog) == wanted[1]
                && wanted.get(2).is_none_or(|wanted| person == wanted)
        };
        if !doc.actors.iter().any(fits) {
            let codes: Vec<String> = doc.actors.iter().map(|actor| actor_code(actor, catalog)).collect();
            differences += &format!("  no actor {wanted:?} among {actors:?} {codes:?}\n");
        }
    }
    for surface in &case.not_actors {
        if actors.iter().any(|[found, _]| found == surface) {
            differences += &format!("  {surface:?} is an actor\n");
        }
    }
    for word in &case.none {
        for (at, _) in case.text.match_indices(word.as_str()) {
            let span = chancery_text::Span::new(at as u32, (at + word.len()) as u32);
            if let Some(mention) = doc.mentions.iter().find(|m| m.span.overlaps(span)) {
                differences += &format!("  {word:?} is part of {:?} ({})\n", doc.slice(mention.span), catalog.entity(mention.entity).id);
            }
        }
    }
    if same {
        for (mention, expected) in states.iter().zip(&case.in_date) {
            if mention.in_date != Some(*expected) {
                differences += &format!("  {:?} is in date: {:?}, expected {expected}\n", doc.slice(mention.span), mention.in_date);
            }
        }
    }
    differences
}
