//! Tests that CSV, TSV, Parquet and JSONL contain the same cells.

#![cfg(feature = "parquet")]

use chancery_export::schema::{self, JsonShape, TableInfo, Type};
use chancery_export::{Content, Dataset, Failure, Format, Options, RecordWriter, record};
use chancery_text::{
    Actor, ActorCue, ActorKind, Amount, AmountKind, Block, BlockIx, BlockKind, Casing, Catalog, Clause, ClauseKind, DateRole, Document,
    EntityInfo, EntityIx, Event, Form, Gap, Instrument, InstrumentMention, LocalMention, LocalName, Meeting, Mention, Modality, NameIx,
    Part, Participant, ParticipantKind, Point, PointKind, Rejection, RejectionReason, Relation, RelationKind, Role, Scope, Section,
    SectionIx, Sentence, SentenceIx, Span, TimeExpression, TimexType, Token, TokenKind, TokenRange, Topic, Warning,
};
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::Field;
use serde_json::{Value, json};
use std::fs;
use std::path::Path;

/// A catalog of two states and a group.
struct States;

impl Catalog for States {
    fn entity(&self, entity: EntityIx) -> EntityInfo<'_> {
        let (id, label, country) = [
            ("state.kz", "Kazakhstan", Some("KAZ")),
            ("state.cn", "China; the \"People's Republic\"", Some("CHN")),
            ("group.v4;100%", "Visegrad Group", None),
        ][entity.get()];
        let mut info = EntityInfo::new(id, "state", label);
        info.country = country;
        info
    }

    fn name_language(&self, _: NameIx) -> &str {
        "en"
    }

    fn relations(&self, entity: EntityIx) -> &[Relation] {
        const OF_THE_GROUP: &[Relation] =
            &[Relation::new(RelationKind::Member, EntityIx(0)), Relation::new(RelationKind::Seat, EntityIx(1)).with_at(EntityIx(0))];
        if entity == EntityIx(2) { OF_THE_GROUP } else { &[] }
    }
}

const TEXT: &str = "AIMS\n\nKazakh\u{AD}stan, “China”\nand the V4 signed it in 2001; 50% of all.";

