//! The arguments of `chancery gazetteer`.

use clap::{Args, Subcommand};
use std::path::PathBuf;

/// Data of the user.
#[derive(Debug, Args)]
pub(crate) struct DataArgs {
    /// Folder with your own data files, or a .zip file that `chancery gazetteer pack` wrote. Can be repeated; later ones override earlier ones.
    #[arg(long = "data", value_name = "FOLDER")]
    pub(crate) data: Vec<PathBuf>,
}

/// How documents are read.
#[derive(Debug, Args)]
pub(crate) struct CorpusArgs {
    /// Encoding of documents that are not UTF-8, for example windows-1252, or `auto` to guess it [default: utf-8]
    #[arg(long, value_name = "NAME")]
    pub(crate) encoding: Option<String>,
    /// Pattern of the file names, with named parts in braces: "{country}_{session}_{year}". {date} and {year} give the date of a document.
    #[arg(long, value_name = "PATTERN")]
    pub(crate) name_pattern: Option<String>,
    /// Number of threads [default: all cores]
    #[arg(long, value_name = "N")]
    pub(crate) threads: Option<usize>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum GazetteerCommand {
    /// Check all data files, embedded and yours. Each error is shown with its place and a likely fix.
    #[command(after_help = "\
Examples:
  chancery gazetteer check --data mine
  chancery gazetteer check --data mine --short      one line for each problem, for editors")]
    Check {
        #[command(flatten)]
        data: DataArgs,
        /// Print each problem on one line: `FILE:LINE:COLUMN: error[CODE]: MESSAGE`.
        #[arg(long)]
        short: bool,
    },
    /// Count entries and forms by type.
    Stats {
        #[command(flatten)]
        data: DataArgs,
    },
    /// Show what is known of a name or an id: entries, forms, relations, rivals, and where each is written.
    ///
    /// Case, accents and the kind of quotes and dashes do not matter. If several entries have the name, the conditions of each form are shown. If none has it, the nearest
    /// known names are. The exit code is 1 if nothing is known.
    #[command(after_help = "\
Examples:
  chancery gazetteer lookup SCO
  chancery gazetteer lookup igo.sco --all
  chancery gazetteer lookup \"Georgia\" --data mine --json")]
    Lookup(LookupArgs),
    /// Find names that a corpus uses often and that no entry has.
    ///
    /// Each is printed as an entry that can be pasted into a data file, with the number of documents, three places in the text and the sign by which it was taken for a
    /// name: the head noun (\"Council\"), a title before it, an abbreviation in brackets after it. The type is a guess; check it, and the name, before you keep an entry.
    #[command(after_help = "\
Examples:
  chancery gazetteer suggest speeches > new.toml
  chancery gazetteer suggest speeches --most 50 --documents 10 --data mine
  chancery gazetteer suggest speeches --json | jq -r '.suggestions[] | [.documents, .type, .name] | @tsv'")]
    Suggest(SuggestArgs),
    /// Show what an edit of the data changes in the records of a corpus, or how two datasets differ.
    ///
    /// With a corpus, OLD and NEW are data folders, .zip files, or the word `embedded` for the embedded data alone. Only documents that hold a form of an entry that differs
    /// are run. Without a corpus, OLD and NEW are datasets that `chancery run` wrote in the format csv.
    #[command(after_help = "\
Examples:
  chancery gazetteer diff embedded mine speeches            what your folder changes
  chancery gazetteer diff mine-before mine speeches         what your last edit changes
  chancery gazetteer diff OUT1 OUT2                         how two datasets differ")]
    Diff(DiffArgs),
    /// Count the mentions of a dataset by entry and form, your own entries first.
    #[command(after_help = "\
Examples:
  chancery run speeches --out OUT --data mine
  chancery gazetteer coverage OUT --data mine")]
    Coverage(CoverageArgs),
    /// List what has run out: offices without a known holder, open memberships of what has ended, entries that were not reviewed for long.
    #[command(after_help = "\
Examples:
  chancery gazetteer stale
  chancery gazetteer stale --date 2027-01-01 --months 24 --data mine")]
    Stale(StaleArgs),
    /// Print the sources and licences of the data, embedded and yours.
    Licenses {
        #[command(flatten)]
        data: DataArgs,
        /// Print them as JSON.
        #[arg(long)]
        json: bool,
    },
}

#[derive(Debug, Args)]
pub(crate) struct LookupArgs {
    /// A name in any language, or an id such as igo.sco.
    #[arg(value_name = "NAME|ID")]
    pub(crate) name: String,
    #[command(flatten)]
    pub(crate) data: DataArgs,
    /// Print all relations and forms.
    #[arg(long)]
    pub(crate) all: bool,
    /// Print everything as JSON.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct SuggestArgs {
    /// Files, folders with all their subfolders, or glob patterns.
    #[arg(value_name = "CORPUS", required = true)]
    pub(crate) corpus: Vec<String>,
    #[command(flatten)]
    pub(crate) data: DataArgs,
    /// The most suggestions.
    #[arg(long, value_name = "N", default_value_t = 200)]
    pub(crate) most: usize,
    /// The fewest documents in which a name stands.
    #[arg(long, value_name = "N", default_value_t = 3)]
    pub(crate) documents: usize,
    /// The number of places shown for each name.
    #[arg(long, value_name = "N", default_value_t = 3)]
    pub(crate) contexts: usize,
    #[command(flatten)]
    pub(crate) reading: CorpusArgs,
    /// Print the suggestions as JSON.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct DiffArgs {
    /// Data folder, .zip file or `embedded`; or a dataset.
    #[arg(value_name = "OLD")]
    pub(crate) old: PathBuf,
    /// The same, after the edit.
    #[arg(value_name = "NEW")]
    pub(crate) new: PathBuf,
    /// Files, folders with all their subfolders, or glob patterns.
    #[arg(value_name = "CORPUS")]
    pub(crate) corpus: Vec<String>,
    /// Folder with data files below both OLD and NEW. Can be repeated.
    #[arg(long = "data", value_name = "FOLDER")]
    pub(crate) data: Vec<PathBuf>,
    #[command(flatten)]
    pub(crate) reading: CorpusArgs,
    /// Print the differences as JSON.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct CoverageArgs {
    /// Dataset folder written by `chancery run` in the format csv.
    #[arg(value_name = "DATASET")]
    pub(crate) dataset: PathBuf,
    #[command(flatten)]
    pub(crate) data: DataArgs,
    /// Print the counts as JSON.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct StaleArgs {
    /// The day to ask for: YYYY-MM-DD [default: today]
    #[arg(long, value_name = "DATE")]
    pub(crate) date: Option<String>,
    /// Also list entries whose last review lies this many months back.
    #[arg(long, value_name = "N", default_value_t = 24)]
    pub(crate) months: u32,
    #[command(flatten)]
    pub(crate) data: DataArgs,
    /// Print the lists as JSON.
    #[arg(long)]
    pub(crate) json: bool,
}
