//! Tests that `docs/schema.md` matches the tables that the code declares, and that the writers write these tables.

use chancery_data::Data;
use chancery_export::schema::{self, JsonShape, Type};
use chancery_export::{Content, Dataset, Failure, Format, Options};
use chancery_pipeline::Stages;
use serde_json::Value;
use std::collections::BTreeSet;

#[test]
fn the_document_is_current() {
    let path = chancery_tests::root().join("docs/schema.md");
    let written = std::fs::read_to_string(&path).expect("docs/schema.md");
    assert!(written == schema::markdown(), "docs/schema.md is not what `chancery schema` prints; write it again with `just schema`");
}

#[test]
fn names_are_unique() {
    let tables = schema::tables();
    let names: BTreeSet<&str> = tables.iter().map(|table| table.name).collect();
    assert_eq!(names.len(), tables.len());
    for table in &tables {
        let columns: BTreeSet<&str> = table.columns.iter().map(|column| column.name).collect();
        assert_eq!(columns.len(), table.columns.len(), "{}", table.name);
        let keys: Vec<&str> = table.columns.iter().filter_map(|column| column.json_key).collect();
        assert_eq!(keys.iter().collect::<BTreeSet<_>>().len(), keys.len(), "{}", table.name);
        assert!(table.columns.len() <= 64, "{} has too many columns for a set of 64", table.name);
        if table.json == JsonShape::Document {
            assert!(keys.iter().all(|key| !names.contains(key)), "a key of the document is also the name of a list: {keys:?}");
        }
        assert!(table.class_column().is_none_or(|column| column.column_type == Type::Text), "{}", table.name);
        assert!(schema::markdown().contains(&table.markdown()), "{}", table.name);
    }
}

#[test]
fn the_writers_keep_to_it() {
    let data = Data::embedded();
    let stages = Stages::builder()
        .tokenizer(data.tokenizer())
        .temporal(data.temporal_tagger())
        .gazetteer(data.gazetteer())
        .actors(data.actor_extractor())
        .classifier(data.classifier())
        .clauses(data.clause_reader())
        .events(data.event_coder())
        .records(data.record_finder())
        .outliner(data.outliner())
        .amounts(data.amount_finder())
        .keep_rejections(true)
        .build()
        .expect("all engines");
    let folder = tempfile::tempdir().expect("a folder");
    let content = Content::default().with_tokens(true).with_clauses(true).with_text(true).with_sentence_text(true).with_rejected(true);
    let options = Options::new(Format::ALL.to_vec()).with_content(content);
    let mut dataset = Dataset::create(folder.path(), &options).expect("a dataset");
    let mut doc = stages.annotated(
        "d",
        "I. AIMS\n\n1. Kazakhstan and China signed an agreement on disarmament on 15 June 2001.\n2. The Kazakh foreign minister and the Visegrad Group spoke of resolution 1540 (2004) at the third SCO summit.\n3. The Ferghana Water Compact Authority (FWCA) gave $3 million. Done in Osh.",
    );
    doc.warnings = vec![chancery_text::Warning { field: "date".into(), value: "soon".into(), reason: "it is not a date".into() }];
    doc.pages = vec![chancery_text::Page::new(chancery_text::Span::new(0, 7))];
    dataset.document(&doc, data.gazetteer()).expect("a document");
    dataset
        .failure(&Failure { path: "x".into(), record: Some(3), id: Some("n3".into()), stage: "read", reason: "broken".into() })
        .expect("a failure");
    let totals = dataset.finish(data.gazetteer(), Default::default()).expect("the end");
    let jsonl = std::fs::read_to_string(folder.path().join("jsonl/part-00000.jsonl")).expect("records");
    let records: Vec<Value> = jsonl.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
    assert_eq!(records.len(), 2);
    let record = &records[0];
    for table in schema::tables() {
        let csv = std::fs::read_to_string(folder.path().join("csv").join(table.name).join("part-00000.csv")).expect("a table");
        let names: Vec<&str> = table.columns.iter().map(|column| column.name).collect();
        assert_eq!(csv.lines().next(), Some(names.join(",").as_str()), "{}", table.name);
        let rows = totals.rows.get(table.name).copied().unwrap_or(0);
        assert!(rows > 0 || table.name == "skipped", "{} has no row", table.name);
        // The cells of the table `texts` contain line breaks, so its rows cannot be counted by lines.
        let lines = if table.name == "texts" { rows + 1 } else { csv.lines().count() as u64 };
        assert_eq!(lines, rows + 1, "{}", table.name);
        assert!(folder.path().join("parquet").join(table.name).join("part-00000.parquet").is_file(), "{}", table.name);
        let keys: BTreeSet<&str> = table.columns.iter().filter_map(|column| column.json_key).collect();
        let found = |value: &Value| value.as_object().expect("an object").keys().cloned().collect::<BTreeSet<String>>();
        match table.json {
            JsonShape::Document => assert!(found(record).is_superset(&["id".to_owned(), "text_bytes".to_owned()].into())),
            JsonShape::Objects => {
                let list = record[table.name].as_array().expect("a list");
                assert_eq!(list.len() as u64, rows, "{}", table.name);
                assert!(list.iter().all(|object| found(object).iter().map(String::as_str).eq(keys.iter().copied())), "{}", table.name);
            }
            JsonShape::Spans => {
                let list = record[table.name].as_array().expect("a list");
                assert_eq!(list.len() as u64, rows, "{}", table.name);
                assert!(list.iter().all(|pair| pair.as_array().is_some_and(|pair| pair.len() == 2)), "{}", table.name);
            }
            JsonShape::Line => assert!(found(&records[1]).iter().map(String::as_str).eq(keys.iter().copied())),
            _ => {}
        }
    }
    assert_eq!(record["mentions"][0]["id"], "state.kz");
    assert_eq!(record["mentions"][0]["country"], "KAZ");
    assert_eq!(record["times"][0]["value"], "2001-06-15");
    assert_eq!(record["events"][0]["source"], serde_json::json!(["KAZ", "CHN"]));
    assert_eq!(records[1]["error"], "broken");
}
