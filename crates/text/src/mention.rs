//! Names found in a text.

use crate::{EntityIx, NameIx, SentenceIx, Span, TokenRange};

/// The kind of a name. The order is the order of preference where one entity has the same form under two kinds.
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
    /// An adjective ("Kyrgyz"): of the entity, not the entity.
    Adjective,
    /// A word for its people ("Kyrgyzstanis").
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
    /// Bytes of the source. A possessive ending is not part of it.
    pub span: Span,
    /// Its tokens; empty where they are not known ([`Document::tokens_of`](crate::Document::tokens_of) then looks them up).
    pub token_range: TokenRange,
    /// The sentence it stands in.
    pub sentence: SentenceIx,
    /// The entity it names.
    pub entity: EntityIx,
    /// The form that matched.
    pub name: NameIx,
    /// The kind of that form.
    pub form: Form,
    /// Whether the document's date lies in the dates of the form (or of the entity, where the form has none); `None` if
    /// either is unknown. An instrument counts as in date between its adoption and its entry into force.
    pub in_date: Option<bool>,
    /// For a short name that holds in this document only: the span of its definition, or of the full name before it. `None` for a name
    /// that holds everywhere.
    pub introduced: Option<Span>,
    /// Edit distance between the text and the name, for a fuzzy match; `None` for an exact one.
    pub edits: Option<u8>,
    /// The candidates that were rejected in favour of this one. Filled only on request.
    pub rejected: Vec<Rejection>,
}

impl Mention {
    /// A mention in the first sentence, without further properties.
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

/// A candidate that matched and was not taken.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct Rejection {
    /// Bytes of the source.
    pub span: Span,
    /// The entity it would have named.
    pub entity: EntityIx,
    /// The form that matched.
    pub name: NameIx,
    /// Why it was rejected.
    pub reason: RejectionReason,
    /// The name of the tie-break between candidates that rejected it; `None` if it was not one.
    pub tie_break: Option<&'static str>,
}

impl Rejection {
    /// A rejection that was not by a tie-break.
    #[must_use]
    pub const fn new(span: Span, entity: EntityIx, name: NameIx, reason: RejectionReason) -> Self {
        Self { span, entity, name, reason, tie_break: None }
    }
}

/// Defines the reasons with their names in tables and their explanations.
macro_rules! reasons {
    ($($(#[$doc:meta])+ $name:ident = $text:literal, $explained:literal;)+) => {
        /// Why a candidate was rejected.
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

            /// An explanation for people to read.
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
    /// It lies inside a longer name, or overlaps one that begins before it.
    Inside = "inside", "it lies inside a longer name, or overlaps the name before it";
    /// The text does not have the case that the name requires.
    Case = "case", "the text has the wrong case";
    /// A required context word is missing.
    Needs = "needs", "a required context word is missing";
    /// An excluding context word is near.
    Excluded = "excluded", "an excluding context word is near";
    /// An adjacent word excludes it.
    Neighbour = "neighbour", "an adjacent word excludes it";
    /// An adjacent word makes it a person's name ("Michael Jordan").
    Bearer = "bearer", "an adjacent word makes it a person's name";
    /// Adjacent words make it part of a longer name ("Bank of China").
    Encloser = "encloser", "adjacent words make it part of a longer name";
    /// It is outside its time: by the document's date, by the year given with the name, or because another candidate is valid at that date.
    Date = "date", "the document's date or the year given with the name is outside its time";
    /// Another candidate fits the names and words around it.
    Context = "context", "another candidate fits the names and words around it";
    /// Another candidate is nearer to what the document is about: its own country, or what it names elsewhere.
    Focus = "focus", "another candidate belongs to the document's country or is named elsewhere in it, and this one is not";
    /// Another candidate has the higher prior.
    Prior = "prior", "another candidate has the higher prior";
    /// Nothing tells the candidates apart, and the id of another comes first.
    Order = "order", "nothing tells it from another candidate, whose id comes first";
    /// Another form of the same entity fits the text better.
    OtherForm = "other-form", "another form of the same name fits better";
    /// The phrase contains the name but does not mean it: it is a shadow entry.
    Shadow = "shadow", "the phrase contains the name but does not mean it (a shadow entry)";
    /// It is an adjective that means a language ("in the Thai and Lao languages").
    Language = "language", "the adjective means a language";
    /// It counts only after a full name, and none stands before it.
    NotIntroduced = "not-introduced", "it counts only after a full name, and none stands before it";
    /// It counts only where the document defines it, and the document does not.
    NotDefined = "not-defined", "it counts only where the document defines it";
    /// Another candidate was named more recently, or more often.
    NamedEarlier = "named-earlier", "another candidate was named more recently or more often";
    /// Its full name stands too far away, and the document does not name it often.
    TooFar = "too-far", "its full name stands too far away, and the document names it only in passing";
    /// A name that the gazetteer does not have ends in the same word and stands nearer.
    UnknownNearer = "unknown-nearer", "a name that is not in the gazetteer ends in the same word and stands nearer";
    /// The name goes on after it ("the Council of Ministers").
    GoesOn = "goes-on", "the name goes on after it";
    /// The document defines it with an article, which is missing here.
    NoArticle = "no-article", "the document defines it with an article, which is missing here";
    /// The document defines the word as a short name of something else.
    Redefined = "redefined", "the document uses the words as a short name of something else";
}
