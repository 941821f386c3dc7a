//! The commands, one file for each.

mod annotate;
mod conversion;
mod data;
mod engines;
mod eval;
mod event_files;
mod explain;
mod gazetteer;
mod merge;
mod merge_events;
mod panel;
mod rules;
mod rules_import;
mod run;
mod sample;
mod topics;
mod trace;

use crate::args::{Cli, Command, RulesCommand, TopicsCommand};
use anyhow::Result;
use std::io::Write;
use std::process::ExitCode;

/// Executes the command.
pub(crate) fn dispatch(args: Cli) -> Result<ExitCode> {
    match args.command {
        Command::Run(args) => run::run(*args),
        Command::Annotate(args) => annotate::annotate(&args),
        Command::Gazetteer(command) => gazetteer::dispatch(*command),
        Command::Explain(args) => explain::explain(&args),
        Command::Sample(args) => sample::sample(&args),
        Command::Merge(args) => merge::merge(&args),
        Command::MergeEvents(args) => merge_events::merge_events(&args),
        Command::Panel(args) => panel::panel(&args),
        Command::Eval(args) => eval::eval(&args),
        Command::Rules(RulesCommand::Test { data, short, json }) => rules::test(&data, short, json),
        Command::Rules(RulesCommand::Coverage { dataset, data, own, json }) => rules::coverage(&dataset, &data, own, json),
        Command::Rules(RulesCommand::Lookup { word, data, json }) => rules::lookup(&word, &data, json),
        Command::Rules(RulesCommand::Import(args)) => rules_import::import(&args),
        Command::Topics(TopicsCommand::Import(args)) => topics::import(&args),
        Command::Schema => {
            std::io::stdout().write_all(chancery_export::schema::markdown().as_bytes())?;
            Ok(ExitCode::SUCCESS)
        }
    }
}
