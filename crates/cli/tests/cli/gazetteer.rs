//! Tests of `chancery gazetteer`, the tools for maintaining the gazetteer.

use crate::common::{chancery, fails, folder, gazetteer, run, said, told, write};
use std::fs;

const TEXT: &str = "The Great Steppe Council met in Astana. The Great Steppe Council (GSC) adopted the Steppe Declaration. The GSC thanked President Azamat Asanov for his work and for the warm welcome in the city.";

#[test]
fn a_name_is_looked_up() {
    let dir = folder();
    let shown = gazetteer(&["lookup", "shanghai cooperation organisation"], dir.path());
    assert!(shown.contains("igo.sco  Shanghai Cooperation Organization") && shown.contains("regional.toml:"), "{shown}");
    assert!(shown.contains("member: Kazakhstan (state.kz)") && shown.contains("reviewed 20"), "{shown}");
    assert!(gazetteer(&["lookup", "party.kdp-iraq"], dir.path()).contains("compared with 2 sources"));
    let rivals = gazetteer(&["lookup", "Georgia"], dir.path());
    assert!(
        rivals.contains("a form of several entries") && rivals.contains("shared with state.ge") && rivals.contains("prior 0.6"),
        "{rivals}"
    );
    let json: serde_json::Value = serde_json::from_str(&gazetteer(&["lookup", "igo.sco", "--json"], dir.path())).expect("JSON");
    assert_eq!(json["entries"][0]["type"], "igo");
    let held = gazetteer(&["lookup", "foreign minister of Ethiopia"], dir.path());
    assert!(
        held.contains("the last known holder of the office \"foreign minister of Ethiopia\" is") && held.contains("state.et"),
        "{held}"
    );
    let unknown = fails(&["lookup", "Shangai Cooperation Organisaton"], dir.path());
    assert!(unknown.contains("no entry has the name or id") && unknown.contains("igo.sco"), "{unknown}");
}

#[test]
fn unknown_names_are_suggested_as_entries() {
    let dir = folder();
    for number in 0..3 {
        write(&dir.path().join(format!("corpus/{number}.txt")), TEXT.as_bytes());
    }
    let shown = gazetteer(&["suggest", "corpus"], dir.path());
    for part in [
        "name.en = \"Great Steppe Council\"",
        "abbr.en = [\"GSC\"]",
        "type = \"organ\"",
        "name.en = \"Azamat Asanov\"",
        "type = \"person\"",
        "3 documents",
    ] {
        assert!(shown.contains(part), "{part} is not in\n{shown}");
    }
    assert!(!shown.contains("\"Astana\""), "{shown}");
    // The output is a data file. Once it is loaded, its names are no longer suggested.
    write(&dir.path().join("mine/new.toml"), shown.as_bytes());
    gazetteer(&["check", "--data", "mine"], dir.path());
    assert!(!gazetteer(&["suggest", "corpus", "--data", "mine"], dir.path()).contains("Great Steppe Council"));
}

#[test]
fn the_country_of_a_suggested_name_is_guessed() {
    let dir = folder();
    for number in 0..3 {
        let text = "He thanked the Kenyan Haulage Council. The Kenyan Haulage Council agreed with the Haulage Board of South Africa.";
        write(&dir.path().join(format!("corpus/{number}.txt")), text.as_bytes());
    }
    let shown = gazetteer(&["suggest", "corpus"], dir.path());
    for part in
        ["# country = [\"state.ke\"] # the name contains \"Kenyan\"", "# country = [\"state.za\"] # the name contains \"South Africa\""]
    {
        assert!(shown.contains(part), "{part} is not in\n{shown}");
    }
}

#[test]
fn chinese_names_are_suggested() {
    let dir = folder();
    for number in 0..3 {
        write(&dir.path().join(format!("corpus/{number}.txt")), "各国支持草原合作理事会的工作。我们欢迎草原合作理事会。".as_bytes());
    }
    assert!(gazetteer(&["suggest", "corpus"], dir.path()).contains("name.zh = \"草原合作理事会\""));
}

