//! The tables and their columns.

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// UTF-8 text.
    Text,
    /// Unsigned number of 32 bits.
    Count,
    /// Floating-point number of 32 bits.
    Score,
    /// True or false.
    Flag,
}

impl Kind {
    /// The name used in `docs/schema.md`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Count => "count",
            Self::Score => "score",
            Self::Flag => "flag",
        }
    }
}

/// A column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: &'static str,
    /// What it holds.
    pub kind: Kind,
    /// Whether it may be empty.
    pub optional: bool,
    /// What it means, with its unit.
    pub meaning: &'static str,
}

/// A table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Table {
    /// Its name, also of its folder.
    pub name: &'static str,
    /// What one row is.
    pub row: &'static str,
    /// Its columns, in order.
    pub columns: &'static [Column],
}

const fn must(name: &'static str, kind: Kind, meaning: &'static str) -> Column {
    Column { name, kind, optional: false, meaning }
}

const fn may(name: &'static str, kind: Kind, meaning: &'static str) -> Column {
    Column { name, kind, optional: true, meaning }
}

use Kind::{Count, Flag, Score, Text};

const DOC: Column = must("doc_id", Text, "id of the document");
const START: Column = must("start", Count, "first byte in the source text (UTF-8)");
const END: Column = must("end", Count, "byte behind the last");
const CHAR_START: Column = must("char_start", Count, "first character in the source text (Unicode scalar value)");
const CHAR_END: Column = must("char_end", Count, "character behind the last");
const SENTENCE: Column = must("sentence", Count, "number of the sentence in its document, from 0");
const SURFACE: Column = must("surface", Text, "the source text itself, without soft hyphens and word joiners");
const SENTENCE_TEXT: Column = may("sentence_text", Text, "text of the sentence, line breaks as blanks; filled with `--sentence-text`");

/// One row a document.
pub const DOCUMENTS: Table = Table {
    name: "documents",
    row: "a document that was read",
    columns: &[
        DOC,
        may("path", Text, "file it was read from, as given"),
        may("record", Count, "number of the record in that file, from 1"),
        may("date", Text, "date of the document: YYYY, YYYY-MM or YYYY-MM-DD"),
        may("date_source", Text, "where the date is from: `field`, `file-name` or `text`"),
        may("language", Text, "language (BCP 47): what the input gives, else what the text looks like where that is reliable"),
        must("language_detected", Flag, "whether the language was told from the text"),
        may("title", Text, "title, where the input gives it"),
        may("encoding", Text, "encoding it came in"),
        may("reader", Text, "reader that read it: `txt`, `markdown`, `html`, `jsonl`, `csv` or `tsv`"),
        may("sha256", Text, "SHA-256 of the raw input, small hexadecimal digits"),
        must("bytes", Count, "length of the source text in bytes (UTF-8)"),
        must("chars", Count, "length of the source text in characters"),
        must("sentences", Count, "number of sentences"),
        must("tokens", Count, "number of tokens"),
        must("mentions", Count, "number of mentions"),
        may("fields", Text, "further fields of the input, as a JSON object"),
    ],
};

/// One row a section.
pub const SECTIONS: Table = Table {
    name: "sections",
    row: "a stretch of text under one heading; the first of a document is what stands before any heading",
    columns: &[
        DOC,
        must("section", Count, "number of the section in its document, from 0"),
        may("parent", Count, "section it lies in"),
        must("level", Count, "depth: 0 before any heading, 1 for the highest headings"),
        may("heading", Text, "text of the heading, line breaks as blanks"),
        START,
        END,
        CHAR_START,
        CHAR_END,
    ],
};

/// One row a sentence.
pub const SENTENCES: Table = Table {
    name: "sentences",
    row: "a sentence; a heading is one of its own",
    columns: &[
        DOC,
        SENTENCE,
        must("section", Count, "number of the section in its document"),
        must("block", Count, "number of the paragraph, heading or list item in its document, from 0"),
        must("block_kind", Text, "`paragraph`, `heading` or `list-item`"),
        may("marker", Text, "marker of the list item or numbered heading (\"12.\", \"(a)\"), on its first sentence"),
        START,
        END,
        CHAR_START,
        CHAR_END,
        must("tokens", Count, "number of tokens"),
        SENTENCE_TEXT,
    ],
};

