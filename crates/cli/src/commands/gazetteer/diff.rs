//! `chancery gazetteer diff`.

use super::corpus::{Corpus, tell};
use super::report::print;
use crate::args::DiffArgs;
use crate::commands::data;
use crate::commands::engines::{pool, stages};
use anyhow::{Result, bail};
use chancery_curate::{Book, State};
use chancery_data::Data;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

pub(crate) fn diff(args: &DiffArgs) -> Result<ExitCode> {
    let dataset = |path: &Path| path.join("manifest.json").is_file();
    if args.corpus.is_empty() {
        if !dataset(&args.old) || !dataset(&args.new) {
            bail!("no documents were given; give documents after OLD and NEW, or give two datasets that `chancery run` wrote");
        }
        print(&chancery_curate::datasets(&args.old, &args.new, args.examples)?, args.json)?;
        return Ok(ExitCode::SUCCESS);
    }
    if let Some(path) = [&args.old, &args.new].into_iter().find(|path| dataset(path)) {
        bail!("{} is a dataset; to compare two datasets, leave out the documents", path.display());
    }
    let pool = pool(args.reading.threads)?;
    let corpus = Corpus::new(&args.corpus, &args.reading)?;
    let folders = |path: &PathBuf| {
        let mut folders = args.data.clone();
        if path.as_os_str() != "embedded" {
            folders.push(path.clone());
        }
        folders
    };
    let (old, new) = (folders(&args.old), folders(&args.new));
    // The old and the new data are loaded in parallel.
    let (was, is) = pool.join(|| load(&old), || load(&new));
    let ((old_data, old_book, old_files), (new_data, new_book, new_files)) = (was?, is?);
    let (old_stages, new_stages) = (stages(&old_data, false, None)?, stages(&new_data, false, None)?);
    let old = State { files: &old_files, folder: old_data.folder(), book: &old_book, stages: &old_stages };
    let new = State { files: &new_files, folder: new_data.folder(), book: &new_book, stages: &new_stages };
    let found = chancery_curate::edit(&pool, old, new, corpus.items(), args.examples);
    tell(&found.unread);
    print(&found, args.json)?;
    Ok(if found.unread.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(1) })
}

fn load(folders: &[PathBuf]) -> Result<(Data, Book, Vec<chancery_data::File>)> {
    let data = data::load(folders)?;
    Ok((data, Book::load(folders)?, Data::files(folders)?))
}
