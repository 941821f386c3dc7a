//! Reports a panic of the program to the user.
//!
//! The pipeline catches a panic in a reader or an engine and reports it in the table `failures`, so nothing is printed. Any other panic is a bug in the command and
//! is printed with its position in the source code.

use chancery_pipeline::in_guarded_section;
use std::panic::{AssertUnwindSafe, PanicHookInfo, catch_unwind};

/// Calls `run`, which executes the whole program. If `run` panics, prints the message and the position in the source code, asks the user to report the problem,
/// and returns `None`.
///
/// If the environment variable `RUST_BACKTRACE` is set, the standard panic hook is not replaced. This hook prints every panic, including panics that are caught
/// later.
pub(crate) fn report<T>(run: impl FnOnce() -> T) -> Option<T> {
    if std::env::var_os("RUST_BACKTRACE").is_none() {
        std::panic::set_hook(Box::new(|panic| {
            if !in_guarded_section() {
                eprintln!("{}", description(panic));
            }
        }));
    }
    catch_unwind(AssertUnwindSafe(run)).ok()
}

fn description(panic: &PanicHookInfo<'_>) -> String {
    let place = panic.location().map_or_else(|| "an unknown place".to_owned(), ToString::to_string);
    let payload = panic.payload();
    let message = payload.downcast_ref::<&str>().copied().or_else(|| payload.downcast_ref::<String>().map(String::as_str));
    let version = env!("CARGO_PKG_VERSION");
    format!(
        "chancery: internal error at {place}: {}\n\
        This is a bug. Please report it with these lines, the command, the version ({version}) and, if you can, the document.",
        message.unwrap_or("no message")
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::{Arc, Mutex};

    #[test]
    fn a_panic_is_described_with_its_place() {
        let said = Arc::new(Mutex::new(String::new()));
        let noted = said.clone();
        std::panic::set_hook(Box::new(move |panic| {
            if let Ok(mut said) = noted.lock() {
                said.push_str(&description(panic));
            }
        }));
        let caught = catch_unwind(|| panic!("number {}", 7));
        let _ = std::panic::take_hook();
        assert!(caught.is_err());
        let said = said.lock().expect("the hook does not panic");
        assert!(said.contains("panics.rs:") && said.contains("number 7") && said.contains("report"), "{said}");
    }
}
