//! Compiled frames and word lists.

use crate::few::Few;
use crate::words::Words;
use chancery_text::Modality;
use chancery_text::key::KeyMap;
use std::collections::HashSet;

/// The requirements on the head of a phrase.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Heads {
    /// Lemmas, sorted.
    pub(crate) lemmas: Vec<u32>,
    /// Terms of several words. The last lemma is the head; the others precede it.
    pub(crate) terms: Vec<Vec<u32>>,
    pub(crate) actor: bool,
    pub(crate) place: bool,
    pub(crate) thing: bool,
    pub(crate) government: bool,
    pub(crate) any: bool,
}

/// A side, with its preposition as a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) enum Slot {
    Subject,
    Object,
    Indirect,
    Preposition(u64),
    ObjectOwner,
    ObjectPreposition(u64),
    SubjectPreposition(u64),
    SubjectOwner,
    ComplementPreposition(u64),
    ComplementSubject,
    ComplementObject,
}

/// A compiled frame.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct CompiledFrame {
    pub(crate) id: String,
    pub(crate) act: String,
    /// The class of the act, before it is converted for the voice.
    pub(crate) class: String,
    /// The class if the act says that somebody else must do something ("said that Iran must"); empty if there is none.
    pub(crate) obliged: String,
    pub(crate) mode: String,
    pub(crate) cameo: String,
    pub(crate) none: bool,
    pub(crate) source: Vec<Slot>,
    pub(crate) target: Vec<Slot>,
    pub(crate) noun_source: Vec<Slot>,
    pub(crate) noun_target: Vec<Slot>,
    pub(crate) reciprocal: bool,
    /// Whether the place of the act says whose its target is ("killed 12 people in Baghdad").
    pub(crate) placed: bool,
    /// Whether the act is one of diplomats' speech, which PLOVER does not have.
    pub(crate) speech: bool,
    /// Whether the act is more than words: who wants to do it has not done it.
    pub(crate) deed: bool,
    /// Whether the target is whoever performs the act that the object names ("condemned the raid by").
    pub(crate) asks_doer: bool,
    pub(crate) asks: Conditions,
    /// How many conditions there are.
    pub(crate) weight: u32,
}

/// The conditions of a frame.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Conditions {
    pub(crate) object: Option<Heads>,
    pub(crate) not_object: Option<Heads>,
    pub(crate) subject: Option<Heads>,
    pub(crate) not_subject: Option<Heads>,
    pub(crate) prepositions: Vec<(u64, Heads)>,
    pub(crate) not_prepositions: Vec<(u64, Heads)>,
    /// Bit set: 1 for `to`, 2 for `that`, 4 for `ing`.
    pub(crate) clause: u8,
    pub(crate) complement: Option<Heads>,
    pub(crate) passive: Option<bool>,
    pub(crate) words: Option<Heads>,
    pub(crate) unless: Option<Heads>,
    pub(crate) negated: Option<bool>,
}

/// The parts that a clause must have for a frame. They are tested before the words of the frame's conditions. Most frames fail this test.
#[derive(Clone, Copy, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Outline {
    pub(crate) passive: Option<bool>,
    pub(crate) negated: Option<bool>,
    pub(crate) object: bool,
    pub(crate) subject: bool,
    /// The prepositions that must be present, as a set with one bit per hash.
    pub(crate) prepositions: u32,
    pub(crate) weight: u32,
}

impl Outline {
    pub(crate) fn new(frame: &CompiledFrame) -> Self {
        let Conditions { object, subject, prepositions, passive, negated, .. } = &frame.asks;
        Self {
            passive: *passive,
            negated: *negated,
            object: object.is_some(),
            subject: subject.is_some(),
            prepositions: prepositions.iter().fold(0, |bits, (key, _)| bits | preposition_bit(*key)),
            weight: frame.weight,
        }
    }
}

/// The bit of a preposition in a set.
pub(crate) const fn preposition_bit(key: u64) -> u32 {
    1 << (key >> 59)
}

/// A use of a verb or noun in a frame: the lemmas of its continuation, and the frame.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Use {
    pub(crate) rest: Vec<u64>,
    pub(crate) frame: u32,
}

