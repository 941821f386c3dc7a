//! The identifiers of entries in other systems, such as ISO codes.

use crate::book::Book;
use chancery_data::Entry;
use std::collections::HashMap;

/// Maps each identifier in another system, given as (system, identifier), to the id of the entity
/// that has this identifier.
pub(super) struct Codes<'b>(HashMap<(&'b str, &'b str), &'b str>);

impl<'b> Codes<'b> {
    pub(super) fn new(book: &'b Book) -> Self {
        let ids = |entry: &'b Entry| entry.ids.iter().map(|(system, id)| ((system.as_str(), id.as_str()), entry.id.as_str()));
        Self(book.entries().iter().flat_map(ids).collect())
    }

    /// Returns the id of the state with the ISO 3166-1 code `code`, which must be in capitals.
    pub(super) fn state(&self, code: &str) -> Option<&'b str> {
        ["iso2", "iso3"].iter().find_map(|system| self.0.get(&(*system, code))).copied()
    }

    /// Returns the id of the entity that has the identifier `id` in `system`.
    pub(super) fn entity(&self, system: &str, id: &str) -> Option<&'b str> {
        self.0.get(&(system, id)).copied()
    }
}
