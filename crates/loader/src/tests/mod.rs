//! Tests that load whole data folders: a small valid base layer, and a few files in a layer above
//! it.

mod codes;
mod frames;
mod languages;
mod layers;
mod strict;

use crate::codes::Code;
use crate::compile::{Contents, read};
use crate::diagnostic::Diagnostic;
use crate::files::File;

const TYPES: &str = r#"government_sector = "GOV"
organisation_sector = "GOV"
[[sector]]
name = "GOV"
[[type]]
name = "state"
class = "state"
name_class = "land"
[[type]]
name = "igo"
class = "organisation"
head_nouns = true
[[type]]
name = "shadow"
hides = true
"#;

const CODES: &str = "[codes]\nen = \"eng\"\nru = \"rus\"\nzh = [\"zho\", \"chi\"]\n[mistaken]\ncn = \"zh\"\n";

const NAMES: &str = r#"[[entity]]
id = "state.ke"
type = "state"
name.en = "Kenya"
alias.en = ["British East Africa"]
ids = { iso3 = "KEN", wikidata = "Q114" }
src = "atlas"
[[entity]]
id = "igo.union"
type = "igo"
name.en = "East Union"
member = ["state.ke"]
src = "atlas"
"#;

const VERBS: &str = r#"[[verb]]
endings = [""]
forms = ["s", "ing", "ed", "ed"]
example = "sign"
example_forms = ["signs", "signing", "signed", "signed"]
[irregular]
meet = ["meets", "meeting", "met", "met"]
"#;

const INFLECTION: &str = r#"[[noun]]
ending = "я"
stem_drop = 1
forms = ["я", "и"]
example = "Кения"
example_forms = ["Кения", "Кении"]
"#;

const RULES: &str = r#"[classes]
coordinator = ["and"]
[groups]
actor = ["state", "igo"]
[[rule]]
id = "sign"
act = "AGREE"
trigger = ["sign/v"]
pattern = "source=$actor TRIGGER"
accept = [{ text = "Kenya signed.", source = ["KEN"] }]
reject = ["They signed."]
"#;

const FRAMES: &str = "[[frame]]\nverb = [\"praise\"]\nact = \"SUPPORT\"\n";

const TOPICS: &str = r#"[[topic]]
id = "economic.trade"
label = "Trade"
terms = ["tariff", "customs union"]
[[topic]]
id = "economic.money"
terms = ["currency"]
"#;

const GENERAL: &str = "starters = [\"The\", \"It\"]\nnever = [\"e.g.\"]\ntitle = [\"Dr.\"]\nhead_nouns = [\"Organi{z,s}ation\", \"Union\"]\n[headings]\nArticle = 4\nRule = 4\n";

const TIME: &str = r#"ordinals = ["th"]
[classes.month]
June = 6
July = 7
[[rule]]
name = "month-year"
pattern = "$month $year"
make = "date"
accept = [["in June 2001", "June 2001", "2001-06"]]
"#;

const ACTORS: &str =
    "[[body]]\nsector = \"GOV\"\nwords = [\"{foreign,finance} ministry\"]\n[words]\nsay = [\"said\"]\n[numbers]\ntwo = 2\n";

fn file(path: &str, text: &str, layer: u32) -> File {
    let shown = if layer < 2 { path.to_owned() } else { format!("mine/{path}") };
    File { path: shown, inner: path.to_owned(), text: text.to_owned(), layer, ..File::default() }
}

/// Returns the files of a small embedded layer without errors, and the files `own` in layer 2.
fn over_base(own: &[(&str, &str)]) -> Vec<File> {
    let base = [
        ("types.toml", TYPES),
        ("language/codes.toml", CODES),
        ("gazetteer/names.toml", NAMES),
        ("language/en/verbs.toml", VERBS),
        ("language/ru/inflection.toml", INFLECTION),
        ("language/en/structure.toml", GENERAL),
        ("language/en/time.toml", TIME),
        ("language/en/actors.toml", ACTORS),
        ("rules/base.toml", RULES),
        ("topics/base.toml", TOPICS),
        ("frames/embedded.toml", FRAMES),
    ];
    let base = base.iter().map(|(path, text)| file(path, text, 1));
    base.chain(own.iter().map(|(path, text)| file(path, text, 2))).collect()
}

fn load(own: &[(&str, &str)]) -> (Contents, Vec<Diagnostic>) {
    read(&over_base(own))
}

/// Loads the files `own` on top of the base layer and asserts that there are no diagnostics.
fn good(own: &[(&str, &str)]) -> Contents {
    let (contents, diagnostics) = load(own);
    assert!(diagnostics.is_empty(), "{}", diagnostics.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"));
    contents
}

fn codes(diagnostics: &[Diagnostic]) -> Vec<Code> {
    diagnostics.iter().map(|diagnostic| diagnostic.code).collect()
}

#[test]
fn the_base_is_good() {
    let contents = good(&[]);
    assert_eq!(contents.summaries().len(), 1);
    assert_eq!(
        contents.summaries()[0].to_string(),
        "11 files, 2 entries, 3 forms, 2 topics, 3 terms, 1 rule, 1 frame, 18 words and word rules"
    );
}
