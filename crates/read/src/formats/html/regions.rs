//! Finds the parts of an HTML source that do not belong to the document's text.

use super::elements::{is_hidden, is_hidden_role, is_navigation, is_navigation_role, is_part};
use super::events::Tag;
use std::collections::HashMap;
use std::ops::Range;

/// Finds elements whose content is hidden. An element without an end tag is not hidden, so a
/// missing tag cannot hide the rest of the document.
///
/// `T` is the type of a state that the caller provides at the start of an element that may be
/// hidden. If the element is hidden, the caller gets this state back at its end.
pub(super) struct Regions<T> {
    /// Open elements, by name. An element is recorded if its content may be hidden. While it is
    /// open, all elements with the same name are recorded too, so that each end tag is matched with
    /// its own start tag.
    open: HashMap<String, Vec<Open<T>>>,
    hidden: Vec<Range<usize>>,
    /// Number of open elements for which [`is_part`] returns `true`. A `header` inside one of these
    /// elements belongs to the document and not to the site.
    parts: usize,
    /// Byte offset where the last navigation element starts.
    navigation: Option<usize>,
}

struct Open<T> {
    start: usize,
    hides: Hides,
    state: T,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Hides {
    Never,
    Always,
    /// The element, such as the header of a site, is hidden only if it contains navigation.
    WithNavigation,
}

/// The effect of a tag.
pub(super) enum Edge<T> {
    /// The tag starts an element that may be hidden.
    Start,
    /// The tag ends a hidden element. The value is the state at the start of the element.
    End(T),
}

impl<T> Default for Regions<T> {
    fn default() -> Self {
        Self { open: HashMap::new(), hidden: Vec::new(), parts: 0, navigation: None }
    }
}

impl<T> Regions<T> {
    /// Processes a tag. If the tag starts an element that may be hidden, calls `state` and stores
    /// the result. Returns `None` if the tag neither starts such an element nor ends a hidden one.
    pub(super) fn tag(&mut self, tag: &Tag<'_>, state: impl FnOnce() -> T) -> Option<Edge<T>> {
        if tag.self_closing {
            return None;
        }
        if is_part(tag.name) {
            self.parts = if tag.closing { self.parts.saturating_sub(1) } else { self.parts + 1 };
        }
        if tag.closing { self.end(tag) } else { self.start(tag, state) }
    }

    fn start(&mut self, tag: &Tag<'_>, state: impl FnOnce() -> T) -> Option<Edge<T>> {
        let hides = match tag.name {
            _ if tag.unclosed => return None,
            name if is_hidden(name) || is_hidden_role(tag.role) => Hides::Always,
            "header" if self.parts == 0 => Hides::WithNavigation,
            _ => Hides::Never,
        };
        if is_navigation(tag.name) || is_navigation_role(tag.role) {
            self.navigation = Some(tag.range.start);
        }
        let open = Open { start: tag.range.start, hides, state: state() };
        match self.open.get_mut(tag.name) {
            Some(all) => all.push(open),
            None if hides == Hides::Never => return None,
            None => drop(self.open.insert(tag.name.to_owned(), vec![open])),
        }
        (hides != Hides::Never).then_some(Edge::Start)
    }

    fn end(&mut self, tag: &Tag<'_>) -> Option<Edge<T>> {
        let all = self.open.get_mut(tag.name)?;
        let last = all.pop();
        if all.is_empty() {
            self.open.remove(tag.name);
        }
        let Open { start, hides, state } = last?;
        let hidden = match hides {
            Hides::Never => false,
            Hides::Always => true,
            Hides::WithNavigation => self.navigation.is_some_and(|navigation| navigation > start),
        };
        if !hidden {
            return None;
        }
        self.hidden.push(start..tag.range.end);
        Some(Edge::End(state))
    }

    /// Returns whether an element with this name is recorded in the field `open`. Only elements whose
    /// content may be hidden, and elements inside them with the same name, are recorded.
    pub(super) fn is_open(&self, name: &str) -> bool {
        self.open.contains_key(name)
    }

    /// Returns the hidden ranges, in order and without overlaps.
    pub(super) fn finish(self) -> Vec<Range<usize>> {
        let mut merged: Vec<Range<usize>> = Vec::new();
        // The ranges are sorted by their ends, so a range that contains others comes after them.
        for range in self.hidden.into_iter().rev() {
            match merged.last_mut() {
                Some(next) if range.end > next.start => next.start = next.start.min(range.start),
                _ => merged.push(range),
            }
        }
        merged.reverse();
        merged
    }
}
