//! Tests that the layers of all kinds of language files are merged in the same way, entry by entry.

use super::{codes, good, load};
use crate::codes::Code;
use crate::language::WordClass;

const STRUCTURE: &str = "language/en/structure.toml";

#[test]
fn an_irregular_verb_leaves_the_other_verbs_alone() {
    let contents = good(&[("language/en/verbs.toml", "[irregular]\nshed = [\"sheds\", \"shedding\", \"shed\", \"shed\"]\n")]);
    let verbs = &contents.languages.verbs;
    assert_eq!(verbs.verb("shed")[3].1, "shed");
    assert_eq!(verbs.verb("meet")[3].1, "met");
    assert_eq!(verbs.verb("sign")[3].1, "signed");
}

#[test]
fn verbs_are_replaced_dropped_and_put_first() {
    let own = "drop.irregular = [\"meet\"]\n[[verb]]\nendings = [\"y\"]\ndrop = 1\nforms = [\"ies\", \"ying\", \"ied\", \"ied\"]\nexample = \"rely\"\nexample_forms = [\"relies\", \"relying\", \"relied\", \"relied\"]\n";
    let contents = good(&[("language/en/verbs.toml", own)]);
    assert_eq!(contents.languages.verbs.verb("carry")[3].1, "carried");
    assert_eq!(contents.languages.verbs.verb("meet")[3].1, "meeted");
    // A rule is identified by its example, so this rule replaces the embedded rule for "sign".
    let own = "[[verb]]\nendings = [\"\"]\nforms = [\"z\", \"ing\", \"ed\", \"ed\"]\nexample = \"sign\"\nexample_forms = [\"signz\", \"signing\", \"signed\", \"signed\"]\n";
    assert_eq!(good(&[("language/en/verbs.toml", own)]).languages.verbs.verb("plan")[1].1, "planz");
}

#[test]
fn upper_case_endings_win() {
    let own = "[[noun]]\nending = \"ия\"\nstem_drop = 1\nforms = [\"я\", \"ю\"]\nexample = \"Англия\"\nexample_forms = [\"Англия\", \"Англию\"]\n";
    let (contents, diagnostics) = load(&[("language/ru/inflection.toml", own)]);
    let inflection = contents.languages.inflection("ru").expect("Russian");
    assert_eq!(inflection.forms("Франция", WordClass::Noun), ["Франция", "Францию"]);
    assert_eq!(inflection.forms("Земля", WordClass::Noun), ["Земля", "Земли"]);
    // The new rule changes the result of an example in the lower layer. This gives a warning.
    assert_eq!(codes(&diagnostics), [Code::LowerExample]);
    let own = format!("drop.noun = [\"Кения\"]\n{own}");
    assert!(
        good(&[("language/ru/inflection.toml", &own)])
            .languages
            .inflection("ru")
            .is_some_and(|i| i.forms("Земля", WordClass::Noun).len() == 1)
    );
}

#[test]
fn abbreviations_are_replaced_by_form_across_classes() {
    let words = good(&[("language/en/abbreviations.toml", "anywhere = [\"e.g.\"]\nnever = [\"i.e.\"]\n")]).languages.words;
    let pair = |form: &str, class: &str| (form.to_owned(), class.to_owned());
    assert_eq!(words.abbreviations, [pair("Dr.", "title"), pair("i.e.", "never"), pair("e.g.", "anywhere")]);
}

#[test]
fn words_are_added_dropped_and_lists_replaced() {
    let added = good(&[("language/en/sentences.toml", "starters = [\"Hence\", \"It\"]\n")]).languages.words;
    assert_eq!(added.starters, ["The", "Hence", "It"]);
    let dropped = good(&[(STRUCTURE, "[drop]\nstarters = [\"It\"]\nheadings = [\"Rule\"]\n")]).languages.words;
    assert_eq!(dropped.starters, ["The"]);
    assert_eq!(dropped.headings, [("Article".to_owned(), 4)]);
    let replaced = good(&[(STRUCTURE, "replace = [\"starters\", \"headings\"]\nstarters = [\"Hence\"]\n")]).languages.words;
    assert_eq!(replaced.starters, ["Hence"]);
    assert!(replaced.headings.is_empty());
    let changed = good(&[(STRUCTURE, "[headings]\nRule = 2\n")]).languages.words;
    assert_eq!(changed.headings, [("Article".to_owned(), 4), ("Rule".to_owned(), 2)]);
}

