//! Changes an entry in a data folder. A change that causes errors in the data is undone.

use super::edit::{EditError, EntryEdit};
use super::effect::{Effect, effect};
use super::init::write;
use super::toml_file::{self, Below};
use crate::book::Book;
use crate::lookup::lookup;
use chancery_data::FIRST_OWN;
use chancery_data::{Code, Data, Diagnostic, Entry};
use chancery_text::Form;
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
/// Returns an error if the entry exists although `new` is `true`, or is missing although `new` is `false`. Also returns an error if several entries have the
/// name, if a file cannot be read or written, or if the change would cause errors in the data. In the last case, the file is left unchanged.
pub fn change(folder: &Path, lower: &[PathBuf], edit: &EntryEdit, file: Option<&str>, new: bool) -> Result<Changed, EditError> {
    let failed = |error: &dyn std::fmt::Display| EditError::new(error.to_string());
    let (root, single) = if folder.extension().is_some_and(|ending| ending == "toml") {
        (folder.parent().unwrap_or(Path::new("")).to_owned(), Some(folder.to_owned()))
    } else {
        (folder.to_owned(), None)
    };
    if root.is_dir() || single.is_some() {
    } else if folder.exists() {
        return Err(EditError::new(format!("{} is not a folder; if it is a .zip file, unpack it first", folder.display())));
    }
    let folders: Vec<PathBuf> = lower.iter().cloned().chain(Some(root.clone()).filter(|root| root.is_dir())).collect();
    let before = Book::load(&folders).map_err(|error| failed(&error))?;
    let mut edit = with_ids(edit, &before)?;
    if !new && before.entry(&edit.id).is_none() {
        match before.identified(&edit.id) {
            Ok(id) => edit.id = id.to_owned(),
            Err(ids) if !ids.is_empty() => return Err(several(&edit.id, &ids)),
            Err(_) => {
                if let Some(id) = switched_off(&root, lower, &edit.id)? {
                    edit.id = id;
                }
            }
        }
    }
    let holder = |has: fn(&str, &str) -> bool| match &single {
        Some(file) => Ok(Some(file.clone()).filter(|file| std::fs::read_to_string(file).is_ok_and(|text| has(&text, &edit.id)))),
        None => holder(&root, &edit.id, has),
    };
    let (own, off) = (holder(toml_file::has)?, holder(toml_file::switches_off)?);
    if edit.on && off.is_none() {
        return Err(EditError::new(format!(
            "no file in {} switches {} off, so there is nothing to undo with --on",
            folder.display(),
            edit.id
        )));
    }
    if let Some(file) = off.as_ref().filter(|_| !new && own.is_none() && !edit.on && !edit.off && !edit.delete) {
        return Err(EditError::new(format!("{} switches {} off (off = true); add --on to use the entry again", file.display(), edit.id)));
    }
    let layer = FIRST_OWN + lower.len() as u32;
    let named = |entry: &Entry, top: u32| {
        let names = entry.forms.iter().filter(|form| form.form == Form::Name && form.place.layer < top);
        names.map(|form| form.language.clone()).collect()
    };
    let below = match before.entry(&edit.id) {
        Some(entry) => Below { exists: entry.places.iter().any(|place| place.layer < layer), named: named(entry, layer) },
        // The folder may switch the entry off.
        None => Book::load(lower)
            .map_err(|error| failed(&error))?
            .entry(&edit.id)
            .map_or_else(Below::default, |entry| Below { exists: true, named: named(entry, layer) }),
    };
    let is_below = below.exists;
    if new && (is_below || own.is_some()) {
        let place = own.map(|file| file.display().to_string()).unwrap_or_else(|| "the embedded data or another folder".to_owned());
        return Err(EditError::new(format!(
            "the entry {} is already in {place}; change it with `chancery gazetteer edit`, or choose another id",
            edit.id
        )));
    }
    if let Some(file) = off.as_ref().filter(|_| edit.off && own.is_none()) {
        return Err(EditError::new(format!("{} already switches {} off", file.display(), edit.id)));
    }
    if edit.delete && own.is_none() && off.is_none() {
        return Err(EditError::new(format!(
            "no file in {} contains {}, so there is nothing to delete; use --off to switch off an entry of the embedded data",
            folder.display(),
            edit.id
        )));
    }
    if !new && !is_below && own.is_none() && off.is_none() {
        return Err(EditError::new(format!(
            "there is no entry {}; use `chancery gazetteer lookup` to find an id, or `chancery gazetteer add` to add an entry",
            edit.id
        )));
    }
    if let Some(entry) = before.entry(&edit.id) {
        known_drops(entry, &edit)?;
    }
    let path = own.or(off.filter(|_| edit.on || edit.delete)).or(single).unwrap_or_else(|| root.join(file.unwrap_or(FILE)));
    let old = std::fs::read_to_string(&path).ok();
    let text = toml_file::changed(old.as_deref().unwrap_or_default(), &edit, &below)
        .map_err(|error| failed(&format!("{}: {error}", path.display())))?;
    let folders: Vec<PathBuf> = lower.iter().cloned().chain([root.clone()]).collect();
    write(&path, text.as_bytes()).map_err(|error| failed(&error))?;
    let after = Book::load(&folders).map_err(|error| failed(&error))?;
    let all = after.problems();
    let known = |error: &&Diagnostic| before.problems().iter().any(|known| known.message == error.message);
    let here = path.display().to_string();
    // A name to drop that the entry does not have is probably misspelt.
    let stops = |problem: &&Diagnostic| problem.is_error() || problem.code == Code::NothingToDrop && problem.file == here;
    let fresh: Vec<String> = all.iter().filter(stops).filter(|error| !known(error)).map(ToString::to_string).collect();
    if !fresh.is_empty() {
        match old {
            Some(old) => write(&path, old.as_bytes()).map_err(|error| failed(&error))?,
            None => std::fs::remove_file(&path).map_err(|error| failed(&error))?,
        }
        return Err(EditError::new(format!(
            "{} was not changed, because the data would have errors:\n\n{}",
            path.display(),
            fresh.join("\n\n")
        )));
    }
    let warnings = all.iter().filter(|problem| !problem.is_error() && problem.file == here).filter(|problem| !known(problem));
    let effect = effect((before.entry(&edit.id), &before), (after.entry(&edit.id), &after));
    Ok(Changed { id: edit.id.clone(), warnings: warnings.cloned().collect(), file: path, effect, is_below })
}

