//! Compares the rule matcher with a simple reference implementation, which tries every way to match a pattern. Both must find the same events.

use chancery_classifier::{ClassifierBuilder, Rule, Scratch, Trigger};
use chancery_text::{Catalog, Document, EntityClass, EntityInfo, EntityIx, Form, Mention, NameIx, PlainBreaker, Span, WordBreaker};
use proptest::prelude::*;

/// The pieces that texts consist of. The capitalised pieces are names.
const PIECES: [&str; 11] = ["the", "a", "not", "and", ",", "is", "but", "met", "Kenya", "Lake States", "Organization"];

/// The types of the entities. The type of the entity with the index `n` is at the index `n % 2`.
const KINDS: [&str; 2] = ["state", "igo"];

struct Names;

impl Catalog for Names {
    fn entity(&self, entity: EntityIx) -> EntityInfo<'_> {
        let mut info = EntityInfo::new("", KINDS[entity.get() % 2], "");
        info.class = [EntityClass::State, EntityClass::Organisation][entity.get() % 2];
        info
    }

    fn name_language(&self, _: NameIx) -> &str {
        ""
    }
}

/// A part of a pattern.
#[derive(Clone, Debug)]
enum Part {
    /// One of these words.
    Words(Vec<&'static str>),
    /// A slot that is filled by names of these types. If `several` is true, at least two names are required.
    Slot { slot: &'static str, kinds: Vec<&'static str>, several: bool },
    /// A gap. The first field is the maximum number of tokens or names in the gap. If the second field is a word, the gap must not contain this word.
    Gap(u16, Option<&'static str>),
    /// The part, or nothing.
    Optional(Box<Part>),
    /// A part that must match at the current position or, if the second field is true, must not match there. The match does not move the position.
    Context(Box<Part>, bool),
}

impl Part {
    fn written(&self) -> String {
        match self {
            Self::Words(words) => words.join("|"),
            Self::Slot { slot, kinds, several } => format!("{slot}{}={}", if *several { "+" } else { "" }, kinds.join("|")),
            Self::Gap(most, closed) => format!("...{most}{}", closed.map(|word| format!("!{word}")).unwrap_or_default()),
            Self::Optional(part) => format!("{}?", part.written()),
            Self::Context(part, negated) => format!("<{}{}>", if *negated { "!" } else { "" }, part.written()),
        }
    }

    /// Returns the number of ways to match the part: a gap can have several lengths, and an optional part can be skipped.
    fn ways(&self) -> usize {
        match self {
            Self::Gap(most, _) => *most as usize + 1,
            Self::Optional(_) => 2,
            _ => 1,
        }
    }
}

fn part() -> impl Strategy<Value = Part> {
    let words = prop::sample::select(vec![vec!["the"], vec!["a", "the"], vec!["not"], vec!["$be"], vec!["and"]]).prop_map(Part::Words);
    let kinds = prop::sample::select(vec![vec!["state"], vec!["igo"], vec!["state", "igo"]]);
    let slot = (prop::sample::select(vec!["source", "target"]), kinds, prop::bool::weighted(0.2))
        .prop_map(|(slot, kinds, several)| Part::Slot { slot, kinds, several });
    let gap = (0u16..4, prop::option::of(prop::sample::select(vec!["not", "a"]))).prop_map(|(most, closed)| Part::Gap(most, closed));
    let plain = || prop_oneof![words.clone(), slot.clone()];
    prop_oneof![
        2 => words.clone(),
        4 => slot.clone(),
        4 => gap,
        2 => plain().prop_map(|part| Part::Optional(Box::new(part))),
        1 => (plain(), any::<bool>()).prop_map(|(part, negated)| Part::Context(Box::new(part), negated)),
    ]
}

/// A pattern: the parts before the trigger, and the parts after it. Both lists are in the order of the text.
#[derive(Clone, Debug)]
struct Pattern(Vec<Part>, Vec<Part>);

fn pattern() -> impl Strategy<Value = Pattern> {
    (prop::collection::vec(part(), 0..4), prop::collection::vec(part(), 0..4)).prop_map(|(left, right)| Pattern(left, right))
}

/// A text as a list of words, with the names that it contains. A name is a range of words with a type.
struct Text {
    words: Vec<String>,
    names: Vec<(std::ops::Range<usize>, &'static str)>,
}

/// Matches the parts of a pattern, to the left or to the right.
#[derive(Clone, Copy)]
struct Reader<'t> {
    text: &'t Text,
    left: bool,
}

impl Reader<'_> {
    fn word(&self, at: usize) -> Option<&str> {
        let index = if self.left { at.checked_sub(1)? } else { at };
        self.text.words.get(index).map(String::as_str)
    }

    /// Finds the name that has one of the types `kinds` and begins at position `at`. When matching to the left, a name is considered to begin at its right end.
    /// Returns the index of the name, and the position at which matching continues.
    fn name(&self, at: usize, kinds: &[&str]) -> Option<(usize, usize)> {
        let number = self
            .text
            .names
            .iter()
            .position(|(range, kind)| kinds.contains(kind) && at == if self.left { range.end } else { range.start })?;
        let range = &self.text.names[number].0;
        Some((number, if self.left { range.start } else { range.end }))
    }

    fn is(&self, at: usize, words: &[&str]) -> bool {
        self.word(at).is_some_and(|word| words.iter().any(|wanted| if *wanted == "$be" { word == "is" } else { word == *wanted }))
    }

    fn beyond(&self, at: usize) -> usize {
        if self.left { at - 1 } else { at + 1 }
    }

    /// Returns the indexes of the names in the list that begins at position `at`, and the position at which matching continues. A comma alone does not join
    /// names: a word ("and") must precede the name that comes last in the text.
    fn list(&self, at: usize, kinds: &[&str]) -> (Vec<usize>, usize) {
        let (mut names, mut ends, mut words) = (Vec::new(), Vec::new(), Vec::new());
        let mut here = at;
        'names: while let Some((number, end)) = self.name(here, kinds) {
            names.push(number);
            ends.push(end);
            let mut joins = end;
            let mut word = false;
            for _ in 0..3 {
                if !self.is(joins, &["and", ",", "the"]) {
                    break 'names;
                }
                word |= self.is(joins, &["and"]);
                joins = self.beyond(joins);
                if self.name(joins, kinds).is_some() {
                    words.push(word);
                    here = joins;
                    continue 'names;
                }
            }
            break;
        }
        // Commas alone do not join names. In the order of the text, commas come before the joining word.
        words.truncate(names.len().saturating_sub(1));
        let joined = if self.left {
            if words.first() == Some(&true) { words.len() } else { 0 }
        } else {
            let first = words.iter().position(|word| *word);
            first.map_or(0, |first| first + words[first..].iter().take_while(|word| **word).count())
        };
        names.truncate(joined + 1);
        let end = ends.get(joined).copied().unwrap_or(at);
        (names, end)
    }

