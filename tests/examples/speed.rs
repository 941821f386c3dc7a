//! How fast the stages are, side by side with the raw scan: `cargo run --release -p chancery-tests --example speed [MEGABYTES [WHAT]]`;
//! WHAT is a part of the lines to run, for a profiler, or several (`"raw scan|sixteen"`).
//!
//! The raw scan is an aho-corasick automaton (contiguous NFA, leftmost-longest) that looks for the same names in the same text and does nothing else.
//! One thread. All lines take turns in each of thirty rounds. The time of a line is that of its groups of sixteen texts, of each the best of the thirty, so that
//! what else a machine does now and then counts little. The ratios are what counts, since machines differ.

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use chancery_data::Data;
use chancery_gazetteer::Scratch;
use chancery_pipeline::Stages;
use chancery_text::{Document, WordBreaker};
use std::cell::RefCell;
use std::fmt::Write;
use std::ops::Range;
use std::path::Path;
use std::time::Instant;

/// What the `chancery` command allocates with.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// How many texts are timed together.
const GROUP: usize = 16;
/// How often all is done.
const ROUNDS: usize = 30;

/// What is done with a group of texts, by their indexes; it returns what it counted.
type Work<'a> = Box<dyn FnMut(Range<usize>) -> usize + 'a>;

/// One thing to time.
struct Line<'a> {
    what: String,
    work: Work<'a>,
    /// The best time of each group.
    seconds: Vec<f64>,
    count: usize,
}

/// Lines that the second argument lets through, and how many texts there are.
struct Lines<'a> {
    lines: Vec<Line<'a>>,
    texts: usize,
}

impl<'a> Lines<'a> {
    fn add(&mut self, what: &str, make: impl FnOnce() -> Work<'a>) {
        self.add_in_groups(what, GROUP, make);
    }

    fn add_in_groups(&mut self, what: &str, group: usize, make: impl FnOnce() -> Work<'a>) {
        if std::env::args().nth(2).is_none_or(|parts| parts.split('|').any(|part| what.contains(part))) {
            self.lines.push(Line { what: what.to_owned(), work: make(), seconds: vec![f64::MAX; self.texts.div_ceil(group)], count: 0 });
        }
    }

    fn run(&mut self) {
        for _ in 0..ROUNDS {
            for Line { work, seconds, count, .. } in &mut self.lines {
                let group = self.texts.div_ceil(seconds.len().max(1));
                *count = 0;
                for (at, best) in seconds.iter_mut().enumerate() {
                    let begin = Instant::now();
                    *count += work(at * group..self.texts.min((at + 1) * group));
                    *best = best.min(begin.elapsed().as_secs_f64());
                }
            }
        }
    }
}

/// Every tenth text of the local corpus if there are many, so that all years are there; else the samples.
fn texts(megabytes: usize) -> Vec<String> {
    let folder = chancery_tests::local_corpus().unwrap_or_else(|| chancery_tests::root().join("samples"));
    let mut texts = chancery_tests::texts(&folder);
    if texts.len() > 1000 {
        texts = texts.into_iter().step_by(10).collect();
    }
    let mut left = megabytes * 1_000_000;
    texts.retain(|text| {
        let keep = left > 0;
        left = left.saturating_sub(text.len());
        keep
    });
    texts
}

/// A data folder with nine times as many rules as are embedded, so that there are ten times as many with them: their triggers are the irregular verbs of English,
/// which are frequent words.
fn many_rules(folder: &Path, embedded: usize) {
    let verbs: toml::Table =
        std::fs::read_to_string(chancery_tests::root().join("data/language/en/verbs.toml")).expect("the verbs").parse().expect("TOML");
    let verbs: Vec<&String> = verbs["irregular"].as_table().expect("a table").keys().filter(|verb| *verb != "be").collect();
    let mut rules = String::new();
    for number in 0..embedded * 9 {
        let verb = verbs[number % verbs.len()];
        let _ = writeln!(
            rules,
            "[[rule]]\nid = \"many-{number}\"\nact = \"CONSULT\"\ntrigger = [\"{verb}/v\"]\n\
             pattern = [\"source=$actor ...6!, <!$be|$nominal> TRIGGER:past|s <!by> ...5!$away target=$actor\"]\naccept = [\"x\"]\nreject = [\"{verb}\"]\n"
        );
    }
    std::fs::create_dir_all(folder.join("rules")).expect("a folder");
    std::fs::write(folder.join("rules/many.toml"), rules).expect("a file");
}

