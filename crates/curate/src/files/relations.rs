//! Adds and removes relations in the table of an entry.

use super::edit::{EditError, RelationEdit};
use super::tables::{append, list, under};
use chancery_data::same_role;
use toml_edit::{InlineTable, Item, Table, Value};

/// Returns the TOML value of a relation: the id of the other entry or, if more than the id is given, a
/// table.
fn relation_value(relation: &RelationEdit) -> Value {
    if relation.at.is_none() && relation.valid.is_none() && relation.role.is_none() {
        relation.of.as_str().into()
    } else {
        let mut inline = InlineTable::new();
        for (key, text) in
            [("of", Some(&relation.of)), ("at", relation.at.as_ref()), ("role", relation.role.as_ref()), ("valid", relation.valid.as_ref())]
        {
            if let Some(text) = text {
                inline.insert(key, text.as_str().into());
            }
        }
        inline.into()
    }
}

/// Returns the text under `key` in the table of a relation.
fn relation_text<'v>(value: &'v Value, key: &str) -> Option<&'v str> {
    value.as_inline_table()?.get(key)?.as_str()
}

/// Returns the id of the other entry of a relation.
fn other_id(value: &Value) -> Option<&str> {
    value.as_str().or_else(|| relation_text(value, "of"))
}

/// Removes a relation that this file states. If only a lower layer states the relation, adds it to
/// the list of relations that this file drops.
pub(super) fn drop_relation(table: &mut Table, relation: &RelationEdit, below: bool) -> Result<(), EditError> {
    let fits = |known: &Value, key: &str, given: Option<&String>| given.is_none_or(|given| relation_text(known, key) == Some(given));
    let matches = |known: &Value| {
        other_id(known) == Some(&relation.of)
            && fits(known, "at", relation.at.as_ref())
            && fits(known, "valid", relation.valid.as_ref())
            && fits(known, "role", relation.role.as_ref())
    };
    let mut found = false;
    if let Some(list) = table.get_mut(&relation.kind).and_then(Item::as_array_mut) {
        let before = list.len();
        list.retain(|known| !matches(known));
        found = list.len() < before;
        if list.is_empty() {
            table.remove(&relation.kind);
        }
    } else if table.get(&relation.kind).and_then(Item::as_value).is_some_and(matches) {
        table.remove(&relation.kind);
        found = true;
    }
    if found {
        return Ok(());
    }
    // The file may state the relation with other dates or another role.
    let similar = |known: &&Value| other_id(known) == Some(&relation.of) && fits(known, "at", relation.at.as_ref());
    let others = table.get(&relation.kind).and_then(Item::as_array).into_iter().flat_map(|list| list.iter()).filter(similar);
    let others: Vec<String> = others.map(|known| known.to_string().trim().to_owned()).collect();
    if !below && !others.is_empty() {
        return Err(EditError::new(format!(
            "the entry states no {} = \"{}\" with exactly these dates and this role, but: {}",
            relation.kind,
            relation.of,
            others.join("; ")
        )));
    }
    if !below {
        return Err(EditError::new(format!(
            "the entry does not state {} = \"{}\", so there is no relation to drop",
            relation.kind, relation.of
        )));
    }
    let list = list(under(table, "drop")?, &relation.kind)?;
    let new = relation_value(relation);
    // The file may already drop this relation.
    let same = |known: &Value| known.to_string().trim() == new.to_string().trim();
    if !list.iter().any(same) {
        append(list, new);
    }
    Ok(())
}

/// Adds a relation. The new relation replaces an existing one that has the same kind, points to the
/// same entry and has the same role.
pub(super) fn add_relation(table: &mut Table, relation: &RelationEdit) -> Result<(), EditError> {
    let new = relation_value(relation);
    let list = list(table, &relation.kind)?;
    // A person may hold an office twice. Two terms that begin on different days are different
    // relations, unless neither has ended.
    let open = |valid: Option<&str>| valid.is_some_and(|valid| valid.ends_with("/.."));
    let start = |valid: Option<&str>| valid.and_then(|valid| valid.split('/').next().map(str::to_owned));
    let same = |known: &Value| {
        let terms = (start(relation_text(known, "valid")), start(relation.valid.as_deref()));
        let both_open = open(relation_text(known, "valid")) && open(relation.valid.as_deref());
        let same_term = relation.kind != "office" || terms.0.is_none() || terms.0 == terms.1 || both_open;
        other_id(known) == Some(&relation.of)
            && relation_text(known, "at") == relation.at.as_deref()
            && same_term
            && same_role(relation_text(known, "role").unwrap_or_default(), relation.role.as_deref().unwrap_or_default())
    };
    let known = list.iter().position(same);
    if let Some(at) = known {
        list.replace(at, new);
    } else {
        append(list, new);
    }
    Ok(())
}