#[test]
fn the_effect_of_an_edit_is_shown() {
    let dir = folder();
    fs::create_dir(dir.path().join("mine")).expect("a folder");
    write(&dir.path().join("corpus/a.txt"), TEXT.as_bytes());
    write(&dir.path().join("corpus/b.txt"), b"Kenya and Ghana met.");
    gazetteer(&["add", "mine", "igo.gsc", "--type", "igo", "--name", "Great Steppe Council", "--abbr", "GSC", "--source", "x"], dir.path());
    let shown = gazetteer(&["diff", "embedded", "mine", "corpus"], dir.path());
    assert!(shown.contains("igo.gsc (Great Steppe Council): is new"), "{shown}");
    assert!(shown.contains("2 documents, 1 of them possibly affected, 1 with different records"), "{shown}");
    assert!(shown.contains("mentions: 4 gained, 0 lost") || shown.contains("mentions: 3 gained, 0 lost"), "{shown}");
    assert!(gazetteer(&["diff", "mine", "mine", "corpus"], dir.path()).contains("0 with different records"));
    // A comparison of two datasets shows the same differences.
    for (out, data) in [("one", vec![]), ("two", vec!["--data", "mine"])] {
        let output = run(&[&["run", "corpus", "--out", out, "--quiet"][..], &data].concat(), dir.path());
        assert!(output.status.success(), "{}", told(&output));
    }
    let shown = gazetteer(&["diff", "one", "two"], dir.path());
    assert!(shown.contains("gained  igo.gsc"), "{shown}");
    let coverage = gazetteer(&["coverage", "two", "--data", "mine"], dir.path());
    assert!(coverage.contains("your folder 1: 1 of 1 entries found") && coverage.contains("Great Steppe Council"), "{coverage}");
    // Changes to topics and frames are compared in the same way.
    write(&dir.path().join("other/topics/t.toml"), b"[[topic]]\nid = \"economic.trade\"\nextend = true\nterms = [\"met\"]\n");
    let shown = gazetteer(&["diff", "embedded", "other", "corpus"], dir.path());
    assert!(shown.contains("1 frame or topic differs\n  topic economic.trade: added: met"), "{shown}");
    assert!(shown.contains("gained  economic.trade"), "{shown}");
    write(&dir.path().join("less/frames/f.toml"), b"[[frame]]\nid = \"consult.meet.4\"\noff = true\n");
    let shown = gazetteer(&["diff", "embedded", "less", "corpus"], dir.path());
    assert!(shown.contains("frame consult.meet.4: is new") && shown.contains("events: 0 gained, 1 lost"), "{shown}");
    assert!(fails(&["diff", "mine", "mine"], dir.path()).contains("no documents were given"));
    assert!(fails(&["coverage", "corpus"], dir.path()).contains("corpus"));
}

#[test]
fn what_has_run_out_is_listed() {
    let dir = folder();
    fs::create_dir(dir.path().join("mine")).expect("a folder");
    let office = "office=office.president at=state.kg valid=2020/2021-01-01";
    gazetteer(
        &[
            "add",
            "mine",
            "person.asanov",
            "--type",
            "person",
            "--name",
            "Azamat Asanov",
            "--relation",
            office,
            "--source",
            "x",
            "--reviewed",
            "2020-01-01",
        ],
        dir.path(),
    );
    let shown = gazetteer(&["stale", "--date", "2026-11-29", "--data", "mine"], dir.path());
    assert!(shown.contains("offices without a known holder on 2026-11-29"), "{shown}");
    assert!(shown.contains("person.asanov  last reviewed 2020-01-01   mine/gazetteer/names.toml:"), "{shown}");
    assert!(!gazetteer(&["stale", "--date", "2020-02-01", "--data", "mine"], dir.path()).contains("person.asanov  last"));
    assert!(fails(&["stale", "--date", "soon"], dir.path()).contains("YYYY-MM-DD"));
}

