//! Spellings close to a known name: "Kirgyzstan", "Khazakhstan", faults of scanning.
//!
//! The method is that of symmetric deletes (W. Garbe, SymSpell, 2012): the names are stored under all forms that one or two deletions of letters leave, and so are
//! the words looked for, so that two spellings meet within that many edits; the edits are then counted (optimal string alignment).

use crate::entry::{Activation, NameClass};
use crate::gazetteer::Gazetteer;
use crate::scan_hits::Role;
use chancery_text::{Casing, Document, EntityIx, Form, Mention, NameIx, SentenceIx, TokenKind, TokenRange};
use std::collections::{BTreeMap, HashMap, HashSet};

/// Shortest name that is looked for, in letters: below, most words are a letter from another.
const SHORTEST: usize = 7;
/// The language of the names that are looked for (BCP 47).
const LANGUAGE: &str = "en";
/// From this length on two edits are forgiven, below one.
const LONG: usize = 9;

/// The names of a gazetteer by their spellings, for finding words that are close to them. Made on request; takes some milliseconds.
#[derive(Debug)]
pub struct FuzzyMatcher<'g> {
    gazetteer: &'g Gazetteer,
    /// What is left of a name, and the names.
    left: HashMap<String, Vec<u32>>,
    /// Folded names by number.
    names: BTreeMap<u32, String>,
    /// Folded words that are names of anything.
    known: HashSet<String>,
}

impl<'g> FuzzyMatcher<'g> {
    /// Takes the English names of states, territories and regions that are one word of seven letters or more.
    #[must_use]
    pub fn new(gazetteer: &'g Gazetteer) -> Self {
        let mut made = Self { gazetteer, left: HashMap::new(), names: BTreeMap::new(), known: HashSet::new() };
        for (word, codes) in gazetteer.phrases.single_words() {
            if codes.iter().any(|code| matches!(Role::of(*code), Role::Name(..))) {
                made.known.insert(word.to_owned());
            }
            if word.chars().count() < SHORTEST || !word.chars().all(char::is_alphabetic) {
                continue;
            }
            for &code in codes {
                let Role::Name(number, _) = Role::of(code) else { continue };
                let row = &gazetteer.names[number as usize];
                let entity = &gazetteer.entities[row.entity as usize];
                // "Island" is Iceland in German only.
                let own = gazetteer.languages.get(row.language as usize).is_some_and(|language| language == LANGUAGE);
                if own && entity.sort == Some(NameClass::Land) && row.form < Form::Abbreviation && row.when == Activation::Always {
                    for left in deletions(word, edits_for(word)) {
                        made.left.entry(left).or_default().push(number);
                    }
                    made.names.insert(number, word.to_owned());
                }
            }
        }
        made
    }

    /// Mentions of words with a capital, of no other name, which the document does not write in small letters too, that are close to the names of one entity alone; [`Mention::edits`] says how many edits away.
    /// The document must have been run.
    #[must_use]
    pub fn find(&self, doc: &Document) -> Vec<Mention> {
        let mut found = Vec::new();
        let lower = doc.tokens.iter().filter(|token| token.casing == Casing::Lower && token.key != 0);
        let small: HashSet<u32> = lower.map(|token| token.key).collect();
        for (at, token) in doc.tokens.iter().enumerate() {
            let long = token.span.len() as usize >= SHORTEST - 1;
            if !(long && token.kind == TokenKind::Word && token.capital && matches!(token.casing, Casing::Title | Casing::Upper)) {
                continue;
            }
            let next = doc.mentions.partition_point(|mention| mention.span.end() <= token.span.start());
            if doc.mentions.get(next).is_some_and(|mention| mention.span.start() < token.span.end()) {
                continue;
            }
            let word = self.gazetteer.phrases.folder().word(token.text(doc.text()));
            if small.contains(&token.key) || self.known.contains(&word) || self.gazetteer.is_name_of_person(&word) {
                continue;
            }
            let sentence = doc.sentences.partition_point(|sentence| sentence.token_range.end <= at as u32);
            if let Some((name, edits)) = self.nearest(&word) {
                let row = &self.gazetteer.names[name as usize];
                let date = doc.metadata.date.zip(row.valid);
                let mut mention = Mention::new(token.span, EntityIx(row.entity), NameIx(name), row.form);
                mention.token_range = TokenRange::new(at as u32, at as u32 + 1);
                mention.sentence = SentenceIx(sentence as u32);
                mention.in_date = date.and_then(|(date, valid)| valid.contains(date));
                mention.edits = Some(edits);
                found.push(mention);
            }
        }
        found
    }

    /// The name that a word was found to be close to, folded as it was compared.
    #[must_use]
    pub fn spelling(&self, name: NameIx) -> &str {
        self.names.get(&name.0).map_or("", String::as_str)
    }

