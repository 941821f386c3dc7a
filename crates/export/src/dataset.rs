//! Writes a dataset to a folder.

use crate::column::Row;
use crate::content::Content;
use crate::context::Context;
use crate::error::{ExportError, ExportErrorKind};
use crate::formats::{Format, Writer};
use crate::layout;
use crate::row::{Cell, RowBuffer};
use crate::table::Columns;
use crate::tables::{self, ENTITIES, EntityCount, EntityRelation, FAILURES, Failure, RELATIONS};
use crate::totals::Totals;
use chancery_text::{Catalog, Document, EntityIx};
use serde_json::Value;
use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};

/// Options for writing a dataset.
#[derive(Clone, Debug, Default)]
#[non_exhaustive]
pub struct Options {
    /// The formats to write. There are none by default.
    pub formats: Vec<Format>,
    /// The optional parts to write. There are none by default.
    pub content: Content,
}

impl Options {
    /// Creates options for the given formats, without optional parts.
    #[must_use]
    pub fn new(formats: Vec<Format>) -> Self {
        Self { formats, ..Self::default() }
    }

    /// Sets the optional parts to write.
    #[must_use]
    pub const fn with_content(mut self, content: Content) -> Self {
        self.content = content;
        self
    }
}

/// A dataset that is being written. Documents are added in order. [`Dataset::finish`] then adds the entities and the manifest.
///
/// The memory used is bounded by the largest document, the number of entities and, for Parquet, a row group of 16 MiB for each table.
pub struct Dataset {
    folder: PathBuf,
    options: Options,
    tables: Tables,
    row: RowBuffer,
    totals: Totals,
    /// Hashes of all document ids. Two ids are very unlikely to have the same 64 bits, and a repeated id is only a warning.
    ids: HashSet<u64>,
}

/// A table that is being written.
struct OpenTable {
    name: &'static str,
    /// The columns that are needed by at least one format or for the counts.
    needed: Columns,
    /// Index of the column that contains the rule that found the record.
    rule: Option<usize>,
    rows: u64,
}

/// All tables in all formats.
struct Tables {
    /// The tables that are written, by their index in the registry.
    open: Vec<Option<OpenTable>>,
    needed: Vec<Option<Columns>>,
    writers: Vec<Box<dyn Writer>>,
}

impl Tables {
    fn create(folder: &Path, options: &Options) -> Result<Self, ExportError> {
        let infos = tables::requested(options.content);
        let writers = options.formats.iter().map(|format| format.create(folder, &infos)).collect::<Result<Vec<_>, _>>()?;
        let open = infos.iter().map(|info| {
            let info = info.as_ref()?;
            let rule = info.column("rule");
            let counted = rule.map_or(Columns::default(), |column| Columns::default().with(column));
            let needed = writers.iter().fold(counted, |needed, writer| needed.union(writer.columns(info)));
            Some(OpenTable { name: info.name, needed, rule, rows: 0 })
        });
        let open: Vec<Option<OpenTable>> = open.collect();
        let needed = open.iter().map(|table| table.as_ref().map(|table| table.needed)).collect();
        Ok(Self { open, needed, writers })
    }

    fn row(&mut self, table: usize, row: &RowBuffer, totals: &mut Totals) -> Result<(), ExportError> {
        let Some(Some(open)) = self.open.get_mut(table) else { return Ok(()) };
        open.rows += 1;
        if let Some(column) = open.rule
            && let Cell::Text(rule) = row.cell(column)
        {
            totals.add_rule(open.name, rule);
        }
        self.writers.iter_mut().try_for_each(|writer| writer.row(table, row))
    }
}

impl Dataset {
    /// Creates a dataset in a folder. The folder is created if it does not exist. The files of an existing dataset in it are overwritten.
    ///
    /// # Errors
    /// If the folder or a file cannot be created.
    pub fn create(folder: &Path, options: &Options) -> Result<Self, ExportError> {
        fs::create_dir_all(folder).map_err(ExportError::io(folder))?;
        let tables = Tables::create(folder, options)?;
        let (row, totals, ids) = (RowBuffer::default(), Totals::default(), HashSet::new());
        Ok(Self { folder: folder.to_owned(), options: options.clone(), tables, row, totals, ids })
    }

