//! Lists of words.

/// A list of words that the reader treats alike. In rules, a list is written as `@` and its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum WordList {
    /// Lemmas of verbs whose object is the subject of the governed infinitive or -ing clause ("urged Kenya to sign").
    Control,
    /// Lemmas of verbs of saying, which may follow the quoted or reported statement ("…, the minister said").
    Saying,
    /// Lemmas of verbs with an object and an infinitive without "to" ("let Kenya sign").
    Bare,
    /// Lemmas of verbs with two objects ("gave Kenya a loan").
    Double,
    /// Lemmas of verbs that link the subject with a predicate. A noun after one of them is not an object ("became a member").
    Linking,
    /// Lemmas of verbs that take no object ("happen").
    Intransitive,
    /// Lemmas of verbs that form a passive with a participle ("got married").
    Passive,
    /// The lemma of a verb and its particle, joined by `_` ("`carry_out`"). The noun after the particle is the object.
    Particle,
    /// Nouns of time that can stand without a preposition if a determiner of time precedes them ("last week").
    Time,
    /// Nouns of time that can stand alone, without a preposition or determiner ("Monday").
    Day,
    /// Determiners and adjectives that introduce such a noun of time ("last", "this").
    When,
    /// Hyphens that join words.
    Hyphen,
    /// Prefixes that are joined with a verb by a hyphen ("re-elect").
    Prefix,
    /// Marks between adjectives ("a large, modern army").
    Comma,
    /// Dashes, which may end a dateline.
    Dash,
    /// Relative pronouns that stand before a noun ("whose").
    Whose,
    /// Prepositions before the subject of an infinitive ("for Kenya to sign").
    For,
    /// Prepositions between an object and an -ing clause that has this object as its subject ("accused Iran of attacking").
    Of,
    /// Reflexive pronouns, which may follow a noun ("the president himself").
    Reflexive,
    /// Marks that end a clause (";").
    End,
    /// Quotation marks.
    Quote,
    /// Other marks after which a sentence may begin (":").
    Open,
    /// Words that introduce a reported statement ("that").
    That,
}

impl WordList {
    /// Each list with its name in data files.
    const NAMES: [(&str, Self); 23] = [
        ("control", Self::Control),
        ("saying", Self::Saying),
        ("bare", Self::Bare),
        ("double", Self::Double),
        ("linking", Self::Linking),
        ("intransitive", Self::Intransitive),
        ("passive", Self::Passive),
        ("particle", Self::Particle),
        ("time", Self::Time),
        ("day", Self::Day),
        ("when", Self::When),
        ("hyphen", Self::Hyphen),
        ("prefix", Self::Prefix),
        ("comma", Self::Comma),
        ("dash", Self::Dash),
        ("whose", Self::Whose),
        ("for", Self::For),
        ("of", Self::Of),
        ("reflexive", Self::Reflexive),
        ("end", Self::End),
        ("quote", Self::Quote),
        ("open", Self::Open),
        ("that", Self::That),
    ];

    /// Returns the list with this name in data files, such as `control`.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(known, _)| *known == name).map(|(_, list)| *list)
    }

    /// Whether the list contains lemmas of verbs. Other lists contain word forms.
    pub(crate) const fn has_lemmas(self) -> bool {
        matches!(self, Self::Control | Self::Saying | Self::Bare | Self::Double | Self::Linking | Self::Intransitive | Self::Passive)
    }
}

/// The lists that a word belongs to, and other properties, one bit each.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Marks(u32);

impl Marks {
    /// No list and no property.
    pub(crate) const EMPTY: Self = Self(0);
    /// The token begins with an upper-case letter.
    pub(crate) const CAPITAL: Self = Self(1 << 31);
    /// The token has only upper-case letters.
    pub(crate) const UPPER: Self = Self(1 << 30);
    /// A contraction that begins with "there".
    pub(crate) const THERE: Self = Self(1 << 29);
    /// A contraction that begins with a relative or interrogative pronoun ("who's").
    pub(crate) const WHO: Self = Self(1 << 28);
    /// The token is joined to the one before it by a hyphen, or is that hyphen.
    pub(crate) const JOINED: Self = Self(1 << 27);
    /// The token has a possessive ending.
    pub(crate) const POSSESSIVE: Self = Self(1 << 25);
    /// There are rules for this word.
    pub(crate) const RULED: Self = Self(1 << 26);
    /// The word is a function word, which has only the classes in its own entry.
    pub(crate) const CLOSED: Self = Self(1 << 24);
    /// A condition of a rule names the word.
    pub(crate) const NAMED: Self = Self(1 << 23);

    /// The bit of a list.
    pub(crate) const fn of(list: WordList) -> Self {
        Self(1 << list as u32)
    }

    /// Returns the property or list with this name in rules.
    pub(crate) fn named(name: &str) -> Option<Self> {
        match name {
            "CAP" => Some(Self::CAPITAL),
            "POSS" => Some(Self::POSSESSIVE),
            "JOINED" => Some(Self::JOINED),
            _ => name.strip_prefix('@').and_then(WordList::named).map(Self::of),
        }
    }

    pub(crate) const fn any(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    pub(crate) const fn or(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    pub(crate) const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }
}
