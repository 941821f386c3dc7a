//! Step 2: selects the spans that are names, and the candidates for each span. A hit is a place where the text matches a name. If admissible hits overlap, the
//! leftmost one is selected. If several of them begin at the same token, the longest one is selected.

use crate::admit::{admit, negated};
use crate::context::Context;
use crate::entry::Activation;
use crate::recorder::Recorder;
use crate::tables::NameRow;
use chancery_phrases::Hit;
use chancery_text::{Gap, RejectionReason, TokenKind};

/// A candidate: an entity to which a span may refer, with the name of the entity that matched.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Candidate {
    pub(crate) name: u32,
    pub(crate) entity: u32,
}

/// A selection: a span that is known to be a name, although its entity is not yet known.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Selection {
    pub(crate) hit: Hit,
    pub(crate) sentence: u32,
    pub(crate) block: u32,
    /// The number that identifies the country of the only candidate; 0 if there are several candidates, or if the only candidate has no country.
    pub(crate) country: u32,
    /// The candidates for the span, as a range of indexes into [`Selected::candidates`]; never empty.
    candidates: (u32, u32),
}

/// The selections of a document, with their candidates.
#[derive(Debug, Default)]
pub(crate) struct Selected {
    /// The selections, sorted by position, without overlaps.
    pub(crate) selections: Vec<Selection>,
    candidates: Vec<Candidate>,
}

impl Selected {
    /// Returns the candidates of a selection.
    pub(crate) fn candidates(&self, selection: &Selection) -> &[Candidate] {
        &self.candidates[selection.candidates.0 as usize..selection.candidates.1 as usize]
    }

    /// Returns the single candidate of a selection; `None` if it has several candidates.
    pub(crate) fn only_candidate(&self, selection: &Selection) -> Option<Candidate> {
        match self.candidates(selection) {
            [only] => Some(*only),
            _ => None,
        }
    }
}

/// Selects the spans that are names, with their candidates, and stores them in `selected`, replacing its content.
pub(crate) fn select<R: Recorder>(context: &Context<'_>, selected: &mut Selected, recorder: &mut R) {
    selected.selections.clear();
    selected.candidates.clear();
    let (doc, all) = (context.doc, &context.hits.always[..]);
    let reject = |hit: &Hit, recorder: &mut R| {
        recorder.reject_all(|| context.names(hit, Activation::Always).map(|name| context.rejection(hit, name, RejectionReason::Inside)));
    };
    // The entities that have a name in the document's language that matches at the current hit but is not admissible. Each entity is listed with the reason for
    // the rejection.
    let mut refused: Vec<(u32, RejectionReason)> = Vec::new();
    let (mut from, mut sentence, mut free) = (0, 0, 0);
    while let Some(first) = all.get(from).map(|hit| hit.first) {
        let to = from + all[from..].iter().take_while(|hit| hit.first == first).count();
        let (group, coming) = (&all[from..to], &all[to..]);
        from = to;
        if first < free {
            group.iter().for_each(|hit| reject(hit, recorder));
            continue;
        }
        while doc.sentences.get(sentence).is_some_and(|s| s.token_range.end <= first) {
            sentence += 1;
        }
        for hit in group {
            if first < free {
                reject(hit, recorder);
                continue;
            }
            let begin = selected.candidates.len();
            refused.clear();
            for name in context.names(hit, Activation::Always) {
                let row = context.tables.name(name);
                let runs_on = || row.inverted && runs_on(context, hit, coming, sentence);
                match admit(context, row, hit, sentence) {
                    // The shorter names within this name are negated as well and are therefore skipped.
                    Ok(()) if negated(context, row, hit) => {
                        free = hit.end;
                        recorder.reject(|| context.rejection(hit, name, RejectionReason::Neighbour));
                    }
                    Ok(()) if runs_on() => recorder.reject(|| context.rejection(hit, name, RejectionReason::GoesOn)),
                    Ok(()) => add(context, &mut selected.candidates, begin, hit, name, recorder),
                    Err(reason) => {
                        if context.in_own_language(row) {
                            refused.push((row.entity, reason));
                        }
                        recorder.reject(|| context.rejection(hit, name, reason));
                    }
                }
            }
            drop_foreign(context, &mut selected.candidates, begin, hit, &refused, recorder);
            let [ref found @ .., ref last] = selected.candidates[begin..] else { continue };
            let only = found.is_empty().then_some(*last);
            if let Some(only) = only
                && goes_on(context, only, hit, coming, sentence)
            {
                selected.candidates.truncate(begin);
                recorder.reject(|| context.rejection(hit, only.name, RejectionReason::Inside));
                continue;
            }
            free = hit.end;
            for candidates in apart(context, &mut selected.candidates, begin, hit) {
                let only = Some(selected.candidates[candidates.0 as usize]).filter(|_| candidates.1 == candidates.0 + 1);
                selected.selections.push(Selection {
                    hit: *hit,
                    sentence: sentence as u32,
                    block: doc.sentences.get(sentence).map_or(0, |sentence| sentence.block.0),
                    country: only.map_or(0, |only| context.tables.name(only.name).country_ix),
                    candidates,
                });
            }
        }
    }
}

