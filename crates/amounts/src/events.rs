//! Assigns amounts to events.

use chancery_text::{Document, SentenceIx, Span};

/// The maximum number of clauses, and of events, that are examined in a sentence.
const MOST: usize = 200;

/// Returns the index of the event to which an amount belongs; `None` if there is no such event. `span` is the byte range of the amount.
/// Only the innermost clause that contains the amount is considered. If the verb of this clause names an event, the amount belongs to that
/// event. Otherwise, it belongs to the first event that a noun in the clause names.
pub(crate) fn of(doc: &Document, sentence: SentenceIx, span: Span) -> Option<u32> {
    let clauses = &doc.clauses.clauses;
    let first = clauses.partition_point(|clause| clause.sentence < sentence);
    let around = clauses[first..]
        .iter()
        .take(MOST)
        .take_while(|clause| clause.sentence == sentence)
        .filter(|clause| clause.span.start() <= span.start() && span.end() <= clause.span.end());
    let clause = around.min_by_key(|clause| clause.span.len())?;
    let verb = doc.tokens.get(clause.verb.start as usize..clause.verb.end as usize)?;
    let verb = Span::new(verb.first()?.span.start(), verb.last()?.span.end());
    let events = || {
        let first = doc.events.partition_point(|event| event.sentence < sentence);
        doc.events[first..].iter().zip(first as u32..).take(MOST).take_while(|(event, _)| event.sentence == sentence)
    };
    let within = |inner: Span, outer: Span| outer.start() <= inner.start() && inner.start() < outer.end();
    let by_verb = events().find(|(event, _)| within(event.trigger, verb));
    by_verb.or_else(|| events().find(|(event, _)| event.nominal && within(event.trigger, clause.span))).map(|(_, number)| number)
}
