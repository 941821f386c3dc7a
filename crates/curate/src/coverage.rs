//! Counts how often the entries and forms of the data were found in a dataset.

use crate::book::{Book, shown};
use chancery_data::FIRST_OWN;
use chancery_dataset::DatasetError;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::path::Path;

/// How often the entries and forms of all layers were found in a dataset.
#[derive(Clone, Debug, Serialize)]
pub struct Coverage {
    /// The number of mentions in the dataset.
    pub mentions: u64,
    /// The layers, the user's own first.
    pub layers: Vec<LayerCoverage>,
    /// The ids of entities that occur in the dataset but in none of the data files. If there are any, the dataset
    /// was made with different data files.
    pub unknown: Vec<String>,
    /// Whether [`Coverage::only_unused`] has removed what was found.
    #[serde(skip)]
    pub unused: bool,
}

/// How often the entries and forms of one layer were found in a dataset.
#[derive(Clone, Debug, Serialize)]
pub struct LayerCoverage {
    /// The number of the layer: 0 for the embedded entries that a program generated, 1 for the embedded entries that were written by hand, and 2 or more
    /// for the user's folders.
    pub layer: u32,
    /// The number of entries that the layer defines or changes. An entry that is in several layers
    /// is counted in the highest of them.
    pub entries: usize,
    /// The number of these entries that are mentioned in the dataset.
    pub found: usize,
    /// The entries of the layer. The entries with the most mentions come first, and those without mentions come
    /// last.
    pub list: Vec<EntryCoverage>,
}

/// The number of mentions of an entry and of its forms.
#[derive(Clone, Debug, Serialize)]
pub struct EntryCoverage {
    /// The id of the entry.
    pub id: String,
    /// The preferred name of the entry.
    pub label: String,
    /// The number of mentions.
    pub mentions: u64,
    /// The number of documents that contain a mention.
    pub documents: usize,
    /// The forms of the entry. The forms with the most mentions come first.
    pub forms: Vec<FormCoverage>,
    /// The number of mentions whose text is not one of the forms, for example short names, words divided at the
    /// end of a line, and spelling errors.
    pub other: u64,
    /// The number of ambiguous mentions that were assigned to this entry: their text is also a form of other entries.
    pub won: u64,
    /// The number of ambiguous mentions that were assigned to another entry, although their text is also a form of this entry.
    pub lost: u64,
    /// The file and line in which the entry is written.
    pub written: String,
}

/// The number of mentions of a form.
#[derive(Clone, Debug, Serialize)]
pub struct FormCoverage {
    /// The form, as it is written in the data.
    pub text: String,
    /// The number of mentions.
    pub mentions: u64,
    /// Whether a file in the user's own folders lists the form.
    pub own: bool,
}

/// Counts the mentions of a dataset by entry and form.
///
/// # Errors
/// Returns an error if the folder is not a finished dataset with CSV files, or if a file is damaged.
pub fn coverage(book: &Book, dataset: &Path) -> Result<Coverage, DatasetError> {
    let mut mentions = 0;
    let mut found: BTreeMap<String, BTreeMap<String, u64>> = BTreeMap::new();
    let mut documents: BTreeMap<String, BTreeSet<u32>> = BTreeMap::new();
    let (mut doc, mut number) = (String::new(), 0);
    chancery_dataset::each(dataset, "mentions", |columns, record| {
        let get = |name: &str| columns.iter().position(|column| column == name).and_then(|at| record.get(at)).unwrap_or_default();
        mentions += 1;
        if get("doc_id") != doc {
            doc = get("doc_id").to_owned();
            number += 1;
        }
        *found.entry(get("id").to_owned()).or_default().entry(book.key(get("surface"))).or_default() += 1;
        documents.entry(get("id").to_owned()).or_default().insert(number);
        Ok(())
    })?;
    let contested = contested(book, &found);
    let mut layers: BTreeMap<u32, Vec<EntryCoverage>> = BTreeMap::new();
    for entry in book.entries().iter().filter(|entry| !entry.hides) {
        let surfaces = found.remove(&entry.id).unwrap_or_default();
        let all: u64 = surfaces.values().sum();
        let mut forms: Vec<FormCoverage> = Vec::new();
        let mut counted = BTreeSet::new();
        for form in &entry.forms {
            let keys: BTreeSet<String> = form.spelled.iter().map(|text| book.key(text)).collect();
            let count: u64 = keys.into_iter().filter(|key| counted.insert(key.clone())).filter_map(|key| surfaces.get(&key)).sum();
            let own = form.place.layer >= FIRST_OWN;
            match forms.iter_mut().find(|known| known.text == form.text) {
                Some(known) => {
                    known.mentions += count;
                    known.own |= own;
                }
                None => forms.push(FormCoverage { text: form.text.clone(), mentions: count, own }),
            }
        }
        let other = all - forms.iter().map(|form| form.mentions).sum::<u64>();
        forms.sort_by_key(|form| std::cmp::Reverse(form.mentions));
        let place = entry.places.last();
        layers.entry(place.map_or(0, |place| place.layer)).or_default().push(EntryCoverage {
            id: entry.id.clone(),
            label: entry.label.clone(),
            mentions: all,
            documents: documents.get(&entry.id).map_or(0, BTreeSet::len),
            forms,
            other,
            won: contested.get(entry.id.as_str()).map_or(0, |counts| counts.0),
            lost: contested.get(entry.id.as_str()).map_or(0, |counts| counts.1),
            written: place.map(shown).unwrap_or_default(),
        });
    }
    let layers = layers
        .into_iter()
        .rev()
        .map(|(layer, mut list)| {
            list.sort_by(|a, b| b.mentions.cmp(&a.mentions).then_with(|| a.id.cmp(&b.id)));
            LayerCoverage { layer, entries: list.len(), found: list.iter().filter(|entry| entry.mentions > 0).count(), list }
        })
        .collect();
    Ok(Coverage { mentions, layers, unknown: found.into_keys().collect(), unused: false })
}

