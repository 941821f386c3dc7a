//! Functions shared by the commands that read the events of a dataset. The functions select events and write tables. A new table replaces an
//! older table with the same name.

use crate::args::EventFilterArgs;
use anyhow::{Context, Result, bail};
use chancery_dataset::{EventRow, Filter};
use chancery_text::Modality;
use std::path::{Path, PathBuf};

/// Returns those events of a dataset that the options in `args` select. If `both_sides` is `true`, events
/// without a source or a target are left out.
pub(super) fn events(dataset: &Path, args: &EventFilterArgs, both_sides: bool) -> Result<Vec<EventRow>> {
    let mut filter = Filter::default();
    filter.voices.clear();
    for voice in args.voice.iter().filter(|voice| *voice != "all") {
        if let Err(error) = voice.parse::<Modality>() {
            bail!("--voice: {error}, all");
        }
        filter.voices.push(voice.clone());
    }
    filter.both_sides = both_sides;
    filter.document_dates = !args.dated;
    filter.repeated = args.repeated;
    let events = chancery_dataset::events(dataset, &filter)?;
    if events.left_out > 0 {
        eprintln!(
            "{} of {} events were left out, for example because of their voice, because their source or target is unknown, or because they repeat an earlier event; --help lists the options that select events",
            events.left_out,
            events.left_out + events.taken.len()
        );
    }
    Ok(events.taken)
}

/// A table that is being written to a temporary file. When the table is complete, the temporary
/// file replaces the old table.
pub(super) struct Sheet {
    path: PathBuf,
    beside: PathBuf,
    writer: csv::Writer<std::fs::File>,
}

impl Sheet {
    /// Starts a table, which will be stored in the file `name` in `folder`, and writes the names of the columns. Creates the folder if it
    /// does not exist. The table is tab-separated if `name` ends in `.tsv`, and comma-separated otherwise.
    pub(super) fn create(folder: &Path, name: &str, columns: &[&str]) -> Result<Self> {
        std::fs::create_dir_all(folder).with_context(|| format!("{} cannot be created", folder.display()))?;
        let path = folder.join(name);
        let beside = folder.join(format!("{name}.new"));
        let separator = if name.ends_with(".tsv") { b'\t' } else { b',' };
        let writer = csv::WriterBuilder::new().delimiter(separator).from_path(&beside);
        let mut writer = writer.with_context(|| format!("{} cannot be written", beside.display()))?;
        writer.write_record(columns)?;
        Ok(Self { path, beside, writer })
    }

    pub(super) fn row(&mut self, cells: &[&str]) -> Result<()> {
        self.writer.write_record(cells).with_context(|| format!("{} cannot be written", self.beside.display()))
    }

    pub(super) fn finish(mut self) -> Result<()> {
        self.writer.flush().with_context(|| format!("{} cannot be written", self.beside.display()))?;
        std::fs::rename(&self.beside, &self.path).with_context(|| format!("{} cannot be written", self.path.display()))
    }
}
