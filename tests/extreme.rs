//! Tests texts that are extreme in one way, such as long chains of names. The time to process a text must be proportional to its length. If it grew faster, these
//! tests would take minutes or never end.

use chancery_data::Data;

/// Parts of chains and lists. In earlier versions, the time to process a text that repeats one of these parts grew at least with the square of the length of
/// the text.
const PIECES: [&str; 17] = [
    "meeting of ministers of ",
    "ministers of the government of ",
    "signed in Paris on 4 May 1990 ",
    "Kenya met Uganda in Geneva and ",
    "Kenya's minister's king's ",
    "Mali, the king of ",
    "resolution 1 (2000), ",
    "Agreement between Kenya and Uganda, ",
    "This Agreement signed in signed in signed in ",
    "election second round second round ",
    "Protocol-Protocol-",
    "Conference to Review Conference ",
    "the agreement with the talks with ",
    "conference on war, peace and trade and ",
    "the Treaty of Rome in Paris, which Kenya signed in Oslo, ",
    "the ministers of Kenya and Uganda thank Mali and ",
    "on 3 May, in Rome, Kenya and to Mali and to ",
];

/// A beginning, a part that is repeated, and an end. In earlier versions, the time to process such a text grew with the square of the number of repetitions.
const RUNS: [(&str, &str, &str); 15] = [
    ("", "<", ""),
    ("", ". ", ""),
    ("", "=", ""),
    ("", "a@", ""),
    ("", "Congo ", ""),
    ("Ken", "\u{ad}", "ya met"),
    ("Ken", "\u{200d}", "ya met"),
    ("", "Kenya, Peru, ", "."),
    ("", "the said and of ", ""),
    ("", "as — ", ""),
    ("", "who must —\n", ""),
    ("", "President met s for ", ""),
    ("Kenya started ", "continuing starting ", "attacking Mali."),
    ("We know, ", "as we know, the raid, ", "."),
    ("We call on Israel, ", "once again, ", "to withdraw."),
];

/// If the time grew with the square of the length, each of these texts would take minutes.
#[test]
fn runs_end() {
    let data = Data::embedded();
    let stages = chancery_tests::all_stages(&data);
    for (before, piece, after) in RUNS {
        let text = format!("{before}{}{after}", piece.repeat(200_000));
        let doc = stages.annotated("extreme", &text);
        assert!(!doc.tokens.is_empty(), "{piece}");
    }
}

/// If the time doubled with each repetition, the processing of these texts would never end.
#[test]
fn chains_and_lists_end() {
    let data = Data::embedded();
    let stages = chancery_tests::all_stages(&data);
    for piece in PIECES {
        let doc = stages.annotated("extreme", &piece.repeat(2000));
        assert!(doc.tokens.len() >= 2000 * piece.split_whitespace().count(), "{piece}");
    }
}

/// The fuzzy matcher deletes up to two letters of a word in every possible way, and the number of results grows with the square of the length of the word. The
/// matcher must therefore skip words that are longer than any name.
#[test]
fn a_long_word_is_not_compared_with_names() {
    let data = Data::embedded();
    let stages = chancery_tests::all_stages(&data);
    let matcher = chancery_gazetteer::FuzzyMatcher::new(data.gazetteer());
    let letters: String = (0..20_000_u32).map(|at| char::from(b'a' + (at * at % 23) as u8)).collect();
    let doc = stages.annotated("extreme", &format!("Khazakhstan met A{letters}."));
    let found: Vec<&str> = matcher.find(&doc).iter().map(|mention| doc.slice(mention.span)).collect();
    assert_eq!(found, ["Khazakhstan"]);
}