/// Returns a document that has a record in every layer, and that contains the characters which the formats must escape.
fn document() -> Document {
    let at = |word: &str| {
        let start = TEXT.find(word).expect("a word of the text") as u32;
        Span::new(start, start + word.len() as u32)
    };
    let mut doc = Document::new("d,1", TEXT);
    doc.metadata.path = Some("a \"b\".txt".into());
    doc.metadata.date = "2001-06".parse().ok();
    doc.metadata.fields = [("series".to_owned(), "A;\"1\"".to_owned())].into();
    let body = Span::new(6, TEXT.len() as u32);
    let mut section = Section::new(body, 1);
    section.heading = Some(at("AIMS"));
    doc.sections = vec![section];
    doc.blocks = vec![Block::new(body, BlockKind::Paragraph, TokenRange::new(0, 2), SectionIx(0))];
    doc.sentences = vec![Sentence::new(body, TokenRange::new(0, 2), BlockIx(0))];
    let token = |word| Token { span: at(word), kind: TokenKind::Word, casing: Casing::Title, gap: Gap::Blank, capital: true, key: 0 };
    doc.tokens = vec![token("Kazakh\u{AD}stan"), token("China")];
    let mention = |word: &str, entity: u32| Mention::new(at(word), EntityIx(entity), NameIx(0), Form::Name);
    doc.mentions = vec![mention("Kazakh\u{AD}stan", 0), mention("China", 1), mention("V4", 2)];
    doc.mentions[0].in_date = Some(true);
    doc.mentions[1].edits = Some(1);
    doc.mentions[1].rejected = vec![Rejection::new(at("China"), EntityIx(2), NameIx(0), RejectionReason::Prior)];
    let mut group = Actor::new(at("V4"), SentenceIx(0), ActorKind::Group, ActorCue::Known);
    group.members = vec![EntityIx(0), EntityIx(1)];
    let mut body = Actor::new(at("China"), SentenceIx(0), ActorKind::Body, ActorCue::Before);
    (body.of, body.sector) = (Some(EntityIx(1)), "GOV".into());
    doc.actors = vec![group, body, Actor::new(at("V4"), SentenceIx(0), ActorKind::Group, ActorCue::Known)];
    doc.times = vec![TimeExpression::new(at("2001"), SentenceIx(0), TimexType::Date, "2001", "year")];
    doc.times[0].begin = "2001-01-01".parse().ok();
    let mut topic = Topic::new(doc.sentences[0].span, Scope::Sentence, "trade".into());
    topic.terms = vec![at("it in 2001; 50%"), at("China”\nand")];
    (topic.score, topic.share) = (0.1, 1.0);
    let mut whole = topic.clone();
    whole.scope = Scope::Document;
    whole.terms.push(at("China”\nand"));
    doc.topics = vec![topic, whole];
    let mut event = Event::new(doc.sentences[0].span, at("signed"), SentenceIx(0), "AGREE", Modality::Asserted, "sign");
    event.source = vec![EntityIx(0), EntityIx(2)];
    doc.events = vec![event];
    let mut who = Participant::new(at("signed"), SentenceIx(0), 0, Role::Source, ParticipantKind::Name);
    who.entity = Some(EntityIx(0));
    who.members = vec![EntityIx(0), EntityIx(2)];
    doc.participants = vec![who];
    let mut treaty = Instrument::new(at("“China”"), SentenceIx(0), "treaty");
    (treaty.parties, treaty.own, treaty.mentions) = (vec![EntityIx(0)], true, 1);
    treaty.dates = vec![(DateRole::Signed, "2001-06-15".parse().expect("a date"))];
    doc.instruments = vec![treaty];
    doc.instrument_mentions = vec![InstrumentMention::new(at("“China”"), SentenceIx(0), 0)];
    let mut summit = Meeting::new(at("V4"), SentenceIx(0), "summit");
    (summit.ordinal, summit.planned) = (Some(3), Some(false));
    doc.meetings = vec![summit];
    doc.points = vec![Point::new(at("AIMS"), SentenceIx(0), PointKind::Word, 1)];
    doc.parts = vec![Part::new(at("AIMS"), "title")];
    doc.amounts = vec![Amount::new(at("50%"), SentenceIx(0), AmountKind::Share, 0.1)];
    doc.local_names = vec![LocalName::new(at("V4"), SentenceIx(0), "organisation")];
    doc.local_mentions = vec![LocalMention::new(at("V4"), SentenceIx(0), 0, true)];
    doc.clauses.clauses = vec![Clause::new(SentenceIx(0), TokenRange::new(0, 1), 0, 0, ClauseKind::Main)];
    doc.pages = vec![chancery_text::Page::new(chancery_text::Span::new(0, 2))];
    doc.warnings = vec![Warning { field: "date".into(), value: "soon, \"maybe\"".into(), reason: "it is not a date".into() }];
    doc
}

fn write(folder: &Path, content: Content) {
    let mut dataset = Dataset::create(folder, &Options::new(Format::ALL.to_vec()).with_content(content)).expect("a dataset");
    dataset.document(&document(), &States).expect("a document");
    dataset
        .failure(&Failure { path: "x".into(), record: None, id: None, stage: "read", reason: "not \"UTF-8\"".into() })
        .expect("a failure");
    dataset.document(&Document::new("empty", ""), &States).expect("a document");
    dataset.finish(&States, Default::default()).expect("the end");
}

fn all() -> Content {
    Content::default().with_tokens(true).with_clauses(true).with_sentence_text(true).with_rejected(true)
}

/// Reads the rows of a CSV file as JSON values, according to the types in the schema.
fn csv_rows(path: &Path, table: &TableInfo) -> Vec<Vec<Value>> {
    let value = |field: &str, column: usize| {
        let column = &table.columns[column];
        match column.column_type {
            _ if field.is_empty() && column.nullable => Value::Null,
            Type::Text => field.into(),
            Type::Integer => field.parse::<u32>().expect("an integer").into(),
            Type::Float | Type::Double => json!(field.parse::<f64>().expect("a float")),
            Type::Boolean => field.parse::<bool>().expect("a boolean").into(),
            Type::List if field.is_empty() => json!([]),
            Type::List => field.split(';').map(|item| item.replace("%3B", ";").replace("%25", "%")).collect(),
            _ => serde_json::from_str(field).expect("JSON"),
        }
    };
    let mut reader = csv::Reader::from_path(path).expect("a file");
    reader.records().map(|row| row.expect("a row").iter().enumerate().map(|(column, field)| value(field, column)).collect()).collect()
}

