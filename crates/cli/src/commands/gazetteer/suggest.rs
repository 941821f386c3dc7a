//! `chancery gazetteer suggest`.

use super::corpus::{Corpus, tell};
use super::report::{book, today};
use crate::args::SuggestArgs;
use crate::commands::data;
use crate::commands::engines::pool;
use crate::numbers::counted;
use anyhow::{Result, bail};
use chancery_curate::SuggestOptions;
use chancery_data::Data;
use chancery_pipeline::Stages;
use std::io::Write;
use std::process::ExitCode;

pub(crate) fn suggest(args: &SuggestArgs) -> Result<ExitCode> {
    let types = Data::entity_types(&args.data.data)?;
    if let Some(kind) = args.kind.iter().find(|kind| *kind != SuggestOptions::UNKNOWN && !types.contains(kind)) {
        bail!(
            "there is no type \"{kind}\"; the types are {}, and {} for names of no known type",
            types.join(", "),
            SuggestOptions::UNKNOWN
        );
    }
    let pool = pool(args.reading.threads)?;
    let corpus = Corpus::new(&args.corpus, &args.reading)?;
    let folders = &args.data.data;
    let data = data::load(folders)?;
    let book = book(folders)?;
    let signs = Data::name_signs(folders)?;
    let mut stages = Stages::builder();
    stages.tokenizer(data.tokenizer()).temporal(data.temporal_tagger()).gazetteer(data.gazetteer());
    let options = SuggestOptions {
        most: args.most,
        documents: args.documents,
        contexts: args.contexts,
        kinds: args.kind.clone(),
        today: today(),
        corpus: args.corpus.join(", "),
    };
    let found = chancery_curate::suggest(&pool, &stages.build()?, &book, &signs, || corpus.items(), &options);
    tell(&found.unread);
    let mut out = std::io::stdout().lock();
    if args.json {
        crate::json::print(&mut out, &found)?;
    } else {
        for suggestion in &found.suggestions {
            writeln!(out, "{}", suggestion.entry)?;
        }
    }
    eprintln!("{} from {}", counted(found.suggestions.len() as u64, "suggestion"), counted(found.documents as u64, "document"));
    Ok(if found.unread.is_empty() { ExitCode::SUCCESS } else { ExitCode::from(1) })
}
