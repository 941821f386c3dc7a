//! The names of the columns of a table in which each row is a document.

use crate::{ReadError, ReadErrorKind, ReadOptions};

/// Maximum length of a list of columns in a message, in bytes.
const LISTED: usize = 300;

/// The names of columns. All names are different.
pub(super) struct Columns {
    pub(super) names: Vec<String>,
}

impl Columns {
    /// Creates columns from their `names`. If a name occurs more than once, a number is appended to
    /// its later occurrences.
    pub(super) fn new(names: impl Iterator<Item = String>) -> Self {
        let mut unique: Vec<String> = Vec::new();
        for name in names {
            let mut new = name.clone();
            let mut number = 2;
            while unique.contains(&new) {
                new = format!("{name}_{number}");
                number += 1;
            }
            unique.push(new);
        }
        Self { names: unique }
    }

    /// Returns an error if the text column, or another column that the user named in `options`,
    /// does not exist. `hint` is appended to the error message.
    pub(super) fn check(&mut self, options: &ReadOptions, hint: &str) -> Result<(), ReadError> {
        let usual = ReadOptions::default();
        let wanted = [
            (&options.text_field, true, "text"),
            // The columns for the id, date and speaker may be missing. This is an error only if the
            // user has named the column.
            (&options.id_field, options.id_field != usual.id_field, "id"),
            (&options.date_field, options.date_field != usual.date_field, "date"),
            (&options.speaker_field, options.speaker_field != usual.speaker_field, "speaker"),
        ];
        self.adopt(options);
        for (name, required, what) in wanted {
            if self.names.contains(name) || !required {
                continue;
            }
            if self.names.iter().all(String::is_empty) {
                let message = "the file is empty; its first line must contain the names of the columns";
                return Err(ReadError::new(ReadErrorKind::Field, message.to_owned()));
            }
            let mut columns = self.names.join(", ");
            if columns.len() > LISTED {
                columns.truncate(columns.floor_char_boundary(LISTED));
                columns.push('…');
            }
            let message = format!(
                "there is no column \"{name}\"; use --{what}-field to name the column that contains the {what} (columns: {columns}){hint}"
            );
            return Err(ReadError::new(ReadErrorKind::Field, message));
        }
        Ok(())
    }

    /// Renames columns whose names differ from the expected names only in case or in the white
    /// space around them: `Title` becomes `title`.
    pub(super) fn adopt(&mut self, options: &ReadOptions) {
        let fields = [&options.text_field, &options.id_field, &options.date_field, &options.speaker_field].map(String::as_str);
        for name in fields.into_iter().chain(["language", "title"]) {
            let lower = name.to_lowercase();
            if !self.names.iter().any(|column| column == name)
                && let Some(column) = self.names.iter_mut().find(|column| column.trim().to_lowercase() == lower)
            {
                name.clone_into(column);
            }
        }
    }
}
