//! The arguments of `chancery gazetteer`. As in `args.rs`, `--help` prints the doc comments.

use super::conversion::ConversionArgs;
use clap::{Args, Subcommand};
use std::path::PathBuf;

/// The option that names the user's data folders.
#[derive(Debug, Args)]
pub(crate) struct DataArgs {
    /// Data folder (your own names, topics and rules), or a .zip file that `chancery gazetteer pack`
    /// wrote. Can be repeated; later folders override earlier ones.
    #[arg(long = "data", value_name = "FOLDER")]
    pub(crate) data: Vec<PathBuf>,
}

/// Options for reading the documents of a corpus.
#[derive(Debug, Args)]
pub(crate) struct CorpusArgs {
    /// Encoding of documents that are not UTF-8, for example windows-1252, or `auto` to guess it [default: utf-8]
    #[arg(long, value_name = "NAME")]
    pub(crate) encoding: Option<String>,
    /// Pattern of the file names, with named parts in braces: "{country}_{session}_{year}". {date} or {year} is the date of the document.
    #[arg(long, value_name = "PATTERN")]
    pub(crate) name_pattern: Option<String>,
    /// Number of threads [default: all cores]
    #[arg(long, value_name = "N")]
    pub(crate) threads: Option<usize>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum GazetteerCommand {
    /// Check all data files: those embedded in the program and your own. Each error is shown with its file, line and column, and a likely fix.
    ///
    /// The counts at the end are those of the files: every `[[entity]]` table counts as an entry, including tables that extend an entry of another file, and every
    /// name counts as written. `chancery gazetteer stats` counts entries and names after all files have been combined.
    #[command(after_help = "\
Examples:
  chancery gazetteer check --data mine
  chancery gazetteer check --data mine --short      one line for each problem, for editors
  chancery gazetteer check --data mine --fix        correct simple mistakes")]
    Check {
        #[command(flatten)]
        data: DataArgs,
        /// Print each problem on one line: `FILE:LINE:COLUMN: error[CODE]: MESSAGE`.
        #[arg(long)]
        short: bool,
        /// Print problems and counts as JSON.
        #[arg(long, conflicts_with = "short")]
        json: bool,
        /// Correct mistakes in your data folders, but only those that have a single possible correction: misspelt keys and language codes, names given twice,
        /// characters that are not in Unicode normalization form C, wrong file extensions and misspelt folder names.
        #[arg(long, requires = "data")]
        fix: bool,
    },
    /// Count the entries and names of each type.
    ///
    /// The counts are those of the combined data: an entry counts once even if several files contribute to it, and every spelling of a name counts. `chancery
    /// gazetteer check` counts what the files contain.
    #[command(after_help = "\
Examples:
  chancery gazetteer stats
  chancery gazetteer stats --data mine --json")]
    Stats {
        #[command(flatten)]
        data: DataArgs,
        /// Print the counts as JSON.
        #[arg(long)]
        json: bool,
    },
    /// Show everything that the gazetteer contains about a name or an id: the entries, their names and relations, and the file and line of each.
    ///
    /// Case, accents and the style of quotation marks and dashes do not matter. If several entries have the name, the output shows the conditions under which the
    /// name refers to each of them. If no entry has the name, the output shows the most similar known names, and the exit code is 1.
    #[command(after_help = "\
Examples:
  chancery gazetteer lookup SCO
  chancery gazetteer lookup igo.sco --all
  chancery gazetteer lookup \"foreign minister of Ethiopia\"
  chancery gazetteer lookup \"Georgia\" --data mine --json")]
    Lookup(LookupArgs),
    /// Find names that are frequent in a corpus (a collection of documents) but are not in the gazetteer.
    ///
    /// Each name is printed as an entry that you can paste into a data file. Comments above the entry show the number of documents that contain the name, and some
    /// of the passages that contain it. They also show what suggests that the words are a name: for example, a noun such as "Council" at the end, a title before
    /// the name, or an abbreviation in brackets after it. The type is a guess. Check the type and the name before you use an entry.
    #[command(after_help = "\
