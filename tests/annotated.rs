//! Names in 400 sentences that were annotated by hand (`judgements/names.csv`): how many are found, by kind. Most of the sentences are from the optional local
//! corpora, and the rest from the sample documents; without the corpora nothing is counted.

use chancery_data::Data;
use chancery_pipeline::Stages;
use chancery_text::{Catalog, Document, Form, Metadata};
use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

/// Kinds with the least number that must be found. It is raised when more is, and lowered only with a reason.
const LEAST: [(&str, usize); 9] = [
    ("state", 119),
    ("adjective", 24),
    ("igo", 63),
    ("organ", 30),
    ("igo-short", 11),
    ("organ-short", 13),
    ("office", 27),
    ("group", 104),
    // Nine less than once: "this Agreement" was then taken for another that the agreement names.
    ("treaty", 33),
];

/// Most mentions of states in these sentences that are not annotated.
const MOST_EXTRA: usize = 3;

/// How many mentions of states the sentences hold, and how many of them are not annotated as state, adjective or demonym.
fn states_beyond(rows: &str, docs: &BTreeMap<String, Document>, catalog: &dyn Catalog) -> (usize, usize) {
    let annotated: BTreeSet<(&str, u32, u32)> = rows
        .lines()
        .skip(1)
        .filter_map(|row| {
            let fields: Vec<&str> = row.splitn(6, ',').collect();
            let state = matches!(fields[4], "state" | "adjective" | "demonym");
            state.then(|| (fields[1], fields[2].parse().expect("a byte"), fields[3].parse().expect("a byte")))
        })
        .collect();
    let sentences = std::fs::read_to_string(chancery_tests::root().join("tests/judgements/names_sentences.csv")).expect("the sentences");
    let (mut all, mut extra) = (0, 0);
    for row in sentences.lines().skip(1) {
        let fields: Vec<&str> = row.split(',').collect();
        // A sentence without any name has no document here.
        let Some(doc) = docs.get(fields[1]) else { continue };
        let (start, end): (u32, u32) = (fields[2].parse().expect("a byte"), fields[3].parse().expect("a byte"));
        let inside = doc.mentions.iter().filter(|mention| start <= mention.span.start() && mention.span.end() <= end);
        for mention in inside.filter(|mention| matches!(catalog.entity(mention.entity).kind, "state" | "territory")) {
            all += 1;
            extra += usize::from(!annotated.contains(&(fields[1], mention.span.start(), mention.span.end())));
        }
    }
    (all, extra)
}

/// A document's text, by its id.
fn text(id: &str) -> Option<String> {
    let root = chancery_tests::root();
    let year = id.rsplit('_').next().unwrap_or_default();
    let places: [PathBuf; 3] = [
        root.join("samples").join(id),
        root.join("../shared/corpora/ungd").join(year).join(format!("{id}.txt")),
        root.join("../shared/corpora/treaties").join(format!("{id}.txt")),
    ];
    places.iter().find_map(|path| std::fs::read(path).ok()).map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
}

#[test]
fn names_in_annotated_sentences() {
    if chancery_tests::local_corpus().is_none() {
        return;
    }
    let data = Data::embedded();
    let stages = Stages::new(data.tokenizer(), data.temporal_tagger(), data.gazetteer(), data.actor_extractor(), data.classifier());
    let rows = std::fs::read_to_string(chancery_tests::root().join("tests/judgements/names.csv")).expect("the annotation");
    let mut docs: BTreeMap<String, Document> = BTreeMap::new();
    let mut found: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for row in rows.lines().skip(1) {
        let fields: Vec<&str> = row.splitn(6, ',').collect();
        let [_, id, start, end, kind, refers] = fields[..] else { panic!("six fields: {row}") };
        let doc = docs.entry(id.to_owned()).or_insert_with(|| {
            let year = id.rsplit('_').next().and_then(|year| year.parse().ok());
            let metadata = Metadata { date: year, ..Metadata::default() };
            let mut doc = Document::new(id, text(id).unwrap_or_else(|| panic!("no text of {id}"))).with_metadata(metadata);
            stages.annotate(&mut doc, &mut stages.scratch());
            doc
        });
        let (start, end): (u32, u32) = (start.parse().expect("a byte"), end.parse().expect("a byte"));
        // States must be right in bounds and code, all else in one bound, since titles and numbers are counted differently.
        let fits = doc.mentions.iter().any(|mention| {
            let same = mention.span.start() == start && mention.span.end() == end;
            let one = mention.span.start() == start || mention.span.end() == end;
            let entity = data.gazetteer().entity(mention.entity);
            match kind {
                "state" | "adjective" | "demonym" => {
                    let code = entity.country == Some(refers) || ["-", "SUN", "YUG", "DDR", "CSK"].contains(&refers);
                    same && code && (kind == "state") == (mention.form < Form::Adjective)
                }
                _ => one && mention.span.start() < end && start < mention.span.end(),
            }
        });
        let (all, hits) = found.entry(kind.to_owned()).or_default();
        *all += 1;
        *hits += usize::from(fits);
    }
    for (kind, (all, hits)) in &found {
        println!("{kind}: {hits} of {all}");
    }
    let (states, extra) = states_beyond(&rows, &docs, data.gazetteer());
    println!("states and adjectives found: {states}, {extra} of them not annotated");
    assert!(extra <= MOST_EXTRA, "{extra} mentions of states are not in the annotation");
    for (kind, least) in LEAST {
        let (all, hits) = found[kind];
        assert!(hits >= least, "only {hits} of {all} of kind {kind} are found");
    }
}
