//! Names that hold in one document only: short names that it defines ("… Organisation (SCO)", "hereinafter the Centre"), and forms of the gazetteer that
//! count only once a full name has introduced them.

use crate::admit::Place;
use crate::entry::When;
use crate::found::Role;
use crate::gazetteer::Gazetteer;
use chancery_phrases::Hit;
use chancery_text::{Casing, Document, EntityIx, Form, Gap, Mention, NameIx, RelationKind, Span, Token, TokenKind};
use std::ops::Range;

/// Words of definitions, folded.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct DefinitionWords {
    /// "hereinafter referred to as": longest first.
    pub(crate) cues: Vec<Vec<String>>,
    /// "the".
    pub(crate) articles: Vec<String>,
    /// "parties": as short names they stand for several.
    pub(crate) collectives: Vec<String>,
}

/// A short name that a document defines.
struct Definition {
    /// Its tokens where it is defined.
    tokens: Range<usize>,
    /// Whether an article stands before it there.
    article: bool,
    entity: EntityIx,
    name: NameIx,
    form: Form,
}

/// Longest definition, in tokens.
const REACH: usize = 16;
/// Longest short name, in tokens.
const LONGEST: usize = 5;

impl Gazetteer {
    /// Adds the mentions by short names to those by full names. `hits` are stretches found by the scan that are names of the kind that must be introduced,
    /// `heads` those that are head words behind a determiner.
    pub(crate) fn add_local(&self, place: &Place<'_>, hits: &[Hit], heads: &[(Hit, u32)], mentions: &mut Vec<Mention>) {
        let doc = place.doc;
        let mut added = self.introduced(place, hits, mentions);
        self.by_head(doc, heads, mentions, &mut added);
        for definition in self.definitions(doc, mentions) {
            self.occurrences(doc, &definition, mentions, &mut added);
        }
        if added.is_empty() {
            return;
        }
        // What a document defines holds against what the gazetteer knows, where it is not part of something longer.
        added.sort_by_key(|mention| (mention.span.start(), std::cmp::Reverse(mention.span.end())));
        added.dedup_by(|next, first| next.span.start() < first.span.end());
        let new = |old: &Mention| {
            let at = added.partition_point(|mention| mention.span.end() <= old.span.start());
            added.get(at).is_some_and(|mention| mention.span.start() < old.span.end())
        };
        mentions.retain(|old| !new(old));
        mentions.append(&mut added);
        mentions.sort_by_key(|mention| mention.span.start());
    }

    /// Forms that count once a full name of the same entity stands before them; of several entities the one named last.
    fn introduced(&self, place: &Place<'_>, hits: &[Hit], mentions: &[Mention]) -> Vec<Mention> {
        let doc = place.doc;
        let mut added: Vec<Mention> = Vec::new();
        for hit in hits {
            let span = Span::new(doc.tokens[hit.first as usize].span.start(), hit.end_byte);
            if covered(span, mentions) || added.last().is_some_and(|last| last.span.end() > span.start()) {
                continue;
            }
            let before = &mentions[..mentions.partition_point(|mention| mention.span.start() < span.start())];
            let names = self.phrases.values(*hit).iter().filter_map(|&code| match Role::of(code) {
                Role::Name(name) if self.names[name as usize].when == When::Introduced => Some(name),
                _ => None,
            });
            let sentence = doc.sentences.partition_point(|sentence| sentence.token_range.end <= hit.first);
            let latest = names.filter_map(|name| {
                let row = &self.names[name as usize];
                let by = before.iter().rposition(|mention| mention.entity.0 == row.entity && mention.form < Form::Adjective)?;
                place.admit(row, hit, sentence).is_ok().then_some((by, name))
            });
            let Some((by, name)) = latest.max_by_key(|(by, name)| (*by, std::cmp::Reverse(*name))) else { continue };
            let row = &self.names[name as usize];
            let lead = row.unseen.0 as usize;
            if lead > 0 && self.another_nearer(doc, hit.first as usize + lead, Some(&before[by]), mentions) {
                continue;
            }
            let span = self.seen(doc, hit, name);
            added.push(self.local(doc, span, hit.first, EntityIx(row.entity), NameIx(name), row.form, before[by].span));
        }
        added
    }

    /// What the document defines directly behind full names.
    fn definitions(&self, doc: &Document, mentions: &[Mention]) -> Vec<Definition> {
        let mut found = Vec::new();
        for mention in mentions.iter().filter(|mention| mention.form < Form::Adjective) {
            let next = doc.tokens.partition_point(|token| token.span.start() < mention.span.end());
            let Some(open) = doc.tokens.get(next).filter(|token| token.gap <= Gap::Line) else { continue };
            let opening = open.text(doc.text());
            if matches!(opening, "(" | "（" | "," | "，") {
                found.extend(self.definition(doc, mention, next + 1, matches!(opening, "(" | "（")));
            }
        }
        found
    }

