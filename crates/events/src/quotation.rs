//! Determines whether a word is in quotation marks, and who is quoted. In `the minister said, "We condemn the raid"`, "we" is not the speaker of the document.

use crate::cue::Cue;
use crate::quote_mark::QuoteMark;
use crate::view::View;

/// The maximum number of tokens before and after a word that are searched for the start and the end of a quotation.
const LONGEST: u32 = 400;

/// The maximum number of tokens before a word in which straight quotation marks are counted.
const STRAIGHT: u32 = 4000;

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
        let (end, _) = *view.quotes(token..range.end).first()?;
        says(end..range.end)
    });
    Some(Quotation { sayer })
}

/// Returns the index of the quotation mark that opens the quotation around a token. Straight quotation marks (") must be in the same sentence as the token.
/// Curly quotation marks and guillemets may be in other sentences of the same block, that is, of the same paragraph, heading or list item.
fn opening(view: &View<'_>, token: u32) -> Option<u32> {
    let sentence = view.doc.sentences.get(view.sentence_of(token) as usize)?;
    let mut straight = None;
    for (here, mark) in view.quotes(sentence.token_range.start.max(token.saturating_sub(STRAIGHT))..token) {
        match mark {
            QuoteMark::Straight => straight = if straight.is_none() { Some(*here) } else { None },
            QuoteMark::Open | QuoteMark::Close => straight = None,
        }
    }
    if straight.is_some() {
        return straight;
    }
    let curly = |(_, mark): &&(u32, QuoteMark)| *mark != QuoteMark::Straight;
    let mut before = view.quotes(token.saturating_sub(LONGEST)..token).iter().rev();
    let (here, _) = *before.find(curly).filter(|(_, mark)| *mark == QuoteMark::Open)?;
    // The quotation must also be closed, because some texts lack the closing mark.
    let (end, _) = *view.quotes(token + 1..token + LONGEST).iter().find(curly).filter(|(_, mark)| *mark == QuoteMark::Close)?;
    let block = |token: u32| view.doc.sentences.get(view.sentence_of(token) as usize).map(|sentence| sentence.block);
    (block(here) == block(token) && block(end) == block(token)).then_some(here)
}