/// One row a mention.
pub const MENTIONS: Table = Table {
    name: "mentions",
    row: "a name found in a text",
    columns: &[
        DOC,
        SENTENCE,
        START,
        END,
        CHAR_START,
        CHAR_END,
        SURFACE,
        must("id", Text, "id of the entity in the gazetteer"),
        must("label", Text, "preferred name of the entity"),
        must("type", Text, "type of the entity: state, territory, region, city, geo, igo …"),
        must("form", Text, "kind of name: name, official, alias, abbreviation, adjective, demonym"),
        must("form_language", Text, "language of the form (BCP 47)"),
        may(
            "country",
            Text,
            "ISO 3166-1 alpha-3 code of the state it is or lies in, of an office the state whose it is said to be; the old code for former states",
        ),
        may("in_date", Flag, "whether the document's date lies in the dates of the form or the entity; empty where either is unknown"),
        may(
            "introduced_at",
            Count,
            "byte at which the document introduces a short name that holds in it alone: its definition, or the full name before it; empty for names that hold everywhere",
        ),
        may("edits", Count, "how many edits the spelling is away from the name, with `--fuzzy`; empty for what is spelled as the name is"),
        may("rejected", Text, "names that rejected against this one, as a JSON list of {start, end, id, reason}; filled with `--rejected`"),
        SENTENCE_TEXT,
    ],
};

/// One row an actor.
pub const ACTORS: Table = Table {
    name: "actors",
    row: "somebody who can act, put together from names: an office or body of a state, a person in office, a group of states, a capital used for its government; one row for each state whose it is",
    columns: &[
        DOC,
        SENTENCE,
        START,
        END,
        CHAR_START,
        CHAR_END,
        SURFACE,
        must("kind", Text, "`office`, `body`, `person`, `group` or `seat`"),
        may(
            "code",
            Text,
            "ISO 3166-1 alpha-3 code of the state and the sector (`KAZ GOV`); `IGO` for organisations; the codes of the members, joined by \";\", for groups; empty where the members are not known",
        ),
        may("of", Text, "id of the state or organisation whose it is"),
        may("sector", Text, "sector, as PLOVER names them: GOV, MIL, LEG, JUD, COP, SPY, IGO …"),
        may("entity", Text, "id of the office, group or place; empty for bodies without an entry"),
        may("person", Text, "id of the person, where one is named or is the actor"),
        may("members", Text, "ids of the members at the document's date, joined by \"; \""),
        may(
            "in_date",
            Flag,
            "whether the document's date lies in the term of office, or in the dates of the state's name; empty where either is unknown",
        ),
        must(
            "cue",
            Text,
            "what told whose it is: `before` and `of` a name beside it, `terms` of a person, `known` from the gazetteer, `introduced` by the document, `use` of a place as a government",
        ),
        SENTENCE_TEXT,
    ],
};

/// One row an entity.
pub const ENTITIES: Table = Table {
    name: "entities",
    row: "an entity that is mentioned anywhere in the dataset",
    columns: &[
        must("id", Text, "id in the gazetteer"),
        must("label", Text, "preferred name"),
        must("type", Text, "type"),
        may("country", Text, "ISO 3166-1 alpha-3 code of the state it is or lies in"),
        may("wikidata", Text, "Wikidata item"),
        must("mentions", Count, "number of mentions in the dataset"),
        must("documents", Count, "number of documents that mention it"),
    ],
};

/// One row an expression of time.
pub const TIMES: Table = Table {
    name: "times",
    row: "an expression of time",
    columns: &[
        DOC,
        SENTENCE,
        START,
        END,
        CHAR_START,
        CHAR_END,
        SURFACE,
        must("type", Text, "TIMEX3 type: DATE, TIME, DURATION, SET"),
        must("value", Text, "TIMEX3 value"),
        may("begin", Text, "first day it covers: YYYY-MM-DD"),
        may("finish", Text, "last day it covers, inclusive: YYYY-MM-DD"),
        must("rule", Text, "id of the rule that found it"),
        SENTENCE_TEXT,
    ],
};

/// One row a topic of a stretch of text.
pub const TOPICS: Table = Table {
    name: "topics",
    row: "a policy area of a sentence, a section (where a document has several) or a whole document",
    columns: &[
        DOC,
        must("scope", Text, "`sentence`, `section` or `document`"),
        START,
        END,
        CHAR_START,
        CHAR_END,
        must("topic", Text, "label in the taxonomy"),
        must("score", Score, "sum of the weights of the terms found"),
        must("share", Score, "part of the scores of all topics of the stretch, 0 to 1"),
        must(
            "terms",
            Text,
            "the terms, joined by \"; \": as they stand in a sentence; in small letters with their number (\"trade ×3\") for longer stretches",
        ),
    ],
};

