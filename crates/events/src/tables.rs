//! Frames and word lists in compiled form.

use crate::few::Few;
use crate::words::Words;
use chancery_text::Modality;
use chancery_text::key::KeyMap;
use std::collections::HashSet;

/// The number that stands for any word in lower case in an expression that names a thing ("state of *"). No word has this hash key.
pub(crate) const SMALL: u64 = u64::MAX;

/// The heads of phrases that a condition lists. A phrase matches if its head has one of the lemmas, or if it meets one of the other requirements. The fields of
/// type `bool` stand for the built-in names such as `@actor`; `any` stands for `*`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Heads {
    /// The ids of the lemmas, sorted.
    pub(crate) lemmas: Vec<u32>,
    /// Terms of several words, each as a list of lemma ids. The last lemma is the head; the others must come directly before the head.
    pub(crate) terms: Vec<Vec<u32>>,
    pub(crate) actor: bool,
    pub(crate) place: bool,
    pub(crate) thing: bool,
    pub(crate) government: bool,
    pub(crate) people: bool,
    pub(crate) official: bool,
    pub(crate) any: bool,
}

/// A part of a clause that is searched for the source or the target of an event. Prepositions are given by their hash keys. See
/// [`Side`](crate::frame::Side).
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

/// A frame in compiled form. See [`Frame`](crate::frame::Frame).
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct CompiledFrame {
    pub(crate) id: String,
    pub(crate) act: String,
    /// The PLOVER class of the act, before it is converted according to the voice of the event.
    pub(crate) class: String,
    /// The PLOVER class of statements that somebody else must do something ("said that Iran must"); empty if none is set.
    pub(crate) obliged: String,
    pub(crate) mode: String,
    pub(crate) cameo: String,
    /// Whether the frame describes a sense of its words that is not an event.
    pub(crate) none: bool,
    pub(crate) source: Vec<Slot>,
    pub(crate) target: Vec<Slot>,
    pub(crate) noun_source: Vec<Slot>,
    pub(crate) noun_target: Vec<Slot>,
    pub(crate) reciprocal: bool,
    /// Whether the frame is used only if no other frame fits, and only if both sides are known.
    pub(crate) fallback: bool,
    /// Whether a target whose country is unknown is assigned to the country where the act happens ("killed 12 people in Baghdad").
    pub(crate) placed: bool,
    /// Whether a speaker performs the act even with a modal verb ("we must add", "we can reaffirm").
    pub(crate) speech: bool,
    /// Whether words alone cannot perform the act. Somebody who wants to attack has not attacked, but a speaker who wishes to thank somebody does so.
    pub(crate) deed: bool,
    /// Whether the target is the participant that performs the act which the object names ("condemned the raid by").
    pub(crate) asks_doer: bool,
    pub(crate) asks: Conditions,
    /// The number of conditions, not counting `not_…` and `unless`.
    pub(crate) weight: u32,
}

/// The conditions of a frame in compiled form.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Conditions {
    pub(crate) object: Option<Heads>,
    pub(crate) not_object: Option<Heads>,
    pub(crate) subject: Option<Heads>,
    pub(crate) not_subject: Option<Heads>,
    pub(crate) prepositions: Vec<(u64, Heads)>,
    pub(crate) not_prepositions: Vec<(u64, Heads)>,
    /// Allowed kinds of governed clauses, as a set of bits: 1 for `to`, 2 for `that`, 4 for `ing`.
    pub(crate) clause: u8,
    pub(crate) complement: Option<Heads>,
    pub(crate) passive: Option<bool>,
    pub(crate) words: Option<Heads>,
    pub(crate) unless: Option<Heads>,
    pub(crate) negated: Option<bool>,
}

/// The parts that a clause must have so that a frame can match. They are tested before the other conditions of the frame, because the test is quick and
/// most frames fail it.
#[derive(Clone, Copy, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Outline {
    pub(crate) passive: Option<bool>,
    pub(crate) negated: Option<bool>,
    pub(crate) object: bool,
    pub(crate) subject: bool,
    /// The prepositions that must be present, as a bitmap. Different prepositions may share a bit.
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

