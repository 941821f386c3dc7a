//! Tests of the `chancery` command as users run it. All tests are in one binary, because linking
//! each additional binary would take time.

mod actors;
mod asking;
mod command;
mod common;
mod exchange;
mod gazetteer;
mod parts;
mod readers;
mod snapshots;
mod studies;
mod topics;
