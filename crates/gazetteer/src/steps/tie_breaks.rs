//! Chooses one of the candidates for a span. The steps of a table (tie-breaks) remove candidates, one step after the other, until one candidate is left.

use super::contest::Contest;
use crate::recorder::Recorder;
use chancery_text::{Interval, RejectionReason};

/// One step of the table.
pub(crate) struct TieBreak {
    /// The name of the step, unique in the table.
    pub(crate) name: &'static str,
    /// The reason that is recorded for the candidates that the step removes.
    pub(crate) reason: RejectionReason,
    keeps: Keeps,
    /// The test of the step: returns `true` if the candidate `at` passes. `left` contains the candidates that earlier steps have not removed. Both `left` and
    /// `at` are indexes into `contest.candidates`. If the step does not apply, no candidate passes.
    passes: fn(&Contest<'_>, left: &[usize], at: usize) -> bool,
}

/// The candidates that a step keeps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Keeps {
    /// All candidates that pass the step's test. If no candidate passes, the step removes nothing.
    Passing,
    /// The candidate that passes the step's test, if it is the only one. If no candidate or several candidates pass, the step removes nothing.
    OnlyPassing,
}

/// The steps in their order.
pub(crate) const TIE_BREAKS: [TieBreak; 15] = [
    // The text gives the name as the abbreviation of another name, in brackets: "Pacific Islands Forum (PIF)".
    TieBreak {
        name: "abbreviation",
        reason: RejectionReason::Context,
        keeps: Keeps::OnlyPassing,
        passes: |contest, _, at| contest.abbreviates(at),
    },
    // A year is next to the name: "the Geneva Agreements of 1954".
    TieBreak {
        name: "year",
        reason: RejectionReason::Context,
        keeps: Keeps::OnlyPassing,
        passes: |contest, _, at| contest.began_in_year(at),
    },
    TieBreak { name: "valid-at-date", reason: RejectionReason::Date, keeps: Keeps::Passing, passes: valid_at_date },
    // Removes candidates whose name came into use only after the date of the document, such as a treaty of 1987 in a document of 1972.
    TieBreak { name: "begun-by-date", reason: RejectionReason::Date, keeps: Keeps::Passing, passes: begun_by_date },
    // A name is contrasted with a longer name: "the Congo, Gabon and the Democratic Republic of the Congo" names three states.
    TieBreak { name: "contrast", reason: RejectionReason::Context, keeps: Keeps::Passing, passes: not_contrasted },
    // In documents of American states, "America" is the continent, regardless of neighbouring names.
    TieBreak { name: "home-region", reason: RejectionReason::Focus, keeps: Keeps::OnlyPassing, passes: home_region },
    TieBreak { name: "close-word", reason: RejectionReason::Context, keeps: Keeps::OnlyPassing, passes: close_word },
    TieBreak {
        name: "country-in-sentence",
        reason: RejectionReason::Context,
        keeps: Keeps::OnlyPassing,
        passes: |contest, _, at| contest.country_in_sentence(at),
    },
    TieBreak {
        name: "joined-type",
        reason: RejectionReason::Context,
        keeps: Keeps::OnlyPassing,
        passes: |contest, _, at| contest.joined_to_its_like(at),
    },
    TieBreak {
        name: "own-country",
        reason: RejectionReason::Focus,
        keeps: Keeps::OnlyPassing,
        passes: |contest, _, at| contest.of_own_country(at),
    },
    // A distant context word does not select a candidate that is much less likely than another candidate.
    TieBreak { name: "nearest-word", reason: RejectionReason::Context, keeps: Keeps::OnlyPassing, passes: nearest_word },
    // This step applies only if all candidates have the same type. It cannot decide between a state and the region around it, because the same names occur near
    // both.
    TieBreak { name: "named-elsewhere", reason: RejectionReason::Focus, keeps: Keeps::OnlyPassing, passes: named_elsewhere },
    TieBreak { name: "country-in-paragraph", reason: RejectionReason::Context, keeps: Keeps::OnlyPassing, passes: country_in_paragraph },
    TieBreak { name: "prior", reason: RejectionReason::Prior, keeps: Keeps::Passing, passes: highest_prior },
    // Nothing distinguishes the remaining candidates. The order of their ids makes the choice deterministic.
    TieBreak { name: "id", reason: RejectionReason::Order, keeps: Keeps::Passing, passes: lowest_id },
];