/// Returns the bit of the preposition with this hash key in a bitmap. Different prepositions may share a bit.
pub(crate) const fn preposition_bit(key: u64) -> u32 {
    1 << (key >> 59)
}

/// The use of a verb or noun in a frame. `rest` contains the hash keys of the fixed words after a verb ("on" in "call on"), or of the words that must
/// precede a noun. `frame` is the index of the frame.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Use {
    pub(crate) rest: Vec<u64>,
    pub(crate) frame: u32,
}

/// The frames of a verb that have the same continuation, that is, the same fixed words after the verb.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Continuation {
    pub(crate) rest: Vec<u64>,
    /// The indexes of frames that do not require particular lemmas as the head of their object. Frames with more conditions come first.
    pub(crate) open: Vec<u32>,
    /// The indexes of frames that require particular lemmas as the head of their object. Each frame is listed under each of these lemmas. Frames with
    /// more conditions come first.
    pub(crate) by_object: KeyMap<u32, Vec<u32>>,
    /// The indexes of frames that have the same conditions as an earlier frame. These frames never apply.
    shadowed: Vec<u32>,
}

/// The frames of a verb, grouped by continuation.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Verb {
    /// The continuations, the longest one first.
    pub(crate) continuations: Vec<Continuation>,
    /// The hash keys of the first words of the continuations, each with the index of the continuation, sorted.
    by_word: Vec<(u64, u32)>,
    /// The index of the empty continuation, if there is one.
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

    /// Returns the entries of `by_word` for the word with this key.
    fn beginning(&self, key: u64) -> &[(u64, u32)] {
        let first = self.by_word.partition_point(|(word, _)| *word < key);
        let rest = &self.by_word[first..];
        &rest[..rest.iter().take_while(|(word, _)| *word == key).count()]
    }

    /// Returns the continuations that may be present, the longest one first. `next` contains the keys of the words that follow the verb.
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
    /// Returns the indexes of all frames, in ascending order.
    pub(crate) fn frames(&self) -> Vec<u32> {
        let mut all: Vec<u32> = self.open.iter().chain(self.by_object.values().flatten()).chain(&self.shadowed).copied().collect();
        all.sort_unstable();
        all.dedup();
        all
    }
}

impl Heads {
    /// Returns the ids of the lemmas that the head of a phrase may have, or `None` if other heads are allowed too.
    fn keys(&self) -> Option<impl Iterator<Item = u32>> {
        let open = self.actor || self.place || self.thing || self.government || self.people || self.official || self.any;
        (!open).then(|| self.lemmas.iter().copied().chain(self.terms.iter().filter_map(|term| term.last().copied())))
    }
}

/// Which words after a noun for people show the state to which these people belong.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Belongs {
    /// Whether the people belong to the country of the place after the noun ("a court in Guyana").
    pub local: bool,
    /// Whether the people belong to the state from which they come ("refugees from Syria").
    pub origin: bool,
}

/// A noun for people or bodies.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct SectorNoun {
    /// The hash keys of all words of the noun except the last one.
    pub(crate) before: Vec<u64>,
    pub(crate) sector: u16,
    pub(crate) belongs: Belongs,
}

