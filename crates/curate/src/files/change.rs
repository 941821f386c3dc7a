//! Changes an entry in a data folder. A change that causes errors in the data is undone.

use super::edit::{EditError, EntryEdit};
use super::effect::{Effect, effect};
use super::init::write;
use super::place::{Place, Root, switched_off};
use super::toml_file;
use crate::book::Book;
use crate::lookup::lookup;
use chancery_data::{Diagnostic, Entry, WrittenRelation};
use std::path::{Path, PathBuf};

/// The default file for new entries, relative to the data folder.
const FILE: &str = "gazetteer/names.toml";

/// The result of a successful change.
#[derive(Clone, Debug)]
pub struct Changed {
    /// The id of the entry.
    pub id: String,
    /// The file that was changed.
    pub file: PathBuf,
    /// Warnings about the entry.
    pub warnings: Vec<Diagnostic>,
    /// The facts of the entry that the change adds or removes.
    pub effect: Effect,
    /// Whether a lower layer also contains the entry.
    pub is_below: bool,
}

/// Changes an entry in `folder`, which is a data folder or a single TOML file. `lower` contains the
/// folders of lower layers. If a file of the folder already contains the entry, this file is
/// changed. Otherwise, the change is added at the end of `file`, which is `gazetteer/names.toml` by
/// default. If `new` is `true`, the entry must not exist yet. Otherwise it must exist, and the id in
/// `edit` can also be a name that no other entry has.
///
/// # Errors
/// Returns an error in these cases:
///
/// - The entry exists although `new` is `true`, or is missing although `new` is `false`.
/// - No entry, or more than one entry, has a name that is given instead of an id.
/// - The entry does not have a form or relation that the edit drops.
/// - The file already has the requested state (`off`, `on`, `delete`).
/// - A file cannot be read or written.
/// - The change would cause errors in the data. The file is then left unchanged.
pub fn change(folder: &Path, lower: &[PathBuf], edit: &EntryEdit, file: Option<&str>, new: bool) -> Result<Changed, EditError> {
    let root = Root::of(folder)?;
    let before = Book::load(&root.layers(lower)).map_err(EditError::from_error)?;
    let mut edit = with_ids(edit, &before)?;
    if !new {
        edit.id = id_of(&edit.id, &before, &root, lower)?;
    }
    let place = Place::find(&root, lower, &edit.id, &before)?;
    refuse(&place, folder, &edit, new)?;
    if let Some(entry) = before.entry(&edit.id) {
        known_drops(entry, &edit)?;
    }
    let Place { own, off, below } = place;
    let path = if edit.on { off.or(own) } else { own.or(off) }.unwrap_or_else(|| root.default_file(file.unwrap_or(FILE)));
    let old = std::fs::read_to_string(&path).ok();
    let text = toml_file::changed(old.as_deref().unwrap_or_default(), &edit, &below)
        .map_err(|error| EditError::new(format!("{}: {error}", path.display())))?;
    write(&path, text.as_bytes()).map_err(EditError::from_error)?;
    let after = Book::load(&root.layers(lower)).map_err(EditError::from_error)?;
    let known = |error: &&Diagnostic| before.problems().iter().any(|known| known.message == error.message);
    let fresh: Vec<&Diagnostic> = after.problems().iter().filter(|problem| !known(problem)).collect();
    let errors: Vec<String> = fresh.iter().filter(|problem| problem.is_error()).map(ToString::to_string).collect();
    if !errors.is_empty() {
        match old {
            Some(old) => write(&path, old.as_bytes()).map_err(EditError::from_error)?,
            None => std::fs::remove_file(&path).map_err(EditError::from_error)?,
        }
        return Err(EditError::new(format!(
            "{} was not changed, because the data would have errors:\n\n{}",
            path.display(),
            errors.join("\n\n")
        )));
    }
    let here = path.display().to_string();
    let warnings = fresh.into_iter().filter(|problem| problem.file == here).cloned().collect();
    let effect = effect((before.entry(&edit.id), &before), (after.entry(&edit.id), &after));
    Ok(Changed { id: edit.id, warnings, file: path, effect, is_below: below.exists })
}

/// Returns the id of the entry that `name` identifies, or `name` itself if there is no such entry. Entries that a file of the folder switches off are also
/// found.
fn id_of(name: &str, book: &Book, root: &Root, lower: &[PathBuf]) -> Result<String, EditError> {
    if book.entry(name).is_some() {
        return Ok(name.to_owned());
    }
    match book.identified(name) {
        Ok(id) => Ok(id.to_owned()),
        Err(ids) if !ids.is_empty() => Err(several(name, &ids)),
        Err(_) => Ok(switched_off(root.path(), lower, name)?.unwrap_or_else(|| name.to_owned())),
    }
}