#[test]
fn entries_are_added_and_changed_or_nothing_is() {
    let dir = folder();
    let root = dir.path();
    gazetteer(&["init", "mine"], root);
    gazetteer(&["check", "--data", "mine"], root);
    assert!(fails(&["init", "mine"], root).contains("already exists"));
    gazetteer(
        &["add", "mine", "igo.gsc", "--type", "igo", "--name", "Great Steppe Council", "--name", "zh:大草原理事会", "--source", "x"],
        root,
    );
    assert!(fails(&["add", "mine", "igo.gsc", "--type", "igo", "--name", "Y", "--source", "x"], root).contains("already"));
    let misspelt = fails(&["edit", "mien", "igo.gsc", "--alias", "Y"], root);
    assert!(misspelt.contains("there is no folder mien") && !root.join("mien").exists(), "{misspelt}");
    let list = fails(&["edit", "mine", "igo.gsc", "--relation", "member=Kenya,Ghana"], root);
    assert!(list.contains("for several entries, repeat the option"), "{list}");
    let language = fails(&["edit", "mine", "igo.gsc", "--abbr", "russian:СВС"], root);
    assert!(language.contains("\"russian\" is not a language code; write, for example, ru:СВС"), "{language}");
    assert!(fails(&["edit", "mine", "igo.nothing", "--alias", "Y"], root).contains("there is no entry igo.nothing"));
    let file = root.join("mine/gazetteer/names.toml");
    let before = fs::read_to_string(&file).expect("a file");
    let wrong = fails(&["edit", "mine", "igo.gsc", "--relation", "member=state.zz"], root);
    assert!(wrong.contains("no entry has the name or id \"state.zz\""), "{wrong}");
    assert_eq!(fs::read_to_string(&file).expect("a file"), before);
    gazetteer(&["edit", "mine", "igo.gsc", "--alias", "Steppe Council", "--relation", "member=state.kz valid=1999/.."], root);
    gazetteer(&["edit", "mine", "state.kg", "--demonym", "Kyrgyzes", "--source", "style guide"], root);
    let shown = gazetteer(&["lookup", "Kyrgyzes", "--data", "mine"], root);
    assert!(shown.contains("state.kg") && shown.contains("mine/gazetteer/names.toml:"), "{shown}");
    // A word can be both an adjective and a demonym.
    let both = gazetteer(&["edit", "mine", "Botswana", "--demonym", "Batswana", "--source", "x"], root);
    assert!(both.contains("+ demonym.en = Batswana") && !both.contains("- adj.en"), "{both}");
    // A new name with endings contains the old name, which therefore does not become an alias.
    gazetteer(&["edit", "mine", "igo.gsc", "--name", "ru:Водный форум степи"], root);
    gazetteer(&["edit", "mine", "igo.gsc", "--name", "ru:Водн{~ый,ого,ому,ый,ым,ом} фору{~м,ма,му,м,мом,ме} степи"], root);
    assert!(!fs::read_to_string(&file).expect("a file").contains("alias.ru"));
    gazetteer(&["edit", "mine", "igo.imf", "--off"], root);
    for asked in ["igo.imf", "International Monetary Fund"] {
        let switched = fails(&["lookup", asked, "--data", "mine"], root);
        assert!(switched.contains("igo.imf (International Monetary Fund), but mine switches this entry off"), "{switched}");
    }
    let refused = fails(&["edit", "mine", "igo.imf", "--alias", "Fund of Bretton Woods"], root);
    assert!(refused.contains("mine/gazetteer/names.toml switches igo.imf off") && refused.contains("--on"), "{refused}");
    gazetteer(&["edit", "mine", "igo.imf", "--on", "--alias", "Fund of Bretton Woods"], root);
    assert!(gazetteer(&["lookup", "Fund of Bretton Woods", "--data", "mine"], root).contains("igo.imf"));
    assert!(fails(&["edit", "mine", "igo.imf", "--on"], root).contains("nothing to undo with --on"));
    gazetteer(&["edit", "mine", "igo.imf", "--off"], root);
    gazetteer(&["edit", "mine", "igo.imf", "--on"], root);
    assert!(gazetteer(&["lookup", "igo.imf", "--data", "mine"], root).contains("International Monetary Fund"));
    gazetteer(&["edit", "mine", "state.cd", "--drop", "alias.en=Zaire"], root);
    let dropped = fails(&["lookup", "Zaire", "--data", "mine"], root);
    assert!(dropped.contains("\"Zaire\" is a name of state.cd") && dropped.contains("but mine drops this name"), "{dropped}");
    gazetteer(&["edit", "mine", "Great Steppe Council", "--alias", "Steppe Assembly"], root);
    assert!(gazetteer(&["lookup", "Steppe Assembly", "--data", "mine"], root).contains("igo.gsc"));
    let several = fails(&["edit", "mine", "Congo", "--alias", "x"], root);
    assert!(several.contains("several entries have the name \"Congo\"") && several.contains("state.cd"), "{several}");
    let exported = gazetteer(&["export", "embedded"], root);
    assert!(exported.contains("files") && root.join("embedded/gazetteer/organisations/regional.toml").is_file(), "{exported}");
}

