//! A column: its name, type, meaning and getter in one declaration.

use crate::content::Part;
use crate::context::Context;
use crate::row::{Items, RowBuffer};

/// The type of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Type {
    /// UTF-8 text.
    Text,
    /// Unsigned integer of 32 bits.
    Integer,
    /// Floating-point number of 32 bits.
    Float,
    /// True or false.
    Boolean,
    /// List of texts. It may have no items, and no item is empty.
    List,
    /// A JSON value: text in tables, nested in JSON.
    Json,
}

impl Type {
    /// Its name in `docs/schema.md`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Integer => "integer",
            Self::Float => "float",
            Self::Boolean => "boolean",
            Self::List => "list",
            Self::Json => "json",
        }
    }
}

/// A record and where it stands: what a getter is given.
pub(crate) struct Row<'a, R> {
    pub(crate) record: &'a R,
    /// Index of the record in its layer.
    pub(crate) number: u32,
    pub(crate) context: &'a Context<'a>,
}

impl<R> Clone for Row<'_, R> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<R> Copy for Row<'_, R> {}

/// How to get a cell from a record. The variant fixes the column's type and whether it may be null, so a cell of another type cannot be written.
enum Getter<R> {
    Text(for<'a> fn(Row<'a, R>) -> &'a str),
    OptionalText(for<'a> fn(Row<'a, R>) -> Option<&'a str>),
    Written(fn(Row<'_, R>, &mut String)),
    OptionalWritten(fn(Row<'_, R>, &mut String) -> Option<()>),
    Integer(fn(Row<'_, R>) -> u32),
    OptionalInteger(fn(Row<'_, R>) -> Option<u32>),
    Float(fn(Row<'_, R>) -> f32),
    Boolean(fn(Row<'_, R>) -> bool),
    OptionalBoolean(fn(Row<'_, R>) -> Option<bool>),
    List(fn(Row<'_, R>, &mut Items<'_>)),
    Json(fn(Row<'_, R>, &mut String) -> Option<()>),
}

/// The name of a column in JSON.
#[derive(Clone, Copy)]
enum Key {
    /// The column's name.
    Same,
    Named(&'static str),
    /// The column is not in JSON.
    None,
}

/// A column of a table of records of type `R`.
pub(crate) struct Column<R> {
    name: &'static str,
    meaning: &'static str,
    getter: Getter<R>,
    key: Key,
    part: Option<Part>,
    shown: bool,
    class: bool,
}

/// What is known of a column without its record type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ColumnInfo {
    /// Its name in tables.
    pub name: &'static str,
    /// What it means, with its unit.
    pub meaning: &'static str,
    /// Its type.
    pub column_type: Type,
    /// Whether it may be null.
    pub nullable: bool,
    /// Its name in JSON; `None` where it is not in JSON.
    pub json_key: Option<&'static str>,
    /// The optional part that it belongs to. Where that is not written, the column is null in tables and missing in JSON.
    pub part: Option<Part>,
    /// Whether it tells a reader what was found (`chancery sample` shows it).
    pub shown: bool,
    /// Whether it names the kind of record (`chancery sample` draws by it).
    pub class: bool,
}

impl<R> Column<R> {
    const fn new(name: &'static str, meaning: &'static str, getter: Getter<R>) -> Self {
        Self { name, meaning, getter, key: Key::Same, part: None, shown: false, class: false }
    }

    /// A text that lies in the record, the document or the catalog.
    pub(crate) const fn text(name: &'static str, meaning: &'static str, get: for<'a> fn(Row<'a, R>) -> &'a str) -> Self {
        Self::new(name, meaning, Getter::Text(get))
    }

    /// The same, which may be missing.
    pub(crate) const fn optional_text(name: &'static str, meaning: &'static str, get: for<'a> fn(Row<'a, R>) -> Option<&'a str>) -> Self {
        Self::new(name, meaning, Getter::OptionalText(get))
    }

    /// A text that the getter appends.
    pub(crate) const fn written(name: &'static str, meaning: &'static str, write: fn(Row<'_, R>, &mut String)) -> Self {
        Self::new(name, meaning, Getter::Written(write))
    }

    /// A text that the getter appends; null where it returns `None`.
    pub(crate) const fn optional_written(
        name: &'static str,
        meaning: &'static str,
        write: fn(Row<'_, R>, &mut String) -> Option<()>,
    ) -> Self {
        Self::new(name, meaning, Getter::OptionalWritten(write))
    }

    /// An unsigned integer.
    pub(crate) const fn integer(name: &'static str, meaning: &'static str, get: fn(Row<'_, R>) -> u32) -> Self {
        Self::new(name, meaning, Getter::Integer(get))
    }

    /// The same, which may be missing.
    pub(crate) const fn optional_integer(name: &'static str, meaning: &'static str, get: fn(Row<'_, R>) -> Option<u32>) -> Self {
        Self::new(name, meaning, Getter::OptionalInteger(get))
    }

    /// A floating-point number.
    pub(crate) const fn float(name: &'static str, meaning: &'static str, get: fn(Row<'_, R>) -> f32) -> Self {
        Self::new(name, meaning, Getter::Float(get))
    }

    /// True or false.
    pub(crate) const fn boolean(name: &'static str, meaning: &'static str, get: fn(Row<'_, R>) -> bool) -> Self {
        Self::new(name, meaning, Getter::Boolean(get))
    }

    /// The same, which may be missing.
    pub(crate) const fn optional_boolean(name: &'static str, meaning: &'static str, get: fn(Row<'_, R>) -> Option<bool>) -> Self {
        Self::new(name, meaning, Getter::OptionalBoolean(get))
    }

    /// A list of texts, which the getter adds in order.
    pub(crate) const fn list(name: &'static str, meaning: &'static str, write: fn(Row<'_, R>, &mut Items<'_>)) -> Self {
        Self::new(name, meaning, Getter::List(write))
    }

    /// A JSON value, which the getter appends; null where it returns `None`.
    pub(crate) const fn json(name: &'static str, meaning: &'static str, write: fn(Row<'_, R>, &mut String) -> Option<()>) -> Self {
        Self::new(name, meaning, Getter::Json(write))
    }

    /// With another name in JSON.
    pub(crate) const fn key(mut self, key: &'static str) -> Self {
        self.key = Key::Named(key);
        self
    }

    /// Not in JSON.
    pub(crate) const fn no_key(mut self) -> Self {
        self.key = Key::None;
        self
    }

    /// Written on request only. The column must be nullable.
    pub(crate) const fn on_request(mut self, part: Part) -> Self {
        assert!(self.nullable(), "a column that is written on request only is null otherwise");
        self.part = Some(part);
        self
    }

    /// Shown by `chancery sample`.
    pub(crate) const fn shown(mut self) -> Self {
        self.shown = true;
        self
    }

    /// Names the kind of record.
    pub(crate) const fn class(mut self) -> Self {
        self.class = true;
        self
    }

    const fn nullable(&self) -> bool {
        matches!(
            self.getter,
            Getter::OptionalText(_)
                | Getter::OptionalWritten(_)
                | Getter::OptionalInteger(_)
                | Getter::OptionalBoolean(_)
                | Getter::Json(_)
        )
    }

    const fn column_type(&self) -> Type {
        match self.getter {
            Getter::Text(_) | Getter::OptionalText(_) | Getter::Written(_) | Getter::OptionalWritten(_) => Type::Text,
            Getter::Integer(_) | Getter::OptionalInteger(_) => Type::Integer,
            Getter::Float(_) => Type::Float,
            Getter::Boolean(_) | Getter::OptionalBoolean(_) => Type::Boolean,
            Getter::List(_) => Type::List,
            Getter::Json(_) => Type::Json,
        }
    }

    pub(crate) const fn info(&self) -> ColumnInfo {
        ColumnInfo {
            name: self.name,
            meaning: self.meaning,
            column_type: self.column_type(),
            nullable: self.nullable(),
            json_key: match self.key {
                Key::Same => Some(self.name),
                Key::Named(key) => Some(key),
                Key::None => None,
            },
            part: self.part,
            shown: self.shown,
            class: self.class,
        }
    }

    /// Adds the cell of this column to a row.
    pub(crate) fn fill(&self, row: Row<'_, R>, out: &mut RowBuffer) {
        if !row.context.content.includes(self.part) {
            return out.null();
        }
        match self.getter {
            Getter::Text(get) => out.text(get(row)),
            Getter::OptionalText(get) => match get(row) {
                Some(text) => out.text(text),
                None => out.null(),
            },
            Getter::Written(write) => out.write(|text| write(row, text)),
            Getter::OptionalWritten(write) => out.optional(|text| write(row, text)),
            Getter::Integer(get) => out.integer(get(row)),
            Getter::OptionalInteger(get) => match get(row) {
                Some(value) => out.integer(value),
                None => out.null(),
            },
            Getter::Float(get) => out.float(get(row)),
            Getter::Boolean(get) => out.boolean(get(row)),
            Getter::OptionalBoolean(get) => match get(row) {
                Some(value) => out.boolean(value),
                None => out.null(),
            },
            Getter::List(write) => out.list(|items| write(row, items)),
            Getter::Json(write) => out.json(|text| write(row, text)),
        }
    }
}
