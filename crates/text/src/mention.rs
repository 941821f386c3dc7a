//! Mentions, which are names found in a text, and the candidates that were rejected.

use crate::{EntityIx, NameIx, SentenceIx, Span, TokenRange};

/// The kind of a name. If the gazetteer lists a name of an entity under several kinds, the kind that comes first in the order below is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
#[non_exhaustive]
pub enum Form {
    /// The preferred name ("Kyrgyzstan").
    Name,
    /// A formal name ("Kyrgyz Republic").
    Official,
    /// Another name or spelling ("Kirghizia").
    Alias,
    /// An abbreviation ("DPRK").
    Abbreviation,
    /// An adjective that relates something to the entity ("Kyrgyz").
    Adjective,
    /// A noun for the people of the entity ("Kyrgyzstanis").
    Demonym,
}

impl Form {
    /// The name used in tables.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Official => "official",
            Self::Alias => "alias",
            Self::Abbreviation => "abbreviation",
            Self::Adjective => "adjective",
            Self::Demonym => "demonym",
        }
    }
}

/// A name found in a text.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Mention {
    /// The half-open byte range of the mention in the source. A possessive ending is not part of the mention.
    pub span: Span,
    /// The tokens of the mention. If the range is empty, the tokens are not known. In this case, [`Document::tokens_of`](crate::Document::tokens_of) looks up
    /// the tokens by the span.
    pub token_range: TokenRange,
    /// The sentence that contains the mention.
    pub sentence: SentenceIx,
    /// The entity that the mention refers to.
    pub entity: EntityIx,
    /// The name of the entity that matched the text.
    pub name: NameIx,
    /// The kind of the name that matched.
    pub form: Form,
    /// Whether the name was valid at the document's date. `None` if the date or the period of validity is unknown. It is also `None` if the document's date is
    /// a year or month, and the name was valid during only part of that year or month.
    ///
    /// A name is valid while it is in use. If the gazetteer does not record this period, the name is valid while the entity exists. The name of a treaty or
    /// other instrument is also valid between the adoption of the instrument and its entry into force.
    pub in_date: Option<bool>,
    /// If the name is a short name, the place where the document introduces it: the span of the short name in its definition ("hereinafter the Centre") or, if
    /// there is no definition, the span of the full name. `None` for any name that is not a short name.
    pub introduced: Option<Span>,
    /// The edit distance between the text and the name, if they matched only approximately; `None` for an exact match.
    pub edits: Option<u8>,
    /// The other candidates for the same words, which were rejected in favour of this mention. Empty unless the pipeline is configured to keep rejections.
    pub rejected: Vec<Rejection>,
}

impl Mention {
    /// Creates a mention whose tokens are not known and whose optional fields are empty. Its sentence is set to the first sentence of the document.
    #[must_use]
    pub const fn new(span: Span, entity: EntityIx, name: NameIx, form: Form) -> Self {
        Self {
            span,
            token_range: TokenRange::new(0, 0),
            sentence: SentenceIx(0),
            entity,
            name,
            form,
            in_date: None,
            introduced: None,
            edits: None,
            rejected: Vec::new(),
        }
    }
}

/// A candidate that was rejected: an entity with a name that matched the text.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Rejection {
    /// The half-open byte range of the candidate in the source.
    pub span: Span,
    /// The entity of the candidate.
    pub entity: EntityIx,
    /// The name of the entity that matched the text.
    pub name: NameIx,
    /// The reason why the candidate was rejected.
    pub reason: RejectionReason,
    /// The name of the tie-break (a rule that chooses between several candidates) that removed this candidate; `None` if no tie-break removed it.
    pub tie_break: Option<&'static str>,
}

impl Rejection {
    /// Creates a rejection that is not due to a tie-break.
    #[must_use]
    pub const fn new(span: Span, entity: EntityIx, name: NameIx, reason: RejectionReason) -> Self {
        Self { span, entity, name, reason, tie_break: None }
    }
}

