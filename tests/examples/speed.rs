//! How fast the stages are, side by side with the raw scan in one run: `cargo run --release -p chancery-tests --example speed [MEGABYTES]`.
//!
//! The raw scan is an aho-corasick automaton (contiguous NFA, leftmost-longest) that looks for the same names in the same text and does nothing else.
//! One thread. Each figure is the best of five; the ratios are what counts, since machines differ.

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use chancery_data::Data;
use chancery_gazetteer::Scratch;
use chancery_pipeline::Stages;
use chancery_text::{Document, Token, WordBreaker};
use std::time::Instant;

/// Seconds of the best of five runs, and what the run counted.
fn best(mut work: impl FnMut() -> usize) -> (f64, usize) {
    let mut best = f64::MAX;
    let mut count = 0;
    for _ in 0..5 {
        let begin = Instant::now();
        count = work();
        best = best.min(begin.elapsed().as_secs_f64());
    }
    (best, count)
}

fn main() {
    let megabytes: usize = std::env::args().nth(1).and_then(|arg| arg.parse().ok()).unwrap_or(20);
    let folder = chancery_tests::local_corpus().unwrap_or_else(|| chancery_tests::root().join("samples"));
    let mut texts = chancery_tests::texts(&folder);
    // Every tenth speech, so that all years are there.
    if texts.len() > 1000 {
        texts = texts.into_iter().step_by(10).collect();
    }
    let mut left = megabytes * 1_000_000;
    texts.retain(|text| {
        let keep = left > 0;
        left = left.saturating_sub(text.len());
        keep
    });
    let bytes: usize = texts.iter().map(String::len).sum();
    println!("{} texts, {:.1} MB", texts.len(), bytes as f64 / 1e6);
    let begin = Instant::now();
    let data = Data::embedded().expect("the embedded data");
    println!("embedded data ready in {:.0} ms", begin.elapsed().as_secs_f64() * 1e3);
    let tokenizer = data.tokenizer();

    let mut raw = 0.0;
    let mut show = |what: &str, (seconds, count): (f64, usize)| {
        let rate = bytes as f64 / 1e6 / seconds;
        if raw == 0.0 {
            raw = rate;
        }
        println!("{what:<58} {rate:>7.1} MB/s  {:>5.2} of the raw scan  ({count} found)", rate / raw);
    };
    let few = chancery_tests::generated_names(100_000);
    let automaton = AhoCorasick::builder()
        .kind(Some(AhoCorasickKind::ContiguousNFA))
        .match_kind(MatchKind::LeftmostLongest)
        .build(&few)
        .expect("an automaton");
    show("raw scan, 100,000 names", best(|| texts.iter().map(|text| automaton.find_iter(text.as_str()).count()).sum()));
    drop(automaton);
    let mut tokens: Vec<Token> = Vec::new();
    show(
        "tokens",
        best(|| {
            texts
                .iter()
                .map(|text| {
                    tokenizer.break_words(text, &mut tokens);
                    tokens.len()
                })
                .sum()
        }),
    );
    let mut docs: Vec<Document> = texts.iter().map(|text| Document::new("", text.as_str())).collect();
    show(
        "tokens and sentences",
        best(|| {
            docs.iter_mut()
                .map(|doc| {
                    tokenizer.run(doc);
                    doc.sentences.len()
                })
                .sum()
        }),
    );
    for count in [100_000, 1_000_000] {
        let names = if count == few.len() { few.clone() } else { chancery_tests::generated_names(count) };
        let gazetteer = chancery_tests::gazetteer_of(&names, tokenizer);
        let mut scratch = Scratch::default();
        let run = best(|| {
            docs.iter_mut()
                .map(|doc| {
                    tokenizer.run(doc);
                    gazetteer.run(doc, &mut scratch);
                    doc.mentions.len()
                })
                .sum()
        });
        show(&format!("tokens, sentences and mentions, {count} names"), run);
    }
    let mut scratch = Scratch::default();
    show(
        "tokens, sentences and mentions, embedded names",
        best(|| {
            docs.iter_mut()
                .map(|doc| {
                    tokenizer.run(doc);
                    data.gazetteer().run(doc, &mut scratch);
                    doc.mentions.len()
                })
                .sum()
        }),
    );
    show(
        "dates alone",
        best(|| {
            docs.iter_mut()
                .map(|doc| {
                    data.calendar().run(doc);
                    doc.times.len()
                })
                .sum()
        }),
    );
    show(
        "topics alone",
        best(|| {
            docs.iter_mut()
                .map(|doc| {
                    data.topics().run(doc);
                    doc.topics.len()
                })
                .sum()
        }),
    );
    let stages = Stages::new(tokenizer, data.calendar(), data.gazetteer(), data.topics());
    show(
        "all stages, embedded data",
        best(|| {
            docs.iter_mut()
                .map(|doc| {
                    stages.annotate(doc, &mut scratch);
                    doc.mentions.len()
                })
                .sum()
        }),
    );
}
