//! Tests that nothing in a file is silently ignored. In every kind of file, misspelt tables, misspelt keys and values of the wrong type
//! must be reported.

use super::{codes, load};
use crate::codes::Code;

/// Reads a file in a layer above the base layer and returns the codes of its diagnostics.
fn found(path: &str, text: &str) -> Vec<Code> {
    codes(&load(&[(path, text)]).1)
}

#[test]
fn misspelt_tables_are_reported() {
    for (path, text) in [
        ("names.toml", "[[entitiy]]\nid = \"x\"\n"),
        ("topics/x.toml", "[[topics]]\nid = \"x\"\n"),
        ("rules/x.toml", "[[rules]]\nid = \"x\"\n"),
        ("types.toml", "[[types]]\nname = \"x\"\n"),
        ("language/codes.toml", "[code]\nen = \"eng\"\n"),
        ("language/en/verbs.toml", "[[verbs]]\nendings = [\"e\"]\n"),
        ("language/ru/inflection.toml", "[[nouns]]\nending = \"e\"\n"),
        ("language/en/time.toml", "[[rules]]\nname = \"x\"\n"),
        ("language/en/actors.toml", "[[bodies]]\nsector = \"GOV\"\n"),
        ("language/en/actors.toml", "[words]\nsays = [\"x\"]\n"),
        ("language/en/sentences.toml", "starter = [\"X\"]\n"),
        ("language/en/sentences.toml", "irregular = 1\n"),
        ("language/en/sentences.toml", "drop.starter = [\"X\"]\n"),
        ("language/en/sentences.toml", "replace = [\"starter\"]\n"),
    ] {
        assert_eq!(found(path, text), [Code::UnknownKey], "{path}: {text}");
    }
}

#[test]
fn unknown_keys_in_tables_are_reported() {
    let verb = "endings = [\"e\"]\nexample = \"x\"\nexample_forms = []\n";
    for (path, text) in [
        ("language/en/verbs.toml", format!("[[noun]]\nending = \"e\"\n{verb}")),
        (
            "language/ru/inflection.toml",
            "[[noun]]\nendings = [\"q\"]\nending = \"q\"\nexample = \"x\"\nexample_forms = [\"x\"]\n".to_owned(),
        ),
        ("language/en/actors.toml", "[[body]]\nsector = \"GOV\"\nword = [\"x\"]\n".to_owned()),
        ("topics/x.toml", "[[topic]]\nid = \"x\"\nterm = [\"x\"]\n".to_owned()),
        ("topics/x.toml", "[[topic]]\nid = \"x\"\nterms = [{ n = \"x\", wieght = 2 }]\n".to_owned()),
        ("rules/x.toml", "[[convert]]\nact = \"AID\"\nvoice = \"future\"\nclass = \"AGREE\"\nto = \"x\"\n".to_owned()),
        ("types.toml", "[[type]]\nname = \"x\"\nklass = \"state\"\n".to_owned()),
    ] {
        assert_eq!(found(path, &text), [Code::UnknownKey], "{path}: {text}");
    }
}

#[test]
fn wrong_types_are_reported_for_every_key() {
    let general = ["title", "starters", "clitics", "head_nouns", "given_names", "names_behind"];
    for key in general {
        assert_eq!(found("language/en/x.toml", &format!("{key} = 1\n")), [Code::WrongValue], "{key}");
        assert_eq!(found("language/en/x.toml", &format!("{key} = [1]\n")), [Code::WrongValue], "{key}");
    }
    for key in ["letters", "counts", "headings"] {
        assert_eq!(found("language/en/x.toml", &format!("{key} = \"x\"\n")), [Code::WrongValue], "{key}");
        assert_eq!(found("language/en/x.toml", &format!("{key}.x = [1]\n")), [Code::WrongValue], "{key}");
    }
    assert_eq!(found("language/en/x.toml", "letters.ab = \"c\"\n"), [Code::WrongValue]);
    assert_eq!(found("language/en/x.toml", "counts.many = 1000\n"), [Code::WrongValue]);
    for (path, key, value) in [
        ("language/en/actors.toml", "direct", "\"yes\""),
        ("language/en/actors.toml", "body", "\"x\""),
        ("language/en/actors.toml", "words", "\"x\""),
        ("language/en/actors.toml", "numbers.many", "\"x\""),
        ("language/en/time.toml", "classes", "\"x\""),
        ("language/en/time.toml", "rule", "\"x\""),
        ("language/en/time.toml", "classes.unit.eon", "\"eons\""),
        ("language/en/verbs.toml", "irregular", "\"x\""),
        ("language/en/verbs.toml", "irregular.go", "[\"goes\"]"),
        ("language/en/verbs.toml", "verb", "\"x\""),
        ("language/ru/inflection.toml", "noun", "\"x\""),
        ("topics/x.toml", "topic", "\"x\""),
        ("topics/x.toml", "replace", "\"x\""),
        ("rules/x.toml", "rule", "\"x\""),
        ("rules/x.toml", "classes", "\"x\""),
        ("rules/x.toml", "classes.x", "1"),
        ("rules/x.toml", "voice", "\"x\""),
        ("names.toml", "entity", "\"x\""),
        ("names.toml", "defaults", "\"x\""),
        ("types.toml", "type", "\"x\""),
        ("types.toml", "sector", "\"x\""),
        ("language/codes.toml", "codes", "\"x\""),
    ] {
        assert_eq!(found(path, &format!("{key} = {value}\n")), [Code::WrongValue], "{path}: {key}");
    }
}

