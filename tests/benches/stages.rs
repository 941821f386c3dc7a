//! Measures the tokenizer, the gazetteer and the whole pipeline on the sample documents, and compares them with a plain search by an Aho-Corasick automaton.
//! Each run asserts the number of its results, so a benchmark is also a test.

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};
use chancery_data::Data;
use chancery_gazetteer::Scratch;
use chancery_pipeline::Stages;
use chancery_text::{Document, WordBreaker};
use criterion::{Criterion, Throughput, criterion_group, criterion_main};

fn stages(criterion: &mut Criterion) {
    let texts = chancery_tests::texts(&chancery_tests::root().join("samples"));
    assert_eq!(texts.len(), 14, "the sample documents");
    let bytes: usize = texts.iter().map(String::len).sum();
    let data = Data::embedded();
    let names = chancery_tests::generated_names(100_000);
    let automaton = AhoCorasick::builder()
        .kind(Some(AhoCorasickKind::ContiguousNFA))
        .match_kind(MatchKind::LeftmostLongest)
        .build(&names)
        .expect("an automaton");
    let gazetteer = chancery_tests::gazetteer_of(&names, data.tokenizer());
    let mut docs: Vec<Document> = texts.iter().map(|text| Document::new("", text.as_str())).collect();
    for doc in &mut docs {
        data.tokenizer().run(doc);
    }
    let tokens: usize = docs.iter().map(|doc| doc.tokens.len()).sum();
    let all = Stages::builder()
        .tokenizer(data.tokenizer())
        .temporal(data.temporal_tagger())
        .gazetteer(data.gazetteer())
        .actors(data.actor_extractor())
        .classifier(data.classifier())
        .build()
        .expect("all engines");
    let mentions: usize = docs
        .iter_mut()
        .map(|doc| {
            all.annotate(doc, &mut all.scratch());
            doc.mentions.len()
        })
        .sum();
    assert!(tokens > 8_000 && mentions > 300, "{tokens} tokens, {mentions} mentions");

    let mut group = criterion.benchmark_group("samples");
    group.throughput(Throughput::Bytes(bytes as u64));
    group.bench_function("raw scan", |b| b.iter(|| texts.iter().map(|text| automaton.find_iter(text.as_str()).count()).sum::<usize>()));
    group.bench_function("tokenise", |b| {
        let mut out = Vec::new();
        b.iter(|| {
            let found: usize = texts
                .iter()
                .map(|text| {
                    data.tokenizer().break_words(text, &mut out);
                    out.len()
                })
                .sum();
            assert_eq!(found, tokens);
        });
    });
    group.bench_function("match 100,000 names", |b| {
        let mut scratch = Scratch::default();
        let expected: usize = docs
            .iter_mut()
            .map(|doc| {
                gazetteer.run(doc, &mut scratch);
                doc.mentions.len()
            })
            .sum();
        b.iter(|| {
            let found: usize = docs
                .iter_mut()
                .map(|doc| {
                    gazetteer.run(doc, &mut scratch);
                    doc.mentions.len()
                })
                .sum();
            assert_eq!(found, expected);
        });
    });
    group.bench_function("whole pipeline", |b| {
        let mut scratch = all.scratch();
        b.iter(|| {
            let found: usize = docs
                .iter_mut()
                .map(|doc| {
                    all.annotate(doc, &mut scratch);
                    doc.mentions.len()
                })
                .sum();
            assert_eq!(found, mentions);
        });
    });
    group.finish();
}

criterion_group!(benches, stages);
criterion_main!(benches);
