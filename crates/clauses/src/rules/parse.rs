//! Parses the rules that choose word classes. The data file `grammar.txt` describes their syntax.

use super::rule::{Condition, Rule, Scan};
use super::set::{Set, Test};
use crate::class::Classes;
use crate::error::BuildError;
use crate::lexicon::Lexicon;
use crate::lists::Marks;
use std::collections::HashMap;

/// The state of the parser: the named sets that have been defined so far, the lexicon, and the number of the current line.
struct Sets<'l> {
    named: HashMap<String, Set>,
    lexicon: &'l mut Lexicon,
    line: u32,
}

/// The rules that were parsed, in order.
#[derive(Debug, Default)]
pub(crate) struct Parsed {
    /// The `select` and `remove` rules, which choose among the readings (possible classes) of a word.
    pub(crate) rules: Vec<Rule>,
    /// The `restore` rules, which give a word a reading that it no longer has.
    pub(crate) restoring: Vec<Rule>,
}

/// Parses the rules in `texts`. Each line contains one rule, and `#` begins a comment. A line of the form `NAME = A|B` defines a named set,
/// which all later lines can use, also those in later strings of `texts`.
pub(crate) fn parse(texts: &[String], lexicon: &mut Lexicon) -> Result<Parsed, BuildError> {
    let mut sets = Sets { named: HashMap::new(), lexicon, line: 0 };
    let mut parsed = Parsed::default();
    for (number, line) in texts.iter().flat_map(|text| (1..).zip(text.lines())) {
        sets.line = number;
        let line = line.split('#').next().unwrap_or_default().trim();
        if line.is_empty() {
            continue;
        }
        if let Some((name, value)) = line.split_once(" = ") {
            let set = sets.set(value)?;
            sets.named.insert(name.trim().to_owned(), set);
            continue;
        }
        let (restores, rule) = sets.rule(line)?;
        if restores { parsed.restoring.push(rule) } else { parsed.rules.push(rule) }
    }
    Ok(parsed)
}

impl Sets<'_> {
    fn error(&self, message: String) -> BuildError {
        BuildError::rule(self.line, message)
    }

    /// Parses a set, such as `?NN|'word'|@list`.
    fn set(&mut self, text: &str) -> Result<Set, BuildError> {
        let (test, text) = match text.trim().split_at_checked(1) {
            Some(("?", rest)) => (Test::Possible, rest),
            Some(("!", rest)) => (Test::Not, rest),
            Some(("%", rest)) => (Test::Likely, rest),
            _ => (Test::Certain, text),
        };
        let mut set = Set { test, ..Set::default() };
        for part in text.split('|').map(str::trim) {
            if let Some(word) = part.strip_prefix('\'') {
                set.words.push(self.lexicon.word(word.trim_end_matches('\'')));
            } else if let Some(known) = self.named.get(part) {
                set.classes = set.classes.or(known.classes);
                set.words.extend(&known.words);
                set.marks = set.marks.or(known.marks);
            } else if let Some(marks) = Marks::named(part) {
                set.marks = set.marks.or(marks);
            } else if let Some(class) = Classes::named(part) {
                set.classes = set.classes.or(class);
            } else {
                return Err(self.error(format!("there is no class or set \"{part}\"")));
            }
        }
        Ok(set)
    }

    /// Parses a rule. The flag in the result is `true` if the rule begins with `restore`.
    fn rule(&mut self, line: &str) -> Result<(bool, Rule), BuildError> {
        let (head, tail) = line.split_once(" : ").unwrap_or((line, ""));
        let (verb, rest) = head
            .split_once(' ')
            .ok_or_else(|| self.error("a rule must begin with \"select\", \"remove\" or \"restore\", followed by a class".to_owned()))?;
        let select = match verb {
            "select" | "restore" => true,
            "remove" => false,
            _ => return Err(self.error(format!("\"{verb}\" is not \"select\", \"remove\" or \"restore\""))),
        };
        let (target, words) = rest.split_once(" of ").map_or((rest, None), |(target, words)| (target, Some(words)));
        let words = words.map_or(Ok(Vec::new()), |words| self.set(words).map(|set| set.words))?;
        let target = self.set(target)?.classes;
        let conditions =
            tail.split(';').map(str::trim).filter(|text| !text.is_empty()).map(|text| self.condition(text)).collect::<Result<_, _>>()?;
        Ok((verb == "restore", Rule { select, target, words, conditions }))
    }

    /// Parses a condition.
    fn condition(&mut self, text: &str) -> Result<Condition, BuildError> {
        let (place, what) =
            text.split_once(' ').ok_or_else(|| self.error(format!("the condition \"{text}\" lacks a position or a set")))?;
        if let "<*" | ">*" | "<*!" | ">*!" = place {
            let (what, then) = what.split_once(" > ").map_or((what, None), |(what, then)| (what, Some(then)));
            let then = then.map(|then| self.place(then)).transpose()?.map(|(offset, _, set)| (offset, set));
            let (set, barrier) = what.split_once('/').unwrap_or((what, "EDGE"));
            return Ok(Condition::Scan(Box::new(Scan {
                left: place.starts_with('<'),
                found: !place.ends_with('!'),
                set: self.set(set)?,
                barrier: self.set(barrier)?,
                then,
            })));
        }
        if place == "likely" {
            return Ok(match what.strip_prefix('!') {
                Some(what) => Condition::Unlikely(self.set(what)?.classes),
                None => Condition::Likely(self.set(what)?.classes),
            });
        }
        let (offset, skip, set) = self.place(text)?;
        Ok(Condition::At { offset, skip, set })
    }

    /// Parses a condition on the word at an offset, such as `-1~ NN`. Returns the offset, whether adverbs are not counted (`~`), and the
    /// set that the word must match.
    fn place(&mut self, text: &str) -> Result<(i32, bool, Set), BuildError> {
        let (place, what) = text.trim().split_once(' ').ok_or_else(|| self.error(format!("\"{text}\" lacks an offset or a set")))?;
        let offset =
            place.trim_end_matches('~').parse().map_err(|_| self.error(format!("\"{place}\" is not an offset such as -1 or +2")))?;
        Ok((offset, place.ends_with('~'), self.set(what)?))
    }
}
