//! Tests of the commands that inspect results: explain, sample, rules.

use crate::common::{chancery, folder, run, said, told, write};
use std::fs;
use std::process::Stdio;

#[test]
fn explain_tells_what_was_found_and_what_was_not() {
    let work = folder();
    let text = "On 15 June 2001 Kazakhstan and China signed a treaty with Georgia Tech.";
    let output = run(&["explain", text], work.path());
    let shown = said(&output);
    for part in [
        "state.kz (state, KAZ), by its name in en",
        "\"Georgia Tech\" as shadow.georgia-tech: the phrase contains a name but does not refer to the entity of that name",
        "DATE 2001-06-15, 2001-06-15 to 2001-06-15, by the rule day-month-year",
        "signed  SUPPORT (act SUPPORT, asserted), source \"Kazakhstan\" = state.kz, source \"China\" = state.cn",
    ] {
        assert!(shown.contains(part), "{part} is not in\n{shown}");
    }
    assert!(!shown.contains("\u{1b}["), "colours are used only on a terminal");
    let silent = said(&run(&["explain", "Kenya lifted a crane."], work.path()));
    assert!(
        silent.contains("frames that did not apply") && silent.contains("at \"lifted\": its condition \"object\" does not hold"),
        "{silent}"
    );
    let met = said(&run(&["explain", "Kenya met Uganda in Geneva on 4 May 1998 at the third SCO summit."], work.path()));
    assert!(met.contains("from 1998-05-04 (the date of its clause), in city.ch-geneva"), "{met}");
    assert!(met.contains("third SCO summit  kind summit; id mechanism.sco-summit; ordinal 3"), "{met}");
    let json: serde_json::Value = serde_json::from_str(&said(&run(&["explain", text, "--json"], work.path()))).expect("JSON");
    assert!(json["frames"].as_array().expect("frames").iter().any(|frame| frame["frame"] == "support.sign.2" && frame["fired"] == true));
    assert!(json["names_not_taken"].as_array().expect("names").iter().any(|name| name["reason"] == "shadow"));
}

#[test]
fn explain_takes_a_place_in_a_file_of_any_format_and_tells_what_is_wrong() {
    let work = folder();
    write(&work.path().join("a.html"), b"<p>Chad spoke.</p><p>Peru listened.</p>");
    let shown = said(&run(&["explain", "a.html:21"], work.path()));
    assert!(shown.contains("state.pe") && !shown.contains("state.td") && !shown.contains("<p>"), "{shown}");
    for (argument, reason) in [
        ("a.html", "give a.html:OFFSET"),
        ("a.html:900", "no byte 900"),
        ("a.html:x", "is not a byte offset"),
        ("gone.txt:3", "there is no file gone.txt"),
        ("  ", "there is no text"),
    ] {
        let output = run(&["explain", argument], work.path());
        assert!(output.status.code() == Some(2) && told(&output).contains(reason), "{argument}: {}", told(&output));
    }
}

#[test]
fn annotate_gives_the_trace_on_request() {
    let work = folder();
    for (trace, expected) in [(true, true), (false, false)] {
        let mut command = chancery();
        command.args(["annotate", "--no-tokens"]).args(trace.then_some("--trace"));
        let mut child = command.current_dir(work.path()).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("the command");
        std::io::Write::write_all(&mut child.stdin.take().expect("input"), b"{\"text\": \"Kenya lifted a crane.\"}\n").expect("input");
        let output = child.wait_with_output().expect("the command");
        let record: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
        assert_eq!(record["frames"][0]["fired"] == false, expected, "{record}");
    }
}

