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
    /// Files, folders with all their subfolders, or glob patterns; "-" is standard input.
    ///
    /// Formats: text (.txt), Markdown (.md), HTML (.html), DOCX, ODT, PDF with a text layer, JSON lines (.jsonl), CSV, TSV and spreadsheets (.xlsx, .ods). Each may be
    /// compressed (.gz, .zst). The files of a folder are read in the order of their names.
    #[arg(value_name = "DOCUMENTS")]
    pub(crate) documents: Vec<String>,
    /// Folder for the dataset.
    #[arg(short, long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,
    /// Settings file (TOML). Options on the command line override it.
    ///
    /// The keys of the file are `documents` and the long names of the options of `chancery run`, written with _ or -: for example, `name_pattern =
    /// "{country}_{year}"`. `documents`, `format` and `data` are lists: `format = ["csv"]`.
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    /// Formats of the dataset, separated by commas [default: csv]
    #[arg(long, value_name = "FORMAT", value_delimiter = ',', value_parser = formats())]
    pub(crate) format: Vec<chancery_export::Format>,
    /// Replace the dataset in the folder. The old dataset is kept until the new one is complete.
    #[arg(long)]
    pub(crate) force: bool,
    /// Continue a run that was stopped. The dataset is the same as that of an uninterrupted run.
    ///
    /// Until a run is complete, its files are in DIR/_incomplete. To continue a run, give the same documents and options again. If there is no run to continue,
    /// a new one begins. If the dataset is already complete and the documents are unchanged, nothing is done.
    #[arg(long)]
    pub(crate) resume: bool,
    /// Divide the dataset into N shards, and write only shard I. For example, 2/4 is the second of four shards.
    ///
    /// Each shard can be written on a different machine, from the same documents. Shard 2/4 is
    /// written to DIR/shard-2-of-4. `chancery merge` combines the shards.
    #[arg(long, value_name = "I/N")]
    pub(crate) shard: Option<Shard>,
    /// Maximum size of the parts into which the input is divided, in MiB [default: 8]
    ///
    /// Each part is processed by one thread and written to separate files. The boundaries of the
    /// parts do not depend on the number of threads.
    #[arg(long, value_name = "MIB", value_parser = clap::value_parser!(u32).range(1..))]
    pub(crate) part_size: Option<u32>,
    /// Exit with code 3 if a file in a folder was skipped, or if a date, file name or other
    /// metadata could not be used.
    #[arg(long)]
    pub(crate) strict: bool,
    /// Number of threads [default: all cores]
    #[arg(long, value_name = "N")]
    pub(crate) threads: Option<usize>,
    /// Folder with your own data files, which override the embedded ones, or a .zip file that `chancery gazetteer pack` wrote. Can be repeated; later folders
    /// override earlier ones.
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
    /// {date} and {year} give the document's date, {id} its id, {language} its language, and {speaker} its speaker, to whom "we" in the text refers. All other named
    /// parts are copied to the column `fields` of the table `documents`.
    #[arg(long, value_name = "PATTERN")]
    pub(crate) name_pattern: Option<String>,
    /// CSV or TSV file with metadata of the documents, one row for each document file. The column
    /// `file`, `filename`, `file_name`, `path` or `doc_id` contains the name of the document file.
    /// If there is no such column, the first column contains it.
    ///
    /// The columns `id`, `date`, `language`, `title` and `speaker` contain the metadata of the
    /// document. If the columns for id, date and speaker have other names, give --id-field,
    /// --date-field and --speaker-field. All other columns are copied to the column `fields` of the
    /// table `documents`.
    #[arg(long, value_name = "FILE")]
    pub(crate) metadata: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) fields: FieldArgs,
    /// Character between the columns of CSV files, for example ";" or tab [default: detected from the first line]
    #[arg(long, value_name = "CHARACTER")]
    pub(crate) delimiter: Option<String>,
    /// Order of day and month in numeric dates that can be read in two ways, such as 05/06/2010:
    /// `dmy` or `mdy`. Without this option, such dates are left out.
    #[arg(long, value_name = "ORDER", value_parser = super::date_order())]
    pub(crate) date_order: Option<DateOrder>,
    /// Also write the table `tokens`, which is larger than all other tables together.
    #[arg(long)]
    pub(crate) tokens: bool,
    /// Also write the table `clauses`, which contains verbs with their subjects and objects.
    #[arg(long)]
    pub(crate) clauses: bool,
    /// Also write the table `texts`, which contains the text of each document. Offsets refer to this
    /// text.
    #[arg(long)]
    pub(crate) text: bool,
    /// Add the text of the sentence to each row that belongs to a sentence.
    #[arg(long)]
    pub(crate) sentence_text: bool,
    /// Add to each mention the candidates that were rejected in favour of it, with the reasons.
    #[arg(long)]
    pub(crate) rejected: bool,
    /// Also match misspelled names of states and regions. The column `edits` marks these mentions.
    ///
    /// A capitalised word of seven letters or more is matched if it is one edit away from a name. An edit adds, removes or replaces a letter, or swaps two adjacent
    /// letters. In words of nine letters or more, two edits are allowed. A word that is equally near to the names of two entities is not matched.
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
  chancery run speeches --shard 1/2 --out shards   (on one machine)
  chancery run speeches --shard 2/2 --out shards   (on another)
  chancery merge shards --out dataset")]
pub(crate) struct MergeShardsArgs {
    /// Folders of shards, or folders that contain such folders.
    #[arg(value_name = "SHARDS", required = true)]
    pub(crate) shards: Vec<PathBuf>,
    /// Folder for the dataset.
    #[arg(short, long, value_name = "DIR")]
    pub(crate) out: PathBuf,
    /// Replace the dataset in the folder.
    #[arg(long)]
    pub(crate) force: bool,
    /// Folder with your own data files. Pass the folders that you passed to `chancery run`. Can be repeated.
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
