//! Tests of the `chancery` command as users run it. They are one binary, since each binary takes time to link.

mod actors;
mod asking;
mod command;
mod common;
mod readers;
mod snapshots;
mod topics;
