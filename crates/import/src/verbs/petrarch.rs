//! Reads the lines of a verb dictionary: sets of words (`&MONEY`), blocks of verbs (`--- GIVE [070] ---`), and patterns (`- * &MONEY TO +
//! [071]`).

use super::dictionary::{Lexicon, VerbDictionary, VerbFrame};
use super::pattern;
use std::collections::BTreeMap;

/// The code for a sense of a verb that does not denote an event.
const NOTHING: &str = "---";

/// A block of verbs.
#[derive(Default)]
struct Block {
    code: String,
    line: usize,
    /// The verbs. Each has its own code (if the file gives one) and the number of its line.
    verbs: Vec<(String, Option<String>, usize)>,
    patterns: Vec<VerbFrame>,
}

pub(super) fn read(text: &str, lexicon: &dyn Lexicon) -> VerbDictionary {
    let mut dictionary = VerbDictionary::default();
    let mut sets: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut set: Option<String> = None;
    let mut block: Option<Block> = None;
    for (number, raw) in (1..).zip(text.lines()) {
        let line = raw.split(['#', ';']).next().unwrap_or_default().trim();
        if line.is_empty() {
            continue;
        }
        if let Some(name) = line.strip_prefix('&') {
            set = Some(set_name(name));
            continue;
        }
        if let Some(head) = line.strip_prefix("---") {
            if let Some(block) = block.take() {
                finish(block, &mut dictionary, lexicon);
            }
            set = None;
            block = Some(Block { code: code(head).unwrap_or_default(), line: number, ..Block::default() });
            continue;
        }
        if let Some(name) = &set {
            match line.strip_prefix('+') {
                Some(word) => sets.entry(name.clone()).or_default().push(phrase(word)),
                None => dictionary.note(number, format!("\"{line}\" was left out: a word of a set must begin with +")),
            }
            continue;
        }
        let Some(block) = &mut block else {
            dictionary.note(number, format!("\"{line}\" was left out: it comes before the first block of verbs"));
            continue;
        };
        match line.strip_prefix('-') {
            Some(written) => {
                dictionary.patterns += 1;
                match read_pattern(written, &sets, lexicon) {
                    Ok((mut frame, remark)) => {
                        frame.lines.push(number);
                        block.patterns.push(frame);
                        if let Some(remark) = remark {
                            dictionary.note(number, remark);
                        }
                    }
                    Err(why) => dictionary.note(number, format!("\"{}\" was left out: {why}", written.trim())),
                }
            }
            None => verb(line, number, block, &mut dictionary, lexicon),
        }
    }
    if let Some(block) = block {
        finish(block, &mut dictionary, lexicon);
    }
    let used = |name: &str| dictionary.frames.iter().any(|frame| names_class(frame, name));
    dictionary.classes = sets.into_iter().map(|(name, words)| (pattern::class(&name), words)).filter(|(name, _)| used(name)).collect();
    dictionary
}

/// Returns whether a condition of a frame refers to the class `name`.
fn names_class(frame: &VerbFrame, name: &str) -> bool {
    let lists = [&frame.subject, &frame.object, &frame.complement, &frame.words];
    lists.into_iter().chain(frame.prepositions.values()).flatten().any(|word| word.strip_prefix('@') == Some(name))
}

fn set_name(written: &str) -> String {
    written.trim_end_matches('_').to_lowercase()
}

/// Converts a verb or a word of a set to plain text: `CEASE_FIRE_` becomes "cease fire".
fn phrase(written: &str) -> String {
    written.trim_matches(['_', ' ']).replace('_', " ").to_lowercase()
}

/// Returns the code in brackets; `None` if there are no brackets.
fn code(written: &str) -> Option<String> {
    let (_, rest) = written.split_once('[')?;
    let code = rest.split([']', '}']).next().unwrap_or_default().trim();
    Some(if code.starts_with(NOTHING) { NOTHING.to_owned() } else { code.to_owned() })
}