/// Defines the reasons for rejection, their names in tables and their explanations.
macro_rules! reasons {
    ($($(#[$doc:meta])+ $name:ident = $text:literal, $explained:literal;)+) => {
        /// The reason why a candidate (an entity with a name that matched the text) was rejected.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        #[non_exhaustive]
        pub enum RejectionReason {
            $($(#[$doc])+ $name),+
        }

        impl RejectionReason {
            /// Every reason, in the order of declaration.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// The name used in tables and messages.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$name => $text),+
                }
            }

            /// An explanation for users.
            #[must_use]
            pub const fn explained(self) -> &'static str {
                match self {
                    $(Self::$name => $explained),+
                }
            }
        }
    };
}

reasons! {
    /// The candidate lies inside a longer name, or overlaps a name that begins before it.
    Inside = "inside", "the name lies inside a longer name or overlaps an earlier name";
    /// The name requires a certain case (upper or lower), and the text is in a different case.
    Case = "case", "the name must be in a different case (upper or lower)";
    /// A context word that the candidate requires is missing.
    Needs = "needs", "a required context word is missing";
    /// A context word that excludes the candidate is near.
    Excluded = "excluded", "a context word that rules out the name is nearby";
    /// An adjacent word excludes the candidate.
    Neighbour = "neighbour", "an adjacent word excludes the name";
    /// An adjacent word shows that the candidate is part of a person's name ("Jordan" in "Michael Jordan").
    Bearer = "bearer", "an adjacent word shows that the name is part of a person's name";
    /// Adjacent words show that the candidate is part of a longer name ("China" in "Bank of China").
    Encloser = "encloser", "adjacent words show that the name is part of a longer name";
    /// The document's date, or the year given with the name, is outside the period in which the candidate is valid. This reason also applies if another
    /// candidate is valid at the document's date and this candidate is not.
    Date = "date", "the document's date, or the year given with the name, is outside the period in which the name is valid";
    /// The surrounding names and words support another candidate, but not this candidate.
    Context = "context", "the surrounding names and words support another candidate";
    /// Another candidate belongs to the document's own country, has this country as a member, or is named elsewhere in the document. None of this is true of
    /// this candidate.
    Focus = "focus", "another candidate, unlike this one, belongs to the document's country or region, or is named elsewhere in the document";
    /// Another candidate has a higher prior probability. This means that the name generally refers to the other candidate more often.
    Prior = "prior", "in general, the name refers to another candidate more often (that candidate has a higher prior)";
    /// Nothing distinguishes this candidate from another candidate. The other candidate was chosen because its id comes first in alphabetical order.
    Order = "order", "nothing distinguishes the candidates, and the id of another candidate comes first in alphabetical order";
    /// Another name of the same entity fits the text better.
    OtherForm = "other-form", "another name of the same entity fits better";
    /// The candidate is a shadow entry: a phrase that contains a name but does not refer to the entity of that name.
    Shadow = "shadow", "the phrase contains a name but does not refer to the entity of that name (a shadow entry)";
    /// The candidate is an adjective that refers to a language ("in the Thai and Lao languages").
    Language = "language", "the adjective refers to a language";
    /// The candidate is a short name that is valid only after its full name, and no full name precedes it.
    NotIntroduced = "not-introduced", "the short name is valid only after the full name, and no full name precedes it";
    /// The candidate is a short name that is valid only in documents that define it, and this document does not define it.
    NotDefined = "not-defined", "the short name is valid only in documents that define it, and this document does not define it";
    /// The document named another candidate more recently or more often.
    NamedEarlier = "named-earlier", "another candidate was named more recently or more often";
    /// The document last named the entity of the candidate too many sentences earlier, and does not name it often.
    TooFar = "too-far", "the entity was last named too many sentences earlier, and the document does not name it often";
    /// The candidate is a short name, and a name that is not in the gazetteer ends in the same word. This unknown name is nearer to the short name than the
    /// full name of the candidate is.
    UnknownNearer = "unknown-nearer", "an unknown name ends in the same word and is nearer to the short name than the full name is";
    /// The candidate and the words after it form a longer name ("the Council" in "the Council of Ministers").
    GoesOn = "goes-on", "the name and the words after it form a longer name";
    /// The document defines the candidate with an article ("the Body"), but here the article is missing.
    NoArticle = "no-article", "the document defines the short name with an article, which is missing here";
    /// The document defines these words as a short name of another entity.
    Redefined = "redefined", "the document uses these words as a short name of another entity";
}
