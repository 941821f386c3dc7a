//! The state of a word, called its cell, while the clause reader chooses the class of the word.

use crate::class::Classes;
use crate::entry::Entry;
use crate::lists::{Marks, WordList};

/// A word of the sentence, with its readings: the classes that are still possible for it.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Cell {
    pub(crate) readings: Classes,
    /// Properties that the word has in addition to its class (see [`Classes::FLAGS`]).
    pub(crate) flags: Classes,
    /// The likeliest class of the word.
    pub(crate) likely: Classes,
    /// The index of the form in the lexicon, if it is known there; otherwise `NONE`.
    pub(crate) word: u32,
    /// The index of the lemma if the word can be a verb; otherwise `NONE`.
    pub(crate) lemma: u32,
    /// The index of the list of rules that can change the readings of the word.
    pub(crate) list: u32,
    /// All classes that the word has in the lexicon. The rules in `list` were selected for these classes.
    pub(crate) listed_for: Classes,
    pub(crate) possessive: bool,
    /// The index of the name that contains the word, counted from 1; 0 if the word is not part of a name.
    pub(crate) name: u32,
    /// Whether the word is a name that can be an adjective ("French").
    pub(crate) national: bool,
    /// Whether the word is a pronoun with a contracted verb ("it's"). If so, the cell has the readings of the verb.
    pub(crate) contracted: bool,
    /// Whether the word is part of a time expression.
    pub(crate) time: bool,
    /// The word lists that contain the word, and its other properties.
    pub(crate) marks: Marks,
}

impl Cell {
    /// Creates the cell of a lower-case word from its lexicon entry. If the word is in the lexicon only because a rule or a word list mentions it,
    /// the cell has no readings.
    pub(crate) fn of(entry: &Entry) -> Self {
        let mut cell = Self {
            word: entry.word,
            lemma: entry.lemma,
            marks: entry.marks,
            list: entry.rules,
            listed_for: entry.classes.without(Classes::FLAGS),
            ..Self::default()
        };
        if entry.is_closed() {
            cell.close(entry, false);
        } else {
            cell.likely = entry.likely;
            cell.readings = cell.listed_for;
        }
        cell
    }

    /// Sets the readings of a function word. `capital` is `true` if the word has a capital letter and does not begin a sentence. A modal verb or adjective is
    /// then treated as a name or part of a name ("May", "United States").
    pub(crate) fn close(&mut self, entry: &Entry, capital: bool) {
        self.readings = entry.readings();
        self.flags = entry.classes.and(Classes::FLAGS);
        if self.readings.is_empty() {
            self.readings = Classes::ADVERB;
        }
        self.likely = entry.likely.and(self.readings);
        let verb = self.readings.and(Classes::VERB.or(Classes::MODAL));
        let pronoun = Classes::SUBJECT_PRONOUN.or(Classes::EXISTENTIAL).or(Classes::RELATIVE);
        if entry.classes.any(pronoun) && !verb.is_empty() {
            self.contracted = true;
            if entry.classes.any(Classes::EXISTENTIAL) {
                self.marks = self.marks.or(Marks::THERE);
            } else if entry.classes.any(Classes::RELATIVE) {
                self.marks = self.marks.or(Marks::WHO);
            }
            self.readings = verb;
        } else if capital && entry.classes.any(Classes::MODAL.or(Classes::ADJECTIVE)) {
            self.readings = Classes::PROPER;
        }
    }

    /// Returns `true` if at least one of these classes is a reading of the word.
    pub(crate) fn is(&self, classes: Classes) -> bool {
        self.readings.any(classes)
    }

    /// Returns `true` if a word list contains the word.
    pub(crate) fn listed(&self, list: WordList) -> bool {
        self.marks.any(Marks::of(list))
    }

    /// Returns the likeliest class of the word if it is still among the readings; otherwise all readings.
    pub(crate) fn likeliest(&self) -> Classes {
        if self.readings.any(self.likely) { self.likely } else { self.readings }
    }

    /// Returns `true` if the word is an auxiliary or modal verb.
    pub(crate) fn is_auxiliary(&self) -> bool {
        self.flags.any(Classes::AUXILIARY) || self.is(Classes::MODAL)
    }

    /// Returns `true` if the word can only be an adverb.
    pub(crate) fn is_adverb(&self) -> bool {
        !self.readings.is_empty() && self.readings.without(Classes::ADVERB).is_empty() && !self.flags.any(Classes::AUXILIARY)
    }
}
