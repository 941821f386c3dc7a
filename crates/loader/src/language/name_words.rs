//! Words that the gazetteer uses: around names, and as short names.

use super::layers::Layered;
use chancery_gazetteer::{GazetteerBuilder, NameContext};

/// The words of all languages.
#[derive(Clone, Debug, Default)]
pub(crate) struct NameWords {
    pub(crate) clitics: Vec<String>,
    definition_cues: Vec<String>,
    collectives: Vec<String>,
    articles: Vec<String>,
    joins: Vec<String>,
    year_leads: Vec<String>,
    /// Head nouns with their spellings, and whether each may stand for an organ if only its parent body was named.
    head_nouns: Vec<(Vec<String>, bool)>,
    head_ends: Vec<String>,
    language_nouns: Vec<String>,
    deictics: Vec<String>,
    contexts: Vec<(NameContext, String)>,
}

/// Keys of words next to names that make them part of a longer name.
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
        ] {
            list.extend(layered.words(key));
        }
        let of_organs: Vec<String> = layered.words("organ_head_nouns").collect();
        for entry in layered.list("head_nouns") {
            let of_organs = entry.keys.iter().any(|spelling| of_organs.contains(spelling));
            self.head_nouns.push((entry.keys.clone(), of_organs));
        }
        for (key, context) in CONTEXTS {
            self.contexts.extend(layered.words(key).map(|word| (context, word)));
        }
    }

    /// Puts all words into a builder.
    pub(crate) fn fill(&self, mut builder: GazetteerBuilder) -> GazetteerBuilder {
        builder = self.clitics.iter().fold(builder, |builder, word| builder.with_clitic(word));
        builder = self.definition_cues.iter().fold(builder, |builder, word| builder.with_definition_cue(word));
        builder = self.collectives.iter().fold(builder, |builder, word| builder.with_collective(word));
        builder = self.articles.iter().fold(builder, |builder, word| builder.with_article(word));
        builder = self.joins.iter().fold(builder, |builder, word| builder.with_join(word));
        builder = self.year_leads.iter().fold(builder, |builder, word| builder.with_year_lead(word));
        builder = self.head_nouns.iter().fold(builder, |builder, (noun, of_organs)| builder.with_head(noun, *of_organs));
        builder = self.language_nouns.iter().fold(builder, |builder, word| builder.with_language_noun(word));
        builder = self.deictics.iter().fold(builder, |builder, word| builder.with_deictic(word));
        builder = self.head_ends.iter().fold(builder, |builder, word| builder.with_head_end(word));
        self.contexts.iter().fold(builder, |builder, (context, word)| builder.with_name_context(*context, word))
    }
}