/// The code of a verb or pattern, and the sides of the act (source and target) to which the code applies.
struct Coded {
    /// The CAMEO code: two to four digits. Empty for a sense of the verb that does not denote an event.
    cameo: String,
    /// Whether the act is mutual, so that both sides have a code.
    both: bool,
    /// Whether only the second side has a code. In that case, the phrase after the verb is the source, and the subject is the target.
    turned: bool,
}

/// Reads a CAMEO code: a single code (`070`), a pair of codes for the two sides (`074:075`), or a code for the second side alone (`:173`). Only the first code
/// of a pair is used.
fn cameo(code: &str) -> Option<Coded> {
    if code == NOTHING {
        return Some(Coded { cameo: String::new(), both: false, turned: false });
    }
    let (first, second) = code.split_once(':').map_or((code.trim(), None), |(first, second)| (first.trim(), Some(second.trim())));
    let turned = first.is_empty();
    let cameo = if turned { second.unwrap_or_default() } else { first };
    let is_code = (2..=4).contains(&cameo.len()) && cameo.bytes().all(|b| b.is_ascii_digit());
    is_code.then(|| Coded { cameo: cameo.to_owned(), both: second.is_some() && !turned, turned })
}

/// Reads a verb: `GIVE {GIVES GAVE GIVEN GIVING} [070]`, or a verb of several words: `+BEEF_UP {+BEEFS_UP …}`.
fn verb(line: &str, number: usize, block: &mut Block, dictionary: &mut VerbDictionary, lexicon: &dyn Lexicon) {
    let own = code(line);
    let (name, forms) = line.split_once('{').map_or((line, ""), |(name, rest)| (name, rest.split('}').next().unwrap_or_default()));
    let name = name.split('[').next().unwrap_or_default().trim();
    // The word after "+" is the one that is inflected. In frames, the inflected word must come first.
    let head_first = name.starts_with('+') || !name.contains('+');
    let lemma = phrase(name.trim_start_matches('+'));
    if !head_first || lemma.is_empty() || lemma.contains(['+', '&', '*', '(', ')']) {
        dictionary.note(number, format!("the verb \"{name}\" was left out: the inflected word is not the first word"));
        return;
    }
    let first = lemma.split(' ').next().unwrap_or_default().to_owned();
    if !lexicon.is_verb(&first) {
        let inflected =
            forms.split_whitespace().map(|form| form.trim_start_matches('+').split('_').next().unwrap_or_default().to_lowercase());
        let inflected: Vec<String> = inflected.filter(|form| !form.is_empty()).collect();
        if !inflected.is_empty() {
            dictionary.forms.entry(first).or_default().extend(inflected);
        }
    }
    block.verbs.push((lemma, own, number));
}

fn read_pattern(written: &str, sets: &BTreeMap<String, Vec<String>>, lexicon: &dyn Lexicon) -> Result<(VerbFrame, Option<String>), String> {
    let (text, rest) = written.rsplit_once('[').ok_or("it has no code")?;
    let code = code(&format!("[{rest}")).unwrap_or_default();
    let coded = cameo(&code).ok_or_else(|| format!("\"{code}\" is not a CAMEO code"))?;
    let mut frame = pattern::read(text, sets, lexicon)?;
    frame.cameo = coded.cameo;
    frame.reciprocal |= coded.both;
    if coded.turned {
        frame.source = if frame.target.is_empty() { lexicon.default_target() } else { std::mem::take(&mut frame.target) };
        frame.target = vec!["subject".to_owned()];
    }
    let halves = code.split_once(':').filter(|_| coded.both);
    let remark = halves
        .filter(|(first, second)| first != second)
        .map(|(first, second)| format!("the code {second} for the second side was left out; {first} is used for both sides"));
    Ok((frame, remark))
}

