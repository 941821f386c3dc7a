//! Properties of the folded view, checked on strings of unusual Unicode characters.

use chancery_text::Span;
use chancery_text::fold::{FoldedView, Folder, HyphenReading};
use proptest::prelude::*;

fn folder() -> Folder {
    Folder::with_table([('ё', "е"), ('ł', "l"), ('ø', "o"), ('ı', "i"), ('đ', "d")])
}

/// Generates strings with many combining marks, hyphens, ligatures, white space, and letters whose length in bytes depends on their case.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[a-zA-Z]{1,4}",
        2 => "[ \t\n\r]{1,3}",
        1 => prop::sample::select(vec![
            "-\n", "\u{AD}\n", "\u{AD}", "é", "e\u{301}", "İ", "ı", "ß", "ŉ", "ǰ", "ﬁ", "Å", "Ё", "й", "и\u{306}", "が", "か\u{3099}", "中国",
            "’", "“", "—", "½", "\u{FEFF}", "\u{2029}", "\u{301}", " \u{301}", "ΐ", "Σ", "ς", "한", "\u{1112}\u{1161}\u{11AB}", "ﾊﾞ", "Ⅳ", "™", "…", "a\u{200D}b", "ᾳ", "ẞ", "\u{345}", "\u{1E9B}\u{323}",
        ]).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..24).prop_map(|pieces| pieces.concat())
}

fn both(text: &str) -> [FoldedView; 2] {
    [folder().view(text, HyphenReading::Kept), folder().view(text, HyphenReading::Joined)]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn folding_twice_changes_nothing(text in text()) {
        for reading in [HyphenReading::Kept, HyphenReading::Joined] {
            let once = folder().view(&text, reading);
            let twice = folder().view(once.text(), reading);
            prop_assert_eq!(once.text(), twice.text());
        }
    }

    #[test]
    fn offsets_map_to_character_boundaries_and_are_monotone(text in text()) {
        for view in both(&text) {
            prop_assert_eq!(view.map().source_len() as usize, text.len());
            prop_assert_eq!(view.map().folded_len() as usize, view.text().len());
            let mut last = (0, 0);
            for at in (0..=view.text().len()).filter(|&at| view.text().is_char_boundary(at)) {
                let start = view.to_source(Span::new(at as u32, at as u32)).start();
                let end = view.to_source(Span::new(0, at as u32)).end();
                prop_assert!(text.is_char_boundary(start as usize) && text.is_char_boundary(end as usize));
                prop_assert!(last.0 <= start && last.1 <= end);
                last = (start, end);
            }
            let mut last = (0, 0);
            for at in (0..=text.len()).filter(|&at| text.is_char_boundary(at)) {
                let start = view.map().to_folded(Span::new(at as u32, at as u32)).start();
                let end = view.map().to_folded(Span::new(0, at as u32)).end();
                prop_assert!(view.text().is_char_boundary(start as usize) && view.text().is_char_boundary(end as usize));
                prop_assert!(last.0 <= start && last.1 <= end);
                last = (start, end);
            }
        }
    }

    #[test]
    fn mapping_to_the_source_and_back_contains_the_span(text in text(), from in 0usize..80, len in 1usize..12) {
        let view = folder().view(&text, HyphenReading::Kept);
        let bounds: Vec<usize> = (0..=view.text().len()).filter(|&at| view.text().is_char_boundary(at)).collect();
        if from + len < bounds.len() {
            let span = Span::new(bounds[from] as u32, bounds[from + len] as u32);
            let source = view.to_source(span);
            // Mapping the source span back yields a span that contains the original one. The new span is longer if the original one begins or ends
            // inside a cluster, that is, inside a group of characters that are folded together.
            let back = view.map().to_folded(source);
            prop_assert!(back.contains(span), "{:?} {:?} {:?}", span, source, back);
        }
    }
}

#[test]
fn folding_any_character_twice_changes_nothing() {
    for text in ('\0'..=char::MAX).map(String::from) {
        let once = folder().view(&text, HyphenReading::Kept);
        assert_eq!(once.text(), folder().view(once.text(), HyphenReading::Kept).text(), "{:?}", text.escape_unicode().to_string());
    }
    assert_eq!(folder().view("Cote d\u{1FFD}Ivoire", HyphenReading::Kept).text(), "cote d'ivoire");
}

#[test]
fn a_line_end_hyphen_has_two_readings() {
    let [kept, joined] = both("Guinea-\nBissau and coop-\n eration");
    assert_eq!(kept.text(), "guinea-bissau and coop-eration");
    assert_eq!(joined.text(), "guineabissau and cooperation");
    let start = joined.text().find("cooperation").expect("joined") as u32;
    assert_eq!(joined.to_source(Span::new(start, start + 11)), Span::new(19, 33));
}

#[test]
fn folds_examples() {
    for (source, folded) in [
        ("Côte d’Ivoire", "cote d'ivoire"),
        ("TÜRKİYE", "turkiye"),
        ("Straße", "strasse"),
        ("Йод и Ёж", "йод и еж"),
        ("が", "が"),
        ("Łódź", "lodz"),
        ("co\u{AD}operation", "cooperation"),
        ("United\n  States", "united states"),
        ("end.\n\nStart", "end.\n\nstart"),
        ("5–6 — x", "5-6 - x"),
        ("\u{FEFF}Kenya", "kenya"),
        ("ﬁnance", "finance"),
    ] {
        assert_eq!(folder().view(source, HyphenReading::Kept).text(), folded, "{source}");
    }
}
