//! Parses patterns.

use crate::mask::Mask;
use crate::pattern::{Atom, Item, Pattern};
use crate::slot::Slot;
use crate::words::Words;

/// The maximum number of groups (`[…]`) in a pattern. Each group doubles the number of compiled patterns, one with and one without the group.
const MOST_GROUPS: usize = 6;

/// The maximum number of optional items in a pattern. Each optional item can double the number of combinations that are tried at a token.
const MOST_OPTIONAL: usize = 10;

impl Pattern {
    /// Compiles a pattern. The error is a message that describes what is wrong with the pattern.
    pub(crate) fn parse(pattern: &str, words: &Words) -> Result<Self, String> {
        let mut items = Vec::new();
        for part in pattern.split_whitespace() {
            let inner = part.strip_prefix('<').and_then(|part| part.strip_suffix('>'));
            let context = inner.is_some();
            let rest = inner.unwrap_or(part);
            let (rest, negated) = rest.strip_prefix('!').filter(|_| context).map_or((rest, false), |rest| (rest, true));
            let (rest, optional) = rest.strip_suffix('?').filter(|rest| !rest.is_empty()).map_or((rest, false), |rest| (rest, true));
            let (rest, tight) = rest.strip_prefix('~').filter(|rest| !rest.is_empty()).map_or((rest, false), |rest| (rest, true));
            let (rest, anchor) = rest.strip_prefix('^').filter(|rest| !rest.is_empty()).map_or((rest, false), |rest| (rest, true));
            let atom = |text: &str| Self::atom(text, words).map(|atom| (atom.mask(words), atom));
            let atoms: Vec<(Mask, Atom)> = rest.split('|').map(atom).collect::<Result<_, _>>()?;
            let mask = atoms.iter().fold(0, |all, (mask, _)| all | mask);
            items.push(Item { atoms, optional, tight, context, negated, anchor, mask });
        }
        let optional = items.iter().filter(|item| item.optional).count();
        if optional > MOST_OPTIONAL {
            return Err(format!(
                "the pattern has {optional} optional items, but at most {MOST_OPTIONAL} are allowed; write several rules instead"
            ));
        }
        if items.iter().all(|item| item.optional || item.context) {
            return Err("the pattern has no required item: all its items are optional or context items".to_owned());
        }
        Ok(Self { items })
    }

    fn atom(atom: &str, words: &Words) -> Result<Atom, String> {
        let Some(name) = atom.strip_prefix('$').filter(|name| !name.is_empty()) else {
            return if atom.is_empty() { Err("an alternative is empty".to_owned()) } else { Ok(Atom::Word(atom.to_lowercase())) };
        };
        let (name, slot) = match name.split_once(':') {
            Some((name, slot)) => (name, Some(slot.parse::<Slot>().map_err(|error| error.to_string())?)),
            None => (name, None),
        };
        Ok(match name {
            "int" => Atom::Int(slot.unwrap_or(Slot::Number)),
            "year" => Atom::Year(slot.unwrap_or(Slot::Year)),
            "day" => Atom::Day(slot.unwrap_or(Slot::Day)),
            "count" => Atom::Count(slot.unwrap_or(Slot::Ordinal)),
            "decade" => Atom::Decade,
            "clock" => Atom::Clock,
            "short" => Atom::Short(slot.unwrap_or(Slot::Year)),
            "numeric" => Atom::Numeric,
            "stamp" => Atom::Stamp,
            "round" => Atom::Round,
            "plural" => Atom::Plural,
            "lower" => Atom::Lower,
            "possessive" => Atom::Possessive,
            _ => {
                let class = words.known_class(name).ok_or_else(|| format!("there is no class \"{name}\""))?;
                Atom::Class(class, slot.or_else(|| words.slot(class)))
            }
        })
    }
}

/// Expands the groups (`[…]`) of a pattern. Returns all patterns that result from keeping or removing each group. A bracket without its counterpart is left as
/// it is. If there are too many groups, the error is a message for the author of the rule.
pub(crate) fn expanded(pattern: &str) -> Result<Vec<String>, String> {
    let groups = pattern.matches('[').count();
    if groups > MOST_GROUPS {
        return Err(format!(
            "the pattern has {groups} groups in brackets, but at most {MOST_GROUPS} are allowed; write several rules instead"
        ));
    }
    Ok(with_and_without_groups(pattern))
}

fn with_and_without_groups(pattern: &str) -> Vec<String> {
    let group = pattern.split_once('[').and_then(|(before, rest)| Some((before, rest.split_once(']')?)));
    let Some((before, (inner, after))) = group else { return vec![pattern.to_owned()] };
    let rest = with_and_without_groups(after);
    rest.into_iter().flat_map(|after| [format!("{before}{inner}{after}"), format!("{before}{after}")]).collect()
}

#[cfg(test)]
mod tests {
    use super::expanded;
    use crate::pattern::Pattern;
    use crate::words::Words;

    #[test]
    fn a_group_is_there_or_not() {
        assert_eq!(expanded("a [b? c] d"), Ok(vec!["a b? c d".to_owned(), "a  d".to_owned()]));
        assert_eq!(expanded("a [b"), Ok(vec!["a [b".to_owned()]));
    }

    #[test]
    fn many_groups_are_refused() {
        assert_eq!(expanded(&"[a]".repeat(6)).map(|patterns| patterns.len()), Ok(64));
        assert!(expanded(&"[a]".repeat(21)).is_err_and(|reason| reason.contains("21 groups")));
    }

    #[test]
    fn many_optional_items_are_refused() {
        let parse = |count: usize| Pattern::parse(&format!("{}b", "a? ".repeat(count)), &Words::default());
        assert!(parse(8).is_ok());
        assert!(parse(40).is_err_and(|reason| reason.contains("40 optional items")));
    }
}
