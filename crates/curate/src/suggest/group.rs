//! Collects the possible names in the sequences of capitalised words of all documents, and merges
//! the variants of each name.

use super::runs::{INSIDE, KNOWN};
use super::segment::{Part, Splitter};
use super::signs::Signs;
use super::store::{Store, Stored};
use crate::book::Book;
use std::collections::{BTreeMap, HashMap};

/// The maximum number of occurrences that are kept for each spelling of a name. The contexts that
/// are shown to the user are chosen from these occurrences.
const KEPT: usize = 12;

/// A possible name that is not in the data.
#[derive(Clone, Debug, Default)]
pub(super) struct Candidate {
    pub(super) text: String,
    /// The numbers of the documents that contain the name, in ascending order.
    pub(super) docs: Vec<u32>,
    pub(super) count: u32,
    /// The number of times that a title precedes the name.
    pub(super) titled: u32,
    /// The abbreviations that documents define for the name, each with the number of definitions.
    pub(super) short: BTreeMap<String, u32>,
    /// Occurrences of the name, at most one per document. Each is given as the number of the
    /// document and the start and end of the byte range.
    pub(super) places: Vec<(u32, u32, u32)>,
    /// The entity type that the head noun of the name indicates, and the head noun itself.
    pub(super) kind: Option<(String, String)>,
    /// If the name begins with a known name, the number of words of that known name; otherwise 0.
    pub(super) lead: usize,
    /// Other spellings of the name, each with the number of documents that contain it.
    pub(super) variants: Vec<(String, usize)>,
    pub(super) single: bool,
    pub(super) upper: bool,
    /// Whether the last word of the name is a head noun.
    pub(super) ends_in_head: bool,
    /// Whether each word of the name is more often written in lower case than with a capital.
    pub(super) common: bool,
    /// Whether many countries have a body with this name ("National Constituent Assembly").
    pub(super) in_each_country: bool,
}

/// Returns `true` if `text` has both Latin and Cyrillic letters. Such text results only from scanning errors.
fn mixes_scripts(text: &str) -> bool {
    text.chars().any(|c| c.is_ascii_alphabetic()) && text.chars().any(|c| ('\u{400}'..='\u{4FF}').contains(&c))
}

/// The known names of several words, sorted. They are used to recognise the beginnings of known names ("International Bank for Reconstruction").
struct Beginnings(Vec<String>);

impl Beginnings {
    fn new(book: &Book) -> Self {
        let mut names: Vec<String> = book.spellings().map(|(text, _)| text).filter(|text| text.contains(' ')).map(str::to_owned).collect();
        names.sort_unstable();
        Self(names)
    }

    /// Returns `true` if the folded text `text` has several words and is the beginning of a known name in which a small word such as "and" comes next.
    fn holds(&self, text: &str, signs: &Signs) -> bool {
        let longer = format!("{text} ");
        let next = self.0.partition_point(|name| *name < longer);
        let mut ends = self.0[next..].iter().map_while(|name| name.strip_prefix(&longer));
        text.contains(' ') && ends.any(|end| end.split(' ').next().is_some_and(|word| signs.is_inside(word)))
    }
}

/// Collects the candidates from all sequences of capitalised words.
pub(super) fn candidates(store: &Store, signs: &Signs, book: &Book) -> Vec<Candidate> {
    let splitter = Splitter { store, signs };
    let mut found: HashMap<String, Candidate> = HashMap::new();
    for run in store.runs() {
        for part in splitter.split(*run) {
            add(store, signs, *run, &part, &mut found);
        }
    }
    let misspelled = Misspelled::new(book);
    let beginnings = Beginnings::new(book);
    let unknown = |candidate: &Candidate| {
        !book.knows(&candidate.text)
            && !book.knows(&candidate.text.replace(' ', ""))
            && !misspelled.holds(&book.key(&candidate.text))
            && (candidate.ends_in_head || !beginnings.holds(&book.key(&candidate.text), signs))
            && !mixes_scripts(&candidate.text)
    };
    let mut list: Vec<Candidate> = found.into_values().filter(unknown).collect();
    list.sort_by(|a, b| a.text.cmp(&b.text));
    list
}

