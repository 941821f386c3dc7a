//! Parses patterns.

use crate::mask::Mask;
use crate::pattern::{Atom, Item, Pattern};
use crate::slot::Slot;
use crate::words::Words;

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

/// Expands the groups (`[…]`) of a pattern. Returns all patterns that result from keeping or removing each group.
pub(crate) fn expanded(pattern: &str) -> Vec<String> {
    let group = pattern.split_once('[').and_then(|(before, rest)| Some((before, rest.split_once(']')?)));
    let Some((before, (inner, after))) = group else { return vec![pattern.to_owned()] };
    expanded(after).into_iter().flat_map(|after| [format!("{before}{inner}{after}"), format!("{before}{after}")]).collect()
}

#[cfg(test)]
mod tests {
    use super::expanded;

    #[test]
    fn a_group_is_there_or_not() {
        assert_eq!(expanded("a [b? c] d"), ["a b? c d", "a  d"]);
        assert_eq!(expanded("a [b"), ["a [b"]);
    }
}