/// The frames of a verb with one continuation.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Continuation {
    pub(crate) rest: Vec<u64>,
    /// Frames that do not require particular nouns as their object. Frames with more conditions come first.
    pub(crate) open: Vec<u32>,
    /// Frames that require one of certain lemmas as their object, by lemma, in the same order.
    pub(crate) by_object: KeyMap<u32, Vec<u32>>,
    /// Frames with the same conditions as an earlier one, which therefore never apply.
    shadowed: Vec<u32>,
}

/// The frames of a verb.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Verb {
    /// The longest continuation first.
    pub(crate) continuations: Vec<Continuation>,
    /// The first words of the continuations by their keys, with the number of the continuation, sorted.
    by_word: Vec<(u64, u32)>,
    /// The entry without a continuation.
    bare: Option<u32>,
}

impl Verb {
    fn new(continuations: Vec<Continuation>) -> Self {
        let mut verb = Self { continuations, ..Self::default() };
        for (number, continuation) in (0..).zip(&verb.continuations) {
            match continuation.rest.first() {
                Some(word) => verb.by_word.push((*word, number)),
                None => verb.bare = Some(number),
            }
        }
        verb.by_word.sort_unstable();
        verb
    }

    /// The continuations that begin with a word.
    fn beginning(&self, key: u64) -> &[(u64, u32)] {
        let first = self.by_word.partition_point(|(word, _)| *word < key);
        let rest = &self.by_word[first..];
        &rest[..rest.iter().take_while(|(word, _)| *word == key).count()]
    }

    /// Returns the continuations that may be present, given the keys of the following words, in order.
    pub(crate) fn candidates(&self, next: impl Iterator<Item = u64>) -> impl Iterator<Item = &Continuation> {
        let mut found: Few<u32> = Few::default();
        if !self.by_word.is_empty() {
            for (_, number) in next.flat_map(|key| self.beginning(key)) {
                if !found.contains(number) {
                    found.push(*number);
                }
            }
            found.sort_unstable();
        }
        let bare = self.bare;
        (0..=found.len())
            .filter_map(move |at| found.get(at).copied().or(bare.filter(|_| at == found.len())))
            .filter_map(|number| self.continuations.get(number as usize))
    }
}

impl Continuation {
    /// Returns all frames, in their order.
    pub(crate) fn frames(&self) -> Vec<u32> {
        let mut all: Vec<u32> = self.open.iter().chain(self.by_object.values().flatten()).chain(&self.shadowed).copied().collect();
        all.sort_unstable();
        all.dedup();
        all
    }
}

impl Heads {
    /// Returns the lemmas of which the head of a phrase must be one; `None` if other heads are allowed, too.
    fn keys(&self) -> Option<impl Iterator<Item = u32>> {
        let open = self.actor || self.place || self.thing || self.government || self.any;
        (!open).then(|| self.lemmas.iter().copied().chain(self.terms.iter().filter_map(|term| term.last().copied())))
    }
}

/// What the words after a noun of people say about the state that they belong to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Belongs {
    /// They belong to the country of the place that follows ("a court in Guyana").
    pub local: bool,
    /// They belong to the state that they come from ("refugees from Syria").
    pub origin: bool,
}

/// A noun for people or bodies.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct SectorNoun {
    /// The words before the last, by their keys.
    pub(crate) before: Vec<u64>,
    pub(crate) sector: u16,
    pub(crate) belongs: Belongs,
}

