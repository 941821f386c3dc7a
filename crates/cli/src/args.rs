//! The arguments of the `chancery` command. `--help` prints the doc comments of commands and options.

mod conversion;
mod fields;
mod gazetteer;
mod run;

pub(crate) use conversion::ConversionArgs;
pub(crate) use fields::FieldArgs;
pub(crate) use gazetteer::{
    AddArgs, CorpusArgs, CoverageArgs, DiffArgs, EditArgs, ExportArgs, FactArgs, GazetteerCommand, LookupArgs, NamesImportArgs, PackArgs,
    StaleArgs, SuggestArgs,
};
pub(crate) use run::{MergeShardsArgs, RunArgs};

use chancery_temporal::DateOrder;
use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Turns diplomatic and policy documents into tables of names, actors, dates, topics and events.
#[derive(Debug, Parser)]
#[command(
    name = "chancery",
    version,
    max_term_width = 110,
    after_help = "Exit codes: 0 success; 1 some documents failed, a check found errors, or a look-up found nothing; 2 wrong usage, or the command could not be carried out; 3 (with `run --strict`) a file was skipped, or metadata could not be used."
)]
pub(crate) struct Cli {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Read documents and write a dataset.
    Run(Box<RunArgs>),
    /// Read documents as JSON lines from standard input and write records as JSON lines to standard output.
    ///
    /// Each input line is a JSON object with the field "text" and, optionally, "id", "date", "language" and "title". For each input line, one record is
    /// written. Offsets count UTF-8 bytes, or characters with --offsets chars. If a line cannot be read, its output line has the field "error". Records are
    /// written without delay: a program can write a line, wait for its record, and then write the next line.
    Annotate(AnnotateArgs),
    /// Maintain the gazetteer: look up names, find missing names, and see what an edit changes.
    #[command(subcommand)]
    Gazetteer(Box<GazetteerCommand>),
    /// Show what Chancery finds in a text, and why: the entry or rule that produced each record, and
    /// the candidates that were rejected.
    Explain(ExplainArgs),
    /// Draw random records, ask you whether each record is right, and report the precision.
    Sample(SampleArgs),
    /// Combine the shards of a run into one dataset. The result is the same as if one run had processed all documents.
    Merge(MergeShardsArgs),
    /// Group events that report the same act, across all documents.
    MergeEvents(MergeArgs),
    /// Count the events of each state and each pair of states by year, and write a list of events
    /// for programs that read event data.
    Panel(PanelArgs),
    /// Compare the records that Chancery finds with a gold file, that is, a file of correct
    /// records. Print precision and recall by kind, precision by rule, and the kinds that were
    /// confused.
    Eval(EvalArgs),
    /// Test the rules and frames, count how often each was used, look up words, and import verb dictionaries.
    #[command(subcommand)]
    Rules(RulesCommand),
    /// Import topic dictionaries.
    #[command(subcommand)]
    Topics(TopicsCommand),
    /// Print the meaning of each table and column of a dataset, as Markdown.
    Schema,
}

#[derive(Debug, Subcommand)]
pub(crate) enum RulesCommand {
    /// Test all rules and frames, both the embedded ones and your own, with the examples in the data files.
    Test {
        /// Folder with your own data files, or a .zip file that `chancery gazetteer pack` wrote. Can be repeated; later folders override earlier ones.
        #[arg(long = "data", value_name = "FOLDER")]
        data: Vec<PathBuf>,
        /// Print each problem on one line: `FILE:LINE:COLUMN: error[CODE]: MESSAGE`.
        #[arg(long)]
        short: bool,
    },
    /// Count the records of a dataset by rule, and list the rules that produced no records.
    Coverage {
        /// Dataset folder written by `chancery run`.
        #[arg(value_name = "DATASET")]
        dataset: PathBuf,
        /// Folder with your own data files, or a .zip file that `chancery gazetteer pack` wrote. Can be repeated; later folders override earlier ones.
        #[arg(long = "data", value_name = "FOLDER")]
        data: Vec<PathBuf>,
    },
    /// Show where the data files contain a word: the frames, rules, topics and word lists, each with file and line.
    #[command(after_help = "\
Examples:
  chancery rules lookup condemn
  chancery rules lookup tariff --data mine")]
    Lookup {
        /// Word to look up: the base form of a verb or noun.
        #[arg(value_name = "WORD")]
        word: String,
        /// Folder with your own data files, or a .zip file that `chancery gazetteer pack` wrote. Can be repeated; later folders override earlier ones.
        #[arg(long = "data", value_name = "FOLDER")]
        data: Vec<PathBuf>,
        /// Print the result as JSON.
        #[arg(long)]
        json: bool,
    },
    /// Convert a verb dictionary of PETRARCH or PETRARCH 2 to a frames file.
    ///
    /// Each pattern is converted to conditions of a frame, and each CAMEO code to the act that data/frames/scales.toml lists for it. Patterns that a frame
    /// cannot express are reported on standard error with their line numbers. Put the result into frames/ in your data folder and pass the folder with --data:
    ///
    ///   chancery rules import CAMEO.2.0.txt --out mine/frames/cameo.toml
    ///   chancery run DOCUMENTS --out OUT --data mine
    #[command(verbatim_doc_comment)]
    Import(VerbsImportArgs),
}

