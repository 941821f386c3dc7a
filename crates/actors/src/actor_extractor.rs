//! The finished composer, and a run of it over one document.

use crate::lexicon::Lexicon;
use crate::view::View;
use chancery_text::{Actor, ActorKind, Catalog, Document};

/// Words compiled for composing actors. Immutable; share it between threads.
///
/// With the feature `serde` it can be stored and loaded, by the same version only.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct ActorExtractor {
    pub(crate) lexicon: Lexicon,
    /// Languages in which a name stands directly behind its office.
    pub(crate) direct: Vec<String>,
}

impl ActorExtractor {
    /// Fills the layer `actors` of a document whose tokens, sentences and mentions are known, replacing what it held. `catalog` knows what the mentions name.
    pub fn run(&self, doc: &mut Document, catalog: &dyn Catalog) {
        doc.actors.clear();
        if doc.mentions.is_empty() {
            return;
        }
        let view = View::new(self, doc, catalog);
        let mut actors = Vec::new();
        view.offices(&mut actors);
        view.bodies(&mut actors);
        view.groups(&mut actors);
        view.people(&mut actors);
        view.seats(&mut actors);
        actors.sort_by_key(|actor| (actor.span.start(), std::cmp::Reverse(actor.span.end()), actor.of, actor.entity));
        actors.dedup_by(|next, first| next.span == first.span && next.of == first.of && next.entity == first.entity);
        let told = told_twice(&actors);
        let mut at = 0;
        actors.retain(|_| {
            at += 1;
            !told[at - 1]
        });
        doc.actors = actors;
    }
}

/// Which groups lie inside a longer one with the same members, which is told ("the five Central Asian states" in "foreign ministers of the five Central Asian
/// states"). The actors are sorted by start, longer first.
fn told_twice(actors: &[Actor]) -> Vec<bool> {
    let mut open: Vec<&Actor> = Vec::new();
    actors
        .iter()
        .map(|actor| {
            if actor.kind != ActorKind::Group {
                return false;
            }
            open.retain(|group| group.span.end() > actor.span.start());
            let inside =
                open.iter().any(|group| group.span.end() >= actor.span.end() && group.span != actor.span && group.members == actor.members);
            open.push(actor);
            inside
        })
        .collect()
}
