//! Guarded sections catch panics. If the code in a guarded section panics, only the current document fails, and the run continues.

use crate::Stage;
use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind};

thread_local! {
    /// The number of nested guarded sections that the thread is currently in.
    static DEPTH: Cell<u32> = const { Cell::new(0) };
    /// The stage that the thread last entered.
    static STAGE: Cell<Stage> = const { Cell::new(Stage::Read) };
}

/// Returns `true` if the calling thread is in a guarded section, that is, if a panic would be caught and reported as a
/// [`Failure`](crate::Failure).
///
/// A panic hook can call this function to print only the panics that are not reported as failures.
#[must_use]
pub fn in_guarded_section() -> bool {
    DEPTH.get() > 0
}

/// Records that the calling thread has begun a stage.
pub(crate) fn enter(stage: Stage) {
    STAGE.set(stage);
}

/// A caught panic.
pub(crate) struct Panic {
    /// The stage in which the panic happened.
    pub(crate) stage: Stage,
    /// A human-readable message.
    pub(crate) reason: String,
}

/// A guarded section. Dropping it leaves the section, even after a panic.
struct Section;

impl Drop for Section {
    fn drop(&mut self) {
        DEPTH.set(DEPTH.get() - 1);
    }
}

/// Runs `work` in a guarded section, and returns an error if it panics. `stage` is the stage with which `work` begins. After a panic, values that
/// `work` borrowed mutably may be in an invalid state and must not be used.
pub(crate) fn guarded<T>(stage: Stage, work: impl FnOnce() -> T) -> Result<T, Panic> {
    enter(stage);
    DEPTH.set(DEPTH.get() + 1);
    let _section = Section;
    catch_unwind(AssertUnwindSafe(work)).map_err(|panic| {
        let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned()).or_else(|| panic.downcast_ref::<String>().cloned());
        let reason = format!("internal error (please report it): {}", text.unwrap_or_else(|| "no message".to_owned()));
        Panic { stage: STAGE.get(), reason }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_reported_with_the_stage_that_it_happened_in() {
        assert!(!in_guarded_section());
        let panic = guarded(Stage::Tokenize, || {
            assert!(in_guarded_section());
            enter(Stage::Actors);
            panic!("broken");
        });
        let panic = panic.map(|()| "no panic").expect_err("a panic");
        assert_eq!((panic.stage, panic.reason.as_str()), (Stage::Actors, "internal error (please report it): broken"));
        assert!(!in_guarded_section());
    }
}
