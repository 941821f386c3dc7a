//! Step 3: decides to which entity each span refers. The spans with a single candidate serve as evidence for the other spans.

use super::contest::Contest;
use super::evidence::Evidence;
use super::select::Selected;
use super::tie_breaks;
use crate::context::Context;
use crate::recorder::Recorder;
use chancery_text::{EntityIx, Mention, NameIx, RejectionReason, SentenceIx, Span};

/// Chooses one candidate for each selected span, and returns the mentions of the chosen entities. No mention is created if the chosen entity is silent, that is,
/// if its names are never reported as mentions.
pub(crate) fn resolve<R: Recorder>(context: &Context<'_>, selected: &Selected, recorder: &mut R) -> Vec<Mention> {
    let certain = certain(context, selected);
    let mut mentions = Vec::with_capacity(selected.selections.len());
    for (number, selection) in selected.selections.iter().enumerate() {
        let winner = match selected.candidates(selection) {
            [only] => *only,
            candidates => {
                let evidence = Evidence { context, selected, number };
                candidates[tie_breaks::decide(&Contest::new(evidence, candidates, &certain), recorder)]
            }
        };
        if context.tables.entity(winner.entity).silent {
            recorder.reject(|| context.rejection(&selection.hit, winner.name, RejectionReason::Shadow));
            continue;
        }
        let (span, token_range) = context.seen(&selection.hit, winner.name);
        let mut mention = Mention::new(span, EntityIx(winner.entity), NameIx(winner.name), context.tables.name(winner.name).form);
        mention.token_range = token_range;
        mention.sentence = SentenceIx(selection.sentence);
        mention.in_date = context.in_date(winner.name);
        mentions.push(mention);
    }
    mentions
}

/// Returns the entity and the span of each selection that has a single candidate. Returns an empty list if every selection has a single candidate, because no
/// evidence is needed in this case.
fn certain(context: &Context<'_>, selected: &Selected) -> Vec<(u32, Span)> {
    if selected.selections.iter().all(|selection| selected.only_candidate(selection).is_some()) {
        return Vec::new();
    }
    let of = |selection| Some((selected.only_candidate(selection)?.entity, context.span(&selection.hit)));
    selected.selections.iter().filter_map(of).collect()
}
