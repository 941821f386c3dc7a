//! The arguments shared by the commands that convert files of other programs to data files.

use clap::Args;
use std::path::PathBuf;

/// Options for writing the result of a conversion and reporting problems.
#[derive(Debug, Args)]
pub(crate) struct ConversionArgs {
    /// Write nothing if anything in FILE cannot be converted.
    #[arg(long)]
    pub(crate) strict: bool,
    /// Print all remarks about what was left out or changed. By default, only the first 20 are printed.
    #[arg(long)]
    pub(crate) all: bool,
    /// File to write [default: standard output]
    #[arg(short, long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    /// Overwrite an existing file.
    #[arg(long)]
    pub(crate) force: bool,
    /// Print the counts and all remarks as JSON. Needs --out.
    #[arg(long, requires = "out")]
    pub(crate) json: bool,
}
