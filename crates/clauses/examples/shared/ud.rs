//! Converts clauses to the conventions of Universal Dependencies (<https://universaldependencies.org>), so that they can be compared with the treebanks of that
//! project.

use chancery_clauses::{Classes, ClauseReader};
use chancery_text::{Document, Tense};

/// Lemmas of verbs that address somebody. If such a verb has only one object, this object is the person addressed, and Universal Dependencies treats it as an
/// indirect object.
const ADDRESSED: [&str; 6] = ["tell", "ask", "inform", "notify", "remind", "assure"];

/// A verb with its subject and object. Each of them is given as the byte offset at which its head word begins.
#[derive(Clone, Copy, Debug)]
pub(crate) struct UdClause {
    pub(crate) verb: u32,
    pub(crate) finite: bool,
    pub(crate) passive: bool,
    pub(crate) copula: bool,
    pub(crate) subject: Option<u32>,
    pub(crate) object: Option<u32>,
}

/// Converts the clauses of a document, which the reader has already found, to the conventions of Universal Dependencies. The result differs from the output of
/// the [`ClauseReader`] as follows:
///
/// - In "there is", the verb "is" is not a copula.
/// - "has to sign" counts as two clauses.
/// - The verb of "is to sign" is not finite. In "will sign and ratify", "ratify" is not finite.
/// - The object of "signed and ratified" belongs only to the first verb.
/// - The noun that a relative clause modifies does not count as the object of the relative clause.
pub(crate) fn clauses(reader: &ClauseReader, doc: &Document) -> Vec<UdClause> {
    let layer = &doc.clauses;
    let classes = reader.classes(doc);
    let start = |token: u32| doc.tokens[token as usize].span.start();
    let head = |phrase: u32| start(layer.phrases[phrase as usize].head);
    let mut all = Vec::new();
    for clause in &layer.clauses {
        let lemma = reader.lemma(clause.lemma);
        let there = clause.subject.is_some_and(|subject| layer.phrases[subject as usize].tokens.start >= clause.verb.end);
        let first = classes[clause.verb.start as usize];
        let shares = clause.coordinated.is_some()
            && (first.any(Classes::PARTICIPLE.or(Classes::ING))
                || first.any(Classes::BASE) && clause.modal.is_some_and(|modal| modal < clause.verb.start));
        let modal = clause.modal.filter(|modal| *modal != clause.head);
        let is = |token: Option<u32>, class: Classes| {
            token.is_some_and(|token| reader.classes_of(&doc.tokens[token as usize], doc.text()).any(class))
        };
        let finite = clause.tense != Tense::None && !shares && !is(modal, Classes::BE);
        let mut subject = clause.subject.map(head);
        let obliged = modal.filter(|_| is(modal, Classes::HAVE));
        if let Some(modal) = obliged {
            all.push(UdClause { verb: start(modal), finite, passive: false, copula: false, subject: subject.take(), object: None });
        }
        let shared = |object: &u32| clause.coordinated.is_some_and(|first| layer.clauses[first as usize].object == Some(*object));
        let addressed = clause.indirect.is_none() && ADDRESSED.contains(&lemma);
        all.push(UdClause {
            verb: start(clause.head),
            finite: finite && obliged.is_none(),
            passive: clause.passive,
            copula: lemma == "be" && !there,
            subject,
            object: clause.object.filter(|object| !addressed && !shared(object) && clause.governor != Some(*object)).map(head),
        });
    }
    all
}
