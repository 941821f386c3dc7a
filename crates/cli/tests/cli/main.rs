//! Tests of the `chancery` command as users run it. They form one binary, because linking each binary takes time.

mod actors;
mod asking;
mod command;
mod common;
mod gazetteer;
mod parts;
mod readers;
mod snapshots;
mod studies;
mod topics;
