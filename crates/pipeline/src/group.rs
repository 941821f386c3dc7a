//! Reads and annotates documents on one thread, in groups.

use crate::guard::guarded;
use crate::{Failure, Input, Outcome, Scratch, Sink, Stage, Stages, Unread};
use chancery_text::Document;

/// The size, in bytes of text, at which a group of documents is complete. Each stage processes the whole group before the next stage begins.
const GROUP_BYTES: usize = 256 << 10;

/// Reads and annotates inputs on the calling thread, and passes the outcomes to `sink`, in order. Only a few documents are in memory at a time.
///
/// # Errors
/// Returns the first error of the sink.
pub fn run_part<I: Input, S: Sink>(stages: &Stages<'_>, scratch: &mut Scratch, inputs: Vec<I>, sink: &mut S) -> Result<(), S::Error> {
    let mut group = Vec::new();
    let mut bytes = 0;
    for input in inputs {
        let (path, record) = input.origin();
        match read(input, &path, record) {
            Ok(doc) => {
                bytes += doc.text().len();
                group.push((doc, path, record));
                if bytes >= GROUP_BYTES {
                    annotate_group(stages, std::mem::take(&mut group), scratch, sink)?;
                    bytes = 0;
                }
            }
            Err(failure) => {
                annotate_group(stages, std::mem::take(&mut group), scratch, sink)?;
                bytes = 0;
                sink.take(Outcome::Failure(failure))?;
            }
        }
    }
    annotate_group(stages, group, scratch, sink)
}

/// Annotates a group of documents together and passes the outcomes to `sink`, in order. If a stage
/// panics, the documents are annotated again one by one.
fn annotate_group<S: Sink>(
    stages: &Stages<'_>,
    group: Vec<(Document, String, Option<u64>)>,
    scratch: &mut Scratch,
    sink: &mut S,
) -> Result<(), S::Error> {
    let (mut docs, origins): (Vec<_>, Vec<_>) = group.into_iter().map(|(doc, path, record)| (doc, (path, record))).unzip();
    let together = guarded(Stage::Tokenize, || stages.annotate_all(&mut docs, scratch));
    if together.is_err() {
        // A panic leaves the scratch memory in an unknown state, so new memory is used.
        *scratch = stages.scratch();
    }
    for (doc, (path, record)) in docs.into_iter().zip(origins) {
        let done = together.is_ok();
        sink.take(if done { Outcome::Document(Box::new(doc)) } else { alone(stages, doc, path, record, scratch) })?;
    }
    Ok(())
}

/// Reads one document. A panic of the reader counts as a failure.
fn read<I: Input>(input: I, path: &str, record: Option<u64>) -> Result<Document, Failure> {
    let failed = |Unread { reason, id }| Failure { path: path.to_owned(), record, id, stage: Stage::Read, reason };
    match guarded(Stage::Read, || input.read()) {
        Ok(doc) => doc.map_err(failed),
        Err(panic) => Err(failed(Unread { reason: panic.reason, id: None })),
    }
}

/// Annotates one document by itself. If a stage panics, returns a failure and replaces the scratch memory.
fn alone(stages: &Stages<'_>, mut doc: Document, path: String, record: Option<u64>, scratch: &mut Scratch) -> Outcome {
    match guarded(Stage::Tokenize, || stages.annotate(&mut doc, scratch)) {
        Ok(()) => Outcome::Document(Box::new(doc)),
        Err(panic) => {
            *scratch = stages.scratch();
            Outcome::Failure(Failure { path, record, id: Some(doc.id().to_owned()), stage: panic.stage, reason: panic.reason })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
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

    fn collected(count: usize) -> (Result<(), String>, Vec<String>) {
        let tokenizer = Tokenizer::default();
        let stages = Stages::builder().tokenizer(&tokenizer).build().expect("valid");
        let mut sink = Collect::default();
        let result = run_part(&stages, &mut stages.scratch(), (0..count).map(Numbered).collect(), &mut sink);
        (result, sink.0)
    }

    #[test]
    fn outcomes_are_in_the_order_of_the_inputs_and_failures_cost_themselves_only() {
        let (result, all) = collected(203);
        assert_eq!(result, Ok(()));
        assert_eq!(all.len(), 203);
        assert_eq!(all[0], "0 2");
        assert_eq!(all[13], "13.txt read: broken");
        assert_eq!(all[17], "17.txt read: internal error (please report it): a reader that panics");
        assert_eq!(all[202], "202 2");
    }

    #[test]
    fn a_sink_that_cannot_go_on_ends_the_part() {
        let (result, all) = collected(5000);
        assert_eq!((result, all.len()), (Err("full".to_owned()), 2000));
    }
}
