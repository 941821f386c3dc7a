//! Finds the prepositional phrases within a noun phrase.

use crate::cue::Cue;
use crate::few::Few;
use crate::view::View;
use chancery_text::PrepositionalPhrase;

/// The maximum number of prepositional phrases after a noun that are considered. The same limit applies to coordinated phrases.
const INSIDE: usize = 40;

/// Returns the prepositional phrases of a sentence that come after the head of the noun phrase `noun`, in the order of the text. Returns at most [`INSIDE`]
/// phrases.
pub(crate) fn behind<'a>(view: &View<'a>, sentence: u32, noun: u32) -> impl Iterator<Item = &'a PrepositionalPhrase> {
    let links = view.prepositions(sentence);
    let head = view.phrase(noun).head;
    let first = links.partition_point(|link| link.preposition < head);
    links[first..].iter().take(INSIDE)
}

/// Returns the phrases that follow prepositions within the noun phrase `noun`, nearest first. Each item contains the hash key of the preposition and the phrase.
pub(crate) fn inside(view: &View<'_>, sentence: u32, noun: Option<u32>) -> Few<(u64, u32)> {
    let mut found = Few::default();
    let Some(noun) = noun else { return found };
    let mut parts: Few<u32> = view.clauses().conjuncts(noun).take(INSIDE).collect();
    // `matters` contains the phrases that say what the noun is about: "your election" in "congratulations on your election to the presidency". A phrase after
    // "to" modifies one of them ("to the presidency"), and does not name the person or body to whom the act is addressed.
    let mut matters: Few<u32> = Few::default();
    for link in behind(view, sentence, noun) {
        if let Some(after) = link.after.filter(|after| parts.contains(after))
            && !is_compound(view, link)
        {
            let of_matter = matters.contains(&after);
            if of_matter && view.is(link.preposition, Cue::Addressee) {
                continue;
            }
            found.push((view.key(link.preposition), link.phrase));
            parts.extend(view.clauses().conjuncts(link.phrase).take(INSIDE));
            if of_matter || view.is(link.preposition, Cue::Matters) {
                matters.extend(view.clauses().conjuncts(link.phrase).take(INSIDE));
            }
        }
    }
    found
}

/// Returns `true` if a prepositional phrase begins with the last word of a compound preposition ("with" in "in accordance with").
pub(crate) fn is_compound(view: &View<'_>, link: &PrepositionalPhrase) -> bool {
    // The word before "of" may begin the compound preposition: "because of".
    let of = view.key(link.preposition) == view.tables.of;
    if of && link.preposition.checked_sub(1).is_some_and(|before| view.is(before, Cue::Opener)) {
        return true;
    }
    let Some(noun) = link.after else { return false };
    let phrase = view.phrase(noun);
    // The compound preposition may contain a noun: "in accordance with", "in the name of".
    phrase.head <= phrase.tokens.start + 1
        && phrase.tokens.end == link.preposition
        && view.is(phrase.head, Cue::Compound)
        && view.prepositions_near(view.sentence_of(phrase.head), phrase.head).iter().any(|before| before.phrase == noun)
}