#[test]
fn a_packed_folder_is_as_good_as_the_folder() {
    let dir = folder();
    let root = dir.path();
    gazetteer(&["init", "mine"], root);
    gazetteer(&["add", "mine", "igo.gsc", "--type", "igo", "--name", "Great Steppe Council", "--source", "x"], root);
    let packed = gazetteer(&["pack", "mine"], root);
    assert!(packed.starts_with("my-names-0.1.zip: my-names 0.1, CC BY 4.0, "), "{packed}");
    write(&root.join("a.txt"), TEXT.as_bytes());
    let manifest = |out: &str, data: &str| {
        let output = run(&["run", "a.txt", "--out", out, "--data", data, "--quiet"], root);
        assert!(output.status.success(), "{}", told(&output));
        fs::read_to_string(root.join(out).join("manifest.json")).expect("a manifest")
    };
    let (one, two) = (manifest("one", "mine"), manifest("two", "my-names-0.1.zip"));
    assert_eq!(one, two);
    assert!(one.contains("\"name\": \"my-names\"") && one.contains("\"licence\": \"CC BY 4.0\""), "{one}");
    assert!(gazetteer(&["licenses", "--data", "my-names-0.1.zip"], root).contains("name my-names, version 0.1, licence CC BY 4.0"));
    fs::remove_file(root.join("mine/pack.toml")).expect("a file");
    assert!(fails(&["pack", "mine"], root).contains("pack.toml must contain a name"));
}

#[test]
fn compiled_data_are_kept_until_a_file_changes() {
    let dir = folder();
    let root = dir.path();
    let names = root.join("mine/gazetteer/names.toml");
    let entry = |name: &str| {
        format!("[[entity]]\nid = \"igo.steppe\"\ntype = \"igo\"\nname.en = \"{name}\"\nname.ru = \"Совет степи\"\nsrc = \"x\"\n")
    };
    write(&names, entry("Great Steppe Council").as_bytes());
    write(&root.join("text.txt"), b"The Great Steppe Council met.");
    let cache = root.join("cache");
    let mentions = |cached: bool| {
        let mut command = chancery();
        if cached {
            command.env("CHANCERY_CACHE", &cache);
        }
        let args = ["run", "text.txt", "--out", "out", "--format", "csv", "--force", "--data", "mine"];
        let output = command.args(args).current_dir(root).output().expect("the command");
        let mentions = fs::read_to_string(root.join("out/mentions/part-00000.csv")).expect("a table");
        (mentions, told(&output).lines().filter(|line| line.contains("warning")).collect::<Vec<_>>().join("\n"))
    };
    let files = || {
        let mut files: Vec<_> = fs::read_dir(&cache).expect("a folder").map(|entry| entry.expect("a file").path()).collect();
        files.sort();
        files
    };
    let plain = mentions(false);
    assert!(plain.0.contains("igo.steppe") && plain.1.contains("warning"), "{plain:?}");
    // Data from the cache give the same results, including the warnings.
    assert_eq!(mentions(true), plain);
    assert_eq!(files().len(), 1);
    assert_eq!(mentions(true), plain);
    assert_eq!(files().len(), 1);
    // A damaged cache file is written again.
    let kept = files()[0].clone();
    let whole = fs::read(&kept).expect("the file");
    let mut damaged = whole.clone();
    damaged[whole.len() / 2] ^= 1;
    write(&kept, &damaged);
    assert_eq!(mentions(true), plain);
    assert_eq!(fs::read(&kept).expect("the file"), whole);
    // If the names change, the folder is compiled again, and the file is replaced.
    write(&names, entry("Small Steppe Council").as_bytes());
    assert!(!mentions(true).0.contains("igo.steppe"));
    assert_eq!(files(), std::slice::from_ref(&kept));
    assert_ne!(fs::read(&kept).expect("the file"), whole);
}