    /// The nearest name and how many edits away it is; none if the word is a known one, or names of two entities are as near.
    fn nearest(&self, word: &str) -> Option<(u32, u8)> {
        let most = edits_for(word);
        let mut best: Vec<(u8, u32)> = Vec::new();
        for left in deletions(word, most) {
            for &name in self.left.get(&left).into_iter().flatten() {
                let edits = distance(word, self.names.get(&name)?);
                // "Antarctic" is a word of its own, and two edits with another beginning lead too far ("Caledonia" from "Macedonia").
                let spelled = self.names.get(&name)?;
                let far = edits > 1 && spelled.chars().next() != word.chars().next();
                if usize::from(edits) <= most && !far && (edits == 0 || !spelled.starts_with(word)) {
                    best.push((edits, name));
                }
            }
        }
        best.sort_unstable();
        let &(edits, name) = best.first()?;
        let entity = |name: u32| self.gazetteer.names[name as usize].entity;
        let candidate = best.iter().any(|(other, candidate)| *other == edits && entity(*candidate) != entity(name));
        (edits > 0 && !candidate).then_some((name, edits))
    }
}

fn edits_for(word: &str) -> usize {
    if word.chars().count() >= LONG { 2 } else { 1 }
}

/// A word and what is left of it after so many deletions at most, each once.
fn deletions(word: &str, most: usize) -> Vec<String> {
    let mut all = vec![word.to_owned()];
    let mut last = 0;
    for _ in 0..most {
        let from = all.len();
        for at in last..from {
            let letters: Vec<char> = all[at].chars().collect();
            for skip in 0..letters.len() {
                let left: String = letters.iter().enumerate().filter(|(at, _)| *at != skip).map(|(_, letter)| letter).collect();
                if !all.contains(&left) {
                    all.push(left);
                }
            }
        }
        last = from;
    }
    all
}

/// Edits between two words, a swap of neighbours counting as one.
fn distance(a: &str, b: &str) -> u8 {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut rows: Vec<Vec<usize>> = vec![(0..=b.len()).collect()];
    for i in 1..=a.len() {
        let mut row = vec![i];
        for j in 1..=b.len() {
            let same = usize::from(a[i - 1] != b[j - 1]);
            let mut least = (rows[i - 1][j] + 1).min(row[j - 1] + 1).min(rows[i - 1][j - 1] + same);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                least = least.min(rows[i - 2][j - 2] + 1);
            }
            row.push(least);
        }
        rows.push(row);
    }
    u8::try_from(rows[a.len()][b.len()]).unwrap_or(u8::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Entity, GazetteerBuilder, Name, Scratch};
    use chancery_text::{Catalog, PlainBreaker, WordBreaker};

    #[test]
    fn close_spellings_are_found_and_far_or_shared_ones_are_not() {
        let mut builder = GazetteerBuilder::new();
        for (id, name) in [
            ("state.kg", "Kyrgyzstan"),
            ("state.kz", "Kazakhstan"),
            ("state.uz", "Uzbekistan"),
            ("state.md", "Moldova"),
            ("x.a", "Aaaaaba"),
            ("x.b", "Aaaaabb"),
        ] {
            let mut spelled = Name::new(name, Form::Name);
            LANGUAGE.clone_into(&mut spelled.language);
            let mut entity = Entity::new(id, "state").with_name(spelled);
            entity.sort = Some(NameClass::Land);
            builder.push(entity);
        }
        let gazetteer = builder.build(&PlainBreaker).expect("few names");
        let mut doc = Document::new(
            "1",
            "Kirgyzstan, Kazakstan, Ouzbekistan, MOLD0VA Modlova, Moldova, Pakistan, Aaaaabc, Uzbekistans and uzbekistans",
        );
        let mut tokens = Vec::new();
        PlainBreaker.break_words(doc.text(), &mut tokens);
        doc.tokens = tokens;
        gazetteer.run(&mut doc, &mut Scratch::default());
        let found = FuzzyMatcher::new(&gazetteer).find(&doc);
        let found: Vec<(&str, &str, Option<u8>)> =
            found.iter().map(|mention| (doc.slice(mention.span), gazetteer.entity(mention.entity).id, mention.edits)).collect();
        assert_eq!(
            found,
            [
                ("Kirgyzstan", "state.kg", Some(1)),
                ("Kazakstan", "state.kz", Some(1)),
                ("Ouzbekistan", "state.uz", Some(1)),
                ("MOLD0VA", "state.md", Some(1)),
                ("Modlova", "state.md", Some(1))
            ]
        );
        assert_eq!(distance("kitten", "sitting"), 3);
        assert_eq!(distance("ab", "ba"), 1);
    }
}
