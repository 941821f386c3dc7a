//! The arguments of `chancery run` and `chancery merge`.

use super::FieldArgs;
use crate::shard::Shard;
use chancery_pipeline::PartSize;
use chancery_read::Format;
use chancery_temporal::DateOrder;
use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use std::path::PathBuf;

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  chancery run speeches --out OUT
  chancery run speeches --out OUT --name-pattern \"{country}_{session}_{year}\" --format csv,parquet
  chancery run news.jsonl.gz --out OUT --text-field body --date-field published
  chancery run \"treaties/**/*.html\" --out OUT --data my-names
  chancery run --config study.toml")]
pub(crate) struct RunArgs {
    /// Files, folders (with all their subfolders), or patterns such as "*.txt"; "-" is standard input.
    ///
    /// Formats: text (.txt), Markdown (.md), HTML (.html), DOCX, ODT, PDF with a text layer, JSON lines (.jsonl), CSV, TSV and spreadsheets (.xlsx, .ods). Any file may
    /// be compressed (.gz, .zst). The files of a folder are read in the order of their names.
    #[arg(value_name = "DOCUMENTS")]
    pub(crate) documents: Vec<String>,
    /// Folder for the dataset.
    #[arg(short, long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,
    /// Settings file (TOML). Options on the command line override it.
    ///
    /// The keys of the file are `documents` and the long names of the options of `chancery run`, without the leading "--". For example, `name-pattern =
    /// "{country}_{year}"`. In names of several words, _ may replace -. `documents`, `format` and `data` are lists, for example `format = ["csv"]`.
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    /// Formats of the dataset, separated by commas [default: csv]
    #[arg(long, value_name = "FORMAT", value_delimiter = ',', value_parser = formats())]
    pub(crate) format: Vec<chancery_export::Format>,
    /// Replace the dataset in the folder. The old dataset is kept until the new one is complete.
    #[arg(long)]
    pub(crate) force: bool,
    /// Continue a run that was stopped before its end.
    ///
    /// Give the same documents and options as for the stopped run. The result is the same as that of an uninterrupted run. If there is no run to continue, a
    /// new one begins. If the dataset is already complete and the documents are unchanged, nothing is done. Until a run is complete, its files are in
    /// DIR/_incomplete.
    #[arg(long)]
    pub(crate) resume: bool,
    /// Divide the work into N shards, and process only shard I. For example, 2/4 is the second of four shards.
    ///
    /// With this option, several machines can share the work. Start one run for each shard, with the
    /// same documents and options. Shard 2/4 is written to DIR/shard-2-of-4. When all shards are
    /// complete, combine them with `chancery merge`.
    #[arg(long, value_name = "I/N")]
    pub(crate) shard: Option<Shard>,
    /// Maximum size of the parts into which the input is divided, in MiB [default: 8]
    ///
    /// Each part is processed by one thread and written to its own files. The number of threads does
    /// not affect how the input is divided.
    #[arg(long, value_name = "MIB", value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) part_size: Option<u32>,
    /// Exit with code 3 if a file in a folder was skipped, or if some metadata, such as a date or a
    /// file name, could not be used.
    #[arg(long)]
    pub(crate) strict: bool,
    /// Number of threads [default: all cores]
    #[arg(long, value_name = "N")]
    pub(crate) threads: Option<usize>,
    /// Data folder: your own names, topics and rules, which override the embedded ones. A .zip file that `chancery gazetteer pack` wrote is also accepted. Can be
    /// repeated; later folders override earlier ones.
    #[arg(long = "data", value_name = "FOLDER")]
    pub(crate) data: Vec<PathBuf>,
    /// Encoding of documents that are not UTF-8, for example windows-1252, or `auto` to guess it
    /// [default: utf-8]
    ///
    /// All labels of the WHATWG Encoding Standard are accepted. UTF-16 with a byte order mark needs
    /// no option. Without this option, HTML is read in the encoding that it declares. The column
    /// `encoding` of the table `documents` shows the encoding that was used.
    #[arg(long, value_name = "NAME")]
    pub(crate) encoding: Option<String>,
    /// Format of standard input ("-") [default: text]
    #[arg(long, value_name = "FORMAT", value_parser = stdin_format())]
    pub(crate) stdin_format: Option<Format>,
    /// Pattern of the file names, with named parts in braces: "{country}_{session}_{year}".
    ///
    /// {date} or {year} is the date of the document, {id} its id, {language} its language, and {speaker} its speaker (to whom "we" in the text refers). All other
    /// named parts are copied to the column `fields` of the table `documents`.
    #[arg(long, value_name = "PATTERN")]
    pub(crate) name_pattern: Option<String>,
    /// CSV or TSV file with metadata of the documents, one row for each document file.
    ///
    /// The name of the document file must be in a column called `file`, `filename`, `file_name`,
    /// `path` or `doc_id`, or else in the first column. The columns `id`, `date`, `language`, `title`
    /// and `speaker` contain the metadata of the document. If your columns for the id, date or
    /// speaker have other names, give --id-field, --date-field or --speaker-field. All other columns
    /// are copied to the column `fields` of the table `documents`.
    #[arg(long, value_name = "FILE")]
    pub(crate) metadata: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) fields: FieldArgs,
    /// Character that separates the columns of CSV files, for example ";" or tab [default: detected from the first line]
    #[arg(long, value_name = "CHARACTER")]
    pub(crate) delimiter: Option<String>,
    /// Order of day and month in numeric dates that can be read in two ways, such as 05/06/2010:
    /// `dmy` (5 June) or `mdy` (6 May). Without this option, such dates are left out.
    #[arg(long, value_name = "ORDER", value_parser = super::date_order())]
    pub(crate) date_order: Option<DateOrder>,
    /// Also write the table `tokens`: each word, number and punctuation mark. This table is larger than all other tables together.
    #[arg(long)]
    pub(crate) tokens: bool,
    /// Also write the table `clauses`: each verb with its subject and objects.
    #[arg(long)]
    pub(crate) clauses: bool,
    /// Also write the table `texts`: the text of each document. The offsets in the other tables refer
    /// to this text.
    #[arg(long)]
    pub(crate) text: bool,
    /// Add the text of the sentence to each row that belongs to a sentence.
    #[arg(long)]
    pub(crate) sentence_text: bool,
    /// Add to each mention the other gazetteer entries that its words could refer to, and why each was rejected.
    #[arg(long)]
    pub(crate) rejected: bool,
    /// Also match misspelled names of states and regions. The column `edits` marks these mentions.
    ///
    /// An edit adds, removes or replaces a letter, or swaps two adjacent letters. A capitalised word of seven or eight letters is matched if it is one edit away
    /// from a name; a longer word is matched if it is at most two edits away. A word that is equally close to the names of two entities is not matched.
    #[arg(long)]
    pub(crate) fuzzy: bool,
    /// Print no progress and no summary.
    #[arg(short, long)]
    pub(crate) quiet: bool,
    /// Print the summary as JSON to standard output.
    #[arg(long)]
    pub(crate) json: bool,
}