Examples:
  chancery gazetteer suggest speeches > new.toml
  chancery gazetteer suggest speeches --most 50 --documents 10 --data mine
  chancery gazetteer suggest speeches --type person,igo
  chancery gazetteer suggest speeches --json | jq -r '.suggestions[] | [.documents, .type, .name] | @tsv'")]
    Suggest(SuggestArgs),
    /// Show how a change of the data files affects what is found in a corpus, or how two datasets differ.
    ///
    /// With CORPUS, OLD and NEW are data folders, .zip files, or the word `embedded` for the embedded data alone. To save time, only documents that the change can
    /// affect are analysed: those that contain a name of a changed entry, or a word of a changed frame or topic. Without CORPUS, OLD and NEW are datasets that
    /// `chancery run` wrote in the format csv.
    #[command(after_help = "\
Examples:
  chancery gazetteer diff embedded mine speeches            what your folder changes
  chancery gazetteer diff mine-before mine speeches         what your last edit changes
  chancery gazetteer diff OUT1 OUT2                         how two datasets differ")]
    Diff(DiffArgs),
    /// Count how often each entry, and each of its names, was found in a dataset. Your own entries are listed first.
    #[command(after_help = "\
Examples:
  chancery run speeches --out OUT --data mine
  chancery gazetteer coverage OUT --data mine")]
    Coverage(CoverageArgs),
    /// List facts that may be out of date.
    ///
    /// The list contains offices without a known holder, relations without an end date although one of the two entities no longer exists, and entries that have
    /// not been reviewed for a long time.
    #[command(after_help = "\
Examples:
  chancery gazetteer stale
  chancery gazetteer stale --date 2027-01-01 --months 24 --data mine
  chancery gazetteer stale --about Kyrgyzstan")]
    Stale(StaleArgs),
    /// Create a data folder with templates and explanations, for your own names, topics and rules.
    #[command(after_help = "\
Examples:
  chancery gazetteer init mine
  chancery run speeches --out OUT --data mine")]
    Init {
        /// Data folder to create.
        #[arg(value_name = "FOLDER")]
        folder: PathBuf,
        /// Print the list of created files as JSON.
        #[arg(long)]
        json: bool,
    },
    /// Add an entry to a data folder.
    ///
    /// The entry is added at the end of gazetteer/names.toml in the folder, or of the file given with --file. If the new entry would cause errors in the data,
    /// nothing is changed.
    #[command(after_help = "\
A name (FORM in the list above) is TEXT (an English name), LANGUAGE:TEXT, or a TOML table with conditions. A relation is KIND=ID, optionally followed \
by at=ID, valid=START/END and role=ROLE, separated by spaces. data/gazetteer/README.md explains kinds, conditions and dates.

Examples:
  chancery gazetteer add mine igo.water-council --type igo --source \"its charter\" \\
    --name \"Central Asian Water Council\" --abbr CAWC --name \"zh:中亚水理事会\" \\
    --valid 1999-05-01/.. --relation \"member=state.kz valid=1999/..\"
  chancery gazetteer add mine person.asanov-azamat --type person --source \"web site\" \\
    --name \"Azamat Asanov\" --alias '{ n = \"Asanov\", when = \"introduced\" }' \\
    --relation \"office=office.president at=state.kg valid=2031-01-10/..\"")]
    Add(Box<AddArgs>),
    /// Change an entry.
    ///
    /// If your data folder contains the entry, it is changed in its file. If the entry is embedded in the program, your data folder gets a table that extends the
    /// entry. Comments and the order of the file are kept. If the change would cause errors in the data, nothing is changed.
    ///
    /// --name replaces the preferred name; the old name becomes an alias. --relation replaces an existing relation that has the same kind, points to the same
    /// entry and has the same role. A person may hold an office several times, so a term of office replaces an existing term only if both begin on the same
    /// day, if neither has ended, or if the existing term has no dates.
    #[command(after_help = "\
