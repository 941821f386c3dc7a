//! Changes entries in the text of a data file. Comments are kept. All parts of the file that are
//! not edited keep their order and layout.

use super::edit::{EditError, EntryEdit, FormEdit};
use super::relations::{add_relation, drop_relation};
use super::tables::{append, list, under};
use chancery_data::expand_braces;
use toml_edit::{ArrayOfTables, DocumentMut, InlineTable, Item, Table, TableLike, Value};

/// Returns `true` if a file contains the entry `id`. A table that only switches off the entry does
/// not count.
pub(super) fn has(text: &str, id: &str) -> bool {
    let doc = text.parse::<DocumentMut>().ok();
    doc.is_some_and(|doc| doc.get("entity").and_then(Item::as_array_of_tables).is_some_and(|tables| find(tables, id).is_some()))
}

/// Returns `true` if a file switches off the entry `id`.
pub(super) fn switches_off(text: &str, id: &str) -> bool {
    let doc = text.parse::<DocumentMut>().ok();
    doc.is_some_and(|doc| doc.get("entity").and_then(Item::as_array_of_tables).is_some_and(|tables| find_off(tables, id).is_some()))
}

fn is_off(table: &Table) -> bool {
    table.get("off").and_then(Item::as_bool) == Some(true)
}

fn find_off(tables: &ArrayOfTables, id: &str) -> Option<usize> {
    tables.iter().position(|table| table.get("id").and_then(Item::as_str) == Some(id) && is_off(table))
}

fn find(tables: &ArrayOfTables, id: &str) -> Option<usize> {
    tables.iter().position(|table| table.get("id").and_then(Item::as_str) == Some(id) && !is_off(table))
}

/// Returns the ids of the entries that a file switches off, each with the names that the file gives.
pub(super) fn off_entries(text: &str) -> Vec<(String, Vec<String>)> {
    let Ok(doc) = text.parse::<DocumentMut>() else { return Vec::new() };
    let tables = doc.get("entity").and_then(Item::as_array_of_tables).into_iter().flatten().filter(|table| is_off(table));
    let names = |table: &Table| -> Vec<String> {
        let forms = ["name", "official", "alias", "abbr"].into_iter().filter_map(|kind| table.get(kind)?.as_table_like());
        let values = forms.flat_map(TableLike::iter).filter_map(|(_, item)| item.as_value());
        let texts = |value: &Value| -> Vec<String> {
            let one = text_of(value).map(str::to_owned);
            let several = value.as_array().into_iter().flatten().filter_map(|value| text_of(value).map(str::to_owned));
            one.into_iter().chain(several).collect()
        };
        values.flat_map(texts).collect()
    };
    tables.filter_map(|table| Some((table.get("id")?.as_str()?.to_owned(), names(table)))).collect()
}

/// The entry in lower layers that an edit changes.
#[derive(Clone, Debug, Default)]
pub(super) struct Below {
    /// Whether a lower layer contains the entry.
    pub(super) exists: bool,
    /// The languages in which the entry has a preferred name there.
    pub(super) named: Vec<String>,
}

/// Applies an edit to the text of a file, and returns the new text. If a lower layer already contains the entry, a table that is added to the file extends this
/// entry instead of defining a new one.
///
/// # Errors
/// Returns an error if the file is not valid TOML, or if a form or relation of the edit is
/// malformed.
pub(super) fn changed(text: &str, edit: &EntryEdit, below: &Below) -> Result<String, EditError> {
    let mut doc = text.parse::<DocumentMut>().map_err(|error| EditError::new(format!("the file is not valid TOML: {error}")))?;
    let tables = doc.entry("entity").or_insert(Item::ArrayOfTables(ArrayOfTables::new())).as_array_of_tables_mut();
    let Some(tables) = tables else { return Err(EditError::new("entity must be a list of tables; write [[entity]] before each entry")) };
    if let Some(at) = find_off(tables, &edit.id).filter(|_| edit.on) {
        let only_off = tables.get(at).is_some_and(|table| table.iter().all(|(key, _)| key == "id" || key == "off"));
        if only_off {
            tables.remove(at);
        } else if let Some(table) = tables.get_mut(at) {
            table.remove("off");
        }
        if edit.is_empty() {
            return Ok(doc.to_string());
        }
    }
    if edit.delete {
        tables.retain(|table| table.get("id").and_then(Item::as_str) != Some(edit.id.as_str()));
        return Ok(doc.to_string());
    }
    let known = find(tables, &edit.id);
    if edit.off {
        match known.and_then(|at| tables.get_mut(at)) {
            // The content of the entry is kept, so that it can be switched on again.
            Some(table) => {
                table.insert("off", value(true));
            }
            None => {
                let mut table = begun(&edit.id, tables.is_empty());
                table.insert("off", value(true));
                tables.push(table);
            }
        }
        return Ok(doc.to_string());
    }
    let own = known.is_some();
    let at = match known {
        Some(at) => at,
        None => {
            let mut table = begun(&edit.id, tables.is_empty() && text.trim().is_empty());
            if below.exists {
                table.insert("extend", value(true));
            }
            tables.push(table);
            tables.len() - 1
        }
    };
    let Some(table) = tables.get_mut(at) else { return Err(EditError::new("the entry cannot be found")) };
    fill(table, edit, below, own)?;
    Ok(doc.to_string())
}

