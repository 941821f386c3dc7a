//! Expands braces, which abbreviate several forms: `Kir{gh,g}iz{ia,stan}` and `Республик{~а,и,е}`.

/// The maximum number of forms to which one string with braces may expand.
const MOST: usize = 64;

enum Piece<'a> {
    Plain(&'a str),
    /// A group such as `{a,b}`. Each option is combined with every option of the other groups.
    Free(Vec<&'a str>),
    /// A group such as `{~a,b}`. All groups of this kind in one string change together: each option
    /// is combined only with the options at the same position in the other groups. For example,
    /// `{~a,b} {~c,d}` gives `a c` and `b d`.
    Tied(Vec<&'a str>),
}

/// Expands the braces in `text`. Returns the forms in order and without duplicates.
///
/// # Errors
/// Returns the reason why `text` cannot be expanded, such as a brace without its partner.
pub fn expand(text: &str) -> Result<Vec<String>, String> {
    if !text.contains(['{', '}']) {
        return Ok(vec![text.to_owned()]);
    }
    let mut pieces = Vec::new();
    let mut rest = text;
    while let Some(open) = rest.find(['{', '}']) {
        if rest.as_bytes()[open] == b'}' {
            return Err("a } without a {".to_owned());
        }
        pieces.push(Piece::Plain(&rest[..open]));
        let close = rest[open..].find('}').ok_or("a { without a }")? + open;
        let inner = &rest[open + 1..close];
        if inner.contains('{') {
            return Err("braces inside braces".to_owned());
        }
        pieces.push(match inner.strip_prefix('~') {
            Some(inner) => Piece::Tied(inner.split(',').collect()),
            None => Piece::Free(inner.split(',').collect()),
        });
        rest = &rest[close + 1..];
    }
    pieces.push(Piece::Plain(rest));
    let tied: Vec<usize> =
        pieces.iter().filter_map(|piece| if let Piece::Tied(options) = piece { Some(options.len()) } else { None }).collect();
    if tied.windows(2).any(|pair| pair[0] != pair[1]) {
        return Err(format!(
            "groups that begin with ~ change together, so they must have the same number of options; the numbers of options here are {tied:?}"
        ));
    }
    let count = pieces
        .iter()
        .map(|piece| if let Piece::Free(options) = piece { options.len() } else { 1 })
        .fold(tied.first().copied().unwrap_or(1), usize::saturating_mul);
    if count > MOST {
        return Err(format!("this gives {count} forms; at most {MOST} are allowed"));
    }
    let mut forms = Vec::new();
    for step in 0..tied.first().copied().unwrap_or(1) {
        let mut partial = vec![String::new()];
        for piece in &pieces {
            partial = match piece {
                Piece::Plain(text) => partial.into_iter().map(|form| form + text).collect(),
                Piece::Tied(options) => partial.into_iter().map(|form| form + options[step]).collect(),
                Piece::Free(options) => partial.iter().flat_map(|form| options.iter().map(move |option| form.clone() + option)).collect(),
            };
        }
        for form in partial {
            let form = form.split_whitespace().collect::<Vec<_>>().join(" ");
            if !forms.contains(&form) {
                forms.push(form);
            }
        }
    }
    Ok(forms)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_braces() {
        assert_eq!(expand("Kir{gh,g}iz{ia,stan}").unwrap(), ["Kirghizia", "Kirghizstan", "Kirgizia", "Kirgizstan"]);
        assert_eq!(expand("Кыргызск{~ая,ой} Республик{~а,и}").unwrap(), ["Кыргызская Республика", "Кыргызской Республики"]);
        assert_eq!(expand("{the ,}Gambia").unwrap(), ["the Gambia", "Gambia"]);
        assert!(expand("a{~b,c}{~d}").unwrap_err().contains("same number of options"));
        assert!(expand("a}").is_err() && expand("a{b").is_err());
        assert!(expand("{a,b,c,d,e}{a,b,c,d,e}{a,b,c,d,e}").unwrap_err().contains("125"));
    }
}