#[test]
fn commands_that_write_files_print_json() {
    let dir = folder();
    let root = dir.path();
    let json = |args: &[&str]| -> serde_json::Value { serde_json::from_str(&said(&run(args, root))).expect("JSON") };
    let made = json(&["gazetteer", "init", "made", "--json"]);
    assert!(made["files"].as_array().is_some_and(|files| files.iter().any(|file| file == "made/pack.toml")), "{made}");
    let added =
        json(&["gazetteer", "add", "made", "igo.gsc", "--type", "igo", "--name", "Great Steppe Council", "--source", "x", "--json"]);
    assert_eq!((added["done"].as_str(), added["added"][0].as_str()), (Some("added"), Some("name.en = Great Steppe Council")));
    let edited = json(&["gazetteer", "edit", "made", "igo.gsc", "--alias", "Steppe Council", "--json"]);
    assert_eq!((edited["done"].as_str(), edited["added"][0].as_str()), (Some("changed"), Some("alias.en = Steppe Council")));
    write(&root.join("list.csv"), b"name,type\nGreat Plains Council,igo\nPlains [x],igo\n");
    let imported = json(&["gazetteer", "import", "list.csv", "--out", "made/gazetteer/list.toml", "--json"]);
    assert_eq!((imported["counts"]["new_entries"].as_u64(), imported["remarks"][0]["line"].as_u64()), (Some(1), Some(3)));
    let exported = json(&["gazetteer", "export", "names.csv", "--as", "csv", "--own", "--data", "made", "--json"]);
    assert_eq!((exported["entries"].as_u64(), exported["names"].as_u64()), (Some(2), Some(3)));
    let tested = json(&["rules", "test", "--data", "made", "--json"]);
    assert_eq!((tested["failing"].as_u64(), tested["own_rules"].as_u64()), (Some(0), Some(0)));
    assert!(tested["examples"].as_u64().is_some_and(|examples| examples > 1000));
    write(&root.join("docs/a.txt"), b"Kenya condemned the attack.");
    said(&run(&["run", "docs", "--out", "out", "--quiet"], root));
    let covered = json(&["rules", "coverage", "out", "--json"]);
    let events = covered["tables"]["events"].as_array().expect("a list");
    assert!(events.iter().any(|row| row["rule"] == "accuse.condemn" && row["records"] == 1), "{events:?}");
}

#[test]
fn check_and_stats_print_json() {
    let dir = folder();
    let root = dir.path();
    write(
        &root.join("mine/gazetteer/names.toml"),
        b"[[entity]]\nid = \"igo.steppe\"\ntype = \"igo\"\nname.en = \"Steppe Council\"\ncolour = 1\nsrc = \"x\"\n",
    );
    let output = run(&["gazetteer", "check", "--data", "mine", "--json"], root);
    assert_eq!(output.status.code(), Some(1));
    let report: serde_json::Value = serde_json::from_str(&said(&output)).expect("JSON");
    assert_eq!((&report["problems"][0]["line"], &report["problems"][0]["severity"]), (&5.into(), &"error".into()));
    assert_eq!(report["folders"][0]["counts"]["entries"], 1);
    let stats: serde_json::Value = serde_json::from_str(&said(&run(&["gazetteer", "stats", "--json"], root))).expect("JSON");
    assert!(stats["types"].as_array().is_some_and(|types| types.iter().any(|kind| kind["type"] == "igo")));
}

#[test]
fn what_needs_no_decision_is_corrected() {
    let dir = folder();
    let entry = "# my names\n[[entity]]\nid = \"igo.gsc\"\ntype = \"igo\"\nname.EN = \"Great Steppe Council\" # kept\n\
                 aliass.en = [\"Steppe Council\", \"Steppe Council\", \"Conseil de la Ste\u{301}ppe\"]\nalias.cn = [\"大草原理事会\"]\nsrc = \"x\"\n";
    write(&dir.path().join("mine/gazeteer/a.toml"), entry.as_bytes());
    write(&dir.path().join("mine/topics/t.TOML"), b"[[topic]]\nid = \"my.t\"\nlabel = \"T\"\nterms = [\"kosakow\"]\n");
    let output = run(&["gazetteer", "check", "--data", "mine", "--fix"], dir.path());
    assert!(output.status.success() && said(&output).contains("0 errors, 0 warnings"), "{}{}", said(&output), told(&output));
    assert!(told(&output).contains("moved to mine/gazetteer/a.toml"), "{}", told(&output));
    let fixed = std::fs::read_to_string(dir.path().join("mine/gazetteer/a.toml")).expect("the file");
    let right = "# my names\n[[entity]]\nid = \"igo.gsc\"\ntype = \"igo\"\nname.en = \"Great Steppe Council\" # kept\n\
                 alias.en = [\"Steppe Council\", \"Conseil de la Stéppe\"]\nalias.zh = [\"大草原理事会\"]\nsrc = \"x\"\n";
    assert_eq!(fixed, right);
    assert!(dir.path().join("mine/topics/t.toml").is_file());
}

