//! Cues, that is, meanings of words that matter for the coding of events.

/// What a word indicates about the voice of a clause, or about who speaks or acts. The same word can have several cues. In the descriptions of the
/// cues, "the governed act" is the act of the clause or noun that the word governs.
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
    /// Words for plans: the governed act is planned ("decided to").
    Intend,
    /// Words that show that the governed act really happens ("continues to occupy"), or that the speaker performs it with these words ("pleased to announce").
    Perform,
    /// Words for wishes. If the governed act is an act of speech, expressing the wish performs the act ("wishes to thank"). Any other act is only planned
    /// ("wants to attack").
    Desire,
    /// Words for refusals: the governed act is not done ("refused to").
    Refuse,
    /// Words for needs: the governed act should be done ("needs to").
    Need,
    /// Words for requests: somebody is asked to do the governed act ("urged to").
    Press,
    /// Words for purposes: the governed act is only a purpose or a topic, and is not an event ("means of", "in order to").
    Purpose,
    /// A modal verb for the future as seen from a moment in the past ("said it would").
    Would,
    /// Words for recommendations of the governed act ("advised to").
    Recommend,
    /// A modal verb that adds nothing to the meaning if the subject is the speaker: "we can reaffirm" means "we reaffirm".
    Formula,
    /// A modal verb with which a speaker performs an act of speech: to say "we must condemn" is to condemn.
    Avow,
    /// Words for time that introduce a clause ("when").
    Temporal,
    /// Words for stopping something. An act that is stopped has happened ("put a stop to the occupation").
    Cease,
    /// Verbs of causing. If the object of such a verb names an act, the act gets the voice of the verb ("should bring about the withdrawal").
    Cause,
    /// Verbs that give somebody a task. A speaker who says "I am authorized to state that" makes a statement.
    Commission,
    /// Predicates after which "should" does not express a duty ("it is natural that it should").
    Putative,
    /// Verbs of saying or thinking. The subject is the sayer of the governed clause ("announced that").
    Report,
    /// Adverbs of habit ("usually").
    Habit,
    /// Nouns for evidence. If the text says that there is no evidence, the governed statement is negated ("there is no evidence that").
    Proof,
    /// Nouns that name people or states by their relation to others. "our neighbours" does not include the speaker.
    Relational,
    /// Nouns that form a compound preposition with the words around them ("in accordance with").
    Compound,
    /// A preposition that introduces the person or body that is asked to do something ("proposed to Armenia that").
    Addressee,
    /// Words for denials: the governed statement is denied ("denied that").
    Deny,
    /// Words for hopes and assumptions: the governed statement is only hoped for or imagined ("hopes that").
    Suppose,
    /// Conjunctions that introduce a condition ("if").
    Condition,
    /// Words before an -ing clause whose act is not done ("without").
    Without,
    /// Prepositions before an -ing clause whose act has happened ("in joining", "after joining"). They can also precede a noun for an event in which the subject
    /// takes part ("after talks with Mali, Kenya").
    Done,
    /// Words that cancel a negation ("only" in "not only").
    Only,
    /// Words after a negated modal verb that cancel both the negation and the modal verb ("but" in "cannot but condemn").
    Except,
    /// Nouns and pronouns of quantity. The phrase after "of" is used instead of this word ("activists" in "dozens of activists").
    Quantity,
    /// Pronouns that are placeholders for a later infinitive ("it is a pleasure to").
    Dummy,
    /// First-person singular pronouns ("I"). After such a pronoun, "must" does not express a duty: a speaker who says "I must note that" already makes
    /// the remark.
    FirstPerson,
    /// Adverbs that negate the verb ("never attacked").
    Never,
    /// Third-person pronouns. In reported speech, they may refer to the sayer ("warned that it would").
    Third,
    /// Prepositions before a time expression that gives only the beginning or end of a period ("since 1994").
    Limit,
    /// Words that form one preposition with the next word ("because" in "because of").
    Opener,
    /// Nouns for things that the speaker shares with others, even after a first-person possessive ("our countries", "our planet").
    Common,
    /// Prepositions that introduce the state from which people come ("refugees from Syria").
    Origin,
    /// Prepositions that introduce the place where something happens ("in Geneva").
    Where,
    /// Pronouns for a state or body ("it").
    Neuter,
    /// Pronouns for one person ("he").
    Personal,
    /// Pronouns for several people or states ("they").
    Plural,
    /// Pronouns that refer back to the subject and are not a separate side ("themselves").
    Reflexive,
    /// Words that refer to the two states named most recently ("both" in "both countries").
    Pair,
    /// Words that refer to the first of the two states named most recently ("the former").
    Former,
    /// Words that refer to the second of the two states named most recently ("the latter").
    Latter,
    /// Nouns that, after a word such as "both", refer to two states ("sides" in "both sides").
    PairNoun,
    /// Nouns for texts, plans and times. A phrase that contains one of these nouns does not denote an actor ("the Quito Declaration").
    Matter,
    /// Particles of verbs, which may follow the object ("carried the attack out").
    Particle,
    /// First-person pronouns ("we").
    Speaker,
    /// First-person possessives ("our").
    SpeakerOwner,
    /// Third-person possessives ("his").
    ThirdOwner,
    /// Nouns for land. Together with the name of a state, they denote a place that belongs to that state ("Lebanese territory").
    Land,
    /// Words that cannot be a side of an act on their own: question words, articles and "that" ("what" in "what is Lebanon asking").
    NotSide,
    /// Indefinite articles ("a").
    Indefinite,
    /// Verbs with which a speaker or a government says what others should do ("we expect Kenya to withdraw").
    Expect,
    /// Verbs whose subject is an act that begins or goes on ("negotiations will continue").
    GoOn,
    /// Nouns that do not name a place, although they follow a preposition of place ("affairs" in "in the affairs of Kenya").
    Abstract,
    /// Ordinal words ("first"). A state that is "the first to sign" has signed.
    Ordinal,
    /// Numerals in the plural, which may stand for people ("thousands protested").
    Crowd,
    /// Verbs whose negated object does not negate the clause. Somebody who "spared no effort to help" did make an effort.
    Lack,
    /// Forms of address that precede another title ("His Excellency the Secretary-General").
    Honorific,
    /// Verbs that introduce what the speaker does or proposes ("let" in "let me thank", "let us work together").
    Hortative,
    /// Adverbs that cancel the negation of a modal verb before them ("cannot stress enough").
    Enough,
    /// Verbs about what somebody else does or proposes ("support", "welcome").
    Appraise,
    /// Words that form an adverb with a preposition ("particular" in "in particular").
    Manner,
    /// Prepositions that introduce whom a predicate concerns ("for" in "necessary for Kenya").
    Beneficiary,
    /// Prepositions that introduce what a noun is about ("on" in "congratulations on your election").
    Matters,
    /// Nouns that refer to the speaker if a first-person possessive precedes them ("our delegation").
    SpeakerNoun,
    /// Nouns that only say how somebody acts, such as "attention". The following words say what the act concerns ("pay attention to the issue", "do our utmost
    /// to find").
    Light,
    /// Determiners that refer to something that the text has said before ("this" in "shares this opinion").
    Demonstrative,
    /// Question words with which a speaker asserts something by a negated question ("how could we not appeal").
    Question,
    /// Conjunctions that insert a statement into the clause to which it refers ("as Kenya has stressed").
    Inserting,
    /// Adverbs before the preposition that introduces somebody who acts together with the subject ("together with").
    Together,
    /// Nouns for a state of affairs in or between countries ("the situation in").
    Circumstance,
    /// Prepositions that introduce the field or the aim of a joint act ("cooperate in the search").
    Field,
    /// Nouns that say how, when or under which circumstances somebody acts, and do not name what the act concerns ("cooperate in a spirit of trust").
    Setting,
    /// Prepositions before a relative pronoun that refers to what an act concerns ("the plan in which we cooperate").
    Relating,
    /// Nouns for a fact, which say nothing about the content of the clause that follows ("the fact that no progress has been made").
    Fact,
    /// Nouns for a need. A statement about a need concerns what is needed ("the need for reform").
    Lacking,
    // `Regarding` must stay the last cue: an assertion in `words.rs` uses it to check that there is a bit for each cue.
    /// Nouns of compound prepositions that introduce what an act concerns ("regard" in "with regard to the vote").
    Regarding,
}
