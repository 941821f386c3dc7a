//! Prints the problems in data files. Each problem is shown with an excerpt of the file. In the short
//! form, which is intended for other programs, each problem is on one line.

use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};
use chancery_data::{Diagnostic, Severity};
use std::fmt::Write as _;
use std::io::{self, Write};
use std::ops::Range;

/// Returns `true` if colours may be written to a stream. The stream must be a terminal, and the
/// environment variable `NO_COLOR` must not be set.
pub(crate) fn colours(stream: &impl io::IsTerminal) -> bool {
    stream.is_terminal() && std::env::var_os("NO_COLOR").is_none()
}

/// Writes diagnostics to standard output. If `short` is `true`, each diagnostic is written on one line:
/// `FILE:LINE:COLUMN: error[CODE]: MESSAGE`.
pub(crate) fn print(diagnostics: &[Diagnostic], short: bool, out: &mut io::StdoutLock<'_>) -> io::Result<()> {
    let colours = colours(out);
    for diagnostic in diagnostics {
        if short {
            writeln!(out, "{}", diagnostic.to_string().lines().next().unwrap_or_default())?;
        } else {
            writeln!(out, "{}\n", drawn(diagnostic, colours))?;
        }
    }
    Ok(())
}

/// Returns `headline`, followed by the errors in `diagnostics`. Warnings are left out.
pub(crate) fn errors(headline: &str, diagnostics: &[Diagnostic], colours: bool) -> String {
    let mut text = headline.to_owned();
    for error in diagnostics.iter().filter(|diagnostic| diagnostic.is_error()) {
        // Writing to a string cannot fail.
        let _ = write!(text, "\n\n{}", drawn(error, colours));
    }
    text
}

/// Returns the text of a diagnostic: the message, the line of the file (with the problem
/// underlined), and the help.
fn drawn(diagnostic: &Diagnostic, colours: bool) -> String {
    let level = if diagnostic.severity() == Severity::Error { Level::ERROR } else { Level::WARNING };
    let code = diagnostic.code.to_string();
    let title = level.primary_title(&diagnostic.message).id(&code);
    let mut group = if diagnostic.excerpt.is_empty() {
        title.element(Origin::path(&diagnostic.file).line(diagnostic.line).char_column(diagnostic.column))
    } else {
        let place = AnnotationKind::Primary.span(bytes(diagnostic));
        title.element(Snippet::source(&diagnostic.excerpt).line_start(diagnostic.line).path(&diagnostic.file).annotation(place))
    };
    if !diagnostic.help.is_empty() {
        group = group.element(Level::HELP.message(&diagnostic.help));
    }
    let renderer = if colours { Renderer::styled() } else { Renderer::plain() };
    renderer.render(&[group])
}

/// Returns the position of the problem as a byte range of the excerpt. If the position is after the
/// end of the excerpt, the range is empty.
fn bytes(diagnostic: &Diagnostic) -> Range<usize> {
    let excerpt = &diagnostic.excerpt;
    let byte = |column: usize| excerpt.char_indices().nth(column).map_or(excerpt.len(), |(byte, _)| byte);
    let first = diagnostic.column - 1;
    byte(first)..byte(first + diagnostic.width)
}
