//! Finds the files of a data folder that contain an entry or switch it off.

use super::edit::EditError;
use super::toml_file::{self, Below};
use crate::book::Book;
use chancery_data::{Data, FIRST_OWN};
use chancery_text::Form;
use std::path::{Path, PathBuf};

/// The data folder that is changed. Either all files of the folder may be changed, or only one of them.
pub(super) struct Root {
    path: PathBuf,
    single: Option<PathBuf>,
}

impl Root {
    /// Creates a `Root` from `folder`, which is a data folder, or a `.toml` file in a data folder.
    pub(super) fn of(folder: &Path) -> Result<Self, EditError> {
        if folder.extension().is_some_and(|ending| ending == "toml") {
            let path = folder.parent().filter(|parent| *parent != Path::new("")).unwrap_or(Path::new("."));
            if !path.is_dir() {
                return Err(EditError::new(format!("there is no folder {}", path.display())));
            }
            return Ok(Self { path: path.to_owned(), single: Some(folder.to_owned()) });
        }
        if !folder.exists() {
            let text = format!(
                "there is no folder {0}; correct the name, or create the folder with `chancery gazetteer init {0}`",
                folder.display()
            );
            return Err(EditError::new(text));
        }
        if !folder.is_dir() {
            return Err(EditError::new(format!("{} is not a folder; if it is a .zip file, unpack it first", folder.display())));
        }
        Ok(Self { path: folder.to_owned(), single: None })
    }

    pub(super) fn path(&self) -> &Path {
        &self.path
    }

    /// Returns the folders of all layers: `lower`, and this folder if it exists.
    pub(super) fn layers(&self, lower: &[PathBuf]) -> Vec<PathBuf> {
        lower.iter().cloned().chain(Some(self.path.clone()).filter(|path| path.is_dir())).collect()
    }

    /// Returns the file to which a new entry is added. `file` is relative to the folder.
    pub(super) fn default_file(&self, file: &str) -> PathBuf {
        self.single.clone().unwrap_or_else(|| self.path.join(file))
    }

    /// Returns the first file of the folder for which `has` returns `true`, or `None` if there is no such file. `has` gets the text of a file and the id
    /// `id`.
    fn holder(&self, id: &str, has: fn(&str, &str) -> bool) -> Result<Option<PathBuf>, EditError> {
        if let Some(file) = &self.single {
            return Ok(Some(file.clone()).filter(|file| std::fs::read_to_string(file).is_ok_and(|text| has(&text, id))));
        }
        if !self.path.is_dir() {
            return Ok(None);
        }
        let files = Data::folder_files(&self.path).map_err(EditError::from_error)?;
        let found = files.iter().find(|file| file.inner.ends_with(".toml") && has(&file.text, id));
        Ok(found.map(|file| self.path.join(&file.inner)))
    }
}

/// Where an entry is written.
pub(super) struct Place {
    /// The file of the folder that contains the entry.
    pub(super) own: Option<PathBuf>,
    /// The file of the folder that switches the entry off.
    pub(super) off: Option<PathBuf>,
    /// The entry in lower layers.
    pub(super) below: Below,
}

impl Place {
    /// Finds the entry `id`. `book` contains all layers.
    pub(super) fn find(root: &Root, lower: &[PathBuf], id: &str, book: &Book) -> Result<Self, EditError> {
        let layer = FIRST_OWN + lower.len() as u32;
        let below = |book: &Book| match book.entry(id) {
            Some(entry) => {
                let names = entry.forms.iter().filter(|form| form.form == Form::Name && form.place.layer < layer);
                Below {
                    exists: entry.places.iter().any(|place| place.layer < layer),
                    named: names.map(|form| form.language.clone()).collect(),
                }
            }
            None => Below::default(),
        };
        let off = root.holder(id, toml_file::switches_off)?;
        let below = match book.entry(id) {
            Some(_) => below(book),
            // The folder may switch the entry off, so the lower layers are searched without it.
            None if off.is_some() => below(&Book::load(lower).map_err(EditError::from_error)?),
            None => Below::default(),
        };
        Ok(Self { own: root.holder(id, toml_file::has)?, off, below })
    }
}

/// Finds an entry that a file in the folder `root` switches off, by its id or name (`name`). Returns the id of the entry, or `None` if the folder switches
/// off no such entry. `lower` contains the folders of lower layers.
///
/// # Errors
/// Returns an error if a file of a folder cannot be read.
pub fn switched_off(root: &Path, lower: &[PathBuf], name: &str) -> Result<Option<String>, EditError> {
    if !root.is_dir() {
        return Ok(None);
    }
    let files = Data::folder_files(root).map_err(EditError::from_error)?;
    let off: Vec<_> =
        files.iter().filter(|file| file.inner.ends_with(".toml")).flat_map(|file| toml_file::off_entries(&file.text)).collect();
    if off.is_empty() {
        return Ok(None);
    }
    if let Some((id, _)) = off.iter().find(|(id, names)| id == name || names.iter().any(|known| known.eq_ignore_ascii_case(name))) {
        return Ok(Some(id.clone()));
    }
    let below = Book::load(lower).map_err(EditError::from_error)?;
    Ok(below.identified(name).ok().filter(|id| off.iter().any(|(known, _)| known == id)).map(str::to_owned))
}
