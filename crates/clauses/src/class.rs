//! Word classes, such as noun and verb. If the Penn Treebank has a tag for a class, this tag is the name of the class in data files (M. Marcus and
//! others, Building a large annotated corpus of English, 1993).

/// A set of word classes. Each class is one bit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Classes(u32);

/// Defines one constant per class.
macro_rules! classes {
    ($($(#[$doc:meta])+ $name:ident = $bit:literal $label:literal),+ $(,)?) => {
        impl Classes {
            $($(#[$doc])+ pub const $name: Self = Self(1 << $bit);)+

            /// All classes, each with its name in data files.
            const NAMES: &[(&str, Self)] = &[$(($label, Self::$name)),+];
        }
    };
}

classes! {
    /// Base form of a verb, which is also its present tense except in the third person singular.
    BASE = 0 "VB",
    /// Third person singular present.
    THIRD = 1 "VBZ",
    /// -ing form.
    ING = 2 "VBG",
    /// Past tense.
    PAST = 3 "VBD",
    /// Past participle.
    PARTICIPLE = 4 "VBN",
    /// Singular noun.
    NOUN = 5 "NN",
    /// Plural noun.
    PLURAL = 6 "NNS",
    /// Adjective.
    ADJECTIVE = 7 "JJ",
    /// Adverb.
    ADVERB = 8 "RB",
    /// Comparative or superlative.
    COMPARATIVE = 9 "JJR",
    /// Proper noun, or a capitalised part of a name.
    PROPER = 10 "NNP",
    /// Determiner.
    DETERMINER = 11 "DT",
    /// Pronoun that can be a subject.
    SUBJECT_PRONOUN = 12 "SUBJ",
    /// Pronoun that can be an object.
    OBJECT_PRONOUN = 13 "OBJ",
    /// Possessive pronoun used as a determiner.
    POSSESSIVE = 14 "PRP$",
    /// Preposition.
    PREPOSITION = 15 "IN",
    /// Coordinating conjunction.
    COORDINATOR = 16 "CC",
    /// Subordinating conjunction.
    SUBORDINATOR = 17 "SUB",
    /// Modal verb.
    MODAL = 18 "MD",
    /// Form of "be".
    BE = 19 "BE",
    /// Form of "have".
    HAVE = 20 "HAVE",
    /// Form of "do".
    DO = 21 "DO",
    /// Negation.
    NEGATION = 22 "NEG",
    /// The word "to".
    TO = 23 "TO",
    /// Number.
    NUMBER = 24 "CD",
    /// Punctuation.
    PUNCTUATION = 25 "PUNCT",
    /// Relative or interrogative pronoun.
    RELATIVE = 26 "WP",
    /// The word "there" before a verb ("there is a treaty").
    EXISTENTIAL = 27 "EX",
    /// The position before the first word or after the last word of a sentence. Only rules use this class.
    EDGE = 28 "EDGE",
}

impl Classes {
    /// All forms of main verbs.
    pub const VERB: Self = Self(0b1_1111);
    /// The empty set.
    pub(crate) const EMPTY: Self = Self(0);
    /// All classes.
    pub(crate) const ALL: Self = Self(u32::MAX);
    /// Common nouns, singular and plural.
    pub const COMMON: Self = Self(0b11 << 5);
    /// The properties that a word can have in addition to its class: it is a form of "be", "have" or "do", or a negation.
    pub const FLAGS: Self = Self(0b1111 << 19);
    /// All forms of "be", "have" and "do".
    pub const AUXILIARY: Self = Self(0b111 << 19);

    /// Returns `true` if the sets have at least one class in common.
    #[must_use]
    pub const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// Returns the classes that are in at least one of the sets.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Returns the classes of this set that are not in `other`.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Returns the classes that are in both sets.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Returns `true` if the set is empty.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// Returns the class that has this name in data files, such as `VBZ`; `None` if there is no such class.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(known, _)| *known == name).map(|(_, class)| *class)
    }

    /// Returns the names of the classes in the set, as used in data files.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        Self::NAMES.iter().filter(move |(_, class)| self.any(*class)).map(|(name, _)| *name)
    }

    /// Returns the set as a number in which each class is one bit.
    pub(crate) const fn bits(self) -> u32 {
        self.0
    }

    /// Returns the number of classes in the set.
    #[must_use]
    pub const fn count(self) -> u32 {
        self.0.count_ones()
    }
}
