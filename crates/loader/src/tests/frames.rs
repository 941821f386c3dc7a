//! Tests the layering of frames, and the diagnostics about them.

use super::{codes, good, load};
use crate::codes::Code;
use crate::compile::Contents;

const CONDEMN: &str = "[[frame]]\nid = \"condemn\"\nverb = [\"condemn\"]\nact = \"ACCUSE\"\n";

fn ids(contents: &Contents) -> Vec<&str> {
    contents.frames.frames.iter().map(|written| written.frame.id.as_str()).collect()
}

#[test]
fn frames_of_upper_layers_come_first_and_those_without_an_id_are_numbered() {
    let own = "[[frame]]\nverb = [\"blame\"]\nact = \"ACCUSE\"\n[[frame]]\nverb = [\"blame\"]\nact = \"NONE\"\n";
    let contents = good(&[("frames/own.toml", own)]);
    assert_eq!(ids(&contents), ["own.blame", "own.blame.2", "embedded.praise"]);
}

#[test]
fn a_frame_is_switched_off_by_its_id() {
    let contents = good(&[("frames/own.toml", "[[frame]]\nid = \"embedded.praise\"\noff = true\n")]);
    assert!(ids(&contents).is_empty());
    let (_, diagnostics) = load(&[("frames/own.toml", "[[frame]]\nid = \"embedded.nothing\"\noff = true\n")]);
    assert_eq!(codes(&diagnostics), [Code::NothingBelow]);
    let (_, diagnostics) = load(&[("frames/own.toml", "[[frame]]\nverb = [\"praise\"]\noff = true\n")]);
    assert_eq!(codes(&diagnostics), [Code::RulePart]);
}

#[test]
fn extending_a_frame_adds_words_and_examples() {
    let own = "[[frame]]\nid = \"embedded.praise\"\nextend = true\nverb = [\"laud\"]\nreject = [\"Nobody lauded anybody.\"]\n";
    let contents = good(&[("frames/own.toml", own)]);
    let frame = contents.frames.frames.iter().find(|written| written.frame.id == "embedded.praise").expect("the frame");
    assert_eq!(frame.frame.verbs.last().map(String::as_str), Some("laud"));
    assert_eq!(frame.reject.last().map(|example| example.text.as_str()), Some("Nobody lauded anybody."));
    for (text, code) in [
        (own.replace("embedded.praise", "embedded.nothing"), Code::NothingBelow),
        (own.replace("id = \"embedded.praise\"\n", ""), Code::RulePart),
        (format!("{own}act = \"AID\"\n"), Code::RulePart),
        // The embedded frame accepts any object. Words for the object would therefore restrict the frame instead of extending it.
        (format!("{own}object = [\"work\"]\n"), Code::RulePart),
    ] {
        assert_eq!(codes(&load(&[("frames/own.toml", &text)]).1), [code], "{text}");
    }
}

#[test]
fn faults_of_frames_are_reported() {
    for (text, code) in [
        (CONDEMN.replace("ACCUSE", "ACUSE"), Code::RulePart),
        (format!("{CONDEMN}object = [\"@nothing\"]\n"), Code::RulePart),
        (format!("{CONDEMN}target = [\"objct\"]\n"), Code::WrongValue),
        (format!("{CONDEMN}targets = [\"object\"]\n"), Code::UnknownKey),
        ("[[frame]]\nact = \"ACCUSE\"\n".to_owned(), Code::RulePart),
        ("[cues]\nwil = [\"will\"]\n".to_owned(), Code::UnknownKey),
    ] {
        assert_eq!(codes(&load(&[("frames/own.toml", &text)]).1), [code], "{text}");
    }
    // A new act can be used only if it is defined.
    good(&[("frames/own.toml", &format!("{}[[act]]\nname = \"ACUSE\"\nclass = \"ACCUSE\"\n", CONDEMN.replace("ACCUSE", "ACUSE")))]);
}

#[test]
fn files_of_the_clause_reader_are_reported_by_line() {
    let (_, diagnostics) = load(&[("language/en/words.tsv", "blorp\tVB\t\n")]);
    assert_eq!(codes(&diagnostics), [Code::Misplaced]);
    let (_, diagnostics) = load(&[("language/en/lexicon.tsv", "one\tVB\tone\ntwo\tVERB\t\n")]);
    assert_eq!((codes(&diagnostics), diagnostics[0].line), (vec![Code::WrongValue], 2));
    let (_, diagnostics) = load(&[("language/en/grammar.txt", "# a comment\n\nselect NOTHING : -1 DT\n")]);
    assert_eq!((codes(&diagnostics), diagnostics[0].line), (vec![Code::Pattern], 3));
    let (_, diagnostics) = load(&[("language/en/lists.txt", "contrl: urge\n")]);
    assert_eq!(codes(&diagnostics), [Code::UnknownKey]);
}
