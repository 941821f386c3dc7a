//! Words and rules for time expressions, in a form that programs can embed.

use chancery_temporal::{BuildError, Normalizer, Rule, TemporalTagger, WordValue};
use chancery_text::TimexType;
use serde::{Deserialize, Serialize};

/// Words and rules for the time expressions of all languages.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub struct Times {
    /// The class, the text and the value of each word.
    pub(crate) words: Vec<(String, String, String)>,
    /// Endings of ordinal numbers.
    pub(crate) ordinals: Vec<String>,
    /// Endings of plural nouns.
    pub(crate) plurals: Vec<String>,
    /// Endings of verbs in the past tense.
    pub(crate) past: Vec<String>,
    /// Endings that can be attached to a word but are not part of it ("'s").
    pub(crate) clitics: Vec<String>,
    pub(crate) rules: Vec<TimeRule>,
}

/// A time rule as it is written in a data file.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct TimeRule {
    pub(crate) name: String,
    pub(crate) timex: String,
    pub(crate) pattern: String,
    pub(crate) make: String,
    pub(crate) set: Vec<(String, String)>,
    pub(crate) value: String,
}

/// The names of the TIMEX3 types.
pub(crate) const TYPES: [(&str, TimexType); 4] =
    [("DATE", TimexType::Date), ("TIME", TimexType::Time), ("DURATION", TimexType::Duration), ("SET", TimexType::Set)];

/// Returns the normalizer with the given name. A normalizer computes the value of a time
/// expression. The key `make` of a rule names the normalizer of the rule.
pub(crate) fn normalizer(name: &str) -> Option<Normalizer> {
    name.parse().ok()
}

impl Times {
    /// Builds the temporal tagger. A rule is left out if its key `make` does not name a
    /// normalizer. Such rules were reported when the data were loaded.
    ///
    /// # Errors
    /// Returns an error if a rule cannot be compiled.
    pub fn temporal_tagger(&self) -> Result<TemporalTagger, BuildError> {
        let mut builder = TemporalTagger::builder();
        for (class, word, value) in &self.words {
            if let Ok(value) = value.parse::<WordValue>() {
                builder.word(class, word, value);
            }
        }
        for ending in &self.ordinals {
            builder.ordinal_ending(ending);
        }
        for ending in &self.plurals {
            builder.plural_ending(ending);
        }
        for ending in &self.past {
            builder.past_ending(ending);
        }
        for clitic in &self.clitics {
            builder.clitic(clitic);
        }
        for row in &self.rules {
            let Some(make) = normalizer(&row.make) else { continue };
            let mut rule = Rule::new(&row.name, &row.pattern, make);
            rule.timex_type = TYPES.iter().find(|(name, _)| *name == row.timex).map_or(TimexType::Date, |(_, kind)| *kind);
            rule.set.clone_from(&row.set);
            rule.value.clone_from(&row.value);
            builder.rule(rule);
        }
        builder.build()
    }
}
