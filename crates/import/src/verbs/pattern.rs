//! Reads one pattern of a PETRARCH verb dictionary: a verb (`*`), its source (`$`), its target (`+`) and
//! the words around them.

use super::dictionary::{Lexicon, VerbFrame};
use std::collections::BTreeMap;

/// The maximum number of variants to which a phrase is expanded if it contains sets of words ("&MILITARY AID").
const SPELLED: usize = 64;

/// A part of a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Part {
    Verb,
    Source,
    Target,
    Both,
    /// `^`: something that is neither source nor target.
    Skip,
    /// A word, or several words that are joined by `_`.
    Word(String),
    /// A set of words.
    Set(String),
    /// The opening parenthesis of a phrase that begins with a preposition.
    Open,
    /// The closing parenthesis of such a phrase.
    Close,
}

/// Returns the name of the word class that is made from the set named `set`.
pub(super) fn class(set: &str) -> String {
    format!("petrarch-{set}")
}

/// Reads a pattern. `text` is the pattern without its CAMEO code. If the pattern is not valid or a
/// frame cannot express it, returns the reason as an error.
pub(super) fn read(text: &str, sets: &BTreeMap<String, Vec<String>>, lexicon: &dyn Lexicon) -> Result<VerbFrame, String> {
    let parts = parts(text)?;
    let verbs = parts.iter().filter(|part| **part == Part::Verb).count();
    let at = parts.iter().position(|part| *part == Part::Verb).filter(|_| verbs == 1).ok_or("the pattern needs exactly one verb (*)")?;
    let mut reader = Reader { frame: VerbFrame::default(), sets, lexicon };
    reader.before(&parts[..at])?;
    reader.after(&parts[at + 1..])?;
    let target_first = parts[..at].contains(&Part::Target);
    // In "+ WAS *", the target is the grammatical subject of a passive clause, so the frame does not have to name the target.
    reader.frame.passive = target_first && !parts[..at].contains(&Part::Source);
    Ok(reader.frame)
}

fn parts(text: &str) -> Result<Vec<Part>, String> {
    let spaced: String = text.chars().flat_map(|c| if "(){}*$+^%".contains(c) { vec![' ', c, ' '] } else { vec![c] }).collect();
    let mut parts = Vec::new();
    for word in spaced.split_whitespace() {
        parts.push(match word {
            "*" => Part::Verb,
            "$" => Part::Source,
            "+" => Part::Target,
            "%" => Part::Both,
            "^" => Part::Skip,
            "(" => Part::Open,
            ")" => Part::Close,
            // Braces mark a noun phrase. They can be skipped, because the words of the phrase are always
            // adjacent.
            "{" | "}" => continue,
            word => match word.trim_matches('_') {
                "" => continue,
                word => match word.strip_prefix('&') {
                    Some(set) => Part::Set(set.trim_end_matches('_').to_lowercase()),
                    None if word.contains('&') => return Err("joining a word and a set with _ is not supported".to_owned()),
                    None => Part::Word(word.replace('_', " ").to_lowercase()),
                },
            },
        });
    }
    Ok(parts)
}

struct Reader<'a> {
    frame: VerbFrame,
    sets: &'a BTreeMap<String, Vec<String>>,
    lexicon: &'a dyn Lexicon,
}