/// Returns an error if the entry does not have a form that the edit drops.
fn known_drops(entry: &Entry, edit: &EntryEdit) -> Result<(), EditError> {
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

/// Returns the id of the entry with the id or name `name` that a file in the folder `root` switches off; `None` if there is none. `lower` contains the folders of
/// lower layers.
///
/// # Errors
/// Returns an error if a file of a folder cannot be read.
pub fn switched_off(root: &Path, lower: &[PathBuf], name: &str) -> Result<Option<String>, EditError> {
    if !root.is_dir() {
        return Ok(None);
    }
    let files = Data::folder_files(root).map_err(|error| EditError::new(error.to_string()))?;
    let off: Vec<_> =
        files.iter().filter(|file| file.inner.ends_with(".toml")).flat_map(|file| toml_file::off_entries(&file.text)).collect();
    if off.is_empty() {
        return Ok(None);
    }
    if let Some((id, _)) = off.iter().find(|(id, names)| id == name || names.iter().any(|known| known.eq_ignore_ascii_case(name))) {
        return Ok(Some(id.clone()));
    }
    let below = Book::load(lower).map_err(|error| EditError::new(error.to_string()))?;
    Ok(below.identified(name).ok().filter(|id| off.iter().any(|(known, _)| known == id)).map(str::to_owned))
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
    EditError::new(format!("no entry has the name or id \"{name}\"{help}"))
}

fn several(name: &str, ids: &[&str]) -> EditError {
    EditError::new(format!("several entries have the name \"{name}\": {}; give the id of one of them", ids.join(", ")))
}

/// Returns the first file in the folder `root` for which `has` is true with the entry `id`, or `None` if there is none.
fn holder(root: &Path, id: &str, has: fn(&str, &str) -> bool) -> Result<Option<PathBuf>, EditError> {
    if !root.is_dir() {
        return Ok(None);
    }
    let files = Data::folder_files(root).map_err(|error| EditError::new(error.to_string()))?;
    let found = files.iter().find(|file| file.inner.ends_with(".toml") && has(&file.text, id));
    Ok(found.map(|file| root.join(&file.inner)))
}