fn value(value: impl Into<Value>) -> Item {
    Item::Value(value.into())
}

fn begun(id: &str, first: bool) -> Table {
    let mut table = Table::new();
    if !first {
        table.decor_mut().set_prefix("\n");
    }
    table.insert("id", value(id));
    table
}

fn fill(table: &mut Table, edit: &EntryEdit, below: &Below, own: bool) -> Result<(), EditError> {
    if let Some(kind) = &edit.kind {
        table.insert("type", value(kind.as_str()));
    }
    if let Some(valid) = &edit.valid {
        table.insert("valid", value(valid.as_str()));
    }
    for form in &edit.forms {
        add_form(table, form, below)?;
    }
    for form in &edit.drops {
        drop_form(table, form, below.exists)?;
    }
    for relation in &edit.dropped_relations {
        drop_relation(table, relation, below.exists)?;
    }
    for relation in &edit.relations {
        add_relation(table, relation)?;
    }
    for (system, id) in &edit.ids {
        let ids = table.entry("ids").or_insert(Item::Value(Value::InlineTable(InlineTable::new())));
        match ids.as_table_like_mut() {
            Some(ids) => {
                ids.insert(system, value(id.as_str()));
            }
            None => return Err(EditError::new("ids must be a table; write ids = { iso2 = \"KG\" }")),
        }
    }
    source(table, edit, own);
    Ok(())
}

/// Returns the TOML value of a form: a string or, if the text is a TOML table, the table.
fn form_value(text: &str) -> Result<Value, EditError> {
    if !text.trim_start().starts_with("{ ") && !text.trim_start().starts_with("{n") {
        return Ok(text.into());
    }
    let parsed = text.parse::<Value>();
    let good = parsed.ok().filter(|value| value.as_inline_table().is_some_and(|table| table.contains_key("n")));
    good.ok_or_else(|| {
        EditError::new(format!(
            "{text} is not a valid form; write the name itself, or a table such as {{ n = \"SCO\", needs = [\"Shanghai\"] }}"
        ))
    })
}

/// Returns the text of a form, given as a TOML value.
fn text_of(value: &Value) -> Option<&str> {
    value.as_str().or_else(|| value.as_inline_table()?.get("n")?.as_str())
}

fn add_form(table: &mut Table, form: &FormEdit, below: &Below) -> Result<(), EditError> {
    let new = form_value(&form.text)?;
    if form.kind != "name" {
        return push(under(table, &form.kind)?, &form.language, new);
    }
    // If this file already gives a name, the new name replaces it, and the old name becomes an alias.
    // If only a lower layer gives a name, the new name is written under the key `rename`, which has
    // the same effect.
    let old = table.get("name").and_then(|names| names.as_table_like()?.get(&form.language)?.as_value().cloned());
    match old {
        Some(old) => {
            if text_of(&old) != text_of(&new) {
                // The new name may contain the old one in braces: "Форум{,а,у}".
                let kept = expand_braces(text_of(&new).unwrap_or_default())
                    .is_ok_and(|spelled| spelled.iter().any(|spelled| Some(spelled.as_str()) == text_of(&old)));
                under(table, "name")?.insert(&form.language, Item::Value(new));
                if !kept {
                    push(under(table, "alias")?, &form.language, old)?;
                }
            }
        }
        None => {
            let renamed = below.named.contains(&form.language);
            under(table, if renamed { "rename" } else { "name" })?.insert(&form.language, Item::Value(new));
        }
    }
    Ok(())
}

