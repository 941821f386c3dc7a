//! Words that the gazetteer uses to recognise short names and to interpret the words around a name.

use super::layers::Layered;
use chancery_gazetteer::{GazetteerBuilder, NameContext};

/// The words of all languages that the gazetteer uses.
#[derive(Clone, Debug, Default)]
pub(crate) struct NameWords {
    pub(crate) clitics: Vec<String>,
    definition_cues: Vec<String>,
    collectives: Vec<String>,
    articles: Vec<String>,
    joins: Vec<String>,
    year_leads: Vec<String>,
    /// Head nouns, each given as the list of its spellings. The flag is `true` if the noun may also
    /// refer to an organ ("the Secretariat") when the document has named only the body to which the
    /// organ belongs.
    head_nouns: Vec<(Vec<String>, bool)>,
    head_ends: Vec<String>,
    language_nouns: Vec<String>,
    deictics: Vec<String>,
    contexts: Vec<(NameContext, String)>,
    negations: Vec<String>,
    exclusions: Vec<String>,
    /// Parts of states ("Virginia"). The first field is the code of the state, and the second field
    /// is the name of the part. The third field tells whether the name is doubtful, because it is
    /// also the name of a town or a state.
    regions: Vec<(String, String, bool)>,
}

/// The keys of the lists of context words, each with the kind of context. A name next to a context
/// word is only a part of a longer name.
const CONTEXTS: [(&str, NameContext); 7] = [
    ("given_names", NameContext::Given),
    ("honorifics", NameContext::Honorific),
    ("surnames", NameContext::Surname),
    ("surname_prefixes", NameContext::SurnamePrefix),
    ("names_before", NameContext::Before),
    ("names_behind", NameContext::Behind),
    ("names_behind_town", NameContext::BehindTown),
];

impl NameWords {
    /// Adds the words of one language.
    pub(super) fn add(&mut self, layered: &Layered) {
        for (key, list) in [
            ("clitics", &mut self.clitics),
            ("definition_cues", &mut self.definition_cues),
            ("collectives", &mut self.collectives),
            ("articles", &mut self.articles),
            ("joins", &mut self.joins),
            ("year_leads", &mut self.year_leads),
            ("head_ends", &mut self.head_ends),
            ("language_nouns", &mut self.language_nouns),
            ("deictics", &mut self.deictics),
            ("negations", &mut self.negations),
            ("exclusions", &mut self.exclusions),
        ] {
            list.extend(layered.words(key));
        }
        let of_organs: Vec<String> = layered.words("organ_head_nouns").collect();
        for entry in layered.list("head_nouns") {
            let of_organs = entry.keys.iter().any(|spelling| of_organs.contains(spelling));
            self.head_nouns.push((entry.keys.clone(), of_organs));
        }
        for (key, doubtful) in [("regions", false), ("doubtful_regions", true)] {
            for (country, entry) in layered.group(key) {
                self.regions.extend(entry.keys.iter().map(|phrase| (country.to_owned(), phrase.clone(), doubtful)));
            }
        }
        for (key, context) in CONTEXTS {
            self.contexts.extend(layered.words(key).map(|word| (context, word)));
        }
    }

    /// Returns the given names of persons.
    pub(super) fn given_names(&self) -> impl Iterator<Item = &str> {
        self.contexts.iter().filter(|(context, _)| *context == NameContext::Given).map(|(_, word)| word.as_str())
    }

    /// Adds all words to a builder.
    pub(crate) fn fill(&self, builder: &mut GazetteerBuilder) {
        for word in &self.clitics {
            builder.clitic(word);
        }
        for cue in &self.definition_cues {
            builder.definition_cue(cue);
        }
        for word in &self.collectives {
            builder.collective(word);
        }
        for word in &self.articles {
            builder.article(word);
        }
        for word in &self.joins {
            builder.join(word);
        }
        for phrase in &self.year_leads {
            builder.year_lead(phrase);
        }
        for (noun, of_organs) in &self.head_nouns {
            builder.head_noun(noun, *of_organs);
        }
        for word in &self.language_nouns {
            builder.language_noun(word);
        }
        for word in &self.deictics {
            builder.deictic(word);
        }
        for word in &self.head_ends {
            builder.head_end(word);
        }
        for phrase in &self.negations {
            builder.negation(phrase);
        }
        for phrase in &self.exclusions {
            builder.exclusion(phrase);
        }
        for (country, phrase, doubtful) in &self.regions {
            builder.region(country, phrase, *doubtful);
        }
        for (context, phrase) in &self.contexts {
            builder.name_context(*context, phrase);
        }
    }
}
