//! Measures the speed of the stages and of the whole command, with a raw scan for comparison:
//! `cargo run --release -p chancery-tests --example speed [MEGABYTES [WHAT [COMMAND]]]`.
//!
//! WHAT limits the measurements to the lines of the output whose name contains this text. For example, use it to run a single stage in a profiler. Separate
//! several texts with `|` (`"raw scan|sixteen"`). COMMAND is the path of the `chancery` program. The default is the program in the same target folder, if it
//! has been built.
//!
//! The raw scan is an aho-corasick automaton (contiguous NFA, leftmost-longest) that searches the same text for the same names and does nothing else. All
//! measurements use one thread and take turns in each of thirty rounds. The texts are divided into groups of sixteen. For each group, the shortest of the
//! thirty times is taken, so that other work on the machine has little influence. The time of a stage is the sum of these times. The command is timed as users
//! run it, including the start of the program, reading and writing. Its time, too, is the shortest of thirty. Compare the ratios and not the times, because
//! machines differ.

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use chancery_data::Data;
use chancery_gazetteer::Scratch;
use chancery_pipeline::Stages;
use chancery_text::{Document, WordBreaker};
use std::cell::RefCell;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Instant;

/// The allocator of the `chancery` command.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The number of texts that are timed together.
const GROUP: usize = 16;
/// The number of rounds.
const ROUNDS: usize = 30;

/// A function that processes a group of texts, given by a range of indexes, and returns the number of results.
type Work<'a> = Box<dyn FnMut(Range<usize>) -> usize + 'a>;

/// One line of the output.
struct Line<'a> {
    what: String,
    work: Work<'a>,
    /// The best time of each group, in seconds.
    seconds: Vec<f64>,
    count: usize,
}

/// The lines of the output that the second argument (WHAT) selects, and the number of texts.
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

/// Returns texts with a total size of about `megabytes`, if there are enough: every tenth text of the optional local corpus, so that all years are represented.
/// Without the corpus, returns the sample documents, repeated.
fn texts(megabytes: usize) -> Vec<String> {
    let corpus = chancery_tests::local_corpora().map(|corpora| corpora.join("ungd"));
    let all = match &corpus {
        Some(corpus) => chancery_tests::texts(corpus).into_iter().step_by(10).collect(),
        None => chancery_tests::texts(&chancery_tests::root().join("samples")),
    };
    let bytes: usize = all.iter().map(String::len).sum();
    let times = if corpus.is_some() { 1 } else { (megabytes * 1_000_000).div_ceil(bytes.max(1)) };
    let mut left = megabytes * 1_000_000;
    let mut texts = Vec::new();
    for text in std::iter::repeat_n(all, times).flatten() {
        if left == 0 {
            break;
        }
        left = left.saturating_sub(text.len());
        texts.push(text);
    }
    texts
}

/// Returns the program to time: the third argument, or `chancery` in the target folder. Returns `None` if there is no such file.
fn program() -> Option<PathBuf> {
    let built = || Some(std::env::current_exe().ok()?.parent()?.parent()?.join("chancery"));
    std::env::args().nth(3).map(PathBuf::from).or_else(built).filter(|path| path.is_file())
}

/// Runs the command on a folder of texts and returns the number of mentions.
fn command(program: &Path, documents: &Path, out: &Path, format: &str) -> usize {
    let mut command = Command::new(program);
    command.arg("run").arg(documents).arg("--out").arg(out).args(["--force", "--threads", "1", "--format", format, "--json"]);
    let output = command.stdin(Stdio::null()).output().expect("the command");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let summary: serde_json::Value = serde_json::from_slice(&output.stdout).expect("a summary");
    let counts = summary["mentions_by_type"].as_object().expect("counts").values();
    counts.map(|count| count.as_u64().unwrap_or_default() as usize).sum()
}

/// Writes `copies` copies of the embedded frames to subfolders of `folder`.
fn more_frames(folder: &Path, copies: usize) {
    let embedded = chancery_tests::root().join("data/frames");
    for file in ["cooperation", "conflict", "material"].iter().flat_map(|part| std::fs::read_dir(embedded.join(part)).expect("a folder")) {
        let path = file.expect("a file").path();
        let text = std::fs::read_to_string(&path).expect("frames");
        for copy in 0..copies {
            let folder = folder.join(copy.to_string());
            std::fs::create_dir_all(&folder).expect("a folder");
            std::fs::write(folder.join(path.file_name().unwrap_or_default()), &text).expect("frames");
        }
    }
}

