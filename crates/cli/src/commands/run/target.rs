//! Opens the folder for a dataset, and checks whether a run may write to this folder.

use anyhow::{Context, Result, bail};
use chancery_export::layout;
use chancery_export::staging::Staging;
use chancery_read::Source;
use serde_json::Value;
use std::path::{Path, PathBuf};

/// The state of the folder at the start of a run.
pub(crate) enum Target {
    /// A new run begins.
    New(Staging),
    /// An earlier run is continued.
    Unfinished(Staging),
    /// The dataset is finished.
    Finished,
}

/// Opens the folder `out` for a run. `force` and `resume` are the options `--force` and `--resume`.
/// `key` contains the settings that identify the run, and `sources` the documents to read, which
/// must not be overwritten. This function does not change a finished dataset in the folder, except that it removes a remnant of the run that wrote it.
pub(crate) fn open(out: &Path, force: bool, resume: bool, key: &Value, sources: &[Source]) -> Result<Target> {
    if out.exists() && !out.is_dir() {
        bail!("{} is a file; give a folder with --out", out.display());
    }
    Staging::tidy(out)?;
    if Staging::is_in(out) {
        if resume {
            return Ok(Target::Unfinished(Staging::resume(out, key)?));
        }
        if !force {
            bail!("{} contains an unfinished run; continue it with --resume, or start again with --force", out.display());
        }
    } else if out.exists() {
        let empty = std::fs::read_dir(out).with_context(|| format!("{} cannot be read", out.display()))?.next().is_none();
        let manifest = read_manifest(&out.join(layout::MANIFEST));
        match manifest {
            Some(manifest)
                if resume && key.as_object().is_some_and(|key| key.iter().all(|(name, value)| manifest.get(name) == Some(value))) =>
            {
                return Ok(Target::Finished);
            }
            Some(_) if resume && !force => {
                bail!(
                    "{} contains a finished dataset that was made with different settings; give another folder, or --force to overwrite the dataset",
                    out.display()
                )
            }
            _ if empty => {}
            _ if !force => bail!("{} is not empty; give another folder, or --force to overwrite the dataset in it", out.display()),
            None if data_files(out)?.is_empty() => bail!(
                "{} is not empty but contains no dataset; --force replaces only datasets, so give another folder with --out",
                out.display()
            ),
            _ => {}
        }
    }
    not_an_input(out, sources)?;
    Ok(Target::New(Staging::begin(out, key)?))
}

/// Returns an error if one of the documents to read is a file of the dataset in `out`, because the
/// run would overwrite this file.
fn not_an_input(out: &Path, sources: &[Source]) -> Result<()> {
    for part in data_files(out)? {
        let named = |path: &&PathBuf| path.file_name() == part.file_name();
        if let Some(source) = sources.iter().filter_map(|source| source.path.as_ref()).filter(named).find(|path| same(&part, path)) {
            bail!("{} is one of the documents to read and would be overwritten; give another folder with --out", source.display());
        }
    }
    Ok(())
}

/// Returns the paths of the data files and of the manifest of the dataset in `out`.
fn data_files(out: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let nested = layout::folders().flat_map(|outer| layout::folders().map(move |inner| Path::new(outer).join(inner)));
    for folder in layout::folders().map(PathBuf::from).chain(nested).map(|name| out.join(name)).filter(|path| path.is_dir()) {
        let entries = std::fs::read_dir(&folder).with_context(|| format!("{} cannot be read", folder.display()))?;
        files.extend(entries.filter_map(|entry| Some(entry.ok()?.path())).filter(|path| is_part(path)));
    }
    let manifest = out.join(layout::MANIFEST);
    if read_manifest(&manifest).is_some() {
        files.push(manifest);
    }
    Ok(files)
}

/// Returns whether `path` is an existing file that has the name of a data file, such as
/// `part-00000.csv`.
fn is_part(path: &Path) -> bool {
    path.file_name().and_then(|name| name.to_str()).is_some_and(layout::is_part) && path.is_file()
}

/// Returns the manifest of a dataset, or `None` if the file is not a manifest.
pub(crate) fn read_manifest(path: &Path) -> Option<Value> {
    let text = std::fs::read_to_string(path).ok()?;
    serde_json::from_str::<Value>(&text).ok().filter(|value| value.get("chancery").is_some())
}

fn same(a: &Path, b: &Path) -> bool {
    matches!((a.canonicalize(), b.canonicalize()), (Ok(a), Ok(b)) if a == b)
}