#[test]
fn wrong_types_in_tables_are_reported() {
    let entry = [
        "type", "extend", "off", "valid", "name", "rename", "alias", "drop", "refers", "loose", "partial", "ids", "status", "src", "member",
    ];
    for key in entry {
        let found = found(
            "names.toml",
            &format!("[[entity]]\nid = \"state.ke\"\nextend = true\n{key} = 1\n").replacen("extend = true\nextend", "extend", 1),
        );
        assert!(found.contains(&Code::WrongValue), "{key}: {found:?}");
    }
    for key in ["case", "valid", "needs", "not", "before", "after", "prior", "rival", "infl", "when", "note"] {
        let wrong = if key == "prior" { "\"x\"" } else { "7" };
        let text = format!("[[entity]]\nid = \"state.ke\"\nextend = true\nalias.en = [{{ n = \"Kenia\", {key} = {wrong} }}]\n");
        assert_eq!(found("names.toml", &text), [Code::WrongValue], "{key}");
    }
    for key in ["label", "plover", "terms", "cancel", "drop", "extend", "off"] {
        assert!(found("topics/x.toml", &format!("[[topic]]\nid = \"x\"\n{key} = 1\n")).contains(&Code::WrongValue), "{key}");
    }
    assert_eq!(found("topics/x.toml", "[[topic]]\nid = \"x\"\ncap = [\"18\"]\n"), [Code::WrongValue]);
    for key in ["trigger", "pattern", "reciprocal", "unless", "topics", "blocks", "weight", "gap", "accept", "reject", "off"] {
        let wrong = if ["weight", "gap"].contains(&key) { "\"x\"" } else { "7" };
        assert!(found("rules/x.toml", &format!("[[rule]]\nid = \"x\"\n{key} = {wrong}\n")).contains(&Code::WrongValue), "{key}");
    }
    for key in ["class", "name_class", "head_nouns", "before", "hides", "sector"] {
        assert!(found("types.toml", &format!("[[type]]\nname = \"x\"\n{key} = [1]\n")).contains(&Code::WrongValue), "{key}");
    }
}

#[test]
fn languages_are_checked() {
    for tag in ["cn", "EN", "xx", "eng"] {
        let text = format!("[[entity]]\nid = \"state.ke\"\nextend = true\nalias.{tag} = [\"Kenia\"]\n");
        assert_eq!(found("names.toml", &text), [Code::LanguageTag], "{tag}");
    }
    assert_eq!(found("language/cn/structure.toml", ""), [Code::LanguageTag]);
}

#[test]
fn common_words_are_reported() {
    let own = |form: &str| found("names.toml", &format!("[[entity]]\nid = \"igo.union\"\nextend = true\n{form}\n"));
    assert_eq!(own("alias.en = [\"The\", \"report\"]"), [Code::CommonWord, Code::CommonWord]);
    assert_eq!(own("abbr.en = [\"IT\"]"), [Code::CommonWord]);
    assert!(own("abbr.en = [{ n = \"IT\", needs = [\"Union\"] }]").is_empty());
    assert!(own("alias.en = [\"Union of the East\", \"Eastunion\"]").is_empty());
    assert!(own("alias.ru = [{ n = \"Восточный союз\", infl = false }]").is_empty());
    assert!(own("alias.ru = [\"Восточн{~ый,ого} союз{~,а}\"]").is_empty());
}
