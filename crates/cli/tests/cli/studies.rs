//! Runs the command on the policy studies in `tests/studies` and checks that it finds the facts listed for them.

use crate::common::chancery;
use serde_json::{Value, json};
use std::io::Write;
use std::path::PathBuf;
use std::process::Stdio;

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../tests/studies")
}

/// Returns the record that `chancery annotate` writes for a text.
fn record(text: &str) -> Value {
    let mut child = chancery().arg("annotate").stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("the command");
    let line = json!({"id": "study", "text": text}).to_string();
    child.stdin.take().expect("a pipe").write_all(line.as_bytes()).expect("a line");
    let output = child.wait_with_output().expect("an answer");
    serde_json::from_slice(&output.stdout).expect("a record")
}

/// Normalizes a string for comparison: lower case, single spaces, straight apostrophes, "-ization" for "-isation", and no article at the
/// start.
fn plain(text: &str) -> String {
    let text = text.to_lowercase().replace('\u{2019}', "'").replace("isation", "ization");
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    ["the ", "a ", "an "].iter().find_map(|article| text.strip_prefix(article)).unwrap_or(&text).to_owned()
}

fn str<'v>(value: &'v Value, key: &str) -> &'v str {
    value[key].as_str().unwrap_or("")
}

/// Returns `true` if one of two strings contains the other, after both are normalized with [`plain`]. The result is false if one of them
/// is empty.
fn nested(one: &str, other: &str) -> bool {
    let (one, other) = (plain(one), plain(other));
    !one.is_empty() && !other.is_empty() && (one.contains(&other) || other.contains(&one))
}

/// Returns the rows of a table in a record.
fn rows<'r>(record: &'r Value, table: &str) -> &'r [Value] {
    record[table].as_array().map_or(&[], Vec::as_slice)
}

fn span(row: &Value) -> (usize, usize) {
    let number = |key: &str| row[key].as_u64().and_then(|n| usize::try_from(n).ok()).unwrap_or(usize::MAX);
    (number("start"), number("end"))
}

/// Returns `true` if the date `found` agrees with `expected`, which is a date or a range (`START/END`). It agrees if it begins with the
/// first date of `expected`, or if it contains every date of `expected`.
fn dated(found: &str, expected: &str) -> bool {
    let first = expected.split('/').next().unwrap_or(expected);
    found.starts_with(first) || expected.split('/').all(|part| found.contains(part))
}

/// Returns `true` if the entity with the id `id` has the name `name`, either as its label or in a mention. Names are compared with
/// [`nested`].
fn called(record: &Value, id: &str, name: &str) -> bool {
    let mut mentions = rows(record, "mentions").iter().filter(|row| str(row, "id") == id);
    mentions.any(|row| nested(str(row, "label"), name) || nested(str(row, "surface"), name))
}

fn mention(record: &Value, fact: &Value) -> bool {
    let same = |row: &&Value| plain(str(row, "surface")) == plain(str(fact, "text")) && nested(str(row, "label"), str(fact, "entity"));
    rows(record, "mentions").iter().any(|row| same(&row))
}

fn instrument(record: &Value, fact: &Value) -> bool {
    rows(record, "instruments").iter().any(|row| {
        let date = fact["date"].as_str().is_none_or(|date| {
            ["signed", "adopted", "opened", "in_force", "ratified", "dated"].iter().any(|key| dated(str(row, key), date))
        });
        let parties = fact["parties"].as_array().is_none_or(|parties| {
            let column = |key: &str| row[key].as_array().cloned().unwrap_or_default();
            let codes = column("parties");
            let ids = column("party_ids");
            let named = |party: &str| ids.iter().filter_map(Value::as_str).any(|id| called(record, id, party));
            parties.iter().all(|party| codes.contains(party) || party.as_str().is_some_and(named))
        });
        nested(str(row, "surface"), str(fact, "title")) && date && parties
    })
}

fn meeting(record: &Value, fact: &Value) -> bool {
    rows(record, "meetings").iter().any(|row| {
        let named = nested(str(row, "surface"), str(fact, "text"));
        let date = fact["date"].as_str().is_none_or(|date| dated(str(row, "begin"), date.split('/').next().unwrap_or(date)));
        let place = fact["place"].as_str().is_none_or(|place| called(record, str(row, "place"), place));
        named && date && place && row["planned"] == json!(fact["held"] == "planned")
    })
}