    /// Matches `parts`, which are ordered by their distance from the trigger, nearest first. `ways` selects one way to match for each part. Returns each filled
    /// slot with the index of its name, or `None` if a part does not match.
    fn fits<'p>(&self, parts: &[&'p Part], ways: &[usize], mut at: usize) -> Option<Vec<(&'p str, usize)>> {
        let mut filled = Vec::new();
        for (part, way) in parts.iter().zip(ways) {
            let part = match part {
                Part::Optional(_) if *way == 1 => continue,
                Part::Optional(part) => part.as_ref(),
                part => part,
            };
            match part {
                Part::Words(words) => {
                    if !self.is(at, words) {
                        return None;
                    }
                    at = self.beyond(at);
                }
                Part::Slot { slot, kinds, several } => {
                    let (names, end) = self.list(at, kinds);
                    if names.len() < if *several { 2 } else { 1 } {
                        return None;
                    }
                    filled.extend(names.into_iter().map(|name| (*slot, name)));
                    at = end;
                }
                Part::Gap(_, closed) => {
                    for _ in 0..*way {
                        let word = self.word(at)?;
                        if closed.is_some_and(|closed| closed == word) || word == "but" {
                            return None;
                        }
                        at = self.name(at, &KINDS).map_or(self.beyond(at), |(_, end)| end);
                    }
                }
                Part::Context(part, negated) => {
                    let stands = match part.as_ref() {
                        Part::Words(words) => self.is(at, words),
                        Part::Slot { kinds, .. } => self.name(at, kinds).is_some(),
                        _ => true,
                    };
                    if stands == *negated {
                        return None;
                    }
                }
                Part::Optional(_) => {}
            }
        }
        Some(filled)
    }

    /// Matches `parts`, which are ordered by their distance from the trigger, nearest first. Tries all ways to match them, and returns the result of the first
    /// way that succeeds. Ways with a shorter first gap are tried first.
    fn first<'p>(&self, parts: &[&'p Part], at: usize) -> Option<Vec<(&'p str, usize)>> {
        let all: usize = parts.iter().map(|part| part.ways()).product();
        (0..all).find_map(|number| {
            let mut rest = number;
            let mut ways: Vec<usize> = parts.iter().rev().map(|part| (rest % part.ways(), rest /= part.ways()).0).collect();
            ways.reverse();
            self.fits(parts, &ways, at)
        })
    }
}