Examples:
  chancery gazetteer edit mine state.kg --demonym Kyrgyzians --drop demonym.en=Kirghizes \\
    --source \"style guide\"
  chancery gazetteer edit mine city.astana --name Newtown --source \"decree of 2030-01-01\"
  chancery gazetteer edit mine person.tokayev-kassym-jomart --source \"web site of the office\" \\
    --relation \"office=office.president at=state.kz valid=2019-03-20/2029-03-20\"
  chancery gazetteer edit mine igo.imf --off      switches the entry off")]
    Edit(Box<EditArgs>),
    /// Convert a table of names, or a list of names from another program, to a data file.
    ///
    /// Names that are already in the gazetteer are left out. Everything that a data file cannot express is left out too, and is reported with its line number.
    #[command(after_help = "\
Formats:
  tables with named columns            .csv, .tsv, .xlsx, .ods
  patterns of spaCy's entity ruler     .jsonl
  GATE lists                           .lst, lists.def
  newsmap dictionaries                 .yml
  PETRARCH actors and NGEC agents      .txt
  SKOS thesauri in Turtle              .ttl
  results of Wikidata queries          --format wikidata
  GeoNames dumps                       --format geonames
  Linked Places: GeoJSON               .geojson
  Linked Places: tables (LP-TSV)       --format lpf

Columns of a table: id, type, name, official, alias, abbr, adj, demonym, language, valid, member, of, country, part_of, seat, source, wikidata. Only `name` \
is required. The language of a column of names can be added to its name: name.ru. Several values in one cell are separated by ; or |.

Examples:
  chancery gazetteer import bodies.csv --out mine/gazetteer/bodies.toml \\
    --source \"list of the registry\"
  chancery gazetteer import patterns.jsonl --out mine/gazetteer/patterns.toml \\
    --label ORG=igo --label MINISTRY=ministry
  chancery gazetteer import gate/lists.def --out mine/gazetteer/gate.toml \\
    --label organization=igo
  chancery gazetteer import newsmap/russian.yml --language ru --out mine/gazetteer/newsmap.toml
  chancery gazetteer import eurovoc.ttl --type concept --out mine/gazetteer/eurovoc.toml
  chancery gazetteer import query.csv --format wikidata --out mine/gazetteer/igos.toml \\
    --label \"international organization=igo\"
  chancery gazetteer import cities500.txt --format geonames --out mine/gazetteer/kg.toml \\
    --country KG --min-population 10000
  chancery gazetteer import alternateNamesV2.txt --format geonames --data mine \\
    --out mine/gazetteer/kg-names.toml")]
    Import(NamesImportArgs),
    /// Write the embedded data files to a folder, or convert the names of the gazetteer for another program, such as spaCy.
    #[command(after_help = "\
Examples:
  chancery gazetteer export embedded-data
  chancery gazetteer export names.jsonl --as spacy --data mine
  chancery gazetteer export names.csv --as csv --own --data mine")]
    Export(ExportArgs),
    /// Pack a data folder into one .zip file. --data accepts this file instead of the folder.
    ///
    /// The file pack.toml in the folder must give a name, a version and a licence. If you use the
    /// folder or the .zip file in a run, the manifest of the dataset lists these three values and a
    /// hash of the data files.
    #[command(after_help = "\
Examples:
  chancery gazetteer pack mine                       writes NAME-VERSION.zip beside the folder
  chancery run speeches --out OUT --data my-names-0.1.zip")]
    Pack(PackArgs),
    /// Print the sources and licences of the embedded data and of your data folders.
    #[command(after_help = "\
