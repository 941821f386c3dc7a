//! Tests the project as a whole: its architecture, its schema and the storage of its data.

mod architecture;
mod extreme;
mod schema;
mod stored_dates;
