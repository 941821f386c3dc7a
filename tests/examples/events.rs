//! Shows the events of sentences. The engines are built from a data folder, so changed data can be tried without building the program again.
//!
//! - `cargo run --release -p chancery-tests --example events -- FOLDER SENTENCE …` prints clauses, events, and the frames that were tried.
//! - `… FOLDER --examples` runs the examples of all rules and frames.
//! - `… FOLDER --jsonl < FILE` prints the events of documents as JSON lines.
use chancery_pipeline::Stages;
use std::io::BufRead;
use std::path::Path;

fn main() {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let files = chancery_loader::read_folder(Path::new(&args[0])).expect("a data folder");
    let (contents, diagnostics) = chancery_loader::read(&files);
    let errors: Vec<_> = diagnostics.iter().filter(|d| d.is_error()).collect();
    errors.iter().for_each(|error| println!("{error}"));
    let compiled = match chancery_loader::build(&contents) {
        Ok(compiled) => compiled,
        Err(error) => {
            println!("{error}: {:?}", std::error::Error::source(&error).map(ToString::to_string));
            return;
        }
    };
    if args.get(1).is_some_and(|arg| arg == "--examples") {
        let (tested, wrong) = chancery_loader::examples(&files, &contents, &compiled);
        wrong.iter().for_each(|wrong| println!("{wrong}"));
        println!("{} examples, {} fail", tested.examples, wrong.len());
        return;
    }
    let tokenizer = compiled.words.tokenizer().expect("words");
    let times = compiled.times.temporal_tagger().expect("times");
    let mut builder = Stages::builder();
    builder.tokenizer(&tokenizer).temporal(&times).gazetteer(&compiled.gazetteer).actors(&compiled.actor_extractor);
    builder.clauses(&compiled.clauses).events(&compiled.events);
    let stages = builder.build().expect("all engines");
    if args.get(1).is_some_and(|arg| arg == "--jsonl") {
        for line in std::io::stdin().lock().lines() {
            let line: serde_json::Value = serde_json::from_str(&line.expect("a line")).expect("JSON");
            let doc = stages.annotated(line["id"].as_str().unwrap_or_default(), line["text"].as_str().unwrap_or_default());
            let events: Vec<serde_json::Value> = doc.events.iter().zip(0..).map(|(event, number)| {
                let side = |role| -> Vec<&str> { doc.participants.iter().filter(|p| p.event == number && p.role == role).map(|p| doc.slice(p.span)).collect() };
                serde_json::json!({"class": event.class, "act": event.act, "voice": event.voice.as_str(), "rule": event.rule, "trigger": doc.slice(event.trigger), "source_text": side(chancery_text::Role::Source), "target_text": side(chancery_text::Role::Target)})
            }).collect();
            println!("{}", serde_json::json!({"id": line["id"], "events": events}));
        }
        return;
    }
    for text in args.iter().skip(1) {
        let doc = stages.annotated("1", text);
        for (token, class) in doc.tokens.iter().zip(compiled.clauses.classes(&doc)) {
            print!("{}/{} ", token.text(text), class.names().collect::<Vec<_>>().join("+"));
        }
        println!();
        let phrase = |p: Option<u32>| {
            p.map_or(String::from("-"), |p| {
                doc.clauses
                    .conjuncts(p)
                    .take(6)
                    .map(|p| {
                        let r = doc.clauses.phrases[p as usize].tokens;
                        text[doc.tokens[r.start as usize].span.start() as usize..doc.tokens[r.end as usize - 1].span.end() as usize]
                            .to_owned()
                    })
                    .collect::<Vec<_>>()
                    .join(" & ")
            })
        };
        for (n, c) in doc.clauses.clauses.iter().enumerate() {
            println!(
                "  {n} {:?} {} {:?} s=[{}] o=[{}] i=[{}]{}{} parent={:?} gov=[{}]",
                c.kind,
                doc.tokens[c.head as usize].text(text),
                c.tense,
                phrase(c.subject),
                phrase(c.object),
                phrase(c.indirect),
                if c.passive { " passive" } else { "" },
                if c.negated { " NEG" } else { "" },
                c.parent,
                phrase(c.governor)
            );
        }
        for p in &doc.clauses.prepositions {
            println!(
                "    {} [{}] after=[{}] clause={:?}",
                doc.tokens[p.preposition as usize].text(text),
                phrase(Some(p.phrase)),
                phrase(p.after),
                p.clause
            );
        }
        for event in &doc.events {
            println!("  EVENT {} {} {} {} [{}]", event.class, event.act, event.voice.as_str(), event.rule, doc.slice(event.trigger));
        }
        for p in &doc.participants {
            println!(
                "    {} {} {:?} \"{}\" {} {:?}",
                p.event,
                p.role.as_str(),
                p.kind,
                doc.slice(p.span),
                p.sector,
                p.of.map(|of| stages.entity(of).id)
            );
        }
        for a in compiled.events.attempts(&doc, stages.catalog()) {
            if !matches!(a.outcome, chancery_events::Outcome::Continuation) {
                println!("      {} {}: {:?}", doc.slice(a.trigger), a.frame, a.outcome);
            }
        }
    }
}
