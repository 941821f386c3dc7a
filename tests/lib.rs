//! What the tests over the whole project share.

use std::path::PathBuf;

/// The project's root.
#[must_use]
pub fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("..")
}
