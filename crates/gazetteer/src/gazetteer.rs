//! The gazetteer, which finds mentions in documents and describes their entities.

use crate::recorder::{Rejections, Silent};
use crate::run::{Scratch, run};
use crate::tables::Tables;
use chancery_text::{Catalog, Document, EntityClass, EntityInfo, EntityIx, NameIx, Relation, RelationKind};
use std::collections::BTreeMap;

/// Names and entities, compiled for matching. A gazetteer is immutable and can be shared between threads.
///
/// With the feature `serde`, a gazetteer can be stored and loaded. Loading is many times faster than building. Load only data that the same version of this
/// crate has stored: with other data, a run may panic.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Gazetteer {
    pub(crate) tables: Tables,
}

impl Gazetteer {
    /// Returns the number of entities.
    #[must_use]
    pub fn entity_count(&self) -> usize {
        self.tables.entities.len()
    }

    /// Returns the number of names. Each name of an entity counts, whatever its form.
    #[must_use]
    pub fn name_count(&self) -> usize {
        self.tables.names.len()
    }

    /// Returns the name of each entity type, the number of entities of this type, and the number of names of these entities. The types are sorted by name.
    #[must_use]
    pub fn counts_by_type(&self) -> Vec<(&str, usize, usize)> {
        let mut counts: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
        for entity in &self.tables.entities {
            counts.entry(self.tables.texts.get(entity.kind)).or_default().0 += 1;
        }
        for name in &self.tables.names {
            counts.entry(self.tables.texts.get(self.tables.entity(name.entity).kind)).or_default().1 += 1;
        }
        counts.into_iter().map(|(kind, (entities, names))| (kind, entities, names)).collect()
    }

    /// Finds the mentions of a document and stores them in [`Document::mentions`], replacing earlier mentions.
    ///
    /// The document must have tokens. Its sentences, blocks, times and date are used if they are present. A document without sentences is treated as one
    /// sentence.
    ///
    /// The running time is linear in the number of tokens and nearly independent of the number of names.
    pub fn run(&self, doc: &mut Document, scratch: &mut Scratch) {
        doc.mentions = run(&self.tables, doc, scratch, &mut Silent);
    }

    /// Like [`run`](Self::run), but also keeps every rejected candidate with the reason for its rejection. A candidate that overlaps a mention is kept in
    /// [`Mention::rejected`](chancery_text::Mention). Any other candidate is kept in [`Document::rejections`].
    pub fn run_recording(&self, doc: &mut Document, scratch: &mut Scratch) {
        let mut rejections = Rejections::default();
        doc.mentions = run(&self.tables, doc, scratch, &mut rejections);
        rejections.hand_over(doc);
    }
}

impl Catalog for Gazetteer {
    fn entity(&self, entity: EntityIx) -> EntityInfo<'_> {
        match self.tables.entities.get(entity.get()) {
            Some(row) => {
                let text = |text| self.tables.texts.get(text);
                let mut info = EntityInfo::new(text(row.id), text(row.kind), text(row.label));
                info.class = row.class;
                info.country = row.country.map(text);
                info.wikidata = row.wikidata.map(text);
                info.valid = row.valid;
                info.sector = row.sector.map(text);
                info.refers = row.refers;
                info
            }
            None => EntityInfo::new("", "", ""),
        }
    }

    fn class(&self, entity: EntityIx) -> EntityClass {
        self.tables.types.class(entity)
    }

    fn kind(&self, entity: EntityIx) -> &str {
        self.tables.types.name(entity)
    }

    fn find(&self, code: &str) -> Option<EntityIx> {
        let Tables { index, entities, texts, .. } = &self.tables;
        index.find(code, entities, texts).map(EntityIx)
    }

    fn relations(&self, entity: EntityIx) -> &[Relation] {
        self.tables.entities.get(entity.get()).map_or(&[], |row| &row.relations)
    }

    fn may_relate(&self, entity: EntityIx, kind: RelationKind) -> bool {
        self.tables.types.may_relate(entity, kind)
    }

    fn name_language(&self, name: NameIx) -> &str {
        self.tables.names.get(name.0 as usize).and_then(|row| self.tables.languages.get(row.language as usize)).map_or("", String::as_str)
    }
}
