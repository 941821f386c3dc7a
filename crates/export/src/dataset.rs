//! Writes a dataset to a folder.

use crate::column::Row;
use crate::content::Content;
use crate::context::Context;
use crate::error::{ExportError, ExportErrorKind};
use crate::formats::Format;
use crate::layout;
use crate::options::Options;
use crate::part::{PartInfo, PartWriter, Tables};
use crate::row::RowBuffer;
use crate::table::{Columns, Table};
use crate::tables::{self, ENTITIES, EntityCount, EntityRelation, Failure, RELATIONS, SKIPPED, Skipped};
use crate::totals::Totals;
use chancery_text::{Catalog, Document, EntityIx};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// A dataset that is written as a single part. Add the documents in order, and then call [`Dataset::finish`], which adds the entities and the manifest.
///
/// A large dataset is written in several parts instead. Each part has its own [`PartWriter`], and an [`Assembly`] combines the parts at the end.
pub struct Dataset {
    folder: PathBuf,
    options: Options,
    part: PartWriter,
}

impl Dataset {
    /// Creates a dataset in a folder. The folder is created if it does not exist. Existing files with the same names are overwritten.
    ///
    /// # Errors
    /// Returns an error if the folder or a file cannot be created.
    pub fn create(folder: &Path, options: &Options) -> Result<Self, ExportError> {
        let part = PartWriter::create(folder, options, 0)?;
        Ok(Self { folder: folder.to_owned(), options: options.clone(), part })
    }

    /// Adds a document.
    ///
    /// # Errors
    /// Returns an error if a file cannot be written, for example because the disk is full.
    pub fn document(&mut self, doc: &Document, catalog: &dyn Catalog) -> Result<(), ExportError> {
        self.part.document(doc, catalog)
    }

    /// Adds a failure, that is, a document that could not be read or analysed.
    ///
    /// # Errors
    /// Returns an error if a file cannot be written.
    pub fn failure(&mut self, failure: &Failure) -> Result<(), ExportError> {
        self.part.failure(failure)
    }

    /// Writes the entities, the relations and the manifest, and closes all files. The manifest also contains the entries of `extra`, such as versions, options
    /// and the hash of the data.
    ///
    /// # Errors
    /// Returns an error if a file cannot be written.
    pub fn finish(self, catalog: &dyn Catalog, extra: BTreeMap<String, Value>) -> Result<Totals, ExportError> {
        let part = self.part.finish()?;
        let mut assembly = Assembly::default();
        let listing = part.listing();
        assembly.add(part, listing);
        assembly.finish(&self.folder, &self.options, &[], catalog, extra)
    }
}

/// Combines the parts of a dataset, and writes the files that describe the whole dataset: the tables of entities, relations and skipped files, and the manifest.
#[derive(Debug, Default)]
pub struct Assembly {
    totals: Totals,
    listings: BTreeMap<u32, Value>,
    ids: Vec<u64>,
}

impl Assembly {
    /// Adds a part. Parts may be added in any order. `listing` is the entry of the part in the manifest: the result of [`PartInfo::listing`], to which the
    /// caller may add keys.
    pub fn add(&mut self, part: PartInfo, listing: Value) {
        self.totals.add(&part.totals);
        self.listings.insert(part.number, listing);
        self.ids.extend(part.ids);
    }

    /// Returns the sum of the counts of the parts added so far.
    #[must_use]
    pub const fn totals(&self) -> &Totals {
        &self.totals
    }

    /// Returns the number of parts added so far.
    #[must_use]
    pub fn parts(&self) -> usize {
        self.listings.len()
    }

    /// Writes the entities, the relations, the skipped files and the manifest. The manifest also contains the entries of `extra`.
    ///
    /// # Errors
    /// Returns an error if a file cannot be written.
    pub fn finish(
        self,
        folder: &Path,
        options: &Options,
        skipped: &[Skipped],
        catalog: &dyn Catalog,
        extra: BTreeMap<String, Value>,
    ) -> Result<Totals, ExportError> {
        let Self { mut totals, listings, mut ids } = self;
        let documents = ids.len();
        ids.sort_unstable();
        ids.dedup();
        totals.repeated_ids = (documents - ids.len()) as u64;
        let mut entities: Vec<EntityCount> = totals
            .entities
            .iter()
            .map(|(entity, (mentions, documents))| EntityCount { entity: *entity, mentions: *mentions, documents: *documents })
            .collect();
        entities.sort_by_key(|count| catalog.entity(count.entity).id);
        let relation =
            |entity: EntityIx| catalog.relations(entity).iter().map(move |relation| EntityRelation { entity, relation: *relation });
        let relations: Vec<EntityRelation> = entities.iter().flat_map(|count| relation(count.entity)).collect();
        // JSONL has no records that describe the whole dataset.
        let formats = options.formats.iter().copied().filter(|format| *format != Format::Jsonl).collect();
        let mut whole = Whole {
            tables: Tables::create(folder, &Options::new(formats), 0, &tables::of_dataset())?,
            catalog,
            content: options.content,
            row: RowBuffer::default(),
        };
        whole.write(&ENTITIES, &entities, &mut totals)?;
        whole.write(&RELATIONS, &relations, &mut totals)?;
        whole.write(&SKIPPED, skipped, &mut totals)?;
        let files = whole.tables.finish(&mut totals)?;
        let mut manifest = totals.manifest(&options.formats, extra);
        if let Value::Object(manifest) = &mut manifest {
            manifest.insert("parts".to_owned(), listings.into_values().collect());
            let files = files.into_iter().map(|file| (file.path, Value::from(file.sha256)));
            manifest.insert("files".to_owned(), Value::Object(files.collect()));
        }
        let path = folder.join(layout::MANIFEST);
        let text = serde_json::to_string_pretty(&manifest).map_err(|source| ExportError::new(ExportErrorKind::Encoding, &path, source))?;
        // The manifest gets its name only when it is complete.
        let new = path.with_extension("new");
        fs::write(&new, text + "\n").and_then(|()| fs::rename(&new, &path)).map_err(ExportError::io(&path))?;
        Ok(totals)
    }
}

/// Writes the tables that describe the whole dataset.
struct Whole<'a> {
    tables: Tables,
    catalog: &'a dyn Catalog,
    content: Content,
    row: RowBuffer,
}

impl Whole<'_> {
    fn write<R>(&mut self, table: &Table<R>, records: &[R], totals: &mut Totals) -> Result<(), ExportError> {
        let doc = Document::default();
        let context = Context::new(&doc, self.catalog, self.content);
        let index = tables::index(table.name);
        for (number, record) in (0..).zip(records) {
            table.fill(Row { record, number, context: &context }, Columns::ALL, &mut self.row);
            self.tables.row(index, &self.row, totals)?;
        }
        Ok(())
    }
}
