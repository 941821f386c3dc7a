//! Builds a clause reader from the data files of a language.

use chancery_clauses::{ClauseReader, WordList};
use std::error::Error;
use std::fs::read_to_string;

/// Builds a clause reader from the files in `folder`, which is the data folder of a language, such
/// as `data/language/en`.
pub(crate) fn reader(folder: &str) -> Result<ClauseReader, Box<dyn Error>> {
    let mut builder = ClauseReader::builder();
    for (file, function) in [("function-words.tsv", true), ("lexicon.tsv", false)] {
        for line in read_to_string(format!("{folder}/{file}"))?.lines().filter(|line| !line.starts_with('#')) {
            let mut fields = line.split('\t');
            let (form, classes, lemma) = (fields.next().unwrap_or_default(), fields.next().unwrap_or_default(), fields.next());
            builder.word(form, classes, lemma.filter(|lemma| !lemma.is_empty()), function)?;
        }
    }
    builder.rules(&read_to_string(format!("{folder}/grammar.txt"))?);
    for line in read_to_string(format!("{folder}/lists.txt"))?.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
        let (name, words) = line.split_once(": ").ok_or("a line of lists.txt must have the form NAME: WORDS")?;
        let list = WordList::named(name).ok_or_else(|| format!("there is no list \"{name}\""))?;
        for word in words.split_whitespace() {
            builder.listed(list, &word.replace("COLON", ":"));
        }
    }
    Ok(builder.build()?)
}
