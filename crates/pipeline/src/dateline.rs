//! The document's own date from a date line, where nobody gave one.

use chancery_text::{Date, DateSource, Document, TimexType};

/// A date line has at most this many tokens ("Done at Shanghai, on the fifteenth day of June, 15 June 2001").
const LONGEST: usize = 14;
/// It stands among so many first blocks, or so many last ones.
const FIRST: usize = 12;
const LAST: usize = 6;

/// Sets the date of a document without one from the first date line: a short paragraph or heading near its start, or else near its end, that names one
/// day in full. Whether it has.
pub(crate) fn set(doc: &mut Document) -> bool {
    if doc.metadata.date.is_some() {
        return false;
    }
    let blocks = doc.blocks.len();
    let near = (0..blocks.min(FIRST)).chain(blocks.saturating_sub(LAST).max(FIRST)..blocks);
    let date = near.into_iter().find_map(|at| in_block(doc, at));
    if let Some(date) = date {
        doc.metadata.date = Some(date);
        doc.metadata.date_source = Some(DateSource::Text);
    }
    date.is_some()
}

fn in_block(doc: &Document, at: usize) -> Option<Date> {
    let block = &doc.blocks[at];
    if block.token_range.len() > LONGEST {
        return None;
    }
    let from = doc.times.partition_point(|time| time.span.start() < block.span.start());
    let mut days = doc.times[from..]
        .iter()
        .take_while(|time| time.span.end() <= block.span.end())
        .filter(|time| time.timex_type == TimexType::Date)
        .filter_map(|time| time.value.parse::<Date>().ok())
        .filter(|date| date.day().is_some());
    let day = days.next()?;
    // A line with two days tells of a meeting or a period.
    days.next().is_none().then_some(day)
}