/// Adds a value to the list under `key`. If the list already contains a value with the same text,
/// the new value takes its place.
fn push(table: &mut dyn TableLike, key: &str, new: Value) -> Result<(), EditError> {
    let list = list(table, key)?;
    let same = |known: &Value| text_of(known).is_some() && text_of(known) == text_of(&new);
    let known = list.iter().position(same);
    if let Some(at) = known {
        list.replace(at, new);
        return Ok(());
    }
    append(list, new);
    Ok(())
}

fn drop_form(table: &mut Table, form: &FormEdit, below: bool) -> Result<(), EditError> {
    if take(table, form) {
        if table.get(&form.kind).and_then(Item::as_table_like).is_some_and(TableLike::is_empty) {
            table.remove(&form.kind);
        }
        return Ok(());
    }
    if !below {
        let message = format!("the entry has no {}.{} = \"{}\" to drop", form.kind, form.language, form.text);
        return Err(EditError::new(message));
    }
    push(under(under(table, "drop")?, &form.kind)?, &form.language, form.text.as_str().into())
}

/// Removes a form from the table. Returns whether the table contained the form.
fn take(table: &mut Table, form: &FormEdit) -> bool {
    let Some(forms) = table.get_mut(&form.kind).and_then(Item::as_table_like_mut) else { return false };
    let Some(list) = forms.get_mut(&form.language).and_then(Item::as_array_mut) else { return false };
    let at = list.iter().position(|known| text_of(known) == Some(form.text.as_str()));
    let Some(at) = at else { return false };
    list.remove(at);
    if list.is_empty() {
        forms.remove(&form.language);
    }
    true
}

fn source(table: &mut Table, edit: &EntryEdit, own: bool) {
    let known = table.get("src").and_then(Item::as_value).and_then(|value| value.as_inline_table().cloned());
    let mut inline = known.unwrap_or_default();
    if !own || !inline.contains_key("by") {
        inline.insert("by", "hand".into());
    }
    if let Some(from) = &edit.source {
        inline.insert("from", from.as_str().into());
    }
    inline.insert("reviewed", edit.reviewed.as_str().into());
    let mut sorted = InlineTable::new();
    for key in ["by", "from", "reviewed"] {
        if let Some(value) = inline.remove(key) {
            let mut value = value;
            value.decor_mut().clear();
            sorted.insert(key, value);
        }
    }
    for (key, value) in inline.iter() {
        sorted.insert(key, value.clone());
    }
    // The key `src` stays after the keys that were added.
    match table.remove_entry("src") {
        Some((key, _)) => table.insert_formatted(&key, Item::Value(Value::InlineTable(sorted))),
        None => table.insert("src", Item::Value(Value::InlineTable(sorted))),
    };
}

#[cfg(test)]
mod tests {
    use super::super::edit::RelationEdit;
    use super::*;

    fn below() -> Below {
        Below { exists: true, named: vec!["en".to_owned()] }
    }

    fn form(kind: &str, text: &str) -> FormEdit {
        FormEdit { kind: kind.to_owned(), language: "en".to_owned(), text: text.to_owned() }
    }

    fn edit(id: &str) -> EntryEdit {
        EntryEdit { id: id.to_owned(), reviewed: "2026-11-29".to_owned(), ..EntryEdit::default() }
    }

    #[test]
    fn comments_and_order_are_kept() {
        let text = "# Ours.\n\n[[entity]] # the first\nid = \"igo.a\"\ntype = \"igo\"\nname.en = \"A\"\nalias.en = [\n  \"AA\", # often\n]\nsrc = { by = \"hand\", from = \"x\" }\n\n# the end\n";
        let mut change = edit("igo.a");
        change.forms = vec![form("alias", "AAA"), form("abbr", "{ n = \"A\", needs = [\"b\"] }")];
        let new = changed(text, &change, &Below::default()).expect("it can be changed");
        assert!(new.starts_with("# Ours.\n\n[[entity]] # the first\nid = \"igo.a\"\n"), "{new}");
        assert!(new.contains("alias.en = [\n  \"AA\", # often\n  \"AAA\",\n]"), "{new}");
        assert!(new.contains("abbr.en = [{ n = \"A\", needs = [\"b\"] }]"), "{new}");
        assert!(new.contains("src = { by = \"hand\", from = \"x\", reviewed = \"2026-11-29\" }"), "{new}");
        assert!(new.ends_with("# the end\n"), "{new}");
        change.drops = vec![form("alias", "AA")];
        assert!(!changed(&new, &change, &Below::default()).expect("it can be changed").contains("\"AA\""));
    }