    fn definition(&self, doc: &Document, mention: &Mention, from: usize, bracket: bool) -> Option<Definition> {
        let text = doc.text();
        let end = (from + REACH).min(doc.tokens.len());
        let (mut at, mut cue, mut article, mut quoted) = (from, false, false, false);
        while at < end {
            let token = &doc.tokens[at];
            let phrase = self.definition_words.cues.iter().find(|cue| self.stands(doc, cue, at));
            if let Some(phrase) = phrase {
                cue = true;
                at += phrase.len();
            } else if is_quote(token.text(text)) {
                quoted = true;
                at += 1;
            } else if (cue || quoted || bracket)
                && self.definition_words.articles.iter().any(|article| self.stands(doc, std::slice::from_ref(article), at))
            {
                article = true;
                at += 1;
            } else {
                break;
            }
        }
        let first = at;
        while at < end && at - first <= LONGEST && !is_close(&doc.tokens[at], text) {
            at += 1;
        }
        let tokens = doc.tokens.get(first..at)?;
        let closed = doc.tokens.get(at).is_some_and(|token| is_close(token, text));
        if tokens.is_empty() || !closed || tokens.len() > LONGEST || !(cue || bracket) {
            return None;
        }
        let several = |word: &String| self.stands(doc, std::slice::from_ref(word), at - 1);
        if self.definition_words.collectives.iter().any(several) {
            return None;
        }
        let known = doc.slice(mention.span);
        let good = if cue {
            tokens[0].capital || tokens[0].kind == TokenKind::Ideograph
        } else {
            // Without a word that says so only an acronym of the name is one.
            tokens.len() == 1 && abbreviates(tokens[0].text(text), &tokens[0], known)
        };
        let form = if tokens.len() == 1 && tokens[0].casing == Casing::Upper { Form::Abbreviation } else { Form::Alias };
        // "Chairman of the Organization of African Unity (OAU)" defines the name of the body, not of its office.
        let row = &self.entities[mention.entity.0 as usize];
        let body = row.relations.iter().find(|relation| relation.kind == RelationKind::Of && !row.headed).map(|relation| relation.of);
        let entity = body.unwrap_or(mention.entity);
        let name = if body.is_some() { NameIx(self.names.partition_point(|name| name.entity < entity.0) as u32) } else { mention.name };
        good.then_some(Definition { tokens: first..at, article: article && tokens.len() == 1, entity, name, form })
    }

    /// All places from its definition on where a defined name stands, letter for letter, with its article if it was defined with one.
    fn occurrences(&self, doc: &Document, definition: &Definition, mentions: &[Mention], added: &mut Vec<Mention>) {
        let text = doc.text();
        let name = &doc.tokens[definition.tokens.clone()];
        let Some(first) = name.first() else { return };
        let defined = Span::new(first.span.start(), name[name.len() - 1].span.end());
        let same = |token: &Token, of: &Token| token.key == of.key && token.text(text) == of.text(text);
        for at in definition.tokens.start..doc.tokens.len() {
            let Some(tokens) = doc.tokens.get(at..at + name.len()) else { return };
            if !tokens.iter().zip(name).all(|(token, of)| same(token, of)) {
                continue;
            }
            let article = at > definition.tokens.start
                && definition.article
                && !at.checked_sub(1).is_some_and(|before| {
                    self.definition_words.articles.iter().any(|article| self.stands(doc, std::slice::from_ref(article), before))
                });
            let span = Span::new(tokens[0].span.start(), tokens[tokens.len() - 1].span.end());
            let longer = mentions.iter().skip(mentions.partition_point(|mention| mention.span.end() <= span.start()));
            let inside = longer.take(1).any(|mention| mention.span.start() < span.end() && mention.span.len() > span.len());
            let known = mentions.binary_search_by_key(&span.start(), |mention| mention.span.start());
            let same_entity = known.is_ok_and(|at| mentions[at].span == span && mentions[at].entity == definition.entity);
            if !article && !inside && !same_entity {
                added.push(self.local(doc, span, at as u32, definition.entity, definition.name, definition.form, defined));
            }
        }
    }

    #[expect(clippy::too_many_arguments, reason = "the fields of a record")]
    pub(crate) fn local(
        &self,
        doc: &Document,
        span: Span,
        token: u32,
        entity: EntityIx,
        name: NameIx,
        form: Form,
        introduced: Span,
    ) -> Mention {
        let sentence = doc.sentences.partition_point(|sentence| sentence.token_range.end <= token);
        let date = doc.metadata.date.zip(self.names[name.0 as usize].valid);
        let in_date = date.and_then(|(date, valid)| valid.contains(date));
        Mention {
            span,
            sentence: sentence as u32,
            entity,
            name,
            form,
            in_date,
            introduced: Some(introduced),
            edits: None,
            lost: Vec::new(),
        }
    }

    /// Whether folded words stand at a token and behind it.
    pub(crate) fn stands(&self, doc: &Document, phrase: &[String], from: usize) -> bool {
        let tokens = doc.tokens.get(from..from + phrase.len()).unwrap_or_default();
        !phrase.is_empty()
            && tokens.len() == phrase.len()
            && tokens.iter().zip(phrase).all(|(token, word)| {
                let text = token.text(doc.text());
                if text.is_ascii() { text.eq_ignore_ascii_case(word) } else { self.phrases.folder().word(text) == *word }
            })
    }
}

pub(crate) fn covered(span: Span, mentions: &[Mention]) -> bool {
    let at = mentions.partition_point(|mention| mention.span.end() <= span.start());
    mentions.get(at).is_some_and(|mention| mention.span.start() < span.end())
}

/// Whether a word is made of letters of a name in their order, beginning with the first letter of one of its words, and all in capitals.
fn abbreviates(short: &str, token: &Token, name: &str) -> bool {
    if token.casing != Casing::Upper || short.chars().count() < 2 || name.len() <= short.len() {
        return false;
    }
    let letters: Vec<char> = short.chars().filter(|c| c.is_alphabetic()).flat_map(char::to_lowercase).collect();
    let words: Vec<Vec<char>> = name
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(|word| word.chars().flat_map(char::to_lowercase).collect())
        .collect();
    // Each letter begins a word, or stands later in the word that the letter before it is in.
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

fn is_quote(text: &str) -> bool {
    matches!(text, "\"" | "'" | "“" | "”" | "‘" | "’" | "«" | "»" | "„" | "``" | "''")
}

fn is_close(token: &Token, text: &str) -> bool {
    let mark = token.text(text);
    is_quote(mark) || matches!(mark, ")" | "）" | "," | ";" | "，" | "；" | "。" | "." | ":")
}
