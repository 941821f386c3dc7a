//! What is printed when the program panics.
//!
//! A panic inside a reader or an engine is caught there and becomes a row of the table `failures`, so nothing is printed. Any other panic reaches [`report`].

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, PanicHookInfo, catch_unwind};
use std::sync::{Arc, Mutex, PoisonError};

/// Last message of each place in the source that panicked. There are few such places, however many documents there are.
type Places = Arc<Mutex<BTreeMap<String, String>>>;

/// Runs the program. If it panics, prints the message and the place, asks for a report, and returns `None`.
///
/// With `RUST_BACKTRACE` every panic is also printed where it occurs, whether or not it is caught.
pub(crate) fn report<T>(run: impl FnOnce() -> T) -> Option<T> {
    let places = Places::default();
    if std::env::var_os("RUST_BACKTRACE").is_none() {
        let places = places.clone();
        std::panic::set_hook(Box::new(move |info| note(&places, info)));
    }
    let panic = match catch_unwind(AssertUnwindSafe(run)) {
        Ok(result) => return Some(result),
        Err(panic) => panic,
    };
    let places = places.lock().unwrap_or_else(PoisonError::into_inner);
    eprintln!("{}", description(&said(&*panic), &places));
    None
}

fn description(message: &str, places: &BTreeMap<String, String>) -> String {
    let place = places.iter().find(|(_, of_place)| *of_place == message).map_or(String::new(), |(place, _)| format!(" at {place}"));
    let version = env!("CARGO_PKG_VERSION");
    format!(
        "chancery: internal error{place}: {message}\n\
        This is a bug. Please report it with these lines, the command, the version ({version}) and, if you can, the document."
    )
}

fn note(places: &Places, info: &PanicHookInfo<'_>) {
    let place = info.location().map_or_else(|| "an unknown place".to_owned(), ToString::to_string);
    places.lock().unwrap_or_else(PoisonError::into_inner).insert(place, said(info.payload()));
}

/// The message of a panic.
fn said(payload: &(dyn std::any::Any + Send)) -> String {
    let text = payload.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| payload.downcast_ref::<String>().cloned()).unwrap_or_else(|| "no message".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_is_described_with_its_place() {
        let places = Places::default();
        let noted = places.clone();
        std::panic::set_hook(Box::new(move |info| note(&noted, info)));
        let caught = catch_unwind(|| panic!("number {}", 7));
        let _ = std::panic::take_hook();
        assert!(caught.is_err());
        let places = places.lock().unwrap_or_else(PoisonError::into_inner);
        assert_eq!(places.len(), 1);
        let told = description("number 7", &places);
        assert!(told.contains("panics.rs:") && told.contains("number 7") && told.contains("report"), "{told}");
        assert!(!description("another", &places).contains("panics.rs"));
    }
}
