//! Determines whether a word is in quotation marks, and who is quoted. In `the minister said, "We condemn the raid"`, "we" is not the speaker of the document.

use crate::cue::Cue;
use crate::view::View;
use chancery_text::TokenKind;

/// The maximum number of tokens before and after a word that are searched for the start and the end of a quotation.
const LONGEST: u32 = 400;

/// A quotation that contains a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Quotation {
    /// The phrase that names the quoted person or body; `None` if it is unknown.
    pub(crate) sayer: Option<u32>,
}

/// Returns the quotation that contains the token, or `None` if the token is not in quotation marks.
pub(crate) fn around(view: &View<'_>, token: u32) -> Option<Quotation> {
    let start = opening(view, token)?;
    let sentence = view.sentence_of(start);
    let range = view.doc.sentences.get(sentence as usize)?.token_range;
    // The verb of saying may precede the quotation or follow it: "We condemn the raid", said the minister.
    let says = |outside: std::ops::Range<u32>| {
        view.clauses_near(sentence, outside.start)
            .filter(|(_, clause)| outside.contains(&clause.head) && view.is(clause.head, Cue::Report) && !clause.negated && !clause.passive)
            .find_map(|(_, clause)| clause.subject.filter(|subject| outside.contains(&view.phrase(*subject).head)))
    };
    let sayer = says(range.start..start).or_else(|| {
        let end = (token..range.end).find(|token| mark(view, *token).is_some())?;
        says(end..range.end)
    });
    Some(Quotation { sayer })
}

/// Returns the index of the quotation mark that opens the quotation around a token. Straight quotation marks (") must be in the same sentence as the token.
/// Curly quotation marks and guillemets may be in other sentences of the same block, that is, of the same paragraph, heading or list item.
fn opening(view: &View<'_>, token: u32) -> Option<u32> {
    let sentence = view.doc.sentences.get(view.sentence_of(token) as usize)?;
    let mut straight = None;
    for here in sentence.token_range.start..token {
        match mark(view, here) {
            Some(Mark::Straight) => straight = if straight.is_none() { Some(here) } else { None },
            Some(Mark::Open | Mark::Close) => straight = None,
            None => {}
        }
    }
    if straight.is_some() {
        return straight;
    }
    let first = token.saturating_sub(LONGEST).max(view.first_token());
    let nearest = (first..token).rev().find_map(|here| mark(view, here).filter(|mark| *mark != Mark::Straight).map(|mark| (here, mark)));
    let (here, _) = nearest.filter(|(_, mark)| *mark == Mark::Open)?;
    // The quotation must also be closed, because some texts lack the closing mark.
    let next =
        (token + 1..token + LONGEST).find_map(|here| mark(view, here).filter(|mark| *mark != Mark::Straight).map(|mark| (here, mark)));
    let (end, _) = next.filter(|(_, mark)| *mark == Mark::Close)?;
    let block = |token: u32| view.doc.sentences.get(view.sentence_of(token) as usize).map(|sentence| sentence.block);
    (block(here) == block(token) && block(end) == block(token)).then_some(here)
}

/// A kind of quotation mark. A straight mark can open or close a quotation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    Straight,
    Open,
    Close,
}

/// Returns the kind of quotation mark at a token, or `None` for any other token.
fn mark(view: &View<'_>, token: u32) -> Option<Mark> {
    let token = view.doc.tokens.get(token as usize).filter(|token| token.kind == TokenKind::Punctuation)?;
    match token.text(view.doc.text()) {
        "\"" => Some(Mark::Straight),
        "“" | "«" | "„" => Some(Mark::Open),
        "”" | "»" => Some(Mark::Close),
        _ => None,
    }
}
