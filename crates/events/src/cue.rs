//! Cues: words that determine the voice of a clause, or that show who speaks.

/// The meaning of a word for the voice of its clause, or of the clause that it governs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum Cue {
    /// A modal verb for the future ("will").
    Will,
    /// A modal verb for an obligation ("must").
    Must,
    /// A modal verb for a possibility ("might").
    May,
    /// The governed act is planned ("decided to").
    Intend,
    /// The governed act is performed by saying so, or continues ("wish to thank").
    Perform,
    /// Someone wants to do the governed act. An act of speech is done by saying so ("wishes to thank"); another is only planned ("wants to attack").
    Desire,
    /// The governed act is not done ("refused to").
    Refuse,
    /// The governed act should be done ("needs to").
    Need,
    /// Someone is asked for the governed act ("urged to").
    Press,
    /// The governed act is a purpose or is only mentioned ("means of", "in order to"). It is not an event.
    Purpose,
    /// A modal verb for the future as seen from the past ("said it would").
    Would,
    /// Someone recommends the governed act ("advised to").
    Recommend,
    /// A modal verb that is only a form of words if the speaker says something with it ("we can reaffirm", "I may add").
    Formula,
    /// A modal verb that makes a statement performative: somebody who says "we must condemn" condemns.
    Avow,
    /// After this predicate, "should" does not express a duty ("it is natural that it should").
    Putative,
    /// A verb of saying or thinking. Its subject is the sayer of the governed clause ("announced that").
    Report,
    /// Adverbs of habit ("usually").
    Habit,
    /// Nouns for evidence. If there is none, the statement is negated ("there is no evidence that").
    Proof,
    /// Nouns for people or states in relation to others. "Our neighbours" are not part of "us".
    Relational,
    /// Nouns that form a preposition with the words around them ("in accordance with").
    Compound,
    /// The preposition before whom something is asked of ("proposed to Armenia that").
    Addressee,
    /// The governed statement is denied ("denied that").
    Deny,
    /// The governed statement is only imagined or hoped ("hopes that").
    Suppose,
    /// A conjunction that introduces a condition ("if").
    Condition,
    /// The act of the -ing clause is not done ("without").
    Without,
    /// Prepositions before an -ing form whose act has happened ("in joining", "after joining").
    Done,
    /// Cancels a negation ("not only").
    Only,
    /// Cancels a negation together with its modal verb ("cannot but").
    Except,
    /// Nouns and pronouns of quantity, which stand for the phrase after "of" ("dozens of activists").
    Quantity,
    /// Pronouns that stand for a later infinitive ("it is a pleasure to").
    Dummy,
    /// The first person singular. The speaker fulfils an obligation to say something by saying so ("I must note").
    FirstPerson,
    /// Negations before the verb ("never attacked").
    Never,
    /// Third-person pronouns, which in reported speech may refer to the sayer ("warned that it would").
    Third,
    /// Prepositions before a time that marks only the beginning or end of a period ("since 1994").
    Limit,
    /// Words that make a preposition with the next one ("because of").
    Opener,
    /// Nouns that with a first person possessive are shared with others ("our countries", "our planet").
    Common,
    /// Words before examples of a group ("countries such as Jordan").
    Example,
    /// Prepositions before the state that people come from ("refugees from Syria").
    Origin,
    /// Prepositions before the place where something happens ("in Geneva").
    Where,
    /// Pronouns for a state or body ("it").
    Neuter,
    /// Pronouns for one person ("he").
    Personal,
    /// Pronouns for several people or states ("they").
    Plural,
    /// Pronouns that refer to the subject itself ("themselves"), and are not a separate side.
    Reflexive,
    /// Words that refer to the two states named last ("both" countries).
    Pair,
    /// Refers to the first of the two states named last ("the former").
    Former,
    /// Refers to the second of the two states named last ("the latter").
    Latter,
    /// Nouns that form a reference to two states with such a word ("both sides").
    PairNoun,
    /// Words in names of texts, plans and times, which cannot act ("Declaration").
    Matter,
    /// Particles, which may stand after the object ("carried the attack out").
    Particle,
    /// First person pronouns ("we").
    Speaker,
    /// First person possessives ("our").
    SpeakerOwner,
    /// Nouns that refer to the speaker if a first-person possessive precedes them ("our delegation").
    SpeakerNoun,
}
