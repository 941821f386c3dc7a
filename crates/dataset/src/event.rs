//! The rows of the table `events`.
//!
//! PLOVER and CAMEO are classifications of political events. The quad class of an event is verbal cooperation, material cooperation, verbal
//! conflict or material conflict. The Goldstein scale rates how cooperative or hostile an event is.

use crate::error::DatasetError;
use crate::table;
use chancery_text::Date;
use std::path::Path;

/// An event in a dataset: a row of the table `events`.
#[derive(Clone, Debug, PartialEq)]
#[non_exhaustive]
pub struct EventRow {
    /// The id of the document.
    pub doc_id: String,
    /// The number of the event in its document, counted from 0.
    pub event: u32,
    /// The PLOVER class; empty if the event has none.
    pub class: String,
    /// The voice, that is, how the text presents the event: `asserted`, `negated` and so on.
    pub voice: String,
    /// The codes of the known states and organisations that act, sorted and without duplicates.
    pub source: Vec<String>,
    /// The codes of the known states and organisations that are acted upon, sorted and without duplicates.
    pub target: Vec<String>,
    /// The CAMEO code; empty if the event has none.
    pub cameo: String,
    /// The quad class, from 1 to 4; 0 if the event has none.
    pub quad: u8,
    /// The value on the Goldstein scale, in tenths; `None` if the event has none.
    pub goldstein: Option<i32>,
    /// The first day on which the event may have happened; `None` if unknown.
    pub begin: Option<Date>,
    /// The last day on which the event may have happened, inclusive; `None` if unknown.
    pub end: Option<Date>,
    /// The source of the date: `clause` or `sentence` if the clause or sentence of the event gives the date, or `document` if it is the
    /// date of the document. Empty if the event has no date.
    pub dated_by: String,
    /// The id of the place; empty if no place is known.
    pub place: String,
}

/// Selects the events that are read. An event is read only if it has a PLOVER class and meets all conditions of the filter.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Filter {
    /// The accepted values of the column `voice`. An empty list accepts all values. Default: only `asserted`.
    pub voices: Vec<String>,
    /// Whether to accept only events whose source and target are both known. Default: `true`.
    pub both_sides: bool,
    /// Whether to accept events whose date is only the date of the document, because the text does not date them. Default: `true`.
    pub document_dates: bool,
    /// Whether to accept events that repeat an earlier event of the same document. Default: `false`.
    pub repeated: bool,
}

impl Default for Filter {
    fn default() -> Self {
        Self { voices: vec!["asserted".to_owned()], both_sides: true, document_dates: true, repeated: false }
    }
}

impl Filter {
    /// Returns `true` if an event passes the filter. `repeated` says whether it repeats an earlier event of the same document.
    fn takes(&self, event: &EventRow, repeated: bool) -> bool {
        let known = !event.source.is_empty() && !event.target.is_empty();
        (self.voices.is_empty() || self.voices.contains(&event.voice))
            && !event.class.is_empty()
            && (known || !self.both_sides)
            && (self.document_dates || event.dated_by != "document")
            && (self.repeated || !repeated)
    }
}

/// The columns of the table `events` that are read.
const COLUMNS: [&str; 14] = [
    "doc_id",
    "event",
    "event_group",
    "class",
    "voice",
    "source",
    "target",
    "cameo",
    "quad",
    "goldstein",
    "date",
    "date_end",
    "dated_by",
    "place",
];

/// The events of a dataset that pass a filter, in the order of the table.
#[derive(Clone, Debug, Default, PartialEq)]
#[non_exhaustive]
pub struct Events {
    /// The events that pass the filter.
    pub taken: Vec<EventRow>,
    /// The number of events that do not pass the filter.
    pub left_out: usize,
}

/// Reads the events of a dataset that pass a filter. An event without a PLOVER class never passes the filter.
///
/// # Errors
/// Returns an error if the folder is neither a finished dataset nor the folder `_incomplete` of an unfinished run, if the table has
/// no CSV files, if a file is damaged, or if the table lacks an expected column.
pub fn events(dataset: &Path, filter: &Filter) -> Result<Events, DatasetError> {
    let mut all = Events::default();
    table::each(dataset, "events", |columns, record| {
        let mut cells = [""; COLUMNS.len()];
        for (cell, column) in cells.iter_mut().zip(COLUMNS) {
            let at = columns.iter().position(|name| name == column);
            let at = at.ok_or_else(|| DatasetError::Column { table: "events".to_owned(), column })?;
            *cell = record.get(at).unwrap_or_default();
        }
        let [doc_id, event, group, class, voice, source, target, cameo, quad, goldstein, begin, end, dated_by, place] = cells;
        let row = EventRow {
            doc_id: doc_id.to_owned(),
            event: event.parse().unwrap_or(0),
            class: class.to_owned(),
            voice: voice.to_owned(),
            source: codes(source),
            target: codes(target),
            cameo: cameo.to_owned(),
            quad: quad.parse().unwrap_or(0),
            goldstein: goldstein.parse::<f64>().ok().map(|value| (value * 10.0).round() as i32),
            begin: begin.parse().ok(),
            end: end.parse().ok(),
            dated_by: dated_by.to_owned(),
            place: place.to_owned(),
        };
        if filter.takes(&row, event != group) {
            all.taken.push(row);
        } else {
            all.left_out += 1;
        }
        Ok(())
    })?;
    Ok(all)
}

/// Splits a list at semicolons. Returns the distinct items, sorted.
fn codes(list: &str) -> Vec<String> {
    let mut codes: Vec<String> = list.split(';').filter(|code| !code.is_empty()).map(str::to_owned).collect();
    codes.sort();
    codes.dedup();
    codes
}
