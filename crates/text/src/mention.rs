//! Names found in a text.

use crate::Span;
use std::ops::Range;

/// An entity of a gazetteer, as an index into its [`Catalog`](crate::Catalog).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct EntityIx(pub u32);

/// One form of a name in a gazetteer, as an index into its [`Catalog`](crate::Catalog).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct NameIx(pub u32);

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
pub struct Mention {
    /// Bytes of the source; a possessive ending is not part of it.
    pub span: Span,
    /// The tokens that it lies in, as indexes into [`Document::tokens`](crate::Document::tokens), half-open; empty where this is not known
    /// ([`Document::tokens_of`](crate::Document::tokens_of) finds them then).
    pub token_range: Range<u32>,
    /// The sentence, as an index into [`Document::sentences`](crate::Document::sentences).
    pub sentence: u32,
    /// What it names.
    pub entity: EntityIx,
    /// The form that matched.
    pub name: NameIx,
    /// The kind of that form.
    pub form: Form,
    /// Whether the document's date lies in the dates of the form (or of the entity, where the form has none); `None` when
    /// either is unknown.
    pub in_date: Option<bool>,
    /// Where the document itself introduces a short name that holds in it alone: its definition, or the full name before it. `None` for names
    /// that hold everywhere.
    pub introduced: Option<Span>,
    /// How many edits the spelling is away from the name; `None` for what is spelled as the name is.
    pub edits: Option<u8>,
    /// Names that lost against this one; filled only on request.
    pub lost: Vec<Lost>,
}

impl Mention {
    /// A mention of the first sentence, of which nothing more is known.
    #[must_use]
    pub const fn new(span: Span, entity: EntityIx, name: NameIx, form: Form) -> Self {
        Self { span, token_range: 0..0, sentence: 0, entity, name, form, in_date: None, introduced: None, edits: None, lost: Vec::new() }
    }
}

/// A name that could have been found here and was not taken.
#[derive(Clone, Debug, PartialEq)]
pub struct Lost {
    /// Bytes of the source.
    pub span: Span,
    /// What it would have named.
    pub entity: EntityIx,
    /// The form that matched.
    pub name: NameIx,
    /// Why it lost.
    pub reason: LostReason,
}

/// Why a name lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum LostReason {
    /// It lies inside a longer name, or overlaps one that begins before it.
    Inside,
    /// The letters are not cased as its policy wants.
    Case,
    /// A word it needs is not near.
    Needs,
    /// A word that excludes it is near.
    Excluded,
    /// A word directly before or after it excludes it.
    Neighbour,
    /// A word beside it makes it the name of a person ("Michael Jordan").
    Bearer,
    /// Words beside it make it a part of a longer name ("Bank of China").
    Encloser,
    /// A rival is valid at the document's date, and it is not.
    Date,
    /// A rival fits what is named beside it, and it does not.
    Context,
    /// A rival is named elsewhere in the document, and it is not.
    Focus,
    /// A rival is likelier.
    Prior,
    /// The phrase holds a name and does not name it; it is in the gazetteer as a shadow.
    Shadow,
}

impl LostReason {
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

    /// The same for people to read.
    #[must_use]
    pub const fn explained(self) -> &'static str {
        match self {
            Self::Inside => "it lies inside a longer name, or overlaps one before it",
            Self::Case => "its letters are not cased as they must be",
            Self::Needs => "a word that it needs is not near",
            Self::Excluded => "a word that excludes it is near",
            Self::Neighbour => "a word directly beside it excludes it",
            Self::Bearer => "a word beside it makes it the name of a person",
            Self::Encloser => "words beside it make it a part of a longer name",
            Self::Context => "another fits what is named beside it",
            Self::Date => "another is valid at the document's date, and it is not",
            Self::Focus => "another is named elsewhere in the document, and it is not",
            Self::Prior => "another is likelier",
            Self::Shadow => "this phrase holds a name and does not name it",
        }
    }
}