Examples:
  chancery gazetteer licenses
  chancery gazetteer licenses --data mine --json")]
    Licenses {
        #[command(flatten)]
        data: DataArgs,
        /// Print the list as JSON.
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
    /// If NAME is an office and its place, print its holder on this day: YYYY-MM-DD [default: today]
    #[arg(long, value_name = "DATE")]
    pub(crate) date: Option<String>,
    /// Print all names and relations. By default, long lists are cut short.
    #[arg(long)]
    pub(crate) all: bool,
    /// Print everything as JSON.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct SuggestArgs {
    /// Documents: files, folders (with all their subfolders), or patterns such as "*.txt".
    #[arg(value_name = "CORPUS", required = true)]
    pub(crate) corpus: Vec<String>,
    #[command(flatten)]
    pub(crate) data: DataArgs,
    /// Maximum number of suggestions.
    #[arg(long, value_name = "N", default_value_t = 200)]
    pub(crate) most: usize,
    /// Suggest only names that occur in at least this many documents.
    #[arg(long, value_name = "N", default_value_t = 3)]
    pub(crate) documents: usize,
    /// Number of passages shown for each name.
    #[arg(long, value_name = "N", default_value_t = 3)]
    pub(crate) contexts: usize,
    /// Suggest only names whose probable type is one of these. Separate several with commas. `unknown` selects names for which nothing indicates a type.
    #[arg(long = "type", value_name = "TYPE", value_delimiter = ',')]
    pub(crate) kind: Vec<String>,
    #[command(flatten)]
    pub(crate) reading: CorpusArgs,
    /// Print the suggestions as JSON.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct DiffArgs {
    /// Data before the edit: a data folder, a .zip file or `embedded`. Without CORPUS: the first of
    /// the two datasets.
    #[arg(value_name = "OLD")]
    pub(crate) old: PathBuf,
    /// Data after the edit, in the same form as OLD. Without CORPUS: the second dataset.
    #[arg(value_name = "NEW")]
    pub(crate) new: PathBuf,
    /// Documents: files, folders (with all their subfolders), or patterns such as "*.txt".
    #[arg(value_name = "CORPUS")]
    pub(crate) corpus: Vec<String>,
    /// Data folder that is loaded before OLD and before NEW; both override it. Can be repeated.
    #[arg(long = "data", value_name = "FOLDER")]
    pub(crate) data: Vec<PathBuf>,
    /// Number of passages shown for each kind of difference.
    #[arg(long, value_name = "N", default_value_t = 3)]
    pub(crate) examples: usize,
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
    /// List only entries that your data folders define or change.
    #[arg(long)]
    pub(crate) own: bool,
    /// List only what was never found: entries and, within the entries of your data folders, names.
    #[arg(long)]
    pub(crate) unused: bool,
    /// Print the counts as JSON.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct StaleArgs {
    /// Day for which the facts are checked: YYYY-MM-DD [default: today]
    #[arg(long, value_name = "DATE")]
    pub(crate) date: Option<String>,
    /// List entries whose last review is more than this many months ago.
    #[arg(long, value_name = "N", default_value_t = 24)]
    pub(crate) months: u32,
    /// List only facts about this entity, given by its id or by a name that no other entry has. Can be
    /// repeated.
    #[arg(long, value_name = "NAME|ID")]
    pub(crate) about: Vec<String>,
    /// List only facts from your data folders.
    #[arg(long)]
    pub(crate) own: bool,
    #[command(flatten)]
    pub(crate) data: DataArgs,
    /// Print the lists as JSON.
    #[arg(long)]
    pub(crate) json: bool,
}

