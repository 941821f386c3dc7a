//! Step 4: removes the mentions of adjectives that refer to languages ("in the Danish, Dutch and French languages").

use crate::context::Context;
use crate::recorder::Recorder;
use chancery_text::key::word_key;
use chancery_text::{Form, Mention, Rejection, RejectionReason};

/// Maximum number of tokens between two successive adjectives of a list (", English and").
const GAP: usize = 5;

/// Removes the mentions of adjectives before a noun that denotes languages, and of the other adjectives in the same list ("the
/// Danish, Dutch and French languages").
pub(crate) fn drop_languages<R: Recorder>(context: &Context<'_>, mentions: &mut Vec<Mention>, recorder: &mut R) {
    let (doc, tables) = (context.doc, context.tables);
    let keys = |words: &[String]| words.iter().map(|word| word_key(word.as_bytes())).collect::<Vec<u32>>();
    let (joins, nouns) = ((&tables.joins, keys(&tables.joins)), (&tables.language_nouns, keys(&tables.language_nouns)));
    // The start bytes of the adjectives that refer to languages, last first.
    let mut languages: Vec<u32> = Vec::new();
    // The first token of the current list of adjectives. The loop runs backwards through the text.
    let mut list: Option<usize> = None;
    for mention in mentions.iter().rev() {
        if mention.form != Form::Adjective {
            list = None;
            continue;
        }
        let next = mention.token_range.end as usize;
        let word = |at: usize, (words, keys): &(&Vec<String>, Vec<u32>)| {
            let key = doc.tokens.get(at).map_or(0, |token| token.key);
            (key == 0 || keys.contains(&key)) && context.any_word(words, at)
        };
        // Other language names that are not in the gazetteer as adjectives of a state may come between the adjective and the noun ("Lao and English languages").
        let between = (next..(next + GAP).min(doc.tokens.len())).find(|&at| !word(at, &joins) && !doc.tokens[at].capital);
        let listed = list.is_some_and(|first| first - next <= GAP && word(next, &joins));
        if between.is_some_and(|at| word(at, &nouns)) || listed {
            languages.push(mention.span.start());
            list = Some(mention.token_range.start as usize);
        } else {
            list = None;
        }
    }
    if languages.is_empty() {
        return;
    }
    languages.reverse();
    mentions.retain(|mention| {
        let dropped = languages.binary_search(&mention.span.start()).is_ok();
        if dropped {
            recorder.reject(|| Rejection::new(mention.span, mention.entity, mention.name, RejectionReason::Language));
        }
        !dropped
    });
}
