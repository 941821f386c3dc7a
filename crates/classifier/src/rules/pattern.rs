//! Patterns, compiled.

use chancery_text::fold::Folder;
use std::collections::BTreeMap;

/// One way a part can be filled.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) enum Atom {
    /// A folded word.
    Word(String),
    /// A class, by its number.
    Class(u32),
}

/// What a part stands for.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) enum What {
    /// One word.
    Words(Vec<Atom>),
    /// A name of one of these types fills the slot; `time` stands for expressions of time.
    Slot(String, Vec<String>),
    /// At most so many tokens, none of them one of these words.
    Gap(u16, Vec<Atom>),
}

/// A part of a pattern.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Part {
    pub(crate) what: What,
    pub(crate) optional: bool,
    pub(crate) context: bool,
    pub(crate) negated: bool,
    /// Whether a slot must be filled by two names or more.
    pub(crate) several: bool,
    /// As it is written.
    pub(crate) source: String,
}

/// A pattern: what stands before the trigger, nearest first, and what stands behind it.
#[derive(Clone, Debug, PartialEq)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Pattern {
    pub(crate) left: Vec<Part>,
    pub(crate) right: Vec<Part>,
    /// Forms that the trigger may have; none: all.
    pub(crate) forms: Vec<String>,
    pub(crate) source: String,
}

/// Names that patterns may use.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Kinds {
    /// Classes of folded words, each sorted by the words' keys.
    pub(crate) classes: Vec<(String, Vec<(u32, String)>)>,
    /// Groups of types.
    pub(crate) groups: BTreeMap<String, Vec<String>>,
    /// Types of names that there are; none: not known, so that any may be named.
    pub(crate) types: Vec<String>,
}

impl Kinds {
    pub(crate) fn class(&self, name: &str) -> Option<u32> {
        self.classes.iter().position(|(known, _)| known == name).map(|at| at as u32)
    }

    /// Whether a class holds a word, given as ASCII of any case or folded, with its key.
    pub(crate) fn holds(&self, class: u32, key: u32, word: &str) -> bool {
        let Some((_, words)) = self.classes.get(class as usize) else { return false };
        let from = words.partition_point(|(known, _)| *known < key);
        words[from..].iter().take_while(|(known, _)| *known == key).any(|(_, known)| known.eq_ignore_ascii_case(word))
    }
}

const FORMS: [&str; 5] = ["base", "s", "ing", "past", "part"];

impl Pattern {
    /// Whether a slot must be filled.
    pub(crate) fn wants_filler(&self) -> bool {
        self.left.iter().chain(&self.right).any(|part| matches!(part.what, What::Slot(..)) && !part.optional && !part.negated)
    }

    /// Compiles a pattern; the error names the part that is wrong and why.
    pub(crate) fn parse(source: &str, gap: u16, kinds: &Kinds, folder: &Folder) -> Result<Self, (String, String)> {
        let mut pattern = Self { left: Vec::new(), right: Vec::new(), forms: Vec::new(), source: source.to_owned() };
        let mut behind = false;
        for text in source.split_whitespace() {
            let fail = |reason: String| (text.to_owned(), reason);
            if let Some(forms) = text.strip_prefix("TRIGGER").filter(|rest| rest.is_empty() || rest.starts_with(':')) {
                if behind {
                    return Err(fail("the trigger stands in a pattern once".to_owned()));
                }
                behind = true;
                for form in forms.strip_prefix(':').map(|forms| forms.split('|')).into_iter().flatten() {
                    if !FORMS.contains(&form) {
                        return Err(fail(format!("there is no form \"{form}\"; known are {}", FORMS.join(", "))));
                    }
                    pattern.forms.push(form.to_owned());
                }
                continue;
            }
            let part = part(text, gap, kinds, folder).map_err(fail)?;
            if behind { pattern.right.push(part) } else { pattern.left.push(part) }
        }
        if !behind {
            return Err((source.to_owned(), "the pattern has no TRIGGER".to_owned()));
        }
        pattern.left.reverse();
        Ok(pattern)
    }
}

fn part(source: &str, gap: u16, kinds: &Kinds, folder: &Folder) -> Result<Part, String> {
    let inner = source.strip_prefix('<').and_then(|rest| rest.strip_suffix('>'));
    let context = inner.is_some();
    let rest = inner.unwrap_or(source);
    let (rest, negated) = rest.strip_prefix('!').filter(|_| context).map_or((rest, false), |rest| (rest, true));
    let (rest, optional) = rest.strip_suffix('?').filter(|rest| !rest.is_empty()).map_or((rest, false), |rest| (rest, true));
    let atom = |text: &str| match text.strip_prefix('$').filter(|name| !name.is_empty()) {
        Some(name) => kinds.class(name).map(Atom::Class).ok_or_else(|| format!("there is no class \"{name}\"")),
        None if text.is_empty() => Err("an empty alternative".to_owned()),
        None => Ok(Atom::Word(folder.word(text))),
    };
    let atoms = |text: &str| text.split('|').map(atom).collect::<Result<Vec<_>, _>>();
    let mut several = false;
    let what = if let Some(most) = rest.strip_prefix("...") {
        let (most, closed) = most.split_once('!').map_or((most, None), |(most, closed)| (most, Some(closed)));
        let most = if most.is_empty() { gap } else { most.parse().map_err(|_| format!("\"{most}\" is no number of tokens"))? };
        What::Gap(most, closed.map(atoms).transpose()?.unwrap_or_default())
    } else if let Some((slot, types)) = rest.split_once('=') {
        let slot = slot.strip_suffix('+').inspect(|_| several = true).unwrap_or(slot);
        if slot.is_empty() || types.is_empty() {
            return Err("a slot is written name=type".to_owned());
        }
        let mut all = Vec::new();
        for kind in types.split('|') {
            match kind.strip_prefix('$') {
                Some(group) => all.extend(kinds.groups.get(group).ok_or_else(|| format!("there is no group \"{group}\""))?.iter().cloned()),
                None if kinds.types.is_empty() || kinds.types.iter().any(|known| known == kind) => all.push(kind.to_owned()),
                None => return Err(format!("there is no type \"{kind}\"; known are {}", kinds.types.join(", "))),
            }
        }
        What::Slot(slot.to_owned(), all)
    } else {
        What::Words(atoms(rest)?)
    };
    Ok(Part { what, optional, context, negated, several, source: source.to_owned() })
}