/// The indexes of the names that fill the slots of an event: `source` (first field) and `target` (second field).
type Slots = (Vec<usize>, Vec<usize>);

/// Finds the event at a trigger by trying every way to match every pattern.
fn naive(patterns: &[Pattern], text: &Text, trigger: usize) -> Option<Slots> {
    patterns.iter().find_map(|Pattern(left, right)| {
        let left: Vec<&Part> = left.iter().rev().collect();
        let right: Vec<&Part> = right.iter().collect();
        let mut filled = Reader { text, left: true }.first(&left, trigger)?;
        filled.reverse();
        filled.extend(Reader { text, left: false }.first(&right, trigger + 1)?);
        let of = |slot: &str| {
            let mut names: Vec<usize> = Vec::new();
            for (_, name) in filled.iter().filter(|(known, _)| *known == slot) {
                if !names.contains(name) {
                    names.push(*name);
                }
            }
            names
        };
        Some((of("source"), of("target")))
    })
}

/// Returns a document whose text consists of `pieces` and whose mentions are the names among them. Also returns the same text as a list of words.
fn document(pieces: &[&str]) -> (Document, Text) {
    let (mut source, mut mentions, mut names) = (String::new(), Vec::new(), Vec::new());
    let mut count = 0;
    for piece in pieces {
        let start = source.len();
        source += piece;
        let words = piece.split(' ').count();
        if piece.starts_with(char::is_uppercase) {
            let kind = usize::from(*piece == "Organization");
            let entity = EntityIx((mentions.len() * 2 + kind) as u32);
            mentions.push(Mention::new(Span::new(start as u32, source.len() as u32), entity, NameIx(0), Form::Name));
            names.push((count..count + words, KINDS[kind]));
        }
        count += words;
        source.push(' ');
    }
    let mut doc = Document::new("1", source.trim_end());
    let mut tokens = Vec::new();
    PlainBreaker.break_words(doc.text(), &mut tokens);
    let words = tokens.iter().map(|token| token.text(doc.text()).to_owned()).collect();
    doc.tokens = tokens;
    doc.mentions = mentions;
    (doc, Text { words, names })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 5000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn events_are_those_that_trying_everything_finds(
        patterns in prop::collection::vec(pattern(), 1..3),
        pieces in prop::collection::vec(prop::sample::select(PIECES.to_vec()), 1..16),
    ) {
        let mut rule = Rule::new("rule", "ACT");
        rule.triggers = vec![Trigger { text: "met".to_owned(), form: String::new() }];
        rule.patterns = patterns
            .iter()
            .map(|Pattern(left, right)| {
                let written = |parts: &[Part]| parts.iter().map(Part::written).collect::<Vec<_>>().join(" ");
                format!("{} TRIGGER {}", written(left), written(right))
            })
            .collect();
        let mut builder = ClassifierBuilder::new();
        builder.class("be", ["is"]);
        builder.class("coordinator", ["and", ","]);
        builder.class("article", ["the"]);
        builder.class("barrier", ["but"]);
        builder.rule(rule);
        let classifier = builder.build(&PlainBreaker).expect("patterns as they are written");
        let (mut doc, text) = document(&pieces);
        classifier.run(&mut doc, &Names, &mut Scratch::default());
        let name = |entity: &EntityIx| entity.get() / 2;
        let found: Vec<(usize, Slots)> = doc
            .events
            .iter()
            .map(|event| {
                let trigger = doc.tokens.iter().position(|token| token.span == event.trigger).expect("a token");
                (trigger, (event.source.iter().map(name).collect(), event.target.iter().map(name).collect()))
            })
            .collect();
        let triggers = (0..text.words.len()).filter(|at| text.words[*at] == "met");
        let expected: Vec<(usize, Slots)> = triggers.filter_map(|at| Some((at, naive(&patterns, &text, at)?))).collect();
        prop_assert_eq!(found, expected);
    }
}
