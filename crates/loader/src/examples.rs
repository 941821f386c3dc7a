//! Runs the examples of event rules and frames.

use crate::codes::Code;
use crate::compile::{Compiled, Contents};
use crate::diagnostic::{Diagnostic, Diagnostics};
use crate::files::File;
use crate::placement::FIRST_OWN;
use crate::rules::{Example, Written};
use chancery_classifier::Outcome;
use chancery_text::{Catalog, Document, EntityIx, Event};

/// The number of rules and frames that were tested, and the number of their examples.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tested {
    /// Number of rules and frames.
    pub rules: usize,
    /// Number of examples.
    pub examples: usize,
    /// Number of rules and frames in the user's folders.
    pub own_rules: usize,
    /// Number of examples of these rules and frames.
    pub own_examples: usize,
}

impl Tested {
    /// Adds a rule or frame in the layer `layer` with its number of examples.
    fn add(&mut self, layer: u32, examples: usize) {
        self.rules += 1;
        self.examples += examples;
        if layer >= FIRST_OWN {
            self.own_rules += 1;
            self.own_examples += examples;
        }
    }
}

/// Tests the examples of all rules and frames. `compiled` contains the engines that were built
/// from `files` and `contents`. Returns the number of rules, frames and examples, and a
/// diagnostic for each example that fails.
#[must_use]
pub fn examples(files: &[File], contents: &Contents, compiled: &Compiled) -> (Tested, Vec<Diagnostic>) {
    let mut diagnostics = Diagnostics::default();
    let Ok(tokenizer) = compiled.words.tokenizer() else { return (Tested::default(), Vec::new()) };
    let Ok(temporal_tagger) = compiled.times.temporal_tagger() else { return (Tested::default(), Vec::new()) };
    let read = |text: &str| {
        let mut doc = Document::new("example", text);
        tokenizer.run(&mut doc);
        temporal_tagger.run(&mut doc);
        compiled.gazetteer.run(&mut doc, &mut chancery_gazetteer::Scratch::default());
        compiled.actor_extractor.run(&mut doc, &compiled.gazetteer);
        compiled.classifier.run(&mut doc, &compiled.gazetteer, &mut chancery_classifier::Scratch::default());
        compiled.clauses.run(&mut doc, &mut chancery_clauses::Scratch::default());
        compiled.events.run(&mut doc, &compiled.gazetteer);
        doc
    };
    let mut tested = Tested::default();
    for written in &contents.rules.rules {
        tested.add(written.layer, written.accept.len() + written.reject.len());
        let id = &written.rule.id;
        for example in &written.accept {
            let doc = read(&example.text);
            if !doc.events.iter().any(|event| event.rule == *id && fits(event, example, &compiled.gazetteer)) {
                let found: Vec<String> = doc.events.iter().map(|event| describe(event, &compiled.gazetteer)).collect();
                let why = why(written, &doc, compiled);
                diagnostics.add(
                    Code::RuleExample,
                    example.at,
                    format!("the rule {id} does not accept its example"),
                    if found.is_empty() { format!("found: nothing; {why}") } else { format!("found: {}; {why}", found.join(", ")) },
                );
            }
        }
        for example in &written.reject {
            let doc = read(&example.text);
            if let Some(event) = doc.events.iter().find(|event| event.rule == *id) {
                let found = describe(event, &compiled.gazetteer);
                diagnostics.add(
                    Code::RuleExample,
                    example.at,
                    format!("the rule {id} matches an example that it must reject: {found}"),
                    "narrow the pattern, or add a word to the key `unless`",
                );
            } else if !compiled.classifier.explain(&doc, &compiled.gazetteer).attempts.iter().any(|attempt| attempt.rule == *id) {
                diagnostics.add(
                    Code::EmptyReject,
                    example.at,
                    format!("an example that {id} must reject does not contain the trigger of the rule, so the example tests nothing"),
                    "write a sentence that contains the trigger but does not match the rule",
                );
            }
        }
    }
    for written in &contents.frames.frames {
        tested.add(written.layer, written.accept.len() + written.reject.len());
    }
    crate::frames::examples::run(contents, compiled, &read, &mut diagnostics);
    (tested, diagnostics.finish(files))
}

/// Explains why a rule did not apply to the text of its example.
fn why(written: &Written, doc: &Document, compiled: &Compiled) -> String {
    let attempts = compiled.classifier.explain(doc, &compiled.gazetteer).attempts;
    let reasons: Vec<String> = attempts
        .iter()
        .filter(|attempt| attempt.rule == written.rule.id)
        .map(|attempt| match &attempt.outcome {
            Outcome::Missing { pattern, part } => format!("nothing matches \"{part}\" of \"{pattern}\""),
            Outcome::Outweighed(other) => format!("{other} has a higher weight or comes first"),
            Outcome::Excluded(word) => format!("\"{word}\" excludes the rule"),
            Outcome::Fired(_) => "the rule fired, but with different words in its slots".to_owned(),
            Outcome::Ungoverned => "its trigger is an infinitive, and no word before it (such as \"agreed\" in \"agreed to sign\") shows whether the act takes place".to_owned(),
            Outcome::Block(kind) => format!("the rule does not apply in a {kind}"),
            _ => "the sentence contains none of the topics that the rule requires".to_owned(),
        })
        .collect();
    if reasons.is_empty() { "the rule's trigger was not found".to_owned() } else { reasons.join("; ") }
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

fn describe(event: &Event, catalog: &dyn Catalog) -> String {
    let list = |entities: &[EntityIx]| codes(entities, catalog).join("+");
    format!("{} {} {} → {} ({}, {})", event.rule, event.class, list(&event.source), list(&event.target), event.act, event.voice.as_str())
}