fn main() {
    let texts = texts(std::env::args().nth(1).and_then(|arg| arg.parse().ok()).unwrap_or(20));
    let bytes: usize = texts.iter().map(String::len).sum();
    println!("{} texts, {:.1} MB", texts.len(), bytes as f64 / 1e6);
    let begin = Instant::now();
    let data = Data::embedded();
    println!("embedded data ready in {:.0} ms", begin.elapsed().as_secs_f64() * 1e3);
    let tokenizer = data.tokenizer();
    let docs: RefCell<Vec<Document>> = RefCell::new(texts.iter().map(|text| Document::new("", text.as_str())).collect());
    let each = |at: Range<usize>, work: &mut dyn FnMut(&mut Document) -> usize| docs.borrow_mut()[at].iter_mut().map(work).sum();

    let scratch = RefCell::new(Scratch::default());
    let stages = Stages::new(tokenizer, data.temporal_tagger(), data.gazetteer(), data.actor_extractor(), data.classifier());
    let rules = RefCell::new(chancery_classifier::Scratch::default());
    let all = RefCell::new(stages.scratch());
    // What later stages read is there, whichever lines are run.
    docs.borrow_mut().iter_mut().for_each(|doc| stages.annotate(doc, &mut all.borrow_mut()));
    let mut lines = Lines { lines: Vec::new(), texts: texts.len() };
    lines.add("raw scan, 100,000 names", || {
        let automaton = AhoCorasick::builder()
            .kind(Some(AhoCorasickKind::ContiguousNFA))
            .match_kind(MatchKind::LeftmostLongest)
            .build(chancery_tests::generated_names(100_000))
            .expect("an automaton");
        let texts = &texts;
        Box::new(move |at| texts[at].iter().map(|text| automaton.find_iter(text.as_str()).count()).sum())
    });
    lines.add("tokens", || {
        let (mut tokens, texts) = (Vec::new(), &texts);
        Box::new(move |at| {
            let mut count = 0;
            for text in &texts[at] {
                tokenizer.break_words(text, &mut tokens);
                count += tokens.len();
            }
            count
        })
    });
    lines.add("tokens and sentences", || {
        Box::new(|at| {
            each(at, &mut |doc| {
                tokenizer.run(doc);
                doc.sentences.len()
            })
        })
    });
    for count in [100_000, 1_000_000] {
        lines.add(&format!("tokens, sentences and mentions, {count} names"), || {
            let gazetteer = chancery_tests::gazetteer_of(&chancery_tests::generated_names(count), tokenizer);
            let mut scratch = Scratch::default();
            let each = &each;
            Box::new(move |at| {
                each(at, &mut |doc| {
                    tokenizer.run(doc);
                    gazetteer.run(doc, &mut scratch);
                    doc.mentions.len()
                })
            })
        });
    }
    lines.add("tokens, sentences and mentions, embedded names", || {
        Box::new(|at| {
            each(at, &mut |doc| {
                tokenizer.run(doc);
                data.gazetteer().run(doc, &mut scratch.borrow_mut());
                doc.mentions.len()
            })
        })
    });
    lines.add("actors alone", || {
        Box::new(|at| {
            each(at, &mut |doc| {
                data.actor_extractor().run(doc, data.gazetteer());
                doc.actors.len()
            })
        })
    });
    lines.add("dates alone", || {
        Box::new(|at| {
            each(at, &mut |doc| {
                data.temporal_tagger().run(doc);
                doc.times.len()
            })
        })
    });
    lines.add("topics and events alone", || {
        Box::new(|at| {
            each(at, &mut |doc| {
                data.classifier().run(doc, data.gazetteer(), &mut rules.borrow_mut());
                doc.topics.len()
            })
        })
    });
    lines.add("topics and events alone, ten times the rules", || {
        let folder = tempfile::tempdir().expect("a folder");
        many_rules(folder.path(), data.classifier().rule_ids().count());
        let data = Data::with_layers(&[folder.path().to_owned()]).expect("the rules");
        let mut scratch = chancery_classifier::Scratch::default();
        let each = &each;
        Box::new(move |at| {
            each(at, &mut |doc| {
                data.classifier().run(doc, data.gazetteer(), &mut scratch);
                doc.topics.len()
            })
        })
    });
    lines.add("all stages, embedded data", || {
        Box::new(|at| {
            each(at, &mut |doc| {
                stages.annotate(doc, &mut all.borrow_mut());
                doc.mentions.len()
            })
        })
    });
    lines.add("all stages, embedded data, sixteen texts at a time", || {
        Box::new(|at| {
            let mut docs: Vec<Document> = texts[at].iter().map(|text| Document::new("", text.as_str())).collect();
            stages.annotate_all(&mut docs, &mut all.borrow_mut());
            docs.iter().map(|doc| doc.mentions.len()).sum()
        })
    });
    // Nothing may cost more the longer a document is.
    lines.add_in_groups("all stages, embedded data, all texts as one document", texts.len(), || {
        let mut doc = Document::new("", texts.join("\n\n"));
        let mut scratch = stages.scratch();
        Box::new(move |_| {
            stages.annotate(&mut doc, &mut scratch);
            doc.mentions.len()
        })
    });
    lines.run();
    let rate = |line: &Line| bytes as f64 / 1e6 / line.seconds.iter().sum::<f64>();
    let raw = lines.lines.first().map_or(1.0, rate);
    for line in &lines.lines {
        println!("{:<58} {:>7.1} MB/s  {:>5.2} of the first line  ({} found)", line.what, rate(line), rate(line) / raw, line.count);
    }
}