fn add(store: &Store, signs: &Signs, run: Stored, part: &Part, found: &mut HashMap<String, Candidate>) {
    let (words, flags, spans) = store.content(run);
    let texts: Vec<&str> = words[part.range.clone()].iter().map(|word| store.text(*word)).collect();
    let candidate = found.entry(texts.join(" ")).or_insert_with_key(|text| Candidate {
        text: text.clone(),
        kind: signs.kind(&texts, |at| flags[part.range.start + at] & INSIDE != 0).map(|(kind, noun)| (kind.to_owned(), noun)),
        lead: flags[part.range.clone()].iter().take_while(|flag| **flag & KNOWN != 0).count(),
        single: texts.len() == 1,
        ends_in_head: texts.last().is_some_and(|last| signs.is_head(last)),
        in_each_country: signs.is_in_each_country(texts[0]) && texts.iter().all(|text| signs.is_generic(text) || signs.is_inside(text)),
        common: words[part.range.clone()].iter().all(|word| store.is_common(*word)),
        upper: texts.len() == 1 && super::runs::is_upper(text),
        ..Candidate::default()
    });
    candidate.count += 1;
    candidate.titled += u32::from(part.titled);
    if part.defines
        && let Some(short) = store.defined(run)
    {
        *candidate.short.entry(short.to_owned()).or_default() += 1;
    }
    if candidate.docs.last() != Some(&run.doc) {
        candidate.docs.push(run.doc);
        if candidate.places.len() < KEPT {
            candidate.places.push((run.doc, spans[part.range.start].0, spans[part.range.end - 1].1));
        }
    }
}

/// The known names of several words and at least [`LONG`] characters, indexed by their first and by
/// their last characters. A name with one wrong letter still has the same first characters or the
/// same last characters as the known name, so the known name can be found.
struct Misspelled(HashMap<String, Vec<String>>);

/// The minimum length, in characters, of the known names whose misspellings are recognised.
const LONG: usize = 14;

impl Misspelled {
    fn new(book: &Book) -> Self {
        let mut halves: HashMap<String, Vec<String>> = HashMap::new();
        for (text, _) in book.spellings().filter(|(text, _)| text.chars().count() >= LONG && text.contains(' ')) {
            for half in Self::halves(text) {
                halves.entry(half).or_default().push(text.to_owned());
            }
        }
        Self(halves)
    }

    fn halves(text: &str) -> [String; 2] {
        let first = text.chars().take(LONG / 2 - 1).collect();
        let last: String = text.chars().rev().take(LONG / 2 - 1).collect();
        [first, last]
    }

    /// Returns `true` if the folded name `text` is equal to one of the known names, or differs from
    /// one of them in only one letter.
    fn holds(&self, text: &str) -> bool {
        let letters = text.chars().count();
        letters >= LONG - 1
            && Self::halves(text)
                .iter()
                .flat_map(|half| self.0.get(half).into_iter().flatten())
                .any(|known| letters.abs_diff(known.chars().count()) <= 1 && strsim::levenshtein(known, text) <= 1)
    }
}

/// Merges the variants of each name. The order of the returned candidates is arbitrary, but the
/// same in every run.
pub(super) fn group(list: Vec<Candidate>, signs: &Signs, book: &Book) -> Vec<Candidate> {
    let list = same_key(list, book);
    let list = abbreviated(list);
    let list = led(list);
    let list = surnames(list, signs);
    spelled(list, book)
}

/// Adds the candidate `other` to the candidate `into` as a variant.
fn join(into: &mut Candidate, other: Candidate) {
    into.variants.push((other.text, other.docs.len()));
    into.variants.extend(other.variants);
    into.count += other.count;
    into.titled += other.titled;
    for (short, count) in other.short {
        *into.short.entry(short).or_default() += count;
    }
    into.docs.extend(other.docs);
    into.docs.sort_unstable();
    into.docs.dedup();
    into.places.extend(other.places);
}

/// Merges candidates into others. `to` maps the text of a candidate to the text of the candidate
/// into which it is merged. If that candidate will itself be merged into another one, nothing is
/// merged into it.
fn moved(list: Vec<Candidate>, to: &HashMap<String, String>) -> Vec<Candidate> {
    let (gone, mut kept): (Vec<Candidate>, Vec<Candidate>) =
        list.into_iter().partition(|candidate| to.get(&candidate.text).is_some_and(|other| !to.contains_key(other)));
    let places: HashMap<String, usize> = kept.iter().enumerate().map(|(number, candidate)| (candidate.text.clone(), number)).collect();
    for candidate in gone {
        match to.get(&candidate.text).and_then(|other| places.get(other)) {
            Some(place) => join(&mut kept[*place], candidate),
            None => kept.push(candidate),
        }
    }
    kept
}

/// Merges names that differ only in case, accents, punctuation marks such as hyphens, or the word
/// "the".
fn same_key(list: Vec<Candidate>, book: &Book) -> Vec<Candidate> {
    let mut groups: BTreeMap<String, Vec<Candidate>> = BTreeMap::new();
    for candidate in list {
        let key = book.key(&candidate.text).replace(['-', '.', '\'', '/'], "").replace(" the ", " ");
        groups.entry(key).or_default().push(candidate);
    }
    groups
        .into_values()
        .filter_map(|mut group| {
            group.sort_by(|a, b| b.docs.len().cmp(&a.docs.len()).then_with(|| a.text.cmp(&b.text)));
            let mut group = group.into_iter();
            let mut first = group.next()?;
            group.for_each(|other| join(&mut first, other));
            Some(first)
        })
        .collect()
}

