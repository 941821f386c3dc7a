//! Noun phrases of the clause layer that continue the name of an instrument or meeting.

use crate::class::Class;
use crate::view::View;
use chancery_text::{Phrase, PhraseKind};

/// Returns the longest phrase that begins at a token ("Africa's Recovery", not "Africa's"). Time expressions are skipped.
pub(crate) fn longest<'d>(view: &View<'d>, start: usize) -> Option<&'d Phrase> {
    let phrases = &view.doc.clauses.phrases;
    let at = phrases.partition_point(|phrase| (phrase.tokens.start as usize) < start);
    let here = phrases[at..].iter().take_while(|phrase| phrase.tokens.start as usize == start);
    here.filter(|phrase| phrase.kind != PhraseKind::Time).max_by_key(|phrase| phrase.tokens.end)
}

/// Returns the index of the token after a phrase and the lower-case nouns that are coordinated with it: the token after "trafficking" in "drug abuse and
/// illicit trafficking", or after "elimination" in "the limitation and ultimate elimination of weapons". A noun with a determiner ("and the arms race") is not
/// included.
pub(crate) fn joined_end(view: &View<'_>, phrase: &Phrase) -> usize {
    const LONGEST: usize = 4;
    let phrases = &view.doc.clauses.phrases;
    let mut end = phrase.tokens.end as usize;
    let mut last = end;
    let mut next = phrase.next;
    for _ in 0..LONGEST {
        let Some(joined) = next.and_then(|next| phrases.get(next as usize)) else { break };
        let (start, stop) = (joined.tokens.start as usize, joined.tokens.end as usize);
        let comma = view.text(last) == ",";
        let start_of_bare = last + 1 + usize::from(comma && view.is(last + 1, Class::Connector));
        let connected = comma || view.is(last, Class::Connector);
        if start != start_of_bare || !connected || view.is(start, Class::Opener) || view.is_capital(start) || view.is_capital(last - 1) {
            break;
        }
        last = stop;
        // If commas separate the nouns, the last one must follow a connector such as "and".
        if !comma || view.is(start - 1, Class::Connector) {
            end = last;
        }
        next = joined.next;
    }
    end
}