impl Reader<'_> {
    /// Reads the parts before the verb: the subject, auxiliaries, and a negation.
    fn before(&mut self, parts: &[Part]) -> Result<(), String> {
        let mut words: Vec<Part> = Vec::new();
        for (at, part) in parts.iter().enumerate() {
            match part {
                Part::Both => self.frame.reciprocal = true,
                Part::Source | Part::Target | Part::Skip | Part::Open | Part::Close | Part::Verb => {
                    // Words before the source or target modify it. A frame cannot have a condition
                    // for such words.
                    if !words.is_empty() && matches!(part, Part::Source | Part::Target) {
                        return Err("the pattern requires words before a source or target".to_owned());
                    }
                }
                Part::Word(word) if self.lexicon.is_negation(word) => self.frame.negated = true,
                Part::Word(word) if self.lexicon.is_auxiliary(word) => {}
                Part::Set(set) if self.is_auxiliaries(set) => {}
                Part::Word(word) if self.lexicon.is_infinitive_marker(word) || self.lexicon.is_preposition(word) => {
                    return Err("the pattern requires another verb or a preposition before the verb".to_owned());
                }
                Part::Word(word) if word.contains(' ') && at + 1 == parts.len() && self.lexicon.is_infinitive_marker(last(word)) => {
                    return Err("the pattern requires another verb before the verb".to_owned());
                }
                Part::Word(_) | Part::Set(_) => words.push(part.clone()),
            }
        }
        if !words.is_empty() {
            self.frame.subject = self.heads(&words)?;
        }
        Ok(())
    }

    /// Reads the parts after the verb: the object, prepositional phrases, and an infinitive.
    fn after(&mut self, parts: &[Part]) -> Result<(), String> {
        let mut preposition: Option<String> = None;
        let mut words: Vec<Part> = Vec::new();
        let mut infinitive = false;
        for (at, part) in parts.iter().enumerate() {
            let opened = at > 0 && parts[at - 1] == Part::Open;
            match part {
                Part::Open | Part::Close => {}
                Part::Both => self.frame.reciprocal = true,
                Part::Verb => {}
                Part::Skip => self.close(&mut preposition, &mut words)?,
                Part::Source | Part::Target => {
                    let side = match (&preposition, words.is_empty()) {
                        _ if infinitive && preposition.is_none() => vec!["complement.object".to_owned()],
                        _ if infinitive => vec![format!("complement.{}", preposition.clone().unwrap_or_default())],
                        (Some(name), true) if self.frame.object.is_empty() => vec![name.clone()],
                        (Some(name), true) if self.lexicon.is_owner_marker(name) => vec![format!("object.{name}")],
                        (Some(name), true) => vec![name.clone(), format!("object.{name}")],
                        (None, true) => vec![self.direct(&parts[at + 1..])],
                        (_, false) => return Err("the pattern requires words before a source or target".to_owned()),
                    };
                    let agent = preposition.take().is_some_and(|name| self.lexicon.is_agent_marker(&name));
                    match part {
                        Part::Target => self.frame.target = side,
                        // "BY $" needs no entry in the frame, because the source of a passive clause is always looked for after "by".
                        _ if agent => {}
                        _ => self.frame.source = side,
                    }
                }
                Part::Word(word) if opened || (self.lexicon.is_preposition(word) && !self.starts_infinitive(word, parts.get(at + 1))) => {
                    self.close(&mut preposition, &mut words)?;
                    preposition = Some(word.clone());
                }
                Part::Word(word) if self.starts_infinitive(word, parts.get(at + 1)) => {
                    self.close(&mut preposition, &mut words)?;
                    (infinitive, preposition) = (true, None);
                }
                Part::Word(word) if self.lexicon.is_negation(word) || word.split(' ').any(|word| self.lexicon.is_negation(word)) => {
                    return Err("the pattern requires a negation after the verb".to_owned());
                }
                Part::Word(word) if infinitive && self.frame.complement.is_empty() => self.frame.complement.push(word.clone()),
                Part::Word(_) | Part::Set(_) => words.push(part.clone()),
            }
        }
        self.close(&mut preposition, &mut words)
    }

    /// Returns where to look for a source or target that directly follows the verb in the pattern:
    /// in the object of the clause or, if more words follow, in the possessor of the object
    /// ("* + CONFERENCE"). `rest` contains the parts after the source or target.
    fn direct(&self, rest: &[Part]) -> String {
        let words_follow = rest.first().is_some_and(|part| match part {
            Part::Word(word) => {
                !self.lexicon.is_preposition(word) && !self.lexicon.is_infinitive_marker(word) && !self.lexicon.is_verb(word)
            }
            Part::Set(_) => true,
            _ => false,
        });
        if words_follow { "object.poss".to_owned() } else { "object".to_owned() }
    }

    /// Ends a phrase and adds its words to the frame as a condition.
    fn close(&mut self, preposition: &mut Option<String>, words: &mut Vec<Part>) -> Result<(), String> {
        let (name, words) = (preposition.take(), std::mem::take(words));
        if words.is_empty() {
            if let Some(name) = name {
                self.frame.prepositions.entry(name).or_insert_with(|| vec!["*".to_owned()]);
            }
            return Ok(());
        }
        let heads = self.heads(&words)?;
        match name {
            // A phrase after "of" is part of the phrase before it.
            Some(name) if self.lexicon.is_owner_marker(&name) && !self.frame.object.is_empty() => self.words(heads),
            Some(name) => {
                self.frame.prepositions.insert(name, heads);
                Ok(())
            }
            None if self.frame.object.is_empty() && self.frame.complement.is_empty() => {
                self.frame.object = heads;
                Ok(())
            }
            None => self.words(heads),
        }
    }

    fn words(&mut self, heads: Vec<String>) -> Result<(), String> {
        if !self.frame.words.is_empty() {
            return Err("the pattern requires more words than the conditions of a frame can express".to_owned());
        }
        self.frame.words = heads;
        Ok(())
    }

    /// Returns the value of the condition for the words of a phrase: a list of phrases, or the name of a word class if the phrase is a single set.
    ///
    /// If a phrase of two parts would expand to more than [`SPELLED`] phrases, its first part becomes a separate condition, and the value for its second part
    /// is returned.
    fn heads(&mut self, words: &[Part]) -> Result<Vec<String>, String> {
        if let [Part::Set(set)] = words {
            return if self.sets.contains_key(set) { Ok(vec![format!("@{}", class(set))]) } else { Err(format!("there is no set &{set}")) };
        }
        let mut phrases = vec![String::new()];
        for part in words {
            let choices = match part {
                Part::Word(word) => std::slice::from_ref(word),
                Part::Set(set) => self.sets.get(set).ok_or_else(|| format!("there is no set &{set}"))?,
                _ => continue,
            };
            phrases =
                phrases.iter().flat_map(|before| choices.iter().map(move |word| format!("{before} {word}"))).take(SPELLED + 1).collect();
        }
        if phrases.len() > SPELLED {
            let [before, last] = words else { return Err(format!("the sets of the pattern expand to more than {SPELLED} phrases")) };
            let before = self.heads(std::slice::from_ref(before))?;
            self.words(before)?;
            return self.heads(std::slice::from_ref(last));
        }
        Ok(phrases.iter().map(|phrase| phrase.trim().to_owned()).collect())
    }

    fn starts_infinitive(&self, word: &str, next: Option<&Part>) -> bool {
        self.lexicon.is_infinitive_marker(word) && matches!(next, Some(Part::Word(verb)) if self.lexicon.is_verb(verb))
    }

    fn is_auxiliaries(&self, set: &str) -> bool {
        self.sets.get(set).is_some_and(|words| {
            words.iter().all(|word| word.split(' ').all(|word| self.lexicon.is_auxiliary(word) || self.lexicon.is_infinitive_marker(word)))
        })
    }
}

fn last(phrase: &str) -> &str {
    phrase.rsplit(' ').next().unwrap_or(phrase)
}
