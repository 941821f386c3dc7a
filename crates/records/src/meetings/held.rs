//! Reads the dates and the place of a meeting from the words around its name.

use crate::class::Class;
use crate::lexicon::Meaning;
use crate::view::View;
use chancery_text::{Date, EntityClass, EntityIx, Tense, TimexType};

/// The maximum number of tokens between the name of a meeting and the first date or place, and between one date or place and the next.
const STEP: usize = 6;
/// The number of tokens on each side of the name that are searched for cue words.
const AROUND: usize = 4;

/// When and where a meeting is held, and whether it is still to come. Each field is `None` if the text does not tell.
#[derive(Clone, Debug, Default)]
pub(crate) struct Held {
    pub(crate) place: Option<EntityIx>,
    pub(crate) begin: Option<Date>,
    pub(crate) end: Option<Date>,
    pub(crate) planned: Option<bool>,
}

/// Reads the dates and the place that follow the name of a meeting, and determines whether the meeting is planned or has been held. The
/// name is the half-open token range `start..end`.
pub(crate) fn around(view: &View<'_>, start: usize, end: usize) -> Held {
    let mut held = Held::default();
    let (first, limit) = view.bounds(view.sentence(start));
    let (mut at, mut last) = (end, end);
    while at < limit && at < last + STEP {
        if view.meanings(at).any(|(_, meaning)| matches!(meaning, Meaning::Meeting { .. })) {
            break;
        }
        if let Some((_, after, time)) = view.times(at, at + 1).next() {
            let date = matches!(time.timex_type, TimexType::Date | TimexType::Time);
            let mut after = after.max(at + 1);
            if date && held.begin.is_none() && time.begin.is_some() {
                (held.begin, held.end) = (time.begin, time.end);
                // The last day may follow: "from 6 June to 2 July 1983".
                let until = view.word(after, Class::Until).and_then(|next| view.times(next, next + 1).next());
                if let Some((_, end, until)) = until.filter(|(.., until)| until.end.is_some() && until.begin > time.begin) {
                    (held.end, after) = (until.end, end);
                }
            }
            (at, last) = (after, after);
            continue;
        }
        if let Some(mention) = view.name_at(at) {
            let after = view.doc.tokens_of(mention).end.max(at + 1);
            let class = view.catalog.class(mention.entity);
            let place = matches!(class, EntityClass::City | EntityClass::Site) || class.is_country();
            // In "the summit, Paris, 3 May", Paris is the place. In "the session, Japan has", Japan is not the place.
            let comma = at > 0 && view.text(at - 1) == "," && last == at - 1 && (held.place.is_some() || class == EntityClass::City);
            let led = comma || at > 0 && view.is(at - 1, Class::Where);
            if place && led && (held.place.is_none() || last == at - 1) {
                held.place = held.place.or(Some(mention.entity));
                last = after;
            }
            at = after;
            continue;
        }
        at += 1;
    }
    let cue = |from: usize, to: usize, class: Class| (from..to).any(|at| view.is(at, class));
    let (before, behind) = (start.saturating_sub(AROUND).max(first), (end + AROUND).min(limit));
    let planned = cue(before, start, Class::Planned) || cue(end, behind, Class::Planned);
    let past = cue(before, start, Class::Held) || cue(end, behind, Class::Held);
    held.planned = match (planned, past, held.begin, view.doc.metadata.date) {
        (true, false, ..) => Some(true),
        (false, true, ..) => Some(false),
        (_, _, Some(begin), Some(date)) => Some(begin.first_day() > date.last_day()),
        // If there are cue words both for planned meetings and for past meetings, and no date decides, the meeting counts as planned: "is to be held".
        (true, true, ..) => Some(true),
        _ => is_narrative(view, start).then_some(false),
    };
    held
}

/// The maximum number of clauses that are considered in one sentence.
const CLAUSES: usize = 16;

/// Returns `true` if the sentence that contains the token `at` reports past events, that is, if all its finite verbs are in the past tense
/// and none of them is negated.
fn is_narrative(view: &View<'_>, at: usize) -> bool {
    let sentence = view.sentence(at);
    let clauses = &view.doc.clauses.clauses;
    let first = clauses.partition_point(|clause| clause.sentence < sentence);
    let here = clauses[first..].iter().take(CLAUSES).take_while(|clause| clause.sentence == sentence);
    let mut finite = here.filter(|clause| clause.tense != Tense::None).peekable();
    finite.peek().is_some() && finite.all(|clause| clause.tense == Tense::Past && !clause.negated)
}
