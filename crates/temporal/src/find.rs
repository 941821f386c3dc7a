//! A run over one document.

use crate::TemporalTagger;
use crate::pattern::{Match, View};
use crate::rule::Normalizer;
use crate::temporal_tagger::Compiled;
use crate::value::{self, Anchors};
use crate::word_class_index::WordClassCache;
use crate::words::Mask;
use chancery_text::{Date, Document, SentenceIx, Span, TimeExpression, TimexType, Token, TokenKind};

/// A match with the rule that made it.
#[derive(Clone, Copy)]
struct Hit {
    found: Match,
    rule: u32,
}

impl TemporalTagger {
    /// Fills the layer `times` of a document whose tokens and sentences are known, replacing what it held.
    ///
    /// Leftmost-longest; of matches of the same length the earlier rule's counts. Relative expressions are reckoned from the document's date; without
    /// one they have unknown parts (`XXXX`).
    pub fn run(&self, doc: &mut Document) {
        let hits = self.hits(doc.text(), &doc.tokens);
        self.keep(doc, hits);
    }

    /// Makes times of the matches that count.
    fn keep(&self, doc: &mut Document, mut hits: Vec<Hit>) {
        hits.sort_by_key(|hit| (hit.found.first, std::cmp::Reverse(hit.found.end), hit.rule));
        let mut times: Vec<TimeExpression> = Vec::new();
        let (mut free, mut sentence) = (0, 0);
        let mut last: Option<Date> = None;
        let mut future = (usize::MAX, false);
        for hit in hits {
            if hit.found.first < free {
                continue;
            }
            let compiled = &self.rules[hit.rule as usize];
            while doc.sentences.get(sentence).is_some_and(|s| (s.token_range.end as usize) <= hit.found.first) {
                sentence += 1;
            }
            if compiled.rule.make == Normalizer::Nothing {
                free = hit.found.end;
                continue;
            }
            if future.0 != sentence {
                future = (sentence, self.speaks_of_future(doc, sentence));
            }
            let mut bag = hit.found.bag;
            for (slot, value) in &compiled.set {
                bag.set(*slot, *value);
            }
            let anchors = Anchors { document: doc.metadata.date, last, future: future.1 };
            let Some(made) = value::make(compiled.rule.make, &compiled.rule.value, compiled.rule.timex_type, &bag, anchors) else {
                continue;
            };
            free = hit.found.end;
            if let Some(date) = made.value.parse::<Date>().ok().filter(|_| made.timex_type == TimexType::Date) {
                last = Some(date);
            }
            let end = &doc.tokens[hit.found.end - 1];
            let clitic = self.words.word(end, doc.text()).clitic;
            let span = Span::new(doc.tokens[hit.found.first].span.start(), end.span.end() - clitic as u32);
            let rule = compiled.rule.name.clone();
            let mut time = TimeExpression::new(span, SentenceIx(sentence as u32), made.timex_type, made.value, rule);
            (time.begin, time.end) = (made.begin, made.end);
            times.push(time);
        }
        doc.times = times;
    }

    fn hits(&self, text: &str, tokens: &[Token]) -> Vec<Hit> {
        let memo = WordClassCache::new(self);
        let view = View { text, tokens, words: &self.words, memo: &memo };
        let mut hits = Vec::new();
        for (at, token) in tokens.iter().enumerate() {
            let digit = token.kind == TokenKind::Number || text.as_bytes().get(token.span.start() as usize).is_some_and(u8::is_ascii_digit);
            let known = self.may_anchor(token.key);
            if !(digit | known) {
                continue;
            }
            let word = known && token.kind != TokenKind::Punctuation;
            let rules = if word { memo.of(token, text).rules } else { &[] };
            if digit || !rules.is_empty() {
                let around = [at.checked_sub(1).map_or(0, |before| view.mask(before)), view.mask(at), view.mask(at + 1)];
                if digit {
                    let met = |compiled: &Compiled| compiled.need_at_digit.met(around);
                    self.try_rules(&view, at, around[1], self.anchored_at_digit(), &met, &mut hits);
                }
                self.try_rules(&view, at, around[1], rules, &|compiled| compiled.need.met(around), &mut hits);
            }
        }
        hits
    }

