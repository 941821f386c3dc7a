//! Determines where points end, and finds their first sentences.

use super::layers::Layers;
use super::marks::{Mark, Place};
use super::tree::Tree;
use super::words;
use chancery_text::{Point, PointKind, SentenceIx, Span};

/// The typical length of the items of a list: one sentence, one block, or more than one block (`Open`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Unit {
    Sentence,
    Block,
    Open,
}

/// Facts about an item that are needed to determine where the item ends.
#[derive(Clone, Copy, Debug)]
struct Reach {
    /// The block in which the last item of the nested lists begins. If there are no nested lists, the block in which the item itself begins.
    block: usize,
    /// The block in which the first nested list begins; `None` if there are no nested lists.
    inner: Option<usize>,
    /// The next item of the same list.
    next: Option<usize>,
}

/// Turns the items of all lists in `tree` into points. Omits the items of lists that have too few items.
pub(super) fn points(layers: Layers<'_>, marks: &[Mark], mut tree: Tree) -> Vec<Point> {
    let kept: Vec<bool> = tree.items.iter().map(|item| tree.lists[item.list].counts()).collect();
    let members = members(&tree);
    let mut reach: Vec<Reach> = tree.items.iter().map(|item| Reach { block: marks[item.mark].block, inner: None, next: None }).collect();
    for list in &members {
        for pair in list.windows(2) {
            reach[pair[0]].next = Some(pair[1]);
        }
    }
    attach(marks, &mut tree, &members, &kept, &mut reach);
    let mut ends: Vec<u32> = vec![0; tree.items.len()];
    let mut numbers: Vec<u32> = vec![0; tree.items.len()];
    let mut points: Vec<Point> = Vec::new();
    for (at, item) in tree.items.iter().enumerate() {
        let mark = &marks[item.mark];
        let list = tree.lists[item.list];
        let outer = list.parent.map_or(layers.text.len() as u32, |parent| ends[parent]);
        let end = match reach[at].next {
            Some(next) => layers.tokens[marks[tree.items[next].mark].first].span.start(),
            None => last_end(layers, marks, &tree, &members[item.list], &reach, at).min(list.limit),
        };
        ends[at] = end.min(outer).max(layers.tokens[mark.after - 1].span.end());
        if !kept[at] {
            continue;
        }
        numbers[at] = points.len() as u32;
        let label = Span::new(layers.tokens[mark.first].span.start(), layers.tokens[mark.after - 1].span.end());
        // A point has the kind of its list, not of its own marker: in "(h) … (i) … (j)", "i" is a letter and not a roman numeral.
        let kind = members[item.list].first().map_or(mark.style.kind, |&first| marks[tree.items[first].mark].style.kind);
        let mut point = Point::new(label, SentenceIx(mark.sentence as u32), kind, item.value);
        let text = layers.text.get(label.start() as usize..ends[at] as usize).unwrap_or_default();
        point.span = Span::new(label.start(), label.start() + text.trim_end().len() as u32);
        if let Some(parent) = list.parent {
            point.parent = Some(numbers[parent]);
            point.depth = points[numbers[parent] as usize].depth + 1;
        }
        let next = tree.items.get(at + 1).map(|item| marks[item.mark].first);
        point.heading = heading(layers, mark, point.span, next);
        points.push(point);
    }
    points
}

/// Returns the items of each list, as indexes into the items of the tree.
fn members(tree: &Tree) -> Vec<Vec<usize>> {
    let mut members: Vec<Vec<usize>> = vec![Vec::new(); tree.lists.len()];
    for (at, item) in tree.items.iter().enumerate() {
        members[item.list].push(at);
    }
    members
}

/// Sets the parent of each list. The parent is the innermost enclosing item that is marked in `kept` and has not ended before the list begins. Also stores in
/// `reach`, for each item, the blocks in which the lists nested in the item begin and end.
fn attach(marks: &[Mark], tree: &mut Tree, members: &[Vec<usize>], kept: &[bool], reach: &mut [Reach]) {
    for list in 0..tree.lists.len() {
        let first = &marks[tree.items[members[list][0]].mark];
        let last = members[list].last().map_or(first.block, |last| marks[tree.items[*last].mark].block);
        let mut parent = tree.lists[list].parent;
        while let Some(at) = parent {
            let of = tree.items[at].list;
            let inside = match reach[at].next {
                Some(_) => true,
                None => match unit(marks, tree, &members[of], reach) {
                    Unit::Open => true,
                    Unit::Block => first.block <= reach[at].block + 1,
                    Unit::Sentence => first.block == marks[tree.items[at].mark].block,
                },
            };
            if kept[at] && inside {
                break;
            }
            parent = tree.lists[of].parent;
        }
        tree.lists[list].parent = parent;
        while let Some(at) = parent.filter(|_| tree.lists[list].counts()) {
            reach[at].block = reach[at].block.max(last);
            reach[at].inner = reach[at].inner.or(Some(first.block));
            parent = tree.lists[tree.items[at].list].parent;
        }
    }
}

