//! Columns of tables. The declaration of a column contains its name, type and meaning, and its *getter*, that is, the function that gets the cell from a record.

use crate::content::Part;
use crate::context::Context;
use crate::row::{Items, RowBuffer};

/// The type of a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Type {
    /// UTF-8 text.
    Text,
    /// Unsigned 32-bit integer.
    Integer,
    /// 32-bit floating-point number.
    Float,
    /// 64-bit floating-point number.
    Double,
    /// True or false.
    Boolean,
    /// List of strings. The list may be empty; its items are never empty.
    List,
    /// JSON value. In tables, the value is written as JSON text. In JSONL, the value is part of the record's object.
    Json,
}

impl Type {
    /// Returns the name of the type in `docs/schema.md`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Integer => "integer",
            Self::Float => "float",
            Self::Double => "double",
            Self::Boolean => "boolean",
            Self::List => "list",
            Self::Json => "json",
        }
    }
}

/// The argument of a getter: a record, its index and its context.
pub(crate) struct Row<'a, R> {
    pub(crate) record: &'a R,
    /// The index of the record in its layer, that is, in the document's list of records of this kind.
    pub(crate) number: u32,
    pub(crate) context: &'a Context<'a>,
}

impl<R> Clone for Row<'_, R> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<R> Copy for Row<'_, R> {}

