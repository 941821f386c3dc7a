//! Parses the patterns of rules. The documentation of the crate describes their syntax.

use super::pattern::{Atom, Part, PartKind, Pattern, SlotType};
use super::vocabulary::Vocabulary;
use chancery_text::fold::Folder;

/// The slot type for time expressions, as written in patterns. Like `TRIGGER`, `time` is a keyword of the pattern syntax.
const TIME: &str = "time";

/// The names of the verb forms that a trigger may have.
const FORMS: [&str; 5] = ["base", "s", "ing", "past", "part"];

impl Pattern {
    /// Compiles a pattern. `gap` is the maximum number of tokens in a gap for which the pattern states no number. A whole name in a
    /// gap counts as one token. If the pattern is invalid, returns the invalid part and the reason.
    pub(crate) fn parse(source: &str, gap: u16, vocabulary: &Vocabulary, folder: &Folder) -> Result<Self, (String, String)> {
        let mut pattern = Self { left: Vec::new(), right: Vec::new(), forms: Vec::new(), source: source.to_owned() };
        let mut behind = false;
        for text in source.split_whitespace() {
            let fail = |reason: String| (text.to_owned(), reason);
            if let Some(forms) = text.strip_prefix("TRIGGER").filter(|rest| rest.is_empty() || rest.starts_with(':')) {
                if behind {
                    return Err(fail("a pattern can have only one TRIGGER".to_owned()));
                }
                behind = true;
                for form in forms.strip_prefix(':').map(|forms| forms.split('|')).into_iter().flatten() {
                    if !FORMS.contains(&form) {
                        return Err(fail(format!("there is no form \"{form}\"; known forms: {}", FORMS.join(", "))));
                    }
                    pattern.forms.push(form.to_owned());
                }
                continue;
            }
            let part = part(text, gap, vocabulary, folder).map_err(fail)?;
            if behind { pattern.right.push(part) } else { pattern.left.push(part) }
        }
        if !behind {
            return Err((source.to_owned(), "the pattern has no TRIGGER".to_owned()));
        }
        pattern.left.reverse();
        Ok(pattern)
    }
}

fn part(source: &str, gap: u16, vocabulary: &Vocabulary, folder: &Folder) -> Result<Part, String> {
    let inner = source.strip_prefix('<').and_then(|rest| rest.strip_suffix('>'));
    let context = inner.is_some();
    let rest = inner.unwrap_or(source);
    let (rest, negated) = rest.strip_prefix('!').filter(|_| context).map_or((rest, false), |rest| (rest, true));
    let (rest, optional) = rest.strip_suffix('?').filter(|rest| !rest.is_empty()).map_or((rest, false), |rest| (rest, true));
    let atom = |text: &str| match text.strip_prefix('$').filter(|name| !name.is_empty()) {
        Some(name) => vocabulary.class(name).map(Atom::Class).ok_or_else(|| format!("there is no class \"{name}\"")),
        None if text.is_empty() => Err("there is an empty alternative".to_owned()),
        None => Ok(Atom::Word(folder.word(text))),
    };
    let atoms = |text: &str| text.split('|').map(atom).collect::<Result<Vec<_>, _>>();
    let mut several = false;
    let kind = if let Some(most) = rest.strip_prefix("...") {
        let (most, closed) = most.split_once('!').map_or((most, None), |(most, closed)| (most, Some(closed)));
        let most = if most.is_empty() { gap } else { most.parse().map_err(|_| format!("\"{most}\" is not a number of tokens"))? };
        PartKind::Gap(most, closed.map(atoms).transpose()?.unwrap_or_default())
    } else if let Some((slot, types)) = rest.split_once('=') {
        let slot = slot.strip_suffix('+').inspect(|_| several = true).unwrap_or(slot);
        if slot.is_empty() || types.is_empty() {
            return Err("a slot must be written as name=type".to_owned());
        }
        let mut all = Vec::new();
        for name in types.split('|') {
            match name.strip_prefix('$') {
                Some(group) => {
                    let group = vocabulary.groups.get(group).ok_or_else(|| format!("there is no group \"{group}\""))?;
                    all.extend(group.iter().map(|name| slot_type(name)));
                }
                None if name == TIME || vocabulary.types.is_empty() || vocabulary.types.iter().any(|known| known == name) => {
                    all.push(slot_type(name));
                }
                None => return Err(format!("there is no type \"{name}\"; known types: {}, {TIME}", vocabulary.types.join(", "))),
            }
        }
        PartKind::Slot(slot.to_owned(), all)
    } else {
        PartKind::Words(atoms(rest)?)
    };
    Ok(Part { kind, optional, context, negated, several, source: source.to_owned() })
}

fn slot_type(name: &str) -> SlotType {
    if name == TIME { SlotType::Time } else { SlotType::Name(name.to_owned()) }
}
