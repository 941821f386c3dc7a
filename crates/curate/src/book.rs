//! The entries of all layers of the gazetteer, which can be looked up by id and by name.

use chancery_data::{Data, Diagnostic, Entry, EntryPlace, LoadError, WrittenForm, WrittenRelation};
use chancery_text::fold::Folder;
use std::collections::{BTreeMap, HashMap};
use std::path::{Path, PathBuf};

/// The entries of the embedded data and of the user's folders.
#[derive(Debug)]
pub struct Book {
    entries: Vec<Entry>,
    problems: Vec<Diagnostic>,
    by_form: HashMap<String, Vec<(u32, u32)>>,
    /// For each entry id, the relations in other entries that point to this entry. Each relation is a
    /// pair of indexes: the index of the entry that contains the relation, and the index of the
    /// relation within that entry.
    to: BTreeMap<String, Vec<(u32, u32)>>,
    folder: Folder,
}

impl Book {
    /// Reads the entries of the embedded files and of the files in `folders`.
    ///
    /// # Errors
    /// Returns an error if a folder cannot be read.
    pub fn load(folders: &[PathBuf]) -> Result<Self, LoadError> {
        let (entries, problems) = Data::entries(folders)?;
        Ok(Self::new(entries, problems))
    }

    /// Reads the entries like [`load`](Self::load), but ignores the file `left_out`, for example because it will be replaced.
    ///
    /// # Errors
    /// Returns an error if a folder cannot be read.
    pub fn load_without(folders: &[PathBuf], left_out: &Path) -> Result<Self, LoadError> {
        let (entries, problems) = Data::entries_without(folders, left_out)?;
        Ok(Self::new(entries, problems))
    }

    pub(crate) fn new(entries: Vec<Entry>, problems: Vec<Diagnostic>) -> Self {
        // The `Folder` of the embedded data normalises names. It determines which characters count as
        // equal, such as traditional and simplified Chinese characters.
        let folder = Data::embedded().folder().clone();
        let mut by_form: HashMap<String, Vec<(u32, u32)>> = HashMap::new();
        let mut to: BTreeMap<String, Vec<(u32, u32)>> = BTreeMap::new();
        for (number, entry) in entries.iter().enumerate() {
            for (form, written) in entry.forms.iter().enumerate() {
                for text in &written.spelled {
                    let place = (number as u32, form as u32);
                    let known = by_form.entry(key(&folder, text)).or_default();
                    if known.last() != Some(&place) {
                        known.push(place);
                    }
                }
            }
            for (relation, written) in entry.relations.iter().enumerate() {
                to.entry(written.of.clone()).or_default().push((number as u32, relation as u32));
                if let Some(at) = written.at.as_ref().filter(|at| **at != written.of) {
                    to.entry(at.clone()).or_default().push((number as u32, relation as u32));
                }
            }
        }
        Self { entries, problems, by_form, to, folder }
    }

    /// Returns all entries, sorted by id.
    #[must_use]
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// Returns the errors and warnings about the files.
    #[must_use]
    pub fn problems(&self) -> &[Diagnostic] {
        &self.problems
    }

    /// Returns the entry with this id.
    #[must_use]
    pub fn entry(&self, id: &str) -> Option<&Entry> {
        self.entries.binary_search_by(|entry| entry.id.as_str().cmp(id)).ok().map(|number| &self.entries[number])
    }

    /// Returns the label of the entry `id`, or `id` itself if there is no entry with this id or the
    /// entry has no label.
    #[must_use]
    pub fn label<'a>(&'a self, id: &'a str) -> &'a str {
        self.entry(id).map(|entry| entry.label.as_str()).filter(|label| !label.is_empty()).unwrap_or(id)
    }

    /// Returns the forms with the spelling `name`, each with its entry. Case, accents, and the kind
    /// of quotes and dashes are ignored.
    pub fn named<'a>(&'a self, name: &str) -> impl Iterator<Item = (&'a Entry, &'a WrittenForm)> + use<'a> {
        let found = self.by_form.get(&key(&self.folder, name)).map(Vec::as_slice).unwrap_or_default();
        found.iter().filter_map(|(entry, form)| {
            let entry = self.entries.get(*entry as usize)?;
            Some((entry, entry.forms.get(*form as usize)?))
        })
    }

    /// Returns the id of the entry that `name` identifies: the entry with this id, or the only entry that has a form with this spelling.
    ///
    /// # Errors
    /// If several entries have the name, returns their ids in ascending order. If no entry has it, returns an empty list.
    pub fn identified(&self, name: &str) -> Result<&str, Vec<&str>> {
        if let Some(entry) = self.entry(name) {
            return Ok(&entry.id);
        }
        let mut ids: Vec<&str> = self.named(name).map(|(entry, _)| entry.id.as_str()).collect();
        ids.sort_unstable();
        ids.dedup();
        if let [id] = ids[..] { Ok(id) } else { Err(ids) }
    }

    /// Returns whether any entry has a form with the spelling `name`.
    #[must_use]
    pub fn knows(&self, name: &str) -> bool {
        self.by_form.contains_key(&key(&self.folder, name))
    }

    /// Returns the relations in other entries that point to the entry `id`, each with the entry
    /// that contains it.
    pub fn relations_to<'a>(&'a self, id: &str) -> impl Iterator<Item = (&'a Entry, &'a WrittenRelation)> + use<'a> {
        let found = self.to.get(id).map(Vec::as_slice).unwrap_or_default();
        found.iter().filter_map(|(entry, relation)| {
            let entry = self.entries.get(*entry as usize)?;
            Some((entry, entry.relations.get(*relation as usize)?))
        })
    }

    /// Returns all folded spellings, each with an entry that has a form with this spelling. If several
    /// forms have the same spelling, the spelling is returned once for each of them.
    pub(crate) fn spellings(&self) -> impl Iterator<Item = (&str, &Entry)> {
        let found = self.by_form.iter();
        found.flat_map(|(text, places)| places.iter().filter_map(|(entry, _)| Some((text.as_str(), self.entries.get(*entry as usize)?))))
    }

    /// Returns a key for comparing names. Names that differ only in case, accents, white space, or the
    /// kind of quotes and dashes have the same key.
    pub(crate) fn key(&self, name: &str) -> String {
        key(&self.folder, name)
    }
}

/// Returns a key for comparing names: the folded name with single spaces and without square brackets.
/// In the data, brackets mark the part of a name that a mention covers. Names that differ only in
/// case, accents, white space, or the kind of quotes and dashes have the same key.
pub(crate) fn key(folder: &Folder, name: &str) -> String {
    let folded = folder.word(&name.replace(['[', ']'], ""));
    if folded.contains("  ") || folded.contains('\n') { folded.split_whitespace().collect::<Vec<_>>().join(" ") } else { folded }
}

/// Formats a position in a data file as `FILE:LINE`. For an embedded file, the layer follows in
/// parentheses.
pub(crate) fn shown(place: &EntryPlace) -> String {
    let layer = match place.layer {
        0 => " (embedded, generated)",
        1 => " (embedded)",
        _ => "",
    };
    format!("{}:{}{layer}", place.file, place.line)
}