/// Options that set the content of an entry: its names, dates, relations and sources.
#[derive(Debug, Args)]
pub(crate) struct FactArgs {
    /// Type of the entity: state, city, igo, organ, treaty, person … (data/types.toml lists all).
    #[arg(long = "type", value_name = "TYPE")]
    pub(crate) kind: Option<String>,
    /// Preferred name. Can be repeated, once for each language.
    #[arg(long, value_name = "FORM")]
    pub(crate) name: Vec<String>,
    /// Formal name, such as "Kyrgyz Republic".
    #[arg(long, value_name = "FORM")]
    pub(crate) official: Vec<String>,
    /// Another name or spelling.
    #[arg(long, value_name = "FORM")]
    pub(crate) alias: Vec<String>,
    /// Abbreviation.
    #[arg(long, value_name = "FORM")]
    pub(crate) abbr: Vec<String>,
    /// Adjective, such as "Kyrgyz".
    #[arg(long, value_name = "FORM")]
    pub(crate) adj: Vec<String>,
    /// Word for the people of a state or place, such as "Kyrgyzstanis".
    #[arg(long, value_name = "FORM")]
    pub(crate) demonym: Vec<String>,
    /// Period in which the entity existed: START/END. Each of the two is YYYY, YYYY-MM, YYYY-MM-DD, or `..` for an open start or end.
    #[arg(long, value_name = "START/END")]
    pub(crate) valid: Option<String>,
    /// Relation to another entry: "KIND=ID [at=ID] [valid=START/END] [role=ROLE]". `at` gives the state or body in which an office is held, and `role` a role
    /// such as observer. Instead of an ID, you can give a name that only one entry has. KIND is one of: member, of, country, part_of, seat, capital, office,
    /// party, depositary, successor or metonym.
    #[arg(long, value_name = "RELATION")]
    pub(crate) relation: Vec<String>,
    /// Identifier in another system: SYSTEM=ID, such as wikidata=Q485207.
    #[arg(long = "id", value_name = "SYSTEM=ID")]
    pub(crate) ids: Vec<String>,
    /// Source of the facts, such as a document or web site.
    #[arg(long, value_name = "TEXT")]
    pub(crate) source: Option<String>,
    /// Day on which the facts of the entry were reviewed [default: today]
    #[arg(long, value_name = "DATE")]
    pub(crate) reviewed: Option<String>,
    /// File in FOLDER to which the entry is added. If FOLDER already contains the entry, this option has no effect [default: gazetteer/names.toml]
    #[arg(long, value_name = "FILE")]
    pub(crate) file: Option<String>,
    /// Another data folder, which FOLDER overrides. Give it if entries in FOLDER refer to entries in the other folder. Can be repeated.
    #[arg(long = "data", value_name = "FOLDER")]
    pub(crate) data: Vec<PathBuf>,
    /// Print the changes as JSON.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct AddArgs {
    /// Data folder, or a .toml file in it.
    #[arg(value_name = "FOLDER")]
    pub(crate) folder: PathBuf,
    /// Id of the new entry: KIND.NAME, such as igo.water-council. Use lower-case ASCII letters, digits and hyphens.
    #[arg(value_name = "ID")]
    pub(crate) id: String,
    #[command(flatten)]
    pub(crate) facts: FactArgs,
}

#[derive(Debug, Args)]
pub(crate) struct EditArgs {
    /// Data folder, or a .toml file in it.
    #[arg(value_name = "FOLDER")]
    pub(crate) folder: PathBuf,
    /// Id of the entry, or a name that no other entry has.
    #[arg(value_name = "ID")]
    pub(crate) id: String,
    #[command(flatten)]
    pub(crate) facts: FactArgs,
    /// Name or relation to remove. For a name, write KIND.LANGUAGE=TEXT, such as
    /// demonym.en=Kirghizes; KIND is name, official, alias, abbr, adj or demonym. For a relation, write
    /// "KIND=ID [at=ID] [valid=START/END] [role=ROLE]", such as member=state.kz. Can be repeated. The
    /// output lists what was removed.
    #[arg(long, value_name = "FORM|RELATION")]
    pub(crate) drop: Vec<String>,
    /// Switch the entry off, so that its names are no longer found. Your file keeps its content.
    #[arg(long, conflicts_with_all = ["on", "delete"])]
    pub(crate) off: bool,
    /// Switch the entry on again after --off.
    #[arg(long, conflicts_with = "delete")]
    pub(crate) on: bool,
    /// Delete your own entry, or your changes to an embedded entry, from the file. This cannot be
    /// undone.
    #[arg(long)]
    pub(crate) delete: bool,
}

