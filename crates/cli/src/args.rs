//! Arguments.

use clap::{Args, Parser, Subcommand, ValueEnum};
use serde::Deserialize;
use std::path::PathBuf;

/// From diplomatic and policy documents to tables: who is named, where, when, on what.
#[derive(Debug, Parser)]
#[command(
    name = "chancery",
    version,
    max_term_width = 110,
    after_help = "Exit codes: 0 all went well; 1 some documents failed, or a check found faults; 2 the command could not be carried out."
)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Read documents and write a dataset.
    Run(Box<RunArgs>),
    /// Read documents as JSON lines on standard input, write their records as JSON lines on standard output.
    ///
    /// Each input line is an object with a "text", and perhaps "id", "date", "language", "title"; each output line is its record. Offsets count
    /// UTF-8 bytes. A line that cannot be read gives an object with "error", and the others go on.
    Annotate(AnnotateArgs),
    /// Look after the gazetteer.
    #[command(subcommand)]
    Gazetteer(GazetteerCommand),
    /// Print what each table and column of a dataset means (Markdown).
    Schema,
}

#[derive(Debug, Subcommand)]
pub(crate) enum GazetteerCommand {
    /// Check the data files, the embedded ones and those of your folders: every fault with file, line, column, reason and likely fix.
    Check {
        /// Your folder of data files; may be given several times, the last one on top.
        #[arg(long = "data", value_name = "FOLDER")]
        data: Vec<PathBuf>,
    },
    /// Count entries and forms.
    Stats {
        /// Your folder of data files; may be given several times, the last one on top.
        #[arg(long = "data", value_name = "FOLDER")]
        data: Vec<PathBuf>,
    },
}

/// A format of the dataset.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, ValueEnum)]
#[serde(rename_all = "lowercase")]
pub(crate) enum FormatArg {
    /// Tables for spreadsheets, R and Python.
    Csv,
    /// Tables for DuckDB, Arrow, pandas, polars: small and fast.
    Parquet,
    /// One JSON object a document.
    Jsonl,
}

#[derive(Debug, Args)]
pub(crate) struct RunArgs {
    /// Files, folders (read with all folders inside them, in order of name) or globs; "-" is standard input.
    #[arg(value_name = "DOCUMENTS")]
    pub(crate) documents: Vec<String>,
    /// Folder to write the dataset to.
    #[arg(short, long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,
    /// Settings file (TOML): any of these options under its long name, with _ or - (`name_pattern = "{country}_{year}"`). What is given here counts more.
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    /// Formats to write; several with commas [default: csv]
    #[arg(long, value_name = "FORMAT", value_delimiter = ',', value_enum)]
    pub(crate) format: Vec<FormatArg>,
    /// Write over a dataset that is already in the folder.
    #[arg(long)]
    pub(crate) force: bool,
    /// Number of threads [default: all cores]
    #[arg(long, value_name = "N")]
    pub(crate) threads: Option<usize>,
    /// Your folder of data files, over the embedded ones; may be given several times, the last one on top.
    #[arg(long = "data", value_name = "FOLDER")]
    pub(crate) data: Vec<PathBuf>,
    /// Encoding of texts that are neither UTF-8 nor UTF-16 with a mark, by its WHATWG name (windows-1252, koi8-r, gb18030 …) [default: utf-8]
    #[arg(long, value_name = "NAME")]
    pub(crate) encoding: Option<String>,
    /// What file names say, with a name in braces for each part: "{country}_{session}_{year}". {date} and {year} give the document's date, {id} its id,
    /// {language} its language, all else goes to `fields`.
    #[arg(long, value_name = "PATTERN")]
    pub(crate) name_pattern: Option<String>,
    /// JSONL field that holds the text [default: text]
    #[arg(long, value_name = "FIELD")]
    pub(crate) text_field: Option<String>,
    /// JSONL field that holds the id [default: id]
    #[arg(long, value_name = "FIELD")]
    pub(crate) id_field: Option<String>,
    /// JSONL field that holds the date, YYYY, YYYY-MM or YYYY-MM-DD [default: date]
    #[arg(long, value_name = "FIELD")]
    pub(crate) date_field: Option<String>,
    /// Write the table of tokens too (it outweighs all others).
    #[arg(long)]
    pub(crate) tokens: bool,
    /// Give each row the text of its sentence.
    #[arg(long)]
    pub(crate) sentence_text: bool,
    /// Give each mention the names that lost against it, and why.
    #[arg(long)]
    pub(crate) lost: bool,
    /// No progress and no summary.
    #[arg(short, long)]
    pub(crate) quiet: bool,
    /// Summary as JSON on standard output.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct AnnotateArgs {
    /// Your folder of data files, over the embedded ones; may be given several times, the last one on top.
    #[arg(long = "data", value_name = "FOLDER")]
    pub(crate) data: Vec<PathBuf>,
    /// Number of threads [default: all cores]
    #[arg(long, value_name = "N")]
    pub(crate) threads: Option<usize>,
    /// Leave tokens out of the records.
    #[arg(long)]
    pub(crate) no_tokens: bool,
    /// Give each mention the names that lost against it, and why.
    #[arg(long)]
    pub(crate) lost: bool,
}
