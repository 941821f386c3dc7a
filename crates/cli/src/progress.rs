//! The progress bar.

use crate::numbers::counted;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::IsTerminal;

/// A progress bar on standard error. It is hidden if standard error is not a terminal.
pub(crate) struct Progress(ProgressBar);

impl Progress {
    /// Creates a progress bar for `bytes` bytes of input, as far as the size is known. If `quiet` is set, the bar is hidden.
    pub(crate) fn new(bytes: u64, quiet: bool) -> Self {
        let shown = !quiet && std::io::stderr().is_terminal();
        let target = if shown { ProgressDrawTarget::stderr_with_hz(8) } else { ProgressDrawTarget::hidden() };
        let bar = ProgressBar::with_draw_target(Some(bytes), target);
        let style = ProgressStyle::with_template("{elapsed_precise} [{bar:32}] {bytes}/{total_bytes} {bytes_per_sec}, {eta} left  {msg}");
        if let Ok(style) = style {
            bar.set_style(style.progress_chars("=> "));
        }
        Self(bar)
    }

    /// Adds a document of `bytes` bytes. `documents` and `failures` are the totals so far.
    pub(crate) fn add(&self, bytes: u64, documents: u64, failures: u64) {
        self.0.inc(bytes);
        if documents.is_multiple_of(64) {
            let failed = if failures > 0 { format!(", {failures} failed") } else { String::new() };
            self.0.set_message(format!("{}{failed}", counted(documents, "document")));
        }
    }

    /// Removes the bar.
    pub(crate) fn done(&self) {
        self.0.finish_and_clear();
    }
}
