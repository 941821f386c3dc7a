//! Finds all mentions of local names.

use super::defined::Defined;
use crate::view::View;
use chancery_text::key::KeyMap;
use chancery_text::{LocalMention, LocalName};

/// A form of a name: the token range in the definition, the index of the name in the list of names, and whether this is the short form.
type Form = ((usize, usize), u32, bool);

/// Returns the names, in the order of the text, and all mentions of them. `defined` contains the definitions of the names.
pub(super) fn find(view: &View<'_>, defined: &[Defined]) -> (Vec<LocalName>, Vec<LocalMention>) {
    let mut names: Vec<LocalName> = Vec::new();
    // The short and full forms of names, by the hash key of the first word.
    let mut forms: KeyMap<u64, Vec<Form>> = KeyMap::default();
    let same = |one: (usize, usize), other: usize| {
        let (start, end) = one;
        (start..end).zip(other..).all(|(at, other)| view.key(at) == view.key(other) && view.is_capital(at) == view.is_capital(other))
    };
    for name in defined {
        let full = (name.start, name.end);
        let known = forms
            .get(&view.key(name.start))
            .into_iter()
            .flatten()
            .find(|(form, _, short)| !short && form.1 - form.0 == full.1 - full.0 && same(*form, full.0));
        if known.is_some() {
            continue;
        }
        let number = names.len() as u32;
        let kind = view.tables.locals.get(usize::from(name.kind)).cloned().unwrap_or_default();
        let mut local = LocalName::new(view.span(name.start, name.end), view.sentence(name.start), kind);
        local.short = Some(view.span(name.short.0, name.short.1));
        names.push(local);
        // Longer forms are tried first. Among equally long ones, later definitions are tried first, so a new definition of a short form
        // replaces the earlier one from that point on.
        for (form, short) in [(full, false), (name.short, true)] {
            let all = forms.entry(view.key(form.0)).or_default();
            all.push((form, number, short));
            all.sort_by_key(|(form, number, _)| (std::cmp::Reverse(form.1 - form.0), std::cmp::Reverse(*number)));
        }
    }
    let mut mentions = Vec::new();
    if names.is_empty() {
        return (names, mentions);
    }
    let mut at = 0;
    while at < view.doc.tokens.len() {
        let found = view.is_capital(at).then(|| forms.get(&view.key(at))).flatten().and_then(|forms| {
            // A name can be mentioned only after its definition.
            forms.iter().find(|(form, number, _)| defined_at(&names, *number) <= view.doc.tokens[at].span.start() && same(*form, at))
        });
        let Some(((start, end), number, short)) = found else {
            at += 1;
            continue;
        };
        let end = at + (end - start);
        let span = view.span(at, end);
        let whole = view.mention_at(at).is_none_or(|mention| mention.span.len() < span.len());
        if whole {
            mentions.push(LocalMention::new(span, view.sentence(at), *number, *short));
            names[*number as usize].mentions += 1;
        }
        at = end.max(at + 1);
    }
    (names, mentions)
}

/// Returns the byte offset at which the definition of the name with the index `number` begins.
fn defined_at(names: &[LocalName], number: u32) -> u32 {
    names.get(number as usize).map_or(0, |name| name.short.map_or(name.span.start(), |short| short.start().min(name.span.start())))
}
