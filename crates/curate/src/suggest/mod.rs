//! Suggests names that occur often in a corpus but have no entry in the gazetteer.
//!
//! The program first collects the runs (sequences) of capitalised words in all documents ([`runs`],
//! [`store`]). A run may contain small words such as "of". The program then splits each run into
//! names by comparing how often the parts of the run occur ([`segment`]). Finally, it merges the
//! variants of each name ([`group`]) and ranks the names ([`rank`]). The words by which names are
//! recognised are called *signs* in this module, and are listed in the data file
//! `language/CODE/suggest.toml`. Examples are the head noun of a name, that is, its main noun
//! ("Council"), and a title before a name ("President").

mod entry;
mod group;
mod rank;
mod report;
mod runs;
mod segment;
mod signs;
mod store;
mod unspaced;

pub use report::{Context, SuggestOptions, Suggestion, Suggestions};

use crate::book::Book;
use crate::corpus;
use chancery_data::NameSigns;
use chancery_pipeline::{Input, Stages};
use chancery_text::Document;
use signs::Signs;
use std::collections::BTreeMap;
use store::Store;

/// Finds names that occur often in a corpus but have no entry in the gazetteer. `inputs` returns the
/// documents of the corpus. It is called twice, because the documents are read twice: first all of
/// them, to find names, and then only those from which the suggestions quote examples.
///
/// `stages` must contain a tokenizer. It should also contain a temporal tagger and the gazetteer.
pub fn suggest<I: Input, N: Iterator<Item = I>>(
    pool: &rayon::ThreadPool,
    stages: &Stages<'_>,
    book: &Book,
    signs: &[NameSigns],
    inputs: impl Fn() -> N,
    options: &SuggestOptions,
) -> Suggestions {
    let signs: Vec<Signs> = signs.iter().map(Signs::new).collect();
    let spaced: Vec<&Signs> = signs.iter().filter(|signs| !signs.unspaced).collect();
    let unspaced: Vec<&Signs> = signs.iter().filter(|signs| signs.unspaced).collect();
    let mut stores: Vec<Store> = spaced.iter().map(|_| Store::default()).collect();
    let mut parts = unspaced::Parts::default();
    let mut result = Suggestions::default();
    let work = |scratch: &mut chancery_pipeline::Scratch, mut doc: Document| {
        stages.annotate(&mut doc, scratch);
        let number = by_language(&spaced, &doc);
        let found = number.map(|number| (number, runs::runs(&doc, stages.catalog(), spaced[number])));
        (found, unspaced.iter().flat_map(|signs| unspaced::parts(&doc, signs)).collect::<Vec<_>>())
    };
    corpus::each(
        pool,
        inputs(),
        |_| true,
        || stages.scratch(),
        work,
        |number, done| match done {
            Ok((found, others)) => {
                result.documents += 1;
                if let Some((language, found)) = found {
                    stores[language].add(number, found);
                }
                parts.add(number, others);
            }
            Err(unread) => result.unread.push(unread),
        },
    );
    let mut ranked = Vec::new();
    for (store, signs) in stores.iter().zip(&spaced) {
        let list = group::group(group::candidates(store, signs, book), signs, book);
        ranked.extend(list.into_iter().map(|candidate| (signs.language.clone(), candidate)));
    }
    if let Some(signs) = unspaced.first() {
        ranked.extend(parts.candidates(book).into_iter().map(|candidate| (signs.language.clone(), candidate)));
    }
    let given = |word: &str| signs.iter().any(|signs| signs.is_given_name(word));
    let ranked = rank::ranked(ranked, options, given);
    let contexts = contexts(pool, inputs(), &ranked, options.contexts);
    let mut taken = std::collections::BTreeSet::new();
    result.suggestions =
        ranked.into_iter().zip(contexts).map(|(ranked, contexts)| entry::suggestion(ranked, contexts, book, options, &mut taken)).collect();
    result
}

/// Returns the index in `signs` of the signs for the language of a document. If `signs` has none
/// for this language, returns the index of the signs for English; if there are none for English
/// either, returns 0. Returns `None` if `signs` is empty.
fn by_language(signs: &[&Signs], doc: &Document) -> Option<usize> {
    let language = doc.metadata.language.as_deref().unwrap_or("en").split('-').next().unwrap_or("en");
    let of = |code: &str| signs.iter().position(|signs| signs.language == code);
    of(language).or_else(|| of("en")).or(if signs.is_empty() { None } else { Some(0) })
}

/// Reads the text around occurrences of the names.
fn contexts<I: Input>(
    pool: &rayon::ThreadPool,
    inputs: impl Iterator<Item = I>,
    ranked: &[rank::Ranked],
    most: usize,
) -> Vec<Vec<Context>> {
    let mut wanted: BTreeMap<u32, Vec<(usize, u32, u32)>> = BTreeMap::new();
    for (number, ranked) in ranked.iter().enumerate() {
        for (doc, start, end) in ranked.places(most) {
            wanted.entry(doc).or_default().push((number, start, end));
        }
    }
    let mut found: Vec<Vec<Context>> = ranked.iter().map(|_| Vec::new()).collect();
    corpus::each(
        pool,
        inputs,
        |number| wanted.contains_key(&number),
        || (),
        |(), doc| doc,
        |number, doc| {
            let Ok(doc) = doc else { return };
            for (name, start, end) in wanted.get(&number).into_iter().flatten() {
                found[*name].push(Context {
                    document: doc.id().to_owned(),
                    text: crate::context::around(doc.text(), *start as usize, *end as usize),
                });
            }
        },
    );
    found
}
