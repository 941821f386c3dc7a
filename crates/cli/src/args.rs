//! Arguments.

use chancery_read::Format;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use clap::{Args, Parser, Subcommand, ValueEnum};
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
    /// Show what is found in a text, by which entry or rule, and why other names and rules were not taken.
    Explain(ExplainArgs),
    /// Draw records at random with their sentences, take verdicts, and report precision.
    Sample(SampleArgs),
    /// Look after the rules.
    #[command(subcommand)]
    Rules(RulesCommand),
    /// Look after the topics.
    #[command(subcommand)]
    Topics(TopicsCommand),
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

#[derive(Debug, Subcommand)]
pub(crate) enum RulesCommand {
    /// Try the examples of all rules, the embedded ones and those of your folders.
    Test {
        /// Your folder of data files; may be given several times, the last one on top.
        #[arg(long = "data", value_name = "FOLDER")]
        data: Vec<PathBuf>,
    },
    /// List how often each rule made a record in a dataset, and the rules that never did.
    Coverage {
        /// A folder that `chancery run` wrote.
        #[arg(value_name = "DATASET")]
        dataset: PathBuf,
        /// Your folder of data files; may be given several times, the last one on top.
        #[arg(long = "data", value_name = "FOLDER")]
        data: Vec<PathBuf>,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum TopicsCommand {
    /// Turn a dictionary of another tool into a topics file of yours.
    ///
    /// Read are LIWC (.dic), Lexicoder 3 (.lc3), Lexicoder 2 and Yoshikoder (.lcd, .ykd), quanteda and newsmap (.yml) and WordStat (.cat). What a file says and
    /// topics cannot is told with its line on standard error. Put the result below topics/ in a folder of yours and give the folder to --data:
    ///
    ///   chancery topics import trade.dic --prefix liwc --out mine/topics/trade.toml
    ///   chancery run DOCUMENTS --out OUT --data mine
    #[command(verbatim_doc_comment)]
    Import(ImportArgs),
}

/// A format of a dictionary.
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
    /// The dictionary.
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// Its format [default: told by the file's ending]
    #[arg(long, value_enum, value_name = "FORMAT")]
    pub(crate) format: Option<ImportFormat>,
    /// Put before each topic's id, with a dot.
    #[arg(long, value_name = "PREFIX", default_value = "", hide_default_value = true)]
    pub(crate) prefix: String,
    /// Have these topics take the place of the embedded ones. Else they stand beside them, and where terms overlap the longest counts, whosesoever it is.
    #[arg(long)]
    pub(crate) replace: bool,
    /// Take patterns without wildcards as whole words where their format takes them as beginnings of words (Lexicoder; Yoshikoder with the substring engine).
    #[arg(long)]
    pub(crate) whole_words: bool,
    /// Write nothing if a line was left out.
    #[arg(long)]
    pub(crate) strict: bool,
    /// File to write [default: standard output]
    #[arg(short, long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    /// Write over a file that is already there.
    #[arg(long)]
    pub(crate) force: bool,
}

#[derive(Debug, Args)]
pub(crate) struct ExplainArgs {
    /// A text in quotes, or FILE:OFFSET for the sentence at that byte of a file; "-" reads standard input.
    #[arg(value_name = "TEXT|FILE:OFFSET")]
    pub(crate) what: String,
    /// The document's date (YYYY, YYYY-MM or YYYY-MM-DD), for names and dates that depend on it.
    #[arg(long, value_name = "DATE")]
    pub(crate) date: Option<String>,
    /// Your folder of data files; may be given several times, the last one on top.
    #[arg(long = "data", value_name = "FOLDER")]
    pub(crate) data: Vec<PathBuf>,
    /// Encoding of a file that is neither UTF-8 nor UTF-16 with a mark, by its WHATWG name, or `auto`.
    #[arg(long, value_name = "NAME")]
    pub(crate) encoding: Option<String>,
    /// The whole document and all that was found and not found in it as JSON; of FILE:OFFSET `sentence` tells which sentence was asked for.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
#[command(after_help = "\
First draw, then judge, then report:
  chancery sample OUT --table events --n 100 --seed 1 > drawn.csv
  (write right, wrong or unsure into the column `verdict`, in a spreadsheet or with --judge)
  chancery sample --report drawn.csv")]
pub(crate) struct SampleArgs {
    /// A folder that `chancery run` wrote, with CSV among its formats.
    #[arg(value_name = "DATASET", required_unless_present_any = ["report", "judge"])]
    pub(crate) dataset: Option<PathBuf>,
    /// The table to draw from.
    #[arg(long, value_parser = sampled_tables(), default_value = "mentions")]
    pub(crate) table: String,
    /// How many records to draw.
    #[arg(long, value_name = "N", default_value_t = 100)]
    pub(crate) n: usize,
    /// Seed of the draw: the same seed draws the same records of the same dataset.
    #[arg(long, value_name = "SEED", default_value_t = 1)]
    pub(crate) seed: u64,
    /// Draw only records of this type (mentions), kind (actors), class (events), topic, or TIMEX3 type (times); several with commas.
    #[arg(long, value_name = "KIND", value_delimiter = ',')]
    pub(crate) kind: Vec<String>,
    /// Ask for the verdicts of a drawn CSV file here in the terminal, and write them into it.
    #[arg(long, value_name = "FILE", conflicts_with = "report")]
    pub(crate) judge: Option<PathBuf>,
    /// Report precision with its confidence interval from a judged CSV file.
    #[arg(long, value_name = "FILE")]
    pub(crate) report: Option<PathBuf>,
    /// The report as JSON.
    #[arg(long, requires = "report")]
    pub(crate) json: bool,
}

/// The formats of a dataset, with their descriptions.
fn formats() -> impl TypedValueParser<Value = chancery_export::Format> {
    let values = chancery_export::Format::ALL.iter().map(|format| PossibleValue::new(format.as_str()).help(format.description()));
    PossibleValuesParser::new(values).try_map(|name| name.parse::<chancery_export::Format>())
}

/// The tables that `sample` can draw from, with what one row is.
fn sampled_tables() -> PossibleValuesParser {
    let tables = chancery_export::schema::tables().into_iter().filter(|table| table.class_column().is_some());
    PossibleValuesParser::new(tables.map(|table| PossibleValue::new(table.name).help(table.row)))
}

#[derive(Debug, Args)]
pub(crate) struct RunArgs {
    /// Files, folders (read with all folders inside them, in order of name) or globs; "-" is standard input (see --stdin-format). Read are text (.txt), Markdown (.md), HTML
    /// (.html), JSON lines (.jsonl), CSV and TSV, each also packed as .gz or .zst.
    #[arg(value_name = "DOCUMENTS")]
    pub(crate) documents: Vec<String>,
    /// Folder to write the dataset to.
    #[arg(short, long, value_name = "DIR")]
    pub(crate) out: Option<PathBuf>,
    /// Settings file (TOML): any of these options under its long name, with _ or - (`name_pattern = "{country}_{year}"`), and `documents`; `documents`, `format` and `data` are
    /// lists (`format = ["csv"]`). What is given here counts more.
    #[arg(long, value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    /// Formats to write; several with commas [default: csv]
    #[arg(long, value_name = "FORMAT", value_delimiter = ',', value_parser = formats())]
    pub(crate) format: Vec<chancery_export::Format>,
    /// Write over a dataset that is already in the folder.
    #[arg(long)]
    pub(crate) force: bool,
    /// Number of threads [default: all cores]
    #[arg(long, value_name = "N")]
    pub(crate) threads: Option<usize>,
    /// Your folder of data files, over the embedded ones; may be given several times, the last one on top.
    #[arg(long = "data", value_name = "FOLDER")]
    pub(crate) data: Vec<PathBuf>,
    /// Encoding of texts that are neither UTF-8 nor UTF-16 with a mark, by its WHATWG name (windows-1252, koi8-r, gb18030 …), or `auto` to
    /// have it guessed. HTML is read as it declares where none is named. The column `encoding` of `documents` tells what was taken [default: utf-8]
    #[arg(long, value_name = "NAME")]
    pub(crate) encoding: Option<String>,
    /// Format of standard input ("-") [default: text]
    #[arg(long, value_name = "FORMAT", value_parser = stdin_format())]
    pub(crate) stdin_format: Option<Format>,
    /// What file names say, with a name in braces for each part: "{country}_{session}_{year}". {date} and {year} give the document's date, {id} its id,
    /// {language} its language, all else goes to `fields`.
    #[arg(long, value_name = "PATTERN")]
    pub(crate) name_pattern: Option<String>,
    /// JSONL field or CSV column that holds the text [default: text]
    #[arg(long, value_name = "FIELD")]
    pub(crate) text_field: Option<String>,
    /// JSONL field or CSV column that holds the id [default: id]
    #[arg(long, value_name = "FIELD")]
    pub(crate) id_field: Option<String>,
    /// JSONL field or CSV column that holds the date, YYYY, YYYY-MM or YYYY-MM-DD [default: date]
    #[arg(long, value_name = "FIELD")]
    pub(crate) date_field: Option<String>,
    /// Write the table of tokens too (it outweighs all others).
    #[arg(long)]
    pub(crate) tokens: bool,
    /// Give each row the text of its sentence.
    #[arg(long)]
    pub(crate) sentence_text: bool,
    /// List with each mention the candidates that were rejected in its favour, and why.
    #[arg(long)]
    pub(crate) rejected: bool,
    /// Take words of seven letters or more with a capital that are one edit away from the name of one state or region alone (two from nine letters on) for that name;
    /// the column `edits` marks them. `chancery explain` shows such words in any case.
    #[arg(long)]
    pub(crate) fuzzy: bool,
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
    /// List with each mention the candidates that were rejected in its favour, and why.
    #[arg(long)]
    pub(crate) rejected: bool,
    /// Take words of seven letters or more with a capital that are one edit away from the name of one state or region alone (two from nine letters on) for that name;
    /// the column `edits` marks them. `chancery explain` shows such words in any case.
    #[arg(long)]
    pub(crate) fuzzy: bool,
    /// Give each record the names that were not taken and what came of each rule, with the reasons (and what --rejected gives).
    #[arg(long)]
    pub(crate) trace: bool,
}

fn stdin_format() -> impl clap::builder::TypedValueParser<Value = Format> {
    use clap::builder::{PossibleValuesParser, TypedValueParser};
    PossibleValuesParser::new(Format::ALL.map(Format::as_str)).try_map(|name| name.parse::<Format>())
}
