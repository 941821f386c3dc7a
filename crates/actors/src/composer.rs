//! The finished composer, and a run of it over one document.

use crate::lexicon::Lexicon;
use crate::view::View;
use chancery_text::{Actor, ActorKind, Catalog, Document, EntityIx, Span};

/// Words compiled for composing actors. Immutable; share it between threads.
///
/// With the feature `serde` it can be stored and loaded, by the same version only.
#[derive(Clone, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize, serde::Deserialize))]
pub struct Composer {
    pub(crate) lexicon: Lexicon,
    /// Languages in which a name stands directly behind its office.
    pub(crate) direct: Vec<String>,
}

impl Composer {
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
        // The members of a group inside a longer one are told once ("foreign ministers of the five Central Asian states").
        let whole: Vec<(Span, Vec<EntityIx>)> =
            actors.iter().filter(|actor| actor.kind == ActorKind::Group).map(|actor| (actor.span, actor.members.clone())).collect();
        let inside = |actor: &Actor| {
            let within = |span: &Span| span.start() <= actor.span.start() && actor.span.end() <= span.end() && *span != actor.span;
            whole.iter().any(|(span, members)| within(span) && *members == actor.members)
        };
        actors.retain(|actor| actor.kind != ActorKind::Group || !inside(actor));
        doc.actors = actors;
    }
}
