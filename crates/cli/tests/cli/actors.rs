//! Tests of the command line: actors, misspelled names, and errors in a user's `actors.toml`.

use crate::common::{folder, run, said, told, write};
use std::fs;

const TEXT: &str =
    "The Kazakh foreign minister met the Presidents of Kyrgyzstan and Uzbekistan. The Baltic States agreed. Beijing said no.";

#[test]
fn actors_are_explained_written_and_drawn() {
    let work = folder();
    let shown = said(&run(&["explain", TEXT, "--date", "2023-05-01"], work.path()));
    for part in [
        "Kazakh foreign minister  KAZ GOV (office, office.foreign-minister, state.kz), by a name before it",
        "Presidents of Kyrgyzstan and Uzbekistan  KGZ GOV (office, office.president, state.kg), by a name after it",
        "Baltic States  EST;LTU;LVA (group, region.baltic-states), by the gazetteer",
        "Beijing  CHN GOV (metonym, city.beijing, state.cn), by the way the text uses the place",
    ] {
        assert!(shown.contains(part), "{part} is not in\n{shown}");
    }
    write(&work.path().join("a.txt"), TEXT.as_bytes());
    let done = run(&["run", "a.txt", "--out", "out", "--format", "csv"], work.path());
    assert!(told(&done).contains("5 actors") || said(&done).contains("5 actors"), "{}{}", said(&done), told(&done));
    let rows = fs::read_to_string(work.path().join("out/actors/part-00000.csv")).expect("the table");
    assert_eq!(rows.lines().count(), 6, "{rows}");
    let drawn = said(&run(&["sample", "out", "--table", "actors", "--kind", "office", "--n", "9"], work.path()));
    assert_eq!(drawn.lines().count(), 4, "{drawn}");
    assert!(drawn.contains("code UZB GOV"), "{drawn}");
}

#[test]
fn a_person_holds_the_office_in_his_name_and_without_a_date_the_one_that_lasts() {
    let work = folder();
    for (text, office) in [
        ("Vladimir Putin spoke.", "office.president"),
        ("Prime Minister Putin spoke.", "office.prime-minister"),
        ("President Xi Jinping spoke.", "President Xi Jinping  CHN GOV (person, office.president"),
    ] {
        let shown = said(&run(&["explain", text], work.path()));
        assert!(shown.contains(office), "{shown}");
    }
}

