//! Step 7: finds short names that the document defines ("… Organisation (SCO)", "hereinafter the Centre").

use crate::context::{Context, Reading, first_from};
use crate::recorder::Recorder;
use chancery_text::{Casing, Form, Gap, Mention, Rejection, RejectionReason, Span, Token, TokenKind, TokenRange};
use std::collections::HashMap;
use std::ops::Range;

/// A short name that a document defines.
struct Definition {
    /// The tokens of the short name in its definition, as a half-open range of indexes.
    tokens: Range<usize>,
    /// Whether an article precedes the short name in its definition.
    article: bool,
    reading: Reading,
}

/// The maximum length of a definition, in tokens.
const REACH: usize = 16;
/// The maximum number of tokens before a full name in which [`of_phrase_before`] looks for the last word of a definition.
const PHRASE: usize = 12;
/// The maximum length of a short name, in tokens.
const LONGEST: usize = 5;

/// Adds mentions for the short names that the document defines directly after full names.
pub(crate) fn add_defined<R: Recorder>(context: &Context<'_>, mentions: &[Mention], added: &mut Vec<Mention>, recorder: &mut R) {
    add_occurrences(context, definitions(context, mentions), mentions, added, recorder);
}

/// Returns the short names that the document defines directly after full names.
fn definitions(context: &Context<'_>, mentions: &[Mention]) -> Vec<Definition> {
    let doc = context.doc;
    let mut found = Vec::new();
    for mention in mentions.iter().filter(|mention| mention.form < Form::Adjective) {
        let next = mention.token_range.end as usize;
        let Some(open) = doc.tokens.get(next).filter(|token| token.gap <= Gap::Line) else { continue };
        let bracket = |token: usize| doc.tokens.get(token).is_some_and(|token| matches!(context.text(token), "(" | "（"));
        // Old treaties often have a comma and a bracket: "…, (hereinafter".
        let comma = usize::from(matches!(context.text(open), "," | "，"));
        if comma == 1 || bracket(next) {
            let opened = bracket(next + comma);
            let from = next + comma + usize::from(opened);
            found.extend(definition(context, mentions, mention, from, opened));
        }
    }
    found
}

/// Reads the definition that begins at the token `from`, after a full name and a bracket or comma.
///
/// `mention` is the full name, and `bracket` tells whether the definition is in brackets. Returns `None` if no short name is defined there.
fn definition(context: &Context<'_>, mentions: &[Mention], mention: &Mention, from: usize, bracket: bool) -> Option<Definition> {
    let doc = context.doc;
    let words = &context.tables.definition_words;
    let end = (from + REACH).min(doc.tokens.len());
    let (mut at, mut cue, mut weak_cue, mut article, mut quoted) = (from, false, false, false, false);
    while at < end {
        let phrase = words.cues.iter().find(|cue| context.stands(cue, at));
        if let Some(phrase) = phrase {
            // The cue may be a word that also joins names: "the African Union, or AU," defines a name, but "China, France, or Peru," does not. Such a cue needs
            // more evidence.
            let joins = matches!(phrase.as_slice(), [word] if context.tables.joins.contains(word));
            (cue, weak_cue) = (cue || !joins, weak_cue || joins);
            at += phrase.len();
        } else if is_quote(context.text(&doc.tokens[at])) {
            quoted = true;
            at += 1;
        } else if (cue || weak_cue || quoted || bracket) && context.any_word(&words.articles, at) {
            article = true;
            at += 1;
        } else {
            break;
        }
    }
    let first = at;
    while at < end && at - first <= LONGEST && !is_close(context.text(&doc.tokens[at])) {
        at += 1;
    }
    let tokens = doc.tokens.get(first..at)?;
    let closed = doc.tokens.get(at).is_some_and(|token| is_close(context.text(token)));
    if tokens.is_empty() || !closed || tokens.len() > LONGEST || !(cue || weak_cue || bracket) {
        return None;
    }
    if context.any_word(&words.collectives, at - 1) || of_phrase_before(context, mention, &tokens[tokens.len() - 1]) {
        return None;
    }
    let good = if cue || weak_cue && quoted {
        tokens[0].capital || tokens[0].kind == TokenKind::Ideograph
    } else {
        // Without a clear cue, the short name must be an acronym of the full name, and must not be a known abbreviation of another entity. For example,
        // "Assembly of the Organization of African Unity (OAU)" does not define "OAU" as a short name of the Assembly.
        let another = |other: &&Mention| {
            other.form == Form::Abbreviation && other.span.start() < tokens[0].span.end() && other.entity != mention.entity
        };
        tokens.len() == 1
            && first_from(mentions, tokens[0].span).filter(another).is_none()
            && abbreviates(context.text(&tokens[0]), &tokens[0], doc.slice(mention.span))
    };
    let form = if tokens.len() == 1 && tokens[0].casing == Casing::Upper { Form::Abbreviation } else { Form::Alias };
    good.then_some(Definition {
        tokens: first..at,
        article: article && tokens.len() == 1,
        reading: Reading { entity: mention.entity, name: mention.name, form },
    })
}

/// Returns `true` if `word`, the last word of a definition, also occurs shortly before the full name. If so, the document defines the longer phrase that
/// contains the name ("the Treaty establishing the European Community, hereinafter the Treaty").
fn of_phrase_before(context: &Context<'_>, mention: &Mention, word: &Token) -> bool {
    let doc = context.doc;
    let sentence = doc.sentences.get(mention.sentence.get()).map_or(0, |sentence| sentence.token_range.start as usize);
    let first = mention.token_range.start as usize;
    let phrase = doc.tokens.get(sentence.max(first.saturating_sub(PHRASE))..first).unwrap_or_default();
    word.capital && phrase.iter().any(|token| token.capital && token.key == word.key && context.text(token) == context.text(word))
}

