//! Names that hold in one document only: short names that it defines ("… Organisation (SCO)", "hereinafter the Centre"), and forms of the gazetteer that
//! count only once a full name has introduced them.

use crate::admit::MatchContext;
use crate::entry::Activation;
use crate::gazetteer::Gazetteer;
use crate::scan_hits::Role;
use chancery_phrases::Hit;
use chancery_text::{Casing, Document, EntityIx, Form, Gap, Mention, NameIx, SentenceIx, Span, Token, TokenKind, TokenRange};
use std::collections::HashMap;
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
    pub(crate) fn add_local(&self, place: &MatchContext<'_>, hits: &[Hit], heads: &[(Hit, u32)], mentions: &mut Vec<Mention>) {
        let doc = place.doc;
        let mut added = self.introduced(place, hits, mentions);
        self.by_head(doc, heads, mentions, &mut added);
        self.occurrences(doc, self.definitions(doc, mentions), mentions, &mut added);
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
    fn introduced(&self, place: &MatchContext<'_>, hits: &[Hit], mentions: &[Mention]) -> Vec<Mention> {
        let doc = place.doc;
        let mut added: Vec<Mention> = Vec::new();
        if hits.is_empty() {
            return added;
        }
        let names_of = |hit: &Hit| {
            self.phrases.values(*hit).iter().filter_map(|&code| match Role::of(code) {
                Role::Name(name, Activation::Introduced) => Some(name),
                _ => None,
            })
        };
        // The entities that are asked for, and where each was named last so far.
        let mut latest_of: Vec<(u32, Option<usize>)> =
            hits.iter().flat_map(names_of).map(|name| (self.names[name as usize].entity, None)).collect();
        latest_of.sort_unstable();
        latest_of.dedup();
        let place_of =
            |latest_of: &[(u32, Option<usize>)], entity: u32| latest_of.binary_search_by_key(&entity, |(entity, _)| *entity).ok();
        let mut at = 0;
        for hit in hits {
            let span = Span::new(doc.tokens[hit.first as usize].span.start(), hit.end_byte);
            if covered(span, mentions) || added.last().is_some_and(|last| last.span.end() > span.start()) {
                continue;
            }
            while let Some(mention) = mentions.get(at).filter(|mention| mention.span.start() < span.start()) {
                if mention.form < Form::Adjective
                    && let Some(place) = place_of(&latest_of, mention.entity.0)
                {
                    latest_of[place].1 = Some(at);
                }
                at += 1;
            }
            let sentence = doc.sentences.partition_point(|sentence| sentence.token_range.end <= hit.first);
            let latest = names_of(hit).filter_map(|name| {
                let row = &self.names[name as usize];
                let by = latest_of[place_of(&latest_of, row.entity)?].1?;
                place.admit(row, hit, sentence).is_ok().then_some((by, name))
            });
            let Some((by, name)) = latest.max_by_key(|(by, name)| (*by, std::cmp::Reverse(*name))) else { continue };
            let row = &self.names[name as usize];
            let lead = row.unseen.0 as usize;
            if lead > 0 && self.another_nearer(doc, hit.first as usize + lead, Some(&mentions[by]), mentions) {
                continue;
            }
            let (span, tokens) = self.seen(doc, hit, name);
            added.push(self.local(doc, span, tokens, EntityIx(row.entity), NameIx(name), row.form, mentions[by].span));
        }
        added
    }

    /// What the document defines directly behind full names.
    fn definitions(&self, doc: &Document, mentions: &[Mention]) -> Vec<Definition> {
        let mut found = Vec::new();
        for mention in mentions.iter().filter(|mention| mention.form < Form::Adjective) {
            let next = mention.token_range.end as usize;
            let Some(open) = doc.tokens.get(next).filter(|token| token.gap <= Gap::Line) else { continue };
            let bracket = |token: usize| doc.tokens.get(token).is_some_and(|token| matches!(token.text(doc.text()), "(" | "（"));
            // "…, (hereinafter" is usual in old treaties.
            let comma = usize::from(matches!(open.text(doc.text()), "," | "，"));
            if comma == 1 || bracket(next) {
                let opened = bracket(next + comma);
                let from = next + comma + usize::from(opened);
                found.extend(self.definition(doc, mentions, mention, from, opened));
            }
        }
        found
    }

    fn definition(&self, doc: &Document, mentions: &[Mention], mention: &Mention, from: usize, bracket: bool) -> Option<Definition> {
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
            // "Chairman of the Organization of African Unity (OAU)": what is known to be another's is not one.
            let taken = mentions.get(mentions.partition_point(|other| other.span.end() <= tokens[0].span.start()));
            let another = |other: &&Mention| {
                other.form == Form::Abbreviation && other.span.start() < tokens[0].span.end() && other.entity != mention.entity
            };
            tokens.len() == 1 && taken.filter(another).is_none() && abbreviates(tokens[0].text(text), &tokens[0], known)
        };
        let form = if tokens.len() == 1 && tokens[0].casing == Casing::Upper { Form::Abbreviation } else { Form::Alias };
        good.then_some(Definition {
            tokens: first..at,
            article: article && tokens.len() == 1,
            entity: mention.entity,
            name: mention.name,
            form,
        })
    }

    /// All places from its definition on where a defined name stands, letter for letter, with its article if it was defined with one. What is defined anew means the
    /// new thing from there on.
    fn occurrences(&self, doc: &Document, mut definitions: Vec<Definition>, mentions: &[Mention], added: &mut Vec<Mention>) {
        definitions.sort_by_key(|definition| definition.tokens.start);
        let Some(start) = definitions.first().map(|definition| definition.tokens.start) else { return };
        let text = doc.text();
        let same = |at: usize, name: &Range<usize>| {
            let tokens = doc.tokens.get(at..at + name.len()).unwrap_or_default();
            tokens.len() == name.len()
                && tokens.iter().zip(&doc.tokens[name.clone()]).all(|(token, of)| token.key == of.key && token.text(text) == of.text(text))
        };
        // Those that hold so far, by the key of their first word; a bit for each key spares most look-ups.
        let mut holding: HashMap<u32, Vec<Definition>> = HashMap::new();
        let (mut bits, mut coming) = (0_u64, definitions.into_iter().peekable());
        for at in start..doc.tokens.len() {
            let key = doc.tokens[at].key;
            while let Some(new) = coming.next_if(|definition| definition.tokens.start == at) {
                bits |= 1 << (key & 63);
                let known = holding.entry(key).or_default();
                let old = known.iter_mut().find(|old| old.tokens.len() == new.tokens.len() && same(old.tokens.start, &new.tokens));
                match old {
                    Some(old) if old.entity == new.entity => {}
                    Some(old) => *old = new,
                    None => known.push(new),
                }
            }
            if bits >> (key & 63) & 1 == 0 {
                continue;
            }
            for definition in holding.get(&key).into_iter().flatten().filter(|definition| same(at, &definition.tokens)) {
                added.extend(self.occurrence(doc, definition, at, mentions));
            }
        }
    }

    /// A defined name that stands at a token, unless its article lacks, it lies inside a longer name, or is known to mean the same.
    fn occurrence(&self, doc: &Document, definition: &Definition, at: usize, mentions: &[Mention]) -> Option<Mention> {
        let span = |tokens: Range<usize>| Span::new(doc.tokens[tokens.start].span.start(), doc.tokens[tokens.end - 1].span.end());
        let tokens = at..at + definition.tokens.len();
        let here = span(tokens.clone());
        let before = |article: &String| at.checked_sub(1).is_some_and(|before| self.stands(doc, std::slice::from_ref(article), before));
        let lacks = at > definition.tokens.start && definition.article && !self.definition_words.articles.iter().any(before);
        let next = mentions.get(mentions.partition_point(|mention| mention.span.end() <= here.start()));
        let inside = next.is_some_and(|mention| mention.span.start() < here.end() && mention.span.len() > here.len());
        let known = next.is_some_and(|mention| mention.span == here && mention.entity == definition.entity);
        let defined = span(definition.tokens.clone());
        (!lacks && !inside && !known).then(|| {
            self.local(
                doc,
                here,
                TokenRange::new(tokens.start as u32, tokens.end as u32),
                definition.entity,
                definition.name,
                definition.form,
                defined,
            )
        })
    }

    #[expect(clippy::too_many_arguments, reason = "the fields of a record")]
    pub(crate) fn local(
        &self,
        doc: &Document,
        span: Span,
        token_range: TokenRange,
        entity: EntityIx,
        name: NameIx,
        form: Form,
        introduced: Span,
    ) -> Mention {
        let sentence = doc.sentences.partition_point(|sentence| sentence.token_range.end <= token_range.start);
        let date = doc.metadata.date.zip(self.names[name.0 as usize].valid);
        let in_date = date.and_then(|(date, valid)| valid.contains(date));
        let mut mention = Mention::new(span, entity, name, form);
        mention.token_range = token_range;
        mention.sentence = SentenceIx(sentence as u32);
        mention.in_date = in_date;
        mention.introduced = Some(introduced);
        mention
    }

    /// Whether folded words stand at a token and behind it.
    #[inline]
    pub(crate) fn stands(&self, doc: &Document, phrase: &[String], from: usize) -> bool {
        // Most do not, and of most that shows at the first word's length.
        match (doc.tokens.get(from), phrase.first()) {
            (Some(token), Some(word)) if token.key != 0 && token.span.len() as usize != word.len() => false,
            _ => self.all_stand(doc, phrase, from),
        }
    }

    fn all_stand(&self, doc: &Document, phrase: &[String], from: usize) -> bool {
        let tokens = doc.tokens.get(from..from + phrase.len()).unwrap_or_default();
        !phrase.is_empty()
            && tokens.len() == phrase.len()
            && tokens.iter().zip(phrase).all(|(token, word)| {
                if token.key != 0 {
                    // Plain ASCII.
                    token.span.len() as usize == word.len() && token.text(doc.text()).eq_ignore_ascii_case(word)
                } else {
                    // Most of what is not plain is quotation marks, which are no words.
                    let mark = token.kind == TokenKind::Punctuation && word.starts_with(char::is_alphanumeric);
                    !mark && self.phrases.folder().word(token.text(doc.text())) == *word
                }
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
