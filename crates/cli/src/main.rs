//! The `chancery` command.

mod args;
mod commands;
mod config;
mod input;
mod progress;
mod summary;

use clap::Parser;
use std::process::ExitCode;

/// Stages make many small records: with this the whole takes some hundredths less time than with what most systems have.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let args = args::Cli::parse();
    // A stage that panics is told as its document's failure, in words; the trace would only hide that.
    if std::env::var_os("RUST_BACKTRACE").is_none() {
        std::panic::set_hook(Box::new(|_| {}));
    }
    match commands::dispatch(args) {
        Ok(code) => code,
        Err(error) if closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("chancery: {error:#}");
            ExitCode::from(2)
        }
    }
}

/// Whoever read our output has stopped reading: `| head` is no fault.
fn closed_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| cause.downcast_ref::<std::io::Error>().is_some_and(|e| e.kind() == std::io::ErrorKind::BrokenPipe))
}
