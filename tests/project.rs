//! Tests of the project as a whole: its architecture, its schema, its output for a small set of documents.

mod architecture;
mod schema;