#[derive(Debug, Args)]
pub(crate) struct ExportArgs {
    /// Folder to create. With --as: the file or folder to write.
    #[arg(value_name = "OUT")]
    pub(crate) out: PathBuf,
    /// Write the names of the gazetteer in this format. Without this option, the embedded data files are written unchanged.
    #[arg(long = "as", value_name = "FORMAT", value_parser = ["csv", "spacy", "gate", "quanteda", "skos"])]
    pub(crate) format: Option<String>,
    /// With --as: write only entries of your data folders.
    #[arg(long, requires = "format")]
    pub(crate) own: bool,
    /// With --as: write only entries of these types. Separate several with commas.
    #[arg(long = "type", value_name = "TYPE", value_delimiter = ',', requires = "format")]
    pub(crate) kind: Vec<String>,
    /// With --as: write only names in these languages. Separate several with commas.
    #[arg(long = "language", value_name = "LANG", value_delimiter = ',', requires = "format")]
    pub(crate) language: Vec<String>,
    /// With --as: replace files that already exist.
    #[arg(long, requires = "format")]
    pub(crate) force: bool,
    #[command(flatten)]
    pub(crate) data: DataArgs,
    /// Print the counts, and what was left out, as JSON.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct PackArgs {
    /// Data folder.
    #[arg(value_name = "FOLDER")]
    pub(crate) folder: PathBuf,
    /// File to write [default: NAME-VERSION.zip beside the folder]
    #[arg(short, long, value_name = "FILE")]
    pub(crate) out: Option<PathBuf>,
    /// Another data folder, which FOLDER overrides. Give it if entries in FOLDER refer to entries in the other folder. Can be repeated.
    #[arg(long = "data", value_name = "FOLDER")]
    pub(crate) data: Vec<PathBuf>,
    /// Print the name, version, licence, hash and path of the packed file as JSON.
    #[arg(long)]
    pub(crate) json: bool,
}

#[derive(Debug, Args)]
pub(crate) struct NamesImportArgs {
    /// File to read.
    #[arg(value_name = "FILE")]
    pub(crate) file: PathBuf,
    /// Format of the file [default: from its extension]
    #[arg(long, value_name = "FORMAT", value_parser = ["csv", "gate", "geonames", "lpf", "newsmap", "petrarch", "skos", "spacy", "wikidata"])]
    pub(crate) format: Option<String>,
    /// Language of the names for which the file gives no language.
    #[arg(long, value_name = "LANG", default_value = "en")]
    pub(crate) language: String,
    /// Type of the entries for which the file gives no type.
    #[arg(long = "type", value_name = "TYPE", default_value = "igo")]
    pub(crate) kind: String,
    /// Entity type for a label that the file uses, as LABEL=TYPE. For example, with ORG=igo, entries with the label ORG get the type igo. Can be repeated.
    #[arg(long, value_name = "LABEL=TYPE")]
    pub(crate) label: Vec<String>,
    /// Character that separates the columns of a table, or the features of a GATE list. By default, it depends on the format.
    #[arg(long, value_name = "CHAR")]
    pub(crate) separator: Option<char>,
    /// Import only places in this country, given by its two-letter ISO code (GeoNames). Can be repeated.
    #[arg(long, value_name = "CODE")]
    pub(crate) country: Vec<String>,
    /// Import only places with at least this many inhabitants (GeoNames).
    #[arg(long, value_name = "N", default_value_t = 0, hide_default_value = true)]
    pub(crate) min_population: u64,
    /// Source of the names [default: name of the file]
    #[arg(long, value_name = "TEXT")]
    pub(crate) source: Option<String>,
    #[command(flatten)]
    pub(crate) output: ConversionArgs,
    #[command(flatten)]
    pub(crate) data: DataArgs,
}
