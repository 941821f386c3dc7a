//! Short names by the head of a full name: "the Council" behind "Security Council".

use crate::gazetteer::Gazetteer;
use crate::local::covered;
use chancery_phrases::Hit;
use chancery_text::{Document, EntityIx, Form, Gap, Mention, NameIx, Span, TokenKind};
use std::collections::BTreeMap;

/// The heads that names have.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Heads {
    /// Of each head the entities, by index, sorted.
    pub(crate) entities: Vec<Vec<u32>>,
    /// Folded words at which a head ends ("of"); where one follows, something else is meant.
    pub(crate) ends: Vec<String>,
    /// Whether each head may be that of an organ which is named nowhere, where its body is ("the Secretariat").
    pub(crate) of_organs: Vec<bool>,
    /// Organs of bodies.
    pub(crate) organs: BTreeMap<u32, Vec<u32>>,
    /// Determiners that point at what the document is about ("this").
    pub(crate) deictics: Vec<String>,
    /// How many tokens stand before the head ("the").
    pub(crate) lead: usize,
}

/// How far back another name with the same head is looked for, in tokens.
const FAR: usize = 400;
/// How many sentences back a state must have been named.
const NEAR: u32 = 3;

impl Gazetteer {
    /// Adds mentions by heads: the entity with this head that was named last, or the only one that is named at all.
    pub(crate) fn by_head(&self, doc: &Document, heads: &[(Hit, u32)], mentions: &[Mention], added: &mut Vec<Mention>) {
        let mut found = Vec::new();
        for (hit, head) in heads {
            let first = hit.first as usize + self.heads.lead;
            let Some(token) = doc.tokens.get(first).filter(|token| token.capital) else { continue };
            let span = Span::new(token.span.start(), hit.end_byte);
            let taken = |mention: &Mention| mention.span.start() < span.end() && span.start() < mention.span.end();
            if covered(span, mentions) || added.iter().any(taken) || self.goes_on(doc, hit.end as usize) {
                continue;
            }
            let entities = &self.heads.entities[*head as usize];
            let has = |mention: &&Mention| {
                mention.form < Form::Adjective
                    && entities.binary_search(&mention.entity.0).is_ok()
                    && self.by_its_head(doc, mention, doc.slice(span))
            };
            let at = mentions.partition_point(|mention| mention.span.start() < span.start());
            // "this Assembly" is the one that the document is about, "the Assembly" the one named last.
            let here = self.heads.deictics.iter().any(|word| self.stands(doc, std::slice::from_ref(word), hit.first as usize));
            let last = || mentions[..at].iter().rev().find(has).or_else(|| the_only_one(mentions[at..].iter().filter(has)));
            let named = if here { most_named(mentions.iter().filter(has)) } else { last() };
            // Of states all must be the same and one be near: there are many republics.
            let sentence = doc.sentences.partition_point(|sentence| sentence.token_range.end as usize <= first) as u32;
            let near = |by: &Mention| by.sentence <= sentence && sentence - by.sentence <= NEAR;
            let named = named.filter(|by| {
                self.entities[by.entity.0 as usize].sort.is_none() || near(by) && the_only_one(mentions.iter().filter(has)).is_some()
            });
            if self.another_nearer(doc, first, named, mentions) {
                continue;
            }
            if let Some(by) = named {
                found.push(self.local(doc, span, first as u32, by.entity, by.name, Form::Alias, by.span));
            } else if self.heads.of_organs[*head as usize]
                && let Some((organ, body)) = mentions[..at].iter().rev().chain(&mentions[at..]).find_map(|body| self.organ(body, entities))
            {
                let name = self.names.partition_point(|name| name.entity < organ);
                found.push(self.local(doc, span, first as u32, EntityIx(organ), NameIx(name as u32), Form::Alias, body));
            }
        }
        added.extend(found);
    }

    /// Whether another name with the same head stands nearer, one that is not known ("the Transitional Executive Council"): then the short name may mean that.
    pub(crate) fn another_nearer(&self, doc: &Document, head: usize, named: Option<&Mention>, mentions: &[Mention]) -> bool {
        let word = &doc.tokens[head];
        let from = named
            .filter(|by| by.span.start() < word.span.start())
            .map_or(0, |by| doc.tokens.partition_point(|token| token.span.start() < by.span.end()));
        let from = from.max(head.saturating_sub(FAR));
        (from + 1..head).rev().any(|at| {
            let token = &doc.tokens[at];
            token.key == word.key
                && token.capital
                && token.gap <= Gap::Line
                && doc.tokens[at - 1].capital
                && doc.tokens[at - 1].kind == TokenKind::Word
                && !self.definition_words.articles.iter().any(|article| self.stands(doc, std::slice::from_ref(article), at - 1))
                && !covered(token.span, mentions)
        })
    }

    /// The body itself if it has the head, else its organ that has ("the Secretariat"), if it has just one such; and where the body is named.
    fn organ(&self, body: &Mention, entities: &[u32]) -> Option<(u32, Span)> {
        let organs = self.heads.organs.get(&body.entity.0).filter(|_| body.form < Form::Adjective)?;
        if entities.binary_search(&body.entity.0).is_ok() {
            return Some((body.entity.0, body.span));
        }
        let mut headed = organs.iter().filter(|organ| entities.binary_search(organ).is_ok());
        headed.next().filter(|_| headed.next().is_none()).map(|organ| (*organ, body.span))
    }

    /// Whether a name goes on behind its head ("the Council of Ministers").
    fn goes_on(&self, doc: &Document, token: usize) -> bool {
        let Some(next) = doc.tokens.get(token) else { return false };
        self.heads.ends.iter().any(|end| self.stands(doc, std::slice::from_ref(end), token)) || next.capital && next.gap <= Gap::Blank
    }

    /// States are called by a head only where their full name stood: "the Republic" is none of those that were called by their short names.
    fn by_its_head(&self, doc: &Document, mention: &Mention, head: &str) -> bool {
        self.entities[mention.entity.0 as usize].sort.is_none() || doc.slice(mention.span).contains(head)
    }
}

/// The last mention of the entity that is named most; of several that are, the first named.
fn most_named<'a>(mentions: impl Iterator<Item = &'a Mention>) -> Option<&'a Mention> {
    let mut counts: Vec<(usize, &Mention)> = Vec::new();
    for mention in mentions {
        match counts.iter_mut().find(|(_, known)| known.entity == mention.entity) {
            Some((count, last)) => (*count, *last) = (*count + 1, mention),
            None => counts.push((1, mention)),
        }
    }
    let most = counts.iter().map(|(count, _)| *count).max()?;
    counts.into_iter().find(|(count, _)| *count == most).map(|(_, mention)| mention)
}

/// The first mention, if all are of one entity.
fn the_only_one<'a>(mut mentions: impl Iterator<Item = &'a Mention>) -> Option<&'a Mention> {
    let first = mentions.next()?;
    mentions.all(|mention| mention.entity == first.entity).then_some(first)
}
