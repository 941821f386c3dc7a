//! Processes many documents in parallel.

use chancery_pipeline::Input;
use chancery_text::Document;
use rayon::prelude::*;

/// The number of input bytes at which a batch of documents is complete. Only one batch is in
/// memory at a time.
const BATCH: u64 = 8 << 20;

/// A document that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// The path of the file.
    pub path: String,
    /// The reason, as a message for the user.
    pub reason: String,
}

/// Reads documents in `pool` and passes each of them to `work`.
///
/// - `wanted` decides from the index of a document whether the document is read.
/// - `scratch` creates the working memory that is passed to `work` and reused for later documents.
/// - `take` receives the results in the order of the inputs, each with the index of its document.
pub(crate) fn each<I: Input, S, T: Send>(
    pool: &rayon::ThreadPool,
    inputs: impl Iterator<Item = I>,
    wanted: impl Fn(u32) -> bool,
    scratch: impl Fn() -> S + Sync + Send,
    work: impl Fn(&mut S, Document) -> T + Sync + Send,
    mut take: impl FnMut(u32, Result<T, Unread>),
) {
    let mut batch: Vec<(u32, I)> = Vec::new();
    let mut bytes = 0;
    let mut run = |batch: &mut Vec<(u32, I)>| {
        let done: Vec<(u32, Result<T, Unread>)> = pool.install(|| {
            std::mem::take(batch)
                .into_par_iter()
                .map_init(&scratch, |scratch, (number, input)| {
                    let (path, _) = input.origin();
                    (number, input.read().map(|doc| work(scratch, doc)).map_err(|unread| Unread { path, reason: unread.reason }))
                })
                .collect()
        });
        done.into_iter().for_each(|(number, result)| take(number, result));
    };
    for (number, input) in inputs.enumerate() {
        let number = number as u32;
        if !wanted(number) {
            continue;
        }
        bytes += input.size();
        batch.push((number, input));
        if bytes >= BATCH {
            run(&mut batch);
            bytes = 0;
        }
    }
    run(&mut batch);
}