/// Adds a mention for each occurrence of a defined name, from its definition to the end of the document.
///
/// The text must equal the defined name, letter for letter. If the definition has an article, the occurrence must have one too. If the document later defines
/// the same short name for another entity, the new definition replaces the old one.
fn add_occurrences<R: Recorder>(
    context: &Context<'_>,
    mut definitions: Vec<Definition>,
    mentions: &[Mention],
    added: &mut Vec<Mention>,
    recorder: &mut R,
) {
    definitions.sort_by_key(|definition| definition.tokens.start);
    let Some(start) = definitions.first().map(|definition| definition.tokens.start) else { return };
    let doc = context.doc;
    let same = |at: usize, name: &Range<usize>| {
        let tokens = doc.tokens.get(at..at + name.len()).unwrap_or_default();
        tokens.len() == name.len()
            && tokens
                .iter()
                .zip(&doc.tokens[name.clone()])
                .all(|(token, of)| token.key == of.key && context.text(token) == context.text(of))
    };
    // The definitions that have been reached so far, indexed by the key of their first word. A bit set of these keys avoids most lookups.
    let mut holding: HashMap<u32, Vec<Definition>> = HashMap::new();
    let (mut bits, mut coming) = (0_u64, definitions.into_iter().peekable());
    for at in start..doc.tokens.len() {
        let key = doc.tokens[at].key;
        while let Some(new) = coming.next_if(|definition| definition.tokens.start == at) {
            bits |= 1 << (key & 63);
            let known = holding.entry(key).or_default();
            let old = known.iter_mut().find(|old| old.tokens.len() == new.tokens.len() && same(old.tokens.start, &new.tokens));
            match old {
                Some(old) if old.reading.entity == new.reading.entity => {}
                Some(old) => *old = new,
                None => known.push(new),
            }
        }
        if bits >> (key & 63) & 1 == 0 {
            continue;
        }
        for definition in holding.get(&key).into_iter().flatten().filter(|definition| same(at, &definition.tokens)) {
            added.extend(occurrence(context, definition, at, mentions, recorder));
        }
    }
}

/// Creates the mention for a defined name at token `at`. Returns `None` if a required article is missing, if the name is part of a longer mention, or if
/// `mentions` already contains a mention of the same entity at this span.
fn occurrence<R: Recorder>(
    context: &Context<'_>,
    definition: &Definition,
    at: usize,
    mentions: &[Mention],
    recorder: &mut R,
) -> Option<Mention> {
    let Definition { tokens: defined, article, reading } = definition;
    let span =
        |tokens: &Range<usize>| Span::new(context.doc.tokens[tokens.start].span.start(), context.doc.tokens[tokens.end - 1].span.end());
    let tokens = at..at + defined.len();
    let here = span(&tokens);
    let next = first_from(mentions, here);
    if next.is_some_and(|mention| mention.span == here && mention.entity == reading.entity) {
        return None;
    }
    let with_article = || at.checked_sub(1).is_some_and(|before| context.any_word(&context.tables.definition_words.articles, before));
    let reason = if at > defined.start && *article && !with_article() {
        Some(RejectionReason::NoArticle)
    } else if next.is_some_and(|mention| mention.span.start() < here.end() && mention.span.len() > here.len()) {
        Some(RejectionReason::Inside)
    } else {
        None
    };
    if let Some(reason) = reason {
        recorder.reject(|| Rejection::new(here, reading.entity, reading.name, reason));
        return None;
    }
    let tokens = TokenRange::new(tokens.start as u32, tokens.end as u32);
    Some(context.short_mention((here, tokens), *reading, span(defined)))
}

/// Returns `true` if `short`, a word in capitals, is an abbreviation of `name`: its letters occur in the name in the same order, and its first letter begins
/// a word of the name.
fn abbreviates(short: &str, token: &Token, name: &str) -> bool {
    if token.casing != Casing::Upper || short.chars().count() < 2 || name.len() <= short.len() {
        return false;
    }
    let letters = short.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase);
    let words: Vec<Vec<char>> = name
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| word.chars().flat_map(char::to_lowercase).collect())
        .collect();
    // Each letter must begin a later word of the name, or follow the previous letter in the same word.
    let (mut word, mut inside) = (0, None);
    for letter in letters {
        let next = words.iter().skip(word).position(|word| word.first() == Some(&letter));
        let later = inside.and_then(|(word, at): (usize, usize)| {
            let found = words.get::<usize>(word)?.iter().skip(at + 1).position(|c| *c == letter)?;
            Some((word, at + 1 + found))
        });
        match (next, later) {
            (Some(skipped), _) => {
                inside = Some((word + skipped, 0));
                word += skipped + 1;
            }
            (None, Some(found)) => inside = Some(found),
            (None, None) => return false,
        }
    }
    true
}

fn is_quote(mark: &str) -> bool {
    matches!(mark, "\"" | "'" | "“" | "”" | "‘" | "’" | "«" | "»" | "„" | "``" | "''")
}

fn is_close(mark: &str) -> bool {
    is_quote(mark) || matches!(mark, ")" | "）" | "," | ";" | "，" | "；" | "。" | "." | ":")
}
