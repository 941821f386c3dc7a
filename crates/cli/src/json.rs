//! Writes results as JSON.

use anyhow::Result;
use serde::Serialize;
use std::io::Write;

/// Writes `value` to `out` as indented JSON, followed by a line break.
pub(crate) fn print(out: &mut impl Write, value: &impl Serialize) -> Result<()> {
    writeln!(out, "{}", serde_json::to_string_pretty(value)?)?;
    Ok(())
}