/// A function that gets the cell of a column from a record. The variant determines the type of the column and whether the column is nullable, so the compiler
/// ensures that every cell has the type of its column. In the variants `Written`, `OptionalWritten`, `List` and `Json`, the function appends the value to its
/// second argument.
enum Getter<R> {
    Text(for<'a> fn(Row<'a, R>) -> &'a str),
    OptionalText(for<'a> fn(Row<'a, R>) -> Option<&'a str>),
    Written(fn(Row<'_, R>, &mut String)),
    OptionalWritten(fn(Row<'_, R>, &mut String) -> Option<()>),
    Integer(fn(Row<'_, R>) -> u32),
    OptionalInteger(fn(Row<'_, R>) -> Option<u32>),
    Float(fn(Row<'_, R>) -> f32),
    OptionalFloat(fn(Row<'_, R>) -> Option<f32>),
    Double(fn(Row<'_, R>) -> f64),
    OptionalDouble(fn(Row<'_, R>) -> Option<f64>),
    Boolean(fn(Row<'_, R>) -> bool),
    OptionalBoolean(fn(Row<'_, R>) -> Option<bool>),
    List(fn(Row<'_, R>, &mut Items<'_>)),
    Json(fn(Row<'_, R>, &mut String) -> Option<()>),
}

/// The key of a column in JSON.
#[derive(Clone, Copy)]
enum Key {
    /// The key is the name of the column.
    Same,
    Named(&'static str),
    /// The column is left out of JSON.
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

/// The description of a column, without its getter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct ColumnInfo {
    /// The name of the column in CSV and Parquet.
    pub name: &'static str,
    /// The meaning of the values, as in `docs/schema.md`.
    pub meaning: &'static str,
    /// The type of the values.
    pub column_type: Type,
    /// Whether the column may be null.
    pub nullable: bool,
    /// The key of the column in JSON; `None` if the column is left out of JSON.
    pub json_key: Option<&'static str>,
    /// The optional part of a dataset to which the column belongs; `None` if the column is always written. If the part is not requested, the column is null in
    /// tables and missing in JSON.
    pub part: Option<Part>,
    /// Whether `chancery sample` shows the column, because it helps a person judge whether the record is right.
    pub shown: bool,
    /// Whether the column contains the class of the record (such as its type or kind). `chancery sample` groups records by this column.
    pub class: bool,
}

impl<R> Column<R> {
    const fn new(name: &'static str, meaning: &'static str, getter: Getter<R>) -> Self {
        Self { name, meaning, getter, key: Key::Same, part: None, shown: false, class: false }
    }

    /// Declares a text column. The getter returns text borrowed from the record, the document or the catalog.
    pub(crate) const fn text(name: &'static str, meaning: &'static str, get: for<'a> fn(Row<'a, R>) -> &'a str) -> Self {
        Self::new(name, meaning, Getter::Text(get))
    }

    /// Declares a nullable text column. The getter returns text as in [`text`](Self::text), or `None` for a null cell.
    pub(crate) const fn optional_text(name: &'static str, meaning: &'static str, get: for<'a> fn(Row<'a, R>) -> Option<&'a str>) -> Self {
        Self::new(name, meaning, Getter::OptionalText(get))
    }

    /// Declares a text column whose getter appends the value to a string.
    pub(crate) const fn written(name: &'static str, meaning: &'static str, write: fn(Row<'_, R>, &mut String)) -> Self {
        Self::new(name, meaning, Getter::Written(write))
    }

    /// Declares a nullable text column. The getter appends the value to a string. The cell is null if the getter returns `None`.
    pub(crate) const fn optional_written(
        name: &'static str,
        meaning: &'static str,
        write: fn(Row<'_, R>, &mut String) -> Option<()>,
    ) -> Self {
        Self::new(name, meaning, Getter::OptionalWritten(write))
    }

    /// Declares a column of unsigned integers.
    pub(crate) const fn integer(name: &'static str, meaning: &'static str, get: fn(Row<'_, R>) -> u32) -> Self {
        Self::new(name, meaning, Getter::Integer(get))
    }

    /// Declares a nullable column of unsigned integers. A cell is null if the getter returns `None`.
    pub(crate) const fn optional_integer(name: &'static str, meaning: &'static str, get: fn(Row<'_, R>) -> Option<u32>) -> Self {
        Self::new(name, meaning, Getter::OptionalInteger(get))
    }

    /// Declares a column of 32-bit floating-point numbers.
    pub(crate) const fn float(name: &'static str, meaning: &'static str, get: fn(Row<'_, R>) -> f32) -> Self {
        Self::new(name, meaning, Getter::Float(get))
    }

    /// Declares a column of 64-bit floating-point numbers.
    pub(crate) const fn double(name: &'static str, meaning: &'static str, get: fn(Row<'_, R>) -> f64) -> Self {
        Self::new(name, meaning, Getter::Double(get))
    }

    /// Declares a nullable column of 64-bit floating-point numbers. A cell is null if the getter returns `None`.
    pub(crate) const fn optional_double(name: &'static str, meaning: &'static str, get: fn(Row<'_, R>) -> Option<f64>) -> Self {
        Self::new(name, meaning, Getter::OptionalDouble(get))
    }

    /// Declares a nullable column of 32-bit floating-point numbers. A cell is null if the getter returns `None`.
    pub(crate) const fn optional_float(name: &'static str, meaning: &'static str, get: fn(Row<'_, R>) -> Option<f32>) -> Self {
        Self::new(name, meaning, Getter::OptionalFloat(get))
    }

    /// Declares a boolean column.
    pub(crate) const fn boolean(name: &'static str, meaning: &'static str, get: fn(Row<'_, R>) -> bool) -> Self {
        Self::new(name, meaning, Getter::Boolean(get))
    }

    /// Declares a nullable boolean column. A cell is null if the getter returns `None`.
    pub(crate) const fn optional_boolean(name: &'static str, meaning: &'static str, get: fn(Row<'_, R>) -> Option<bool>) -> Self {
        Self::new(name, meaning, Getter::OptionalBoolean(get))
    }

    /// Declares a list column. The getter adds the items in order.
    pub(crate) const fn list(name: &'static str, meaning: &'static str, write: fn(Row<'_, R>, &mut Items<'_>)) -> Self {
        Self::new(name, meaning, Getter::List(write))
    }

    /// Declares a nullable JSON column. The getter appends a JSON value to a string. The cell is null if the getter returns `None`.
    pub(crate) const fn json(name: &'static str, meaning: &'static str, write: fn(Row<'_, R>, &mut String) -> Option<()>) -> Self {
        Self::new(name, meaning, Getter::Json(write))
    }

    /// Sets the key of the column in JSON. By default, the key is the name of the column.
    pub(crate) const fn key(mut self, key: &'static str) -> Self {
        self.key = Key::Named(key);
        self
    }

    /// Leaves the column out of JSON.
    pub(crate) const fn no_key(mut self) -> Self {
        self.key = Key::None;
        self
    }

    /// Assigns the column to `part`, an optional part of the dataset. The column is filled only if this part is requested; otherwise, it is null.
    ///
    /// # Panics
    /// Panics if the column is not nullable.
    pub(crate) const fn on_request(mut self, part: Part) -> Self {
        assert!(self.nullable(), "a column that is written only on request must be nullable");
        self.part = Some(part);
        self
    }

    /// Marks the column as one that `chancery sample` shows.
    pub(crate) const fn shown(mut self) -> Self {
        self.shown = true;
        self
    }

    /// Marks the column as the one that contains the class of the record.
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
                | Getter::OptionalFloat(_)
                | Getter::OptionalDouble(_)
                | Getter::OptionalBoolean(_)
                | Getter::Json(_)
        )
    }

    const fn column_type(&self) -> Type {
        match self.getter {
            Getter::Text(_) | Getter::OptionalText(_) | Getter::Written(_) | Getter::OptionalWritten(_) => Type::Text,
            Getter::Integer(_) | Getter::OptionalInteger(_) => Type::Integer,
            Getter::Float(_) | Getter::OptionalFloat(_) => Type::Float,
            Getter::Double(_) | Getter::OptionalDouble(_) => Type::Double,
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
            Getter::Double(get) => out.double(get(row)),
            Getter::OptionalDouble(get) => match get(row) {
                Some(value) => out.double(value),
                None => out.null(),
            },
            Getter::OptionalFloat(get) => match get(row) {
                Some(value) => out.float(value),
                None => out.null(),
            },
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