/// Determines the typical length of the items of a list. The last item and the nested lists are not taken into account.
fn unit(marks: &[Mark], tree: &Tree, list: &[usize], reach: &[Reach]) -> Unit {
    let style = marks[tree.items[list[0]].mark].style;
    if style.heading {
        return Unit::Open;
    }
    let mut unit = Unit::Sentence;
    for pair in list.windows(2).rev().take(8) {
        let (mark, next) = (&marks[tree.items[pair[0]].mark], &marks[tree.items[pair[1]].mark]);
        let one = match reach[pair[0]].inner {
            None => next.block - mark.block <= 1,
            Some(inner) => inner - mark.block <= 1 && next.block.saturating_sub(reach[pair[0]].block) <= 1,
        };
        let sentence = next.sentence - mark.sentence <= 1 && next.block == mark.block;
        unit = unit.max(if sentence {
            Unit::Sentence
        } else if one {
            Unit::Block
        } else {
            Unit::Open
        });
    }
    if list.len() == 1 { Unit::Block } else { unit }
}

/// Returns the byte offset at which the last item of a list ends.
fn last_end(layers: Layers<'_>, marks: &[Mark], tree: &Tree, list: &[usize], reach: &[Reach], at: usize) -> u32 {
    let mark = &marks[tree.items[at].mark];
    let block = layers.blocks.get(reach[at].block).map_or(0, |block| block.span.end());
    let within = reach[at].inner.is_some();
    match unit(marks, tree, list, reach) {
        Unit::Open if mark.style.heading => {
            let end = |block: usize| {
                let section = layers.blocks.get(block).map_or(0, |block| block.section.0);
                layers.sections.get(section as usize).map_or(u32::MAX, |section| section.span.end())
            };
            end(mark.block).max(end(reach[at].block))
        }
        // If the list and the point that contains it both use words such as "First" as markers, the list continues to the end of that point.
        _ if mark.style.kind == PointKind::Word && mark.place == Place::Block && worded(marks, tree, reach, at) => u32::MAX,
        Unit::Open => {
            let longest = list.windows(2).map(|pair| marks[tree.items[pair[1]].mark].block - marks[tree.items[pair[0]].mark].block).max();
            let last = mark.block + longest.unwrap_or(1).max(1) - 1;
            let last = last.max(reach[at].block).min(layers.blocks.len() - 1);
            layers.blocks[last].span.end()
        }
        Unit::Sentence if !within || mark.place == Place::Inline => {
            layers.sentences.get(mark.sentence).map_or(block, |sentence| sentence.span.end())
        }
        _ => block,
    }
}

/// Returns `true` if the item `at` is nested in an outer item that begins with a word such as "First". The outer item must not be the last
/// item of its list.
fn worded(marks: &[Mark], tree: &Tree, reach: &[Reach], at: usize) -> bool {
    let parent = tree.lists[tree.items[at].list].parent;
    parent.is_some_and(|parent| marks[tree.items[parent].mark].style.kind == PointKind::Word && reach[parent].next.is_some())
}

/// Returns the first sentence of a point without its marker. `next` is the index of the first token of the next marker.
fn heading(layers: Layers<'_>, mark: &Mark, span: Span, next: Option<usize>) -> Span {
    let mut first = mark.after;
    if mark.style.kind == PointKind::Word && layers.language.counts_with(layers.word(first)) {
        first += 1;
    }
    let is_mark = |at: usize| words::is_mark(layers.word(at));
    while is_mark(first) && layers.tokens[first].span.start() < span.end() {
        first += 1;
    }
    let mut sentence = mark.sentence;
    let Some(mut range) = layers.sentences.get(sentence).map(|sentence| sentence.token_range.range()) else {
        return Span::new(span.end(), span.end());
    };
    // A marker such as "Article 5" may be a separate sentence. The heading is then the sentence after it.
    if first >= range.end {
        sentence += 1;
        match layers.sentences.get(sentence) {
            Some(after) if after.span.start() < span.end() => {
                range = after.token_range.range();
                first = range.start;
            }
            _ => return Span::new(span.end(), span.end()),
        }
    }
    let mut end = next.map_or(range.end, |next| next.min(range.end));
    while end > first
        && (layers.tokens[end - 1].span.end() > span.end()
            || matches!(layers.word(end - 1), "," | ";" | "；" | "，")
            || end < range.end && layers.language.joins(layers.word(end - 1)))
    {
        end -= 1;
    }
    if end <= first {
        return Span::new(span.end(), span.end());
    }
    Span::new(layers.tokens[first].span.start(), layers.tokens[end - 1].span.end())
}
