//! Tests that the gazetteer finds exactly the same names as a naive matcher, which tries every name at every token.

use chancery_gazetteer::{CasePolicy, Entity, GazetteerBuilder, Name, Scratch};
use chancery_text::fold::Folder;
use chancery_text::{Catalog, Document, Form, Gap, PlainBreaker, Token, WordBreaker};
use proptest::prelude::*;

#[derive(Clone, Debug)]
struct Entry {
    text: String,
    case: CasePolicy,
    before: Option<String>,
    needs: Option<String>,
    not: Option<String>,
}

fn cut(text: &str) -> Vec<Token> {
    let mut tokens = Vec::new();
    PlainBreaker.break_words(text, &mut tokens);
    tokens
}

/// Finds all ways to match the words of `name` with the tokens from the index `from`. For each way, adds a pair to `out`: the index of the token after the
/// match, and a flag that is `true` if one of the words is divided at the end of a line.
#[expect(clippy::too_many_arguments, reason = "a recursion that carries its whole state")]
fn readings(
    doc: &str,
    tokens: &[Token],
    from: usize,
    name: &str,
    words: &[Token],
    joined: bool,
    first: bool,
    out: &mut Vec<(usize, bool)>,
) {
    let fold = |text: &str| Folder::default().word(text);
    let Some((word, rest)) = words.split_first() else {
        out.push((from, joined));
        return;
    };
    let Some(token) = tokens.get(from) else { return };
    if !first {
        let hyphen = tokens[from - 1].text(doc) == "-" && tokens[from - 1].gap == Gap::None;
        let blank = match token.gap {
            Gap::None => false,
            Gap::Blank | Gap::Line if hyphen => false,
            Gap::Blank | Gap::Line => true,
            _ => return,
        };
        if blank != (word.gap != Gap::None) {
            return;
        }
    }
    let wanted = fold(word.text(name));
    if fold(token.text(doc)) == wanted {
        readings(doc, tokens, from + 1, name, rest, joined, false, out);
    }
    if let [_, hyphen, tail, ..] = &tokens[from..]
        && hyphen.text(doc) == "-"
        && hyphen.gap == Gap::None
        && tail.gap == Gap::Line
        && tail.text(doc).chars().all(char::is_alphabetic)
        && token.text(doc).chars().all(char::is_alphanumeric)
        && fold(token.text(doc)) + &fold(tail.text(doc)) == wanted
    {
        readings(doc, tokens, from + 3, name, rest, true, false, out);
    }
}

fn cased(entry: &Entry, doc: &str, found: &[Token], joined: bool) -> bool {
    let words = cut(&entry.text);
    match entry.case {
        CasePolicy::Any => true,
        CasePolicy::Title if joined => !words[0].capital || found[0].capital,
        CasePolicy::Title => words.iter().zip(found).all(|(word, token)| !word.capital || token.capital),
        _ => {
            !joined
                && words.iter().zip(found).all(|(word, token)| {
                    Folder::default().cased_word(word.text(&entry.text)) == Folder::default().cased_word(token.text(doc))
                })
        }
    }
}

fn holds(doc: &str, tokens: &[Token], cue: &str, except: std::ops::Range<usize>) -> bool {
    let words = cut(cue);
    (0..tokens.len()).filter(|at| !except.contains(at)).any(|at| {
        let mut out = Vec::new();
        readings(doc, tokens, at, cue, &words, false, true, &mut out);
        !out.is_empty() && (!words[0].capital || tokens[at].capital)
    })
}

