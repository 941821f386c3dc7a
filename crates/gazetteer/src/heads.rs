//! Short names by the head of a full name: "the Council" behind "Security Council".

use crate::gazetteer::Gazetteer;
use crate::local::covered;
use chancery_phrases::Hit;
use chancery_text::{Document, EntityIx, Form, Mention, Span};

/// The heads that names have.
#[derive(Clone, Debug, Default)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub(crate) struct Heads {
    /// Of each head the entities, by index, sorted.
    pub(crate) entities: Vec<Vec<u32>>,
    /// Folded words at which a head ends ("of"); where one follows, something else is meant.
    pub(crate) ends: Vec<String>,
    /// How many tokens stand before the head ("the").
    pub(crate) lead: usize,
}

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
                mention.form < Form::Adjective && entities.binary_search(&mention.entity.0).is_ok() && self.by_its_head(doc, mention, doc.slice(span))
            };
            let at = mentions.partition_point(|mention| mention.span.start() < span.start());
            let by = mentions[..at].iter().rev().find(has).or_else(|| {
                let mut later = mentions[at..].iter().filter(has);
                let first = later.next()?;
                later.all(|mention| mention.entity == first.entity).then_some(first)
            });
            if let Some(by) = by {
                found.push(self.local(doc, span, first as u32, EntityIx(by.entity.0), by.name, Form::Alias, by.span));
            }
        }
        added.extend(found);
    }

    /// Whether a name goes on behind its head ("the Council of Ministers").
    fn goes_on(&self, doc: &Document, token: usize) -> bool {
        let Some(next) = doc.tokens.get(token) else { return false };
        self.heads.ends.iter().any(|end| self.stands(doc, std::slice::from_ref(end), token)) || next.capital && next.gap <= chancery_text::Gap::Blank
    }

    /// States are called by a head only where their full name stood: "the Republic" is none of those that were called by their short names.
    fn by_its_head(&self, doc: &Document, mention: &Mention, head: &str) -> bool {
        self.entities[mention.entity.0 as usize].sort.is_none() || doc.slice(mention.span).contains(head)
    }
}
