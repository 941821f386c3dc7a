//! Merges the layers of language files, entry by entry.
//!
//! All files of the same language and kind are combined. An entry in an upper layer replaces entries
//! with the same word in lower layers. All other entries stay. With `drop`, an upper layer removes
//! words of the lower layers; with `replace`, it removes whole lists.

use super::entry::{self, Entry};
use super::lists::{Shape, is_group, list};
use crate::codes::Code;
use crate::diagnostic::{Diagnostics, Position};
use crate::fields;
use crate::placement::{LOWER_LAYERS, Sheet};
use crate::value::Node;
use std::collections::{BTreeMap, BTreeSet};

/// The merged entries of all files of one kind and language. Words are in the order of the layers,
/// lowest first. The rules of a layer come before the rules of the layers below it, because the
/// first rule that matches is used.
#[derive(Clone, Debug, Default)]
pub(crate) struct Layered {
    entries: Vec<Entry>,
}

impl Layered {
    /// Combines the tables of all layers. Each table is paired with the number of its layer. The
    /// tables may be in any order.
    pub(crate) fn combine(sheet: Sheet, mut files: Vec<(u32, Node)>, diagnostics: &mut Diagnostics) -> Self {
        files.sort_by_key(|(layer, _)| *layer);
        let mut all = Self::default();
        for group in files.chunk_by(|a, b| a.0 == b.0) {
            let mut upper: Vec<Entry> = Vec::new();
            for (layer, node) in group {
                all.replace(sheet, node, diagnostics);
                if let Some(drop) = node.get("drop") {
                    all.drop(sheet, "", drop, diagnostics);
                }
                upper.extend(entry::read(node, sheet, *layer, diagnostics));
            }
            all.put(sheet, upper, diagnostics);
        }
        all
    }

    /// Returns the entries of a list.
    pub(crate) fn list(&self, path: &str) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(move |entry| entry.list == path)
    }

    /// Returns the words of a list.
    pub(crate) fn words(&self, path: &str) -> impl Iterator<Item = String> {
        self.list(path).flat_map(|entry| entry.keys.iter().cloned())
    }

    /// Returns the entries of all lists of a group. Each is paired with the name of its list,
    /// without the name of the group ("month" for the list "classes.month").
    pub(crate) fn group(&self, group: &str) -> impl Iterator<Item = (&str, &Entry)> {
        self.entries.iter().filter_map(move |entry| Some((entry.list.strip_prefix(group)?.strip_prefix('.')?, entry)))
    }

    /// Returns the number of the highest layer that contains an entry.
    pub(crate) fn top(&self) -> u32 {
        self.entries.iter().map(|entry| entry.layer).max().unwrap_or(0)
    }

    /// Adds `upper`, the entries of a layer, to the entries of the layers below it. A new entry
    /// replaces the entries of the lower layers that have the same key and the same family (see
    /// [`Entry`]).
    fn put(&mut self, sheet: Sheet, upper: Vec<Entry>, diagnostics: &mut Diagnostics) {
        let mut said: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
        for new in &upper {
            said.entry(&new.family).or_default().extend(new.keys.iter().map(String::as_str));
        }
        for (family, words) in &said {
            self.take(family, |word| words.contains(word));
        }
        let (mut rules, words): (Vec<Entry>, Vec<Entry>) =
            upper.into_iter().partition(|entry| matches!(list(sheet, &entry.list), Some((Shape::Rules(_), _))));
        let mut seen: Vec<(String, String)> = Vec::new();
        rules.retain(|rule| {
            let name = (rule.list.clone(), rule.keys.concat());
            let new = !seen.contains(&name);
            if new {
                seen.push(name);
            } else {
                let message = format!("there are two rules \"{}\"", rule.keys.concat());
                diagnostics.add(
                    Code::Duplicate,
                    rule.at,
                    message,
                    "rename or remove one of the two rules; rules in verbs.toml and inflection.toml are identified by their example",
                );
            }
            new
        });
        self.entries.extend(words);
        self.entries.splice(0..0, rules);
    }

    /// Removes all words for which `gone` returns `true` from the lists of a family (see
    /// [`Entry`]). Returns whether any word was removed.
    fn take(&mut self, family: &str, gone: impl Fn(&str) -> bool) -> bool {
        let mut found = false;
        for entry in self.entries.iter_mut().filter(|entry| entry.family == family) {
            let before = entry.keys.len();
            entry.keys.retain(|key| !gone(key));
            found |= entry.keys.len() < before;
        }
        self.entries.retain(|entry| !entry.keys.is_empty());
        found
    }

    /// Removes the lists that are named under `replace`, as in `replace = ["starters",
    /// "classes.month"]`.
    fn replace(&mut self, sheet: Sheet, node: &Node, diagnostics: &mut Diagnostics) {
        for item in node.get("replace").map(Node::items).unwrap_or_default() {
            let Some(path) = fields::text(item, diagnostics) else { continue };
            if list(sheet, &path).is_none() && !is_group(sheet, &path) {
                fields::unknown_key("this kind of file", &path, item.at, &super::lists::keys(sheet), diagnostics);
                continue;
            }
            let within =
                |entry: &Entry| entry.list == path || entry.list.strip_prefix(path.as_str()).is_some_and(|rest| rest.starts_with('.'));
            let before = self.entries.len();
            self.entries.retain(|entry| !within(entry));
            if self.entries.len() == before {
                nothing(&path, item.at, diagnostics);
            }
        }
    }

    /// Removes the words listed under `[drop]`. Each key of `[drop]` is the name of a list.
    fn drop(&mut self, sheet: Sheet, group: &str, node: &Node, diagnostics: &mut Diagnostics) {
        for (key, at, value) in fields::rows(node, "drop", diagnostics) {
            let path = if group.is_empty() { key.clone() } else { format!("{group}.{key}") };
            if is_group(sheet, &path) {
                self.drop(sheet, &path, value, diagnostics);
                continue;
            }
            let Some((shape, family)) = list(sheet, &path) else {
                fields::unknown_key("drop", key, *at, &super::lists::keys(sheet), diagnostics);
                continue;
            };
            let family = if family.is_empty() { path.as_str() } else { family };
            for item in value.items() {
                let Some(text) = fields::text(item, diagnostics) else { continue };
                let braced = matches!(shape, Shape::Spelled | Shape::Bodies);
                let words = if braced { entry::spelled(&text, item.at, diagnostics) } else { vec![text.clone()] };
                if !self.take(family, |word| words.iter().any(|gone| gone == word)) {
                    nothing(&text, item.at, diagnostics);
                }
            }
        }
    }
}

fn nothing(what: &str, at: Position, diagnostics: &mut Diagnostics) {
    diagnostics.add(
        Code::NothingToDrop,
        at,
        format!("no lower layer has \"{what}\" in this language"),
        format!("correct the spelling, or remove this item; {LOWER_LAYERS}"),
    );
}
