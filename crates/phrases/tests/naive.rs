//! Tests that a scan finds exactly the same matches as a search that tries every phrase at every token.

use chancery_phrases::{PhrasesBuilder, Scratch, Start};
use chancery_text::{PlainBreaker, Token, WordBreaker, fold::Folder};
use proptest::prelude::*;

/// There are few words, so that many phrases begin with the same words and many words follow each node. Many phrases
/// begin with "the".
const WORDS: [&str; 24] = [
    "the",
    "The",
    "of",
    "and",
    "Union",
    "union",
    "State",
    "Bank",
    "Council",
    "Peace",
    "Treaty",
    "North",
    "South",
    "East",
    "Cooperation",
    "Organization",
    "Agreement",
    "é",
    "Čad",
    "15",
    "G20",
    "Road",
    "Silk",
    "Central",
];

fn words(text: &str) -> (Vec<Token>, Vec<String>) {
    let mut tokens = Vec::new();
    PlainBreaker.break_words(text, &mut tokens);
    let folded = tokens.iter().map(|token| Folder::default().word(token.text(text))).collect();
    (tokens, folded)
}

fn phrase() -> impl Strategy<Value = String> {
    let word = || prop::sample::select(WORDS.to_vec());
    prop_oneof![
        // Many different words follow "the".
        3 => word().prop_map(|word| format!("the {word}")),
        3 => (word(), word()).prop_map(|(a, b)| format!("the {a} {b}")),
        4 => prop::collection::vec(word(), 1..5).prop_map(|words| words.join(" ")),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_scan_finds_what_trying_every_phrase_finds(
        phrases in prop::collection::vec((phrase(), any::<bool>()), 1..300),
        text in prop::collection::vec(prop::sample::select(WORDS.to_vec()), 0..200),
    ) {
        let mut builder = PhrasesBuilder::new(Folder::default());
        for (number, (phrase, capital)) in phrases.iter().enumerate() {
            builder.insert(phrase, &PlainBreaker, if *capital { Start::Capital } else { Start::Any }, number as u32);
        }
        let built = builder.build().expect("few words");
        let text = text.join(" ");
        let (tokens, folded) = words(&text);
        let mut found = Vec::new();
        built.scan(&text, &tokens, &mut Scratch::default(), |hit| {
            found.extend(built.values(hit).iter().map(|value| (hit.first as usize, hit.end as usize, *value)));
        });
        // The scan may also report a phrase with `Start::Capital` where the text has a lower-case letter. A caller must therefore check the case.
        found.retain(|(first, _, number)| !phrases[*number as usize].1 || tokens[*first].capital);
        let mut naive = Vec::new();
        for (number, (phrase, capital)) in phrases.iter().enumerate() {
            let (_, phrase) = words(phrase);
            for first in 0..tokens.len() {
                if folded[first..].starts_with(&phrase) && (!capital || tokens[first].capital) {
                    naive.push((first, first + phrase.len(), number as u32));
                }
            }
        }
        naive.sort_by_key(|(first, end, number)| (*first, *end, *number));
        found.sort_by_key(|(first, end, number)| (*first, *end, *number));
        prop_assert_eq!(found, naive);
    }
}
