//! Step 8: merges short names and full names into one list without overlaps.

use crate::context::covered;
use crate::recorder::Recorder;
use chancery_text::{Mention, Rejection, RejectionReason};
use std::cmp::Reverse;

fn rejection(mention: &Mention, reason: RejectionReason) -> Rejection {
    Rejection::new(mention.span, mention.entity, mention.name, reason)
}

/// Merges the mentions in `short` into `mentions`, sorted by position. Of overlapping short names, the first is kept; if they begin at the same byte, the
/// longest is kept. Mentions in `mentions` that overlap a short name that is kept are removed.
pub(crate) fn merge<R: Recorder>(mut mentions: Vec<Mention>, mut short: Vec<Mention>, recorder: &mut R) -> Vec<Mention> {
    if short.is_empty() {
        return mentions;
    }
    short.sort_by_key(|mention| (mention.span.start(), Reverse(mention.span.end())));
    short.dedup_by(|next, first| {
        let overlaps = next.span.start() < first.span.end();
        if overlaps {
            recorder.reject(|| rejection(next, RejectionReason::Inside));
        }
        overlaps
    });
    mentions.retain(|old| {
        let replaced = covered(old.span, &short);
        if replaced {
            recorder.reject(|| rejection(old, RejectionReason::Redefined));
        }
        !replaced
    });
    mentions.append(&mut short);
    mentions.sort_by_key(|mention| (mention.span.start(), Reverse(mention.span.end())));
    mentions
}