impl RunArgs {
    /// Returns the maximum size of the parts.
    pub(crate) fn part_size(&self) -> PartSize {
        let usual = PartSize::default();
        PartSize { bytes: self.part_size.map_or(usual.bytes, |size| u64::from(size) << 20), ..usual }
    }
}

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  chancery run speeches --shard 1/2 --out shards    on one machine
  chancery run speeches --shard 2/2 --out shards    on another machine
  chancery merge shards --out dataset")]
pub(crate) struct MergeShardsArgs {
    /// Folders of the shards, or one folder that contains them.
    #[arg(value_name = "SHARDS", required = true)]
    pub(crate) shards: Vec<PathBuf>,
    /// Folder for the dataset.
    #[arg(short, long, value_name = "DIR")]
    pub(crate) out: PathBuf,
    /// Replace the dataset in the folder.
    #[arg(long)]
    pub(crate) force: bool,
    /// Data folder that you passed to `chancery run`. If you passed several, repeat them here in the same order.
    #[arg(long = "data", value_name = "FOLDER")]
    pub(crate) data: Vec<PathBuf>,
}

/// Returns the parser for the names of dataset formats. The help text of the option describes each format.
fn formats() -> impl TypedValueParser<Value = chancery_export::Format> {
    let values = chancery_export::Format::ALL.iter().map(|format| PossibleValue::new(format.as_str()).help(format.description()));
    PossibleValuesParser::new(values).try_map(|name| name.parse::<chancery_export::Format>())
}

fn stdin_format() -> impl clap::builder::TypedValueParser<Value = Format> {
    PossibleValuesParser::new(Format::ALL.map(Format::as_str)).try_map(|name| name.parse::<Format>())
}