#[derive(Debug, Args)]
pub(crate) struct VerbsImportArgs {
    /// Dictionary file.
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    #[command(flatten)]
    pub(crate) output: ConversionArgs,
}

#[derive(Debug, Subcommand)]
pub(crate) enum TopicsCommand {
    /// Convert a dictionary of another tool to a topics file.
    ///
    /// Supported formats: LIWC (.dic), Lexicoder 3 (.lc3), Lexicoder 2 and Yoshikoder (.lcd, .ykd), quanteda and newsmap (.yml), WordStat (.cat). Lines that a topics
    /// file cannot express are reported on standard error. Put the result into topics/ in your data folder and pass the folder with --data:
    ///
    ///   chancery topics import trade.dic --prefix liwc --out mine/topics/trade.toml
    ///   chancery run DOCUMENTS --out OUT --data mine
    #[command(verbatim_doc_comment)]
    Import(ImportArgs),
}

/// The format of a topic dictionary.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum ImportFormat {
    /// LIWC 2001 to 2015 (.dic).
    Liwc,
    /// Lexicoder 3 (.lc3).
    Lexicoder,
    /// Lexicoder 2 and Yoshikoder (.lcd, .ykd).
    Yoshikoder,
    /// quanteda and newsmap (.yml, .yaml).
    Quanteda,
    /// WordStat (.cat).
    Wordstat,
}