fn main() {
    let texts = texts(std::env::args().nth(1).and_then(|arg| arg.parse().ok()).unwrap_or(20));
    let bytes: usize = texts.iter().map(String::len).sum();
    println!("{} texts, {:.1} MB", texts.len(), bytes as f64 / 1e6);
    let begin = Instant::now();
    let data = Data::embedded();
    // The engines are decoded when they are first requested.
    let _ = chancery_tests::all_stages(&data);
    println!("embedded data ready in {:.0} ms", begin.elapsed().as_secs_f64() * 1e3);
    let tokenizer = data.tokenizer();
    let docs: RefCell<Vec<Document>> = RefCell::new(texts.iter().map(|text| Document::new("", text.as_str())).collect());
    let each = |at: Range<usize>, work: &mut dyn FnMut(&mut Document) -> usize| docs.borrow_mut()[at].iter_mut().map(work).sum();

    let scratch = RefCell::new(Scratch::default());
    let stages = Stages::builder()
        .tokenizer(tokenizer)
        .temporal(data.temporal_tagger())
        .gazetteer(data.gazetteer())
        .actors(data.actor_extractor())
        .classifier(data.classifier())
        .clauses(data.clause_reader())
        .events(data.event_coder())
        .records(data.record_finder())
        .outliner(data.outliner())
        .amounts(data.amount_finder())
        .build()
        .expect("all engines");
    let rules = RefCell::new(chancery_classifier::Scratch::default());
    let clauses = RefCell::new(chancery_clauses::Scratch::default());
    let all = RefCell::new(stages.scratch());
    // Each document is processed by all stages once. Every stage then finds the results of the stages before it, even if only some lines of the output are
    // selected.
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
    lines.add("topics alone", || {
        Box::new(|at| {
            each(at, &mut |doc| {
                data.classifier().run(doc, data.gazetteer(), &mut rules.borrow_mut());
                doc.topics.len()
            })
        })
    });
    lines.add("clauses alone", || {
        Box::new(|at| {
            each(at, &mut |doc| {
                data.clause_reader().run(doc, &mut clauses.borrow_mut());
                doc.clauses.clauses.len()
            })
        })
    });
    lines.add("events alone", || {
        Box::new(|at| {
            each(at, &mut |doc| {
                doc.events.clear();
                data.event_coder().run(doc, data.gazetteer());
                doc.events.len()
            })
        })
    });
    lines.add("records alone", || {
        Box::new(|at| {
            each(at, &mut |doc| {
                data.record_finder().run(doc, data.gazetteer());
                doc.instruments.len()
            })
        })
    });
    lines.add("types and parts alone", || {
        Box::new(|at| {
            each(at, &mut |doc| {
                data.outliner().run(doc);
                doc.parts.len()
            })
        })
    });
    lines.add("amounts alone", || {
        Box::new(|at| {
            each(at, &mut |doc| {
                data.amount_finder().run(doc);
                doc.amounts.len()
            })
        })
    });
    lines.add("events alone, ten times the frames", || {
        let folder = tempfile::tempdir().expect("a folder");
        more_frames(&folder.path().join("frames"), 9);
        let data = Data::with_layers(&[folder.path().to_owned()]).expect("the frames");
        let each = &each;
        Box::new(move |at| {
            each(at, &mut |doc| {
                doc.events.clear();
                data.event_coder().run(doc, data.gazetteer());
                doc.events.len()
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
    // This line shows whether the cost per byte grows with the length of a document, which must not be the case.
    lines.add_in_groups("all stages, embedded data, all texts as one document", texts.len(), || {
        let mut doc = Document::new("", texts.join("\n\n"));
        let mut scratch = stages.scratch();
        Box::new(move |_| {
            stages.annotate(&mut doc, &mut scratch);
            doc.mentions.len()
        })
    });
    let folder = tempfile::tempdir().expect("a folder");
    match program() {
        Some(program) => {
            let documents = folder.path().join("documents");
            std::fs::create_dir(&documents).expect("a folder");
            for (number, text) in texts.iter().enumerate() {
                std::fs::write(documents.join(format!("{number:05}.txt")), text).expect("a text");
            }
            for (name, format) in [("CSV", "csv"), ("Parquet", "parquet"), ("CSV and Parquet", "csv,parquet")] {
                let (program, documents, out) = (program.clone(), documents.clone(), folder.path().join(format));
                lines.add_in_groups(&format!("the command, one thread, {name}"), texts.len(), || {
                    Box::new(move |_| command(&program, &documents, &out, format))
                });
            }
        }
        None => println!("the command is not timed: it is not built; run cargo build --release -p chancery-cli"),
    }
    lines.run();
    let rate = |line: &Line| bytes as f64 / 1e6 / line.seconds.iter().sum::<f64>();
    let raw = lines.lines.first().map_or(1.0, rate);
    for line in &lines.lines {
        println!("{:<58} {:>7.1} MB/s  {:>5.2} of the first line  ({} found)", line.what, rate(line), rate(line) / raw, line.count);
    }
}
