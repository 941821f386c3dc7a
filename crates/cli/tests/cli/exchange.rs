//! Tests of `chancery gazetteer import` and `export`.

use crate::common::{fails, folder, gazetteer, run, said, told, write};
use std::fs;

#[test]
fn names_of_other_tools_are_imported_and_exported() {
    let dir = folder();
    let root = dir.path();
    let csv = "type,name,abbr,name.ru,colour\nigo,Great Steppe Council,GSC,Великий степной совет,green\nigo,Shanghai Cooperation Organization,SCO,,\n,NATO,,,\n";
    write(&root.join("names.csv"), csv.as_bytes());
    let output = run(&["gazetteer", "import", "names.csv", "--out", "mine/names.toml"], root);
    let remarks = told(&output);
    assert!(output.status.success() && remarks.contains("names.csv:1: the column \"colour\" is not used"), "{remarks}");
    assert!(remarks.contains("new entries: 1; known entries extended: 0; new names: 3; names already known: 3"), "{remarks}");
    gazetteer(&["check", "--data", "mine"], root);
    assert!(gazetteer(&["lookup", "GSC", "--data", "mine"], root).contains("igo.great-steppe-council"));
    // An exported file can be imported.
    gazetteer(&["export", "out.csv", "--as", "csv", "--own", "--data", "mine"], root);
    let output = run(&["gazetteer", "import", "out.csv"], root);
    assert!(
        said(&output).contains("name.en = \"Great Steppe Council\"") && said(&output).contains("abbr.en = [\"GSC\"]"),
        "{}",
        said(&output)
    );
    gazetteer(&["export", "out.jsonl", "--as", "spacy", "--own", "--data", "mine"], root);
    assert!(said(&run(&["gazetteer", "import", "out.jsonl"], root)).contains("Great Steppe Council"));
    gazetteer(&["export", "gate", "--as", "gate", "--own", "--data", "mine"], root);
    assert!(said(&run(&["gazetteer", "import", "gate/lists.def"], root)).contains("Great Steppe Council"));
    gazetteer(&["export", "out.yml", "--as", "quanteda", "--own", "--data", "mine"], root);
    assert!(fs::read_to_string(root.join("out.yml")).expect("a file").contains("\"igo.great-steppe-council\": [\"Great Steppe Council\""));
    gazetteer(&["export", "out.ttl", "--as", "skos", "--own", "--data", "mine"], root);
    assert!(said(&run(&["gazetteer", "import", "out.ttl"], root)).contains("Great Steppe Council"));
    assert!(fails(&["import", "names.doc"], root).contains("--format"));
}

#[test]
fn places_are_imported_before_their_other_names() {
    let dir = folder();
    let root = dir.path();
    let place = |id: &str, name: &str, country: &str| format!("{id}\t{name}\t{name}\t\t0\t0\tP\tPPL\t{country}\t\t\t\t\t\t20000\t\t\t\t\n");
    write(
        &root.join("places.txt"),
        (place("1526273", "Astana", "KZ") + &place("99", "Tokmokabad", "KG") + &place("98", "Xy", "QQ")).as_bytes(),
    );
    write(&root.join("names.txt"), "1\t99\tru\tТокмокабад\t\t\t\t\n2\t77\tru\tНет\t\t\t\t\n".as_bytes());
    let output = run(&["gazetteer", "import", "places.txt", "--format", "geonames", "--out", "mine/gazetteer/places.toml"], root);
    // Astana is already in the gazetteer.
    assert!(
        told(&output).contains("new entries: 2; known entries extended: 0") && told(&output).contains("country = QQ was left out"),
        "{}",
        told(&output)
    );
    let options = ["import", "names.txt", "--format", "geonames", "--data", "mine", "--out", "mine/gazetteer/names.toml"];
    let output = run(&[&["gazetteer"], &options[..]].concat(), root);
    assert!(told(&output).contains("the names of 1 entities were left out: no entry has their geonames id"), "{}", told(&output));
    gazetteer(&["check", "--data", "mine"], root);
    assert!(gazetteer(&["lookup", "Токмокабад", "--data", "mine"], root).contains("city.tokmokabad"));
}

