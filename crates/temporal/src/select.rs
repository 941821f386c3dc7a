//! Step 2 of a run: selects the matches to keep and computes their values.

use crate::candidates::Candidate;
use crate::rule::Normalizer;
use crate::slot::{Bag, Slot};
use crate::tables::Tables;
use crate::value::{self, Anchors};
use chancery_text::{Date, Document, SentenceIx, Span, TimeExpression, TimexType, Token, TokenKind};

/// Keeps the leftmost-longest matches that have a value. Of several matches of the same tokens, the match of the earliest rule is kept.
pub(crate) fn select(tables: &Tables, doc: &Document, mut candidates: Vec<Candidate>) -> Vec<TimeExpression> {
    candidates.sort_by_key(|candidate| (candidate.found.first, std::cmp::Reverse(candidate.found.end), candidate.rule));
    let mut times: Vec<TimeExpression> = Vec::new();
    let mut read: Vec<Read> = Vec::new();
    let (mut free, mut sentence) = (0, 0);
    let mut last: Option<Date> = None;
    let mut future = (usize::MAX, false);
    for candidate in candidates {
        if candidate.found.first < free {
            continue;
        }
        let compiled = &tables.rules[candidate.rule as usize];
        while doc.sentences.get(sentence).is_some_and(|s| (s.token_range.end as usize) <= candidate.found.first) {
            sentence += 1;
        }
        if compiled.rule.normalizer == Normalizer::Nothing {
            free = candidate.found.end;
            continue;
        }
        if future.0 != sentence {
            future = (sentence, is_about_future(tables, doc, sentence));
        }
        let mut bag = candidate.found.bag;
        for (slot, value) in &compiled.set {
            bag.set(*slot, *value);
        }
        let anchors = Anchors { document: doc.metadata.date, last, future: future.1 };
        let rule = &compiled.rule;
        let Some(normalized) = value::normalize(rule.normalizer, &rule.value, rule.timex_type, &bag, anchors) else {
            continue;
        };
        free = candidate.found.end;
        if let Some(date) = normalized.value.parse::<Date>().ok().filter(|_| normalized.timex_type == TimexType::Date) {
            last = Some(date);
        }
        let end = &doc.tokens[candidate.found.end - 1];
        let clitic = tables.words.word(end, doc.text()).clitic;
        let span = Span::new(doc.tokens[candidate.found.first].span.start(), end.span.end() - clitic as u32);
        let mut time = TimeExpression::new(span, SentenceIx(sentence as u32), normalized.timex_type, normalized.value, rule.name.clone());
        (time.begin, time.end) = (normalized.begin, normalized.end);
        times.push(time);
        read.push(Read { first: candidate.found.first, end: candidate.found.end, rule: candidate.rule, bag });
    }
    share_years(tables, doc, &mut times, &mut read);
    times
}

/// The match behind a time expression.
struct Read {
    first: usize,
    end: usize,
    rule: u32,
    bag: Bag,
}

/// How many words may join two dates of a list or range ("and in").
const JOINTS: usize = 3;

/// Gives a month or day without a year the year of the date that it is joined with: "from 4 March to 9 June 1998", "in 2011 from March to October".
fn share_years(tables: &Tables, doc: &Document, times: &mut [TimeExpression], read: &mut [Read]) {
    let Some(class) = tables.words.known_class("joint") else { return };
    let joined = |a: &Read, b: &Read| {
        a.end < b.first
            && b.first - a.end <= JOINTS
            && (a.end..b.first).all(|at| {
                let token = &doc.tokens[at];
                tables.words.sense(&tables.words.word(token, doc.text()), token.capital, class).is_some()
            })
    };
    let dated = |read: &Read| tables.rules[read.rule as usize].rule.normalizer == Normalizer::Date;
    let bare = |read: &Read| {
        dated(read) && read.bag.get(Slot::Month).is_some() && read.bag.get(Slot::Year).is_none() && read.bag.get(Slot::Shift).is_none()
    };
    let give = |to: usize, year: i32, read: &mut [Read], times: &mut [TimeExpression]| {
        read[to].bag.set(Slot::Year, year);
        let rule = &tables.rules[read[to].rule as usize].rule;
        if let Some(found) = value::normalize(rule.normalizer, &rule.value, rule.timex_type, &read[to].bag, Anchors::default()) {
            let time = &mut times[to];
            (time.value, time.begin, time.end) = (found.value, found.begin, found.end);
        }
    };
    for at in (0..read.len().saturating_sub(1)).rev() {
        if bare(&read[at]) && dated(&read[at + 1]) && times[at].sentence == times[at + 1].sentence && joined(&read[at], &read[at + 1]) {
            let Some(year) = read[at + 1].bag.get(Slot::Year) else { continue };
            // "29 December to 3 January 2006" begins in the year before.
            let before = read[at + 1].bag.get(Slot::Month).zip(read[at].bag.get(Slot::Month)).is_some_and(|(later, month)| month > later);
            give(at, year - i32::from(before), read, times);
        }
    }
    for at in 1..read.len() {
        let only_year = |read: &Read| dated(read) && read.bag.get(Slot::Month).is_none();
        let range = at > 1 && read[at - 1].bag.get(Slot::Month).is_some();
        if bare(&read[at])
            && (only_year(&read[at - 1]) || range)
            && times[at].sentence == times[at - 1].sentence
            && joined(&read[at - 1], &read[at])
        {
            let Some(year) = read[at - 1].bag.get(Slot::Year) else { continue };
            // A range that a year opens goes on in that year.
            if only_year(&read[at - 1]) || read[at - 1].bag.get(Slot::Month) <= read[at].bag.get(Slot::Month) {
                give(at, year, read, times);
            }
        }
    }
}