/// Groups the candidates from the index `begin` onwards by their spans. Returns the index range of each group. Usually there is only one span. If the names
/// cover different parts of the hit because of their square brackets ("[中]俄" and "中[俄]"), each part is a separate span. If such parts overlap, all candidates
/// form one group.
fn apart(context: &Context<'_>, candidates: &mut [Candidate], begin: usize, hit: &Hit) -> Vec<(u32, u32)> {
    let (first, last) = (begin as u32, candidates.len() as u32);
    let span = |candidate: &Candidate| context.seen(hit, candidate.name).0;
    if candidates[begin..].windows(2).all(|pair| context.tables.name(pair[0].name).unseen == context.tables.name(pair[1].name).unseen) {
        return vec![(first, last)];
    }
    candidates[begin..].sort_by_key(|candidate| (span(candidate).start(), span(candidate).end()));
    let disjoint =
        candidates[begin..].windows(2).all(|pair| span(&pair[0]) == span(&pair[1]) || span(&pair[0]).end() <= span(&pair[1]).start());
    if !disjoint {
        return vec![(first, last)];
    }
    let mut groups = Vec::new();
    let mut from = first;
    for group in candidates[begin..].chunk_by(|a, b| span(a) == span(b)) {
        groups.push((from, from + group.len() as u32));
        from += group.len() as u32;
    }
    groups
}

/// Removes candidates whose name is not in the language of the document, if their entity is in `refused`. For example, if "Israel" is rejected as an English
/// name after "Mr.", it must not be found as the French name "Israël". In `candidates`, the candidates of the hit start at the index `begin`.
fn drop_foreign<R: Recorder>(
    context: &Context<'_>,
    candidates: &mut Vec<Candidate>,
    begin: usize,
    hit: &Hit,
    refused: &[(u32, RejectionReason)],
    recorder: &mut R,
) {
    if refused.is_empty() {
        return;
    }
    let mut at = begin;
    while let Some(candidate) = candidates.get(at).copied() {
        let reason = refused.iter().find(|(entity, _)| *entity == candidate.entity).map(|(_, reason)| *reason);
        match reason.filter(|_| !context.in_own_language(context.tables.name(candidate.name))) {
            Some(reason) => {
                recorder.reject(|| context.rejection(hit, candidate.name, reason));
                candidates.remove(at);
            }
            None => at += 1,
        }
    }
}

/// Adds a name to the candidates of a hit. In `candidates`, the candidates of this hit start at the index `begin`. Each entity becomes a candidate only once.
/// If several names of an entity match, a name that was in use at the document's date is preferred, then a name in the document's language. Among these names,
/// the one whose form comes first in the order of the variants of [`Form`](chancery_text::Form) is preferred.
fn add<R: Recorder>(context: &Context<'_>, candidates: &mut Vec<Candidate>, begin: usize, hit: &Hit, name: u32, recorder: &mut R) {
    let date = context.doc.metadata.date;
    let row = context.tables.name(name);
    let rank = |row: &NameRow| {
        let out = date.zip(row.valid).is_some_and(|(date, valid)| valid.contains(date) == Some(false));
        (out, !context.in_own_language(row), row.form)
    };
    match candidates[begin..].iter_mut().find(|candidate| candidate.entity == row.entity) {
        Some(known) => {
            let better = rank(row) < rank(context.tables.name(known.name));
            let worse = if better { std::mem::replace(&mut known.name, name) } else { name };
            recorder.reject(|| context.rejection(hit, worse, RejectionReason::OtherForm));
        }
        None => candidates.push(Candidate { name, entity: row.entity }),
    }
}

/// Returns `true` if a better name of the same entity begins within the hit and ends after it, so that the better name must be used instead. For example, in
/// "President Xi Jinping", the name "Xi Jinping" is better than the alias "President Xi". A name is better if its form comes earlier in the order of the
/// variants of [`Form`](chancery_text::Form). `coming` contains the hits that begin after the first token of `hit`.
fn goes_on(context: &Context<'_>, found: Candidate, hit: &Hit, coming: &[Hit], sentence: usize) -> bool {
    let form = context.tables.name(found.name).form;
    let inside = coming.iter().take_while(|other| other.first < hit.end).filter(|other| other.end > hit.end);
    let names = |other| context.names(other, Activation::Always).map(move |name| (other, context.tables.name(name)));
    inside.flat_map(names).any(|(other, row)| row.entity == found.entity && row.form < form && admit(context, row, other, sentence).is_ok())
}

/// Returns `true` if the words after an inverted name ("Korea, South") show that its last words belong to the next name. In "Japan, Korea, South Africa",
/// for example, "South" is not the end of "Korea, South" but the beginning of "South Africa". `coming` contains the hits that begin after the first token of
/// `hit`.
fn runs_on(context: &Context<'_>, hit: &Hit, coming: &[Hit], sentence: usize) -> bool {
    let (doc, tables, end) = (context.doc, context.tables, hit.end as usize);
    let ends = |at: usize| context.any_word(&tables.head_nouns.ends, at);
    let article = |at: usize| context.any_word(&tables.definition_words.articles, at);
    if let Some(next) = doc.tokens.get(end).filter(|next| next.kind == TokenKind::Word && next.gap == Gap::Blank) {
        let complete = ends(end - 1) || article(end - 1);
        if next.capital || article(end) || !complete && (ends(end) || context.any_word(&tables.joins, end)) {
            return true;
        }
    }
    let longer = coming.iter().take_while(|other| other.first < hit.end).filter(|other| other.end > hit.end);
    let names = |other| context.names(other, Activation::Always).map(move |name| (other, context.tables.name(name)));
    longer.flat_map(names).any(|(other, row)| admit(context, row, other, sentence).is_ok())
}