#[test]
fn verb_dictionaries_become_frames() {
    let dir = folder();
    let root = dir.path();
    let verbs =
        "&LOAN\n+LOAN\n+CREDIT\n\n--- FROB [---] ---\nFROB {FROBS FROBBED FROBBING} [112]\n- * &LOAN (TO +) [071]\n- TRY TO * [01]\n";
    write(&root.join("verbs.txt"), verbs.as_bytes());
    let output = run(&["rules", "import", "verbs.txt", "--out", "mine/frames/verbs.toml"], root);
    let remarks = told(&output);
    assert!(output.status.success() && remarks.contains("verbs.txt:8: \"TRY TO * [01]\" was left out"), "{remarks}");
    assert!(remarks.contains("patterns: 3; frames: 2; remarks: 1"), "{remarks}");
    gazetteer(&["check", "--data", "mine"], root);
    // The source and the target come from the pattern, and the act from the CAMEO code.
    let shown = said(&run(&["explain", "Iran frobbed a credit to Kenya. Poland frobbed Russia.", "--data", "mine"], root));
    assert!(shown.contains("petrarch.frob.071") && shown.contains("petrarch.frob.112"), "{shown}");
    let found = run(&["rules", "lookup", "frob", "--data", "mine"], root);
    assert!(found.status.success() && said(&found).starts_with("mine/frames/verbs.toml:"), "{}", said(&found));
    assert_eq!(run(&["rules", "lookup", "frob"], root).status.code(), Some(1));
    assert!(!run(&["rules", "import", "verbs.txt", "--strict"], root).status.success());
    assert!(told(&run(&["rules", "import", "verbs.txt", "--out", "mine/frames/verbs.toml"], root)).contains("--force"));
}

#[test]
fn a_list_can_be_imported_again() {
    let dir = folder();
    let root = dir.path();
    let csv = "type,name,country\nigo,Great Steppe Council,Kyrgyzstan\norganization,Steppe Bank,Atlantis\n";
    write(&root.join("names.csv"), csv.as_bytes());
    gazetteer(&["init", "mine"], root);
    for _ in 0..2 {
        let output = run(&["gazetteer", "import", "names.csv", "--data", "mine", "--out", "mine/gazetteer/list.toml", "--force"], root);
        let remarks = told(&output);
        assert!(output.status.success() && remarks.contains("new entries: 1;"), "{remarks}");
        assert!(remarks.contains("names.csv:3: the entry was left out, because there is no type \"organization\""), "{remarks}");
        let written = fs::read_to_string(root.join("mine/gazetteer/list.toml")).expect("a file");
        assert!(written.contains("country = [\"state.kg\"]"), "{written}");
    }
    let again = run(&["gazetteer", "import", "names.csv", "--label", "organization=igo"], root);
    assert!(told(&again).contains("country = Atlantis was left out: no entry has this code or name"), "{}", told(&again));
    assert!(fails(&["import", "names.csv", "--type", "organisation"], root).contains("there is no type \"organisation\""));
    assert!(fails(&["export", "out.csv", "--as", "csv", "--type", "organisation"], root).contains("there is no type \"organisation\""));
    gazetteer(&["export", "out.csv", "--as", "csv", "--own", "--data", "mine"], root);
    let exported = fs::read_to_string(root.join("out.csv")).expect("a file");
    assert!(exported.starts_with("id,type,language,name,") && exported.contains(",state.kg,"), "{exported}");
}

#[test]
fn facts_that_a_list_cannot_add_are_reported() {
    let dir = folder();
    let root = dir.path();
    let csv = "type,name,abbr,member,seat,valid,wikidata\nigo,Great Steppe Council,GSC,state.xx,Nairobi,2015-13/..,\nigo,Shanghai Cooperation Organization,SCOX,Kenya,Nairobi,1990/..,Q999\nigo,Pacific Islands Forum,PIF,Kenya,,,\n";
    write(&root.join("names.csv"), csv.as_bytes());
    let output = run(&["gazetteer", "import", "names.csv", "--out", "names.toml", "--source", "x"], root);
    let remarks = told(&output);
    for part in [
        "names.csv:2: valid = 2015-13/.. was left out",
        "names.csv:2: member = state.xx was left out: no entry has this code or name",
        "names.csv:3: valid = 1990/.. was left out: the entry already has valid = 2001-06-15/..",
        "names.csv:3: seat = Nairobi was left out: the entry already has seat = city.beijing",
    ] {
        assert!(remarks.contains(part), "{part} is not in\n{remarks}");
    }
    let file = std::fs::read_to_string(root.join("names.toml")).expect("a file");
    // Nothing is exported from a folder with errors, and the message names the folder.
    write(&root.join("faulty/names.toml"), b"[[entity]]\nid = \"igo.x\"\ntype = \"igo\"\nname.en = \"Council of X\"\nvalid = \"2015-13/..\"\nsrc = { by = \"hand\", from = \"x\" }\n");
    let refused = fails(&["export", "out.csv", "--as", "csv", "--own", "--data", "faulty"], root);
    assert!(refused.contains("`chancery gazetteer check --data faulty` shows all of them"), "{refused}");
    assert!(refused.contains("nothing was written") && !root.join("out.csv").exists(), "{refused}");
    // A new fact about a known entry is kept, even if the list contains no new name for it.
    assert!(file.contains("id = \"igo.pif\"\nextend = true\nmember = [\"state.ke\"]"), "{file}");
    assert!(!file.contains("2015-13") && !file.contains("1990"), "{file}");
}
