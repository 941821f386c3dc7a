//! What words say about voice, and who speaks.

/// What a word says about the clause that it governs, or stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum Cue {
    /// A modal verb: it will be ("will").
    Will,
    /// A modal verb: it should be ("must").
    Must,
    /// A modal verb: it may be ("might").
    May,
    /// The governed act is planned ("decided to").
    Intend,
    /// The governed act is done by saying so, or goes on ("wish to thank").
    Perform,
    /// Someone wants to do the governed act. An act of speech is done by saying so ("wishes to thank"); another is only planned ("wants to attack").
    Desire,
    /// The governed act is not done ("refused to").
    Refuse,
    /// The governed act should be done ("needs to").
    Need,
    /// Someone is asked for the governed act ("urged to").
    Press,
    /// What is governed serves as a purpose or is only spoken of ("means of", "in order to"); it is no event.
    Purpose,
    /// A modal verb of what was to come when it was said ("said it would").
    Would,
    /// Someone recommends the governed act ("advised to").
    Recommend,
    /// A modal verb that makes a statement performative: who says "we must condemn" condemns.
    Avow,
    /// After this predicate "should" is no duty ("it is natural that it should").
    Putative,
    /// A verb of saying or thinking: who is its subject says what it governs ("announced that").
    Report,
    /// Adverbs of what happens again and again ("usually").
    Habit,
    /// Nouns for what shows that something is so: it is not, if there is none ("there is no evidence that").
    Proof,
    /// Nouns of those whom others stand in a relation to: "our neighbours" are not part of us.
    Relational,
    /// Nouns that make a preposition with the words beside them ("in accordance with").
    Compound,
    /// Someone denies what is said ("denied that").
    Deny,
    /// What is said is only thought of ("hopes that").
    Suppose,
    /// A conjunction of a condition ("if").
    Condition,
    /// The act of the -ing clause is not done ("without").
    Without,
    /// Prepositions before an -ing form that say that it is done ("in joining", "after joining").
    Done,
    /// Takes a negation back ("not only").
    Only,
    /// Takes a negation and its modal verb back ("cannot but").
    Except,
    /// Nouns and pronouns of quantity, which stand for what follows "of" ("dozens of activists").
    Quantity,
    /// Pronouns that stand for a later infinitive ("it is a pleasure to").
    Dummy,
    /// The first person singular, whose obligations to say something are fulfilled by saying so ("I must note").
    FirstPerson,
    /// Negations before the verb ("never attacked").
    Never,
    /// Third person pronouns that in reported speech are who speaks ("warned that it would").
    Third,
    /// Prepositions before a time that only limits when something happens ("since 1994").
    Limit,
    /// Prepositions before the place where something happens ("in Geneva").
    Where,
    /// Pronouns of a state or body ("it").
    Neuter,
    /// Pronouns of one person ("he").
    Personal,
    /// Pronouns of several ("they").
    Plural,
    /// Pronouns for the subject itself ("themselves"), which are no side of their own.
    Reflexive,
    /// Words that make a pair of the two states last named ("both" countries).
    Pair,
    /// The first of the two last named ("the former").
    Former,
    /// The second of the two last named ("the latter").
    Latter,
    /// Nouns that make such a pair ("both sides").
    PairNoun,
    /// Words in names of texts, plans and times, which do not act ("Declaration").
    Matter,
    /// Particles, which may stand after the object ("carried the attack out").
    Particle,
    /// First person pronouns ("we").
    Speaker,
    /// First person possessives ("our").
    SpeakerOwner,
    /// Nouns that with a first person possessive are the speaker ("delegation").
    SpeakerNoun,
}