#[derive(Debug, Args)]
pub(crate) struct ImportArgs {
    /// Dictionary file.
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// Format of the dictionary [default: from the file extension]
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub(crate) format: Option<ImportFormat>,
    /// Prefix of all topic ids. A dot is put between the prefix and the id.
    #[arg(long, value_name = "PREFIX", default_value = "", hide_default_value = true)]
    pub(crate) prefix: String,
    /// Replace the embedded topics. Without this option, the imported topics are added to the
    /// embedded ones. Where terms overlap in a text, only the longest term counts.
    #[arg(long)]
    pub(crate) replace: bool,
    /// Match patterns without wildcards as whole words, even in formats where they normally match the beginning of a word (Lexicoder, Yoshikoder).
    #[arg(long)]
    pub(crate) whole_words: bool,
    #[command(flatten)]
    pub(crate) output: ConversionArgs,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  chancery explain \"The Council met in Astana on 15 June 2001.\"
  chancery explain treaty.html:1204
  chancery explain - --date 1999 < speech.txt")]
pub(crate) struct ExplainArgs {
    /// Text in quotes, or FILE:OFFSET for the sentence at a byte offset in the text of a file, or "-" for standard input.
    #[arg(value_name = "TEXT|FILE:OFFSET")]
    pub(crate) what: String,
    /// Date of the document: YYYY, YYYY-MM or YYYY-MM-DD. The validity of names and the values of
    /// relative dates depend on this date.
    #[arg(long, value_name = "DATE")]
    pub(crate) date: Option<String>,
    /// Order of day and month in numeric dates that can be read in two ways, such as 05/06/2010:
    /// `dmy` or `mdy`. Without this option, such dates are left out.
    #[arg(long, value_name = "ORDER", value_parser = date_order())]
    pub(crate) date_order: Option<DateOrder>,
    /// Folder with your own data files, or a .zip file that `chancery gazetteer pack` wrote. Can be repeated; later folders override earlier ones.
    #[arg(long = "data", value_name = "FOLDER")]
    pub(crate) data: Vec<PathBuf>,
    /// Encoding of a file that is not UTF-8, for example windows-1252, or `auto` to guess it.
    #[arg(long, value_name = "NAME")]
    pub(crate) encoding: Option<String>,
    /// Print all records of the whole document as JSON. If FILE:OFFSET was given, the field
    /// `sentence` contains the start and end of the sentence at that offset.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  chancery sample OUT --table events --n 100 > drawn.csv      draw 100 events
  chancery sample --judge drawn.csv                           write right, wrong or unsure into the column `verdict`
  chancery sample --report drawn.csv                          report precision")]
pub(crate) struct SampleArgs {
    /// Dataset folder written by `chancery run` in the format csv.
    #[arg(value_name = "DATASET", required_unless_present_any = ["report", "judge"])]
    pub(crate) dataset: Option<PathBuf>,
    /// Table to draw from.
    #[arg(long, value_parser = sampled_tables(), default_value = "mentions")]
    pub(crate) table: String,
    /// Number of records to draw.
    #[arg(long, value_name = "N", default_value_t = 100)]
    pub(crate) n: usize,
    /// Seed of the random draw. The same seed draws the same records.
    #[arg(long, value_name = "SEED", default_value_t = 1)]
    pub(crate) seed: u64,
    /// Draw only records of this kind. The kind is the type of a mention, the kind of an actor, the class of an event, the name of a topic, or the TIMEX3 type of a
    /// time expression. Separate several kinds with commas.
    #[arg(long, value_name = "KIND", value_delimiter = ',')]
    pub(crate) kind: Vec<String>,
    /// Show each record in FILE that has no verdict, ask you whether the record is right, and write the verdict to FILE. FILE is a CSV file of records drawn with
    /// this command.
    #[arg(long, value_name = "FILE", conflicts_with = "report")]
    pub(crate) judge: Option<PathBuf>,
    /// Report the precision, with a confidence interval, from the verdicts in FILE.
    #[arg(long, value_name = "FILE")]
    pub(crate) report: Option<PathBuf>,
    /// Print the report as JSON.
    #[arg(long, requires = "report")]
    pub(crate) json: bool,
}

/// Options that select the events of a dataset.
#[derive(Debug, Args)]
pub(crate) struct EventFilterArgs {
    /// Use only events with these voices. The voice tells how the text presents an event (asserted,
    /// future, denied …). Separate several voices with commas; `all` selects every voice.
    #[arg(long, value_name = "VOICE", value_delimiter = ',', default_value = "asserted")]
    pub(crate) voice: Vec<String>,
    /// Leave out events whose only date is the date of their document.
    #[arg(long)]
    pub(crate) dated: bool,
    /// Also use events that repeat an earlier event of the same document.
    #[arg(long)]
    pub(crate) repeated: bool,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Events are grouped if they have the same class, voice, sources and targets, their places do not differ, and their dates are at most --days days from the dates of the first event.
Writes DATASET/merged/groups.csv (one row for each group) and members.csv (one row for each event of a group).

Examples:
  chancery merge-events OUT
  chancery merge-events OUT --days 3 --out groups")]
pub(crate) struct MergeArgs {
    /// Dataset folder written by `chancery run` in the format csv.
    #[arg(value_name = "DATASET")]
    pub(crate) dataset: PathBuf,
    /// Maximum number of days between the first event of a group and any other event of the group.
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub(crate) days: u32,
    /// Group only events of the same day. This is the same as --days 0.
    #[arg(long, conflicts_with = "days")]
    pub(crate) one_a_day: bool,
    /// Also write events whose source or target is unknown. Each of these events becomes a separate
    /// group.
    #[arg(long)]
    pub(crate) all_sides: bool,
    #[command(flatten)]
    pub(crate) filter: EventFilterArgs,
    /// Folder for the files [default: DATASET/merged]
    #[arg(long, value_name = "FOLDER")]
    pub(crate) out: Option<PathBuf>,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Writes to DATASET/panel:
  dyad_year.csv     counts by year, source and target
  country_year.csv  counts by year and state or organisation, as source and as target
  edges.csv         counts by source and target over all years
  events.tsv        one row for each pair of source and target of an event: date, source, target, CAMEO code, quad class, Goldstein value

An event with several sources or targets counts once for each pair.

Examples:
  chancery panel OUT
  chancery panel OUT --merge-days 1 --dated")]
pub(crate) struct PanelArgs {
    /// Dataset folder written by `chancery run` in the format csv.
    #[arg(value_name = "DATASET")]
    pub(crate) dataset: PathBuf,
    /// Count each group of events as one event. The groups are the same as the groups that `chancery
    /// merge-events --days N` writes.
    #[arg(long, value_name = "N")]
    pub(crate) merge_days: Option<u32>,
    #[command(flatten)]
    pub(crate) filter: EventFilterArgs,
    /// Folder for the files [default: DATASET/panel]
    #[arg(long, value_name = "FOLDER")]
    pub(crate) out: Option<PathBuf>,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Each line of GOLD is a JSON object with \"text\" and, optionally, \"id\", \"date\" and the other input fields of `chancery annotate`. It also contains the layers to compare,
named as in the records: \"events\": [{\"start\": 0, \"end\": 25, \"class\": \"CONSULT\"}], \"mentions\", \"times\" … A gold record with \"start\" and \"end\" matches only
records that overlap it. A gold record without them can match anywhere in the document. The kind (\"class\" of events, \"type\" of mentions and times) and other fields are compared
only if the gold record has them.

Examples:
  chancery eval gold.jsonl
  chancery eval gold.jsonl --layer events --errors errors.jsonl --data my-rules")]
pub(crate) struct EvalArgs {
    /// Gold file: correct records as JSON lines.
    #[arg(value_name = "GOLD")]
    pub(crate) gold: PathBuf,
    /// Compare only these layers, that is, lists of records such as events or mentions. Separate
    /// several layers with commas.
    #[arg(long, value_name = "LAYER", value_delimiter = ',')]
    pub(crate) layer: Vec<String>,
    /// Unit of the offsets in GOLD.
    #[arg(long, value_name = "UNIT", default_value = "bytes", value_parser = ["bytes", "chars"])]
    pub(crate) offsets: String,
    /// Write each difference as a JSON line to this file.
    #[arg(long, value_name = "FILE")]
    pub(crate) errors: Option<PathBuf>,
    /// Print the result as JSON.
    #[arg(long)]
    pub(crate) json: bool,
    /// Folder with your own data files, or a .zip file that `chancery gazetteer pack` wrote. Can be repeated; later folders override earlier ones.
    #[arg(long = "data", value_name = "FOLDER")]
    pub(crate) data: Vec<PathBuf>,
}

/// Returns the parser for the names of the tables from which `sample` can draw records. For each table, the help text says what a row represents.
fn sampled_tables() -> PossibleValuesParser {
    let tables = chancery_export::schema::tables().into_iter().filter(|table| table.class_column().is_some());
    PossibleValuesParser::new(tables.map(|table| PossibleValue::new(table.name).help(table.row)))
}

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  chancery annotate < documents.jsonl > records.jsonl
  echo '{\"text\": \"Kenya and Ghana met.\"}' | chancery annotate --no-tokens")]
pub(crate) struct AnnotateArgs {
    /// Folder with your own data files, which override the embedded ones, or a .zip file that `chancery gazetteer pack` wrote. Can be repeated; later folders
    /// override earlier ones.
    #[arg(long = "data", value_name = "FOLDER")]
    pub(crate) data: Vec<PathBuf>,
    /// Order of day and month in numeric dates that can be read in two ways, such as 05/06/2010:
    /// `dmy` or `mdy`. Without this option, such dates are left out.
    #[arg(long, value_name = "ORDER", value_parser = date_order())]
    pub(crate) date_order: Option<DateOrder>,
    /// Number of threads [default: all cores]
    #[arg(long, value_name = "N")]
    pub(crate) threads: Option<usize>,
    /// Leave out the tokens.
    #[arg(long)]
    pub(crate) no_tokens: bool,
    /// Add to each mention the candidates that were rejected in favour of it, with the reasons.
    #[arg(long)]
    pub(crate) rejected: bool,
    /// Also match misspelled names of states and regions. The column `edits` marks these mentions.
    ///
    /// A capitalised word of seven letters or more is matched if it is one edit away from a name. An edit adds, removes or replaces a letter, or swaps two adjacent
    /// letters. In words of nine letters or more, two edits are allowed. A word that is equally near to the names of two entities is not matched.
    #[arg(long)]
    pub(crate) fuzzy: bool,
    /// Add the names that were rejected, and the rules and frames that were tried, with the reasons. Implies --rejected.
    #[arg(long, conflicts_with = "offsets")]
    pub(crate) trace: bool,
    /// Unit of the offsets: bytes of UTF-8, or characters (Unicode scalar values, as in Python and R).
    #[arg(long, value_enum, default_value_t = Offsets::Bytes)]
    pub(crate) offsets: Offsets,
    #[command(flatten)]
    pub(crate) fields: FieldArgs,
}

/// The unit of offsets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Offsets {
    /// Bytes of UTF-8.
    Bytes,
    /// Characters.
    Chars,
}

fn date_order() -> impl clap::builder::TypedValueParser<Value = DateOrder> {
    use clap::builder::{PossibleValuesParser, TypedValueParser};
    PossibleValuesParser::new([DateOrder::DayMonthYear, DateOrder::MonthDayYear].map(DateOrder::as_str))
        .try_map(|name| name.parse::<DateOrder>())
}
