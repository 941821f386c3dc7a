//! Finds or creates lists and tables in a TOML table, and adds values to lists.

use super::edit::EditError;
use toml_edit::{Array, Item, Table, TableLike, Value};

/// Returns the table under `key`, which is the first part of a dotted key (`alias` in `alias.en`).
/// Creates the table if it is missing.
pub(super) fn under<'t>(table: &'t mut dyn TableLike, key: &str) -> Result<&'t mut dyn TableLike, EditError> {
    let item = table.entry(key).or_insert_with(|| {
        let mut table = Table::new();
        table.set_dotted(true);
        Item::Table(table)
    });
    item.as_table_like_mut().ok_or_else(|| EditError::new(format!("{key} must be a table, as in {key}.en = [\"…\"]")))
}

/// Returns the list under `key`. Creates the list if it is missing. A single value becomes a list of
/// one value.
pub(super) fn list<'t>(table: &'t mut dyn TableLike, key: &str) -> Result<&'t mut Array, EditError> {
    let not_a_list = || EditError::new(format!("{key} must be a list, as in {key} = [\"…\"]"));
    let item = table.entry(key).or_insert(Item::Value(Value::Array(Array::new())));
    if item.as_array().is_none() {
        let only = item.as_value().cloned().ok_or_else(not_a_list)?;
        let mut list = Array::new();
        list.push(only);
        *item = Item::Value(Value::Array(list));
    }
    item.as_array_mut().ok_or_else(not_a_list)
}

/// Adds a value at the end of a list, with the same layout as the last value.
pub(super) fn append(list: &mut Array, mut new: Value) {
    let prefix = list.iter().last().and_then(|last| last.decor().prefix()).and_then(|prefix| prefix.as_str()).map(str::to_owned);
    let first = list.is_empty();
    match prefix.filter(|prefix| prefix.contains('\n')) {
        Some(prefix) => {
            // A comment after the last value of the list stays with that value.
            let indent = prefix.rsplit('\n').next().unwrap_or_default();
            let trailing = list.trailing().as_str().unwrap_or("\n").to_owned();
            let (behind, end) = trailing.rsplit_once('\n').unwrap_or(("", ""));
            new.decor_mut().set_prefix(format!("{behind}\n{indent}"));
            list.set_trailing(format!("\n{end}"));
            list.set_trailing_comma(true);
            new.decor_mut().set_suffix("");
        }
        None => *new.decor_mut() = toml_edit::Decor::new(if first { "" } else { " " }, ""),
    }
    list.push_formatted(new);
}