/// Returns an error if the edit is not possible for this entry, for example if it would add an entry that already exists.
fn refuse(place: &Place, folder: &Path, edit: &EntryEdit, new: bool) -> Result<(), EditError> {
    let (id, folder) = (&edit.id, folder.display());
    let message = match (&place.own, &place.off) {
        (Some(file), _) if new => {
            format!("the entry {id} is already in {}; change it with `chancery gazetteer edit`, or choose another id", file.display())
        }
        (None, Some(file)) if new => {
            format!(
                "{} already contains {id} and switches it off (off = true); use `chancery gazetteer edit` with --on or --delete",
                file.display()
            )
        }
        (None, None) if new && place.below.exists => format!(
            "the entry {id} is already in the embedded data or another folder; change it with `chancery gazetteer edit`, or choose another id"
        ),
        _ if new => return Ok(()),
        (_, None) if edit.on => format!("no file in {folder} switches {id} off, so there is nothing to undo with --on"),
        (None, Some(file)) if edit.off => format!("{} already switches {id} off", file.display()),
        (None, Some(file)) if !edit.on && !edit.delete => {
            format!("{} switches {id} off (off = true); add --on to use the entry again", file.display())
        }
        (None, None) if edit.delete => {
            format!(
                "no file in {folder} contains {id}, so there is nothing to delete; use --off to switch off an entry of the embedded data"
            )
        }
        (None, None) if !place.below.exists => {
            format!("there is no entry {id}; use `chancery gazetteer lookup` to find an id, or `chancery gazetteer add` to add an entry")
        }
        _ => return Ok(()),
    };
    Err(EditError::new(message))
}

/// Returns an error if the entry does not have a form or relation that the edit drops, because its text is probably misspelt.
fn known_drops(entry: &Entry, edit: &EntryEdit) -> Result<(), EditError> {
    for drop in &edit.dropped_relations {
        let same = |known: &WrittenRelation| known.kind == drop.kind && known.of == drop.of && (drop.at.is_none() || known.at == drop.at);
        if !entry.relations.iter().any(same) {
            return Err(EditError::new(format!(
                "{} has no {} = \"{}\" to drop; a relation is dropped from the entry that states it",
                entry.id, drop.kind, drop.of
            )));
        }
    }
    for drop in &edit.drops {
        let same_list = || entry.forms.iter().filter(|form| form.key() == drop.kind && form.language == drop.language);
        if same_list().any(|form| form.text == drop.text || form.spelled.contains(&drop.text)) {
            continue;
        }
        let texts = same_list().flat_map(|form| &form.spelled);
        let near = texts.map(|text| (strsim::normalized_damerau_levenshtein(text, &drop.text), text)).max_by(|a, b| a.0.total_cmp(&b.0));
        let near =
            near.filter(|(closeness, _)| *closeness > 0.6).map_or_else(String::new, |(_, text)| format!("; did you mean \"{text}\"?"));
        return Err(EditError::new(format!("{} has no {}.{} = \"{}\" to drop{near}", entry.id, drop.kind, drop.language, drop.text)));
    }
    Ok(())
}

/// Replaces names in the relations of an edit by the ids of their entries. Returns an error if no entry, or several entries, have the name.
fn with_ids(edit: &EntryEdit, book: &Book) -> Result<EntryEdit, EditError> {
    let id = |text: &str| match book.identified(text) {
        Ok(id) => Ok(id.to_owned()),
        Err(ids) if ids.is_empty() => Err(unknown(text, book)),
        Err(ids) => Err(several(text, &ids)),
    };
    let mut edit = edit.clone();
    for relation in edit.relations.iter_mut().chain(&mut edit.dropped_relations) {
        relation.of = id(&relation.of)?;
        relation.at = relation.at.as_deref().map(id).transpose()?;
    }
    Ok(edit)
}

/// Returns the error for a name or id that no entry has. It lists the most similar names.
fn unknown(name: &str, book: &Book) -> EditError {
    /// The number of similar names that are listed.
    const FEW: usize = 3;
    let near = lookup(book, name).nearest.into_iter().take(FEW).map(|near| format!("{} ({})", near.id, near.name)).collect::<Vec<_>>();
    let help = if near.is_empty() { String::new() } else { format!("; similar names: {}", near.join(", ")) };
    let help = if name.contains(',') { "; for several entries, repeat the option for each of them".to_owned() } else { help };
    EditError::new(format!("no entry has the name or id \"{name}\"{help}"))
}

fn several(name: &str, ids: &[&str]) -> EditError {
    EditError::new(format!("several entries have the name \"{name}\": {}; give the id of one of them", ids.join(", ")))
}