fn date(record: &Value, fact: &Value) -> bool {
    rows(record, "times").iter().any(|row| row["surface"] == fact["text"] && row["value"] == fact["value"])
}

fn event(record: &Value, fact: &Value) -> bool {
    let side = |row: &Value, role: &str| {
        let text = str(fact, role);
        let mut sides = rows(record, "participants").iter().filter(|side| side["event"] == row["event"] && side["role"] == role);
        text.is_empty() || sides.any(|side| nested(str(side, "surface"), text))
    };
    let instrument = |row: &Value| {
        let title =
            rows(record, "instruments").iter().find(|other| !row["instrument"].is_null() && other["instrument"] == row["instrument"]);
        title.is_some_and(|title| nested(str(title, "surface"), str(fact, "target")))
    };
    rows(record, "events").iter().any(|row| {
        let same = nested(str(row, "trigger"), str(fact, "verb")) && (row["class"] == fact["class"] || row["act"] == fact["class"]);
        same && row["voice"] == fact["voice"] && side(row, "source") && (side(row, "target") || instrument(row))
    })
}

fn point(text: &str, record: &Value, fact: &Value) -> bool {
    let Some(begin) = text.find(str(fact, "begins")) else { return false };
    let near = |row: &&Value| span(row).0.abs_diff(begin) < 8;
    rows(record, "points").iter().any(|row| near(&row))
        || rows(record, "sections").iter().any(|row| near(&row) && !row["heading"].is_null())
}

fn amount(record: &Value, fact: &Value) -> bool {
    rows(record, "amounts").iter().any(|row| {
        let unit = [str(row, "currency"), str(row, "unit"), str(row, "kind")].iter().any(|unit| nested(unit, str(fact, "unit")));
        nested(str(row, "surface"), str(fact, "text"))
            && row["value"].as_f64() == fact["value"].as_f64()
            && (unit || row["kind"] == "share")
    })
}

fn topic(text: &str, record: &Value, fact: &Value) -> bool {
    let Some(begin) = text.find(str(fact, "paragraph_begins")) else { return false };
    let end = text[begin..].find("\n\n").map_or(text.len(), |length| begin + length);
    let of = |row: &Value| str(row, "topic").split('.').next() == fact["topic"].as_str();
    rows(record, "topics").iter().any(|row| row["scope"] == "sentence" && of(row) && span(row).0 >= begin && span(row).1 <= end)
}

#[test]
fn the_facts_in_the_policy_studies_come_out() {
    let mut missing = Vec::new();
    let mut all = 0;
    for study in ["central_asia", "horn_of_africa", "nile", "south_caucasus", "south_china_sea"] {
        let text = std::fs::read_to_string(folder().join(format!("{study}.txt"))).expect("a study");
        let facts = std::fs::read_to_string(folder().join(format!("{study}.facts.jsonl"))).expect("facts");
        let record = record(&text);
        for (at, line) in facts.lines().enumerate() {
            let fact: Value = serde_json::from_str(line).expect("a fact");
            let found = match str(&fact, "kind") {
                "mention" => mention(&record, &fact),
                "instrument" => instrument(&record, &fact),
                "meeting" => meeting(&record, &fact),
                "date" => date(&record, &fact),
                "event" => event(&record, &fact),
                "point" => point(&text, &record, &fact),
                "amount" => amount(&record, &fact),
                "topic" => topic(&text, &record, &fact),
                kind => panic!("the kind {kind}"),
            };
            all += 1;
            if !found {
                missing.push(format!("{study}:{} {line}", at + 1));
            }
        }
    }
    let known = std::fs::read_to_string(folder().join("missing.txt")).expect("a list");
    let known: Vec<&str> = known.lines().filter(|line| !line.starts_with('#')).collect();
    println!("{} of {all} facts were found", all - missing.len());
    let text = missing.join("\n");
    assert_eq!(missing, known, "{} of {all} facts were found; these were not:\n{text}", all - missing.len());
}
