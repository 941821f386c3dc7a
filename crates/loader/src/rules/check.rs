//! Tries the patterns and examples of all rules.

use super::{Example, Rules, Written};
use crate::compile::Compiled;
use crate::diagnostic::{Diagnostics, Position};
use crate::files::File;
use crate::topics::TopicLabel;
use chancery_classifier::{ClassifierBuilder, Outcome, is_topic};
use chancery_text::{Catalog, Document, EntityIx, Event};

/// How many rules and examples were tried.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tested {
    /// Rules.
    pub rules: usize,
    /// Examples.
    pub examples: usize,
}

/// Tells of every pattern that cannot be read.
pub(crate) fn patterns(files: &[File], rules: &Rules, faults: &mut Diagnostics) {
    let mut builder = ClassifierBuilder::new();
    rules.fill(&mut builder);
    for error in builder.pattern_errors() {
        let (rule, number, part, reason) = (error.rule(), error.number(), error.part(), error.reason());
        if let Some(written) = rules.rules.iter().find(|written| written.rule.id == rule) {
            let start = written.patterns_at[number];
            let offset = written.rule.patterns[number].rfind(part).unwrap_or(0) as u32;
            // The quote stands before the pattern.
            let at = Position { byte: start.byte + 1 + offset, ..start };
            faults.error(
                files,
                at,
                "CH-R004",
                format!("\"{part}\" in a pattern of {rule}: {reason}"),
                "docs/rules.md tells what a pattern may hold",
            );
        }
    }
}

/// Tells of topics that rules want and the taxonomy has not.
pub(crate) fn topics(files: &[File], rules: &Rules, labels: &[TopicLabel], faults: &mut Diagnostics) {
    let known = |topic: &str| labels.iter().any(|label| is_topic(&label.id, topic));
    let mut areas: Vec<&str> = labels.iter().filter_map(|label| label.id.split('.').next()).collect();
    areas.sort_unstable();
    areas.dedup();
    for written in &rules.rules {
        let Written { rule, topics_at, .. } = written;
        let never = !rule.topics.iter().any(|topic| known(topic));
        for (topic, at) in rule.topics.iter().zip(topics_at).filter(|(topic, _)| !known(topic)) {
            let so = if never { "it never fires" } else { "only its other topics count" };
            faults.warning(
                files,
                *at,
                "CH-R008",
                format!("the rule {} wants the topic \"{topic}\", and there is none of that id: {so}", rule.id),
                format!("the id of an area ({}), or of a topic in it as data/topics/ has it", areas.join(", ")),
            );
        }
    }
}

/// Tries all examples with the engines built from the same data.
pub(crate) fn check(files: &[File], rules: &Rules, compiled: &Compiled, faults: &mut Diagnostics) -> Tested {
    let (Ok(tokenizer), Ok(temporal_tagger)) = (compiled.languages.tokenizer(), compiled.languages.temporal_tagger()) else {
        return Tested::default();
    };
    let read = |text: &str| {
        let mut doc = Document::new("example", text);
        tokenizer.run(&mut doc);
        temporal_tagger.run(&mut doc);
        compiled.gazetteer.run(&mut doc, &mut chancery_gazetteer::Scratch::default());
        compiled.classifier.run(&mut doc, &compiled.gazetteer, &mut chancery_classifier::Scratch::default());
        doc
    };
    let mut tested = Tested::default();
    for written in &rules.rules {
        tested.rules += 1;
        let id = &written.rule.id;
        for example in &written.accept {
            tested.examples += 1;
            let doc = read(&example.text);
            if !doc.events.iter().any(|event| event.rule == *id && fits(event, example, &compiled.gazetteer)) {
                let found: Vec<String> = doc.events.iter().map(|event| tell(event, &compiled.gazetteer)).collect();
                let why = why(written, &doc, compiled);
                faults.error(
                    files,
                    example.at,
                    "CH-R005",
                    format!("the rule {id} does not accept its example"),
                    if found.is_empty() { format!("nothing was found; {why}") } else { format!("found was {}; {why}", found.join(", ")) },
                );
            }
        }
        for example in &written.reject {
            tested.examples += 1;
            let doc = read(&example.text);
            if let Some(event) = doc.events.iter().find(|event| event.rule == *id) {
                let found = tell(event, &compiled.gazetteer);
                faults.error(
                    files,
                    example.at,
                    "CH-R005",
                    format!("the rule {id} accepts what it must reject: {found}"),
                    "narrow the pattern, or add a word to unless",
                );
            } else if !compiled.classifier.explain(&doc, &compiled.gazetteer).attempts.iter().any(|attempt| attempt.rule == *id) {
                faults.error(
                    files,
                    example.at,
                    "CH-R006",
                    format!("an example that {id} must reject does not hold its trigger, and so shows nothing"),
                    "write a sentence with the trigger in which nothing of the kind is said",
                );
            }
        }
    }
    tested
}

/// Why a rule did not fire.
fn why(written: &Written, doc: &Document, compiled: &Compiled) -> String {
    let attempts = compiled.classifier.explain(doc, &compiled.gazetteer).attempts;
    let reasons: Vec<String> = attempts
        .iter()
        .filter(|attempt| attempt.rule == written.rule.id)
        .map(|attempt| match &attempt.outcome {
            Outcome::Missing { pattern, part } => format!("nothing fits \"{part}\" of \"{pattern}\""),
            Outcome::Outweighed(other) => format!("{other} came before it"),
            Outcome::Excluded(word) => format!("\"{word}\" excludes it"),
            Outcome::Fired(_) => "it fired with others in its slots".to_owned(),
            Outcome::Ungoverned => "it is an infinitive, and no word before it tells who does it in what voice".to_owned(),
            Outcome::Block(kind) => format!("it may not fire in a {kind}"),
            _ => "its topic is missing".to_owned(),
        })
        .collect();
    if reasons.is_empty() { "its trigger was not found".to_owned() } else { reasons.join("; ") }
}

fn codes(entities: &[EntityIx], catalog: &dyn Catalog) -> Vec<String> {
    let code = |entity: &EntityIx| {
        let info = catalog.entity(*entity);
        info.country.unwrap_or(info.id).to_owned()
    };
    entities.iter().map(code).collect()
}

fn fits(event: &Event, example: &Example, catalog: &dyn Catalog) -> bool {
    let same = |wanted: &Option<Vec<String>>, found: &[EntityIx]| {
        wanted.as_ref().is_none_or(|wanted| {
            let (mut wanted, mut found) = (wanted.clone(), codes(found, catalog));
            wanted.sort_unstable();
            found.sort_unstable();
            found.dedup();
            wanted == found
        })
    };
    same(&example.source, &event.source)
        && same(&example.target, &event.target)
        && example.class.as_ref().is_none_or(|class| *class == event.class)
        && example.voice.as_ref().is_none_or(|voice| *voice == event.voice.as_str())
}

fn tell(event: &Event, catalog: &dyn Catalog) -> String {
    let list = |entities: &[EntityIx]| codes(entities, catalog).join("+");
    format!("{} {} {} → {} ({}, {})", event.rule, event.class, list(&event.source), list(&event.target), event.act, event.voice.as_str())
}
