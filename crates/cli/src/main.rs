//! The `chancery` command.

mod args;
mod commands;
mod config;
mod diagnostics;
mod input;
mod json;
mod numbers;
mod panics;
mod printable;
mod progress;
mod shard;
mod summary;

use chancery_data::{LoadError, LoadErrorKind};
use clap::Parser;
use std::process::ExitCode;

/// The allocator of the program. The engines allocate many small records, and mimalloc allocates
/// them slightly faster than the default allocators of most systems.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// The exit code if the command could not be carried out.
const FATAL: u8 = 2;

fn main() -> ExitCode {
    let args = args::Cli::parse();
    match panics::report(|| commands::dispatch(args)) {
        None => ExitCode::from(FATAL),
        Some(Ok(code)) => code,
        Some(Err(error)) if is_closed_pipe(&error) => ExitCode::SUCCESS,
        Some(Err(error)) => {
            printable::say(&format!("chancery: {}", printable::printable(&message(&error))));
            ExitCode::from(FATAL)
        }
    }
}

/// Formats an error and its causes as one line. A cause is left out if the message already ends with it.
fn message(error: &anyhow::Error) -> String {
    let mut message = String::new();
    for cause in error.chain().map(described) {
        if message.is_empty() {
            message = cause;
        } else if !message.ends_with(&cause) {
            message = format!("{message}: {cause}");
        }
    }
    message
}

/// Formats a single error. Errors in data files are shown together with the lines that contain them.
fn described(error: &(dyn std::error::Error + 'static)) -> String {
    let text = error.to_string();
    match error.downcast_ref::<LoadError>() {
        Some(error) if error.kind() == LoadErrorKind::Files => {
            diagnostics::errors(text.lines().next().unwrap_or_default(), error.diagnostics(), diagnostics::colours(&std::io::stderr()))
        }
        _ => text,
    }
}

/// Returns whether the error only means that the program that reads the output, such as `head`, has
/// stopped reading. In this case, the command succeeds.
fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error.chain().any(|cause| cause.downcast_ref::<std::io::Error>().is_some_and(|e| e.kind() == std::io::ErrorKind::BrokenPipe))
}

#[cfg(test)]
mod tests {
    use super::*;
    use anyhow::anyhow;

    #[test]
    fn no_cause_is_printed_twice() {
        for (chain, expected) in [
            (vec!["no such file", "a.txt cannot be read"], "a.txt cannot be read: no such file"),
            (vec!["no such file", "a.txt: no such file"], "a.txt: no such file"),
            (vec!["no such file", "a.txt: no such file", "the dataset is incomplete"], "the dataset is incomplete: a.txt: no such file"),
            (vec!["one"], "one"),
        ] {
            let mut parts = chain.into_iter();
            let first = anyhow!(parts.next().unwrap_or_default());
            let error = parts.fold(first, |error, part| error.context(part));
            assert_eq!(message(&error), expected);
        }
    }
}