#[test]
fn a_correction_does_not_make_a_file_invalid() {
    let dir = folder();
    let file = |text: &str| {
        write(&dir.path().join("mine/gazetteer/a.toml"), text.as_bytes());
        let output = run(&["gazetteer", "check", "--data", "mine", "--fix"], dir.path());
        (output.status.code(), std::fs::read_to_string(dir.path().join("mine/gazetteer/a.toml")).expect("the file"))
    };
    // The byte order mark that some editors write is kept.
    let entry = "\u{FEFF}[[entity]]\nid = \"igo.gsc\"\ntype = \"igo\"\nnam.en = \"Great Steppe Council\"\nsrc = \"x\"\n";
    assert_eq!(file(entry), (Some(0), entry.replace("nam.en", "name.en")));
    // A misspelt key is not corrected if the entry already has the nearest known key.
    let entry = "[[entity]]\nid = \"igo.gsc\"\ntype = \"igo\"\nname.en = \"Great Steppe Council\"\nsrc = \"x\"\ntyp = \"igo\"\n";
    assert_eq!(file(entry), (Some(1), entry.to_owned()));
    // If two misspelt keys have the same nearest known key, only one of them is corrected.
    let entry = "[[entity]]\nid = \"igo.gsc\"\nname.en = \"Great Steppe Council\"\nsrc = \"x\"\ntyp = \"igo\"\ntipe = \"igo\"\n";
    let (code, fixed) = file(entry);
    assert_eq!((code, fixed.matches("\ntype = ").count()), (Some(1), 1), "{fixed}");
}

#[test]
fn an_edit_prints_what_it_adds_and_removes() {
    let dir = folder();
    fs::create_dir(dir.path().join("mine")).expect("a folder");
    let root = dir.path();
    let shown = gazetteer(&["edit", "mine", "igo.sco", "--drop", "member=India", "--source", "x"], root);
    for part in ["- member = state.in (India), role member, valid 2017", "- member = state.in (India), role observer", "to undo a --drop"] {
        assert!(shown.contains(part), "{part} is not in\n{shown}");
    }
    // Both spellings come from one form with braces. A form without a language is English.
    let shown = gazetteer(&["edit", "mine", "Kyrgyzstan", "--drop", "alias=Kirgizstan", "--source", "x"], root);
    assert!(shown.contains("- alias.en = Kirgizstan") && shown.contains("- alias.en = Kirghizstan"), "{shown}");
    let shown = gazetteer(&["edit", "mine", "Kyrgyzstan", "--adj", "Kyrgyz"], root);
    assert!(shown.contains("are the same as before"), "{shown}");
    gazetteer(&["add", "mine", "igo.gsc", "--type", "igo", "--name", "Great Steppe Council", "--source", "x"], root);
    let shown = gazetteer(&["edit", "mine", "igo.gsc", "--relation", "member=South Korea valid=1991/.."], root);
    assert!(shown.contains("+ member = state.kr (South Korea), valid 1991/.."), "{shown}");
    let unknown = fails(&["edit", "mine", "igo.gsc", "--relation", "member=Kazakstann"], root);
    assert!(unknown.contains("no entry has the name or id \"Kazakstann\"; similar names: state.kz (Kazakstan)"), "{unknown}");
    // A dropped relation can be added again. The two relations have different roles, so neither replaces the other.
    let roles = ["member=India role=observer valid=2005-07-05/2017-06-08", "member=India role=member valid=2017-06-09/.."];
    let shown = gazetteer(&["edit", "mine", "igo.sco", "--relation", roles[0], "--relation", roles[1]], root);
    assert!(shown.contains("+ member = state.in (India), role observer") && shown.contains("role member, valid 2017-06-09/.."), "{shown}");
    // A name to drop that the entry does not have is probably misspelt.
    let misspelt = fails(&["edit", "mine", "state.kg", "--drop", "demonym.en=Kirghizess"], root);
    assert!(misspelt.contains("no demonym.en = \"Kirghizess\" to drop; did you mean \"Kirghizes\"?"), "{misspelt}");
    // Changed conditions are shown, too.
    let shown = gazetteer(&["edit", "mine", "igo.gsc", "--alias", "{ n = \"GSC talks\", needs = [\"steppe\"] }"], root);
    assert!(shown.contains("+ alias.en = GSC talks (only near one of these: steppe)"), "{shown}");
    let shown = gazetteer(&["edit", "mine", "igo.gsc", "--alias", "{ n = \"GSC talks\", valid = \"2030/..\" }"], root);
    assert!(shown.contains("- alias.en = GSC talks (only near") && shown.contains("+ alias.en = GSC talks (valid 2030/..)"), "{shown}");
    // The first name of an entry in a language replaces no other name.
    let shown = gazetteer(&["edit", "mine", "organ.et-hof", "--name", "zh:人民代表院"], root);
    assert!(shown.contains("+ name.zh = 人民代表院"), "{shown}");
}

