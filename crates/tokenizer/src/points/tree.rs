//! Groups the markers of list items ("1.", "(a)", "First,") into lists, and determines which lists are nested in the items of other lists.

use super::layers::Layers;
use super::marks::{Counts, Mark, Place, Style};
use super::open_list::List;
use chancery_text::PointKind;

/// The maximum depth of nested points.
const DEEPEST: usize = 12;
/// The number of markers that are examined to decide whether a list is nested in another list of the same style.
const AHEAD: usize = 60;

/// An item of a list: its marker, its list and its number.
#[derive(Clone, Copy, Debug)]
pub(super) struct Item {
    /// The index of the marker among all markers of the text.
    pub(super) mark: usize,
    /// The index of the list in [`Tree::lists`].
    pub(super) list: usize,
    /// The number of the item in its list.
    pub(super) value: u32,
}

/// A list whose items are all known.
#[derive(Clone, Copy, Debug)]
pub(super) struct Closed {
    /// The index of the item that contains the list, or `None` for a list at the outermost level.
    pub(super) parent: Option<usize>,
    pub(super) items: usize,
    /// Whether one of the items begins with a word that states no number ("next").
    pub(super) next: bool,
    /// Whether the list is kept even if it has only one item.
    pub(super) keep: bool,
    /// The latest byte offset at which the list may end.
    pub(super) limit: u32,
}

impl Closed {
    /// Returns `true` if the list has enough items to be kept. A list needs two items, or three if [`next`](Self::next) is set ("First, … Again, …"). If
    /// [`keep`](Self::keep) is set, the list is always kept.
    pub(super) const fn counts(&self) -> bool {
        self.keep || self.items > 2 || self.items == 2 && !self.next
    }
}

#[derive(Debug, Default)]
pub(super) struct Tree {
    pub(super) items: Vec<Item>,
    pub(super) lists: Vec<Closed>,
}

pub(super) fn build(layers: Layers<'_>, marks: &[Mark]) -> Tree {
    let mut tree = Tree::default();
    let mut open: Vec<List> = Vec::new();
    // For each style, the last number and the list that contains it. These numbers are kept when a section ends, because a list may continue in the next
    // section.
    let mut recent: Vec<(Style, u32, usize)> = Vec::new();
    for (number, mark) in marks.iter().enumerate() {
        let start = layers.tokens[mark.first].span.start();
        let section = layers.blocks[mark.block].section;
        while let Some(at) = open.iter().position(|list| list.limit <= start) {
            open.truncate(at);
        }
        if let Counts::End { all } = mark.counts {
            let at = open.iter().position(|list| all || !list.style.heading).unwrap_or(open.len());
            for list in open.drain(at..) {
                end(&mut tree, list.number, start);
            }
            continue;
        }
        let path = path(layers, mark);
        if mark.place > Place::Inline {
            // A list whose markers are within sentences does not continue in another block.
            let at = open.iter().position(|list| list.place == Place::Inline && list.block < mark.block).unwrap_or(open.len());
            open.truncate(at);
        }
        // If the marker can continue several lists, a list of the same style is preferred.
        let exact = open.iter().rposition(|list| list.style == mark.style && list.next(mark, &path).is_some());
        if let Some(at) = exact.or_else(|| open.iter().rposition(|list| list.next(mark, &path).is_some())) {
            open.truncate(at + 1);
            let list = &mut open[at];
            let value = list.next(mark, &path).unwrap_or(list.value + 1);
            list.value = value;
            list.block = mark.block;
            list.place = mark.place;
            list.closed = mark.counts == Counts::Last;
            list.items += 1;
            tree.lists[list.number].next |= mark.counts == Counts::Next;
            list.point = tree.items.len();
            tree.lists[list.number].items += 1;
            tree.items.push(Item { mark: number, list: list.number, value });
            note(&mut recent, list.style, value, list.number);
            continue;
        }
        let Counts::Number(value) = mark.counts else { continue };
        // The marker may continue a list from an earlier section or from an earlier numbered paragraph.
        let before = recent.iter().find(|(style, known, _)| *style == mark.style && known + 1 == value).map(|(_, _, list)| *list);
        let before = before.filter(|_| mark.place == Place::Block);
        if mark.place == Place::Inline && value != 1 || value == 0 || mark.style.kind == PointKind::Path && value > 99 {
            continue;
        }
        close(&mut open, mark, &path);
        if let Some(at) = open.iter().rposition(|list| list.style == mark.style && list.path == path)
            && !nested(&marks[number + 1..], mark.style, value, open[at].value)
        {
            open.truncate(at);
        }
        open.truncate(DEEPEST - 1);
        let parent = open.last().map(|list| list.point);
        let limit = if mark.firm {
            // The items of the list are headings, and each of them begins a section. The list may therefore extend to the end of the section that contains
            // these sections.
            layers.sections.get(section.0 as usize).and_then(|section| section.parent).map_or(u32::MAX, |parent| {
                layers
                    .sections
                    .get(parent.0 as usize)
                    .filter(|parent| parent.heading.is_some())
                    .map_or(u32::MAX, |parent| parent.span.end())
            })
        } else {
            layers.sections.get(section.0 as usize).map_or(u32::MAX, |section| section.span.end())
        };
        let list = tree.lists.len();
        if let Some(before) = before {
            tree.lists[before].keep = true;
        }
        let keep = before.is_some()
            || mark.style.kind == PointKind::Heading && layers.blocks[mark.block].kind == chancery_text::BlockKind::Heading;
        tree.lists.push(Closed { parent, items: 1, next: false, keep, limit });
        open.push(List {
            style: mark.style,
            value,
            point: tree.items.len(),
            block: mark.block,
            place: mark.place,
            firm: mark.firm,
            number: list,
            items: 1,
            closed: false,
            limit,
            path,
        });
        tree.items.push(Item { mark: number, list, value });
        note(&mut recent, mark.style, value, list);
    }
    tree
}

