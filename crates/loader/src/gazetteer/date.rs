//! Reads date intervals.

use crate::codes::Code;
use crate::diagnostic::Diagnostics;
use crate::fields::text;
use crate::value::Node;
use chancery_text::Interval;

/// Reads a date interval such as `"1991-08-31/.."`.
pub(super) fn interval(node: &Node, diagnostics: &mut Diagnostics) -> Option<Interval> {
    match text(node, diagnostics)?.parse::<Interval>() {
        Ok(interval) => Some(interval),
        Err(error) => {
            let help = "write \"1991-08-31/..\" or \"1960/1971-10-26\": both ends are inclusive, and .. is an open end";
            diagnostics.add(Code::Date, node.at, error.to_string(), help);
            None
        }
    }
}
