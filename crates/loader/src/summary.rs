//! Counts the items in each layer.

use crate::files::File;
use crate::frames::Frames;
use crate::gazetteer::Entries;
use crate::language::Languages;
use crate::placement::FIRST_OWN;
use crate::rules::Rules;
use crate::topics::Topics;
use std::fmt;

/// The number of items of each kind in a layer. `Display` writes the counts on one line: "1 file, 9 entries, 31 forms".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
#[non_exhaustive]
pub struct Summary {
    /// Number of the layer: 1 for the embedded data, 2 and above for the user's folders.
    pub layer: u32,
    /// Number of data files.
    pub files: usize,
    /// Number of gazetteer entries.
    pub entries: usize,
    /// Number of forms in use, after braces and case endings have been expanded.
    pub forms: usize,
    /// Number of topics.
    pub topics: usize,
    /// Number of terms of topics, after braces have been expanded.
    pub terms: usize,
    /// Number of event rules.
    pub rules: usize,
    /// Number of frames.
    pub frames: usize,
    /// Number of words and rules in language files.
    pub words: usize,
}

/// Counts the items in each layer. The two embedded layers are counted as one.
pub(crate) fn of(
    files: &[File],
    languages: &Languages,
    entries: &Entries,
    topics: &Topics,
    rules: &Rules,
    frames: &Frames,
) -> Vec<Summary> {
    let top = files.iter().map(|file| file.layer).max().unwrap_or(0).max(FIRST_OWN - 1);
    let mut summaries: Vec<Summary> = (FIRST_OWN - 1..=top).map(|layer| Summary { layer, ..Summary::default() }).collect();
    let mut of = |layer: u32, count: &dyn Fn(&mut Summary)| {
        if let Some(summary) = summaries.get_mut(layer.saturating_sub(FIRST_OWN - 1) as usize) {
            count(summary);
        }
    };
    for file in files.iter().filter(|file| file.is_data()) {
        of(file.layer, &|summary| summary.files += 1);
    }
    for (layer, (count, forms)) in &entries.counts {
        of(*layer, &|summary| (summary.entries, summary.forms) = (summary.entries + count, summary.forms + forms));
    }
    for (layer, (count, terms)) in &topics.counts {
        of(*layer, &|summary| (summary.topics, summary.terms) = (summary.topics + count, summary.terms + terms));
    }
    for (layer, count) in &rules.counts {
        of(*layer, &|summary| summary.rules += count);
    }
    for (layer, count) in &frames.counts {
        of(*layer, &|summary| summary.frames += count);
    }
    for (layer, count) in &languages.counts {
        of(*layer, &|summary| summary.words += count);
    }
    summaries
}

impl fmt::Display for Summary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { files, entries, forms, topics, terms, rules, frames, words, .. } = self;
        let others = topics + rules + frames + words > 0;
        let parts = [
            (*files, "file", "files", true),
            (*entries, "entry", "entries", *entries > 0 || !others),
            (*forms, "form", "forms", *entries > 0 || !others),
            (*topics, "topic", "topics", *topics > 0),
            (*terms, "term", "terms", *topics > 0),
            (*rules, "rule", "rules", *rules > 0),
            (*frames, "frame", "frames", *frames > 0),
            (*words, "word or word rule", "words and word rules", *words > 0),
        ];
        let shown: Vec<String> = parts
            .iter()
            .filter(|(.., shown)| *shown)
            .map(|(count, one, many, _)| format!("{count} {}", if *count == 1 { one } else { many }))
            .collect();
        f.write_str(&shown.join(", "))
    }
}
