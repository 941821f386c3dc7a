//! Which of several entities a name means.

use crate::gazetteer::{Gazetteer, NameRow};
use chancery_text::{Date, LostReason};

/// An entity that the name may mean.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Rival {
    /// Number of the name.
    pub(crate) name: u32,
    pub(crate) entity: u32,
}

/// The one that the name means (an index into `rivals`), and for each other why it lost.
///
/// In this order: what is valid at the document's date; what is named elsewhere in the document without doubt, if just one of them is; the
/// higher prior; the lower id. `named` tells whether an entity is named elsewhere.
pub(crate) fn choose(
    gazetteer: &Gazetteer,
    rivals: &[Rival],
    date: Option<Date>,
    named: impl Fn(u32) -> bool,
) -> (usize, Vec<(usize, LostReason)>) {
    let row = |at: usize| -> &NameRow { &gazetteer.names[rivals[at].name as usize] };
    let mut left: Vec<usize> = (0..rivals.len()).collect();
    let mut lost = Vec::new();
    let mut keep = |left: &mut Vec<usize>, reason: LostReason, fits: &dyn Fn(usize) -> bool| {
        if left.iter().any(|&at| fits(at)) {
            lost.extend(left.iter().filter(|&&at| !fits(at)).map(|&at| (at, reason)));
            left.retain(|&at| fits(at));
        }
    };
    if let Some(date) = date {
        keep(&mut left, LostReason::Date, &|at| row(at).valid.is_none_or(|valid| valid.contains(date) != Some(false)));
    }
    if left.iter().filter(|&&at| named(rivals[at].entity)).count() == 1 {
        keep(&mut left, LostReason::Focus, &|at| named(rivals[at].entity));
    }
    left.sort_by(|&a, &b| {
        let id = |at: usize| &gazetteer.entities[rivals[at].entity as usize].id;
        row(b).prior.total_cmp(&row(a).prior).then_with(|| id(a).cmp(id(b)))
    });
    let first = left.first().copied().unwrap_or(0);
    lost.extend(left.iter().skip(1).map(|&at| (at, LostReason::Prior)));
    (first, lost)
}
