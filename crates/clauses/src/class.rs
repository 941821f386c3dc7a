//! Word classes. Their names are those of the Penn Treebank where it has them (M. Marcus and others, Building a large annotated corpus of English, 1993).

/// A set of possible word classes of a word form, one bit a class.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Classes(u32);

/// Defines one constant a class.
macro_rules! classes {
    ($($(#[$doc:meta])+ $name:ident = $bit:literal $label:literal),+ $(,)?) => {
        impl Classes {
            $($(#[$doc])+ pub const $name: Self = Self(1 << $bit);)+

            /// Each class with its name in data files.
            const NAMES: &[(&str, Self)] = &[$(($label, Self::$name)),+];
        }
    };
}

classes! {
    /// Base form of a verb, also the present tense but for the third person singular.
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
    /// "to".
    TO = 23 "TO",
    /// Number.
    NUMBER = 24 "CD",
    /// Punctuation.
    PUNCTUATION = 25 "PUNCT",
    /// Relative or interrogative pronoun.
    RELATIVE = 26 "WP",
    /// "there".
    EXISTENTIAL = 27 "EX",
    /// The beginning or end of the sentence; only in rules.
    EDGE = 28 "EDGE",
}

impl Classes {
    /// Any form of a main verb.
    pub const VERB: Self = Self(0b1_1111);
    /// No class.
    pub(crate) const EMPTY: Self = Self(0);
    /// All classes.
    pub(crate) const ALL: Self = Self(u32::MAX);
    /// A common noun.
    pub const COMMON: Self = Self(0b11 << 5);
    /// Properties that a word has beside its class: it is a form of "be", "have" or "do", or negates.
    pub const FLAGS: Self = Self(0b1111 << 19);
    /// Any form of an auxiliary verb but modals.
    pub const AUXILIARY: Self = Self(0b111 << 19);

    /// Whether the sets share a class.
    #[must_use]
    pub const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The classes of both sets.
    #[must_use]
    pub const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The classes of the first set without those of the second.
    #[must_use]
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// The classes that both sets share.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Whether no class is left.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// The class with this name in data files, such as `VBZ`.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(known, _)| *known == name).map(|(_, class)| *class)
    }

    /// The names of the classes in the set.
    pub fn names(self) -> impl Iterator<Item = &'static str> {
        Self::NAMES.iter().filter(move |(_, class)| self.any(*class)).map(|(name, _)| *name)
    }

    pub(crate) const fn bits(self) -> u32 {
        self.0
    }

    /// How many classes there are.
    #[must_use]
    pub const fn count(self) -> u32 {
        self.0.count_ones()
    }
}
