//! Word lists, which group words that the reader treats alike.

/// A list of words that the reader treats alike. In rules, a list is written as `@` followed by its name in data files (`@control`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum WordList {
    /// Lemmas of verbs whose object is the subject of the following infinitive or -ing clause ("urged Kenya to sign").
    Control,
    /// Lemmas of verbs of saying. Such a verb may follow the statement that it introduces ("…, the minister said").
    Saying,
    /// Lemmas of verbs that take an object and an infinitive without "to" ("let Kenya sign").
    Bare,
    /// Lemmas of verbs that take two objects ("gave Kenya a loan").
    Double,
    /// Lemmas of verbs that link the subject with a predicate. A noun after such a verb is not an object ("became a member").
    Linking,
    /// Lemmas of verbs that take no object ("happen").
    Intransitive,
    /// Lemmas of verbs other than "be" that form a passive with a participle ("got married").
    Passive,
    /// Pairs of a verb's lemma and a particle, joined by `_` ("`carry_out`"). The noun after the particle is the object of the verb.
    Particle,
    /// Nouns of time that need no preposition after a word such as "last" or "this" ("last week").
    Time,
    /// Nouns of time that need neither a preposition nor any other word before them ("Monday").
    Day,
    /// Words that make a preposition before a noun of time unnecessary ("last" in "last week").
    When,
    /// Hyphens that join words.
    Hyphen,
    /// Prefixes that a hyphen joins to a verb ("re-elect").
    Prefix,
    /// Punctuation marks that can separate adjectives ("a large, modern army").
    Comma,
    /// Dashes. A dash may end a dateline, that is, the place and date at the start of a news report.
    Dash,
    /// Relative pronouns that precede a noun ("whose").
    Whose,
    /// Prepositions that introduce the subject of an infinitive ("for Kenya to sign").
    For,
    /// Prepositions that follow an object and introduce an -ing clause. The object is the subject of the -ing clause ("accused Iran of
    /// attacking").
    Of,
    /// Reflexive pronouns, which may follow a noun ("the president himself").
    Reflexive,
    /// Punctuation marks that end a clause (";").
    End,
    /// Quotation marks.
    Quote,
    /// Punctuation marks, other than those in `End`, after which a sentence may begin (":"). A capital letter after such a mark is not evidence of a name.
    Open,
    /// Words that introduce a reported statement ("that").
    That,
    /// Conjunctions that begin a new clause after a comma, and do not continue a list ("but").
    Contrast,
    /// Words that are coordinators only if a `restore` rule says so ("with" in "Kenya, together with Uganda,").
    Joint,
    /// Comparatives such as "less". A negation before such a comparative does not make the phrase negative if "than" follows ("no less than 38 resolutions").
    Exceeding,
    /// Adjectives and nouns of gratitude. The person or state that is thanked is the subject of the -ing clause that follows ("Kenya" in "grateful to Kenya
    /// for attending" and "our gratitude to Kenya for attending").
    Thankful,
    /// Words after a comparative that introduce the standard of comparison ("than").
    Than,
    /// Lemmas of verbs that can be followed by a that-clause ("believe").
    Content,
    /// Prepositions before two coordinated phrases ("between").
    Pairing,
    /// Nouns that say how an act is done ("satisfaction"). After a preposition in [`Accompanying`](Self::Accompanying), such a noun is the last word of
    /// its phrase ("with satisfaction").
    Manner,
    /// Prepositions that become adverbs if a `restore` rule says so ("in" in "in particular").
    Idiom,
    /// Nouns whose content a that-clause states ("the fact that"), and nouns for a time, place or manner ("the day that").
    Proposition,
    /// Words such as "such". A that-clause after them states a result and does not modify a noun ("such a state of despair that").
    Result,
    /// Lemmas of verbs whose object is the person addressed. A that-clause says what this person is told ("remind the Council that").
    Addressing,
    /// Prepositions before a noun that says how an act is done ("with" in "with satisfaction").
    Accompanying,
    /// Linking verbs that can also have an object: in "proved their case", the phrase is an object, but in "proved a failure", it is a predicate.
    Sensing,
    /// Determiners that refer to something known ("the").
    Definite,
    /// Words that negate a clause in which the subject follows the auxiliary verb ("Nor do we").
    Denying,
    /// Prepositions that introduce the agent of a passive verb ("by").
    Agent,
    /// Determiners that refer to something that the text has said before ("this").
    Demonstrative,
    /// Lemmas of verbs that need an object. Such a verb shares what follows the preposition of the next verb ("support and participate in the plan").
    Transitive,
    /// Lemmas of verbs for help. An -ing clause after "in" says what the object does ("assisted Kenya in building a road").
    Assisting,
    /// Conjunctions that introduce an indirect question ("how").
    Asking,
    /// Prepositions that introduce who is asked to do something ("on" in "call on Kenya to sign").
    Recipient,
    /// Adverbs after which a noun without a preposition says when something happened ("a moment ago").
    Ago,
}

