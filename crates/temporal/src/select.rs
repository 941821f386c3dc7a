//! Step 2 of a run: selects the matches to keep and computes their values.

use crate::candidates::Candidate;
use crate::dates::full_year;
use crate::normalized::{Anchors, Normalized, Period, Tense};
use crate::rule::Normalizer;
use crate::share::{self, Part};
use crate::slot::{Bag, Slot};
use crate::tables::{CompiledRule, Tables};
use crate::tense;
use crate::unit::Unit;
use crate::value;
use chancery_text::{Document, SentenceIx, Span, TimeExpression};

/// A match that is kept. Its value, `normalized`, is `None` as long as it depends on a later date in the text that has not been read.
struct Kept<'t> {
    compiled: &'t CompiledRule,
    first: usize,
    end: usize,
    sentence: usize,
    tense: Tense,
    bag: Bag,
    normalized: Option<Normalized>,
}

impl Part for Kept<'_> {
    fn tokens(&self) -> (usize, usize) {
        (self.first, self.end)
    }

    fn normalizer(&self) -> Normalizer {
        self.compiled.rule.normalizer
    }

    fn bag(&mut self) -> &mut Bag {
        &mut self.bag
    }

    fn slots(&self) -> Bag {
        self.bag
    }

    fn year(&self) -> Option<i32> {
        self.normalized.as_ref().and_then(|normalized| normalized.begin).map(|begin| i32::from(begin.year()))
    }
}

/// Selects the matches to keep, and computes their values. If matches that have a value overlap, the one that begins first is kept; if several begin at the
/// same token, the longest one. If several rules match the same tokens, the match of the earliest rule is kept. A match of a rule with
/// [`Normalizer::Nothing`] takes part in this selection, but is not returned.
pub(crate) fn select(tables: &Tables, doc: &Document, candidates: Vec<Candidate>) -> Vec<TimeExpression> {
    let mut kept = choose(tables, doc, candidates);
    let before: Vec<Bag> = if kept.len() > 1 { kept.iter().map(|part| part.bag).collect() } else { Vec::new() };
    if share::share(tables, doc, &mut kept) {
        let mut memory = Memory::default();
        for (part, before) in kept.iter_mut().zip(before) {
            let lone = share::is_day_alone(part.normalizer(), &part.bag);
            part.normalized = memory.value(doc, part).filter(|_| !lone);
            // If the date does not exist in the year that was taken from another part (29 February), this part keeps its own value.
            if part.normalized.is_none() && !share::is_day_alone(part.normalizer(), &before) {
                part.bag = before;
                part.normalized = memory.value(doc, part);
            }
            memory.add(part);
        }
    }
    kept.into_iter().filter_map(|part| expression(tables, doc, part)).collect()
}

fn choose<'t>(tables: &'t Tables, doc: &Document, mut candidates: Vec<Candidate>) -> Vec<Kept<'t>> {
    candidates.sort_by_key(|candidate| (candidate.found.first, std::cmp::Reverse(candidate.found.end), candidate.rule));
    let mut kept: Vec<Kept<'t>> = Vec::new();
    let (mut free, mut sentence) = (0, 0);
    let mut memory = Memory::default();
    for Candidate { found, rule } in candidates {
        if found.first < free {
            continue;
        }
        let compiled = &tables.rules[rule as usize];
        while doc.sentences.get(sentence).is_some_and(|s| (s.token_range.end as usize) <= found.first) {
            sentence += 1;
        }
        if compiled.rule.normalizer == Normalizer::Nothing {
            free = found.end;
            continue;
        }
        let mut bag = found.bag;
        for (slot, value) in &compiled.set {
            bag.set(*slot, *value);
        }
        if let Some(short) = bag.get(Slot::Year).filter(|year| *year < 100) {
            bag.set(Slot::Year, full_year(short, doc.metadata.date));
        }
        let depends = depends_on_tense(compiled.rule.normalizer, &bag);
        let tense = if depends { tense::tense(tables, doc, sentence, found.first..found.end) } else { Tense::Unknown };
        let mut part = Kept { compiled, first: found.first, end: found.end, sentence, tense, bag, normalized: None };
        if !share::is_day_alone(part.normalizer(), &part.bag) {
            part.normalized = memory.value(doc, &part);
            if part.normalized.is_none() {
                continue;
            }
        }
        free = found.end;
        memory.add(&part);
        kept.push(part);
    }
    kept
}

