//! Corrects problems that need no decision in the files of a data folder.

use super::init::write;
use super::toml_file::EditError;
use chancery_data::{Diagnostic, Fix};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The corrections that were made in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Fixed {
    /// The file.
    pub file: PathBuf,
    /// The corrected problems, each as `LINE: MESSAGE`.
    pub problems: Vec<String>,
    /// The new path of the file, if it was moved.
    pub moved: Option<PathBuf>,
}

/// Makes the corrections of the diagnostics about files in `folders`. Files outside these folders,
/// and files in archives, are not changed. If two corrections of a file overlap, only the first is
/// made.
///
/// # Errors
/// If a file cannot be read, written or moved, or if a file exists at the new path of a file.
pub fn fix(diagnostics: &[Diagnostic], folders: &[PathBuf]) -> Result<Vec<Fixed>, EditError> {
    let mut edits: BTreeMap<&Path, Vec<Edit<'_>>> = BTreeMap::new();
    let mut moves: BTreeMap<&Path, &Path> = BTreeMap::new();
    for diagnostic in diagnostics {
        let file = Path::new(&diagnostic.file);
        if !folders.iter().any(|folder| file.starts_with(folder)) || !file.is_file() {
            continue;
        }
        match &diagnostic.fix {
            Some(Fix::Edit { start, end, text }) => {
                let what = format!("{}: {}", diagnostic.line, diagnostic.message);
                edits.entry(file).or_default().push(Edit { start: *start, end: *end, text, what });
            }
            Some(Fix::Rename { to }) => {
                moves.insert(file, Path::new(to));
            }
            _ => {}
        }
    }
    let mut fixed = Vec::new();
    for (file, edits) in edits {
        let failed = |error: std::io::Error| EditError::new(format!("{}: {error}", file.display()));
        let text = std::fs::read_to_string(file).map_err(failed)?;
        let (new, problems) = edited(&text, edits);
        write(file, new.as_bytes()).map_err(|error| EditError::new(error.to_string()))?;
        fixed.push(Fixed { file: file.to_owned(), problems, moved: None });
    }
    for (file, to) in moves {
        let failed = |error: std::io::Error| EditError::new(format!("{} cannot be moved to {}: {error}", file.display(), to.display()));
        if to.exists() {
            return Err(EditError::new(format!("{} cannot be moved: {} exists", file.display(), to.display())));
        }
        if let Some(folder) = to.parent() {
            std::fs::create_dir_all(folder).map_err(failed)?;
        }
        std::fs::rename(file, to).map_err(failed)?;
        fixed.push(Fixed { file: file.to_owned(), problems: Vec::new(), moved: Some(to.to_owned()) });
    }
    Ok(fixed)
}

/// A replacement of a range of bytes of a file.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Edit<'a> {
    start: usize,
    end: usize,
    text: &'a str,
    what: String,
}

/// Returns the text after the edits, and the descriptions of the edits that were made.
fn edited(text: &str, mut edits: Vec<Edit<'_>>) -> (String, Vec<String>) {
    edits.sort_unstable();
    edits.dedup();
    let mut new = String::with_capacity(text.len());
    let mut made = Vec::new();
    let mut done = 0;
    for Edit { start, end, text: with, what } in edits {
        let Some(before) = text.get(done..start).filter(|_| text.is_char_boundary(end) && start <= end) else { continue };
        new.push_str(before);
        new.push_str(with);
        made.push(what);
        done = end;
    }
    new.push_str(&text[done..]);
    (new, made)
}

#[cfg(test)]
mod tests {
    use super::{Edit, edited};

    #[test]
    fn edits_are_made_in_order_and_overlapping_ones_are_left_out() {
        let edit = |start, end, text| Edit { start, end, text, what: format!("{start}") };
        let (text, made) = edited("abcdef", vec![edit(4, 5, "X"), edit(0, 2, ""), edit(1, 3, "Y"), edit(4, 5, "X")]);
        assert_eq!((text.as_str(), made), ("cdXf", vec!["0".to_owned(), "4".to_owned()]));
        assert_eq!(edited("é", vec![edit(1, 1, "X")]).0, "é");
    }
}
