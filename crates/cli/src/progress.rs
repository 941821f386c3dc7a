//! The progress bar.

use crate::numbers::counted;
use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};
use std::io::IsTerminal;
use std::sync::atomic::{AtomicU64, Ordering};

/// A progress bar on standard error, which is hidden if standard error is not a terminal. All
/// threads share one progress bar.
pub(crate) struct Progress {
    bar: ProgressBar,
    documents: AtomicU64,
    failed: AtomicU64,
}

impl Progress {
    /// Creates a progress bar for `bytes` bytes of input. Inputs of unknown size are not included
    /// in this number. If `quiet` is `true`, the bar is hidden.
    pub(crate) fn new(bytes: u64, quiet: bool) -> Self {
        let shown = !quiet && std::io::stderr().is_terminal();
        let target = if shown { ProgressDrawTarget::stderr_with_hz(8) } else { ProgressDrawTarget::hidden() };
        let bar = ProgressBar::with_draw_target(Some(bytes), target);
        let style = ProgressStyle::with_template("{elapsed_precise} [{bar:32}] {bytes}/{total_bytes} {bytes_per_sec}, {eta} left  {msg}");
        if let Ok(style) = style {
            bar.set_style(style.progress_chars("=> "));
        }
        Self { bar, documents: AtomicU64::new(0), failed: AtomicU64::new(0) }
    }

    /// Counts a processed document of `bytes` bytes.
    pub(crate) fn document(&self, bytes: u64) {
        self.bar.inc(bytes);
        let documents = self.documents.fetch_add(1, Ordering::Relaxed) + 1;
        if documents.is_multiple_of(64) {
            let failed = self.failed.load(Ordering::Relaxed);
            let failed = if failed > 0 { format!(", {failed} failed") } else { String::new() };
            self.bar.set_message(format!("{}{failed}", counted(documents, "document")));
        }
    }

    /// Counts a document that failed.
    pub(crate) fn failure(&self) {
        self.failed.fetch_add(1, Ordering::Relaxed);
    }

    /// Counts documents that an earlier run has already processed.
    pub(crate) fn skip(&self, bytes: u64, documents: u64) {
        self.bar.inc(bytes);
        self.documents.fetch_add(documents, Ordering::Relaxed);
    }

    /// Removes the bar.
    pub(crate) fn done(&self) {
        self.bar.finish_and_clear();
    }
}
