//! Short names by the head of a full name: "the Council" behind "Security Council".

use crate::gazetteer::Gazetteer;
use crate::local::covered;
use chancery_phrases::Hit;
use chancery_text::{Document, EntityIx, Form, Gap, Mention, NameIx, Span, TokenKind, TokenRange};

/// The words of short names. Which entity has which head stands with the entity.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct HeadNouns {
    /// Of each head its spellings.
    pub(crate) spellings: Vec<Vec<String>>,
    /// Folded words at which a head ends ("of"); where one follows, something else is meant.
    pub(crate) ends: Vec<String>,
    /// Determiners that point at what the document is about ("this").
    pub(crate) deictics: Vec<String>,
}

/// How far back another name with the same head is looked for, in tokens.
const FAR: usize = 400;
/// How many sentences back a state must have been named.
const NEAR: u32 = 3;
/// Tokens before a head: its determiner.
const LEAD: usize = 1;

/// Mentions of entities with one head, as indexes.
#[derive(Clone, Debug, Default)]
struct Seen {
    /// Entity, how often it is named in the whole document, and where last.
    named: Vec<(u32, usize, usize)>,
    /// Where one is named first in the whole document, and where last so far.
    first: Option<usize>,
    last: Option<usize>,
    /// The same of bodies that stand for an organ with this head, with the organ.
    first_body: Option<(u32, usize)>,
    last_body: Option<(u32, usize)>,
}

impl Seen {
    /// The mention that "the Council" means: the last so far, else the first if all are of one entity.
    fn nearest(&self) -> Option<usize> {
        self.last.or(self.first.filter(|_| self.named.len() == 1))
    }

    /// The last mention of the entity that is named most, of several that are the first named.
    fn most(&self) -> Option<usize> {
        let most = self.named.iter().map(|(_, count, _)| *count).max()?;
        self.named.iter().find(|(_, count, _)| *count == most).map(|(.., last)| *last)
    }
}

impl Gazetteer {
    /// Adds mentions by heads: the entity with this head that was named last, or the only one that is named at all. Linear in the mentions.
    pub(crate) fn by_head(&self, doc: &Document, heads: &[(Hit, u32)], mentions: &[Mention], added: &mut Vec<Mention>) {
        if heads.is_empty() {
            return;
        }
        let mut seen = self.seen_heads(doc, mentions);
        let mut at = 0;
        let mut found = Vec::new();
        for (hit, head) in heads {
            let first = hit.first as usize + LEAD;
            let Some(token) = doc.tokens.get(first).filter(|token| token.capital) else { continue };
            let span = Span::new(token.span.start(), hit.end_byte);
            while mentions.get(at).is_some_and(|mention| mention.span.start() < span.start()) {
                for (head, organ) in self.heads_of(doc, &mentions[at]) {
                    match organ {
                        None => seen[head as usize].last = Some(at),
                        Some(organ) => seen[head as usize].last_body = Some((organ, at)),
                    }
                }
                at += 1;
            }
            if covered(span, mentions) || covered(span, added) || self.goes_on(doc, hit.end as usize) {
                continue;
            }
            let seen = &seen[*head as usize];
            // "this Assembly" is the one that the document is about, "the Assembly" the one named last.
            let here = self.heads.deictics.iter().any(|word| self.stands(doc, std::slice::from_ref(word), hit.first as usize));
            let named = (if here { seen.most() } else { seen.nearest() }).map(|by| &mentions[by]);
            // Of states all must be the same and one be near: there are many republics.
            let sentence = doc.sentences.partition_point(|sentence| sentence.token_range.end as usize <= first) as u32;
            let near = |by: &Mention| by.sentence.0 <= sentence && sentence - by.sentence.0 <= NEAR;
            let named = named.filter(|by| self.entities[by.entity.0 as usize].sort.is_none() || near(by) && seen.named.len() == 1);
            if self.another_nearer(doc, first, named, mentions) {
                continue;
            }
            let tokens = TokenRange::new(first as u32, hit.end);
            if let Some(by) = named {
                found.push(self.local(doc, span, tokens, by.entity, by.name, Form::Alias, by.span));
            } else if let Some((organ, body)) = seen.last_body.or(seen.first_body) {
                let name = self.names.partition_point(|name| name.entity < organ);
                found.push(self.local(doc, span, tokens, EntityIx(organ), NameIx(name as u32), Form::Alias, mentions[body].span));
            }
        }
        added.extend(found);
    }

    /// What a whole document says of each head.
    fn seen_heads(&self, doc: &Document, mentions: &[Mention]) -> Vec<Seen> {
        let mut all = vec![Seen::default(); self.heads.spellings.len()];
        for (at, mention) in mentions.iter().enumerate() {
            for (head, organ) in self.heads_of(doc, mention) {
                let seen = &mut all[head as usize];
                if let Some(organ) = organ {
                    seen.first_body.get_or_insert((organ, at));
                    continue;
                }
                seen.first.get_or_insert(at);
                match seen.named.iter_mut().find(|(entity, ..)| *entity == mention.entity.0) {
                    Some((_, count, last)) => (*count, *last) = (*count + 1, at),
                    None => seen.named.push((mention.entity.0, 1, at)),
                }
            }
        }
        all
    }

    /// The heads that a mention may be called by, and those of the organs that it stands for, with the organ. States are called by a head only where their full
    /// name stood: "the Republic" is none of those that were called by their short names.
    fn heads_of(&self, doc: &Document, mention: &Mention) -> impl Iterator<Item = (u32, Option<u32>)> {
        let headed = mention.form < Form::Adjective && self.names[mention.name.0 as usize].headed;
        let row = headed.then(|| &self.entities[mention.entity.0 as usize]);
        row.into_iter().flat_map(move |row| {
            let surface = if row.sort.is_some() { doc.slice(mention.span) } else { "" };
            let full = move |head: u32| {
                row.sort.is_none() || self.heads.spellings[head as usize].iter().any(|spelling| surface.contains(spelling.as_str()))
            };
            let own = row.heads.iter().filter(move |&&head| full(head)).map(|&head| (head, None));
            own.chain(row.organs.iter().map(|&(head, organ)| (head, Some(organ))))
        })
    }

    /// Whether another name with the same head stands nearer, one that is not known ("the Transitional Executive Council"): then the short name may mean that.
    pub(crate) fn another_nearer(&self, doc: &Document, head: usize, named: Option<&Mention>, mentions: &[Mention]) -> bool {
        let word = &doc.tokens[head];
        let from = named
            .filter(|by| by.span.start() < word.span.start())
            .map_or(0, |by| doc.tokens.partition_point(|token| token.span.start() < by.span.end()));
        let from = from.max(head.saturating_sub(FAR));
        let between = doc.tokens.get(from + 1..head).unwrap_or_default().iter().enumerate();
        between.rev().filter(|(_, token)| token.key == word.key).any(|(at, token)| {
            let at = from + 1 + at;
            token.capital
                && token.gap <= Gap::Line
                && doc.tokens[at - 1].capital
                && doc.tokens[at - 1].kind == TokenKind::Word
                && !self.definition_words.articles.iter().any(|article| self.stands(doc, std::slice::from_ref(article), at - 1))
                && !covered(token.span, mentions)
        })
    }

    /// Whether a name goes on behind its head ("the Council of Ministers").
    fn goes_on(&self, doc: &Document, token: usize) -> bool {
        let Some(next) = doc.tokens.get(token) else { return false };
        self.heads.ends.iter().any(|end| self.stands(doc, std::slice::from_ref(end), token)) || next.capital && next.gap <= Gap::Blank
    }
}
