//! The actor extractor, which finds the actors of a document with compiled word lists.

use crate::tables::Tables;
use crate::view::View;
use chancery_text::{Actor, ActorKind, Catalog, Document};
use std::cmp::Reverse;

/// Finds the actors of a document from its mentions. An extractor is immutable and can be shared between threads.
///
/// With the feature `serde`, an extractor can be stored and loaded, but only by the same version of this crate.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct ActorExtractor {
    pub(crate) tables: Tables,
}

impl ActorExtractor {
    /// Finds the actors of a document and stores them in [`Document::actors`], replacing earlier actors. The document must have tokens, sentences and mentions.
    /// `catalog` describes the entities to which the mentions refer.
    pub fn run(&self, doc: &mut Document, catalog: &dyn Catalog) {
        doc.actors.clear();
        if doc.mentions.is_empty() {
            return;
        }
        let view = View::new(&self.tables, doc, catalog);
        let mut actors = Vec::new();
        view.offices(&mut actors);
        view.bodies(&mut actors);
        view.groups(&mut actors);
        view.people(&mut actors);
        view.metonyms(&mut actors);
        actors.sort_by_key(|actor| (actor.span.start(), Reverse(actor.span.end()), actor.of, actor.entity));
        actors.dedup_by(|next, first| next.span == first.span && next.of == first.of && next.entity == first.entity);
        doc.actors = without_repeated_groups(actors);
    }
}

/// Removes each group that lies inside a longer group with the same members: "the five Central Asian states" is removed if "foreign ministers of the five
/// Central Asian states" is also a group. `actors` must be sorted by the start of the spans. If several spans have the same start, the longest must come first.
fn without_repeated_groups(actors: Vec<Actor>) -> Vec<Actor> {
    let mut kept: Vec<Actor> = Vec::with_capacity(actors.len());
    // The earlier groups that end after the start of the current actor. They include groups that were removed.
    let mut open: Vec<(u32, u32, Vec<chancery_text::EntityIx>)> = Vec::new();
    for actor in actors {
        if actor.kind == ActorKind::Group {
            let (start, end) = (actor.span.start(), actor.span.end());
            open.retain(|(_, open_end, _)| *open_end > start);
            let repeated = open.iter().any(|(open_start, open_end, members)| {
                *open_end >= end && (*open_start, *open_end) != (start, end) && *members == actor.members
            });
            open.push((start, end, actor.members.clone()));
            if repeated {
                continue;
            }
        }
        kept.push(actor);
    }
    kept
}
