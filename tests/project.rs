//! Tests the project as a whole: its architecture and its schema.

mod architecture;
mod extreme;
mod schema;
