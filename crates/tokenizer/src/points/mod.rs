//! Finds points, which are the items of enumerations, and determines which points contain others. A point may consist of several paragraphs.
//!
//! Markers are collected in the order of the text ([`marks`]; ordinal words such as "first" are read by [`words`], and markers of headings by [`headings`]).
//! Each marker then continues the innermost open list to which it can belong, or begins a new list within the current point ([`tree`]). Lists with too few
//! items are dropped. Finally, the ends of the points are determined ([`extent`]).

mod extent;
mod headings;
mod layers;
mod marks;
mod open_list;
mod tree;
mod words;

pub(crate) use layers::Layers;

use chancery_text::Point;

/// Returns the points of a document. Each point comes after the point that contains it.
pub(crate) fn find(layers: Layers<'_>) -> Vec<Point> {
    let marks = marks::find(layers);
    if marks.len() < 2 && marks.iter().all(|mark| mark.style.level == 0) {
        return Vec::new();
    }
    let tree = tree::build(layers, &marks);
    extent::points(layers, &marks, tree)
}
