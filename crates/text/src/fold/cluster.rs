//! Folds one cluster: a character with the combining marks that follow it.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{canonical_combining_class, is_combining_mark};

/// Whether `c` is part of the cluster of the character before it.
fn extends(c: char) -> bool {
    if matches!(c, '\0'..='\u{02FF}' | '\u{0400}'..='\u{0482}' | '\u{4E00}'..='\u{9FFF}') {
        return false;
    }
    canonical_combining_class(c) != 0
        || is_combining_mark(c)
        || ('\u{1160}'..='\u{11FF}').contains(&c)
        || ('\u{FF9E}'..='\u{FF9F}').contains(&c)
}

/// Whether a cluster certainly ends at byte `at` of `text`. This is the case at the end of the text and before an ASCII character.
pub(super) fn ends_at(text: &str, at: usize) -> bool {
    text[at..].chars().next().is_none_or(|c| c.is_ascii())
}

/// Whether a character has neither width nor meaning by itself: a soft hyphen, a zero-width space or joiner, a directional mark, a byte-order mark.
#[must_use]
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{00AD}' | '\u{061C}' | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}' | '\u{FE00}'..='\u{FE0F}')
}

/// Maximum number of bytes of invisible characters within a cluster.
const LONGEST_RUN: usize = 64;

/// The length in bytes of the first cluster of `text`; 0 for an empty text. Invisible characters are part of it only if a combining mark follows them.
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

/// Whether `c` is a letter that can begin a cluster.
pub(super) fn is_letter(c: char) -> bool {
    c.is_alphabetic() && !extends(c)
}

/// Appends the folded form of one cluster to `out`. The cluster must not be white space. Case is folded if `case` is true. `table` contains replacements, sorted by
/// character.
pub(super) fn fold(cluster: &str, case: bool, table: &[(char, String)], out: &mut String) {
    if let [byte] = cluster.as_bytes() {
        out.push(if case { byte.to_ascii_lowercase() } else { *byte } as char);
        return;
    }
    if let Some(c) = plain_letter(cluster) {
        let small = match c {
            // The lower-case letter is 32 code points after the capital.
            'А'..='Я' if case => char::from_u32(c as u32 + 32).unwrap_or(c),
            'Ё' if case => 'ё',
            _ => c,
        };
        push_through(small, case, table, out);
        return;
    }
    let mut latin = false;
    let mut pieces: Vec<char> = Vec::with_capacity(8);
    // Decompose, fold case, and decompose again, because case folding can yield characters that can be decomposed further. The acute accent as a separate character,
    // and its Greek counterpart, serve as apostrophes.
    let plain = cluster.chars().map(|c| if matches!(c, '\u{00B4}' | '\u{1FFD}') { '\'' } else { c });
    let mut decomposed = plain.clone().nfkd().flat_map(|c| cased(c, case)).collect::<String>();
    if decomposed.contains(char::is_whitespace) {
        // A spacing accent decomposes to a space and a mark. It is kept, because folding must not create white space.
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

/// The character of a cluster that consists of one Russian letter or one Han character. Such a cluster needs no decomposition, and a capital has a single lower-case
/// letter.
fn plain_letter(cluster: &str) -> Option<char> {
    let mut chars = cluster.chars();
    let c = chars.next().filter(|c| matches!(c, '\u{0410}'..='\u{044F}' | '\u{0401}' | '\u{0451}' | '\u{4E00}'..='\u{9FFF}'))?;
    chars.next().is_none().then_some(c)
}

/// Appends the replacement of `c` from the table, or `c` itself if it has none. If case is kept, a capital whose lower-case letter is in the table is replaced as
/// well.
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

/// The replacement of a capital letter if only its lower-case letter is in the table. This is the replacement of the lower-case letter, converted to capitals.
fn upper_from(c: char, table: &[(char, String)]) -> Option<String> {
    let mut lower = c.to_lowercase();
    let (small, None) = (lower.next()?, lower.next()) else { return None };
    if small == c {
        return None;
    }
    let at = table.binary_search_by_key(&small, |row| row.0).ok()?;
    Some(table[at].1.to_uppercase())
}

/// Applies full case folding if `case` is true. The standard library has no case folding, so letters count as equal if their upper-case forms are equal. `c` is
/// converted to lower case first, because ẞ is already upper case.
fn cased(c: char, case: bool) -> impl Iterator<Item = char> {
    let folded: Vec<char> =
        if case { c.to_lowercase().flat_map(char::to_uppercase).flat_map(char::to_lowercase).collect() } else { vec![c] };
    folded.into_iter()
}

/// The replacement of a quote, a dash or an invisible character (which becomes nothing); `None` for any other character.
fn punctuation(c: char) -> Option<&'static str> {
    Some(match c {
        c if is_invisible(c) => "",
        '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' => "-",
        '\u{2018}'..='\u{201B}' | '\u{2032}' | '\u{02BC}' | '\u{02B9}' | '\u{00B4}' => "'",
        '\u{201C}'..='\u{201F}' | '\u{2033}' | '\u{00AB}' | '\u{00BB}' => "\"",
        _ => return None,
    })
}

/// Whether a character of a decomposed text is a letter of the Latin script.
fn is_latin(c: char) -> bool {
    c.is_ascii_alphabetic()
        || (c.is_alphabetic()
            && matches!(c, '\u{00AA}'..='\u{02AF}' | '\u{1D00}'..='\u{1D7F}' | '\u{1E00}'..='\u{1EFF}' | '\u{2C60}'..='\u{2C7F}' | '\u{A720}'..='\u{A7FF}'))
}
