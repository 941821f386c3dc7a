//! The arguments shared by the commands that convert a file of another tool.

use clap::Args;
use std::path::PathBuf;

/// How the result of a conversion is written and reported.
#[derive(Debug, Args)]
pub(crate) struct ConversionArgs {
    /// Write nothing if anything was left out.
    #[arg(long)]
    pub(crate) strict: bool,
    /// Print all remarks, not only the first 20.
    #[arg(long)]
    pub(crate) all: bool,
    /// File to write [default: standard output]
    #[arg(short, long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    /// Overwrite an existing file.
    #[arg(long)]
    pub(crate) force: bool,
}