/// Returns `true` if a value may depend on the tense, that is, on whether the sentence is about the past or about the future.
fn depends_on_tense(normalizer: Normalizer, bag: &Bag) -> bool {
    let relative = matches!(
        normalizer,
        Normalizer::Date
            | Normalizer::Range
            | Normalizer::Weekday
            | Normalizer::Part
            | Normalizer::Clock
            | Normalizer::Quarter
            | Normalizer::Nth
    );
    relative && bag.get(Slot::Year).is_none() && [Slot::Month, Slot::Weekday, Slot::Ordinal].iter().any(|slot| bag.get(*slot).is_some())
}

/// The number of sentences after a reference to a quarter in which "a year ago" still means the same quarter of the previous year.
const NEAR: usize = 3;

/// The dates that the text gives before an expression.
#[derive(Default)]
struct Memory {
    last: Option<Period>,
    /// The quarter that the text named most recently, and the index of the last sentence that refers to this quarter.
    quarter: Option<(Period, usize)>,
}

impl Memory {
    fn value(&self, doc: &Document, part: &Kept<'_>) -> Option<Normalized> {
        let rule = &part.compiled.rule;
        let anchors = Anchors {
            document: doc.metadata.date,
            last: self.last,
            quarter: self.quarter.map(|(quarter, _)| quarter),
            by_quarters: self.quarter.is_some_and(|(_, sentence)| sentence + NEAR >= part.sentence),
            tense: part.tense,
        };
        let stamp = rule.normalizer == Normalizer::Stamp;
        let fixed = if stamp { &doc.text()[span(doc, part).range()] } else { &rule.value };
        value::normalize(rule.normalizer, fixed, rule.timex_type, &part.bag, anchors)
    }

    fn add(&mut self, part: &Kept<'_>) {
        let Some(period) = part.normalized.as_ref().and_then(Period::of) else { return };
        self.last = Some(period);
        // "in the quarter" refers to the quarter that was named before, so the text is still about that quarter.
        if let Some((quarter, sentence)) = &mut self.quarter
            && (quarter.unit, quarter.begin) == (period.unit, period.begin)
        {
            *sentence = part.sentence;
        }
        // A quarter that is mentioned only for comparison ("the year-ago quarter") does not become the quarter that the text is about.
        if period.unit == Unit::Quarter && !matches!(part.normalizer(), Normalizer::Distance | Normalizer::Anaphor) {
            self.quarter = Some((period, part.sentence));
        }
    }
}

fn span(doc: &Document, part: &Kept<'_>) -> Span {
    Span::new(doc.tokens[part.first].span.start(), doc.tokens[part.end - 1].span.end())
}

fn expression(tables: &Tables, doc: &Document, part: Kept<'_>) -> Option<TimeExpression> {
    let normalized = part.normalized.as_ref()?;
    let clitic = tables.words.word(&doc.tokens[part.end - 1], doc.text()).clitic;
    let whole = span(doc, &part);
    let span = Span::new(whole.start(), whole.end() - clitic as u32);
    let rule = &part.compiled.rule;
    let mut time =
        TimeExpression::new(span, SentenceIx(part.sentence as u32), normalized.timex_type, normalized.value.as_str(), rule.name.clone());
    (time.begin, time.end) = (normalized.begin, normalized.end);
    Some(time)
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

    /// Creates a tagger whose rules use most of the pattern syntax: optional items, context, anchors, and numbers written as words.
    fn tagger() -> TemporalTagger {
        let mut builder = TemporalTaggerBuilder::new();
        for (class, words) in [
            ("month", &[("May", "5"), ("June", "6")][..]),
            ("unit", &[("day", "day"), ("years", "year"), ("year", "year")]),
            ("number", &[("two", "2"), ("nineteen", "19"), ("sixty", "60"), ("hundred", "100"), ("thousand", "1000")]),
            ("ordinal", &[("first", "1"), ("second", "2")]),
            ("shift", &[("last", "-1"), ("next", "1")]),
            ("tense", &[("will", "1")]),
            ("year_start", &[("two", "2"), ("nineteen", "19")]),
            ("joint", &[("in", "0"), ("-", "2"), (",", "1")]),
            ("number_joint", &[("of", "0")]),
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

    /// Finds all matches of all rules by trying each rule at each token, without anchors and masks.
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

    #[test]
    fn a_shorter_match_of_a_rule_is_kept_if_the_longer_one_overlaps_another() {
        let mut doc = Document::new("", "nineteen sixty first day");
        let mut tokens = Vec::new();
        PlainBreaker.break_words(doc.text(), &mut tokens);
        doc.tokens = tokens;
        let tagger = tagger();
        let candidates = candidates::find(&tagger.tables, &doc);
        let values: Vec<String> = select(&tagger.tables, &doc, candidates).into_iter().map(|time| time.value).collect();
        assert_eq!(values, ["1960", "PXD"]);
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
