//! `docs/schema.md` is what the code says, and what the writers write.

use chancery_data::Data;
use chancery_export::{Dataset, Format, Options, schema};
use chancery_pipeline::Stages;

#[test]
fn the_document_is_current() {
    let path = chancery_tests::root().join("docs/schema.md");
    let written = std::fs::read_to_string(&path).expect("docs/schema.md");
    assert!(written == schema::markdown(), "docs/schema.md is not what `chancery schema` prints; write it anew with `just schema`");
}

#[test]
fn the_writers_keep_to_it() {
    let data = Data::embedded();
    let stages = Stages::new(data.tokenizer(), data.temporal_tagger(), data.gazetteer(), data.actor_extractor(), data.classifier())
        .keeping_rejections(true);
    let folder = tempfile::tempdir().expect("a folder");
    let mut options = Options::new(vec![Format::Csv, Format::Parquet, Format::Jsonl]);
    options.tokens = true;
    options.sentence_text = true;
    options.lost = true;
    let mut dataset = Dataset::create(folder.path(), &options).expect("a dataset");
    let doc = stages
        .annotated("d", "I. AIMS\n\n1. Kazakhstan and China met on 15 June 2001 on disarmament.\n2. The Kazakh foreign minister spoke.");
    dataset.document(&doc, data.gazetteer()).expect("a document");
    dataset
        .failure(&chancery_export::Failure { path: "x".into(), record: Some(3), stage: "read", reason: "broken".into() })
        .expect("a failure");
    let totals = dataset.finish(data.gazetteer(), Default::default()).expect("the end");
    for table in schema::TABLES {
        let csv = std::fs::read_to_string(folder.path().join(table.name).join("part-00000.csv")).expect("a table");
        let names: Vec<&str> = table.columns.iter().map(|column| column.name).collect();
        assert_eq!(csv.lines().next(), Some(names.join(",").as_str()), "{}", table.name);
        assert!(totals.rows[table.name] > 0, "{} has no row", table.name);
        assert_eq!(csv.lines().count() as u64, totals.rows[table.name] + 1, "{}", table.name);
        assert!(folder.path().join(table.name).join("part-00000.parquet").metadata().expect("a file").len() > 100);
    }
    let jsonl = std::fs::read_to_string(folder.path().join("jsonl/part-00000.jsonl")).expect("records");
    let record: serde_json::Value = serde_json::from_str(jsonl.lines().next().expect("a record")).expect("JSON");
    assert_eq!(record["mentions"][0]["id"], "state.kz");
    assert_eq!(record["times"][0]["value"], "2001-06-15");
}
