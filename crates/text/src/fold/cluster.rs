//! Folds (normalises) one cluster, that is, one character with the combining marks that follow it.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{canonical_combining_class, is_combining_mark};

/// Returns `true` if `c` belongs to the same cluster as the character before it.
fn extends(c: char) -> bool {
    if matches!(c, '\0'..='\u{02FF}' | '\u{0400}'..='\u{0482}' | '\u{4E00}'..='\u{9FFF}') {
        return false;
    }
    canonical_combining_class(c) != 0
        || is_combining_mark(c)
        || ('\u{1160}'..='\u{11FF}').contains(&c)
        || ('\u{FF9E}'..='\u{FF9F}').contains(&c)
}

/// Returns `true` if a cluster certainly ends at the byte offset `at` of `text`: at the end of the text, or before an ASCII character.
pub(super) fn ends_at(text: &str, at: usize) -> bool {
    text[at..].chars().next().is_none_or(|c| c.is_ascii())
}

/// Returns `true` if a character is invisible and has no meaning by itself. Examples are soft hyphens, zero-width spaces and joiners, directional marks,
/// byte-order marks and variation selectors.
#[must_use]
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{00AD}' | '\u{061C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FE00}'..='\u{FE0F}')
}

/// Maximum number of bytes of invisible characters within a cluster.
const LONGEST_RUN: usize = 64;

/// Returns the length in bytes of the first cluster of `text`, or 0 if `text` is empty. Invisible characters belong to the cluster only if a combining mark
/// follows them.
pub(super) fn len(text: &str) -> usize {
    let mut end = 0;
    for (at, c) in text.char_indices() {
        if at == 0 || extends(c) {
            end = at + c.len_utf8();
        } else if !is_invisible(c) || at - end > LONGEST_RUN {
            break;
        }
    }
    end
}

/// Returns `true` if `c` is a letter that can begin a cluster.
pub(super) fn is_letter(c: char) -> bool {
    c.is_alphabetic() && !extends(c)
}

/// Appends the folded form of one cluster to `out`. The cluster must not be white space. Letters are converted to lower case if `case` is true. `table`
/// contains replacements for characters, sorted by character.
pub(super) fn fold(cluster: &str, case: bool, table: &[(char, String)], out: &mut String) {
    if let [byte] = cluster.as_bytes() {
        out.push(if case { byte.to_ascii_lowercase() } else { *byte } as char);
        return;
    }
    if let Some(c) = plain_letter(cluster) {
        let small = match c {
            // The code point of the lower-case letter is the code point of the capital plus 32.
            'А'..='Я' if case => char::from_u32(c as u32 + 32).unwrap_or(c),
            'Ё' if case => 'ё',
            _ => c,
        };
        push_through(small, case, table, out);
        return;
    }
    let mut latin = false;
    let mut pieces: Vec<char> = Vec::with_capacity(8);
    // Decompose, fold case, and decompose again, because case folding can yield characters that can be decomposed further. The spacing acute accent and the
    // spacing Greek oxia are treated as apostrophes.
    let plain = cluster.chars().map(|c| if matches!(c, '\u{00B4}' | '\u{1FFD}') { '\'' } else { c });
    let mut decomposed = plain.clone().nfkd().flat_map(|c| cased(c, case)).collect::<String>();
    if decomposed.contains(char::is_whitespace) {
        // A spacing accent decomposes to a space and a combining mark. The accent is kept, because folding must not create white space.
        out.extend(plain.nfc());
        return;
    }
    decomposed = decomposed.nfkd().collect();
    for c in decomposed.chars() {
        match punctuation(c) {
            Some("") => continue,
            Some(plain) => {
                latin = false;
                pieces.extend(plain.chars());
                continue;
            }
            None => {}
        }
        if is_combining_mark(c) {
            if latin {
                continue;
            }
        } else {
            latin = is_latin(c);
        }
        pieces.push(c);
    }
    for c in pieces.into_iter().nfc() {
        push_through(c, case, table, out);
    }
}

/// If a cluster consists of one Russian letter or one Han character, returns this character; otherwise, returns `None`. These characters need no decomposition,
/// and each capital has a single lower-case letter.
fn plain_letter(cluster: &str) -> Option<char> {
    let mut chars = cluster.chars();
    let c = chars.next().filter(|c| matches!(c, '\u{0410}'..='\u{044F}' | '\u{0401}' | '\u{0451}' | '\u{4E00}'..='\u{9FFF}'))?;
    chars.next().is_none().then_some(c)
}

/// Appends the replacement for `c` in `table`, or `c` itself if the table does not contain `c`. If `case` is false and `c` is a capital, the table may contain
/// only its lower-case form. In this case, the replacement for the lower-case form is converted to capitals and appended.
fn push_through(c: char, case: bool, table: &[(char, String)], out: &mut String) {
    match table.binary_search_by_key(&c, |row| row.0) {
        Ok(at) => out.push_str(&table[at].1),
        Err(_) if case => out.push(c),
        Err(_) => match upper_from(c, table) {
            Some(upper) => out.push_str(&upper),
            None => out.push(c),
        },
    }
}

/// Returns the replacement for the lower-case form of `c`, converted to capitals. Returns `None` if `c` is not a capital or if its lower-case form is not in
/// the table.
fn upper_from(c: char, table: &[(char, String)]) -> Option<String> {
    let mut lower = c.to_lowercase();
    let (small, None) = (lower.next()?, lower.next()) else { return None };
    if small == c {
        return None;
    }
    let at = table.binary_search_by_key(&small, |row| row.0).ok()?;
    Some(table[at].1.to_uppercase())
}

/// Applies full case folding to `c` if `case` is true. The standard library has no case folding, so this function converts `c` to upper case and then
/// to lower case. Letters with the same upper-case form thus become equal. The letters ẞ and ß have different upper-case forms (ẞ and SS). To make them
/// equal as well, the function converts `c` to lower case first, which turns ẞ into ß.
fn cased(c: char, case: bool) -> impl Iterator<Item = char> {
    let folded: Vec<char> =
        if case { c.to_lowercase().flat_map(char::to_uppercase).flat_map(char::to_lowercase).collect() } else { vec![c] };
    folded.into_iter()
}

/// Returns the plain form of a quotation mark or dash, and an empty string for an invisible character. Returns `None` for any other character.
fn punctuation(c: char) -> Option<&'static str> {
    Some(match c {
        c if is_invisible(c) => "",
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' => "-",
        '\u{2018}'..='\u{201B}' | '\u{2032}' | '\u{02BC}' | '\u{02B9}' | '\u{00B4}' => "'",
        '\u{201C}'..='\u{201F}' | '\u{2033}' | '\u{00AB}' | '\u{00BB}' => "\"",
        _ => return None,
    })
}

/// Returns `true` if `c` is a Latin letter. `c` must be a character of a decomposed string.
fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic()
        || (c.is_alphabetic()
            && matches!(c, '\u{00AA}'..='\u{02AF}' | '\u{1D00}'..='\u{1D7F}' | '\u{1E00}'..='\u{1EFF}' | '\u{2C60}'..='\u{2C7F}' | '\u{A720}'..='\u{A7FF}'))
}
