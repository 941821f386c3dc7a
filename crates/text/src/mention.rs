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
    /// Whether the document's date lies in the dates of the form (or of the entity, where the form has none); `None` when
    /// either is unknown.
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
}

impl Rejection {
    /// A rejection.
    #[must_use]
    pub const fn new(span: Span, entity: EntityIx, name: NameIx, reason: RejectionReason) -> Self {
        Self { span, entity, name, reason }
    }
}

/// Why a candidate was rejected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum RejectionReason {
    /// It lies inside a longer name, or overlaps one that begins before it.
    Inside,
    /// The text does not have the case that the name requires.
    Case,
    /// A required context word is missing.
    Needs,
    /// An excluding context word is near.
    Excluded,
    /// An adjacent word excludes it.
    Neighbour,
    /// An adjacent word makes it a person's name ("Michael Jordan").
    Bearer,
    /// Adjacent words make it part of a longer name ("Bank of China").
    Encloser,
    /// Another candidate is valid at the document's date, and this one is not.
    Date,
    /// Another candidate fits the names around it.
    Context,
    /// Another candidate is named elsewhere in the document, and this one is not.
    Focus,
    /// Another candidate has the higher prior.
    Prior,
    /// The phrase contains the name but does not mean it: it is a shadow entry.
    Shadow,
}

impl RejectionReason {
    /// The name used in tables and messages.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Inside => "inside",
            Self::Case => "case",
            Self::Needs => "needs",
            Self::Excluded => "excluded",
            Self::Neighbour => "neighbour",
            Self::Bearer => "bearer",
            Self::Encloser => "encloser",
            Self::Date => "date",
            Self::Context => "context",
            Self::Focus => "focus",
            Self::Prior => "prior",
            Self::Shadow => "shadow",
        }
    }

    /// An explanation for people to read.
    #[must_use]
    pub const fn explained(self) -> &'static str {
        match self {
            Self::Inside => "it lies inside a longer name, or overlaps the name before it",
            Self::Case => "the text has the wrong case",
            Self::Needs => "a required context word is missing",
            Self::Excluded => "an excluding context word is near",
            Self::Neighbour => "an adjacent word excludes it",
            Self::Bearer => "an adjacent word makes it a person's name",
            Self::Encloser => "adjacent words make it part of a longer name",
            Self::Context => "another candidate fits the names around it",
            Self::Date => "another candidate is valid at the document's date, and this one is not",
            Self::Focus => "another candidate is named elsewhere in the document, and this one is not",
            Self::Prior => "another candidate has the higher prior",
            Self::Shadow => "the phrase contains the name but does not mean it (a shadow entry)",
        }
    }
}