/// Adds the frames of a block to the dictionary: frames for the verbs alone, and frames for the patterns. Patterns that differ only in one list of words are
/// combined.
fn finish(block: Block, dictionary: &mut VerbDictionary, lexicon: &dyn Lexicon) {
    let mut frames: Vec<VerbFrame> = Vec::new();
    for (verb, own, line) in &block.verbs {
        let code = own.as_deref().unwrap_or(&block.code);
        if code.is_empty() {
            continue;
        }
        match cameo(code) {
            Some(Coded { cameo, both: reciprocal, .. }) => {
                dictionary.patterns += 1;
                match frames.iter_mut().find(|frame| frame.cameo == cameo) {
                    Some(frame) => {
                        frame.verbs.push(verb.clone());
                        frame.lines.push(*line);
                    }
                    None => {
                        frames.push(VerbFrame { verbs: vec![verb.clone()], cameo, reciprocal, lines: vec![*line], ..VerbFrame::default() })
                    }
                }
            }
            None => dictionary.note(*line, format!("the code of \"{verb}\" was left out: \"{code}\" is not a CAMEO code")),
        }
    }
    let verbs: Vec<String> = block.verbs.iter().map(|(verb, ..)| verb.clone()).collect();
    if verbs.is_empty() {
        if !block.patterns.is_empty() {
            let count = block.patterns.len();
            dictionary.note(block.line, format!("{count} patterns were left out: their block has no verb that can be used"));
        }
        return;
    }
    // A pattern that would give the same frame as the verb alone is dropped.
    let mut joined: Vec<VerbFrame> = Vec::new();
    for mut pattern in block.patterns {
        pattern.verbs.clone_from(&verbs);
        if pattern.asks_nothing() && frames.iter().any(|frame| frame.cameo == pattern.cameo) {
            continue;
        }
        match joined.iter_mut().find(|known| known.can_join(&pattern)) {
            Some(known) => known.join(pattern),
            None => joined.push(pattern),
        }
    }
    for mut frame in frames.into_iter().chain(joined) {
        if frame.target.is_empty() && !frame.cameo.is_empty() {
            frame.target = lexicon.default_target();
        }
        dictionary.frames.push(frame);
    }
}

impl VerbFrame {
    /// Returns whether the frame looks for the source and the target in the default parts of the clause, and has no condition except possibly that the clause
    /// is passive.
    fn asks_nothing(&self) -> bool {
        Self { verbs: Vec::new(), cameo: String::new(), lines: Vec::new(), reciprocal: false, passive: false, ..self.clone() }
            == Self::default()
    }

    /// Returns whether two frames are equal except for the words of at most one list.
    fn can_join(&self, other: &Self) -> bool {
        if self.cameo != other.cameo
            || self.source != other.source
            || self.target != other.target
            || (self.reciprocal, self.negated, self.passive) != (other.reciprocal, other.negated, other.passive)
            || !self.prepositions.keys().eq(other.prepositions.keys())
        {
            return false;
        }
        let lists = |frame: &Self| [frame.subject.clone(), frame.object.clone(), frame.complement.clone(), frame.words.clone()];
        let (mine, others) = (lists(self), lists(other));
        let pairs = mine.iter().zip(&others).chain(self.prepositions.values().zip(other.prepositions.values()));
        // An empty list is not a condition. A frame without a condition cannot be combined with a frame that has this condition.
        let mut different = 0;
        for (mine, others) in pairs {
            if mine.is_empty() != others.is_empty() {
                return false;
            }
            different += usize::from(mine != others);
        }
        different <= 1
    }

    fn join(&mut self, other: Self) {
        let add = |mine: &mut Vec<String>, others: Vec<String>| {
            for word in others {
                if !mine.contains(&word) {
                    mine.push(word);
                }
            }
        };
        add(&mut self.subject, other.subject);
        add(&mut self.object, other.object);
        add(&mut self.complement, other.complement);
        add(&mut self.words, other.words);
        for (mine, others) in self.prepositions.values_mut().zip(other.prepositions.into_values()) {
            add(mine, others);
        }
        self.lines.extend(other.lines);
    }
}
