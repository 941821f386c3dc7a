//! Adjectives that are languages: "in the Danish, Dutch and French languages".

use crate::gazetteer::Gazetteer;
use chancery_text::key::word_key;
use chancery_text::{Document, Form, Mention, Span};

/// How many tokens may stand between an adjective and the next of its list: ", English and".
const GAP: usize = 5;

impl Gazetteer {
    /// Takes out the adjectives before a noun for languages, and those that are listed with them.
    pub(crate) fn drop_languages(&self, doc: &Document, mentions: &mut Vec<Mention>) {
        let keys = |words: &[String]| words.iter().map(|word| word_key(word.as_bytes())).collect::<Vec<u32>>();
        let (joins, nouns) = ((&self.joins, keys(&self.joins)), (&self.language_nouns, keys(&self.language_nouns)));
        let mut languages: Vec<Span> = Vec::new();
        // The first token of the list so far, from behind.
        let mut list: Option<usize> = None;
        for mention in mentions.iter().rev() {
            if mention.form != Form::Adjective {
                list = None;
                continue;
            }
            let next = mention.token_range.end as usize;
            let word = |at: usize, (words, keys): &(&Vec<String>, Vec<u32>)| {
                let key = doc.tokens.get(at).map_or(0, |token| token.key);
                (key == 0 || keys.contains(&key)) && words.iter().any(|word| self.stands(doc, std::slice::from_ref(word), at))
            };
            // Other languages may stand between that are of no state ("Lao and English languages").
            let between = (next..(next + GAP).min(doc.tokens.len())).find(|&at| !word(at, &joins) && !doc.tokens[at].capital);
            let listed = list.is_some_and(|first| first - next <= GAP && word(next, &joins));
            if between.is_some_and(|at| word(at, &nouns)) || listed {
                languages.push(mention.span);
                list = Some(mention.token_range.start as usize);
            } else {
                list = None;
            }
        }
        if !languages.is_empty() {
            // They were collected from behind.
            languages.reverse();
            mentions.retain(|mention| languages.binary_search_by_key(&mention.span.start(), |span| span.start()).is_err());
        }
    }
}
