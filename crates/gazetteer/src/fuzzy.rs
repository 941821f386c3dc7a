//! Finds words that are spelled almost like a known name: misspellings, such as "Kirgyzstan" or "Khazakhstan", and OCR errors.
//!
//! The method is symmetric delete spelling correction (W. Garbe, SymSpell, 2012). Each name is indexed under itself and under all strings that result from
//! deleting one or two of its letters. The same strings are computed for each word of a text. If a word and a name differ by at most two edits, they have one
//! of these strings in common. [`strsim`] then computes the exact number of edits (optimal string alignment distance).

use crate::dated;
use crate::entry::{Activation, NameClass};
use crate::gazetteer::Gazetteer;
use crate::tables::Role;
use chancery_text::{Casing, Document, EntityIx, Form, Mention, NameIx, SentenceIx, TokenKind, TokenRange};
use std::collections::{BTreeMap, HashMap, HashSet};
use strsim::osa_distance;

/// The minimum length, in letters, of a name that is matched approximately. Shorter names are not used, because most short words differ from some other word by
/// only one letter.
const SHORTEST: usize = 7;
/// The language of the names with which words are compared, as a BCP 47 tag.
const LANGUAGE: &str = "en";
/// The minimum number of letters of a word that may be two edits away from a name. A shorter word may be only one edit away.
const LONG: usize = 9;

/// Finds words that are spelled almost like a name of a gazetteer. Creating a matcher takes a few milliseconds.
#[derive(Debug)]
pub struct FuzzyMatcher<'g> {
    gazetteer: &'g Gazetteer,
    /// The names, and the strings that result from deleting letters of names, each with the indexes of these names.
    deletions: HashMap<String, Vec<u32>>,
    /// The folded names, by their indexes.
    names: BTreeMap<u32, String>,
    /// The number of letters of the longest name in `names`. A word that is more than two letters longer is not close to any name.
    longest: usize,
    /// All single words that are the name of an entity, folded.
    known: HashSet<String>,
}

impl<'g> FuzzyMatcher<'g> {
    /// Creates a matcher for the English names of states, territories and regions that consist of one word of at least seven letters.
    #[must_use]
    pub fn new(gazetteer: &'g Gazetteer) -> Self {
        let tables = &gazetteer.tables;
        let mut matcher = Self { gazetteer, deletions: HashMap::new(), names: BTreeMap::new(), longest: 0, known: HashSet::new() };
        for (word, codes) in tables.phrases.single_words() {
            if codes.iter().any(|code| matches!(Role::of(*code), Role::Name(..))) {
                matcher.known.insert(word.to_owned());
            }
            if word.chars().count() < SHORTEST || !word.chars().all(char::is_alphabetic) {
                continue;
            }
            for &code in codes {
                let Role::Name(number, activation) = Role::of(code) else { continue };
                let row = tables.name(number);
                // Names in other languages are not used, because they may be English words: "Island" is the German name of Iceland.
                let own = tables.languages.get(row.language as usize).is_some_and(|language| language == LANGUAGE);
                let land = row.name_class == Some(NameClass::Land);
                if own && land && row.form < Form::Abbreviation && activation == Activation::Always {
                    for rest in deletions(word, edits_for(word)) {
                        matcher.deletions.entry(rest).or_default().push(number);
                    }
                    matcher.longest = matcher.longest.max(word.chars().count());
                    matcher.names.insert(number, word.to_owned());
                }
            }
        }
        matcher
    }

    /// Returns a mention for each word that is close to the name of an entity.
    ///
    /// The name with the fewest edits is chosen. If names of several entities have equally few edits, the word is left out. [`Mention::edits`] is the number of
    /// edits between the word and the name. Run the gazetteer on the document first.
    ///
    /// The word must begin with a capital letter, and must not occur in lower case anywhere in the document. It must not be part of a mention, and must not be
    /// the name of an entity, a given name or a surname.
    #[must_use]
    pub fn find(&self, doc: &Document) -> Vec<Mention> {
        let tables = &self.gazetteer.tables;
        let mut found = Vec::new();
        let lower = doc.tokens.iter().filter(|token| token.casing == Casing::Lower && token.key != 0);
        let lower: HashSet<u32> = lower.map(|token| token.key).collect();
        for (at, token) in doc.tokens.iter().enumerate() {
            let long = token.span.len() as usize >= SHORTEST - 1;
            if !(long && token.kind == TokenKind::Word && token.capital && matches!(token.casing, Casing::Title | Casing::Upper)) {
                continue;
            }
            let next = doc.mentions.partition_point(|mention| mention.span.end() <= token.span.start());
            if doc.mentions.get(next).is_some_and(|mention| mention.span.start() < token.span.end()) {
                continue;
            }
            let word = tables.phrases.folder().word(token.text(doc.text()));
            if lower.contains(&token.key) || self.known.contains(&word) || tables.contexts.is_name_of_person(&word) {
                continue;
            }
            let sentence = doc.sentences.partition_point(|sentence| sentence.token_range.end <= at as u32);
            if let Some((name, edits)) = self.nearest(&word) {
                let row = tables.name(name);
                let mut mention = Mention::new(token.span, EntityIx(row.entity), NameIx(name), row.form);
                mention.token_range = TokenRange::new(at as u32, at as u32 + 1);
                mention.sentence = SentenceIx(sentence as u32);
                mention.in_date = doc.metadata.date.and_then(|date| dated::in_date(tables, name, date));
                mention.edits = Some(edits);
                found.push(mention);
            }
        }
        found
    }

    /// Returns the folded spelling of a name, with which words are compared. Returns an empty string if the matcher does not use the name.
    #[must_use]
    pub fn spelling(&self, name: NameIx) -> &str {
        self.names.get(&name.0).map_or("", String::as_str)
    }

    /// Returns the index of the name that is nearest to a word, and the number of edits between the name and the word. Returns `None` if no name is near, if
    /// the word is itself a name, or if names of two entities are equally near.
    fn nearest(&self, word: &str) -> Option<(u32, u8)> {
        let most = edits_for(word);
        if word.chars().count() > self.longest + most {
            return None;
        }
        let mut near: Vec<(usize, u32)> = Vec::new();
        for rest in deletions(word, most) {
            for &name in self.deletions.get(&rest).into_iter().flatten() {
                let spelled = self.names.get(&name)?;
                let edits = osa_distance(word, spelled);
                // If the name begins with the word, the word is not a misspelling: "Antarctic" is not "Antarctica". If the first letters differ, at most one
                // edit is allowed: "Caledonia" is not "Macedonia".
                let far = edits > 1 && spelled.chars().next() != word.chars().next();
                if edits <= most && !far && (edits == 0 || !spelled.starts_with(word)) {
                    near.push((edits, name));
                }
            }
        }
        near.sort_unstable();
        let &(edits, name) = near.first()?;
        let entity = |name: u32| self.gazetteer.tables.name(name).entity;
        let shared = near.iter().any(|(other_edits, other)| *other_edits == edits && entity(*other) != entity(name));
        (edits > 0 && !shared).then_some((name, u8::try_from(edits).unwrap_or(u8::MAX)))
    }
}

fn edits_for(word: &str) -> usize {
    if word.chars().count() >= LONG { 2 } else { 1 }
}

/// Returns a word and all strings that result from deleting at most `most` of its letters. Each string occurs once.
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
            entity.name_class = Some(NameClass::Land);
            builder.entity(entity);
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
    }
}