#[test]
fn letters_and_names_layer() {
    let own = [
        ("language/und/letters.toml", "[letters]\n\"ł\" = \"l\"\n"),
        ("language/en/names.toml", "given_names = [\"Ada\"]\nhead_nouns = [\"Board\"]\n"),
    ];
    let contents = good(&own);
    assert_eq!(contents.languages.words.letters, [('ł', "l".to_owned())]);
    let own = "drop.head_nouns = [\"Organisation\"]\n";
    assert!(load(&[(STRUCTURE, own)]).1.is_empty());
}

#[test]
fn times_layer() {
    let own = "drop.classes.month = [\"July\"]\n[classes.month]\nJune = 12\n[[rule]]\nname = \"month-year\"\npattern = \"$month of $year\"\nmake = \"date\"\naccept = [[\"June of 2001\", \"June of 2001\", \"2001-12\"]]\n";
    let times = good(&[("language/en/time.toml", own)]).languages.times;
    assert_eq!(times.words, [("month".to_owned(), "June".to_owned(), "12".to_owned())]);
    assert_eq!(times.rules.iter().map(|rule| rule.pattern.as_str()).collect::<Vec<_>>(), ["$month of $year"]);
    let own = "drop.rule = [\"month-year\"]\nreplace = [\"classes.month\"]\n";
    let times = good(&[("language/en/time.toml", own)]).languages.times;
    assert!(times.rules.is_empty() && times.words.is_empty());
}

#[test]
fn actor_words_layer() {
    let text = |own: &str| format!("{:?}", good(&[("language/en/actors.toml", own)]).languages.actors);
    let base = text("");
    assert!(base.contains("foreign ministry") && base.contains("said"));
    let added = text("[words]\nsay = [\"says\"]\n[numbers]\ntwo = 22\n");
    assert!(added.contains("\"said\"") && added.contains("\"says\"") && added.contains("22") && !added.contains("Number(\"two\", 2)"));
    let dropped = text("[drop]\nbody = [\"finance ministry\"]\nwords.say = [\"said\"]\n");
    assert!(dropped.contains("foreign ministry") && !dropped.contains("finance ministry") && !dropped.contains("said"));
    assert!(!text("replace = [\"body\"]\n").contains("ministry"));
}

#[test]
fn three_layers_count_from_the_top() {
    let mut files = super::over_base(&[(STRUCTURE, "[headings]\nRule = 2\n")]);
    files.push(super::file(STRUCTURE, "[headings]\nRule = 7\n", 3));
    let (contents, diagnostics) = crate::compile::read(&files);
    assert!(diagnostics.is_empty());
    assert!(contents.languages.words.headings.contains(&("Rule".to_owned(), 7)));
    assert_eq!(contents.languages.words.headings.len(), 2);
}

#[test]
fn kinds_of_records_have_a_head_noun() {
    let own = "[meeting]\nforum = [\"forum\"]\n[meeting_kind]\nstanding = [\"forum\"]\n[instrument]\ntreaty = [\"treaty\"]\n[instrument_kind]\nby_subject = [\"treaty\"]\n";
    good(&[("language/en/records.toml", own)]);
    let (_, diagnostics) = load(&[("language/en/records.toml", &own.replace("standing = [\"forum\"]", "standing = [\"forun\"]"))]);
    assert_eq!(codes(&diagnostics), [Code::UnknownKey]);
    assert!(
        diagnostics[0].message.contains("no head noun has the kind \"forun\"") && diagnostics[0].help.contains("did you mean \"forum\"?")
    );
}