    /// Adds a document.
    ///
    /// # Errors
    /// If a file cannot be written, for example because the disk is full.
    pub fn document(&mut self, doc: &Document, catalog: &dyn Catalog) -> Result<(), ExportError> {
        let Self { options, tables, row, totals, .. } = self;
        let context = Context::new(doc, catalog, options.content);
        let needed = std::mem::take(&mut tables.needed);
        let written = tables::document_rows(&context, &needed, row, &mut |table, row| tables.row(table, row, totals));
        tables.needed = needed;
        written?;
        tables.writers.iter_mut().try_for_each(|writer| writer.end_document())?;
        let mut hasher = DefaultHasher::new();
        doc.id().hash(&mut hasher);
        self.totals.repeated_ids += u64::from(!self.ids.insert(hasher.finish()));
        self.totals.add_document(doc, catalog);
        Ok(())
    }

    /// Adds a failure, that is, a document that could not be read or analysed.
    ///
    /// # Errors
    /// If a file cannot be written.
    pub fn failure(&mut self, failure: &Failure) -> Result<(), ExportError> {
        self.totals.failures += 1;
        let doc = Document::default();
        let context = Context::new(&doc, &(), self.options.content);
        FAILURES.fill(Row { record: failure, number: 0, context: &context }, Columns::ALL, &mut self.row);
        self.tables.row(tables::index(FAILURES.name), &self.row, &mut self.totals)
    }

    /// Writes the entities, the relations and the manifest, and closes all files. `extra` is copied to the manifest unchanged: versions, options, the hash of the
    /// data.
    ///
    /// # Errors
    /// If a file cannot be written.
    pub fn finish(mut self, catalog: &dyn Catalog, extra: BTreeMap<String, Value>) -> Result<Totals, ExportError> {
        self.entities(catalog)?;
        self.relations(catalog)?;
        for table in self.tables.open.iter().flatten().filter(|table| table.rows > 0) {
            self.totals.rows.insert(table.name, table.rows);
        }
        self.tables.writers.into_iter().try_for_each(|writer| writer.finish())?;
        let path = self.folder.join(layout::MANIFEST);
        let manifest = self.totals.manifest(&self.options.formats, extra);
        let text = serde_json::to_string_pretty(&manifest).map_err(|source| ExportError::new(ExportErrorKind::Encoding, &path, source))?;
        fs::write(&path, text + "\n").map_err(ExportError::io(&path))?;
        Ok(self.totals)
    }

    /// Writes the relations of all mentioned entities, sorted by the id of the entity.
    fn relations(&mut self, catalog: &dyn Catalog) -> Result<(), ExportError> {
        let mut entities: Vec<EntityIx> = self.totals.entities.keys().copied().collect();
        entities.sort_by_key(|entity| catalog.entity(*entity).id);
        let doc = Document::default();
        let context = Context::new(&doc, catalog, self.options.content);
        let table = tables::index(RELATIONS.name);
        let relations = entities.iter().flat_map(|entity| catalog.relations(*entity).iter().map(|relation| (*entity, *relation)));
        for (number, (entity, relation)) in (0..).zip(relations) {
            let record = &EntityRelation { entity, relation };
            RELATIONS.fill(Row { record, number, context: &context }, Columns::ALL, &mut self.row);
            self.tables.row(table, &self.row, &mut self.totals)?;
        }
        Ok(())
    }

    /// Writes all mentioned entities, sorted by id.
    fn entities(&mut self, catalog: &dyn Catalog) -> Result<(), ExportError> {
        let counts = self.totals.entities.iter();
        let mut counts: Vec<EntityCount> = counts
            .map(|(entity, (mentions, documents))| EntityCount { entity: *entity, mentions: *mentions, documents: *documents })
            .collect();
        counts.sort_by_key(|count| catalog.entity(count.entity).id);
        let doc = Document::default();
        let context = Context::new(&doc, catalog, self.options.content);
        let table = tables::index(ENTITIES.name);
        for (number, record) in (0..).zip(&counts) {
            ENTITIES.fill(Row { record, number, context: &context }, Columns::ALL, &mut self.row);
            self.tables.row(table, &self.row, &mut self.totals)?;
        }
        Ok(())
    }
}