/// The maximum distance, in tokens, at which a context word counts as close to a name.
const CLOSE: u32 = 12;

/// Returns the index of the chosen candidate. Records each rejected candidate, together with the step that removed it.
pub(crate) fn decide<R: Recorder>(contest: &Contest<'_>, recorder: &mut R) -> usize {
    let mut left: Vec<usize> = (0..contest.candidates.len()).collect();
    for step in &TIE_BREAKS {
        if left.len() < 2 {
            break;
        }
        let (passing, failing): (Vec<usize>, Vec<usize>) = left.iter().partition(|&&at| (step.passes)(contest, &left, at));
        if passing.len() == 1 || passing.len() > 1 && step.keeps == Keeps::Passing {
            recorder.reject_all(|| failing.into_iter().map(|at| contest.rejection(at, step.reason, step.name)));
            left = passing;
        }
    }
    left.first().copied().unwrap_or(0)
}

fn of_one_type(contest: &Contest<'_>, left: &[usize]) -> bool {
    left.windows(2).all(|pair| contest.entity(pair[0]).kind == contest.entity(pair[1]).kind)
}

/// Returns `true` if the candidate `at` is likely enough: no remaining candidate has a prior more than twice as high.
fn likely(contest: &Contest<'_>, left: &[usize], at: usize) -> bool {
    let highest = left.iter().map(|&at| contest.name(at).prior).fold(0.0, f32::max);
    contest.name(at).prior * 2.0 >= highest
}

fn nearest(contest: &Contest<'_>, left: &[usize]) -> Option<u32> {
    left.iter().filter_map(|&at| contest.cue_distance(at)).min()
}

fn valid_at_date(contest: &Contest<'_>, _: &[usize], at: usize) -> bool {
    contest.date().is_some_and(|date| contest.name(at).valid.is_none_or(|valid| valid.contains(date) != Some(false)))
}

fn begun_by_date(contest: &Contest<'_>, _: &[usize], at: usize) -> bool {
    let start = contest.name(at).valid.and_then(Interval::start);
    contest.date().is_some_and(|date| start.is_none_or(|start| start.first_day() <= date.last_day()))
}

fn not_contrasted(contest: &Contest<'_>, left: &[usize], at: usize) -> bool {
    of_one_type(contest, left) && !contest.contrasted(at)
}

fn home_region(contest: &Contest<'_>, left: &[usize], at: usize) -> bool {
    !left.iter().any(|&at| contest.of_own_country(at)) && contest.has_own_country_as_member(at)
}

fn close_word(contest: &Contest<'_>, left: &[usize], at: usize) -> bool {
    nearest(contest, left).is_some_and(|nearest| nearest <= CLOSE && contest.cue_distance(at) == Some(nearest))
}

fn nearest_word(contest: &Contest<'_>, left: &[usize], at: usize) -> bool {
    nearest(contest, left).is_some_and(|nearest| contest.cue_distance(at) == Some(nearest)) && likely(contest, left, at)
}

fn named_elsewhere(contest: &Contest<'_>, left: &[usize], at: usize) -> bool {
    of_one_type(contest, left) && contest.named_elsewhere(at)
}

fn country_in_paragraph(contest: &Contest<'_>, left: &[usize], at: usize) -> bool {
    of_one_type(contest, left) && likely(contest, left, at) && contest.country_in_paragraph(at)
}

fn highest_prior(contest: &Contest<'_>, left: &[usize], at: usize) -> bool {
    left.iter().all(|&other| contest.name(other).prior.total_cmp(&contest.name(at).prior).is_le())
}

fn lowest_id(contest: &Contest<'_>, left: &[usize], at: usize) -> bool {
    left.iter().all(|&other| contest.id(at) <= contest.id(other))
}
