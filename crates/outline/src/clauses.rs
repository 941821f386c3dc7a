//! Finds preambles, operative parts, articles, annexes and signatures.

use crate::cue::Cue;
use crate::view::{Found, View};
use chancery_text::{Part, PointKind, Span};

const fn between(start: u32, end: u32) -> Span {
    Span::new(start, if end < start { start } else { end })
}

/// The maximum number of blocks that are searched for a preamble or for signatures.
const PREAMBLE: usize = 150;
/// The number of tokens at the end of a block that are searched for the formula that ends a preamble.
const TAIL: usize = 12;
/// The maximum distance, in blocks, between the starts of two consecutive clauses of a preamble.
const STEP: usize = 4;

#[derive(Debug, Default)]
pub(crate) struct Clauses {
    pub(crate) preamble: Option<Part>,
    pub(crate) recitals: Vec<Part>,
    pub(crate) operative: Option<Part>,
    pub(crate) provisions: Vec<Part>,
    pub(crate) articles: Vec<Part>,
    pub(crate) annexes: Vec<Part>,
    pub(crate) signature: Option<Part>,
}

impl Clauses {
    pub(crate) fn into_parts(self) -> impl Iterator<Item = Part> {
        let outer = [self.preamble, self.operative, self.signature].into_iter().flatten();
        outer.chain(self.recitals).chain(self.provisions).chain(self.articles).chain(self.annexes)
    }
}

/// Finds the clauses of a document. `body` is the index of the first block after the title, the date line and the addressees.
pub(crate) fn find(view: View<'_>, body: usize) -> Clauses {
    let mut clauses = Clauses::default();
    let blocks = &view.doc.blocks;
    let end = view.doc.text().trim_end().len() as u32;
    clauses.annexes = annexes(view, body, end);
    let annex = clauses.annexes.first().map_or(end, |annex| annex.span.start());
    articles(view, annex, &mut clauses);
    let first_article = clauses.articles.first().map(|article| article.span.start());
    let signature = signature(view, body, annex);
    let closing = signature.as_ref().map_or(annex, |signature| signature.span.start());
    for article in &mut clauses.articles {
        article.span = between(article.span.start(), article.span.end().min(trimmed(view, closing)));
    }
    // The preamble consists of clauses that begin with a cue word for a recital ("recalling"). It ends with a formula ("have agreed as
    // follows").
    let mut agreed = None;
    let mut last = None;
    for (number, block) in blocks.iter().enumerate().skip(body).take(PREAMBLE) {
        if first_article.is_some_and(|article| article <= block.span.start()) {
            break;
        }
        let start = view.text_start(block);
        let range = block.token_range.range();
        let opens = view.cue(start, Cue::Agreed).filter(|_| matches!(view.last_mark(block), ":" | "："));
        let tail = (range.end.saturating_sub(TAIL).max(range.start)..range.end).find_map(|at| view.cue(at, Cue::Agreed));
        let certain = !clauses.recitals.is_empty() || first_article.is_some() || range.len() <= TAIL;
        let formula = opens.or(tail.filter(|found| found.end + 3 >= range.end && view.last_mark(block) != "."));
        if let Some(found) = formula.filter(|_| certain) {
            agreed = Some((number, found));
            break;
        }
        if last.is_some_and(|last| number > last + STEP) {
            break;
        }
        if block.marker.is_none()
            && let Some(found) = view.cue(start, Cue::Recital)
            && matches!(view.last_mark(block), "," | ";" | "，" | "；" | ":" | "and")
        {
            clauses.recitals.push(part(view, block.span, "recital", found));
            last = Some(number);
        }
    }
    let ended = agreed.map(|(number, _)| number).or(last.filter(|_| clauses.recitals.len() > 1));
    let Some(ended) = ended else {
        clauses.recitals.clear();
        clauses.signature = signature.filter(|signature| !clauses.articles.is_empty() || !signature.class.is_empty());
        return clauses;
    };
    let start = blocks.get(body).map_or(0, |block| block.span.start());
    let mut preamble = Part::new(between(start, blocks[ended].span.end()), "preamble");
    preamble.cue = agreed.map(|(_, found)| view.span(found.start, found.end));
    clauses.preamble = Some(preamble);
    if let Some(next) = blocks.get(ended + 1).filter(|next| next.span.start() < closing) {
        let operative = between(next.span.start(), trimmed(view, closing));
        clauses.operative = Some(Part::new(operative, "operative"));
        provisions(view, ended + 1, operative, &mut clauses);
    }
    clauses.signature = signature;
    clauses
}

fn part(view: View<'_>, span: Span, kind: &'static str, found: Found) -> Part {
    let mut part = Part::new(span, kind);
    part.cue = Some(view.span(found.start, found.end));
    part.class = view.tables.name(found.class).to_owned();
    part
}