#[test]
fn a_person_who_serves_an_organisation_has_no_country() {
    let work = folder();
    for (text, date, countries) in [
        ("António Guterres spoke.", "2018-05-01", &[None][..]),
        ("António Guterres spoke.", "1998-05-01", &[Some("PRT")]),
        ("Ban Ki-moon and Vladimir Putin spoke.", "2010", &[None, Some("RUS")]),
        ("Ban Ki-moon spoke.", "2005", &[Some("KOR")]),
        ("Former Secretary-General Ban Ki-moon spoke.", "2020", &[None, None]),
        // The text names the office of the person, so the date does not matter.
        ("UN Secretary-General António Guterres spoke.", "2001", &[None, None]),
        ("Prime Minister António Guterres spoke.", "2000", &[Some("PRT"), Some("PRT")]),
    ] {
        write(&work.path().join("a.jsonl"), serde_json::json!({"text": text, "date": date}).to_string().as_bytes());
        assert!(run(&["run", "a.jsonl", "--out", "out", "--force", "--format", "jsonl"], work.path()).status.success());
        let record = fs::read_to_string(work.path().join("out/jsonl/part-00000.jsonl")).expect("a record");
        let record: serde_json::Value = serde_json::from_str(&record).expect("JSON");
        let found: Vec<Option<&str>> = record["mentions"].as_array().expect("mentions").iter().map(|m| m["country"].as_str()).collect();
        assert_eq!(found, countries, "{text} {date}");
    }
    write(&work.path().join("a.jsonl"), br#"{"text": "Antonio Guterres condemned Israel.", "date": "2018"}"#);
    assert!(run(&["run", "a.jsonl", "--out", "out", "--force", "--format", "jsonl"], work.path()).status.success());
    let record = fs::read_to_string(work.path().join("out/jsonl/part-00000.jsonl")).expect("a record");
    let record: serde_json::Value = serde_json::from_str(&record).expect("JSON");
    assert_eq!(record["events"][0]["source"], serde_json::json!(["igo.un"]));
    assert_eq!(record["events"][0]["target"], serde_json::json!(["ISR"]));
}

#[test]
fn near_spellings_are_told_and_taken_on_request_only() {
    let work = folder();
    let text = "The delegation of Kirgyzstan left.";
    let shown = said(&run(&["explain", text], work.path()));
    assert!(shown.contains("\"Kirgyzstan\" differs from \"kyrgyzstan\" (state.kg) by 1 edit;") && !shown.contains("actors"), "{shown}");
    let json: serde_json::Value = serde_json::from_str(&said(&run(&["explain", text, "--json"], work.path()))).expect("JSON");
    assert_eq!(json["spelled_nearly_so"][0]["edits"], 1);
    write(&work.path().join("a.txt"), text.as_bytes());
    for (near, count) in [(None, 0), (Some("--fuzzy"), 1)] {
        let args: Vec<&str> = ["run", "a.txt", "--out", "out", "--force", "--format", "csv"].into_iter().chain(near).collect();
        assert!(run(&args, work.path()).status.success());
        let rows = fs::read_to_string(work.path().join("out/mentions/part-00000.csv")).expect("the table");
        assert_eq!(rows.lines().filter(|row| row.contains("state.kg")).count(), count, "{rows}");
    }
}

#[test]
fn wrong_words_and_relations_are_told_with_file_line_and_fix() {
    let work = folder();
    fs::create_dir_all(work.path().join("mine/language/en")).expect("a folder");
    let words = "direct = \"yes\"\n[[body]]\nsector = \"PARTY\"\nwords = [\"politburo\"]\n[words]\nmodifiers = [\"x\"]\n[numbers]\ndozen = \"twelve\"\n";
    write(&work.path().join("mine/language/en/actors.toml"), words.as_bytes());
    let entry = "[[entity]]\nid = \"grouping.x\"\ntype = \"grouping\"\nname.en = \"Xland States\"\nmember = [{ of = \"state.uz\", from = \"2005\" }]\nids = { plover = \"WAT\" }\n\
                 src = { by = \"hand\", from = \"a test\", reviewed = \"2026-11-26\" }\n";
    write(&work.path().join("mine/x.toml"), entry.as_bytes());
    let done = run(&["gazetteer", "check", "--data", "mine"], work.path());
    let shown = said(&done) + &told(&done);
    assert!(!done.status.success(), "{shown}");
    for part in [
        "actors.toml:1:",
        "direct must be true or false",
        "there is no sector \"PARTY\"",
        "known sectors: GOV, MIL",
        "[words] has no key \"modifiers\"",
        "a whole number from 0 to 255, not \"twelve\"",
        "x.toml:5:",
        "a relation has no key \"from\"",
        "there is no sector \"WAT\"",
    ] {
        assert!(shown.contains(part), "{part} is not in\n{shown}");
    }
}

#[test]
fn a_word_of_the_users_counts_over_the_embedded_one() {
    let work = folder();
    fs::create_dir_all(work.path().join("mine/language/en")).expect("a folder");
    write(&work.path().join("mine/language/en/actors.toml"), b"[[body]]\nsector = \"PTY\"\nwords = [\"politburo\", \"army\"]\n");
    let shown = said(&run(&["explain", "The Soviet politburo and the Chinese army met.", "--data", "mine"], work.path()));
    assert!(shown.contains("Soviet politburo  SUN PTY (body") && shown.contains("Chinese army  CHN PTY (body"), "{shown}");
}
