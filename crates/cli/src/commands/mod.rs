//! The commands, one file each.

mod annotate;
mod explain;
mod gazetteer;
mod rules;
mod run;
mod sample;
mod topics;
mod trace;

use crate::args::{Cli, Command, GazetteerCommand, RulesCommand, TopicsCommand};
use anyhow::Result;
use chancery_data::Data;
use chancery_pipeline::Stages;
use std::io::Write;
use std::process::ExitCode;

/// Carries out the command.
pub(crate) fn dispatch(args: Cli) -> Result<ExitCode> {
    match args.command {
        Command::Run(args) => run::run(*args),
        Command::Annotate(args) => annotate::annotate(&args),
        Command::Gazetteer(GazetteerCommand::Check { data }) => gazetteer::check(&data),
        Command::Gazetteer(GazetteerCommand::Stats { data }) => gazetteer::stats(&data),
        Command::Explain(args) => explain::explain(&args),
        Command::Sample(args) => sample::sample(&args),
        Command::Rules(RulesCommand::Test { data }) => rules::test(&data),
        Command::Rules(RulesCommand::Coverage { dataset, data }) => rules::coverage(&dataset, &data),
        Command::Topics(TopicsCommand::Import(args)) => topics::import(&args),
        Command::Schema => {
            std::io::stdout().write_all(chancery_export::schema::markdown().as_bytes())?;
            Ok(ExitCode::SUCCESS)
        }
    }
}

/// A pool of `threads` threads, or of one thread for each core.
fn pool(threads: Option<usize>) -> Result<rayon::ThreadPool> {
    if threads == Some(0) {
        anyhow::bail!("--threads must be at least 1");
    }
    Ok(rayon::ThreadPoolBuilder::new().num_threads(threads.unwrap_or(0)).build()?)
}

/// The engines of `data` in their order. `rejections` keeps with each mention the candidates that were rejected for it.
fn stages(data: &Data, rejections: bool) -> Stages<'_> {
    Stages::new(data.tokenizer(), data.temporal_tagger(), data.gazetteer(), data.actor_extractor(), data.classifier())
        .keeping_rejections(rejections)
}