#[test]
fn sample_draws_judges_and_reports() {
    let work = folder();
    write(&work.path().join("docs/a.txt"), "Kenya met Ghana. Chad met Mali.\n".repeat(20).as_bytes());
    write(&work.path().join("docs/b.jsonl"), b"{\"id\": \"b\", \"text\": \"Peru spoke.\"}\n");
    assert!(run(&["run", "docs", "--out", "out", "-q"], work.path()).status.success());
    let drawn = run(&["sample", "out", "--n", "500", "--seed", "3"], work.path());
    assert!(
        told(&drawn).contains("81 of 81 records drawn") && told(&drawn).contains("1 of the drawn records have no context"),
        "{}",
        told(&drawn)
    );
    let first = said(&run(&["sample", "out", "--n", "4", "--seed", "3", "--kind", "state"], work.path()));
    assert_eq!(first, said(&run(&["sample", "out", "--n", "4", "--seed", "3", "--kind", "state"], work.path())));
    assert_ne!(first, said(&run(&["sample", "out", "--n", "4", "--seed", "4", "--kind", "state"], work.path())));
    assert!(first.contains("[["), "{first}");
    fs::write(work.path().join("drawn.csv"), &first).expect("a file");
    let unjudged = run(&["sample", "--report", "drawn.csv"], work.path());
    assert!(unjudged.status.code() == Some(2) && told(&unjudged).contains("has no verdict yet"));
    let mut child = chancery()
        .args(["sample", "--judge", "drawn.csv"])
        .current_dir(work.path())
        .stdin(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command");
    std::io::Write::write_all(&mut child.stdin.take().expect("input"), b"r\nwhat\nw\nr\nq\n").expect("input");
    assert!(child.wait_with_output().expect("the command").status.success());
    let report = said(&run(&["sample", "--report", "drawn.csv"], work.path()));
    // Wilson's formula gives 0.667 (0.208 to 0.939) for two of three.
    assert!(report.contains("0.667 (0.208 to 0.939)") && report.contains("1 not judged yet"), "{report}");
    for (args, reason) in [
        (vec!["sample", "nowhere"], "nowhere/mentions cannot be read; give the folder of a dataset"),
        (vec!["sample", "out", "--kind", "comet"], "its kinds are state"),
        (vec!["sample", "--report", "docs/a.txt"], "no column `verdict`"),
    ] {
        let output = run(&args, work.path());
        assert!(output.status.code() == Some(2) && told(&output).contains(reason), "{args:?}: {}", told(&output));
    }
}

/// A rule in the user's own folder.
const RULE: &str = r#"
[[rule]]
id = "embassy-open"
act = "SUPPORT"
trigger = ["open/v an embassy in"]
pattern = "source=$actor ...4 TRIGGER target=$state"
accept = [{ text = "Kenya opened an embassy in Ghana.", source = ["KEN"], target = ["GHA"] }]
reject = ["To open an embassy in haste is unwise."]
"#;

#[test]
fn rules_of_ones_own_are_tried_run_and_counted() {
    let work = folder();
    write(&work.path().join("mine/rules/embassy.toml"), RULE.as_bytes());
    write(&work.path().join("docs/a.txt"), b"In 1963 Ghana opened an embassy in Mali.");
    let tested = run(&["rules", "test", "--data", "mine"], work.path());
    assert!(tested.status.success() && said(&tested).contains(" 0 fail"), "{}", said(&tested));
    assert!(run(&["run", "docs", "--out", "out", "--data", "mine", "-q"], work.path()).status.success());
    let event = &crate::common::table(&work.path().join("out"), "events")[0];
    assert_eq!((event["rule"].as_str(), event["source"].as_str(), event["target"].as_str()), ("embassy-open", "GHA", "MLI"));
    let covered = said(&run(&["rules", "coverage", "out", "--data", "mine"], work.path()));
    assert!(covered.contains("1  embassy-open") && covered.contains("never fired: accuse."), "{covered}");
    let gone = run(&["rules", "coverage", "docs"], work.path());
    assert!(
        gone.status.code() == Some(2) && told(&gone).contains("docs/manifest.json cannot be read; give the folder of a dataset"),
        "{}",
        told(&gone)
    );
}

#[test]
fn all_faults_of_rules_are_told_at_once_with_their_place() {
    let work = folder();
    for (name, from, to) in [
        ("type", "target=$state", "target=stat"),
        ("class", "...4 TRIGGER", "<!$nosuch> TRIGGER"),
        ("inflection", "open/v", "open/x"),
        ("key", "act =", "deed ="),
    ] {
        let rule = RULE.replace(from, to).replace("embassy-open", name);
        write(&work.path().join(format!("mine/rules/{name}.toml")), rule.as_bytes());
    }
    let output = run(&["rules", "test", "--data", "mine"], work.path());
    let told = told(&output);
    assert_eq!(output.status.code(), Some(2), "{told}");
    for part in [
        "type.toml:6:",
        "there is no type \"stat\"",
        "class.toml:6:",
        "there is no class \"nosuch\"",
        "inflection.toml:5:",
        "there is no inflection \"/x\"",
        "key.toml:4:",
        "a rule has no key \"deed\"",
    ] {
        assert!(told.contains(part), "{part} is not in\n{told}");
    }
    // A rule that requires an unknown topic gives a warning. If all its topics are unknown, the rule never applies. Otherwise, only the known topics count.
    fs::remove_dir_all(work.path().join("mine")).expect("a folder");
    for (name, topic) in
        [("known", "political.diplomacy"), ("area", "political"), ("unknown", "politics"), ("half", "political\", \"trade")]
    {
        let rule = RULE.replace("act =", &format!("topics = [\"{topic}\"]\nact =")).replace("embassy-open", name);
        write(&work.path().join(format!("mine/rules/{name}.toml")), rule.as_bytes());
    }
    let checked = run(&["gazetteer", "check", "--data", "mine"], work.path());
    let told = format!("{}{}", said(&checked), crate::common::told(&checked));
    assert!(told.contains("unknown.toml:4:") && told.contains("half.toml:4:") && told.matches("CH-R008").count() == 2, "{told}");
    assert!(told.contains("economic, ") && told.contains("never fires") && told.contains("only its other topics count"), "{told}");
    // One example of the rule fails, and another does not contain the trigger of the rule.
    fs::remove_dir_all(work.path().join("mine")).expect("a folder");
    let rule = RULE.replace("source = [\"KEN\"]", "source = [\"TCD\"]").replace("To open an embassy in haste is unwise.", "Peace is good.");
    write(&work.path().join("mine/rules/wrong.toml"), rule.as_bytes());
    let output = run(&["rules", "test", "--data", "mine"], work.path());
    let told = said(&output);
    assert_eq!(output.status.code(), Some(1), "{told}");
    assert!(
        told.contains("CH-R005")
            && told.contains("CH-R006")
            && told.contains("found: embassy-open SUPPORT KEN → GHA")
            && told.contains(" 2 fail"),
        "{told}"
    );
}

#[test]
fn frames_of_ones_own_come_before_the_embedded_ones() {
    let work = folder();
    let frame =
        "[[frame]]\nverb = [\"condemn\"]\nact = \"NONE\"\naccept = [\"Kenya condemned Ghana.\"]\nreject = [\"Kenya praised Ghana.\"]\n";
    write(&work.path().join("mine/frames/a.toml"), frame.as_bytes());
    let tested = run(&["rules", "test", "--data", "mine"], work.path());
    assert!(tested.status.success() && said(&tested).contains(" 0 fail"), "{}", said(&tested));
    assert!(said(&run(&["explain", "Kenya condemned Ghana."], work.path())).contains("by accuse.condemn"));
    let own = said(&run(&["explain", "Kenya condemned Ghana.", "--data", "mine"], work.path()));
    assert!(
        !own.contains("  events")
            && own.contains("accuse.condemn at \"condemned\": a.condemn takes precedence: it requires more words after the verb"),
        "{own}"
    );
}

#[test]
fn the_speaker_is_who_says_we() {
    let work = folder();
    write(&work.path().join("docs/KAZ_2015.txt"), b"We condemn the attack. My delegation supports Kenya.");
    write(&work.path().join("docs/XQZ_2015.txt"), b"We condemn the attack.");
    for (speaker, unknown) in [("KEN", false), ("XQZ", true)] {
        let output = run(&["explain", "We thank Ghana.", "--speaker", speaker], work.path());
        assert!(output.status.success());
        assert_eq!(told(&output).contains("so the speaker is not known"), unknown, "{}", told(&output));
    }
    let output = run(&["run", "docs", "--out", "out", "--name-pattern", "{speaker}_{year}"], work.path());
    assert!(told(&output).contains("1 document with a speaker that is not in the gazetteer: XQZ"), "{}", told(&output));
    let of: Vec<(String, String, String)> = crate::common::table(&work.path().join("out"), "participants")
        .into_iter()
        .filter(|row| row["kind"] == "speaker")
        .map(|row| (row["doc_id"].clone(), row["surface"].clone(), row["of"].clone()))
        .collect();
    let row = |id: &str, surface: &str, of: &str| (id.to_owned(), surface.to_owned(), of.to_owned());
    assert_eq!(of, [row("KAZ_2015", "We", "state.kz"), row("KAZ_2015", "My delegation", "state.kz"), row("XQZ_2015", "We", "")]);
    write(&work.path().join("a.jsonl"), b"{\"text\": \"We condemn the attack.\", \"who\": \"Kenya\"}\n");
    assert!(run(&["run", "a.jsonl", "--out", "named", "--speaker-field", "who", "-q"], work.path()).status.success());
    assert_eq!(crate::common::table(&work.path().join("named"), "documents")[0]["speaker_id"], "state.ke");
    assert_eq!(crate::common::table(&work.path().join("named"), "events")[0]["source"], "KEN");
    let misspelt = told(&run(&["run", "a.jsonl", "--out", "misspelt", "--speaker-field", "whoo"], work.path()));
    assert!(misspelt.contains("No document has a speaker: no record has a value in the field \"whoo\""), "{misspelt}");
    let right = told(&run(&["run", "a.jsonl", "--out", "right", "--speaker-field", "who"], work.path()));
    assert!(!right.contains("No document has a speaker"), "{right}");
}

#[test]
fn events_are_merged_counted_and_scored() {
    let work = folder();
    write(&work.path().join("a.txt"), b"On 15 June 2001 Kazakhstan and China signed a treaty.");
    write(&work.path().join("b.txt"), b"China and Kazakhstan signed a treaty on 15 June 2001.");
    said(&run(&["run", "a.txt", "b.txt", "--out", "out", "--format", "csv"], work.path()));
    said(&run(&["merge-events", "out"], work.path()));
    let groups = fs::read_to_string(work.path().join("out/merged/groups.csv")).expect("groups");
    assert_eq!(groups.lines().nth(1), Some("0,SUPPORT,asserted,CHN;KAZ,CHN;KAZ,057,1,2001-06-15,2001-06-15,,2,2"), "{groups}");
    said(&run(&["panel", "out"], work.path()));
    let panel = fs::read_to_string(work.path().join("out/panel/dyad_year.csv")).expect("a panel");
    assert_eq!(panel.lines().nth(1), Some("2001,CHN,KAZ,2,2,0,0,0,8.000,2"), "{panel}");
    let gold = r#"{"id": "a", "text": "Kazakhstan and China signed a treaty.", "events": [{"start": 21, "end": 27, "class": "SUPPORT"}], "mentions": [{"start": 0, "end": 10, "type": "city"}]}"#;
    write(&work.path().join("gold.jsonl"), gold.as_bytes());
    let report: serde_json::Value = serde_json::from_str(&said(&run(&["eval", "gold.jsonl", "--json"], work.path()))).expect("JSON");
    assert_eq!(report["layers"]["events"]["all"]["right"], 1);
    assert_eq!(report["layers"]["mentions"]["all"]["right"], 0);
    assert_eq!(report["layers"]["mentions"]["confusions"][0]["found"], "state");
}

#[test]
fn each_line_is_answered_at_once() {
    use std::io::{BufRead, BufReader, Write};
    let mut child = chancery().args(["annotate", "--no-tokens"]).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().expect("the command");
    let mut input = child.stdin.take().expect("standard input");
    let mut output = BufReader::new(child.stdout.take().expect("standard output"));
    for (line, expected) in [
        ("{\"id\": \"a\", \"text\": \"Kenya spoke.\"}", "\"id\":\"a\""),
        ("{\"id\": \"b\", \"body\": \"Ghana\"}", "\"id\":\"b\",\"stage\":\"read\",\"error\":"),
        ("no JSON", "\"error\":\"this line is not JSON"),
    ] {
        writeln!(input, "{line}").expect("written");
        // If the command did not answer at once, the test would wait here forever.
        let mut answer = String::new();
        output.read_line(&mut answer).expect("an answer");
        assert!(answer.contains(expected), "{answer}");
    }
    drop(input);
    assert_eq!(child.wait().expect("the end").code(), Some(1));
}

#[test]
fn offsets_can_count_characters_and_fields_can_have_other_names() {
    let work = folder();
    write(&work.path().join("a.jsonl"), "{\"key\": \"a\", \"body\": \"C\u{f4}te d'Ivoire met Peru.\"}\n".as_bytes());
    let answer = |options: &[&str]| -> serde_json::Value {
        let stdin = std::fs::File::open(work.path().join("a.jsonl")).expect("a file");
        let output = chancery().args([&["annotate", "--text-field", "body", "--id-field", "key"], options].concat()).stdin(stdin).output();
        serde_json::from_slice(&output.expect("the command").stdout).expect("JSON")
    };
    let (bytes, chars) = (answer(&[]), answer(&["--offsets", "chars"]));
    assert_eq!((&bytes["id"], &chars["id"]), (&"a".into(), &"a".into()));
    assert_eq!((&bytes["mentions"][1]["start"], &chars["mentions"][1]["start"]), (&19.into(), &18.into()));
    assert_eq!((&bytes["tokens"][1][1], &chars["tokens"][1][1]), (&14.into(), &13.into()));
    assert_eq!((&bytes["events"][0]["trigger_start"], &chars["events"][0]["trigger_start"]), (&15.into(), &14.into()));
}
