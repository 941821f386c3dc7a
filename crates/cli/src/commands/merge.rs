//! `chancery merge`: combines the shards of a run.

use super::data;
use super::run::add;
use super::run::settings::options_of;
use super::run::shard::SHARD;
use super::run::target::{self, Target};
use crate::args::MergeShardsArgs;
use crate::printable::say;
use anyhow::{Context, Result, bail};
use chancery_export::staging::{self, PARTS};
use chancery_export::{Assembly, FileInfo, Skipped};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

/// The dataset of one shard.
struct ShardSet {
    folder: PathBuf,
    /// The settings of the run. They must be the same for all shards.
    key: Value,
    number: u64,
    of: u64,
    parts: u64,
    inputs: String,
    skipped: Vec<Skipped>,
}

pub(crate) fn merge(args: &MergeShardsArgs) -> Result<ExitCode> {
    let shards = shards(&args.shards)?;
    let [first, others @ ..] = shards.as_slice() else { bail!("there is no shard to merge") };
    for other in others {
        let (a, b) = (first.folder.display(), other.folder.display());
        if other.key != first.key || other.of != first.of {
            bail!(
                "{a} and {b} are shards of different runs; make all shards with the same version of chancery, the same data and the same options"
            );
        }
        if (other.parts, &other.inputs) != (first.parts, &first.inputs) {
            bail!("{a} and {b} were made from different documents; make all shards from the same documents");
        }
    }
    let missing: Vec<String> =
        (1..=first.of).filter(|number| !shards.iter().any(|shard| shard.number == *number)).map(|number| number.to_string()).collect();
    if !missing.is_empty() {
        bail!(
            "the run has shards 1 to {0}, but {1} {2} missing; make each missing shard I with `chancery run --shard I/{0}`",
            first.of,
            missing.join(", "),
            if missing.len() == 1 { "is" } else { "are" }
        );
    }
    let data = data::load(&args.data)?;
    if first.key["data_sha256"] != data.content_hash() {
        bail!(
            "the shards were made with different data files; use the version of chancery that made the shards, and pass the same folders with --data"
        );
    }
    let Some(options) = options_of(&first.key) else {
        bail!("the shard {} does not record its options; make the shard again with this version of chancery", first.folder.display())
    };
    let staging = match target::open(&args.out, args.force, false, &first.key, &[])? {
        Target::New(staging) | Target::Unfinished(staging) => staging,
        Target::Finished => bail!("{} already contains the finished dataset", args.out.display()),
    };
    let mut assembly = Assembly::default();
    for shard in &shards {
        for part in staging::done_parts(&shard.folder, &shard.folder.join(PARTS), data.gazetteer())? {
            part.info.files.iter().try_for_each(|file| take(file, &shard.folder, staging.folder()))?;
            add(&mut assembly, part);
        }
    }
    if assembly.parts() as u64 != first.parts {
        bail!(
            "{} of {} parts are missing or damaged; make the shards again",
            first.parts.saturating_sub(assembly.parts() as u64),
            first.parts
        );
    }
    let manifest: BTreeMap<String, Value> = first.key.as_object().cloned().unwrap_or_default().into_iter().collect();
    let totals = assembly.finish(staging.folder(), &options, &first.skipped, data.gazetteer(), manifest)?;
    staging.publish(false)?;
    say(&format!("{} shards with {} documents were merged into {}", first.of, totals.documents, args.out.display()));
    Ok(ExitCode::SUCCESS)
}

/// Returns the shards in `folders`, sorted by number. Each folder must be the folder of a shard or
/// contain such folders.
fn shards(folders: &[PathBuf]) -> Result<Vec<ShardSet>> {
    let mut found: Vec<ShardSet> = Vec::new();
    for folder in folders {
        let before = found.len();
        found.extend(shard(folder)?);
        if found.len() == before {
            let entries = fs::read_dir(folder).with_context(|| format!("{} cannot be read", folder.display()))?;
            let mut inner: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).filter(|path| path.is_dir()).collect();
            inner.sort();
            for path in inner {
                found.extend(shard(&path)?);
            }
        }
        if found.len() == before {
            bail!("{} contains no finished shard; make shards with `chancery run --shard 1/N`", folder.display());
        }
    }
    found.sort_by_key(|shard| shard.number);
    if let Some(pair) = found.windows(2).find(|pair| pair[0].number == pair[1].number) {
        bail!("{} and {} are the same shard", pair[0].folder.display(), pair[1].folder.display());
    }
    Ok(found)
}

fn shard(folder: &Path) -> Result<Option<ShardSet>> {
    let about = folder.join(PARTS).join(SHARD);
    if !about.is_file() || !folder.join(chancery_export::layout::MANIFEST).is_file() {
        return Ok(None);
    }
    let read = |path: &Path| -> Result<Value> {
        let text = fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))?;
        serde_json::from_str(&text).with_context(|| format!("{} is damaged; make the shard again", path.display()))
    };
    let value = read(&about)?;
    let number = |key: &str| {
        value[key]
            .as_u64()
            .with_context(|| format!("{} is damaged, because it does not contain \"{key}\"; make the shard again", about.display()))
    };
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let skipped = value["skipped"].as_array().into_iter().flatten();
    Ok(Some(ShardSet {
        folder: folder.to_owned(),
        key: read(&folder.join(PARTS).join(staging::RUN))?,
        number: number("shard")?,
        of: number("of")?,
        parts: number("parts")?,
        inputs: text(&value["inputs"]),
        skipped: skipped.map(|file| Skipped { path: text(&file[0]), reason: text(&file[1]) }).collect(),
    }))
}

/// Adds a file to the new dataset: as a hard link if the file system supports this, and otherwise as a copy.
fn take(file: &FileInfo, from: &Path, to: &Path) -> Result<()> {
    let (from, to) = (from.join(&file.path), to.join(&file.path));
    if let Some(folder) = to.parent() {
        fs::create_dir_all(folder).with_context(|| format!("{} cannot be created", folder.display()))?;
    }
    if fs::hard_link(&from, &to).is_err() {
        fs::copy(&from, &to).with_context(|| format!("{} cannot be copied to {}", from.display(), to.display()))?;
    }
    Ok(())
}
