//! Feeds mutated input to every parser of Chancery on stable Rust, without a coverage tool.
//!
//! A [`Target`] takes bytes and checks what must hold for any input, such as that spans lie on character boundaries. [`run`] mutates the seeds of a target with a
//! generator whose seed is fixed, so that a run can be repeated. An input fails if the target panics, reports that something does not hold, or takes longer than
//! [`SLOWEST`].

mod data;
mod documents;
mod mutator;

pub use mutator::Mutator;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::{Duration, Instant};

/// The longest time that one input may take.
pub const SLOWEST: Duration = Duration::from_secs(5);

/// Takes bytes and checks what must hold; the error says what does not.
pub type Check = fn(&[u8]) -> Result<(), String>;

/// A parser under test.
#[derive(Clone, Copy, Debug)]
pub struct Target {
    /// Its name, and that of its folder of seeds.
    pub name: &'static str,
    /// The check.
    pub check: Check,
}

/// All targets.
pub const TARGETS: [Target; 17] = [
    Target { name: "text", check: documents::text },
    Target { name: "html", check: documents::html },
    Target { name: "markdown", check: documents::markdown },
    Target { name: "jsonl", check: documents::jsonl },
    Target { name: "csv", check: documents::csv },
    Target { name: "tsv", check: documents::tsv },
    Target { name: "name-pattern", check: documents::name_pattern },
    Target { name: "tokenizer", check: documents::tokenizer },
    Target { name: "braces", check: data::braces },
    Target { name: "data-files", check: data::files },
    Target { name: "time-patterns", check: data::time_patterns },
    Target { name: "rule-patterns", check: data::rule_patterns },
    Target { name: "import-liwc", check: data::liwc },
    Target { name: "import-lexicoder", check: data::lexicoder },
    Target { name: "import-yoshikoder", check: data::yoshikoder },
    Target { name: "import-quanteda", check: data::quanteda },
    Target { name: "import-wordstat", check: data::wordstat },
];

/// An input that fails.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The number of the input in the run, from 0.
    pub iteration: u64,
    /// The input.
    pub input: Vec<u8>,
    /// What it does.
    pub reason: String,
}

/// When a run ends: whichever comes first.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// The largest number of inputs.
    pub iterations: u64,
    /// The time.
    pub time: Duration,
}

/// The seeds of a target: the files of `seeds/NAME`, in the order of their names.
///
/// # Errors
/// If the folder or a file cannot be read.
pub fn seeds(target: &Target) -> std::io::Result<Vec<Vec<u8>>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds").join(target.name);
    let mut paths: Vec<_> = std::fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?.into_iter().map(|entry| entry.path()).collect();
    paths.sort();
    paths.iter().map(std::fs::read).collect()
}

/// Gives one input to a target.
///
/// # Errors
/// What fails.
pub fn check(target: &Target, input: &[u8]) -> Result<(), String> {
    let begin = Instant::now();
    let result = catch_unwind(AssertUnwindSafe(|| (target.check)(input)));
    let time = begin.elapsed();
    match result {
        Ok(Ok(())) if time > SLOWEST => Err(format!("takes {:.1} s", time.as_secs_f64())),
        Ok(result) => result,
        Err(panic) => {
            let text = panic.downcast_ref::<String>().map(String::as_str).or_else(|| panic.downcast_ref::<&str>().copied());
            Err(format!("panics: {}", text.unwrap_or("no message")))
        }
    }
}

/// Gives the seeds and then mutated input to a target until an input fails or a limit is reached. Returns the number of inputs.
///
/// # Errors
/// The first input that fails.
pub fn run(target: &Target, seeds: Vec<Vec<u8>>, seed: u64, limits: Limits) -> Result<u64, Failure> {
    let begin = Instant::now();
    let count = seeds.len() as u64;
    let mut mutator = Mutator::new(seeds.clone(), seed);
    let inputs = seeds.into_iter().chain(std::iter::from_fn(|| Some(mutator.next_input())));
    for (iteration, input) in (0..limits.iterations.max(count)).zip(inputs) {
        if let Err(reason) = check(target, &input) {
            return Err(Failure { iteration, input, reason });
        }
        if iteration >= count && begin.elapsed() > limits.time {
            return Ok(iteration + 1);
        }
    }
    Ok(limits.iterations.max(count))
}