/// Moves the byte offset `end` back over the white space before it, and returns the new offset.
fn trimmed(view: View<'_>, end: u32) -> u32 {
    view.doc.text().get(..end as usize).map_or(end, |text| text.trim_end().len() as u32)
}

/// Adds the provisions of the operative part. A provision begins with a paragraph that starts with a cue word ("Decides …"), and extends to
/// the next provision.
fn provisions(view: View<'_>, from: usize, operative: Span, clauses: &mut Clauses) {
    let mut found: Vec<(u32, Found)> = Vec::new();
    for block in view.doc.blocks[from..].iter().take_while(|block| block.span.start() < operative.end()) {
        if let Some(cue) = view.cue(view.text_start(block), Cue::Provision) {
            found.push((block.span.start(), cue));
        }
    }
    for (at, (start, cue)) in found.iter().enumerate() {
        let end = found.get(at + 1).map_or(operative.end(), |(next, _)| *next);
        clauses.provisions.push(part(view, between(*start, trimmed(view, end)), "provision", *cue));
    }
}

/// Adds the articles, which are points whose marker contains a word for "article" ("Article 5").
fn articles(view: View<'_>, limit: u32, clauses: &mut Clauses) {
    let text = view.doc.text();
    let headed = view.doc.points.iter().filter(|point| point.kind == PointKind::Heading && point.span.start() < limit);
    for point in headed {
        let first = chancery_text::token_from(&view.doc.tokens, 0, point.label.start());
        let word = view.doc.tokens[first..].iter().take_while(|token| token.span.end() <= point.label.end()).enumerate();
        let found = word.map(|(at, _)| first + at).find_map(|at| view.cue(at, Cue::Article));
        if found.is_some() {
            let end = point.span.end().min(limit);
            let mut article = Part::new(
                between(point.span.start(), text.get(..end as usize).map_or(end, |text| text.trim_end().len() as u32)),
                "article",
            );
            article.cue = Some(point.label);
            clauses.articles.push(article);
        }
    }
}

/// Returns the annexes. Each annex begins with a heading.
fn annexes(view: View<'_>, body: usize, end: u32) -> Vec<Part> {
    let mut starts: Vec<(u32, Found)> = Vec::new();
    for block in view.doc.blocks.iter().skip(body + 1).filter(|block| view.is_heading(block)) {
        if let Some(found) = view.cue(block.token_range.start as usize, Cue::Annex) {
            starts.push((block.span.start(), found));
        }
    }
    let mut annexes = Vec::new();
    for (at, (start, found)) in starts.iter().enumerate() {
        let end = starts.get(at + 1).map_or(end, |(next, _)| *next);
        annexes.push(part(view, between(*start, trimmed(view, end)), "annex", *found));
    }
    annexes
}

/// The maximum distance, in blocks, between the blocks for two signatories. Other blocks between them contain, for example, the names of the persons who sign.
const SIGNATORIES: usize = 4;

/// Returns the part with the signatures. The part normally begins with a formula ("Done at"). If there is no formula, it begins with the first of the blocks
/// for signatories ("For the Government of …") at the end of the text. In this case, the block before it must be short.
fn signature(view: View<'_>, body: usize, limit: u32) -> Option<Part> {
    let blocks: Vec<usize> = (body..view.doc.blocks.len()).take_while(|block| view.doc.blocks[*block].span.start() < limit).collect();
    let mut first = None;
    let mut formula = false;
    for &number in blocks.iter().rev().take(PREAMBLE) {
        let block = &view.doc.blocks[number];
        let start = view.text_start(block);
        let small = view.token(start).is_some_and(|token| !view.is_capital(start) && token.kind == chancery_text::TokenKind::Word);
        if small {
            continue;
        }
        if let Some(found) = view.cue(start, Cue::Signature) {
            (first, formula) = (Some((number, found)), true);
            // If there are several formulas ("IN WITNESS WHEREOF … DONE at …"), the first of them begins the signatures.
        } else if !formula
            && first.as_ref().is_none_or(|(known, _)| known - number <= SIGNATORIES)
            && let Some(found) = view.cue(start, Cue::Signatory)
            && number.checked_sub(1).and_then(|before| view.block(before)).is_some_and(|before| {
                let start = view.text_start(before);
                view.cue(start, Cue::Signatory).is_some() || before.token_range.range().len() < 15
            })
        {
            first = Some((number, found));
        } else if first.is_some() && block.token_range.range().len() > 40 && view.cue(start, Cue::Signatory).is_none() {
            break;
        }
    }
    let (number, found) = first?;
    Some(part(view, between(view.doc.blocks[number].span.start(), trimmed(view, limit)), "signature", found))
}
