//! The steps by which the gazetteer finds names. Each file contains one step. [`crate::run`] calls the steps in order.

mod contest;
mod definitions;
mod evidence;
mod head_nouns;
mod introduced;
mod languages;
mod merge;
mod resolve;
mod scan;
mod select;
mod tie_breaks;
mod unknown_name;

pub(crate) use definitions::add_defined;
pub(crate) use head_nouns::add_by_head_noun;
pub(crate) use introduced::introduced;
pub(crate) use languages::drop_languages;
pub(crate) use merge::merge;
pub(crate) use resolve::resolve;
pub(crate) use scan::scan;
pub(crate) use select::{Selected, select};