    #[test]
    fn entries_of_lower_layers_are_extended() {
        let mut change = edit("state.kg");
        change.forms = vec![form("name", "Kyrgyz Land"), form("demonym", "Kyrgyzes")];
        change.drops = vec![form("alias", "Kirgizia")];
        change.source = Some("x".to_owned());
        let new = changed("", &change, &below()).expect("it can be changed");
        let expected = "[[entity]]\nid = \"state.kg\"\nextend = true\nrename.en = \"Kyrgyz Land\"\ndemonym.en = [\"Kyrgyzes\"]\ndrop.alias.en = [\"Kirgizia\"]\nsrc = { by = \"hand\", from = \"x\", reviewed = \"2026-11-29\" }\n";
        assert_eq!(new, expected);
        change.off = true;
        let off = changed(&new, &change, &below()).expect("it can be changed");
        assert_eq!(off, format!("{expected}off = true\n"));
        (change.off, change.on) = (false, true);
        (change.forms, change.drops, change.source) = (Vec::new(), Vec::new(), None);
        assert_eq!(changed(&off, &change, &below()).expect("it can be changed"), expected);
        (change.on, change.delete) = (false, true);
        assert_eq!(changed(&off, &change, &below()).expect("it can be changed").trim(), "");
    }

    #[test]
    fn terms_are_ended_and_added() {
        let mut change = edit("person.x");
        let term = |valid: &str| RelationEdit {
            kind: "office".to_owned(),
            of: "office.president".to_owned(),
            at: Some("state.kg".to_owned()),
            valid: Some(valid.to_owned()),
            role: None,
        };
        change.relations = vec![term("2001-01-01/..")];
        let new = changed("", &change, &below()).expect("it can be changed");
        change.relations = vec![term("2001-01-01/2005-02-03"), term("2010/..")];
        let new = changed(&new, &change, &below()).expect("it can be changed");
        let expected = "office = [{ of = \"office.president\", at = \"state.kg\", valid = \"2001-01-01/2005-02-03\" }, { of = \"office.president\", at = \"state.kg\", valid = \"2010/..\" }]";
        assert!(new.contains(expected), "{new}");
    }

    #[test]
    fn relations_are_dropped() {
        let drop = |at: Option<&str>| RelationEdit {
            kind: "office".to_owned(),
            of: "office.president".to_owned(),
            at: at.map(str::to_owned),
            ..RelationEdit::default()
        };
        let text = "[[entity]]\nid = \"person.x\"\noffice = [{ of = \"office.president\", at = \"state.kg\" }, { of = \"office.president\", at = \"state.kz\" }]\n";
        let mut change = edit("person.x");
        change.dropped_relations = vec![drop(Some("state.kz"))];
        let new = changed(text, &change, &Below::default()).expect("it can be changed");
        assert!(new.contains("office = [{ of = \"office.president\", at = \"state.kg\" }]"), "{new}");
        // A relation that the file does not state is an error, unless a lower layer may state it.
        assert!(changed(&new, &change, &Below::default()).is_err());
        let lower = changed("", &change, &below()).expect("it can be changed");
        assert!(lower.contains("extend = true\ndrop.office = [{ of = \"office.president\", at = \"state.kz\" }]\n"), "{lower}");
        assert_eq!(changed(&lower, &change, &below()).expect("it can be changed"), lower);
        change.dropped_relations = vec![drop(None)];
        let none = changed(text, &change, &Below::default()).expect("it can be changed");
        assert!(!none.contains("office.president"), "{none}");
        let lower = changed("", &change, &below()).expect("it can be changed");
        assert!(lower.contains("drop.office = [\"office.president\"]\n"), "{lower}");
    }
}
