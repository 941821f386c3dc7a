//! Finds the nouns in lower case that precede the head noun of a title ("the climate change summit").

use crate::class::Class;
use crate::view::View;
use chancery_text::TokenKind;

/// Returns the start of a title, extended to the left by the lower-case words of the same noun phrase: the token "climate" in "the climate change summit".
///
/// `start` is the start of the title so far, and `head` is the index of its head noun. If the two differ, returns `start`. Words that tell when or how a
/// meeting is held ("last", "historic") are not part of the title.
pub(crate) fn start(view: &View<'_>, start: usize, head: usize) -> usize {
    let phrases = &view.doc.clauses.phrases;
    let at = phrases.partition_point(|phrase| (phrase.tokens.end as usize) <= head);
    let inside =
        |at: usize| phrases[..].get(at).is_some_and(|phrase| (phrase.tokens.start as usize) < start && phrase.head as usize >= head);
    if start != head || !inside(at) {
        return start;
    }
    let others =
        [Class::Opener, Class::Epithet, Class::Planned, Class::Held, Class::Connector, Class::This, Class::Personal, Class::Concluded];
    let part = |at: usize| {
        let word = view.token(at).is_some_and(|token| token.kind == TokenKind::Word) && !view.is_capital(at) && !view.is_possessive(at);
        let whole = at == 0 || !matches!(view.text(at - 1), "-" | "–");
        word && whole && view.mention_at(at).is_none() && !others.iter().any(|class| view.is(at, *class))
    };
    let mut first = start;
    while first > phrases[at].tokens.start as usize && part(first - 1) && !view.breaks(first) {
        first -= 1;
    }
    first
}
