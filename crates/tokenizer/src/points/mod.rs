//! Finds points, which are the items of enumerations, and determines which points are nested in others. A point may consist of several paragraphs.
//!
//! The module [`marks`] collects the markers in the order of the text. It uses [`words`] to read ordinal words such as "first", and [`headings`] to read the
//! markers of headings. The module [`tree`] then builds lists. A list is open as long as it may get further items. Each marker continues the innermost open
//! list to which it can belong, or begins a new list within the current point. Lists with too few items are dropped. Finally, [`extent`] determines the ends of
//! the points.

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