/// Limits a list so that it ends at the byte offset `byte` or earlier.
fn end(tree: &mut Tree, list: usize, byte: u32) {
    if let Some(list) = tree.lists.get_mut(list) {
        list.limit = list.limit.min(byte);
    }
}

/// Stores `value` and `list` in `recent` as the last number and list of the style.
fn note(recent: &mut Vec<(Style, u32, usize)>, style: Style, value: u32, list: usize) {
    match recent.iter_mut().find(|(known, ..)| *known == style) {
        Some(known) => *known = (style, value, list),
        None => recent.push((style, value, list)),
    }
}

/// Closes the open lists that cannot contain a new list that begins with `mark`.
fn close(open: &mut Vec<List>, mark: &Mark, path: &[u32]) {
    if let Some(at) = open.iter().position(|list| list.place < Place::Block && list.block < mark.block) {
        open.truncate(at);
    }
    if mark.style.heading
        && let Some(at) = open.iter().position(|list| !list.style.heading)
    {
        open.truncate(at);
    }
    match mark.style.kind {
        PointKind::Heading => {
            // A marker at the start of a paragraph does not end a list that began with a heading.
            let above =
                |list: &List| list.style.kind == PointKind::Heading && list.style.level >= mark.style.level && (mark.firm || !list.firm);
            if let Some(at) = open.iter().position(above) {
                open.truncate(at);
            }
        }
        PointKind::Path => {
            // "3.2" belongs to point 3, and "3.2.1" to point 3.2.
            let within = |list: &List| match list.style.kind {
                PointKind::Path => list.path.iter().chain([&list.value]).eq(path),
                PointKind::Number | PointKind::Heading => path.len() == 1 && path[0] == list.value,
                _ => false,
            };
            let at = open.iter().rposition(within).map(|at| at + 1);
            let deeper = open.iter().position(|list| list.style.kind == PointKind::Path && list.path.len() >= path.len());
            if let Some(at) = at.or(deeper) {
                open.truncate(at);
            }
        }
        _ => {}
    }
    // Remove lists that consist of a single item with a number above 1, because the marker of this item did not begin a list.
    while open.last().is_some_and(|list| list.items == 1 && list.style == mark.style && list.value > 1 && list.place < Place::Block) {
        open.pop();
    }
}

/// Returns `true` if a new list is nested in an item of an open list of the same style. The new list begins with the number `first`, and the last number of the
/// open list is `last`. The new list is nested if the open list continues after it, that is, if a later marker in `marks` has the number `last` + 1.
fn nested(marks: &[Mark], style: Style, first: u32, last: u32) -> bool {
    let mut expected = first + 1;
    for mark in marks.iter().take(AHEAD) {
        match mark.counts {
            Counts::Next | Counts::Last if style.kind == PointKind::Word => expected += 1,
            Counts::Number(value) if mark.style == style => {
                if value == expected {
                    expected += 1;
                } else {
                    return value == last + 1;
                }
            }
            Counts::End { .. } => return false,
            _ => {}
        }
    }
    false
}

/// If `mark` is a path of numbers, returns all its numbers except the last one: 3 and 2 for "3.2.1". Otherwise, returns an empty list.
fn path(layers: Layers<'_>, mark: &Mark) -> Vec<u32> {
    if mark.style.kind != PointKind::Path {
        return Vec::new();
    }
    let Some((before, _)) = layers.word(mark.first).rsplit_once('.') else { return Vec::new() };
    before.split('.').map(|number| number.parse().unwrap_or(0)).collect()
}