/// All data that the coder uses.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Tables {
    pub(crate) words: Words,
    /// The hash key of the preposition that introduces the actor in a passive clause ("by").
    pub(crate) agent: u64,
    /// The expressions that introduce examples of a group ("such as"), each as the hash keys of its words.
    pub(crate) examples: Vec<Vec<u64>>,
    /// The reciprocal pronouns ("one another"), each as the hash keys of its words.
    pub(crate) mutual: Vec<Vec<u64>>,
    /// The expressions that begin with a noun for people but name a thing ("state of affairs"), each as the hash keys of its words. [`SMALL`] stands for any
    /// word in lower case.
    pub(crate) things: Vec<Vec<u64>>,
    /// The sector of people who act for a government.
    pub(crate) government: String,
    /// The sector of the bodies of an organisation.
    pub(crate) organisation: String,
    /// The sectors of people who act neither for a state nor for an armed group.
    pub(crate) people_sectors: Vec<String>,
    /// The hash key of the preposition that introduces an owner ("of").
    pub(crate) of: u64,
    pub(crate) frames: Vec<CompiledFrame>,
    pub(crate) outlines: Vec<Outline>,
    /// The frames of verbs. The keys are the ids of the verbs' lemmas.
    pub(crate) verbs: KeyMap<u32, Verb>,
    /// The fallback frames of verbs, which are tried if no frame in `verbs` fits. The keys are the ids of the verbs' lemmas.
    pub(crate) fallbacks: KeyMap<u32, Verb>,
    pub(crate) nouns: KeyMap<u32, Vec<Use>>,
    /// The continuations of support verbs. The keys are the ids of the verbs' lemmas.
    pub(crate) support: KeyMap<u32, Vec<Vec<u64>>>,
    /// The verbs and nouns that express acts of speech. The keys are the ids of their lemmas. The values are their continuations, the longest one first, each
    /// with its firmness.
    pub(crate) firmness: KeyMap<u32, Vec<(Vec<u64>, u8)>>,
    pub(crate) sectors: Vec<String>,
    /// Nouns for people and bodies. All nouns that end in the same word form ("officers") are in one list, those with the most words first. `Word::people` is the index
    /// of the list of a word form.
    pub(crate) people: Vec<Vec<SectorNoun>>,
    /// The class conversions. Each contains a PLOVER class, a voice, and the class of events that have this class and voice.
    pub(crate) conversions: Vec<(String, Modality, String)>,
    /// The quad class of each PLOVER class.
    pub(crate) quads: Vec<(String, u8)>,
    /// Values of CAMEO codes on the Goldstein scale in tenths, sorted by code.
    pub(crate) goldstein: Vec<(String, i16)>,
}

impl Tables {
    /// Removes each use of a noun that has the same words and conditions as an earlier use, because the later use can never apply.
    pub(crate) fn noun(&self, mut uses: Vec<Use>) -> Vec<Use> {
        let mut known: HashSet<(Vec<u64>, &Conditions)> = HashSet::new();
        uses.retain(|used| known.insert((used.rest.clone(), &self.frames[used.frame as usize].asks)));
        uses
    }

    /// Returns the ids of the lemmas that the conditions `words` and `unless` search for anywhere in a clause.
    pub(crate) fn looked_for(&self) -> HashSet<u32> {
        let lists = self.frames.iter().flat_map(|frame| frame.asks.words.iter().chain(&frame.asks.unless));
        lists.flat_map(|heads| heads.lemmas.iter().copied().chain(heads.terms.iter().filter_map(|term| term.last().copied()))).collect()
    }

    /// Groups the uses of a verb by continuation, and indexes them.
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

    /// Returns the class that an event of the class `class` gets if its voice is `voice`.
    pub(crate) fn class<'t>(&'t self, class: &'t str, voice: Modality) -> &'t str {
        let found = self.conversions.iter().find(|(act, of, _)| act == class && *of == voice);
        found.map_or(class, |(.., class)| class)
    }

    /// Returns the quad class of a PLOVER class, or 0 if the class has no quad class.
    pub(crate) fn quad(&self, class: &str) -> u8 {
        self.quads.iter().find(|(known, _)| known == class).map_or(0, |(_, quad)| *quad)
    }

    /// Returns the value of a CAMEO code on the Goldstein scale, in tenths. A code that is not in the table has the value of its longest prefix in the
    /// table. Returns `None` if no prefix is in the table.
    pub(crate) fn goldstein(&self, code: &str) -> Option<i16> {
        (2..=code.len()).rev().filter_map(|length| code.get(..length)).find_map(|code| {
            let at = self.goldstein.binary_search_by(|(known, _)| known.as_str().cmp(code)).ok()?;
            Some(self.goldstein[at].1)
        })
    }
}