/// Merges each candidate that is an abbreviation into the name for which documents most often
/// define this abbreviation.
fn abbreviated(list: Vec<Candidate>) -> Vec<Candidate> {
    let mut best: HashMap<&str, (u32, &str)> = HashMap::new();
    for candidate in &list {
        for (short, count) in &candidate.short {
            let known = best.entry(short).or_insert((*count, &candidate.text));
            if *count > known.0 {
                *known = (*count, &candidate.text);
            }
        }
    }
    let to =
        best.into_iter().filter(|(short, (_, name))| short != name).map(|(short, (_, name))| (short.to_owned(), name.to_owned())).collect();
    moved(list, &to)
}

/// Merges a name that begins with a known name ("United Nations") with the name that consists of
/// the remaining words. Of these two names, the one that occurs in fewer documents is merged into
/// the other.
fn led(list: Vec<Candidate>) -> Vec<Candidate> {
    let places: HashMap<&str, usize> = list.iter().enumerate().map(|(number, candidate)| (candidate.text.as_str(), number)).collect();
    let mut to = HashMap::new();
    for candidate in list.iter().filter(|candidate| candidate.lead > 0) {
        let rest: Vec<&str> = candidate.text.split(' ').skip(candidate.lead).collect();
        let Some(other) = places.get(rest.join(" ").as_str()).map(|place| &list[*place]) else { continue };
        if other.docs.len() >= candidate.docs.len() {
            to.insert(candidate.text.clone(), other.text.clone());
        } else {
            to.insert(other.text.clone(), candidate.text.clone());
        }
    }
    moved(list, &to)
}

/// Merges each surname into a full name that ends in this surname. If there are several, the full
/// name that occurs in the largest number of documents is chosen. A surname is not merged if it
/// occurs in more than eight times as many documents as the full name.
fn surnames(list: Vec<Candidate>, signs: &Signs) -> Vec<Candidate> {
    let mut full: HashMap<&str, &Candidate> = HashMap::new();
    for candidate in &list {
        let words: Vec<&str> = candidate.text.split(' ').collect();
        let person = (2..=4).contains(&words.len()) && candidate.kind.is_none() && candidate.lead == 0;
        let person = person && (candidate.titled > 0 || signs.is_given_name(words[0]));
        if let Some(last) = words.last().filter(|_| person)
            && full.get(last).is_none_or(|known| known.docs.len() < candidate.docs.len())
        {
            full.insert(last, candidate);
        }
    }
    let mut to = HashMap::new();
    for candidate in list.iter().filter(|candidate| candidate.single && !candidate.upper) {
        if let Some(other) = full.get(candidate.text.as_str()).filter(|other| other.docs.len() * 8 >= candidate.docs.len()) {
            to.insert(candidate.text.clone(), other.text.clone());
        }
    }
    moved(list, &to)
}

/// Merges names that have the same number of words and differ only in a few letters
/// ("Organisation", "Organization"). Names of 12 to 19 characters may differ in one letter, and
/// longer names in two. Shorter names are not merged.
fn spelled(mut list: Vec<Candidate>, book: &Book) -> Vec<Candidate> {
    list.sort_by(|a, b| b.docs.len().cmp(&a.docs.len()).then_with(|| a.text.cmp(&b.text)));
    let mut heads: HashMap<String, Vec<(String, String)>> = HashMap::new();
    let mut to = HashMap::new();
    for candidate in &list {
        let key = book.key(&candidate.text);
        let letters = key.chars().count();
        if letters < 12 {
            continue;
        }
        // If two names differ in one letter, this letter is either in the first half or in the
        // second half. The other half is then the same in both names.
        let first: String = key.chars().take(letters / 2 - 2).take(10).collect();
        let last: String = key.chars().rev().take(letters / 2 - 2).take(10).collect();
        let words = key.split(' ').count();
        let near = [&first, &last].into_iter().flat_map(|part| heads.get(part).into_iter().flatten()).find(|(other, _)| {
            let bound = if letters < 20 { 1 } else { 2 };
            other.split(' ').count() == words
                && letters.abs_diff(other.chars().count()) <= bound
                && strsim::levenshtein(other, &key) <= bound
        });
        if let Some((_, text)) = near {
            to.insert(candidate.text.clone(), text.clone());
        } else {
            for part in [first, last] {
                heads.entry(part).or_default().push((key.clone(), candidate.text.clone()));
            }
        }
    }
    moved(list, &to)
}
