//! The settings file of `run`. Its keys are `documents` and the long names of the options.

use crate::args::RunArgs;
use anyhow::{Context, Result, anyhow};
use chancery_read::Format;
use serde::{Deserialize, Deserializer};
use std::path::{Path, PathBuf};

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct File {
    #[serde(deserialize_with = "one_or_several")]
    documents: Vec<String>,
    out: Option<PathBuf>,
    #[serde(deserialize_with = "one_or_several")]
    format: Vec<chancery_export::Format>,
    force: bool,
    resume: bool,
    strict: bool,
    shard: Option<String>,
    #[serde(alias = "part-size")]
    part_size: Option<u32>,
    threads: Option<usize>,
    #[serde(deserialize_with = "one_or_several")]
    data: Vec<PathBuf>,
    encoding: Option<String>,
    #[serde(alias = "stdin-format")]
    stdin_format: Option<Format>,
    #[serde(alias = "name-pattern")]
    name_pattern: Option<String>,
    metadata: Option<PathBuf>,
    #[serde(alias = "text-field")]
    text_field: Option<String>,
    #[serde(alias = "id-field")]
    id_field: Option<String>,
    #[serde(alias = "date-field")]
    date_field: Option<String>,
    #[serde(alias = "date-order")]
    date_order: Option<String>,
    #[serde(alias = "speaker-field")]
    speaker_field: Option<String>,
    delimiter: Option<String>,
    tokens: bool,
    clauses: bool,
    text: bool,
    #[serde(alias = "sentence-text")]
    sentence_text: bool,
    rejected: bool,
    fuzzy: bool,
    quiet: bool,
    json: bool,
}

/// Reads a list, or a single value as a list of one (`format = "csv"`).
fn one_or_several<'de, D: Deserializer<'de>, T: Deserialize<'de>>(deserializer: D) -> Result<Vec<T>, D::Error> {
    #[derive(Deserialize)]
    #[serde(
        untagged,
        expecting = "this value, or a value in this list, is not allowed for this key; `chancery run --help` lists the allowed values"
    )]
    enum Value<T> {
        Several(Vec<T>),
        One(T),
    }
    Ok(match Value::deserialize(deserializer)? {
        Value::Several(all) => all,
        Value::One(one) => vec![one],
    })
}

/// Adds the options of the settings file to the arguments. If an option is also given on the
/// command line, its value on the command line is used.
pub(crate) fn apply(mut args: RunArgs) -> Result<RunArgs> {
    let Some(path) = args.config.clone() else { return Ok(args) };
    let file = load(&path)?;
    if args.documents.is_empty() {
        args.documents = file.documents;
    }
    if args.format.is_empty() {
        args.format = file.format;
    }
    if args.data.is_empty() {
        args.data = file.data;
    }
    args.out = args.out.or(file.out);
    args.threads = args.threads.or(file.threads);
    args.encoding = args.encoding.or(file.encoding);
    args.stdin_format = args.stdin_format.or(file.stdin_format);
    args.name_pattern = args.name_pattern.or(file.name_pattern);
    args.metadata = args.metadata.or(file.metadata);
    args.fields.text_field = args.fields.text_field.or(file.text_field);
    args.fields.id_field = args.fields.id_field.or(file.id_field);
    args.fields.date_field = args.fields.date_field.or(file.date_field);
    args.delimiter = args.delimiter.or(file.delimiter);
    if args.date_order.is_none() {
        let order = file.date_order.as_deref().map(str::parse).transpose();
        args.date_order =
            order.with_context(|| format!("the settings file {} cannot be used: date_order must be dmy or mdy", path.display()))?;
    }
    args.fields.speaker_field = args.fields.speaker_field.or(file.speaker_field);
    args.force |= file.force;
    args.resume |= file.resume;
    args.strict |= file.strict;
    args.part_size = args.part_size.or(file.part_size.filter(|size| *size > 0));
    if let (None, Some(shard)) = (args.shard, &file.shard) {
        args.shard = Some(shard.parse().map_err(|error| anyhow!("the settings file {} cannot be used: {error}", path.display()))?);
    }
    args.tokens |= file.tokens;
    args.clauses |= file.clauses;
    args.text |= file.text;
    args.sentence_text |= file.sentence_text;
    args.rejected |= file.rejected;
    args.fuzzy |= file.fuzzy;
    args.quiet |= file.quiet;
    args.json |= file.json;
    Ok(args)
}

fn load(path: &Path) -> Result<File> {
    let text = std::fs::read_to_string(path).with_context(|| format!("the settings file {} cannot be read", path.display()))?;
    toml::from_str(&text).map_err(|error| anyhow!("the settings file {} cannot be used:\n{error}", path.display()))
}