    fn try_rules(&self, view: &View<'_>, at: usize, own: Mask, rules: &[u32], met: &dyn Fn(&Compiled) -> bool, hits: &mut Vec<Hit>) {
        for &rule in rules {
            let compiled = &self.rules[rule as usize];
            if !met(compiled) {
                continue;
            }
            for first in at.saturating_sub(compiled.lead)..=at {
                let mask = if first == at { own } else { view.mask(first) };
                if mask & compiled.first == 0 {
                    continue;
                }
                if let Some(found) = compiled.pattern.at(view, first).filter(|found| found.end > at) {
                    hits.push(Hit { found, rule });
                    break;
                }
            }
        }
    }

    /// Whether a word of the class `future` stands in a sentence.
    fn speaks_of_future(&self, doc: &Document, sentence: usize) -> bool {
        let Some(class) = self.words.known_class("future") else { return false };
        let range = doc.sentences.get(sentence).map_or(0..doc.tokens.len(), |s| s.token_range.start as usize..s.token_range.end as usize);
        let may_be = |token: &&Token| token.kind != TokenKind::Punctuation && (token.key == 0 || self.future >> (token.key & 63) & 1 == 1);
        let speaks = |token: &Token| self.words.sense(&self.words.word(token, doc.text()), token.capital, class).is_some();
        doc.tokens[range].iter().filter(may_be).any(speaks)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{CalendarBuilder, Rule};
    use chancery_text::{PlainBreaker, WordBreaker};
    use proptest::prelude::*;

    /// Rules with all that patterns may hold: parts that may lack, context, marks, numbers in words.
    fn temporal_tagger() -> TemporalTagger {
        let mut builder = CalendarBuilder::new();
        for (class, words) in [
            ("month", &[("May", "5"), ("June", "6")][..]),
            ("unit", &[("day", "day"), ("years", "year"), ("year", "year")]),
            ("number", &[("two", "2"), ("nineteen", "19"), ("sixty", "60"), ("hundred", "100"), ("thousand", "1000")]),
            ("ordinal", &[("first", "1"), ("second", "2")]),
            ("shift", &[("last", "-1"), ("next", "1")]),
            ("future", &[("will", "1")]),
        ] {
            words.iter().for_each(|(word, value)| assert!(builder.word(class, word, value)));
        }
        builder.ordinal_ending("th");
        builder.clitic("'s");
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
        for (number, (pattern, make)) in rules.into_iter().enumerate() {
            builder.rule(Rule::new(format!("rule {number}"), pattern, make));
        }
        builder.build().expect("the rules are right")
    }

    /// All matches of all rules at all tokens.
    fn everywhere(temporal_tagger: &TemporalTagger, doc: &Document) -> Vec<Hit> {
        let memo = WordClassCache::new(temporal_tagger);
        let view = View { text: doc.text(), tokens: &doc.tokens, words: &temporal_tagger.words, memo: &memo };
        let at = |rule: usize| {
            let pattern = temporal_tagger.rules[rule].pattern.blind();
            (0..doc.tokens.len())
                .filter_map(|first| pattern.at(&view, first))
                .map(move |found| Hit { found, rule: rule as u32 })
                .collect::<Vec<_>>()
        };
        (0..temporal_tagger.rules.len()).flat_map(at).collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 3000, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn no_match_is_lost_by_what_is_looked_at_first(
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
            let temporal_tagger = temporal_tagger();
            let mut plain = doc.clone();
            let hits = everywhere(&temporal_tagger, &plain);
            temporal_tagger.keep(&mut plain, hits);
            temporal_tagger.run(&mut doc);
            prop_assert_eq!(&doc.times, &plain.times, "{:?}", doc.text());
        }
    }
}
