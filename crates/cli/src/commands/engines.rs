//! Creates the pipeline stages and the thread pool for the commands that process documents.

use anyhow::Result;
use chancery_data::Data;
use chancery_gazetteer::FuzzyMatcher;
use chancery_pipeline::Stages;

/// Creates a pool of `threads` threads. If `threads` is `None`, the pool has one thread per core.
pub(super) fn pool(threads: Option<usize>) -> Result<rayon::ThreadPool> {
    if threads == Some(0) {
        anyhow::bail!("--threads must be at least 1");
    }
    Ok(rayon::ThreadPoolBuilder::new().num_threads(threads.unwrap_or(0)).build()?)
}

/// Combines the engines of `data` into stages. If `rejections` is `true`, each mention keeps the
/// rejected entries, that is, the other gazetteer entries that its words could refer to.
pub(super) fn stages<'d>(data: &'d Data, rejections: bool, fuzzy: Option<&'d FuzzyMatcher<'d>>) -> Result<Stages<'d>> {
    let mut stages = Stages::builder();
    stages.tokenizer(data.tokenizer()).temporal(data.temporal_tagger()).gazetteer(data.gazetteer());
    stages
        .actors(data.actor_extractor())
        .classifier(data.classifier())
        .clauses(data.clause_reader())
        .events(data.event_coder())
        .records(data.record_finder())
        .outliner(data.outliner())
        .amounts(data.amount_finder())
        .keep_rejections(rejections);
    if let Some(fuzzy) = fuzzy {
        stages.fuzzy(fuzzy);
    }
    Ok(stages.build()?)
}
