//! Corrects those problems in the files of a data folder that have exactly one possible correction.

use super::edit::EditError;
use super::init::write;
use chancery_data::{Diagnostic, Fix};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use toml_edit::DocumentMut;

/// The byte order mark, which some editors write at the beginning of a file.
const BOM: char = '\u{FEFF}';

/// The corrections that were made in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub struct Fixed {
    /// The file that was corrected.
    pub file: PathBuf,
    /// The corrected problems, each as `LINE: MESSAGE`.
    pub problems: Vec<String>,
    /// The new path of the file, if it was moved.
    pub moved: Option<PathBuf>,
}

/// Makes the corrections that diagnostics suggest for files in `folders`. Files outside these
/// folders, and files in archives, are not changed. If two corrections of a file overlap, only the
/// first is made. A correction that would make a valid TOML file invalid is not made.
///
/// # Errors
/// Returns an error if a file cannot be read, written or moved, or if the new path of a file
/// already exists.
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
        let is_toml = file.extension().is_some_and(|ending| ending == "toml");
        let (new, problems) = if is_toml { edited_toml(&text, edits) } else { edited(&text, edits) };
        if problems.is_empty() {
            continue;
        }
        write(file, new.as_bytes()).map_err(|error| EditError::new(error.to_string()))?;
        fixed.push(Fixed { file: file.to_owned(), problems, moved: None });
    }
    for (file, to) in moves {
        let failed = |error: std::io::Error| EditError::new(format!("{} cannot be moved to {}: {error}", file.display(), to.display()));
        if to.exists() {
            return Err(EditError::new(format!("{} cannot be moved: {} already exists", file.display(), to.display())));
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

/// Returns the text of a TOML file after the edits, and the descriptions of the edits that were
/// made. A valid file stays valid: an edit that would make it invalid is left out.
fn edited_toml(text: &str, edits: Vec<Edit<'_>>) -> (String, Vec<String>) {
    let is_valid = |text: &str| text.strip_prefix(BOM).unwrap_or(text).parse::<DocumentMut>().is_ok();
    let all = edited(text, edits.clone());
    if is_valid(&all.0) || !is_valid(text) {
        return all;
    }
    let mut kept = Vec::new();
    for edit in edits {
        kept.push(edit);
        if !is_valid(&edited(text, kept.clone()).0) {
            kept.pop();
        }
    }
    edited(text, kept)
}

/// Returns the text after the edits, and the descriptions of the edits that were made. The
/// positions of the edits are byte offsets in the text after the byte order mark, if there is one.
fn edited(text: &str, mut edits: Vec<Edit<'_>>) -> (String, Vec<String>) {
    edits.sort_unstable();
    edits.dedup();
    let (mark, text) = text.split_at(if text.starts_with(BOM) { BOM.len_utf8() } else { 0 });
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
    (format!("{mark}{new}"), made)
}

#[cfg(test)]
mod tests {
    use super::{Edit, edited, edited_toml};

    #[test]
    fn edits_are_made_in_order_and_overlapping_ones_are_left_out() {
        let edit = |start, end, text| Edit { start, end, text, what: format!("{start}") };
        let (text, made) = edited("abcdef", vec![edit(4, 5, "X"), edit(0, 2, ""), edit(1, 3, "Y"), edit(4, 5, "X")]);
        assert_eq!((text.as_str(), made), ("cdXf", vec!["0".to_owned(), "4".to_owned()]));
        assert_eq!(edited("é", vec![edit(1, 1, "X")]).0, "é");
    }

    #[test]
    fn positions_do_not_count_a_byte_order_mark() {
        let edit = Edit { start: 0, end: 1, text: "X", what: String::new() };
        assert_eq!(edited("\u{FEFF}abc", vec![edit]).0, "\u{FEFF}Xbc");
    }

    #[test]
    fn an_edit_that_would_make_a_file_invalid_is_left_out() {
        let edit = |start, end, text| Edit { start, end, text, what: text.to_owned() };
        let file = "termss = 1\nterms = 2\ntyp = 3\n";
        let (text, made) = edited_toml(file, vec![edit(0, 6, "terms"), edit(21, 24, "type")]);
        assert_eq!((text.as_str(), made), ("termss = 1\nterms = 2\ntype = 3\n", vec!["type".to_owned()]));
        // A file that is invalid already may have several problems.
        assert_eq!(edited_toml("a = \nb", vec![edit(4, 4, "1")]).0, "a = 1\nb");
    }
}