/// Returns the fields of all lines, including the header.
fn lines_of_csv(path: &Path) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_path(path).expect("a file");
    reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect()
}

fn lines_of_tsv(path: &Path) -> Vec<Vec<String>> {
    let plain = |field: &str| {
        let (mut text, mut chars) = (String::new(), field.chars());
        while let Some(char) = chars.next() {
            text.push(match (char, if char == '\\' { chars.next() } else { None }) {
                (_, Some('t')) => '\t',
                (_, Some('n')) => '\n',
                (_, Some('r')) => '\r',
                (_, Some(other)) => other,
                (char, None) => char,
            });
        }
        text
    };
    let text = fs::read_to_string(path).expect("a file");
    text.lines().map(|line| line.split('\t').map(plain).collect()).collect()
}

fn parquet_rows(path: &Path, table: &TableInfo) -> Vec<Vec<Value>> {
    let reader = SerializedFileReader::new(fs::File::open(path).expect("a file")).expect("Parquet");
    let value = |field: &Field, column: usize| match field {
        Field::Null => Value::Null,
        Field::Str(text) if table.columns[column].column_type == Type::Json => serde_json::from_str(text).expect("JSON"),
        Field::Str(text) => text.as_str().into(),
        Field::UInt(number) => (*number).into(),
        // The number is compared in its shortest decimal form, which is also the form in CSV and JSON.
        Field::Double(number) => json!(number),
        Field::Float(number) => json!(number.to_string().parse::<f64>().expect("a float")),
        Field::Bool(flag) => (*flag).into(),
        Field::ListInternal(list) => list
            .elements()
            .iter()
            .map(|item| match item {
                Field::Str(text) => Value::from(text.as_str()),
                other => panic!("{other:?} in a list of texts"),
            })
            .collect(),
        other => panic!("the schema has no type for {other:?}"),
    };
    let rows = reader.get_row_iter(None).expect("rows");
    rows.map(|row| row.expect("a row").get_column_iter().enumerate().map(|(column, (_, field))| value(field, column)).collect()).collect()
}

#[test]
fn all_formats_hold_the_same_cells() {
    for content in [Content::default(), all()] {
        let folder = tempfile::tempdir().expect("a folder");
        write(folder.path(), content);
        let jsonl = fs::read_to_string(folder.path().join("jsonl/part-00000.jsonl")).expect("records");
        let records: Vec<Value> = jsonl.lines().map(|line| serde_json::from_str(line).expect("JSON")).collect();
        let tables: Vec<TableInfo> = schema::tables().into_iter().filter(|table| content.includes(table.part)).collect();
        assert_eq!(tables.len(), if content.tokens { 25 } else { 23 });
        for table in &tables {
            let part = |extension: &str| folder.path().join(extension).join(table.name).join(format!("part-00000.{extension}"));
            let rows = csv_rows(&part("csv"), table);
            assert!(!rows.is_empty() || table.name == "skipped", "{}", table.name);
            assert_eq!(rows, parquet_rows(&part("parquet"), table), "{}", table.name);
            assert_eq!(lines_of_tsv(&part("tsv")), lines_of_csv(&part("csv")), "{}", table.name);
            // A JSON object contains the cells of its row.
            let objects: Vec<&Value> = match table.json {
                JsonShape::Document => records.iter().filter(|record| record.get("id").is_some()).collect(),
                JsonShape::Objects => records.iter().filter_map(|record| record[table.name].as_array()).flatten().collect(),
                JsonShape::Line => records.iter().filter(|record| record.get("error").is_some()).collect(),
                _ => continue,
            };
            assert_eq!(objects.len(), rows.len(), "{}", table.name);
            for (object, row) in objects.iter().zip(&rows) {
                for (column, cell) in table.columns.iter().zip(row) {
                    if let Some(key) = column.json_key {
                        assert_eq!(&object[key], cell, "{} {key}", table.name);
                        assert!(content.includes(column.part) || object.get(key).is_none(), "{key} was not requested");
                    }
                }
            }
        }
    }
}

