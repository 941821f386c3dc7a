//! Options that name the fields of a record, for commands that read JSONL or CSV.

use chancery_read::ReadOptions;
use clap::Args;

/// Field names that replace the default names.
#[derive(Clone, Debug, Default, Args)]
pub(crate) struct FieldArgs {
    /// JSONL field or CSV column with the text [default: text]
    #[arg(long, value_name = "FIELD")]
    pub(crate) text_field: Option<String>,
    /// JSONL field or CSV column with the id [default: id]
    #[arg(long, value_name = "FIELD")]
    pub(crate) id_field: Option<String>,
    /// JSONL field or CSV column with the date: YYYY-MM-DD, or a date such as "30 June 2021" [default: date]
    #[arg(long, value_name = "FIELD")]
    pub(crate) date_field: Option<String>,
    /// JSONL field or CSV column with the speaker: the id of a gazetteer entry, a state code such as KAZ, or a name
    /// [default: speaker]
    ///
    /// If a document has a speaker, the words "we", "my country" and "my delegation" refer to this
    /// speaker in the tables `events` and `participants`.
    #[arg(long, value_name = "FIELD")]
    pub(crate) speaker_field: Option<String>,
}

impl FieldArgs {
    /// Sets these names in the options of the reader.
    pub(crate) fn apply(&self, options: &mut ReadOptions) {
        if let Some(name) = &self.text_field {
            options.text_field(name);
        }
        if let Some(name) = &self.id_field {
            options.id_field(name);
        }
        if let Some(name) = &self.date_field {
            options.date_field(name);
        }
        if let Some(name) = &self.speaker_field {
            options.speaker_field(name);
        }
    }
}