#[test]
fn an_entry_that_is_switched_off_keeps_its_content() {
    let dir = folder();
    fs::create_dir(dir.path().join("mine")).expect("a folder");
    let root = dir.path();
    gazetteer(&["add", "mine", "igo.gsc", "--type", "igo", "--name", "Great Steppe Council", "--source", "x"], root);
    let shown = gazetteer(&["edit", "mine", "igo.gsc", "--off"], root);
    assert!(shown.contains("switched off igo.gsc") && shown.contains("--on"), "{shown}");
    for asked in ["igo.gsc", "Great Steppe Council"] {
        assert!(fails(&["lookup", asked, "--data", "mine"], root).contains("but mine switches this entry off"));
    }
    assert!(fails(&["edit", "mine", "igo.gsc", "--off"], root).contains("already switches igo.gsc off"));
    // The entry is found by its name, too.
    gazetteer(&["edit", "mine", "great steppe council", "--on"], root);
    assert!(gazetteer(&["lookup", "igo.gsc", "--data", "mine"], root).contains("Great Steppe Council"));
    gazetteer(&["edit", "mine", "state.kg", "--alias", "Kyrgyzia"], root);
    gazetteer(&["edit", "mine", "state.kg", "--off"], root);
    gazetteer(&["edit", "mine", "Kyrgyzstan", "--on"], root);
    assert!(gazetteer(&["lookup", "Kyrgyzia", "--data", "mine"], root).contains("state.kg"));
    let shown = gazetteer(&["edit", "mine", "state.kg", "--delete"], root);
    assert!(shown.contains("deleted state.kg") && shown.contains("your changes were deleted"), "{shown}");
    assert!(fails(&["edit", "mine", "state.kg", "--delete"], root).contains("nothing to delete"));
    gazetteer(&["edit", "mine", "igo.gsc", "--delete"], root);
    assert!(fails(&["edit", "mine", "igo.gsc", "--on"], root).contains("nothing to undo"));
}

#[test]
fn two_holders_of_one_office_are_reported() {
    let dir = folder();
    fs::create_dir(dir.path().join("mine")).expect("a folder");
    let root = dir.path();
    let add = |id: &str, name: &str, office: &str| {
        let output =
            run(&["gazetteer", "add", "mine", id, "--type", "person", "--name", name, "--relation", office, "--source", "x"], root);
        assert!(output.status.success(), "{}", told(&output));
        told(&output)
    };
    let first = add("person.aibek-testov", "Aibek Testov", "office=office.prime-minister at=Kyrgyzstan valid=2031-02-01/2033");
    assert!(!first.contains("CH-D032"), "{first}");
    let second = add("person.dinara-testova", "Dinara Testova", "office=office.prime-minister at=state.kg valid=2031-03-01/2032");
    assert!(
        second.contains("CH-D032") && second.contains("person.aibek-testov also holds it (2031-02-01/2033, mine/gazetteer/names.toml:")
    );
    // Two persons hold the office together.
    let joint = add("person.askar-testov", "Askar Testov", "office=office.prime-minister at=state.kg valid=2031-04-01/2032 role=joint");
    assert!(!joint.contains("CH-D032"), "{joint}");
    // One term of office may end in the year in which the next begins.
    let third = add("person.nurlan-testov", "Nurlan Testov", "office=office.prime-minister at=state.kg valid=2033/..");
    assert!(!third.contains("CH-D032"), "{third}");
    // The start of a term that has not ended can be corrected.
    gazetteer(&["edit", "mine", "person.nurlan-testov", "--relation", "office=office.prime-minister at=state.kg valid=2034/.."], root);
    let later = gazetteer(&["lookup", "prime minister of Kyrgyzstan", "--date", "2035-01-01", "--data", "mine"], root);
    assert!(later.contains("is Nurlan Testov (person.nurlan-testov, 2034/..)") && !later.contains("2033/.."), "{later}");
    let wrong = fails(&["edit", "mine", "person.nurlan-testov", "--drop", "office=office.prime-minister valid=2033/.."], root);
    assert!(wrong.contains("with exactly these dates and this role, but: {") && wrong.contains("2034/.."), "{wrong}");
    // A holder whose term begins in the future does not fill the office today.
    let shown = gazetteer(&["stale", "--date", "2026-11-29", "--about", "Kyrgyzstan", "--data", "mine"], root);
    assert!(shown.contains("Prime Minister in Kyrgyzstan: the term of the last known holder") && !shown.contains("Testov"), "{shown}");
    assert!(!gazetteer(&["stale", "--date", "2026-11-29", "--own", "--data", "mine"], root).contains("(embedded)"));
}

