//! Writes a file that describes a shard, the part of a run that one machine processes.

use crate::shard::Shard;
use anyhow::{Context, Result};
use chancery_export::Skipped;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

/// The name of the file that describes a shard.
pub(crate) const SHARD: &str = "shard.json";

/// Writes the description of a shard, which `chancery merge` reads. `inputs` contains a hash of the
/// inputs of each part of the whole run, including the parts in other shards. The keys are the part
/// numbers.
pub(super) fn describe(folder: &Path, shard: Shard, inputs: &BTreeMap<u32, u64>, skipped: &[Skipped]) -> Result<()> {
    let mut hasher = DefaultHasher::new();
    inputs.hash(&mut hasher);
    let skipped: Vec<Value> = skipped.iter().map(|file| json!([file.path, file.reason])).collect();
    let text = json!({
        "shard": shard.number, "of": shard.of, "parts": inputs.len(), "inputs": format!("{:016x}", hasher.finish()), "skipped": skipped,
    });
    let path = folder.join(chancery_export::staging::PARTS).join(SHARD);
    std::fs::write(&path, format!("{text:#}\n")).with_context(|| format!("{} cannot be written", path.display()))
}
