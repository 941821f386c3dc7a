//! Converts the arguments of `chancery run` to the options of the libraries, and to the settings in the manifest.

use crate::args::RunArgs;
use anyhow::Result;
use chancery_data::Data;
use chancery_export::{Content, Format, Options};
use chancery_pipeline::PartSize;
use chancery_read::{MetadataTable, NamePattern, ReadOptions};
use chancery_temporal::DateOrder;
use serde_json::{Value, json};
use std::collections::BTreeMap;

pub(super) fn read_options(args: &RunArgs) -> Result<ReadOptions> {
    let mut options = ReadOptions::new();
    if let Some(label) = &args.encoding {
        options.encoding(label)?;
    }
    if let Some(pattern) = &args.name_pattern {
        options.name_pattern(NamePattern::new(pattern)?);
    }
    if let Some(format) = args.stdin_format {
        options.stdin_format(format);
    }
    if let Some(delimiter) = &args.delimiter {
        options.delimiter(delimiter)?;
    }
    args.fields.apply(&mut options);
    Ok(options)
}

pub(super) fn options(args: &RunArgs) -> Options {
    let content = Content::default()
        .with_tokens(args.tokens)
        .with_clauses(args.clauses)
        .with_text(args.text)
        .with_sentence_text(args.sentence_text)
        .with_rejected(args.rejected);
    Options::new(formats(args)).with_content(content)
}

fn formats(args: &RunArgs) -> Vec<Format> {
    let mut formats: Vec<Format> = Vec::new();
    for format in if args.format.is_empty() { &[Format::Csv] as &[_] } else { &args.format } {
        if !formats.contains(format) {
            formats.push(*format);
        }
    }
    formats
}

/// Returns the settings of the run for the manifest: the version of the program, the data, the formats and the options. The settings do not depend on the
/// machine or the time, so equal runs produce equal files. A run can be continued only with the same settings.
pub(super) fn manifest(args: &RunArgs, data: &Data, table: Option<&MetadataTable>) -> BTreeMap<String, Value> {
    let PartSize { bytes, documents } = args.part_size();
    let options = json!({
        "encoding": args.encoding, "name_pattern": args.name_pattern, "text_field": args.fields.text_field, "id_field": args.fields.id_field, "date_field": args.fields.date_field,
        "speaker_field": args.fields.speaker_field, "delimiter": args.delimiter, "metadata_sha256": table.map(MetadataTable::sha256), "date_order": args.date_order.map(DateOrder::as_str),
        "tokens": args.tokens, "clauses": args.clauses, "text": args.text, "sentence_text": args.sentence_text, "rejected": args.rejected, "fuzzy": args.fuzzy, "layers": args.data.len(),
        "part_bytes": bytes, "part_documents": documents,
    });
    BTreeMap::from([
        ("chancery".to_owned(), env!("CARGO_PKG_VERSION").into()),
        ("data".to_owned(), packs(args, data)),
        ("data_sha256".to_owned(), data.content_hash().into()),
        ("formats".to_owned(), formats(args).iter().map(|format| format.as_str()).collect()),
        ("options".to_owned(), options),
    ])
}

/// Returns the name, version, licence and hash of each of the user's data folders. The path of a folder is never used as its name, because paths differ between
/// machines.
fn packs(args: &RunArgs, data: &Data) -> Value {
    let text = |text: &str| if text.is_empty() { Value::Null } else { text.into() };
    let pack = |pack: &chancery_data::Pack| json!({"name": text(&pack.name), "version": text(&pack.version), "licence": text(&pack.licence), "sha256": pack.sha256});
    data.packs().iter().take(args.data.len()).map(pack).collect()
}

/// Returns the options with which a dataset was written, as recorded in its manifest; `None` if the manifest does not contain them.
pub(crate) fn options_of(manifest: &Value) -> Option<Options> {
    let formats = manifest.get("formats")?.as_array()?.iter().map(|name| name.as_str()?.parse().ok()).collect::<Option<_>>()?;
    let flag = |name: &str| manifest.get("options")?.get(name)?.as_bool();
    let content = Content::default()
        .with_tokens(flag("tokens")?)
        .with_clauses(flag("clauses")?)
        .with_text(flag("text")?)
        .with_sentence_text(flag("sentence_text")?)
        .with_rejected(flag("rejected")?);
    Some(Options::new(formats).with_content(content))
}
