//! `chancery gazetteer`: the tools for those who keep the data.

mod corpus;
mod diff;
mod files;
mod report;
mod suggest;

use crate::args::GazetteerCommand;
use anyhow::Result;
use std::process::ExitCode;

/// Executes a command of the gazetteer.
pub(crate) fn dispatch(command: GazetteerCommand) -> Result<ExitCode> {
    match command {
        GazetteerCommand::Check { data, short } => files::check(&data.data, short),
        GazetteerCommand::Stats { data } => files::stats(&data.data),
        GazetteerCommand::Lookup(args) => report::lookup(&args),
        GazetteerCommand::Suggest(args) => suggest::suggest(&args),
        GazetteerCommand::Diff(args) => diff::diff(&args),
        GazetteerCommand::Coverage(args) => report::coverage(&args),
        GazetteerCommand::Stale(args) => report::stale(&args),
        GazetteerCommand::Licenses { data, json } => report::licences(&data.data, json),
    }
}
