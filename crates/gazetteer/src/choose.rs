//! Which of several entities a name means.

use crate::gazetteer::{Gazetteer, NameRow};
use chancery_text::{Date, Interval, RejectionReason};

/// An entity that the name may mean.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Candidate {
    /// Number of the name.
    pub(crate) name: u32,
    pub(crate) entity: u32,
}

/// What tells in favour of an entity at a place.
pub(crate) struct Context<'a> {
    /// The document's date.
    pub(crate) date: Option<Date>,
    /// Whether another name in the same sentence, without rivals of its own, is of the entity's country.
    pub(crate) beside: &'a dyn Fn(u32) -> bool,
    /// The same for the paragraph.
    pub(crate) around: &'a dyn Fn(u32) -> bool,
    /// Whether a name joined to it ("… and Kenya") is of the entity's type.
    pub(crate) alike: &'a dyn Fn(u32) -> bool,
    /// Whether the document's metadata name the entity's country as its own (a field that is its ISO 3166 code).
    pub(crate) own: &'a dyn Fn(u32) -> bool,
    /// The same for the members of an entity that is a part of the world.
    pub(crate) home: &'a dyn Fn(u32) -> bool,
    /// Whether the entity began in the year that is told with the name.
    pub(crate) in_year: &'a dyn Fn(u32) -> bool,
    /// Whether the name stands in a list and its sentence names the entity by a longer name that holds this one.
    pub(crate) contrasted: &'a dyn Fn(u32) -> bool,
    /// How many tokens away the nearest word is that a name needs.
    pub(crate) cue: &'a dyn Fn(u32) -> Option<u32>,
    /// Whether the entity is named elsewhere in the document without doubt.
    pub(crate) named: &'a dyn Fn(u32) -> bool,
}

/// A word that a name needs is close to it if it is no more tokens away.
const CLOSE: u32 = 12;

/// The one that the name means (an index into `candidates_of_span`), and for each other why it lost.
///
/// In this order: what began in the year told with the name; what is valid at the document's date; what had begun by then; where all are of one type what the list it stands in does not name by a longer name; then, where just one of
/// those left passes, what has the document's own country as a member (unless a rival is that country), what has a word that it needs close to it, what is of the country of another name in the sentence, what is of the type of a name
/// joined to it, what is of the document's own country, what has a word that it needs nearest, where all are of one type what is named elsewhere in the document without doubt, and what is of the country of another name in the paragraph;
/// then the higher prior; the lower id.
pub(crate) fn choose(
    gazetteer: &Gazetteer,
    candidates_of_span: &[Candidate],
    context: &Context<'_>,
) -> (usize, Vec<(usize, RejectionReason)>) {
    let row = |at: usize| -> &NameRow { &gazetteer.names[candidates_of_span[at].name as usize] };
    let mut left: Vec<usize> = (0..candidates_of_span.len()).collect();
    let mut rejected = Vec::new();
    let mut keep = |left: &mut Vec<usize>, reason: RejectionReason, alone: bool, fits: &dyn Fn(usize) -> bool| {
        if left.len() < 2 {
            return;
        }
        let (fit, unfit): (Vec<usize>, Vec<usize>) = left.iter().partition(|&&at| fits(at));
        if fit.len() == 1 || fit.len() > 1 && !alone {
            rejected.extend(unfit.into_iter().map(|at| (at, reason)));
            *left = fit;
        }
    };
    keep(&mut left, RejectionReason::Context, true, &|at| (context.in_year)(candidates_of_span[at].entity));
    if let Some(date) = context.date {
        keep(&mut left, RejectionReason::Date, false, &|at| row(at).valid.is_none_or(|valid| valid.contains(date) != Some(false)));
        // A meeting or a treaty is spoken of after its time, but not before it.
        let begun = |at: usize| row(at).valid.and_then(Interval::start).is_none_or(|start| start.first_day() <= date.last_day());
        keep(&mut left, RejectionReason::Date, false, &begun);
    }
    let kind = |at: usize| &gazetteer.entities[candidates_of_span[at].entity as usize].kind;
    let alike = |left: &[usize]| left.windows(2).all(|pair| kind(pair[0]) == kind(pair[1]));
    // "The Congo, Gabon and the Democratic Republic of the Congo" are three.
    if alike(&left) {
        keep(&mut left, RejectionReason::Context, false, &|at| !(context.contrasted)(candidates_of_span[at].entity));
    }
    // In the states of America "America" is the continent, whatever is named beside it.
    if left.len() > 1 && !left.iter().any(|&at| (context.own)(candidates_of_span[at].entity)) {
        keep(&mut left, RejectionReason::Focus, true, &|at| (context.home)(candidates_of_span[at].entity));
    }
    let cues: Vec<Option<u32>> = if left.len() > 1 {
        candidates_of_span.iter().map(|candidate| (context.cue)(candidate.name)).collect()
    } else {
        vec![None; candidates_of_span.len()]
    };
    let cue = |at: usize| cues[at];
    let nearest = |left: &[usize]| if left.len() > 1 { left.iter().filter_map(|&at| cue(at)).min() } else { None };
    if let Some(close) = nearest(&left).filter(|&nearest| nearest <= CLOSE) {
        keep(&mut left, RejectionReason::Context, true, &|at| cue(at) == Some(close));
    }
    keep(&mut left, RejectionReason::Context, true, &|at| (context.beside)(candidates_of_span[at].entity));
    keep(&mut left, RejectionReason::Context, true, &|at| (context.alike)(candidates_of_span[at].entity));
    keep(&mut left, RejectionReason::Focus, true, &|at| (context.own)(candidates_of_span[at].entity));
    // What stands farther off does not speak for what is much less likely.
    let highest = left.iter().map(|&at| row(at).prior).fold(0.0, f32::max);
    let likely = |at: usize| row(at).prior * 2.0 >= highest;
    if let Some(nearest) = nearest(&left) {
        keep(&mut left, RejectionReason::Context, true, &|at| likely(at) && cue(at) == Some(nearest));
    }
    // A state and the part of the world it lies in have the same names around them, and the state is named in most documents.
    if alike(&left) {
        keep(&mut left, RejectionReason::Focus, true, &|at| (context.named)(candidates_of_span[at].entity));
        keep(&mut left, RejectionReason::Context, true, &|at| likely(at) && (context.around)(candidates_of_span[at].entity));
    }
    left.sort_by(|&a, &b| {
        let id = |at: usize| &gazetteer.entities[candidates_of_span[at].entity as usize].id;
        row(b).prior.total_cmp(&row(a).prior).then_with(|| id(a).cmp(id(b)))
    });
    let first = left.first().copied().unwrap_or(0);
    rejected.extend(left.iter().skip(1).map(|&at| (at, RejectionReason::Prior)));
    (first, rejected)
}