/// Returns the leftmost-longest spans (start byte and end byte), each with the index of its entry. If several entries match a span, the first entry is used.
fn naive(entries: &[Entry], doc: &str) -> Vec<(u32, u32, usize)> {
    let tokens = cut(doc);
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let mut best: Option<(usize, usize)> = None;
        for (number, entry) in entries.iter().enumerate() {
            let mut ends = Vec::new();
            readings(doc, &tokens, at, &entry.text, &cut(&entry.text), false, true, &mut ends);
            for (end, joined) in ends {
                let fits = cased(entry, doc, &tokens[at..end], joined)
                    && !entry.before.as_ref().is_some_and(|word| at > 0 && Folder::default().word(tokens[at - 1].text(doc)) == *word)
                    && !entry.not.as_ref().is_some_and(|cue| holds(doc, &tokens, cue, at..end))
                    && entry.needs.as_ref().is_none_or(|cue| holds(doc, &tokens, cue, at..end));
                if fits && best.is_none_or(|(far, _)| tokens[end - 1].span.end() > tokens[far - 1].span.end()) {
                    best = Some((end, number));
                }
            }
        }
        match best {
            Some((end, number)) => {
                found.push((tokens[at].span.start(), tokens[end - 1].span.end(), number));
                at = end;
            }
            None => at += 1,
        }
    }
    found
}

fn word() -> impl Strategy<Value = String> {
    prop::sample::select(vec!["a", "A", "b", "B", "ab", "Ab", "AB", "é", "É", "Ba", "c"]).prop_map(str::to_owned)
}

fn entry() -> impl Strategy<Value = Entry> {
    let joint = prop::sample::select(vec![" ", " ", "-", "  "]);
    (
        prop::collection::vec((word(), joint), 1..4),
        prop::sample::select(vec![CasePolicy::Exact, CasePolicy::Title, CasePolicy::Any]),
        prop::option::weighted(0.1, word().prop_map(|w| Folder::default().word(&w))),
        prop::option::weighted(0.15, word()),
        prop::option::weighted(0.15, word()),
    )
        .prop_map(|(words, case, before, needs, not)| {
            let mut text = String::new();
            for (at, (word, joint)) in words.iter().enumerate() {
                if at > 0 {
                    text.push_str(joint);
                }
                text.push_str(word);
            }
            // Here, names with an exact case have at least four characters, because shorter ones are rejected among words in capitals.
            Entry {
                case: if text.chars().count() < 4 && case == CasePolicy::Exact { CasePolicy::Title } else { case },
                text,
                before,
                needs,
                not,
            }
        })
}

fn document() -> impl Strategy<Value = String> {
    let joint = prop::sample::select(vec![" ", " ", " ", "-", "\n", "-\n", "\n\n", ", ", "- "]);
    prop::collection::vec((word(), joint), 0..14)
        .prop_map(|pieces| pieces.into_iter().flat_map(|(word, joint)| [word, joint.to_owned()]).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 4000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn equals_the_naive_matcher(entries in prop::collection::vec(entry(), 1..8), text in document()) {
        let mut builder = GazetteerBuilder::new();
        for (number, entry) in entries.iter().enumerate() {
            let mut name = Name::new(&entry.text, Form::Name).with_case(entry.case);
            name.before.extend(entry.before.clone());
            name.needs.extend(entry.needs.clone());
            name.not.extend(entry.not.clone());
            builder.entity(Entity::new(format!("e{number:02}"), "thing").with_name(name));
        }
        let gazetteer = builder.build(&PlainBreaker).expect("names with letters");
        let mut doc = Document::new("d", text.as_str());
        doc.tokens = cut(&text);
        gazetteer.run_recording(&mut doc, &mut Scratch::default());
        // If there are several candidates for a span, names elsewhere in the document may determine the choice. The test therefore compares the entity only if
        // it was the only candidate.
        let found: Vec<(u32, u32)> = doc.mentions.iter().map(|m| (m.span.start(), m.span.end())).collect();
        let expected = naive(&entries, &text);
        prop_assert_eq!(&found, &expected.iter().map(|e| (e.0, e.1)).collect::<Vec<_>>());
        for (mention, (.., number)) in doc.mentions.iter().zip(&expected) {
            let alone = mention.rejected.iter().all(|rejected| rejected.span != mention.span);
            if alone {
                prop_assert_eq!(gazetteer.entity(mention.entity).id, format!("e{number:02}"));
            }
        }
    }
}
