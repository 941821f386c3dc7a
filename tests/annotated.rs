//! Counts how many names of each kind are found in 400 sentences that were annotated by hand (`judgements/names.csv`). Most of the sentences come from the optional
//! local corpora, and the others from the sample documents. Without the corpora, the test is reported as ignored.

use chancery_data::Data;
use chancery_text::{Catalog, Document, Form, Metadata};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// The minimum number of names of each kind that must be found. If more names are found, raise the number. Lower it only for a good reason.
const LEAST: [(&str, usize); 9] = [
    ("state", 119),
    ("adjective", 23),
    ("igo", 63),
    ("organ", 30),
    ("igo-short", 11),
    ("organ-short", 13),
    ("office", 27),
    ("group", 104),
    // Earlier versions found nine more, but wrongly: they took "this Agreement" for another agreement in the text.
    ("treaty", 33),
];

/// The maximum number of mentions of states that may be found although the annotators did not mark them.
const MOST_EXTRA: usize = 3;

/// Returns two numbers: how many mentions of states are found in the sentences, and how many of these are not annotated as a state, adjective or demonym.
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
        // Only documents that contain annotated names have been processed.
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

/// Returns the text of the document with this id, or `None` if there is no such file.
fn text(corpora: &Path, id: &str) -> Option<String> {
    let year = id.rsplit('_').next().unwrap_or_default();
    let places: [PathBuf; 3] = [
        chancery_tests::root().join("samples").join(id),
        corpora.join("ungd").join(year).join(format!("{id}.txt")),
        corpora.join("treaties").join(format!("{id}.txt")),
    ];
    places.iter().find_map(|path| std::fs::read(path).ok()).map(|bytes| String::from_utf8_lossy(&bytes).into_owned())
}

/// Counts the annotated names that are found, by kind, and compares the counts with [`LEAST`] and [`MOST_EXTRA`].
///
/// # Errors
/// Returns the kinds of which too few names were found, or the number of extra mentions if there are too many.
pub(crate) fn names_in_annotated_sentences(data: &Data) -> Result<(), String> {
    let corpora = chancery_tests::local_corpora().ok_or("the optional local corpora are not installed")?;
    let stages = chancery_tests::all_stages(data);
    let rows = std::fs::read_to_string(chancery_tests::root().join("tests/judgements/names.csv")).expect("the annotation");
    let mut docs: BTreeMap<String, Document> = BTreeMap::new();
    let mut found: BTreeMap<String, (usize, usize)> = BTreeMap::new();
    for row in rows.lines().skip(1) {
        let fields: Vec<&str> = row.splitn(6, ',').collect();
        let [_, id, start, end, kind, refers] = fields[..] else { panic!("six fields: {row}") };
        let doc = docs.entry(id.to_owned()).or_insert_with(|| {
            let year = id.rsplit('_').next().and_then(|year| year.parse().ok());
            let metadata = Metadata { date: year, ..Metadata::default() };
            let mut doc = Document::new(id, text(&corpora, id).unwrap_or_else(|| panic!("no text of {id}"))).with_metadata(metadata);
            stages.annotate(&mut doc, &mut stages.scratch());
            doc
        });
        let (start, end): (u32, u32) = (start.parse().expect("a byte"), end.parse().expect("a byte"));
        // For states, the start, the end and the code must be correct. For other kinds, the start or the end is enough, because annotators differ on whether
        // titles and numbers are part of a name.
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
    let mut failures = String::new();
    if extra > MOST_EXTRA {
        failures += &format!("{extra} mentions of states are not in the annotation; at most {MOST_EXTRA} are allowed\n");
    }
    for (kind, least) in LEAST {
        let (all, hits) = found.get(kind).copied().unwrap_or_default();
        if hits < least {
            failures += &format!("only {hits} of {all} of kind {kind} are found; at least {least} are expected\n");
        }
    }
    if failures.is_empty() { Ok(()) } else { Err(failures) }
}
