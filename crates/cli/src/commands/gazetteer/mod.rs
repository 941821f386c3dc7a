//! `chancery gazetteer`: tools to maintain the gazetteer.

mod corpus;
mod diff;
mod edit;
mod exchange;
mod files;
mod report;
mod suggest;

pub(crate) use files::problem;

use crate::args::GazetteerCommand;
use anyhow::Result;
use std::process::ExitCode;

/// Executes a `chancery gazetteer` command.
pub(crate) fn dispatch(command: GazetteerCommand) -> Result<ExitCode> {
    match command {
        GazetteerCommand::Check { data, short, json, fix } => {
            if fix {
                files::fix(&data.data)?;
            }
            files::check(&data.data, short, json)
        }
        GazetteerCommand::Stats { data, json } => files::stats(&data.data, json),
        GazetteerCommand::Lookup(args) => report::lookup(&args),
        GazetteerCommand::Suggest(args) => suggest::suggest(&args),
        GazetteerCommand::Diff(args) => diff::diff(&args),
        GazetteerCommand::Coverage(args) => report::coverage(&args),
        GazetteerCommand::Stale(args) => report::stale(&args),
        GazetteerCommand::Init { folder, json } => edit::init(&folder, json),
        GazetteerCommand::Add(args) => edit::add(&args),
        GazetteerCommand::Edit(args) => edit::edit(&args),
        GazetteerCommand::Import(args) => exchange::import(&args),
        GazetteerCommand::Export(args) => exchange::export(&args),
        GazetteerCommand::Pack(args) => edit::pack(&args),
        GazetteerCommand::Licenses { data, json } => report::licences(&data.data, json),
    }
}
