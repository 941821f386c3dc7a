//! The arguments of the `chancery` command. `--help` prints the doc comments of the commands and options, so these comments are written for users.

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

/// Turn diplomatic and policy documents into tables of names, actors, dates, topics and events.
#[derive(Debug, Parser)]
#[command(
    name = "chancery",
    version,
    max_term_width = 110,
    after_help = "\
Exit codes:
  0  success
  1  some documents failed, a check found errors, or a look-up found nothing
  2  wrong usage, or the command could not be carried out
  3  only with `run --strict`: a file was skipped, or some metadata could not be used"
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
    /// Each input line is a JSON object with the field "text" and, optionally, "id", "date", "language" and "title". For each input line, one output line is
    /// written. It contains a record: a JSON object with everything that Chancery found in the text. If an input line cannot be read, its output line has the
    /// field "error". Output is written without delay: a program can write a line, wait for its record, and then write the next line.
    Annotate(AnnotateArgs),
    /// Maintain the gazetteer, the list of known names: look up names, find missing names, add and change entries, and see what a change affects.
    #[command(subcommand)]
    Gazetteer(Box<GazetteerCommand>),
    /// Show what Chancery finds in a text, and why.
    ///
    /// For each result, the output shows the gazetteer entry or the rule that produced it. It also shows the names, rules and frames that were considered but
    /// rejected, with the reasons. Rules and frames are patterns that find events.
    Explain(ExplainArgs),
    /// Measure the precision of a dataset: draw random records, ask you whether each is right, and report the share that is right.
    Sample(SampleArgs),
    /// Combine the parts of a run that was divided with `chancery run --shard` into one dataset.
    ///
    /// The result is the same as if one run had processed all documents.
    Merge(MergeShardsArgs),
    /// Group the events of a dataset that report the same act, even if they are in different documents.
    MergeEvents(MergeArgs),
    /// Count the events of each state, and of each pair of states, by year. Also write a list of the events for use in other programs.
    Panel(PanelArgs),
    /// Compare what Chancery finds with a gold file (a file of correct records), and print precision and recall.
    ///
    /// The output shows precision and recall for each kind of record, the rules with the most errors, and the kinds that were most often confused with each
    /// other.
    Eval(EvalArgs),
    /// Test the rules and frames (patterns) that find events, count how often each is used, look up words, and import verb dictionaries.
    #[command(subcommand)]
    Rules(RulesCommand),
    /// Import topic dictionaries from other programs.
    #[command(subcommand)]
    Topics(TopicsCommand),
    /// Describe the tables and columns of a dataset, as Markdown.
    Schema,
}