/// Whether a sentence contains a word of the class `future`.
fn is_about_future(tables: &Tables, doc: &Document, sentence: usize) -> bool {
    let Some(class) = tables.words.known_class("future") else { return false };
    let range = doc.sentences.get(sentence).map_or(0..doc.tokens.len(), |s| s.token_range.start as usize..s.token_range.end as usize);
    let may_be = |token: &&Token| token.kind != TokenKind::Punctuation && (token.key == 0 || tables.future >> (token.key & 63) & 1 == 1);
    let is = |token: &Token| tables.words.sense(&tables.words.word(token, doc.text()), token.capital, class).is_some();
    doc.tokens[range].iter().filter(may_be).any(is)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::candidates::{self, Candidate};
    use crate::token_view::TokenView;
    use crate::word_class_cache::WordClassCache;
    use crate::{Normalizer, Rule, TemporalTagger, TemporalTaggerBuilder, WordValue};
    use chancery_text::{PlainBreaker, WordBreaker};
    use proptest::prelude::*;

    /// Creates a tagger whose rules use the whole pattern syntax: optional items, context, anchors, numbers in words.
    fn tagger() -> TemporalTagger {
        let mut builder = TemporalTaggerBuilder::new();
        for (class, words) in [
            ("month", &[("May", "5"), ("June", "6")][..]),
            ("unit", &[("day", "day"), ("years", "year"), ("year", "year")]),
            ("number", &[("two", "2"), ("nineteen", "19"), ("sixty", "60"), ("hundred", "100"), ("thousand", "1000")]),
            ("year_start", &[("two", "2"), ("nineteen", "19")]),
            ("ordinal", &[("first", "1"), ("second", "2")]),
            ("shift", &[("last", "-1"), ("next", "1")]),
            ("future", &[("will", "1")]),
        ] {
            for (word, value) in words {
                builder.word(class, word, value.parse::<WordValue>().expect("a value"));
            }
        }
        builder.ordinal_ending("th").clitic("'s");
        let rules = [
            ("$day $month ,? $year", Normalizer::Date),
            ("the? $day of? $month <!$year>", Normalizer::Date),
            ("$month $year", Normalizer::Date),
            ("$year", Normalizer::Date),
            ("<the> $year <!$unit>", Normalizer::Date),
            ("<(> ~$year <)>", Normalizer::Date),
            ("$year ~- ~$year:to_year", Normalizer::Range),
            ("the? $year:decade ~' ~s", Normalizer::Decade),
            ("$int $unit <!ago>", Normalizer::Duration),
            ("the? $shift? $int ^$unit", Normalizer::Duration),
            ("resolution ^$year", Normalizer::Nothing),
            ("the? $count|first $unit", Normalizer::Duration),
            ("in? the? $decade", Normalizer::Decade),
        ];
        for (number, (pattern, normalizer)) in rules.into_iter().enumerate() {
            builder.rule(Rule::new(format!("rule {number}"), pattern, normalizer));
        }
        builder.build().expect("valid rules")
    }

    /// Finds all matches of all rules by trying every rule at every token, without anchors and masks.
    fn everywhere(tables: &Tables, doc: &Document) -> Vec<Candidate> {
        let cache = WordClassCache::new(&tables.words, &tables.index);
        let view = TokenView { text: doc.text(), tokens: &doc.tokens, words: &tables.words, cache: &cache };
        let at = |rule: usize| {
            let pattern = tables.rules[rule].pattern.blind();
            (0..doc.tokens.len())
                .filter_map(|first| pattern.at(&view, first))
                .map(move |found| Candidate { found, rule: rule as u32 })
                .collect::<Vec<_>>()
        };
        (0..tables.rules.len()).flat_map(at).collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn anchors_and_masks_lose_no_match(
            words in prop::collection::vec(prop::sample::select(vec![
                "2", "15", "15th", "1954", "1990", "2001", "1990s", "1,540", "May", "June", "may", "the", "of", "in", ",", "(", ")", "-", "'", "s", "day", "years",
                "year", "year's", "two", "nineteen", "sixty", "hundred", "thousand", "first", "second", "last", "next", "ago", "resolution", "will", "war", "\n\n",
            ]), 0..14),
            blanks in prop::collection::vec(any::<bool>(), 14),
        ) {
            let text: String = words.iter().zip(blanks).flat_map(|(word, blank)| [*word, if blank { " " } else { "" }]).collect();
            let mut doc = Document::new("", text);
            let mut tokens = Vec::new();
            PlainBreaker.break_words(doc.text(), &mut tokens);
            doc.tokens = tokens;
            let tagger = tagger();
            let mut plain = doc.clone();
            let candidates = everywhere(&tagger.tables, &plain);
            plain.times = select(&tagger.tables, &plain, candidates);
            let found = candidates::find(&tagger.tables, &doc);
            doc.times = select(&tagger.tables, &doc, found);
            prop_assert_eq!(&doc.times, &plain.times, "{:?}", doc.text());
        }
    }
}