/// Counts, for each entry, the mentions that it won against other entries with the same form, and the mentions that it lost to them. `found` contains the
/// number of mentions for each id and folded text.
fn contested<'b>(book: &'b Book, found: &BTreeMap<String, BTreeMap<String, u64>>) -> BTreeMap<&'b str, (u64, u64)> {
    let mut counts: BTreeMap<&str, (u64, u64)> = BTreeMap::new();
    for (id, texts) in found {
        for (text, count) in texts {
            let sharing: BTreeSet<&str> = book.named(text).filter(|(entry, _)| !entry.hides).map(|(entry, _)| entry.id.as_str()).collect();
            for other in sharing.iter().filter(|_| sharing.len() > 1 && sharing.contains(id.as_str())) {
                let counted = counts.entry(other).or_default();
                if *other == id { counted.0 += count } else { counted.1 += count }
            }
        }
    }
    counts
}

impl Coverage {
    /// Keeps only the user's own layers.
    pub fn only_own(&mut self) {
        self.layers.retain(|layer| layer.layer >= FIRST_OWN);
    }

    /// Keeps only the entries without mentions and, of entries that the user's own folders define or change, the forms without mentions.
    pub fn only_unused(&mut self) {
        self.unused = true;
        for layer in &mut self.layers {
            for entry in &mut layer.list {
                entry.forms.retain(|form| form.mentions == 0);
            }
            layer.list.retain(|entry| entry.mentions == 0 || entry.forms.iter().any(|form| form.own));
        }
    }
}

/// Returns the name of a layer for the user: the user's first folder is layer 2.
pub(crate) fn layer_name(layer: u32) -> String {
    match layer {
        0 => "embedded, generated".to_owned(),
        1 => "embedded, written by hand".to_owned(),
        number => format!("your folder {}", number - 1),
    }
}

/// The maximum number of entries that are printed for an embedded layer. For the user's layers, all
/// entries are printed.
const FEW: usize = 20;

impl fmt::Display for Coverage {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "{} mentions", self.mentions)?;
        for layer in &self.layers {
            let name = layer_name(layer.layer);
            let own = layer.layer >= FIRST_OWN;
            let listed = match (self.unused, own) {
                (false, _) => "",
                (true, false) => "; the others are:",
                (true, true) => "; entries and names that were not found:",
            };
            writeln!(f, "\n{name}: {} of {} entries found{listed}", layer.found, layer.entries)?;
            let most = if own { usize::MAX } else { FEW };
            let unused = layer.list.iter().all(|entry| entry.mentions == 0);
            for entry in layer.list.iter().take(most).filter(|entry| own || entry.mentions > 0 || unused) {
                writeln!(
                    f,
                    "  {:>8} in {:>6} documents  {} ({})   {}",
                    entry.mentions, entry.documents, entry.id, entry.label, entry.written
                )?;
                if entry.won + entry.lost > 0 {
                    writeln!(
                        f,
                        "           {:>8}  by ambiguous names; {} more mentions of these names were assigned to other entries",
                        entry.won, entry.lost
                    )?;
                }
                if own {
                    // Of an embedded entry that the folder changes, only the forms in the folder are printed.
                    for form in entry.forms.iter().filter(|form| form.own) {
                        writeln!(f, "           {:>8}  {}", form.mentions, form.text)?;
                    }
                    let embedded = entry.forms.iter().filter(|form| !form.own);
                    let (count, mentions) = embedded.fold((0, 0), |(count, mentions), form| (count + 1, mentions + form.mentions));
                    if count > 0 {
                        writeln!(f, "           {mentions:>8}  {count} names that this folder does not list")?;
                    }
                    if entry.other > 0 {
                        writeln!(
                            f,
                            "           {:>8}  other wordings, such as short names and words divided at the end of a line",
                            entry.other
                        )?;
                    }
                }
            }
            if layer.list.len() > most {
                writeln!(f, "  and {} more; --json lists all", layer.list.len() - most)?;
            }
        }
        if let Some(first) = self.unknown.first() {
            writeln!(
                f,
                "\n{} ids of the dataset, such as {first}, are not in the data files; pass the same --data folders as for `chancery run`",
                self.unknown.len()
            )?;
        }
        Ok(())
    }
}