#[derive(Debug, Subcommand)]
pub(crate) enum RulesCommand {
    /// Test all rules and frames, both the embedded ones and your own, with the examples in the data files.
    #[command(after_help = "\
Examples:
  chancery rules test
  chancery rules test --data mine --short")]
    Test {
        /// Data folder (your own names, topics and rules), or a .zip file that `chancery gazetteer pack` wrote. Can be repeated; later folders override earlier ones.
        #[arg(long = "data", value_name = "FOLDER")]
        data: Vec<PathBuf>,
        /// Print each problem on one line: `FILE:LINE:COLUMN: error[CODE]: MESSAGE`.
        #[arg(long)]
        short: bool,
        /// Print problems and counts as JSON.
        #[arg(long, conflicts_with = "short")]
        json: bool,
    },
    /// Count the records that each rule and frame produced in a dataset, and list those that produced none.
    #[command(after_help = "\
Examples:
  chancery rules coverage OUT
  chancery rules coverage OUT --data mine --own")]
    Coverage {
        /// Dataset folder written by `chancery run`.
        #[arg(value_name = "DATASET")]
        dataset: PathBuf,
        /// Data folder (your own names, topics and rules), or a .zip file that `chancery gazetteer pack` wrote. Can be repeated; later folders override earlier ones.
        #[arg(long = "data", value_name = "FOLDER")]
        data: Vec<PathBuf>,
        /// Show only the rules, frames and topic terms of your data folders.
        #[arg(long, requires = "data")]
        own: bool,
        /// Print the counts as JSON.
        #[arg(long)]
        json: bool,
    },
    /// List the frames, rules, topics and word lists that contain a word, each with its file and line.
    #[command(after_help = "\
Examples:
  chancery rules lookup condemn
  chancery rules lookup tariff --data mine")]
    Lookup {
        /// Word to look up: the base form of a verb or noun, or the words of a topic term.
        #[arg(value_name = "WORD")]
        word: String,
        /// Data folder (your own names, topics and rules), or a .zip file that `chancery gazetteer pack` wrote. Can be repeated; later folders override earlier ones.
        #[arg(long = "data", value_name = "FOLDER")]
        data: Vec<PathBuf>,
        /// Print the result as JSON.
        #[arg(long)]
        json: bool,
    },
    /// Convert a verb dictionary of PETRARCH or PETRARCH 2 to a frames file.
    ///
    /// Each pattern of the dictionary becomes a frame (a pattern that finds events). The CAMEO code of the pattern, which stands for a type of event, becomes
    /// the act of the frame; data/frames/scales.toml lists the act for each code. If a frame cannot express a pattern, the pattern is left out and reported
    /// with its line number. Put the result into frames/ in your data folder, and pass the folder with --data.
    #[command(after_help = "\
Examples:
  chancery rules import CAMEO.2.0.txt --out mine/frames/cameo.toml
  chancery run DOCUMENTS --out OUT --data mine")]
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
    /// Convert a dictionary of another program to a topics file.
    ///
    /// Each category of the dictionary becomes a topic. A line that a topics file cannot express is left out and reported with its line number. Put the result
    /// into topics/ in your data folder, and pass the folder with --data.
    #[command(after_help = "\
Examples:
  chancery topics import trade.dic --prefix liwc --out mine/topics/trade.toml
  chancery run DOCUMENTS --out OUT --data mine")]
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
    /// Prefix for the ids of all topics. A dot separates the prefix from the rest of the id.
    #[arg(long, value_name = "PREFIX", default_value = "", hide_default_value = true)]
    pub(crate) prefix: String,
    /// Replace the embedded topics. Without this option, the imported topics are added to the
    /// embedded ones; if terms of both overlap in a text, only the longest term counts.
    #[arg(long)]
    pub(crate) replace: bool,
    /// Match a pattern without a wildcard only as a whole word. Without this option, such a pattern in a Lexicoder or Yoshikoder file matches every word that
    /// begins with it.
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
    /// Text in quotation marks, "-" for standard input, or FILE:OFFSET for one sentence of a file. OFFSET is a byte position in the text of the file, counted
    /// from 0. The sentence at this position is explained.
    #[arg(value_name = "TEXT|FILE:OFFSET")]
    pub(crate) what: String,
    /// Date of the document: YYYY, YYYY-MM or YYYY-MM-DD. It determines which names were in use, and
    /// what relative dates such as "yesterday" mean.
    #[arg(long, value_name = "DATE")]
    pub(crate) date: Option<String>,
    /// Speaker of the document: the name, the code or the id of a state or organisation, such as KEN. "We" and "my country" then stand for this speaker.
    #[arg(long, value_name = "NAME|CODE|ID")]
    pub(crate) speaker: Option<String>,
    /// With FILE:OFFSET: pattern of the file name, with named parts in braces, such as "{speaker}_{session}_{year}". {date} or {year} is the date of the document,
    /// and {speaker} its speaker.
    #[arg(long, value_name = "PATTERN")]
    pub(crate) name_pattern: Option<String>,
    /// Order of day and month in numeric dates that can be read in two ways, such as 05/06/2010:
    /// `dmy` (5 June) or `mdy` (6 May). Without this option, such dates are left out.
    #[arg(long, value_name = "ORDER", value_parser = date_order())]
    pub(crate) date_order: Option<DateOrder>,
    /// Data folder (your own names, topics and rules), or a .zip file that `chancery gazetteer pack` wrote. Can be repeated; later folders override earlier ones.
    #[arg(long = "data", value_name = "FOLDER")]
    pub(crate) data: Vec<PathBuf>,
    /// Encoding of a file that is not UTF-8, for example windows-1252, or `auto` to guess it.
    #[arg(long, value_name = "NAME")]
    pub(crate) encoding: Option<String>,
    /// Print all records of the whole document as JSON. With FILE:OFFSET, the field `sentence`
    /// contains the start and end of the sentence at that offset.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  chancery sample OUT --table events --n 100 > drawn.csv      draw 100 events
  chancery sample --judge drawn.csv                           judge each event: right or wrong
  chancery sample --report drawn.csv                          report the precision")]
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
    /// Draw only records of this kind: the type of a mention (such as state), the kind of an actor, the class of an event (such as CONSULT), the id of a topic, or
    /// the type of a time expression (such as DATE). Separate several kinds with commas.
    #[arg(long, value_name = "KIND", value_delimiter = ',')]
    pub(crate) kind: Vec<String>,
    /// Show the records in FILE one by one, ask you whether each is right, and write your verdicts into the column `verdict`. FILE is a CSV file of records drawn
    /// with this command. Records that already have a verdict are skipped.
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
    /// Use only events with these voices. The voice says how the text presents an event: asserted,
    /// negated, future, denied … Separate several voices with commas; `all` selects every voice.
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
Events are put into one group if:
  - they have the same class, voice, sources and targets
  - their dates are at most --days days from the dates of the first event of the group
  - their places, where known, are the same

Two files are written to DATASET/merged:
  groups.csv   one row for each group
  members.csv  one row for each event, with the number of its group

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
    /// Also include events whose source (who acted) or target (who was acted upon) is unknown. Each
    /// of these events becomes a separate group.
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
Four files are written to DATASET/panel:
  dyad_year.csv     number of events for each year, source and target
  country_year.csv  number of events for each year and each state or organisation, with separate
                    rows for its role as source and as target
  edges.csv         number of events for each source and target, over all years
  events.tsv        list of the events: date, source, target, CAMEO code, quad class, Goldstein
                    value

The source of an event is who acted; the target is who was acted upon. If an event has several sources or targets, it is counted or listed once for each \
combination of a source and a target (in country_year.csv, once for each source and once for each target). docs/events.md explains quad classes and the Goldstein scale.

Examples:
  chancery panel OUT
  chancery panel OUT --merge-days 1 --dated")]
pub(crate) struct PanelArgs {
    /// Dataset folder written by `chancery run` in the format csv.
    #[arg(value_name = "DATASET")]
    pub(crate) dataset: PathBuf,
    /// Count each group of events that report the same act as one event. The groups are those of
    /// `chancery merge-events --days N`.
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
Each line of GOLD is a JSON object with \"text\" and, optionally, \"id\", \"date\" and the other input fields of `chancery annotate`. It also contains \
the correct records, in lists (layers) named as in the output of `chancery annotate`:

  {\"text\": \"Kenya met Ghana.\", \"events\": [{\"start\": 0, \"end\": 15, \"class\": \"CONSULT\"}]}

A gold record with \"start\" and \"end\" matches only records that overlap it. A gold record without them can match anywhere in the document. Other \
fields, including the kind (\"class\" of events, \"type\" of mentions and times), are compared only if the gold record has them.

In the output, P is precision, R is recall, and F1 is their harmonic mean, all in percent. In the line \"spans that overlap\", a record counts as \
correct if it overlaps a gold record, whatever its kind and other fields are.

Examples:
  chancery eval gold.jsonl
  chancery eval gold.jsonl --layer events --errors errors.jsonl --data my-rules")]
pub(crate) struct EvalArgs {
    /// Gold file: texts with their correct records, as JSON lines.
    #[arg(value_name = "GOLD")]
    pub(crate) gold: PathBuf,
    /// Compare only these layers (lists of records), such as events or mentions. Separate several
    /// layers with commas.
    #[arg(long, value_name = "LAYER", value_delimiter = ',')]
    pub(crate) layer: Vec<String>,
    /// Unit of "start" and "end" in GOLD.
    #[arg(long, value_name = "UNIT", default_value = "bytes", value_parser = ["bytes", "chars"])]
    pub(crate) offsets: String,
    /// Write each difference between GOLD and the records found to this file, as JSON lines.
    #[arg(long, value_name = "FILE")]
    pub(crate) errors: Option<PathBuf>,
    /// Print the result as JSON.
    #[arg(long)]
    pub(crate) json: bool,
    /// Data folder (your own names, topics and rules), or a .zip file that `chancery gazetteer pack` wrote. Can be repeated; later folders override earlier ones.
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
    /// Data folder: your own names, topics and rules, which override the embedded ones. A .zip file that `chancery gazetteer pack` wrote is also accepted. Can be
    /// repeated; later folders override earlier ones.
    #[arg(long = "data", value_name = "FOLDER")]
    pub(crate) data: Vec<PathBuf>,
    /// Order of day and month in numeric dates that can be read in two ways, such as 05/06/2010:
    /// `dmy` (5 June) or `mdy` (6 May). Without this option, such dates are left out.
    #[arg(long, value_name = "ORDER", value_parser = date_order())]
    pub(crate) date_order: Option<DateOrder>,
    /// Number of threads [default: all cores]
    #[arg(long, value_name = "N")]
    pub(crate) threads: Option<usize>,
    /// Leave out the tokens, that is, the words, numbers and punctuation marks of the text.
    #[arg(long)]
    pub(crate) no_tokens: bool,
    /// Add to each mention the other gazetteer entries that its words could refer to, and why each was rejected.
    #[arg(long)]
    pub(crate) rejected: bool,
    /// Also match misspelled names of states and regions. These mentions have the field `edits`.
    ///
    /// An edit adds, removes or replaces a letter, or swaps two adjacent letters. A capitalised word of seven or eight letters is matched if it is one edit away
    /// from a name; a longer word is matched if it is at most two edits away. A word that is equally close to the names of two entities is not matched.
    #[arg(long)]
    pub(crate) fuzzy: bool,
    /// Add all names, rules and frames that were considered, and why each was used or rejected. Rules and frames are patterns that find events. Implies
    /// --rejected.
    #[arg(long, conflicts_with = "offsets")]
    pub(crate) trace: bool,
    /// Unit of the offsets, which give the position of each record in the text.
    #[arg(long, value_enum, default_value_t = Offsets::Bytes)]
    pub(crate) offsets: Offsets,
    #[command(flatten)]
    pub(crate) fields: FieldArgs,
}

/// The unit of offsets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Offsets {
    /// Bytes of the text in UTF-8.
    Bytes,
    /// Characters (Unicode scalar values), as in Python and R.
    Chars,
}

fn date_order() -> impl clap::builder::TypedValueParser<Value = DateOrder> {
    use clap::builder::{PossibleValuesParser, TypedValueParser};
    PossibleValuesParser::new([DateOrder::DayMonthYear, DateOrder::MonthDayYear].map(DateOrder::as_str))
        .try_map(|name| name.parse::<DateOrder>())
}
