//! Runs parsers of Chancery on mutated inputs. The fuzzer works with stable Rust and does not need a coverage tool.
//!
//! A [`Target`] takes bytes and checks properties that must hold for any input. For example, spans must lie on character boundaries. [`run`] mutates the seeds
//! of a target at random. The caller sets the start value of the random number generator, so a run can be repeated. An input fails if the target panics,
//! reports that a property does not hold, or takes longer than [`SLOWEST`].

mod data;
mod documents;
mod mutator;
mod names;
mod office;
mod pipeline;

pub use mutator::Mutator;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;
use std::time::{Duration, Instant};

/// Maximum time that one input may take.
pub const SLOWEST: Duration = Duration::from_secs(5);

/// A function that checks whether all properties hold for one input. The error describes a property that does not hold.
pub type Check = fn(&[u8]) -> Result<(), String>;

/// A parser under test.
#[derive(Clone, Copy, Debug)]
pub struct Target {
    /// The name of the target and of the folder that contains its seeds.
    pub name: &'static str,
    /// The function that checks one input.
    pub check: Check,
}

/// All targets.
pub const TARGETS: [Target; 34] = [
    Target { name: "text", check: documents::text },
    Target { name: "html", check: documents::html },
    Target { name: "markdown", check: documents::markdown },
    Target { name: "jsonl", check: documents::jsonl },
    Target { name: "csv", check: documents::csv },
    Target { name: "tsv", check: documents::tsv },
    Target { name: "docx", check: office::docx },
    Target { name: "odt", check: office::odt },
    Target { name: "spreadsheet", check: office::spreadsheet },
    Target { name: "office-archive", check: office::archive },
    Target { name: "pdf", check: office::pdf },
    Target { name: "pdf-page", check: office::pdf_page },
    Target { name: "name-pattern", check: documents::name_pattern },
    Target { name: "tokenizer", check: documents::tokenizer },
    Target { name: "pipeline", check: pipeline::annotate },
    Target { name: "braces", check: data::braces },
    Target { name: "data-files", check: data::files },
    Target { name: "time-patterns", check: data::time_patterns },
    Target { name: "rule-patterns", check: data::rule_patterns },
    Target { name: "import-liwc", check: data::liwc },
    Target { name: "import-lexicoder", check: data::lexicoder },
    Target { name: "import-yoshikoder", check: data::yoshikoder },
    Target { name: "import-quanteda", check: data::quanteda },
    Target { name: "import-wordstat", check: data::wordstat },
    Target { name: "names-csv", check: names::csv },
    Target { name: "names-gate", check: names::gate },
    Target { name: "names-geonames", check: names::geonames },
    Target { name: "names-lpf", check: names::lpf },
    Target { name: "names-newsmap", check: names::newsmap },
    Target { name: "names-petrarch", check: names::petrarch },
    Target { name: "names-skos", check: names::skos },
    Target { name: "names-spacy", check: names::spacy },
    Target { name: "names-wikidata", check: names::wikidata },
    Target { name: "verbs-petrarch", check: names::verbs },
];

/// An input that failed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The number of the input in the run, counted from 0.
    pub iteration: u64,
    /// The input.
    pub input: Vec<u8>,
    /// A description of the failure.
    pub reason: String,
}

/// The limits of a run. The run ends when one of them is reached.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Maximum number of inputs.
    pub iterations: u64,
    /// Maximum time.
    pub time: Duration,
}

/// Returns the seeds of a target: the files in `seeds/NAME`, sorted by name.
///
/// # Errors
/// Returns an error if the folder or a file cannot be read.
pub fn seeds(target: &Target) -> std::io::Result<Vec<Vec<u8>>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds").join(target.name);
    let mut paths: Vec<_> = std::fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?.into_iter().map(|entry| entry.path()).collect();
    paths.sort();
    paths.iter().map(std::fs::read).collect()
}

/// Passes one input to a target.
///
/// # Errors
/// Returns a description of the failure if the input fails.
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

/// Passes the seeds and then mutated inputs to a target until an input fails or a limit is reached. The limits apply only to the
/// mutated inputs: all seeds are passed. `seed` is the start value of the random number generator. Returns the number of inputs.
///
/// # Errors
/// Returns the first input that fails.
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