/// Everything that the coder looks up.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Tables {
    pub(crate) words: Words,
    /// The preposition that marks the actor in a passive clause, and the one that marks an owner.
    pub(crate) agent: u64,
    /// Words that join a phrase to another one as "and" does.
    pub(crate) joins: Vec<Vec<u64>>,
    /// The sector of governments.
    pub(crate) government: String,
    pub(crate) of: u64,
    pub(crate) frames: Vec<CompiledFrame>,
    pub(crate) outlines: Vec<Outline>,
    /// Frames by the number of the first lemma, longest continuation first.
    pub(crate) verbs: KeyMap<u32, Verb>,
    pub(crate) nouns: KeyMap<u32, Vec<Use>>,
    /// Support verbs, by the number of the first lemma, with their continuations.
    pub(crate) support: KeyMap<u32, Vec<Vec<u64>>>,
    /// How firm a verb or noun is, by the number of its lemma, with its continuation. The longest continuation comes first.
    pub(crate) firmness: KeyMap<u32, Vec<(Vec<u64>, u8)>>,
    pub(crate) sectors: Vec<String>,
    /// Nouns for people: one list for each form of the last word, longest first.
    pub(crate) people: Vec<Vec<SectorNoun>>,
    pub(crate) conversions: Vec<(String, Modality, String)>,
    /// The quad class of a class.
    pub(crate) quads: Vec<(String, u8)>,
    /// Values of CAMEO codes on the Goldstein scale in tenths, sorted by code.
    pub(crate) goldstein: Vec<(String, i16)>,
}

impl Tables {
    /// Removes the uses of a noun that have the same conditions as an earlier use and therefore never apply.
    pub(crate) fn noun(&self, mut uses: Vec<Use>) -> Vec<Use> {
        let mut known: HashSet<(Vec<u64>, &Conditions)> = HashSet::new();
        uses.retain(|used| known.insert((used.rest.clone(), &self.frames[used.frame as usize].asks)));
        uses
    }

    /// Returns the lemmas that conditions search for anywhere in a clause.
    pub(crate) fn looked_for(&self) -> HashSet<u32> {
        let lists = self.frames.iter().flat_map(|frame| frame.asks.words.iter().chain(&frame.asks.unless));
        lists.flat_map(|heads| heads.lemmas.iter().copied().chain(heads.terms.iter().filter_map(|term| term.last().copied()))).collect()
    }

    /// Indexes the uses of a verb.
    pub(crate) fn verb(&self, mut uses: Vec<Use>) -> Verb {
        uses.sort_by(|a, b| {
            let order = b.rest.len().cmp(&a.rest.len()).then_with(|| a.rest.cmp(&b.rest));
            let weight = |used: &Use| std::cmp::Reverse(self.frames[used.frame as usize].weight);
            order.then_with(|| weight(a).cmp(&weight(b))).then_with(|| a.frame.cmp(&b.frame))
        });
        let mut all: Vec<Continuation> = Vec::new();
        let mut known: HashSet<&Conditions> = HashSet::new();
        for used in uses {
            if all.last().is_none_or(|last| last.rest != used.rest) {
                all.push(Continuation { rest: used.rest, ..Continuation::default() });
                known.clear();
            }
            let Some(last) = all.last_mut() else { continue };
            let frame = &self.frames[used.frame as usize];
            if !known.insert(&frame.asks) {
                last.shadowed.push(used.frame);
                continue;
            }
            match frame.asks.object.as_ref().and_then(Heads::keys) {
                Some(keys) => {
                    for key in keys {
                        let list = last.by_object.entry(key).or_default();
                        if list.last() != Some(&used.frame) {
                            list.push(used.frame);
                        }
                    }
                }
                None => last.open.push(used.frame),
            }
        }
        Verb::new(all)
    }

    /// Returns the class of an act in a voice.
    pub(crate) fn class<'t>(&'t self, class: &'t str, voice: Modality) -> &'t str {
        let found = self.conversions.iter().find(|(act, of, _)| act == class && *of == voice);
        found.map_or(class, |(.., class)| class)
    }

    /// Returns the quad class of a PLOVER class; 0 if it has none.
    pub(crate) fn quad(&self, class: &str) -> u8 {
        self.quads.iter().find(|(known, _)| known == class).map_or(0, |(_, quad)| *quad)
    }

    /// Returns the value of a CAMEO code on the Goldstein scale, in tenths. A code that is not in the table has the value of the longest prefix that is.
    pub(crate) fn goldstein(&self, code: &str) -> Option<i16> {
        (2..=code.len()).rev().filter_map(|length| code.get(..length)).find_map(|code| {
            let at = self.goldstein.binary_search_by(|(known, _)| known.as_str().cmp(code)).ok()?;
            Some(self.goldstein[at].1)
        })
    }
}
