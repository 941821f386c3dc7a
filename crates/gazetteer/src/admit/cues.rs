//! Checks the cues of a name, that is, the context words that must or must not be near it. A *hit* is a place where the text matches the name.

use crate::context::Context;
use crate::hits::CueHit;
use crate::tables::{Constraints, NameRow};
use chancery_phrases::Hit;
use chancery_text::{Block, RejectionReason, Sentence, TokenRange};

/// The maximum distance, in tokens, at which [`nearest_cue`] finds a cue. This is about the length of a long speech.
const FAR: u32 = 10_000;

/// Checks whether the cues in the text admit a name at a hit. `sentence` is the index of the sentence that contains the hit.
///
/// There are three kinds of cues: required cues, hints (cues that support the name), and excluding cues. If the sentence contains a hint, the name is admitted.
/// Otherwise, the sentence, the paragraph and the whole document are examined in this order, and the first of them that contains a cue decides. If it contains
/// an excluding cue, the name is rejected; if not, the name is admitted.
///
/// If the document contains no cue of the name, the name is rejected only if it has required cues.
pub(super) fn near(context: &Context<'_>, constraints: &Constraints, hit: &Hit, sentence: usize) -> Result<(), RejectionReason> {
    let inside = |token: u32| (hit.first..hit.end).contains(&token);
    let anywhere = |cues: &[u32]| {
        cues.iter().any(|&cue| context.hits.reach[cue as usize].is_some_and(|(first, last)| !inside(first) || !inside(last)))
    };
    let needed = |cues: &dyn Fn(&[u32]) -> bool| cues(&constraints.needs) || cues(&constraints.hints);
    match (anywhere(&constraints.not), needed(&anywhere)) {
        (false, false) => return if constraints.needs.is_empty() { Ok(()) } else { Err(RejectionReason::Needs) },
        (true, false) => return Err(RejectionReason::Excluded),
        (false, true) => return Ok(()),
        (true, true) => {}
    }
    let doc = context.doc;
    let whole = TokenRange::new(0, doc.tokens.len() as u32);
    let sentence = doc.sentences.get(sentence);
    let of = |sentence: &Sentence| doc.blocks.get(sentence.block.get()).map(|block: &Block| block.token_range);
    let scopes = [sentence.map(|s| s.token_range), sentence.and_then(of), Some(whole)];
    if sentence.is_some_and(|sentence| holds(context, &constraints.hints, sentence.token_range, hit)) {
        return Ok(());
    }
    for scope in scopes.into_iter().flatten() {
        if holds(context, &constraints.not, scope, hit) {
            return Err(RejectionReason::Excluded);
        }
        if needed(&|cues| holds(context, cues, scope, hit)) {
            return Ok(());
        }
    }
    if constraints.needs.is_empty() { Ok(()) } else { Err(RejectionReason::Needs) }
}

/// Returns `true` if one of `cues` begins in the token range `range`, outside the hit itself.
fn holds(context: &Context<'_>, cues: &[u32], range: TokenRange, hit: &Hit) -> bool {
    let all = &context.hits.cues;
    let from = all.partition_point(|cue| cue.token < range.start);
    all[from..]
        .iter()
        .take_while(|cue| cue.token < range.end)
        .any(|cue| cues.contains(&cue.cue) && !(hit.first..hit.end).contains(&cue.token))
}

/// Returns the distance, in tokens, between a hit and the nearest required cue or hint of `name`. Returns `None` if there is no such cue within [`FAR`]
/// tokens.
pub(crate) fn nearest_cue(context: &Context<'_>, name: &NameRow, hit: &Hit) -> Option<u32> {
    let constraints = name.constraints.as_ref()?;
    let mut wanted = constraints.needs.iter().chain(&constraints.hints);
    if !wanted.any(|&cue| context.hits.reach[cue as usize].is_some()) {
        return None;
    }
    let all = &context.hits.cues;
    let here = all.partition_point(|cue| cue.token < hit.first);
    let away = |cue: &CueHit| cue.token.abs_diff(hit.first);
    let speaks = |cue: &u32| constraints.needs.contains(cue) || constraints.hints.contains(cue);
    let fits = |cue: &&CueHit| speaks(&cue.cue) && !(hit.first..hit.end).contains(&cue.token);
    let before = all[..here].iter().rev().take_while(|cue| away(cue) <= FAR).find(fits);
    let after = all[here..].iter().take_while(|cue| away(cue) <= FAR).find(fits);
    before.into_iter().chain(after).map(away).min()
}
