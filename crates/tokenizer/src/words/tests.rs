//! Tests that the fast path yields the same atoms as the reference, that tokens are in order and do not overlap, and that the exceptions to UAX #29 are as
//! documented.

use super::atom::{Atom, Sink};
use super::reference::{self, GapCounter};
use super::{ascii, tokens};
use crate::{AbbreviationClass, Language};
use proptest::prelude::*;

#[derive(Default)]
struct Collect(Vec<Atom>);

impl Sink for Collect {
    fn atom(&mut self, atom: Atom) -> usize {
        self.0.push(atom);
        atom.end
    }
}

fn fast(text: &str) -> Vec<Atom> {
    let mut sink = Collect::default();
    ascii::scan(text, &mut sink);
    sink.0
}

fn slow(text: &str) -> Vec<Atom> {
    let mut sink = Collect::default();
    reference::scan(text, 0, text.len(), GapCounter::at_start(), &mut sink);
    sink.0
}

fn cut(text: &str) -> Vec<&str> {
    let language = language();
    let mut out = Vec::new();
    tokens(text, &language, &mut out);
    out.iter().map(|token| token.text(text)).collect()
}

fn language() -> Language {
    let mut builder = Language::builder();
    builder.abbreviation("mr.", AbbreviationClass::Title).abbreviation("No.", AbbreviationClass::BeforeNumber);
    builder.build().expect("periods")
}

fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        6 => "[a-zA-Z0-9_]{1,4}",
        2 => "[a-zA-Z]{5,20}",
        4 => "[ .,;:'\"()\\[\\]%!?\\-\n\t\r_@#/$]{1,3}",
        1 => prop::sample::select(vec!["http://un.org", "https:", "www.un.org", "WWW.", "Mr.", "No. 5", "U.S.", "a.b@c.de", "4:00"]).prop_map(str::to_owned),
        2 => prop::sample::select(vec!["’", "‘", "“", "”", "–", "—", "…", "\u{301}", "\u{AD}", "\u{200D}", "é", "и", "中", "か", "カ", "\u{A0}", "\u{2003}", "\u{FEFF}", "א", "🏛", "\r\n", "\u{2028}", "ª", "٣", "１", "·"]).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..20).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 5000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn fast_path_equals_reference(text in text()) {
        prop_assert_eq!(fast(&text), slow(&text));
    }

    #[test]
    fn tokens_are_those_of_the_reference(text in text()) {
        let language = language();
        let (mut fast, mut slow) = (Vec::new(), Vec::new());
        tokens(&text, &language, &mut fast);
        reference::scan(&text, 0, text.len(), GapCounter::at_start(), &mut super::join::Joiner::new(&text, &language, &mut slow));
        prop_assert_eq!(fast, slow);
    }

    #[test]
    fn keys_are_those_of_the_words(text in text()) {
        let mut out = Vec::new();
        tokens(&text, &Language::default(), &mut out);
        for token in &out {
            let word = token.text(&text);
            let plain = word.is_ascii() && !word.contains('\'');
            prop_assert_eq!(token.key, if plain { chancery_text::key::word_key(word.as_bytes()) } else { 0 });
        }
    }

    #[test]
    fn tokens_tile_the_text(text in text()) {
        let mut out = Vec::new();
        tokens(&text, &Language::default(), &mut out);
        let mut at = 0;
        for token in &out {
            let (start, end) = (token.span.start() as usize, token.span.end() as usize);
            prop_assert!(at <= start && start < end);
            prop_assert!(text[at..start].chars().all(|c| c.is_whitespace() || c.is_control() || !c.is_alphanumeric()));
            prop_assert!(text.is_char_boundary(end));
            at = end;
        }
    }
}

#[test]
fn documented_deviations() {
    for (text, expected) in [
        ("the U.S. Government", vec!["the", "U.S.", "Government"]),
        ("Mr. Gromyko", vec!["Mr.", "Gromyko"]),
        ("MR. GROMYKO", vec!["MR.", "GROMYKO"]),
        ("resolution No. 5.", vec!["resolution", "No.", "5", "."]),
        ("the answer is no.", vec!["the", "answer", "is", "no", "."]),
        ("J. F. Kennedy and I.", vec!["J.", "F.", "Kennedy", "and", "I", "."]),
        ("of peace.The", vec!["of", "peace", ".", "The"]),
        ("Subject:peace", vec!["Subject", ":", "peace"]),
        ("at 4:00, 1,540 men", vec!["at", "4:00", ",", "1,540", "men"]),
        ("wait... what?! -- no", vec!["wait", "...", "what", "?!", "--", "no"]),
        ("see http://www.un.org/en/ga.", vec!["see", "http://www.un.org/en/ga", "."]),
        ("to a.b@un.org now", vec!["to", "a.b@un.org", "now"]),
        ("China’s Guinea-Bissau", vec!["China’s", "Guinea", "-", "Bissau"]),
        ("哈萨克斯坦", vec!["哈", "萨", "克", "斯", "坦"]),
        ("#peace", vec!["#peace"]),
        // A vowel sign on a no-break space is a letter, but an accent on a space is part of the space.
        ("\u{A0}\u{110B0}a \u{301}b", vec!["\u{110B0}", "a", "b"]),
    ] {
        assert_eq!(cut(text), expected, "{text}");
    }
}
