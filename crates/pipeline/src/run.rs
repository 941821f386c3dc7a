//! Runs the stages over many documents in parallel.

use crate::group::run_part;
use crate::{Input, Outcome, Scratch, Sink, Stages};
use rayon::prelude::*;

/// The largest size of a batch. At most two batches are in memory at a time.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    batch_bytes: u64,
    batch_documents: usize,
}

impl Limits {
    /// Creates the default limits.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Sets the largest number of input bytes in a batch. A larger document is a batch by itself. The default is 4 MiB.
    #[must_use]
    pub const fn batch_bytes(mut self, bytes: u64) -> Self {
        self.batch_bytes = bytes;
        self
    }

    /// Sets the largest number of documents in a batch. The default is 4,096.
    #[must_use]
    pub const fn batch_documents(mut self, documents: usize) -> Self {
        self.batch_documents = documents;
        self
    }
}

impl Default for Limits {
    fn default() -> Self {
        Self { batch_bytes: 4 << 20, batch_documents: 4096 }
    }
}

/// Reads and annotates all inputs in `pool`. Passes the outcomes to `sink` in the order of the inputs, while the next batch is processed. Inputs are taken from
/// their iterator on the calling thread, so the iterator need not be `Send`.
///
/// # Errors
/// Returns the first error of the sink.
pub fn run<I: Input, S: Sink>(
    pool: &rayon::ThreadPool,
    stages: &Stages<'_>,
    inputs: impl Iterator<Item = I>,
    limits: Limits,
    sink: &mut S,
) -> Result<(), S::Error> {
    let mut inputs = inputs.peekable();
    let mut done: Vec<Outcome> = Vec::new();
    loop {
        let mut batch = Vec::new();
        let mut bytes = 0;
        while let Some(next) = inputs.peek() {
            let size = next.size();
            if !batch.is_empty() && (bytes + size > limits.batch_bytes || batch.len() >= limits.batch_documents) {
                break;
            }
            bytes += size;
            batch.extend(inputs.next());
        }
        let last = batch.is_empty();
        let (given, next) = pool.join(|| give(std::mem::take(&mut done), sink), || work(stages, batch));
        given?;
        done = next;
        if last {
            return Ok(());
        }
    }
}

fn give<S: Sink>(outcomes: Vec<Outcome>, sink: &mut S) -> Result<(), S::Error> {
    outcomes.into_iter().try_for_each(|outcome| sink.take(outcome))
}

/// The largest number of input bytes that a thread runs through the stages at a time.
const GROUP_BYTES: u64 = 256 << 10;

fn work<I: Input>(stages: &Stages<'_>, batch: Vec<I>) -> Vec<Outcome> {
    let mut groups: Vec<Vec<I>> = Vec::new();
    // A small batch is also split, so that every thread has work.
    let all: u64 = batch.iter().map(Input::size).sum();
    let most = GROUP_BYTES.min(all / (rayon::current_num_threads() as u64 * 2));
    let mut bytes = 0;
    for input in batch {
        let size = input.size();
        match groups.last_mut().filter(|_| bytes + size <= most) {
            Some(group) => group.push(input),
            None => {
                bytes = 0;
                groups.push(vec![input]);
            }
        }
        bytes += size;
    }
    let done = groups.into_par_iter().map_init(|| stages.scratch(), |scratch, group| one_group(stages, group, scratch));
    done.collect::<Vec<_>>().into_iter().flatten().collect()
}

fn one_group<I: Input>(stages: &Stages<'_>, group: Vec<I>, scratch: &mut Scratch) -> Vec<Outcome> {
    let mut outcomes = Outcomes(Vec::with_capacity(group.len()));
    match run_part(stages, scratch, group, &mut outcomes) {
        Ok(()) => outcomes.0,
        Err(never) => match never {},
    }
}

struct Outcomes(Vec<Outcome>);

impl Sink for Outcomes {
    type Error = std::convert::Infallible;

    fn take(&mut self, outcome: Outcome) -> Result<(), Self::Error> {
        self.0.push(outcome);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Unread;
    use chancery_text::Document;
    use chancery_tokenizer::Tokenizer;

    struct Numbered(usize);

    impl Input for Numbered {
        fn size(&self) -> u64 {
            100
        }
        fn origin(&self) -> (String, Option<u64>) {
            (format!("{}.txt", self.0), None)
        }
        fn read(self) -> Result<Document, Unread> {
            match self.0 % 10 {
                3 => Err("broken".into()),
                7 => panic!("a reader that panics"),
                _ => Ok(Document::new(self.0.to_string(), "Peace. War.")),
            }
        }
    }

    #[derive(Default)]
    struct Collect(Vec<String>);

    impl Sink for Collect {
        type Error = String;
        fn take(&mut self, outcome: Outcome) -> Result<(), String> {
            self.0.push(match outcome {
                Outcome::Document(doc) => format!("{} {}", doc.id(), doc.sentences.len()),
                Outcome::Failure(failure) => format!("{} {}: {}", failure.path, failure.stage, failure.reason),
            });
            if self.0.len() == 2000 { Err("full".to_owned()) } else { Ok(()) }
        }
    }

    fn collected(threads: usize, count: usize) -> (Result<(), String>, Vec<String>) {
        let tokenizer = Tokenizer::default();
        let stages = Stages::builder().tokenizer(&tokenizer).build().expect("valid");
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().expect("threads");
        let mut sink = Collect::default();
        let limits = Limits::new().batch_bytes(1500);
        let result = run(&pool, &stages, (0..count).map(Numbered), limits, &mut sink);
        (result, sink.0)
    }

    #[test]
    fn order_and_failures_are_the_same_for_any_number_of_threads() {
        let (result, one) = collected(1, 203);
        assert_eq!(result, Ok(()));
        assert_eq!(one.len(), 203);
        assert_eq!(one[0], "0 2");
        assert_eq!(one[13], "13.txt read: broken");
        assert_eq!(one[17], "17.txt read: internal error (please report it): a reader that panics");
        assert_eq!(collected(8, 203), (Ok(()), one));
    }

    #[test]
    fn a_sink_that_cannot_go_on_ends_the_run() {
        assert_eq!(collected(2, 5000).0, Err("full".to_owned()));
    }
}