/// One row an event.
pub const EVENTS: Table = Table {
    name: "events",
    row: "who did what to whom, as one rule found it",
    columns: &[
        DOC,
        SENTENCE,
        START,
        END,
        CHAR_START,
        CHAR_END,
        must("trigger", Text, "the words that triggered the rule, line breaks as blanks"),
        must("trigger_start", Count, "first byte of the trigger"),
        must("trigger_end", Count, "byte behind the trigger"),
        must("act", Text, "what the verb says: a PLOVER class"),
        must("class", Text, "PLOVER class after its own conversions (a SUPPORT to come is AGREE)"),
        must("voice", Text, "how it is said: asserted, negated, future, obliged, conditional, requested, denied, historical"),
        may("source", Text, "those who act: ISO 3166-1 alpha-3 code of the state, or the id, joined by \"; \""),
        may("source_id", Text, "their ids in the gazetteer, in the same order"),
        may("target", Text, "those acted upon, likewise"),
        may("target_id", Text, "their ids"),
        must("rule", Text, "id of the rule that made it"),
        SENTENCE_TEXT,
    ],
};

/// One row a token; only on request.
pub const TOKENS: Table = Table {
    name: "tokens",
    row: "a token; written with `--tokens` only",
    columns: &[DOC, SENTENCE, START, END, CHAR_START, CHAR_END, SURFACE],
};

/// One row a document that could not be read or analysed.
pub const FAILURES: Table = Table {
    name: "failures",
    row: "a document that could not be read or analysed",
    columns: &[
        must("path", Text, "file, as given"),
        may("record", Count, "number of the record in that file, from 1"),
        must("stage", Text, "`read` or `analyse`"),
        must("reason", Text, "what went wrong"),
    ],
};

/// All tables.
pub const TABLES: [Table; 11] = [DOCUMENTS, SECTIONS, SENTENCES, MENTIONS, ACTORS, ENTITIES, TIMES, TOPICS, EVENTS, TOKENS, FAILURES];

/// The text of `docs/schema.md`.
#[must_use]
pub fn markdown() -> String {
    use std::fmt::Write;
    let mut text = String::from(
        "# Schema\n\nThe tables of a dataset and what each column means. CSV and Parquet files lie in `DIR/<table>/part-NNNNN.csv` and `.parquet`, JSONL with one object a\n\
         document in `DIR/jsonl/part-NNNNN.jsonl`, and `manifest.json` beside them says what made the data. All offsets are half-open and point into the source text: bytes of\n\
         its UTF-8 form, or characters (Unicode scalar values, as Python, R and pandas count them).\n\n\
         Types: *text* is UTF-8; *count* an unsigned number of 32 bits; *score* a floating-point number of 32 bits; *flag* `true` or `false`. A column marked *may be empty* is null in\n\
         Parquet and empty in CSV.\n\n\
         This file is written by `chancery schema`; a test holds it to the code.\n",
    );
    for table in TABLES {
        let _ = write!(text, "\n## {}\n\nOne row is {}.\n\n| column | type | meaning |\n|---|---|---|\n", table.name, table.row);
        for column in table.columns {
            let empty = if column.optional { ", may be empty" } else { "" };
            let _ = writeln!(text, "| `{}` | {}{empty} | {} |", column.name, column.kind.as_str(), column.meaning);
        }
    }
    text.push_str(RECORD);
    text
}

const RECORD: &str = "
## JSONL records

One object a document, also what `chancery annotate` writes: `id`, `date`, `language`, `title`, `text_bytes`, `sentences` as [start, end], `tokens` as [start, end], `mentions`
as objects with `start`, `end`, `surface`, `id`, `label`, `type`, `form`, `country`, `sentence`, `in_date`, `edits` and, on request, `rejected`; `times` with `start`, `end`, `type`, `value`, `begin`,
`finish`, `rule`; `actors` with `start`, `end`, `surface`, `kind`, `code`, `of`, `sector`, `entity`, `person`, `members`, `in_date`, `cue`; `topics` with `start`, `end`, `scope`, `topic`, `score`, `share`, `terms`; `events`, `instruments`, `meetings` (empty until a stage fills them); `path` and `fields` where
there are any. With `annotate --trace`, `names_not_taken` and `rules` tell of names and rules that were tried, with the reasons. Offsets count UTF-8 bytes. `tokens` are
left out of a dataset unless asked for. A document that failed is an object with `error`.
";