impl WordList {
    /// All lists, each with its name in data files.
    const NAMES: [(&str, Self); 46] = [
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
        ("contrast", Self::Contrast),
        ("joint", Self::Joint),
        ("exceeding", Self::Exceeding),
        ("thankful", Self::Thankful),
        ("than", Self::Than),
        ("content", Self::Content),
        ("pairing", Self::Pairing),
        ("manner", Self::Manner),
        ("idiom", Self::Idiom),
        ("proposition", Self::Proposition),
        ("result", Self::Result),
        ("addressing", Self::Addressing),
        ("accompanying", Self::Accompanying),
        ("sensing", Self::Sensing),
        ("definite", Self::Definite),
        ("denying", Self::Denying),
        ("agent", Self::Agent),
        ("demonstrative", Self::Demonstrative),
        ("transitive", Self::Transitive),
        ("assisting", Self::Assisting),
        ("asking", Self::Asking),
        ("recipient", Self::Recipient),
        ("ago", Self::Ago),
    ];

    /// Returns the list that is called `name` in data files ("control"); `None` if there is no such list.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(known, _)| *known == name).map(|(_, list)| *list)
    }

    /// Returns `true` if the list contains lemmas of verbs. Other lists contain word forms.
    pub(crate) const fn has_lemmas(self) -> bool {
        matches!(
            self,
            Self::Control
                | Self::Saying
                | Self::Bare
                | Self::Double
                | Self::Linking
                | Self::Intransitive
                | Self::Passive
                | Self::Content
                | Self::Addressing
                | Self::Transitive
                | Self::Assisting
        )
    }
}

/// A set of marks of a word. A mark is a word list that contains the word, or another property of the word. Each mark is one bit: the lists use
/// the lower 48 bits, and the properties use the upper 16 bits.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Marks(u64);

const _: () = assert!(WordList::NAMES.len() <= 48, "word lists and properties must not share bits");

impl Marks {
    /// No word list and no property.
    pub(crate) const EMPTY: Self = Self(0);
    /// The token begins with an upper-case letter.
    pub(crate) const CAPITAL: Self = Self(1 << 63);
    /// The token has only upper-case letters.
    pub(crate) const UPPER: Self = Self(1 << 62);
    /// The token is a contraction that begins with "there".
    pub(crate) const THERE: Self = Self(1 << 61);
    /// The token is a contraction that begins with a relative or interrogative pronoun ("who's").
    pub(crate) const WHO: Self = Self(1 << 60);
    /// A hyphen joins the token to the token before it, or the token is itself a hyphen that joins two tokens.
    pub(crate) const JOINED: Self = Self(1 << 59);
    /// The token has a possessive ending.
    pub(crate) const POSSESSIVE: Self = Self(1 << 58);
    /// At least one rule applies only to this word.
    pub(crate) const RULED: Self = Self(1 << 57);
    /// The word is a function word, such as an article or a preposition. It can have only the classes in its lexicon entry.
    pub(crate) const CLOSED: Self = Self(1 << 56);
    /// A condition of at least one rule mentions the word.
    pub(crate) const NAMED: Self = Self(1 << 55);

    /// Returns the bit of a list.
    pub(crate) const fn of(list: WordList) -> Self {
        Self(1 << list as u32)
    }

    /// Returns the mark that rules write as `name`: a property ("CAP") or a list ("@control"). Returns `None` if there is no such property or
    /// list.
    pub(crate) fn named(name: &str) -> Option<Self> {
        match name {
            "CAP" => Some(Self::CAPITAL),
            "POSS" => Some(Self::POSSESSIVE),
            "JOINED" => Some(Self::JOINED),
            _ => name.strip_prefix('@').and_then(WordList::named).map(Self::of),
        }
    }

    /// Returns `true` if the sets have at least one mark in common.
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