#[test]
fn generic_names_and_document_symbols_are_not_suggested() {
    let dir = folder();
    let text = "It was raised in the Steppe Review Commission. The National Constituent Assembly met, and delegates of the National Constituent Assembly spoke to the Conference at Geneva. \
        The delegation referred to document XQ/52, and to XQ/53. They had met in the Standing Committee. Then the Steppe Review Commission adjourned, as the Final Act of the Conference says.";
    for number in 0..4 {
        write(&dir.path().join(format!("corpus/{number}.txt")), text.as_bytes());
    }
    let shown = gazetteer(&["suggest", "corpus"], dir.path());
    let place = |name: &str| shown.find(&format!("name.en = \"{name}\""));
    // Many countries have a body with this name, so the name is suggested last.
    assert!(
        place("Steppe Review Commission").is_some() && place("Steppe Review Commission") < place("National Constituent Assembly"),
        "{shown}"
    );
    for name in ["Conference at Geneva", "XQ", "Standing Committee", "Final Act of the Conference"] {
        assert_eq!(place(name), None, "{shown}");
    }
}

#[test]
fn own_forms_and_terms_that_never_occur_are_listed() {
    let dir = folder();
    let root = dir.path();
    write(
        &root.join("texts/a.txt"),
        b"The Great Steppe Council of Kyrgyzstan spoke about water meters. Water meters are needed in Georgia and Armenia.",
    );
    let names = "[[entity]]\nid = \"igo.gsc\"\ntype = \"igo\"\nname.en = \"Great Steppe Council\"\nalias.en = [\"Steppe Assembly\"]\nsrc = \"x\"\n\n[[entity]]\nid = \"state.kg\"\nextend = true\nalias.en = [\"Kyrgyzia\"]\nsrc = \"x\"\n";
    write(&root.join("mine/gazetteer/names.toml"), names.as_bytes());
    write(
        &root.join("mine/topics/topics.toml"),
        b"[[topic]]\nid = \"economic.meters\"\nlabel = \"Meters\"\nterms = [\"water meter{,s}\", \"sluice gate\"]\n",
    );
    write(
        &root.join("mine/frames/frames.toml"),
        b"[[frame]]\nverb = [\"stargaze\"]\nact = \"CONSULT\"\nsource = [\"subject\"]\naccept = [\"Kenya stargazed\"]\nreject = [\"A stargazer\"]\n",
    );
    let ran = run(&["run", "texts", "--out", "out", "--format", "csv", "--data", "mine"], root);
    assert!(ran.status.success(), "{}", told(&ran));
    let all: serde_json::Value = serde_json::from_str(&gazetteer(&["coverage", "out", "--json", "--data", "mine"], root)).expect("JSON");
    let entries: Vec<&serde_json::Value> =
        all["layers"].as_array().into_iter().flatten().flat_map(|layer| layer["list"].as_array().into_iter().flatten()).collect();
    let counts = |id: &str| entries.iter().find(|entry| entry["id"] == id).map(|entry| [entry["won"].as_u64(), entry["lost"].as_u64()]);
    // The text names Georgia together with Armenia, so it means the state and not the state of the United States.
    assert_eq!([counts("state.ge"), counts("admin.us-ga")], [Some([Some(1), Some(0)]), Some([Some(0), Some(1)])]);
    let own = gazetteer(&["coverage", "out", "--own", "--data", "mine"], root);
    assert!(
        own.contains("Great Steppe Council") && own.contains("names that this folder does not list") && !own.contains("embedded"),
        "{own}"
    );
    let unused = gazetteer(&["coverage", "out", "--own", "--unused", "--data", "mine"], root);
    assert!(unused.contains("0  Steppe Assembly") && unused.contains("0  Kyrgyzia"), "{unused}");
    let rules = run(&["rules", "coverage", "out", "--data", "mine"], root);
    let shown = said(&rules);
    let (own, _) = shown.split_once("events\n").expect("a list of events");
    assert!(own.contains("0  frames.stargaze") && own.contains("2  economic.meters: water meter{,s}"), "{shown}");
    assert!(own.contains("0  economic.meters: sluice gate   mine/topics/topics.toml:4"), "{shown}");
    assert_eq!(said(&run(&["rules", "coverage", "out", "--own", "--data", "mine"], root)), own);
}