#[test]
fn records_are_the_lines_of_jsonl() {
    let folder = tempfile::tempdir().expect("a folder");
    write(folder.path(), all());
    let jsonl = fs::read(folder.path().join("jsonl/part-00000.jsonl")).expect("records");
    let (mut writer, mut out) = (RecordWriter::new(all()), Vec::new());
    writer.document(&document(), &States, &mut out).expect("a record");
    let failure = Failure { path: "x".into(), record: None, id: None, stage: "read", reason: "not \"UTF-8\"".into() };
    writer.failure(&failure, &mut out).expect("a record");
    writer.document(&Document::new("empty", ""), &States, &mut out).expect("a record");
    assert_eq!(String::from_utf8_lossy(&out), String::from_utf8_lossy(&jsonl));
    let value = record(&document(), &States, all()).expect("a record");
    assert_eq!(value, serde_json::from_slice::<Value>(out.split(|byte| *byte == b'\n').next().expect("a line")).expect("JSON"));
}

#[test]
fn a_record() {
    let record = record(&document(), &States, all()).expect("a record");
    assert_eq!(record["id"], "d,1");
    assert_eq!(record["date"], "2001-06");
    assert_eq!(record["fields"], json!({"series": "A;\"1\""}));
    assert_eq!(record.get("title"), None);
    assert_eq!(record["sentences"], json!([[6, TEXT.len()]]));
    assert_eq!(record["tokens"], json!([[6, 18], [23, 28]]));
    assert_eq!(record["mentions"][0]["surface"], "Kazakhstan");
    assert_eq!(record["mentions"][1]["rejected"], json!([{"start": 23, "end": 28, "id": "group.v4;100%", "reason": "prior"}]));
    assert_eq!(record["mentions"][2]["country"], Value::Null);
    assert_eq!(record["actors"][0]["code"], json!(["CHN", "KAZ"]));
    assert_eq!(record["actors"][1]["code"], json!(["CHN GOV"]));
    assert_eq!(record["actors"][2]["code"], json!([]));
    assert_eq!(record["times"][0]["begin"], "2001-01-01");
    assert_eq!(record["times"][0]["finish"], Value::Null);
    assert_eq!(record["topics"][0]["terms"], json!(["it in 2001; 50%", "China” and"]));
    assert_eq!(record["topics"][1]["terms"], json!(["china” and ×2", "it in 2001; 50%"]));
    assert_eq!(record["events"][0]["source"], json!(["KAZ", "group.v4;100%"]));
    assert_eq!(record["events"][0]["target"], json!([]));
    assert_eq!(record["events"][0]["trigger"], "signed");
}

#[test]
fn lists_in_csv() {
    let folder = tempfile::tempdir().expect("a folder");
    write(folder.path(), Content::default());
    let csv = fs::read_to_string(folder.path().join("csv/events/part-00000.csv")).expect("a table");
    assert!(
        csv.lines().nth(1).is_some_and(|line| line.contains(",KAZ;group.v4%3B100%25,state.kz;group.v4%3B100%25,,,,,false,1,")),
        "{csv}"
    );
}

#[test]
fn the_same_documents_give_the_same_files() {
    let folders = [(); 2].map(|()| tempfile::tempdir().expect("a folder"));
    for folder in &folders {
        write(folder.path(), all());
    }
    let mut files = 0;
    let mut left = vec![folders[0].path().to_owned()];
    while let Some(path) = left.pop() {
        if path.is_dir() {
            left.extend(fs::read_dir(&path).expect("a folder").map(|entry| entry.expect("a file").path()));
        } else {
            let other = folders[1].path().join(path.strip_prefix(folders[0].path()).expect("below"));
            assert!(fs::read(&path).expect("a file") == fs::read(other).expect("a file"), "{}", path.display());
            files += 1;
        }
    }
    assert_eq!(files, 4 * 25 + 2, "the tables in four formats, the JSONL file and the manifest");
}

#[test]
fn an_error_names_the_file_and_the_cause() {
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join("mentions"), "a file in the place of a folder").expect("a file");
    let mut dataset = Dataset::create(folder.path(), &Options::new(vec![Format::Csv])).expect("a dataset");
    let Err(error) = dataset.document(&document(), &States) else { panic!("the folder cannot be created") };
    assert_eq!(error.kind(), chancery_export::ExportErrorKind::Io);
    assert_eq!(error.path(), folder.path().join("mentions"));
    let source = std::error::Error::source(&error).expect("a cause");
    assert!(source.downcast_ref::<std::io::Error>().is_some());
    assert!(!error.to_string().contains(&source.to_string()));
}
