//! For each diagnostic code, tests that a file triggers the code and that the reported position is
//! correct.

use super::{file, over_base};
use crate::codes::{Code, code_table};
use crate::compile::{build, read};
use crate::diagnostic::Diagnostic;
use crate::examples::examples;

/// A diagnostic code, the path and the text of a file that triggers it, and the expected position
/// (line, column).
type Case = (Code, &'static str, &'static str, (usize, usize));

const ENTRY: &str = "gazetteer/x.toml";
const RULE: &str = "rules/x.toml";

/// Two entries that hold the same office at the same time. The base layer has no persons and offices, so entries of other types are used.
const TERMS: &str = "[[entity]]
id = \"state.ke\"
extend = true
office = [{ of = \"igo.union\", valid = \"2001/2005\" }]

[[entity]]
id = \"igo.union\"
extend = true
office = [{ of = \"igo.union\", valid = \"2003/..\" }]
";

const SUGGESTION: &str = "[[entity]]
id = \"igo.x\"
type = \"igo\"
name.en = \"Council of X\"
src = { by = \"suggest\", from = \"3 documents\", reviewed = \"2026-12-01\" }
";

const TWICE: &str = "[[entity]]
id = \"state.ke\"
extend = true
office = [{ of = \"igo.union\", valid = \"2001/2005\" }, { of = \"igo.union\", valid = \"2003/..\" }]
";

const NOWHERE: &str = "[[entity]]
id = \"state.ke\"
extend = true
office = [{ of = \"igo.union\", at = \"igo.union\", valid = \"2001/2005\" }]

[[entity]]
id = \"igo.union\"
extend = true
office = [{ of = \"igo.union\", valid = \"2006/..\" }]
";

const CASES: &[Case] = &[
    (Code::Syntax, ENTRY, "[[entity]]\nid = \"a\n", (2, 8)),
    (Code::Syntax, "gazetteer/x.jsonl", "\n{\"id\":\n", (2, 6)),
    (Code::UnknownKey, ENTRY, "[[entity]]\nid = \"state.xx\"\naliass.en = \"X\"\n", (3, 1)),
    (Code::WrongValue, ENTRY, "[[entity]]\nid = \"state.xx\"\nextend = \"yes\"\n", (3, 10)),
    (Code::WrongValue, "frames/x.toml", "[[frame]]\nverb = \"sign\"\nact = \"SUPPORT\"\nclause = [\"tht\"]\n", (4, 11)),
    (Code::Missing, ENTRY, "# x\n[[entity]]\ntype = \"state\"\n", (2, 1)),
    (Code::MalformedId, ENTRY, "[[entity]]\nid = \"State XX\"\n", (2, 6)),
    (Code::UnknownType, ENTRY, "[[entity]]\nid = \"state.xx\"\ntype = \"sate\"\n", (3, 8)),
    (Code::Duplicate, ENTRY, "[[entity]]\nid = \"state.ke\"\n", (2, 6)),
    (Code::NothingBelow, ENTRY, "[[entity]]\nid = \"state.xx\"\nextend = true\n", (2, 6)),
    (Code::UnknownReference, ENTRY, "[[entity]]\nid = \"igo.union\"\nextend = true\nmember = [\"state.qq\"]\n", (4, 11)),
    (Code::Date, ENTRY, "[[entity]]\nid = \"state.ke\"\nextend = true\nvalid = \"2001-02-30/..\"\n", (4, 9)),
    (Code::Braces, ENTRY, "[[entity]]\nid = \"state.ke\"\nextend = true\nalias.en = [\"K{a,b\"]\n", (4, 13)),
    (Code::SharedForm, ENTRY, "[[entity]]\nid = \"state.xx\"\ntype = \"state\"\nname.en = \"Kenya\"\nsrc = \"x\"\n", (4, 11)),
    (Code::NotNormalized, ENTRY, "[[entity]]\nid = \"state.ke\"\nextend = true\nalias.en = [\"Ke\u{301}nia\"]\n", (4, 13)),
    (Code::NoSource, ENTRY, "[[entity]]\nid = \"state.xx\"\ntype = \"state\"\nname.en = \"Xland\"\n", (2, 6)),
    (Code::DoubleForm, ENTRY, "[[entity]]\nid = \"state.ke\"\nextend = true\nalias.en = [\"Kenia\", \"Kenia\"]\n", (4, 22)),
    (
        Code::IdleCondition,
        ENTRY,
        "[[entity]]\nid = \"state.ke\"\nextend = true\nalias.en = [\"Kenia\", { n = \"Kenia\", needs = [\"Nairobi\"] }]\n",
        (4, 22),
    ),
    (Code::SameItem, ENTRY, "[[entity]]\nid = \"igo.union\"\nextend = true\nids.wikidata = \"Q114\"\n", (4, 16)),
    (
        Code::ExampleFails,
        "language/en/verbs.toml",
        "[[noun]]\nendings = [\"\"]\nforms = [\"s\"]\nexample = \"state\"\nexample_forms = [\"statess\"]\n",
        (1, 1),
    ),
    (
        Code::TimeRule,
        "language/en/time.toml",
        "[[rule]]\nname = \"x\"\npattern = \"$nope\"\nmake = \"date\"\naccept = [[\"x\", \"x\", \"x\"]]\n",
        (1, 1),
    ),
    (Code::NothingToDrop, "language/en/structure.toml", "drop.starters = [\"Hello\"]\n", (1, 18)),
    (Code::Misplaced, "language/verbs.toml", "", (1, 1)),
    (Code::Misplaced, "topics/x.jsonl", "", (1, 1)),
    (Code::Misplaced, "gazeteer/x.toml", "", (1, 1)),
    (Code::WrongEnding, "gazetteer/x.json", "", (1, 1)),
    (Code::NotRead, "gazetteer/x.png", "", (1, 1)),
    (Code::LanguageTag, ENTRY, "[[entity]]\nid = \"state.ke\"\nextend = true\nalias.cn = [\"肯尼亚\"]\n", (4, 7)),
    (Code::CommonWord, ENTRY, "[[entity]]\nid = \"state.ke\"\nextend = true\nabbr.en = [\"IT\"]\n", (4, 12)),
    (Code::NoCaseForms, ENTRY, "[[entity]]\nid = \"state.ke\"\nextend = true\nname.ru = \"Республика Кения\"\n", (4, 11)),
    (Code::SecondName, ENTRY, "[[entity]]\nid = \"state.ke\"\nextend = true\nname.en = \"Kenia\"\n", (4, 11)),
    (Code::OverlappingTerms, ENTRY, TERMS, (9, 11)),
    (Code::OverlappingTerms, ENTRY, TWICE, (4, 54)),
    (Code::TermWithoutPlace, ENTRY, NOWHERE, (9, 11)),
    (Code::Unchecked, ENTRY, SUGGESTION, (5, 7)),
    (Code::RulePart, RULE, "[[rule]]\nid = \"x\"\nact = \"AGREE\"\n", (1, 1)),
    (Code::DuplicateRule, RULE, "[[rule]]\nid = \"sign\"\n", (2, 6)),
    (Code::Trigger, RULE, "[[rule]]\nid = \"x\"\ntrigger = [\"sign/verb\"]\n", (3, 12)),
    (Code::Pattern, RULE, "[[rule]]\nid = \"x\"\npattern = \"source=$actors TRIGGER\"\n", (3, 12)),
    (Code::PhraseForWord, RULE, "[classes]\nx = [\"two words\"]\n", (2, 6)),
    (Code::UnknownTopic, RULE, "[[rule]]\nid = \"x\"\ntopics = [\"tade\"]\n", (3, 11)),
];

/// Returns the diagnostics for a file in a layer above a small base layer. If there are no errors,
/// the examples of the rules are tested too.
fn found(path: &str, text: &str) -> Vec<Diagnostic> {
    let files = over_base(&[(path, text)]);
    let (contents, mut diagnostics) = read(&files);
    if !diagnostics.iter().any(Diagnostic::is_error) {
        let compiled = build(&contents).expect("no errors");
        diagnostics.extend(examples(&files, &contents, &compiled).1);
    }
    diagnostics
}

fn assert_found(code: Code, diagnostics: &[Diagnostic], file: &str, place: (usize, usize)) {
    let found = diagnostics.iter().any(|d| d.code == code && d.file == file && (d.line, d.column) == place);
    let all: Vec<String> = diagnostics.iter().map(ToString::to_string).collect();
    assert!(found, "{code} at {file}:{place:?} is not among:\n{}", all.join("\n"));
}

#[test]
fn every_code_is_triggered_at_its_place() {
    let mut covered: Vec<Code> = CASES.iter().map(|(code, ..)| *code).collect();
    for (code, path, text, place) in CASES {
        assert_found(*code, &found(path, text), &format!("mine/{path}"), *place);
    }
    let rule = |examples: &str| {
        format!("[[rule]]\nid = \"x\"\nact = \"AGREE\"\ntrigger = [\"meet/v\"]\npattern = \"source=$actor TRIGGER\"\n{examples}\n")
    };
    for (code, text, place) in [
        (Code::RuleExample, rule("accept = [\"They met.\"]\nreject = [\"They met.\"]"), (6, 11)),
        (Code::RuleExample, rule("accept = [\"Kenya met.\"]\nreject = [\"Kenya met.\"]"), (7, 11)),
        (Code::EmptyReject, rule("accept = [\"Kenya met.\"]\nreject = [\"Nothing here.\"]"), (7, 11)),
    ] {
        assert_found(code, &found(RULE, &text), "mine/rules/x.toml", place);
        covered.push(code);
    }
    // If a folder contains no data files, a diagnostic reports the folder.
    let mut files = over_base(&[]);
    let mut folder = file("", "", 2);
    folder.path = "mine".to_owned();
    files.push(folder);
    assert_found(Code::EmptyFolder, &read(&files).1, "mine", (1, 1));
    covered.push(Code::EmptyFolder);
    // The file contains an invalid byte in the second line. The text ends before this byte.
    let mut files = over_base(&[(ENTRY, "[[entity]]\nid = ")]);
    files.last_mut().expect("a file").is_broken = true;
    assert_found(Code::NotText, &read(&files).1, &format!("mine/{ENTRY}"), (2, 6));
    covered.push(Code::NotText);
    // The user's file causes the failure, but the example that fails is in a lower layer.
    let own = "[[verb]]\nendings = [\"n\"]\nforms = [\"es\", \"ing\", \"ed\", \"ed\"]\nexample = \"plan\"\nexample_forms = [\"planes\", \"planing\", \"planed\", \"planed\"]\n";
    assert_found(Code::LowerExample, &found("language/en/verbs.toml", own), "language/en/verbs.toml", (1, 1));
    covered.push(Code::LowerExample);
    let missing: Vec<&Code> = Code::ALL.iter().filter(|code| !covered.contains(code)).collect();
    assert!(missing.is_empty(), "no case for {missing:?}");
}

#[test]
fn codes_are_unique_and_sorted() {
    assert!(Code::ALL.windows(2).all(|pair| pair[0].as_str() < pair[1].as_str()));
    assert!(Code::ALL.iter().all(|code| !code.title().is_empty() && code.explanation().ends_with('.') && code.fix().ends_with('.')));
}

/// Checks that the tables of codes in the documentation are the same as the output of `cargo run
/// -p chancery-loader --example codes`.
#[test]
fn documents_list_the_codes() {
    for (path, prefix) in [("CONTRIBUTING.md", "CH-D"), ("docs/rules.md", "CH-R")] {
        let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
        // The packaged crate does not contain the documentation.
        let Ok(text) = std::fs::read_to_string(root.join(path)) else { continue };
        let (_, rest) = text.split_once("<!-- diagnostics: begin -->\n").expect("the table begins");
        let (table, _) = rest.split_once("<!-- diagnostics: end -->").expect("the table ends");
        assert!(table == code_table(prefix), "the table in {path} differs from the output of `--example codes {prefix}`");
    }
}

#[test]
fn a_place_has_a_width_on_one_line() {
    let found = found(ENTRY, "[[entity]]\nid = \"state.xx\"\naliass.en = \"X\"\n");
    let unknown = found.iter().find(|d| d.code == Code::UnknownKey).expect("it is reported");
    assert_eq!((unknown.column, unknown.width), (1, 6));
    assert!(unknown.to_string().contains("mine/gazetteer/x.toml:3:1: error[CH-D002]: an entry has no key \"aliass\""), "{unknown}");
}
